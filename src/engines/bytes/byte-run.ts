import { type CellRules, LEAST_MOBILE } from "../../intake/cells/cell.ts";
import { hasColumnPeriods, type ReadingPlan } from "../../intake/plan.ts";
import { RecordReader, type TableRecord } from "../../intake/records/records.ts";
import { codes } from "../../survey/codes.ts";
import type { Part, Request, ScanOptions } from "../engine.ts";
import { Tally } from "../tally/tally.ts";
import { LINE_FEED } from "./block.ts";
import { FieldScan } from "./field-scan.ts";
import type { QuickPlan } from "./quick-plan.ts";
import { QuickScan } from "./quick-scan.ts";
import type { RangePart } from "./range-scan.ts";
import { WholeLines } from "./whole-lines.ts";

const NONE = -1;
/** Stands in decoded text for bytes that are no text. */
const REPLACEMENT = "\uFFFD";

/** One pass over the bytes of a table, in the order of the file. */
export class ByteRun {
  private readonly tally: Tally;
  private readonly columns: Tally["summedColumns"];
  private readonly scan: FieldScan;
  /** What the quick path has to know. */
  readonly quickPlan: QuickPlan;
  private readonly quickScan: QuickScan;
  private readonly decoder: InstanceType<typeof TextDecoder>;
  private readonly odd: RecordReader;
  private quick: boolean;
  /** How many lines go to the record reader at once, while it is the one that reads. */
  private oddLines = 1;
  private toSkip: number;
  /** Of the next record, from 1. */
  line = 1;
  private readonly lines = new WholeLines();

  constructor(private readonly request: Request) {
    const { plan } = request;
    this.tally = new Tally(request);
    const { summedColumns: columns } = this.tally;
    this.columns = columns;
    this.scan = new FieldScan(
      plan.columns.length,
      plan.dialect.delimiter.charCodeAt(0),
      plan.dialect.quote !== "",
    );
    this.quickPlan = quickPlanOf(plan, columns, this.tally.keyFields);
    this.quickScan = new QuickScan(this.quickPlan);
    // Below another heading the same name is another area, or of another period.
    this.quick =
      plan.addParts &&
      !plan.headings &&
      plan.periodRows !== true &&
      !hasColumnPeriods(plan) &&
      plan.shape === "wide" &&
      plan.bodyRecords === undefined &&
      columns.every(({ addsUp, rules }) => addsUp && isPlain(rules));
    // Blocks are cut behind whole lines, so that no character is cut; a byte order mark is taken off by hand.
    this.decoder = new TextDecoder(plan.encoding, { ignoreBOM: true });
    this.odd = new RecordReader(
      plan.dialect,
      (record) => this.takeRecord(record),
      (line) =>
        this.tally.raise(codes.unterminatedQuote, { line, fields: [], raw: "" }, undefined, {}),
    );
    this.toSkip = plan.preambleRecords + plan.headerRecords;
  }

  /** Whether ranges of the table can be read before it is known what stands above them: rows that mean the same wherever they stand. */
  get canBeCut(): boolean {
    return (
      this.quick &&
      this.request.plan.columns.some(
        ({ role }) => role.is === "key" && (role.key === "area" || role.key === "area_code"),
      )
    );
  }

  /** Whether what was read so far ends with a record, below which the quick path may go on. */
  get isBetweenRecords(): boolean {
    return this.quick && this.toSkip === 0 && !this.odd.pending && this.lines.isEmpty;
  }

  /**
   * Takes a range that was read elsewhere, as the next one: its records that have to be read in order, then its sums. False where a key turns
   * out to mean something else here, when part of the range has been taken.
   */
  merge({ records, ends, keys, before, lastKeys, sums: part }: RangePart): boolean {
    const { sums } = this.quickScan;
    const groups: number[] = [];
    let from = 0;
    for (const [i, rows] of before.entries()) {
      const last = groups[lastKeys[i] as number] ?? NONE;
      if (rows > 0) {
        if (last === NONE || !this.quick) return false;
        sums.pass(last, rows);
        this.line += rows;
      }
      if (i === ends.length) break;
      const known = sums.rows;
      this.read(records.subarray(from, ends[i]));
      from = ends[i] as number;
      if (keys[i] !== NONE) groups.push(sums.rows > known ? sums.last : NONE);
    }
    for (let key = 0; key < groups.length; key++) {
      if ((part.records[key] ?? 0) === 0) continue;
      if (groups[key] === NONE) return false;
      sums.merge(groups[key] as number, part, key);
    }
    return true;
  }

  /** Reads what follows, block by block. */
  async readBlocks(
    blocks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    options: ScanOptions,
  ): Promise<void> {
    for await (const block of blocks) {
      options.signal?.throwIfAborted();
      options.tap?.(block);
      this.lines.push(block, (lines) => this.read(lines));
      options.progress?.(block.length, this.line);
    }
  }

  /** Reads whole lines. */
  private read(bytes: Uint8Array): void {
    if (this.quick) this.quickScan.enter(bytes);
    for (let at = 0; at < bytes.length; ) at = this.readOn(bytes, at);
  }

  /** All that was read. */
  finish(): Part {
    this.read(this.lines.end());
    this.odd.push("", true);
    this.quickScan.sums.handOver(this.tally, this.columns);
    return this.tally.finish();
  }

  /** Reads at least one line; the offset behind what was read. */
  private readOn(bytes: Uint8Array, from: number): number {
    if (this.odd.pending || this.toSkip > 0) return this.readLines(bytes, from);
    const at = this.quick ? this.readQuickly(from) : from;
    if (at === bytes.length) return at;
    const end = this.scan.scan(bytes, at, bytes.length);
    if (!this.scan.common) return this.readLines(bytes, at);
    this.oddLines = 1;
    return this.takeCommon(bytes, at, end);
  }

  private readQuickly(from: number): number {
    const { sums } = this.quickScan;
    const before = sums.rows;
    const at = this.quickScan.run(from);
    if (at > from) this.oddLines = 1;
    this.line += sums.rows - before;
    return at;
  }

  /** Takes a common record. One that lacks nothing but that its key is known is left to be read quickly, now that it is. */
  private takeCommon(bytes: Uint8Array, at: number, end: number): number {
    const { scan, quickScan } = this;
    const { columns, dialect } = this.request.plan;
    const text = this.decoder.decode(bytes.subarray(at, end));
    if (scan.quoted && scan.fields > columns.length) {
      this.readText(text);
      return end;
    }
    const raw = text.slice(0, text.endsWith("\r\n") ? -2 : -1);
    const fields = scan.quoted
      ? Array.from({ length: scan.fields }, (_, i) =>
          this.decoder.decode(bytes.subarray(scan.starts[i], scan.ends[i])),
        )
      : raw.split(dialect.delimiter);
    const isNewKey = this.quick && quickScan.lacksKey && !raw.includes(REPLACEMENT);
    const group = this.takeRecord({ fields, line: this.line, raw }, isNewKey);
    if (isNewKey && group !== NONE) {
      quickScan.learn(group);
      return at;
    }
    this.line++;
    return end;
  }

  /** Hands lines to the record reader, more of them the longer it needs. */
  private readLines(bytes: Uint8Array, at: number): number {
    let end = at;
    for (let i = 0; i < this.oddLines && end < bytes.length; i++)
      end = bytes.indexOf(LINE_FEED, end) + 1;
    this.oddLines = Math.min(this.oddLines * 2, 1024);
    this.readText(this.decoder.decode(bytes.subarray(at, end)));
    return end;
  }

  private readText(text: string): void {
    const first = this.line === 1 && text.startsWith("\uFEFF") ? text.slice(1) : text;
    this.odd.line = this.odd.pending ? this.odd.line : this.line;
    this.odd.push(first, false);
    this.line = this.odd.line;
  }

  private takeRecord(record: TableRecord, leavesCells = false): number {
    if (record.raw.includes(REPLACEMENT))
      this.tally.raise(codes.replacedBytes, record, undefined, {
        encoding: this.request.plan.encoding,
      });
    if (this.toSkip > 0) {
      this.toSkip--;
      return NONE;
    }
    this.quickScan.sums.countRows(this.tally);
    const group = this.tally.take(record, leavesCells);
    // What follows belongs to another table.
    if (this.tally.ended) this.quick = false;
    return group;
  }
}

const quickPlanOf = (
  { columns, dialect, encoding, wholesIn = [] }: ReadingPlan,
  summed: Tally["summedColumns"],
  keys: readonly number[],
): QuickPlan => ({
  fields: columns.length,
  encoding,
  delimiter: dialect.delimiter.charCodeAt(0),
  quotes: dialect.quote !== "",
  keys,
  labels: wholesIn,
  columns: summed.map(({ field, rules }) => ({
    field,
    exponent: rules.exponent,
    whole: rules.kind === "count",
    most: LEAST_MOBILE - 1,
  })),
});

/** Rules under which plain digits mean what they say. */
const isPlain = ({ kind, factor, decimalComma, missing }: CellRules): boolean =>
  (kind === "count" || kind === "area" || kind === "money" || kind === "ratio") &&
  factor === undefined &&
  decimalComma !== true &&
  missing === undefined;

import type { CellRules } from "../intake/cell.ts";
import { hasColumnPeriods } from "../intake/plan.ts";
import { RecordReader, type TableRecord } from "../intake/records.ts";
import type { Source } from "../intake/source.ts";
import { codes } from "../survey/codes.ts";
import type { Engine, Part, Request, ScanOptions } from "./engine.ts";
import { FieldScan } from "./field-scan.ts";
import { QuickScan } from "./quick-scan.ts";
import { Tally } from "./tally.ts";

/**
 * The streaming engine's quick path: common records are scanned on their bytes, plain numbers are added straight from them, and keys are
 * told apart by their bytes. Whatever is out of the common (a new key, an odd cell, a ragged row, an uncommon quote) takes the way of the
 * stream engine, so that there is one meaning of a record and of a cell.
 */
export const byteEngine: Engine = { accepts, scan };

/** Encodings in which the bytes of `,` `;` tab `"` CR and LF stand for nothing else. `|` and `\` do occur inside GB18030 and Big5 characters. */
const transparent: ReadonlySet<string> = new Set([
  "utf-8",
  "gb18030",
  "gbk",
  "big5",
  "windows-1252",
  "iso-8859-1",
  "iso-8859-15",
  "shift_jis",
  "euc-jp",
  "euc-kr",
]);
const delimiters: ReadonlySet<string> = new Set([",", ";", "\t"]);

function accepts({ encoding, dialect }: Request["plan"]): boolean {
  return transparent.has(encoding) && delimiters.has(dialect.delimiter) && (dialect.quote === "" || (dialect.quote === '"' && dialect.escape === '"'));
}

async function scan(source: Source, request: Request, options: ScanOptions = {}): Promise<Part> {
  const run = new ByteRun(request);
  for await (const block of source.blocks()) {
    options.signal?.throwIfAborted();
    options.tap?.(block);
    run.push(block, false);
    options.progress?.(block.length, run.line);
  }
  run.push(new Uint8Array(0), true);
  return run.finish();
}

const LINE_FEED = 10;
const MINUS_ONE = -1;
/** Stands in decoded text for bytes that are no text. */
const REPLACEMENT = "\uFFFD";

class ByteRun {
  private readonly tally: Tally;
  private readonly scan: FieldScan;
  private readonly quickScan: QuickScan;
  private readonly decoder: InstanceType<typeof TextDecoder>;
  private readonly odd: RecordReader;
  private quick: boolean;
  /** How many lines go to the record reader at once, while it is the one that reads. */
  private oddLines = 1;
  private toSkip: number;
  /** Of the next record, from 1. */
  line = 1;
  private rest = new Uint8Array(0);
  /** Where the whole lines of the buffer end. */
  private whole = 0;

  constructor(private readonly request: Request) {
    const { plan } = request;
    this.tally = new Tally(request);
    const columns = this.tally.summedColumns;
    this.scan = new FieldScan(plan.columns.length, plan.dialect.delimiter.charCodeAt(0), plan.dialect.quote !== "");
    this.quickScan = new QuickScan(plan, columns, this.tally.keyFields);
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
      (line) => this.tally.raise(codes.unterminatedQuote, { line, fields: [], raw: "" }, undefined, {}),
    );
    this.toSkip = plan.preambleRecords + plan.headerRecords;
  }

  push(bytes: Uint8Array, last: boolean): void {
    // Always of one class: a Buffer among plain arrays makes every access to either slower.
    const block = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    if (last || this.rest.length === 0) {
      this.read(this.rest.length === 0 ? block : joined(this.rest, block), last);
      return;
    }
    // The record that the last block cut is put together by itself; the block is not copied.
    const lineEnd = block.indexOf(LINE_FEED) + 1;
    this.read(joined(this.rest, lineEnd === 0 ? block : block.subarray(0, lineEnd)), false);
    if (lineEnd === 0) return;
    const following = block.subarray(lineEnd);
    this.read(this.rest.length === 0 ? following : joined(this.rest, following), false);
  }

  private read(bytes: Uint8Array, last: boolean): void {
    let buffer = bytes;
    if (last && buffer.length > 0 && buffer[buffer.length - 1] !== LINE_FEED) buffer = joined(buffer, Uint8Array.of(LINE_FEED));
    this.whole = buffer.lastIndexOf(LINE_FEED) + 1;
    if (this.quick) this.quickScan.enter(buffer.subarray(0, this.whole));
    let at = 0;
    while (at < buffer.length) {
      const next = this.readOn(buffer, at, last);
      if (next === MINUS_ONE) break;
      at = next;
    }
    if (last) this.odd.push("", true);
    // A copy: the next block may be written over this one.
    this.rest = new Uint8Array(buffer.subarray(at));
  }

  finish(): Part {
    this.quickScan.sums.handOver(this.tally);
    return this.tally.finish();
  }

  /** Reads at least one record; the offset behind it, or -1 where the buffer does not hold its end. */
  private readOn(buffer: Uint8Array, from: number, last: boolean): number {
    if (this.odd.pending || this.toSkip > 0) return this.readLines(buffer, from, last);
    if (!this.quick || from === this.whole) return this.readRecord(buffer, from, last);
    const { sums } = this.quickScan;
    const before = sums.rows;
    const at = this.quickScan.run(from);
    if (sums.rows > before) this.oddLines = 1;
    this.line += sums.rows - before;
    return at === this.whole ? at : this.readRecord(buffer, at, last);
  }

  private readRecord(buffer: Uint8Array, at: number, last: boolean): number {
    const end = this.scan.scan(buffer, at, buffer.length);
    if (end === MINUS_ONE ? last : !this.scan.common) return this.readLines(buffer, at, last);
    if (end === MINUS_ONE) return MINUS_ONE;
    this.oddLines = 1;
    return this.takeCommon(buffer, at, end);
  }

  /** Takes a common record. One that lacks nothing but that its key is known is left to be read quickly, now that it is. */
  private takeCommon(buffer: Uint8Array, at: number, end: number): number {
    const { scan, quickScan } = this;
    const { columns, dialect } = this.request.plan;
    const text = this.decoder.decode(buffer.subarray(at, end));
    if (scan.quoted && scan.fields > columns.length) {
      this.readText(text);
      return end;
    }
    const raw = text.slice(0, text.endsWith("\r\n") ? -2 : -1);
    const fields = scan.quoted
      ? Array.from({ length: scan.fields }, (_, i) => this.decoder.decode(buffer.subarray(scan.starts[i], scan.ends[i])))
      : raw.split(dialect.delimiter);
    const isNewKey = this.quick && quickScan.lacksKey && !raw.includes(REPLACEMENT);
    const group = this.takeRecord({ fields, line: this.line, raw }, isNewKey);
    if (isNewKey && group !== MINUS_ONE) {
      quickScan.learn(group);
      return at;
    }
    this.line++;
    return end;
  }

  /** Hands whole lines to the record reader, more of them the longer it needs; -1 where the buffer holds no whole line. */
  private readLines(buffer: Uint8Array, at: number, last: boolean): number {
    let end = at;
    for (let i = 0; i < this.oddLines; i++) {
      const lineEnd = buffer.indexOf(LINE_FEED, end);
      if (lineEnd === -1) break;
      end = lineEnd + 1;
    }
    if (end === at) {
      if (!last) return MINUS_ONE;
      end = buffer.length;
    }
    this.oddLines = Math.min(this.oddLines * 2, 1024);
    this.readText(this.decoder.decode(buffer.subarray(at, end)));
    return end;
  }

  private readText(text: string): void {
    const first = this.line === 1 && text.startsWith("\uFEFF") ? text.slice(1) : text;
    this.odd.line = this.odd.pending ? this.odd.line : this.line;
    this.odd.push(first, false);
    this.line = this.odd.line;
  }

  private takeRecord(record: TableRecord, leavesCells = false): number {
    if (record.raw.includes(REPLACEMENT)) this.tally.raise(codes.replacedBytes, record, undefined, { encoding: this.request.plan.encoding });
    if (this.toSkip > 0) {
      this.toSkip--;
      return MINUS_ONE;
    }
    this.quickScan.sums.countRows(this.tally);
    const group = this.tally.take(record, leavesCells);
    // A heading among the rows: names may come again below it. A further table: what follows does not belong to this one.
    if (this.tally.setAsideAs === "title") this.quickScan.forget();
    if (this.tally.ended) this.quick = false;
    return group;
  }
}

/** Rules under which plain digits mean what they say. */
const isPlain = ({ kind, factor, decimalComma, missing }: CellRules): boolean =>
  (kind === "count" || kind === "area" || kind === "money" || kind === "ratio") && factor === undefined && decimalComma !== true && missing === undefined;

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}

import type { CellRules } from "../intake/cell.ts";
import { hasColumnPeriods } from "../intake/plan.ts";
import { RecordReader, type TableRecord } from "../intake/records.ts";
import type { Source } from "../intake/source.ts";
import { codes } from "../survey/codes.ts";
import { readDigits } from "./digits.ts";
import type { Engine, Part, Request, ScanOptions } from "./engine.ts";
import { FieldScan } from "./field-scan.ts";
import { KeyTable } from "./key-table.ts";
import { QuickSums } from "./quick-sums.ts";
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

class ByteRun {
  private readonly tally: Tally;
  private readonly scan: FieldScan;
  private readonly keys = new KeyTable();
  private readonly keyFields: Int32Array;
  private readonly texts = new KeyTable();
  private readonly textField = new Int32Array(1);
  private textsKept = 0;
  private readonly sums: QuickSums;
  /** Per field: 1 where the quick path reads it (key or plain number), 0 where it only has to be decodable text. */
  private readonly reads: Uint8Array;
  private readonly decoder: InstanceType<typeof TextDecoder>;
  private readonly odd: RecordReader;
  private quick: boolean;
  /** How many lines go to the record reader at once, while it is the one that reads. */
  private oddLines = 1;
  private toSkip: number;
  /** Of the next record, from 1. */
  line = 1;
  private rest = new Uint8Array(0);
  private lastKey = MINUS_ONE;

  constructor(private readonly request: Request) {
    const { plan } = request;
    this.tally = new Tally(request);
    const columns = this.tally.summedColumns;
    this.scan = new FieldScan(plan.columns.length, plan.dialect.delimiter.charCodeAt(0), plan.dialect.quote !== "");
    this.keyFields = Int32Array.from(this.tally.keyFields);
    this.sums = new QuickSums(columns);
    this.reads = new Uint8Array(plan.columns.length);
    for (const field of this.keyFields) this.reads[field] = 1;
    for (const { field } of columns) this.reads[field] = 1;
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
    let at = 0;
    while (at < buffer.length) {
      const next = this.odd.pending || this.toSkip > 0 ? this.readLines(buffer, at, last) : this.readRecord(buffer, at, last);
      if (next === MINUS_ONE) break;
      at = next;
    }
    if (last) this.odd.push("", true);
    // A copy: the next block may be written over this one.
    this.rest = new Uint8Array(buffer.subarray(at));
  }

  finish(): Part {
    this.sums.handOver(this.tally);
    return this.tally.finish();
  }

  /** Reads one record from its bytes; the offset behind it, or -1 where the buffer does not hold its end. */
  private readRecord(buffer: Uint8Array, at: number, last: boolean): number {
    const { scan } = this;
    const end = scan.scan(buffer, at, buffer.length);
    if (end === MINUS_ONE) return last ? this.readLines(buffer, at, last) : MINUS_ONE;
    if (!scan.common) {
      return this.readLines(buffer, at, last);
    }
    this.oddLines = 1;
    if (this.quick && scan.fields === this.request.plan.columns.length && this.addQuickly(buffer)) {
      this.line++;
      return end;
    }
    this.takeSlowly(buffer, at, end);
    return end;
  }

  /** Adds a record whose key is known and whose cells are plain numbers or blank; false, with nothing added, for any other. */
  private addQuickly(buffer: Uint8Array): boolean {
    const { starts, ends } = this.scan;
    const group = this.keys.find(buffer, this.keyFields, starts, ends);
    this.lastKey = group;
    return group !== MINUS_ONE && this.restIsPlain(buffer) && this.sums.add(group, buffer, starts, ends);
  }

  /** Fields that are neither key nor number must be decodable (or a finding is due), and the first must not open a note. */
  private restIsPlain(buffer: Uint8Array): boolean {
    const { starts, ends, fields } = this.scan;
    for (let field = 0; field < fields; field++) {
      if (this.reads[field] === 1) continue;
      const end = ends[field] as number;
      const start = starts[field] as number;
      if (field === 0) {
        if (start === end || Number.isNaN(readDigits(buffer, start, end, 0))) return false;
        continue;
      }
      if (!isAscii(buffer, start, end) && !this.isText(buffer, field)) return false;
    }
    return true;
  }

  /** Whether a field decodes without loss. Texts are mostly the same few again: those found to be so are kept. */
  private isText(buffer: Uint8Array, field: number): boolean {
    const { starts, ends } = this.scan;
    this.textField[0] = field;
    if (this.texts.find(buffer, this.textField, starts, ends) !== MINUS_ONE) return true;
    const bytes = buffer.subarray(starts[field], ends[field]);
    if (this.decoder.decode(bytes).includes("\uFFFD")) return false;
    if (this.textsKept++ < MOST_TEXTS) this.texts.add(1);
    return true;
  }

  private takeSlowly(buffer: Uint8Array, at: number, end: number): void {
    const { scan } = this;
    const { columns, dialect } = this.request.plan;
    const text = this.decoder.decode(buffer.subarray(at, end));
    if (scan.quoted && scan.fields > columns.length) {
      this.readText(text);
      return;
    }
    const raw = text.slice(0, text.endsWith("\r\n") ? -2 : -1);
    const fields = scan.quoted
      ? Array.from({ length: scan.fields }, (_, i) => this.decoder.decode(buffer.subarray(scan.starts[i], scan.ends[i])))
      : raw.split(dialect.delimiter);
    const group = this.takeRecord({ fields, line: this.line, raw });
    this.line++;
    if (this.quick && group !== MINUS_ONE && this.lastKey === MINUS_ONE && scan.fields === columns.length && this.hasWholeKey()) {
      this.keys.find(buffer, this.keyFields, scan.starts, scan.ends);
      this.keys.add(group);
    }
  }

  /** A blank key cell may be filled from the row above: such a key does not stand for itself. */
  private hasWholeKey(): boolean {
    return this.keyFields.every((field) => this.scan.starts[field] !== this.scan.ends[field]);
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

  private takeRecord(record: TableRecord): number {
    if (record.raw.includes("\uFFFD")) this.tally.raise(codes.replacedBytes, record, undefined, { encoding: this.request.plan.encoding });
    if (this.toSkip > 0) {
      this.toSkip--;
      return MINUS_ONE;
    }
    this.sums.countRows(this.tally);
    const group = this.tally.take(record);
    // What follows belongs to another table.
    if (this.tally.ended) this.quick = false;
    return group;
  }
}

/** How many texts are kept that need not be decoded again. */
const MOST_TEXTS = 1 << 16;

function isAscii(buffer: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((buffer[at] as number) >= 0x80) return false;
  return true;
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

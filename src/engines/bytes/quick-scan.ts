import { isUtf8 } from "node:buffer";
import { isWholeLabel } from "../../intake/rows/whole-labels.ts";
import { KeyTable } from "../tally/key-table.ts";
import { Block, CARRIAGE_RETURN, fourTimes, LINE_FEED, QUOTE } from "./block.ts";
import { readDigits } from "./digits.ts";
import type { QuickColumn, QuickPlan } from "./quick-plan.ts";
import { BLANK, QuickSums } from "./quick-sums.ts";

const ZERO = 48;
const POINT = 46 - ZERO;
/** Digits that a 32-bit integer holds whatever they are. */
const MOST_DIGITS = 9;
const powers = Float64Array.from({ length: 23 }, (_, i) => 10 ** i);

/** What a field is that is not added up; the others have the number of their summed column. */
const TEXT = -1;
const KEY = -2;
/** The first field of a record, which may open a note where it is no number. */
const FIRST = -3;
/** A text that may say that its record is the whole of others. */
const LABEL = -4;

const NOT_QUICK = -1;
const UNKNOWN = -1;

/** How many texts are kept that need not be decoded again. */
const MOST_TEXTS = 1 << 16;

/**
 * Reads quick records straight from their bytes: those whose fields are as many as the columns, each plain or quoted from end to end; whose key
 * is known and whose figures are plain numbers or blank; the rest being text that can be decoded. All others are left to be read in full.
 */
export class QuickScan {
  readonly sums: QuickSums;
  /** Whether all that the record lacks, at which `run` stopped, is that its key is known: `learn` makes it so. */
  lacksKey = false;
  /** Field → what it is. */
  private readonly program: Int32Array;
  /** The figures of the record that is being read. */
  private readonly values: Float64Array;
  private readonly exponents: Int32Array;
  private readonly columns: readonly QuickColumn[];
  private readonly whole: Uint8Array;
  private readonly keys = new KeyTable();
  private readonly texts = new KeyTable();
  /** Labels that are known to be of no whole. */
  private readonly labels = new KeyTable();
  private labelsKept = 0;
  private textsKept = 0;
  private readonly decoder: InstanceType<typeof TextDecoder>;
  private readonly isUtf8: boolean;
  private readonly delimiter: number;
  /** Opens a quoted field; none that a byte can be where the table has no quotes. */
  private readonly quote: number;
  /** What means something in a plain field, and in a quoted one, is less than this. */
  private readonly least: number;
  private readonly leastQuoted = fourTimes(QUOTE + 1);
  private block = new Block(new Uint8Array(0));
  /** Whether the block is known to decode without loss. */
  private decodes = false;

  constructor({ fields, encoding, delimiter, quotes, keys, labels, columns }: QuickPlan) {
    this.program = new Int32Array(fields).fill(TEXT).fill(FIRST, 0, 1);
    for (const field of labels) if (field > 0) this.program[field] = LABEL;
    for (const field of keys) this.program[field] = KEY;
    for (const [slot, { field }] of columns.entries()) this.program[field] = slot;
    this.columns = columns;
    this.sums = new QuickSums(columns.length);
    this.values = new Float64Array(columns.length);
    this.exponents = Int32Array.from(columns, ({ exponent }) => exponent);
    this.whole = Uint8Array.from(columns, ({ whole }) => (whole ? 1 : 0));
    this.decoder = new TextDecoder(encoding, { ignoreBOM: true });
    this.isUtf8 = encoding === "utf-8";
    this.delimiter = delimiter;
    this.quote = quotes ? QUOTE : -1;
    this.least = fourTimes(Math.max(delimiter, QUOTE) + 1);
  }

  /** Takes up a block of whole lines. */
  enter(bytes: Uint8Array): void {
    this.block = new Block(bytes);
    this.decodes =
      this.isUtf8 &&
      isUtf8(bytes) &&
      !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes("\uFFFD");
  }

  /**
   * Reads the records from an offset on; where the first one starts that is not quick, or where the block ends. Figures are read while the
   * ends of their fields are sought: all the time that a large table takes is spent here.
   */
  run(from: number): number {
    const { block, program, values, exponents, whole, delimiter, quote, least, keys } = this;
    const { bytes } = block;
    const last = program.length - 1;
    let at = from;
    this.lacksKey = false;
    while (at < bytes.length) {
      const record = at;
      keys.begin();
      for (let field = 0; field <= last; field++) {
        const step = program[field] as number;
        const start = at;
        if (step >= 0) {
          let number = 0;
          let digit = (bytes[at] as number) - ZERO;
          while (digit >= 0 && digit <= 9) {
            number = (Math.imul(number, 10) + digit) | 0;
            digit = (bytes[++at] as number) - ZERO;
          }
          let isPlain = at - start <= MOST_DIGITS && exponents[step] === 0;
          if (digit === POINT) {
            const point = at;
            digit = (bytes[++at] as number) - ZERO;
            while (digit >= 0 && digit <= 9) {
              number = (Math.imul(number, 10) + digit) | 0;
              digit = (bytes[++at] as number) - ZERO;
            }
            isPlain &&=
              at - start <= MOST_DIGITS && point > start && at > point + 1 && whole[step] === 0;
            values[step] = isPlain ? number / (powers[at - point - 1] as number) : BLANK;
          } else values[step] = at === start ? BLANK : number;
          const end = digit + ZERO;
          if (!isPlain || (end !== delimiter && end !== LINE_FEED && end !== CARRIAGE_RETURN))
            at = this.readNumber(step, start);
        } else if (step === KEY && bytes[at] !== quote) {
          at = keys.read(block, at, delimiter, least);
          if (at === start) return record;
        } else {
          at = this.readOther(step, start);
        }
        if (at === NOT_QUICK) return record;
        if (field < last) {
          if (bytes[at] !== delimiter) return record;
        } else {
          if (bytes[at] === CARRIAGE_RETURN) at++;
          if (bytes[at] !== LINE_FEED) return record;
        }
        at++;
      }
      const group = keys.find();
      if (group === UNKNOWN) {
        this.lacksKey = keys.fits;
        return record;
      }
      this.sums.add(group, values);
    }
    return at;
  }

  /** From now on, records with the key that was lacking are of this group; the one at which `run` stopped is quick. */
  learn(group: number): void {
    this.keys.add(group);
  }

  /** Reads a figure of any other form; where it ends, -1 where it is no plain number. */
  private readNumber(slot: number, from: number): number {
    const { bytes } = this.block;
    const end = this.endOf(from);
    if (end === NOT_QUICK) return NOT_QUICK;
    const quotes = bytes[from] === this.quote ? 1 : 0;
    const { exponent, whole, most } = this.columns[slot] as QuickColumn;
    const value =
      from + quotes === end - quotes
        ? BLANK
        : readDigits(bytes, from + quotes, end - quotes, exponent);
    if (!(value <= most) || (whole && value !== Math.floor(value))) return NOT_QUICK;
    this.values[slot] = value;
    return end;
  }

  /** Reads a field that is no figure; where it ends, -1 where it is not what it has to be. */
  private readOther(step: number, from: number): number {
    const { block, keys, labels, texts, quote } = this;
    if (step === FIRST) {
      const end = this.endOf(from);
      const quotes = block.bytes[from] === quote ? 1 : 0;
      return end !== NOT_QUICK &&
        Number.isNaN(readDigits(block.bytes, from + quotes, end - quotes, 0))
        ? NOT_QUICK
        : end;
    }
    const table = step === KEY ? keys : step === LABEL ? labels : texts;
    if (step !== KEY) table.begin();
    const quoted = block.bytes[from] === quote;
    const start = quoted ? from + 1 : from;
    const end = quoted
      ? table.read(block, start, QUOTE, this.leastQuoted)
      : table.read(block, start, this.delimiter, this.least);
    if (quoted && block.bytes[end] !== QUOTE) return NOT_QUICK;
    if (
      step === KEY
        ? end === start
        : step === LABEL
          ? !this.isPartLabel(start, end)
          : !this.isText(start, end)
    )
      return NOT_QUICK;
    return quoted ? end + 1 : end;
  }

  /** Where a field ends, with its quotes; -1 where that is not plain. */
  private endOf(from: number): number {
    const { bytes } = this.block;
    const quoted = bytes[from] === this.quote;
    for (let at = quoted ? from + 1 : from; ; at++) {
      const byte = bytes[at] as number;
      if (byte === QUOTE) return quoted ? at + 1 : NOT_QUICK;
      if (byte === LINE_FEED || byte === CARRIAGE_RETURN) return quoted ? NOT_QUICK : at;
      if (byte === this.delimiter && !quoted) return at;
    }
  }

  /** Whether the label just read decodes without loss, and is not that of the whole. */
  private isPartLabel(start: number, end: number): boolean {
    if (start === end || this.labels.find() !== UNKNOWN) return true;
    const text = this.decoder.decode(this.block.bytes.subarray(start, end));
    if (text.includes("\uFFFD") || isWholeLabel(text)) return false;
    if (this.labels.fits && this.labelsKept++ < MOST_TEXTS) this.labels.add(1);
    return true;
  }

  /** Whether the text just read decodes without loss. Texts are mostly the same few again: those found to be so are kept. */
  private isText(start: number, end: number): boolean {
    if (this.decodes || start === end || this.texts.find() !== UNKNOWN) return true;
    if (this.decoder.decode(this.block.bytes.subarray(start, end)).includes("\uFFFD")) return false;
    if (this.textsKept++ < MOST_TEXTS) this.texts.add(1);
    return true;
  }
}

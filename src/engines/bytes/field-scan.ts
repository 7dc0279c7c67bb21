import { CARRIAGE_RETURN, LINE_FEED, QUOTE } from "./block.ts";

/**
 * Finds the fields of a record in bytes. Common is a record whose fields are plain, or quoted from end to end with neither a quote
 * nor a line break inside; any other is left to the record reader.
 */
export class FieldScan {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** How many fields the last record has; those beyond the expected number are counted, not kept. */
  fields = 0;
  /** Whether the last record is a common one. */
  common = true;
  /** Whether any of its fields is quoted. */
  quoted = false;

  constructor(
    private readonly expected: number,
    private readonly delimiter: number,
    private readonly quotes: boolean,
  ) {
    this.starts = new Int32Array(expected + 1);
    this.ends = new Int32Array(expected + 1);
  }

  /**
   * Scans the record that starts at `from`; the offset behind its line feed, or -1 when buffer[from, to) does not hold its end.
   * For an uncommon record it is the end of its first physical line.
   */
  scan(buffer: Uint8Array, from: number, to: number): number {
    const { delimiter, starts, ends, expected } = this;
    // Everything that means something lies at or below the delimiter or the quote; digits, letters and Chinese lie above.
    const highest = Math.max(delimiter, QUOTE);
    let field = 0;
    let start = from;
    this.common = true;
    this.quoted = false;
    let at = from;
    while (at < to) {
      while (
        at + 3 < to &&
        (buffer[at] as number) > highest &&
        (buffer[at + 1] as number) > highest &&
        (buffer[at + 2] as number) > highest
      )
        at += 3;
      const byte = buffer[at] as number;
      if (byte > highest) {
        at++;
        continue;
      }
      if (byte === delimiter) {
        if (field < expected) {
          starts[field] = start;
          ends[field] = at;
        }
        field++;
        at++;
        start = at;
      } else if (byte === LINE_FEED) {
        const end = at > start && buffer[at - 1] === CARRIAGE_RETURN ? at - 1 : at;
        if (field < expected) {
          starts[field] = start;
          ends[field] = end;
        }
        this.fields = field + 1;
        if (this.quoted) this.unquote(buffer, Math.min(this.fields, expected));
        return at + 1;
      } else if (byte === QUOTE && this.quotes) {
        const close = at === start ? this.closingQuote(buffer, at + 1, to) : 0;
        if (close === -1) return -1;
        if (close === 0) return this.uncommon(buffer, from, to);
        this.quoted = true;
        at = close + 1;
      } else if (byte === CARRIAGE_RETURN) {
        if (at + 1 === to) return -1;
        if (buffer[at + 1] !== LINE_FEED) return this.uncommon(buffer, from, to);
        at++;
      } else at++;
    }
    return -1;
  }

  /** The quote that closes a simple quoted field; 0 where the field is not simple; -1 where the buffer ends before that can be told. */
  private closingQuote(buffer: Uint8Array, from: number, to: number): number {
    for (let at = from; at < to; at++) {
      const byte = buffer[at] as number;
      if (byte === LINE_FEED || byte === CARRIAGE_RETURN) return 0;
      if (byte !== QUOTE) continue;
      if (at + 1 === to) return -1;
      const next = buffer[at + 1] as number;
      return next === this.delimiter || next === LINE_FEED || next === CARRIAGE_RETURN ? at : 0;
    }
    return -1;
  }

  /** A quoted field was scanned from its first byte to its last: takes the quotes off. */
  private unquote(buffer: Uint8Array, kept: number): void {
    for (let field = 0; field < kept; field++) {
      const start = this.starts[field] as number;
      if (buffer[start] !== QUOTE || start === this.ends[field]) continue;
      this.starts[field] = start + 1;
      this.ends[field] = (this.ends[field] as number) - 1;
    }
  }

  private uncommon(buffer: Uint8Array, from: number, to: number): number {
    this.common = false;
    const end = buffer.indexOf(LINE_FEED, from);
    return end === -1 || end >= to ? -1 : end + 1;
  }
}

import Papa from "papaparse";
import { type Cut, cutEscaped } from "./escaped.ts";
import type { Dialect, TableRecord } from "./record.ts";

export type { Dialect, TableRecord } from "./record.ts";

/** A quote that opens and never closes would take the rest of the file for one cell: beyond this it is taken as text. */
const LONGEST_RECORD = 1 << 22;
/** After so many lone quotes, quotes have no meaning in this file. */
const MOST_LONE_QUOTES = 100;

/**
 * Cuts decoded text into records, piece by piece; PapaParse does the parsing, this counts the lines.
 * A quote that never closes is text: its line is read without quotes and told to `onLoneQuote`.
 */
export class RecordReader {
  private rest = "";
  /** The length that the text of an unfinished record must reach before it is looked through again: a long one is not, at every piece. */
  private retryAt = 0;
  /** The physical line on which the next record starts. */
  line: number;
  private loneQuotes = 0;

  constructor(
    private dialect: Dialect,
    private readonly onRecord: (record: TableRecord) => void,
    private readonly onLoneQuote: (line: number) => void = () => {},
    firstLine = 1,
  ) {
    this.line = firstLine;
  }

  /** Whether text was taken whose record has not ended yet. */
  get pending(): boolean {
    return this.rest !== "";
  }

  /** Takes more text; `last` when there is none after it. */
  push(text: string, last: boolean): void {
    let pending = this.rest + text;
    // The last line means the same with and without its line break.
    if (last && pending !== "" && !/[\r\n]$/.test(pending)) pending += "\n";
    if (!last && pending.length < this.retryAt) {
      this.rest = pending;
      return;
    }
    // A CR at the end may be half of a CRLF.
    const held = !last && pending.endsWith("\r") ? "\r" : "";
    pending = unifyLineBreaks(held ? pending.slice(0, -1) : pending);
    let start = 0;
    for (;;) {
      const end = this.parse(pending, start, last);
      if (end.loneQuoteAt === undefined) {
        this.rest = pending.slice(end.consumed) + held;
        this.retryAt = Math.min(2 * this.rest.length, LONGEST_RECORD + 1);
        return;
      }
      start = this.readLineUnquoted(pending, end.loneQuoteAt);
    }
  }

  private parse(text: string, from: number, last: boolean): Cut {
    const input = from === 0 ? text : text.slice(from);
    const { quote, escape: mark } = this.dialect;
    const { consumed, loneQuoteAt } =
      quote !== "" && mark !== quote
        ? this.parseEscaped(input, last)
        : this.parseDoubled(input, last);
    return {
      consumed: from + consumed,
      ...(loneQuoteAt !== undefined && { loneQuoteAt: from + loneQuoteAt }),
    };
  }

  private parseEscaped(input: string, last: boolean): Cut {
    const cut = cutEscaped(input, this.dialect, last, (fields, start, end) =>
      this.emit(fields, input.slice(start, end)),
    );
    return !last && cut.loneQuoteAt === undefined && input.length - cut.consumed > LONGEST_RECORD
      ? { ...cut, loneQuoteAt: cut.consumed }
      : cut;
  }

  private parseDoubled(input: string, last: boolean): Cut {
    let start = 0;
    let lone: number | undefined;
    const take = (
      fields: string[],
      cursor: number,
      missingQuote: boolean,
      abort: () => void,
    ): void => {
      if (missingQuote) {
        lone = start;
        abort();
        return;
      }
      const raw = input.slice(start, cursor);
      start = cursor;
      this.emit(fields, raw);
    };
    const parser = new Papa.Parser({
      delimiter: this.dialect.delimiter,
      newline: "\n",
      quoteChar: this.dialect.quote === "" ? NO_QUOTE : this.dialect.quote,
      escapeChar: this.dialect.quote === "" ? NO_QUOTE : this.dialect.escape,
      step: (results: Papa.ParseStepResult<string[]> & { data: unknown }) => {
        const rows = results.data as unknown as string[][];
        // A quote inside a cell that runs over lines, and is not doubled, opened another cell: the one before it was never closed.
        const runsOver = input.slice(start, results.meta.cursor).trimEnd().includes("\n");
        const missingQuote = results.errors.some(
          ({ code }) => code === "MissingQuotes" || (code === "InvalidQuotes" && runsOver),
        );
        take(rows[0] as string[], results.meta.cursor, missingQuote, () => parser.abort());
      },
    } as Papa.ParseConfig);
    (
      parser as unknown as { parse(text: string, base: number, ignoreLastRow: boolean): unknown }
    ).parse(input, 0, !last);
    if (lone === undefined && !last && input.length - start > LONGEST_RECORD) lone = start;
    return lone === undefined
      ? { consumed: last ? input.length : start }
      : { consumed: start, loneQuoteAt: lone };
  }

  private emit(fields: string[], raw: string): void {
    const record = { fields, line: this.line, raw: raw.endsWith("\n") ? raw.slice(0, -1) : raw };
    for (let at = raw.indexOf("\n"); at !== -1; at = raw.indexOf("\n", at + 1)) this.line++;
    // The text after the last line break is no record.
    if (raw !== "") this.onRecord(record);
  }

  private readLineUnquoted(text: string, start: number): number {
    this.onLoneQuote(this.line);
    if (++this.loneQuotes >= MOST_LONE_QUOTES) this.dialect = { ...this.dialect, quote: "" };
    const lineBreak = text.indexOf("\n", start);
    const end = lineBreak === -1 ? text.length : lineBreak + 1;
    const raw = text.slice(start, end);
    this.emit((raw.endsWith("\n") ? raw.slice(0, -1) : raw).split(this.dialect.delimiter), raw);
    return end;
  }
}

/** A character that no decoded text holds. */
const NO_QUOTE = "\uFFFF";

const unifyLineBreaks = (text: string): string =>
  text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;

/** All records of a text. */
export function recordsOf(text: string, dialect: Dialect): TableRecord[] {
  const records: TableRecord[] = [];
  new RecordReader(dialect, (record) => records.push(record)).push(text, true);
  return records;
}

/** Where something starts in the text of a record, and on which physical line and column (UTF-16 units, from 1) that is. */
interface Start {
  readonly at: number;
  readonly line: number;
  readonly column: number;
}

/** Where the fields of a record start: told once, since as many places may be asked for as there are fields. */
const startsOfRecords = new WeakMap<TableRecord, readonly Start[]>();

function startsOf(record: TableRecord, dialect: Dialect): readonly Start[] {
  const known = startsOfRecords.get(record);
  if (known) return known;
  const { raw } = record;
  const starts: Start[] = [];
  let { line } = record;
  let lineStart = 0;
  let lineBreak = raw.indexOf("\n");
  for (let at = 0; at <= raw.length; ) {
    for (; lineBreak !== -1 && lineBreak < at; lineBreak = raw.indexOf("\n", lineStart)) {
      line++;
      lineStart = lineBreak + 1;
    }
    starts.push({ at, line, column: at - lineStart + 1 });
    at = Math.max(at + 1, endOfField(raw, at, dialect) + dialect.delimiter.length);
  }
  startsOfRecords.set(record, starts);
  return starts;
}

/**
 * Where a field of a record starts: its physical line, and its column in UTF-16 units from 1. `field` counts from 0; one that the record
 * lacks would stand behind its text.
 */
export function placeOfField(
  record: TableRecord,
  field: number,
  dialect: Dialect,
): { line: number; column: number } {
  if (field === 0) return { line: record.line, column: 1 };
  const { line, column } = startsOf(record, dialect)[field] ?? {
    line: record.line,
    column: record.raw.length + 1,
  };
  return { line, column };
}

/** The fields as they stand in the file, quotes and all. */
export function rawFields(record: TableRecord, dialect: Dialect): string[] {
  const starts = startsOf(record, dialect);
  return record.fields.map((_, i) => {
    const start = starts[i]?.at ?? record.raw.length;
    const next = starts[i + 1]?.at;
    return record.raw.slice(
      start,
      i + 1 < record.fields.length && next !== undefined
        ? next - dialect.delimiter.length
        : undefined,
    );
  });
}

/** Where a character first stands in a record: its physical line, and its column in UTF-16 units from 1. */
export function placeOfCharacter(
  { raw, line }: TableRecord,
  character: string,
): { line: number; column: number } {
  const at = Math.max(0, raw.indexOf(character));
  const before = raw.slice(0, at);
  return { line: line + before.split("\n").length - 1, column: at - before.lastIndexOf("\n") };
}

function endOfField(
  raw: string,
  start: number,
  { delimiter, quote, escape: escapeMark }: Dialect,
): number {
  if (quote !== "" && raw.startsWith(quote, start)) {
    for (let i = start + 1; i < raw.length; i++) {
      if (
        escapeMark !== quote &&
        raw[i] === escapeMark &&
        (raw[i + 1] === quote || raw[i + 1] === escapeMark)
      )
        i++;
      else if (raw[i] === quote) {
        if (raw[i + 1] === quote) i++;
        else {
          start = i + 1;
          break;
        }
      }
    }
  }
  const end = raw.indexOf(delimiter, start);
  return end === -1 ? raw.length : end;
}

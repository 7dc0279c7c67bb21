import type { Dialect } from "./records.ts";

/** A record as the characters of a text: where its fields begin and end, and where the next record begins. */
export interface RawRecord {
  /** Offsets: the first character of each field, and the one after its last. */
  readonly fields: readonly { readonly start: number; readonly end: number }[];
  readonly start: number;
  /** After the last field, before the line break. */
  readonly end: number;
  /** After the line break. */
  readonly next: number;
  /** The physical line it starts on, from 1. */
  readonly line: number;
  /** A quote that never closes, or closes before the end of its field: parsers differ over where such a record ends. */
  readonly malformed: boolean;
}

/** Cuts a text into records without changing a character: line breaks of every kind stay where they are. */
export function* rawRecords(text: string, { delimiter, quote }: Dialect): Generator<RawRecord> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const start = at;
    const fields: { start: number; end: number }[] = [];
    let malformed = false;
    for (;;) {
      const end = fieldEnd(text, at, delimiter, quote);
      malformed ||=
        quote !== "" &&
        text.startsWith(quote, at) &&
        (end - at < 2 || closingQuote(text, at + 1, quote) !== end - 1);
      fields.push({ start: at, end });
      if (!text.startsWith(delimiter, end) || end >= text.length) {
        at = end;
        break;
      }
      at = end + delimiter.length;
    }
    const next = at >= text.length ? at : at + (text.startsWith("\r\n", at) ? 2 : 1);
    yield { fields, start, end: at, next, line, malformed };
    line += text.slice(start, next).match(/\r\n|\r|\n/g)?.length ?? 0;
    at = next;
  }
}

/** The end of a field: its delimiter, the line break, or the end of the text. A quote that never closes is a character like any other. */
function fieldEnd(text: string, start: number, delimiter: string, quote: string): number {
  let from = start;
  if (quote !== "" && text.startsWith(quote, start)) {
    const close = closingQuote(text, start + 1, quote);
    if (close !== -1) from = close + 1;
  }
  let end = from;
  while (
    end < text.length &&
    !text.startsWith(delimiter, end) &&
    text[end] !== "\n" &&
    text[end] !== "\r"
  )
    end++;
  return end;
}

function closingQuote(text: string, from: number, quote: string): number {
  for (let at = text.indexOf(quote, from); at !== -1; at = text.indexOf(quote, at + 2))
    if (text[at + 1] !== quote) return at;
  return -1;
}

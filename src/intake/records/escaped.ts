import type { Dialect } from "./record.ts";

/** What was cut from a text: how far it went, and where a quote opened that never closed. */
export interface Cut {
  readonly consumed: number;
  readonly loneQuoteAt?: number;
}

/**
 * Cuts records in which a backslash stands before a quote that is part of a cell ("5\" pipe"); PapaParse takes `\\"` for such a quote and misses
 * the end of the cell. `take` receives the fields, and where the record's text begins and ends. With `last`, what is left is a record too.
 */
export function cutEscaped(
  text: string,
  dialect: Dialect,
  last: boolean,
  take: (fields: string[], start: number, end: number) => void,
): Cut {
  let start = 0;
  let fields: string[] = [];
  let at = 0;
  while (at <= text.length) {
    if (at === text.length && at === start && fields.length === 0) break;
    const cell = readCell(text, at, dialect);
    if (cell === undefined)
      return last ? { consumed: start, loneQuoteAt: start } : { consumed: start };
    fields.push(cell.text);
    at = cell.end;
    if (at >= text.length) {
      if (!last) return { consumed: start };
      take(fields, start, text.length);
      return { consumed: text.length };
    }
    if (text[at] === "\n") {
      at++;
      take(fields, start, at);
      fields = [];
      start = at;
    } else at += dialect.delimiter.length;
  }
  return { consumed: start };
}

/** The cell at a place, and where it ends (at a delimiter, a line break or the end); undefined when its quote never closes. */
function readCell(
  text: string,
  from: number,
  { delimiter, quote, escape: mark }: Dialect,
): { text: string; end: number } | undefined {
  if (!text.startsWith(quote, from)) return plainCell(text, from, delimiter);
  let out = "";
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at] as string;
    const next = text[at + 1];
    if (character === mark && (next === quote || next === mark)) {
      out += next;
      at++;
    } else if (character !== quote) out += character;
    else if (next === quote) {
      out += quote;
      at++;
    } else {
      const rest = plainCell(text, at + 1, delimiter);
      return { text: out + rest.text, end: rest.end };
    }
  }
  return undefined;
}

function plainCell(text: string, from: number, delimiter: string): { text: string; end: number } {
  const lineBreak = text.indexOf("\n", from);
  const lineEnd = lineBreak === -1 ? text.length : lineBreak;
  const found = text.indexOf(delimiter, from);
  const end = found === -1 || found > lineEnd ? lineEnd : found;
  return { text: text.slice(from, end), end };
}

import { filledCells } from "../cells/filled-cells.ts";
import { holdsFigures, isKnownHead, knownHeads } from "../heads/known-heads.ts";

/** A part of a line; `start` counts UTF-16 units from 0. */
interface AlignedField {
  readonly text: string;
  readonly start: number;
}

/** Lines cut at blanks: a title and a note are one field, a rule and a blank line none. */
export interface AlignedText {
  readonly lines: readonly (readonly AlignedField[])[];
}

/** A line that cuts into another number of fields than the header. */
export interface UnevenLine {
  readonly line: number;
  readonly fields: number;
  readonly expected: number;
}

/** What may stand between columns, the surest first: several blanks, several or full-width ones, any. */
const gaps: readonly RegExp[] = [
  /[ \u00a0\u3000]{2,}/gu,
  /[ \u00a0]{2,}|[ \u00a0]*\u3000[ \u00a0\u3000]*/gu,
  /[ \u00a0\u3000]+/gu,
];
const rule = /^[\s\-—–─━═=_+|┼┬┴]{3,}$/u;

/**
 * A text whose columns stand apart by blanks, as it is pasted from a terminal or a page: every line from the header on cuts into the same number of
 * fields. One line that does not is given back instead where most do, under heads that the codebook knows; undefined for any other text.
 */
export function readAligned(text: string): AlignedText | UnevenLine | undefined {
  const lines = text
    .replace(/^\uFEFF/u, "")
    .replace(/(?:\r\n?|\n)$/u, "")
    .split(/\r\n?|\n/u);
  if (/[\t"]/u.test(text)) return undefined;
  let uneven: UnevenLine | undefined;
  for (const gap of gaps) {
    const cut = lines.map((line) => (rule.test(line) ? [] : fieldsOf(line, gap)));
    const read = evenLines(cut);
    if (read && "lines" in read) return read;
    uneven ??= read;
  }
  return uneven;
}

function fieldsOf(line: string, gap: RegExp): AlignedField[] {
  const fields: AlignedField[] = [];
  const end = line.trimEnd().length;
  let start = line.length - line.trimStart().length;
  for (const found of line.matchAll(gap)) {
    if (found.index < start || found.index >= end) continue;
    fields.push({ text: line.slice(start, found.index), start });
    start = found.index + found[0].length;
  }
  if (start < end) fields.push({ text: line.slice(start, end), start });
  return fields;
}

function evenLines(
  lines: readonly (readonly AlignedField[])[],
): AlignedText | UnevenLine | undefined {
  const head = lines.findIndex((fields) => isHead(fields, lines));
  if (head === -1) return undefined;
  const expected = (lines[head] as readonly AlignedField[]).length;
  const body = lines.flatMap((fields, at) =>
    at > head && fields.length > 0 ? [{ fields: fields.length, line: at + 1 }] : [],
  );
  // Notes stand below, in one piece.
  while (body.at(-1)?.fields === 1) body.pop();
  const even = body.filter(({ fields }) => fields === expected).length;
  if (even === 0) return undefined;
  const other = body.find(({ fields }) => fields !== expected);
  if (other === undefined) return { lines };
  return even >= 0.6 * body.length && expected >= 3 ? { ...other, expected } : undefined;
}

/** Names that the codebook knows; or names of areas over rows that begin with them. */
function isHead(
  fields: readonly AlignedField[],
  lines: readonly (readonly AlignedField[])[],
): boolean {
  const cells = fields.map(({ text }) => text);
  if (filledCells(cells) < 2 || holdsFigures(cells)) return false;
  if (knownHeads(cells) >= 2) return true;
  return (
    cells.length >= 3 &&
    lines.filter(
      ([first, second]) => second !== undefined && first !== undefined && isKnownHead(first.text),
    ).length >= 3
  );
}

import { looksNumeric } from "../cells/cell-kind.ts";
import { type Dialect, recordsOf, type TableRecord } from "./records.ts";

/** A comma with a blank behind it is a delimiter of its own: else the quotes behind the blank would mean nothing. */
const delimiters = [",", "\t", ";", "|", "，", ", "];
const SAMPLE = 64_000;
const MOST_RECORDS = 300;
const usual: Dialect = { delimiter: ",", quote: '"', escape: '"' };

/** A first line for Excel that names the delimiter: `sep=;`. */
const separatorLine = /^\ufeff?"?sep=([^\r\n])"?[,;\t|，]*(?=[\r\n]|$)/iu;

/** The delimiter that a `sep=` line names, if the text begins with one. */
export const namedDelimiter = (text: string): string | undefined => separatorLine.exec(text)?.[1];

/**
 * Decides delimiter, quote and escape from the first records: those that cut most of them into the same number (two or more) of clean cells
 * under the most headers that are known (`familiar` counts them in a row). A text without any delimiter is one column, and gets a comma.
 * A declared delimiter is kept; a `sep=` line is obeyed.
 */
export function detectDialect(
  text: string,
  familiar: (cells: readonly string[]) => number = () => 0,
  declared?: string,
): Dialect {
  const named = namedDelimiter(text);
  const sample = wholeLines(
    named === undefined ? text : text.replace(separatorLine, "").replace(/^\r?\n|^\r/, ""),
  );
  const wanted = declared ?? named;
  const candidates = (
    wanted === undefined
      ? delimiters.filter((d) => sample.includes(d === ", " ? ', "' : d))
      : [wanted]
  ).flatMap((delimiter) =>
    quotings(sample, delimiter).map((quoting): Dialect => ({ delimiter, ...quoting })),
  );
  let best: { dialect: Dialect; score: number } | undefined;
  for (const dialect of candidates) {
    const score = judge(
      recordsOf(sample, dialect).slice(0, MOST_RECORDS),
      dialect,
      candidates,
      familiar,
    );
    if (!best || score > best.score + 1e-9) best = { dialect, score };
  }
  if (wanted !== undefined) return best?.dialect ?? { ...usual, delimiter: wanted };
  return best && best.score > 0 ? best.dialect : usual;
}

/** The lines that are whole in the sample, so that a cut cell does not count as ragged. */
function wholeLines(text: string): string {
  if (text.length <= SAMPLE) return text;
  const cut = text.slice(0, SAMPLE);
  const end = Math.max(cut.lastIndexOf("\n"), cut.lastIndexOf("\r"));
  return end > 0 ? cut.slice(0, end + 1) : cut;
}

const usualQuoting = { quote: '"', escape: '"' } as const;

/** The ways of quoting that the text gives reason to try: a backslash before quotes, single quotes around cells with a delimiter in them. */
function quotings(text: string, delimiter: string): readonly { quote: string; escape: string }[] {
  const found: { quote: string; escape: string }[] = [usualQuoting];
  if (text.includes('\\"')) found.push({ quote: '"', escape: "\\" });
  const edge = `(?:^|[\\n\\r]|${escapeRegExp(delimiter)})`;
  if (
    new RegExp(
      `${edge}'[^'\\n\\r]*${escapeRegExp(delimiter)}[^'\\n\\r]*'(?=[\\n\\r]|$|${escapeRegExp(delimiter)})`,
      "u",
    ).test(text)
  ) {
    found.push({ quote: "'", escape: text.includes("\\'") ? "\\" : "'" });
  }
  return found;
}

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

function judge(
  records: readonly TableRecord[],
  dialect: Dialect,
  others: readonly Dialect[],
  familiar: (cells: readonly string[]) => number,
): number {
  const filled = records.filter((record) => record.fields.some((cell) => cell.trim() !== ""));
  if (filled.length === 0) return 0;
  const agreed = agreement(filled.map((record) => record.fields.length));
  if (agreed === 0) return 0;
  const heads = Math.max(
    0,
    ...filled
      .slice(0, 12)
      .map((record) => (record.fields.length > 1 ? familiar(record.fields) : 0)),
  );
  return (
    agreed * (0.4 + 0.6 * cleanliness(filled, dialect, others)) +
    0.3 * Math.min(1, heads / 3) -
    oddQuotes(filled, dialect)
  );
}

/** The share of records that have the commonest width of two or more, weighted a little by that width. */
function agreement(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  let score = 0;
  for (const [width, count] of counts)
    score = Math.max(score, (count / widths.length) * (1 + Math.log10(width) / 10));
  return score;
}

/** The share of filled cells that are numbers or hold none of the other delimiters. */
function cleanliness(
  records: readonly TableRecord[],
  dialect: Dialect,
  others: readonly Dialect[],
): number {
  const foreign = others
    .map((other) => other.delimiter)
    .filter((delimiter) => delimiter.trim() !== dialect.delimiter.trim() || delimiter === "\t");
  let cells = 0;
  let clean = 0;
  for (const record of records) {
    for (const cell of record.fields) {
      if (cell === "") continue;
      cells++;
      if (!foreign.some((delimiter) => cell.includes(delimiter)) || looksNumeric(cell)) clean++;
    }
  }
  return cells === 0 ? 0 : clean / cells;
}

/** Cells in which a quote or an escape is left over speak against a way of quoting. */
function oddQuotes(records: readonly TableRecord[], { quote, escape: mark }: Dialect): number {
  if (mark === "\\") return 0;
  const leftOver = quote === "'" ? /^'/u : /^\s*["']|\\"/u;
  let cells = 0;
  let odd = 0;
  for (const record of records) {
    for (const cell of record.fields) {
      cells++;
      if (leftOver.test(cell)) odd++;
    }
  }
  return cells === 0 ? 0 : (0.5 * odd) / cells;
}

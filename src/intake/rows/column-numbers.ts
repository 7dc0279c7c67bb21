import { isFilled } from "../cells/filled-cells.ts";

/** Stands in the numbering for a column of names. */
const stub = /^[甲乙丙丁戊AB]$/u;
const bracketed = /^\((\d{1,3})\)$/;
const bare = /^\d{1,3}$/;

interface Numbering {
  /** The numbers that follow one another. */
  readonly length: number;
  readonly first: number;
  readonly stubs: number;
  readonly bracketed: boolean;
}

/** The numbers of a row that holds nothing else, each one more than the one before it: 甲, 1, 2 · (1), (2) · ①, ②. */
function numbering(cells: readonly string[]): Numbering | undefined {
  const filled = cells.filter(isFilled).map((cell) => cell.trim());
  if (filled.length < 2 || filled.some((cell) => cell.length > 5)) return undefined;
  const marked = filled.some((cell) => /[①-⑳⑴-⒇]/u.test(cell));
  const plain = filled.map((cell) => cell.normalize("NFKC").replaceAll(" ", ""));
  const rest = plain.filter((cell) => !stub.test(cell));
  const numbers = rest.map((cell) => {
    const digits = bracketed.exec(cell)?.[1] ?? (bare.test(cell) ? cell : undefined);
    return digits === undefined ? Number.NaN : Number(digits);
  });
  const [first = Number.NaN] = numbers;
  if (!numbers.every((number, i) => number === first + i)) return undefined;
  return {
    length: rest.length,
    first,
    stubs: plain.length - rest.length,
    bracketed: marked || rest.every((cell) => bracketed.test(cell)),
  };
}

/** A row that numbers the columns without doubt: 甲, 乙, 1, 2, 3 … or (1), (2), (3), or five and more bare numbers. */
export function numbersColumns(cells: readonly string[]): boolean {
  const found = numbering(cells);
  if (!found || (found.first !== 1 && found.first !== 2)) return false;
  const { length, stubs } = found;
  return length >= 2 && length + stubs >= 3 && (stubs > 0 || length >= 5 || found.bracketed);
}

/** Whether a row is 1, 2, 3 … through all columns: it numbers them where the names of the other rows are words. */
export function countsThrough(cells: readonly string[], columns: number): boolean {
  const found = numbering(cells);
  return found !== undefined && found.first === 1 && found.length >= 3 && found.length === columns;
}

/** Whether a table holds a row that numbers its columns by bare numbers: none of its names is a number but in that row. */
export function hasColumnNumbers(
  rows: readonly (readonly string[])[],
  columns: number,
  names: number | undefined,
): boolean {
  if (names === undefined || !rows.some((row) => countsThrough(row, columns))) return false;
  const others = rows.filter((row) => !countsThrough(row, columns) && isFilled(row[names]));
  return others.length > 0 && others.every((row) => !/^\d+$/.test((row[names] as string).trim()));
}

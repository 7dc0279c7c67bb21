import { readScale, readUnit } from "../../codebook/unit-spellings.ts";

const number = /^[\s\d.,，+\-−%％‰]*\d[\s\d.,，%％‰]*$/u;
const scientific = /^[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d+$/;
const date = /^\d{2,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/u;
const otherDate = /^\d{1,2}([-/.])\d{1,2}\1\d{2,4}$|^\d{1,2}:\d{2}(?::\d{2})?$/;
const fullWidth = /[０-９．，％＋－]/u;

/** Whether a cell is written like a figure (or a date), whatever it means. */
export function looksNumeric(cell: string): boolean {
  const text = fullWidth.test(cell) ? cell.normalize("NFKC") : cell;
  if (number.test(text)) return true;
  const bare = text.trim();
  return /^[\d+-]/.test(bare) && (scientific.test(bare) || date.test(bare) || otherDate.test(bare));
}

/** Whether a cell is a figure, alone or with a unit or a scale behind it: 500, 60万元. */
export function isFigure(cell: string): boolean {
  if (looksNumeric(cell)) return true;
  const behind = /^[<>≤≥约約近]?\s*-?\d[\d,]*(?:\.\d+)?\s*(\D\S{0,12})$/u.exec(cell.trim())?.[1];
  return behind !== undefined && (readUnit(behind) ?? readScale(behind)) !== undefined;
}

/** Whether a cell is a bare Western year, as heads of a table by years are. */
export const looksLikeYear = (cell: string): boolean => /^\s*(?:19|20)\d{2}年?\s*$/u.test(cell);

/** Whether cells are ranges of ages that follow on one another, as heads of a table by age: 0-14, 15-64, 65+. */
export function risesInRanges(cells: readonly string[]): boolean {
  let next: number | undefined;
  for (const cell of cells) {
    const [, from, to] = /^\s*(\d{1,3})\s*(?:[-–~～至]\s*(\d{1,3})|\+)\s*$/u.exec(cell) ?? [];
    if (
      from === undefined ||
      (next !== undefined && Number(from) !== next) ||
      (to !== undefined && Number(to) <= Number(from))
    )
      return false;
    next = to === undefined ? -1 : Number(to) + 1;
  }
  return next !== undefined && cells.length > 1;
}

/** Whether cells are numbers that rise by even steps from a first small one: the ages 0, 1, 2 … or the numbers of the columns. */
export function risesEvenly(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => cell.trim().replace(/^[(（](\d+)[)）]$/u, "$1"));
  if (numbers.length < 3 || !numbers.every((text) => /^\d{1,4}$/.test(text))) return false;
  const step = Number(numbers[1]) - Number(numbers[0]);
  return (
    step > 0 &&
    Number(numbers[0]) < 2100 &&
    numbers.every((text, i) => Number(text) === Number(numbers[0]) + i * step)
  );
}

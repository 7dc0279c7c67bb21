const number = /^[\s\d.,，+\-−%％‰]*\d[\s\d.,，%％‰]*$/u;
const scientific = /^[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d+$/;
const date = /^\d{2,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/u;
const fullWidth = /[０-９．，％＋－]/u;

/** Whether a cell is written like a figure (or a date), whatever it means. */
export function looksNumeric(cell: string): boolean {
  const text = fullWidth.test(cell) ? cell.normalize("NFKC") : cell;
  return number.test(text) || scientific.test(text.trim()) || date.test(text.trim());
}

/** Whether a cell is a bare Western year, as heads of a table by years are. */
export const looksLikeYear = (cell: string): boolean => /^\s*(?:19|20)\d{2}年?\s*$/u.test(cell);

/** Whether cells are numbers that rise by even steps from a first small one: the ages 0, 1, 2 … or the numbers of the columns. */
export function risesEvenly(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => cell.trim().replace(/^[(（](\d+)[)）]$/u, "$1"));
  if (numbers.length < 3 || !numbers.every((text) => /^\d{1,4}$/.test(text))) return false;
  const step = Number(numbers[1]) - Number(numbers[0]);
  return step > 0 && Number(numbers[0]) < 2100 && numbers.every((text, i) => Number(text) === Number(numbers[0]) + i * step);
}

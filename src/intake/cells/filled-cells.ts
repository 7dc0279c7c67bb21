/** Whether a cell holds more than blanks. */
export const isFilled = (cell: string | undefined): boolean =>
  cell !== undefined && cell.trim() !== "";

/** How many cells are filled; beyond `most` they are not counted: rows of hundreds of cells are looked at by the hundred thousand. */
export function filledCells(cells: readonly string[], most = Number.POSITIVE_INFINITY): number {
  let filled = 0;
  for (const cell of cells) if (isFilled(cell) && ++filled >= most) break;
  return filled;
}

/** The first filled cell, without the blanks around it; undefined where all are blank. */
export function firstFilled(cells: readonly string[]): string | undefined {
  for (const cell of cells) {
    const text = cell.trim();
    if (text !== "") return text;
  }
  return undefined;
}

import { identityOfCell, redacted } from "../../codebook/identity.ts";

/**
 * Cells of a row that is shown because it was not understood. Where one of them is a number of a person, the row is of a list of persons:
 * its texts may be names, so none is shown.
 */
export function seenSafely(cells: readonly string[]): string[] {
  if (cells.every((cell) => identityOfCell(cell) === undefined)) return [...cells];
  return cells.map((cell) => (/^\s*\d{1,6}\s*$/.test(cell) ? cell : redacted));
}

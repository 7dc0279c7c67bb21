import { columnLetters } from "../../survey/cell-name.ts";
import { codes } from "../../survey/codes.ts";
import type { RaisedFinding } from "../findings.ts";
import type { CellGrid } from "./cell-grid.ts";

/** So many runs of rows or columns are told. */
const MOST_TOLD = 12;

/** What is to be said of rows and columns that a sheet hides and that hold something: they are read with the others. */
export function hiddenFindings({
  rows,
  hiddenRows = [],
  hiddenColumns = [],
}: CellGrid): RaisedFinding[] {
  const hiddenOnes = hiddenRows.filter((r) => rows[r]?.some(isFilled));
  const columns = hiddenColumns.filter((c) => rows.some((row) => isFilled(row[c])));
  const [firstRow] = hiddenOnes;
  const [firstColumn] = columns;
  return [
    ...(firstRow === undefined
      ? []
      : [
          {
            code: codes.hiddenRows,
            place: { line: firstRow + 1 },
            args: { rows: runsOf(hiddenOnes, String), count: hiddenOnes.length },
          },
        ]),
    ...(firstColumn === undefined
      ? []
      : [
          {
            code: codes.hiddenColumns,
            place: {
              line: rows.findIndex((row) => isFilled(row[firstColumn])) + 1,
              field: firstColumn + 1,
            },
            args: { columns: runsOf(columns, columnLetters), count: columns.length },
          },
        ]),
  ];
}

/** A sheet as it is seen: what is hidden is blank, and every cell keeps its place. */
export function visibleOnly(grid: CellGrid): CellGrid {
  const { rows, hiddenRows = [], hiddenColumns = [] } = grid;
  if (hiddenRows.length === 0 && hiddenColumns.length === 0) return grid;
  const hidden = new Set(hiddenRows);
  const columns = new Set(hiddenColumns);
  return {
    name: grid.name,
    merges: grid.merges,
    rows: rows.map((row, r) =>
      hidden.has(r) ? [] : row.map((cell, c) => (columns.has(c) ? "" : cell)),
    ),
  };
}

const isFilled = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== "";

/** Numbers from 0 as they are counted from 1, those that follow on one another as a range: 3, 5–8. */
function runsOf(numbers: readonly number[], write: (number: number) => string): string[] {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run.last === number - 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  const written = runs
    .slice(0, MOST_TOLD)
    .map(({ first, last }) =>
      first === last ? write(first + 1) : `${write(first + 1)}–${write(last + 1)}`,
    );
  return runs.length > MOST_TOLD ? [...written, "…"] : written;
}

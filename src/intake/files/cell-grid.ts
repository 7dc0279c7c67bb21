import { columnLetters } from "../../survey/cell-name.ts";
import { CdjError } from "../../survey/error.ts";
import { hiddenFindings } from "./hidden-cells.ts";
import { unmerge } from "./merged-cells.ts";
import { rowsSource } from "./rows-source.ts";
import type { Origin, Source } from "./source.ts";

/** A rectangle of cells that were merged into its first one; rows and columns from 0, ends included. */
export interface Merge {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

/** The cells of a sheet of a workbook or of a table of a web page, as text. */
export interface CellGrid {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly Merge[];
  /** Rows and columns from 0 that are hidden or filtered out. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

/** A cell so far from all others that the rows or columns between would only cost time and memory. */
const WIDEST_GAP = 2000;
const LONGEST_GAP = 20_000;
/** Beyond it a table belongs into a CSV file. */
export const MOST_CELLS = 20_000_000;

/** The grid as a source of rows of the same width. Throws a CdjError for a cell far outside the table. */
export function gridSource(file: Source, grid: CellGrid, rest: Partial<Origin> = {}): Source {
  const { rows, width } = trimmed(file.name, grid);
  const unmerged = unmerge(rows, grid.merges);
  const whole = unmerged.rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ""));
  const findings = [...hiddenFindings(grid), ...unmerged.findings];
  return rowsSource(file.name, whole, {
    file,
    sheet: grid.name,
    ...(findings.length > 0 && { findings }),
    ...rest,
  });
}

/** Whether any cell holds something. */
export const isBlankGrid = (grid: CellGrid): boolean =>
  grid.rows.every((row) => row.every((cell) => cell.trim() === ""));

function trimmed(
  file: string,
  { name, rows }: CellGrid,
): { rows: readonly (readonly string[])[]; width: number } {
  let width = 0;
  let height = 0;
  const columns = new Set<number>();
  rows.forEach((row, r) => {
    let any = false;
    row.forEach((cell, c) => {
      if (cell.trim() === "") return;
      any = true;
      columns.add(c);
      if (c >= width) width = c + 1;
    });
    if (!any) return;
    if (r - height > LONGEST_GAP)
      throw new CdjError("far-cell", { file, cell: `${name}!A${r + 1}` });
    height = r + 1;
  });
  let last = -1;
  for (const column of [...columns].sort((a, b) => a - b)) {
    if (column - last > WIDEST_GAP)
      throw new CdjError("far-cell", { file, cell: `${name}!${columnLetters(column + 1)}1` });
    last = column;
  }
  if (width * height > MOST_CELLS)
    throw new CdjError("far-cell", { file, cell: `${name}!${columnLetters(width)}${height}` });
  return { rows: rows.slice(0, height), width };
}

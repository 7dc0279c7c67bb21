import { matchHeader } from "../../codebook/match.ts";
import { columnLetters } from "../../survey/cell-name.ts";
import { codes } from "../../survey/codes.ts";
import { isFigure, looksNumeric } from "../cells/cell-kind.ts";
import type { RaisedFinding } from "../findings.ts";
import type { Merge } from "./cell-grid.ts";

type Rows = readonly (readonly string[])[];

/** Rows in which merged cells stand where they belong, and what is to be said of it. */
export interface Unmerged {
  readonly rows: Rows;
  readonly findings: readonly RaisedFinding[];
}

/**
 * What merged cells hold, where they stand for more than one row or column of data: a name, a year or a code stands for each of them; a figure
 * stands for none of them, since nobody knows how it divides, and is a finding. In the header a merged cell stays written once, as exports write it,
 * and so does one of a form, where cells are merged to be wide.
 */
export function unmerge(rows: Rows, merges: readonly Merge[]): Unmerged {
  const firstData = rows.findIndex(
    (row) =>
      row.filter(isFilled).length > 1 && row.some((cell) => looksNumeric(cell) || isFigure(cell)),
  );
  const inData = merges.filter(
    ({ startRow, startColumn, endRow, endColumn }) =>
      firstData !== -1 &&
      startRow >= firstData &&
      startRow < rows.length &&
      (endRow > startRow || endColumn > startColumn) &&
      isFilled(rows[startRow]?.[startColumn]),
  );
  if (inData.length === 0) return { rows, findings: [] };
  const sheet = new Sheet(rows, firstData, inData);
  const findings: RaisedFinding[] = [];
  for (const merge of inData) {
    const { startRow, startColumn } = merge;
    const text = rows[startRow]?.[startColumn] ?? "";
    if (!isFigure(text) || sheet.isKey(startColumn)) sheet.fillDown(merge, text);
    else if (sheet.standsForSeveral(merge)) {
      sheet.clear(startRow, startColumn);
      findings.push({
        code: codes.mergedFigure,
        place: { line: startRow + 1, field: startColumn + 1 },
        args: { cell: text.trim(), range: rangeOf(merge) },
      });
    }
  }
  return { rows: sheet.rows, findings };
}

const isFilled = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== "";

const rangeOf = ({ startRow, startColumn, endRow, endColumn }: Merge): string =>
  `${columnLetters(startColumn + 1)}${startRow + 1}:${columnLetters(endColumn + 1)}${endRow + 1}`;

/** Heads of numbers that count nothing: codes and numbers of rows, of streets too. */
const numbering = /(?:代[码碼]|[编編][码碼号號]|序[号號]|(?:^|[ _-])(?:code|id|no\.?))$/iu;

class Sheet {
  readonly rows: string[][];

  constructor(
    private readonly written: Rows,
    private readonly firstData: number,
    private readonly merges: readonly Merge[],
  ) {
    this.rows = written.map((row) => [...row]);
  }

  /** Whether the head of a column names a year, a code or another key. */
  isKey(column: number): boolean {
    return this.heads(column).some(
      (head) => numbering.test(head.trim()) || matchHeader(head).kind === "key",
    );
  }

  fillDown({ startRow, startColumn, endRow }: Merge, text: string): void {
    for (let r = startRow + 1; r <= Math.min(endRow, this.rows.length - 1); r++)
      (this.rows[r] as string[])[startColumn] = text;
  }

  clear(row: number, column: number): void {
    (this.rows[row] as string[])[column] = "";
  }

  /** Whether the rows or the columns that a cell reaches over are of several things. */
  standsForSeveral(merge: Merge): boolean {
    return this.reachesDown(merge) || this.reachesAcross(merge);
  }

  /** Rows of their own: something of its own stands in a lower one, and the cell is not the second half of a form's entry, whose label is as high. */
  private reachesDown(merge: Merge): boolean {
    const { startRow, startColumn, endRow } = merge;
    const lower = this.written.slice(startRow + 1, endRow + 1);
    const own = lower.some((row) => row.some(isFilled));
    const label = this.merges.find(
      (other) => other.startRow === startRow && other.endColumn === startColumn - 1,
    );
    const ofForm =
      label !== undefined &&
      label.endRow === endRow &&
      lower.every((row) => row.slice(0, startColumn).every((cell) => !isFilled(cell)));
    return own && !ofForm;
  }

  /** Columns of their own: each has a head of its own, and figures in other rows. */
  private reachesAcross({ startRow, startColumn, endColumn }: Merge): boolean {
    const columns = Array.from({ length: endColumn - startColumn + 1 }, (_, i) => startColumn + i);
    return (
      columns.length > 1 &&
      columns.every((column) => this.heads(column).length > 0) &&
      columns.every((column) =>
        this.written.some(
          (row, r) => r >= this.firstData && r !== startRow && isFigure(row[column] ?? ""),
        ),
      )
    );
  }

  private heads(column: number): string[] {
    return this.written
      .slice(0, this.firstData)
      .flatMap((row) => row[column] ?? [])
      .filter(isFilled);
  }
}

import type { CellGrid, Merge } from "./cell-grid.ts";
import { cellText, type DateSystem, type WorkbookValue } from "./workbook-cell.ts";

/** What is read of a cell beside its value. */
interface SheetCell {
  readonly style?: { readonly numFmt?: string };
  readonly formula?: string;
  readonly formulaType?: string;
  /** The range of an array formula or of a shared one, on its first cell. */
  readonly formulaRef?: string;
}

/** What is read of a sheet. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly WorkbookValue[])[];
  /** By row and column from 0: `2,0`. */
  readonly cells?: ReadonlyMap<string, SheetCell>;
  readonly merges?: readonly {
    readonly startRow: number;
    readonly startCol: number;
    readonly endRow: number;
    readonly endCol: number;
  }[];
  /** By row from 0. */
  readonly rowDefs?: ReadonlyMap<number, { readonly hidden?: boolean; readonly height?: number }>;
  readonly columns?: readonly { readonly hidden?: boolean; readonly width?: unknown }[];
}

/** The cells of a sheet as text. A formula that no program has computed yet stands for itself: it must not pass for a blank cell. */
export function sheetGrid(sheet: WorkbookSheet, system: DateSystem | undefined): CellGrid {
  const rows = sheet.rows.map((row, r) =>
    row.map((value, c) => {
      const cell = sheet.cells?.get(`${r},${c}`);
      return value === null && cell?.formula !== undefined
        ? `=${cell.formula || UNWRITTEN}`
        : cellText(value, cell?.style?.numFmt, system);
    }),
  );
  for (const range of uncomputedArrays(sheet)) markBlanks(rows, range);
  return {
    name: sheet.name,
    rows,
    merges: (sheet.merges ?? []).map(toMerge),
    hiddenRows: [...(sheet.rowDefs ?? [])]
      .flatMap(([row, { hidden, height }]) => (hidden || height === 0 ? [row] : []))
      .sort((a, b) => a - b),
    hiddenColumns: (sheet.columns ?? []).flatMap(({ hidden, width }, column) =>
      hidden || width === 0 ? [column] : [],
    ),
  };
}

/** What stands for a formula that is written in another cell. */
const UNWRITTEN = "…";

const toMerge = ({
  startRow,
  startCol,
  endRow,
  endCol,
}: NonNullable<WorkbookSheet["merges"]>[number]): Merge => ({
  startRow,
  startColumn: startCol,
  endRow,
  endColumn: endCol,
});

/** The ranges of array formulas without values; only their first cell bears the formula. */
function* uncomputedArrays({ rows, cells }: WorkbookSheet): Generator<string> {
  for (const [at, { formulaType, formulaRef }] of cells ?? []) {
    if (formulaType !== "array" || formulaRef === undefined) continue;
    const [row = 0, column = 0] = at.split(",").map(Number);
    if (rows[row]?.[column] === null) yield formulaRef;
  }
}

function markBlanks(rows: string[][], range: string): void {
  const [, left = "", top, right, bottom] =
    /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(range) ?? [];
  if (top === undefined) return;
  const last = Math.min(Number(bottom ?? top), rows.length);
  for (let r = Number(top) - 1; r < last; r++) {
    const row = rows[r] as string[];
    const end = Math.min(columnNumber(right ?? left), row.length);
    for (let c = columnNumber(left) - 1; c < end; c++) if (row[c] === "") row[c] = `=${UNWRITTEN}`;
  }
}

const columnNumber = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce((sum, c) => 26 * sum + c.charCodeAt(0) - 64, 0);

import { CdjError } from "../../survey/error.ts";
import type { CellGrid, Merge } from "./cell-grid.ts";
import { MOST_CELLS } from "./cell-grid.ts";
import { decodeReferences } from "./character-references.ts";

/**
 * The tables of a web page, such as offices save as .xls: rows of cells with their spans. Only what a table needs is read; the text of
 * a cell is that of all markup in it, a table inside a cell is a table of its own. Tables of less than two rows or columns are layout.
 */
export function htmlTables(file: string, html: string): CellGrid[] {
  const tables: OpenTable[] = [];
  const open: OpenTable[] = [];
  for (const [token] of html.matchAll(tokens)) {
    if (token.startsWith("<!") || token.startsWith("<?")) continue;
    const tag = /^<(\/?)([a-z][a-z0-9]*)/i.exec(token);
    if (!tag) {
      open.at(-1)?.text(token.startsWith("<") ? "" : decodeEntities(token));
      continue;
    }
    const name = (tag[2] as string).toLowerCase();
    if (name === "table") {
      if (tag[1] === "/") open.pop()?.closeRow();
      else {
        const table = new OpenTable(file);
        tables.push(table);
        open.push(table);
      }
    } else open.at(-1)?.tag(name, tag[1] === "/", token);
  }
  for (const table of open) table.closeRow();
  return tables
    .filter((table) => table.rows.length > 1 && table.rows.some((row) => row.length > 1))
    .map((table, i) => ({
      name: `table${i + 1}`,
      rows: table.rows,
      merges: table.merges,
      hiddenRows: table.hiddenRows,
      hiddenColumns: table.hiddenColumns,
    }));
}

/** Comments, scripts, styles and embedded XML whole; tags; the text between. */
const tokens =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|xml)\b[\s\S]*?(?:<\/\1\s*>|$)|<[!?/]?[a-z][^>]*(?:>|$)|<[!?][^>]*(?:>|$)|[^<]+|</gi;

/** As browsers clamp them (HTML standard, 4.9.11). */
const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;

/** A table while its markup is read. */
class OpenTable {
  readonly rows: string[][] = [];
  readonly merges: Merge[] = [];
  readonly hiddenRows: number[] = [];
  readonly hiddenColumns: number[] = [];
  private columns = 0;
  /** Columns that cells above reach into, with how many rows they still take. */
  private readonly reserved: number[] = [];
  private row: string[] | undefined;
  private cell: { at: number; columns: number; rows: number; text: string } | undefined;
  private cells = 0;

  constructor(private readonly file: string) {}

  text(text: string): void {
    if (this.cell) this.cell.text += text;
  }

  tag(name: string, closing: boolean, token: string): void {
    if (name === "tr") {
      this.closeRow();
      if (closing) return;
      this.row = [];
      if (isHidden.test(token)) this.hiddenRows.push(this.rows.length);
    } else if (name === "col" && !closing) {
      const next = this.columns + spanOf(token, "span", MOST_COLUMNS);
      for (; this.columns < next && this.columns < MOST_COLUMNS; this.columns++)
        if (isHidden.test(token)) this.hiddenColumns.push(this.columns);
    } else if (name === "td" || name === "th") {
      this.closeCell();
      if (!closing) this.openCell(token);
    } else if (name === "br" || (closing && (name === "p" || name === "div"))) this.text("\n");
  }

  private openCell(token: string): void {
    this.row ??= [];
    let at = this.row.length;
    while ((this.reserved[at] ?? 0) > 0) at++;
    this.cell = {
      at,
      columns: spanOf(token, "colspan", MOST_COLUMNS),
      rows: spanOf(token, "rowspan", MOST_ROWS),
      text: "",
    };
  }

  private closeCell(): void {
    const { cell, row } = this;
    if (!cell || !row) return;
    this.cell = undefined;
    this.cells += cell.at + cell.columns - row.length;
    if (this.cells > MOST_CELLS) throw new CdjError("far-cell", { file: this.file, cell: "" });
    while (row.length < cell.at + cell.columns) row.push("");
    row[cell.at] = plainText(cell.text);
    for (let c = cell.at; c < cell.at + cell.columns; c++) this.reserved[c] = cell.rows;
    if (cell.rows > 1 || cell.columns > 1) {
      const startRow = this.rows.length;
      this.merges.push({
        startRow,
        startColumn: cell.at,
        endRow: startRow + cell.rows - 1,
        endColumn: cell.at + cell.columns - 1,
      });
    }
  }

  closeRow(): void {
    this.closeCell();
    if (!this.row) return;
    this.rows.push(this.row);
    this.row = undefined;
    for (let c = 0; c < this.reserved.length; c++)
      this.reserved[c] = Math.max(0, (this.reserved[c] ?? 0) - 1);
  }
}

/** As offices write a hidden row or column, and as the standard does. */
const isHidden = /\bdisplay\s*:\s*none\b|\shidden(?=[\s=>])/i;

/** How many columns or rows a cell takes; 1 for anything that is no such number. */
function spanOf(token: string, attribute: string, most: number): number {
  const written = new RegExp(`\\b${attribute}\\s*=\\s*["']?\\s*(\\d{1,9})`, "i").exec(token)?.[1];
  return Math.min(Math.max(Number(written ?? 1), 1), most);
}

/** Spaces and line breaks of the source are one space; those of the markup are kept. */
const plainText = (text: string): string =>
  text
    .replace(/[\u00a0\t\r ]+/g, " ")
    .replace(/ *\n[ \n]*/g, "\n")
    .trim();

/** Source line breaks become spaces. */
const decodeEntities = (text: string): string => decodeReferences(text.replace(/[\r\n]+/g, " "));

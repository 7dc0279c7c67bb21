import type { Cell, Table, TableColumn } from "../../survey/document.ts";
import { headText, phraseOf, phraseText, type Style } from "./inline-text.ts";
import {
  type ColumnLayout,
  fitting,
  innerWidth,
  layColumns,
  lineOf,
  linesIn,
  rowsOf,
} from "./page-columns.ts";

/** What a page leaves for text, in twips: A4 with margins of 25 mm; of its height two rows stay free, for fonts differ. */
export const paper = { width: 11906 - 2 * 1418, height: 16838 - 2 * 1418 - 600 } as const;

/** A table, or a part of one, as it stands on paper. */
export interface Part {
  readonly table: Table;
  readonly layout: ColumnLayout;
  /** A later part of a table: its caption says so. */
  readonly continued: boolean;
  /** Fills a page: it begins a new one. */
  readonly full: boolean;
  /** Stays on one page. */
  readonly whole: boolean;
}

/** Above and below the text of a cell, in twips. */
export const cellPadding = 30;

/** Caption and unit above a table, a line of notes below it, in twips: a little more than they take. */
const captionLine = 300;
const captionSpace = 320;
const unitLine = 310;
const noteLine = 290;
const noteSize = 17;

/** A row of more lines than these is text: how high it gets is known only to whoever sets it. */
const mostLines = 3;

/** The last part of a table has so many rows at least. */
const fewestRows = 5;

/** A table of texts of so many rows stays on one page. */
const keptWhole = 12;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/**
 * A table as upright pages hold it. One that is too wide in the smallest letters is divided by columns, its first column repeated; one that is higher than a
 * page by rows; a long one of two or three columns stands in panels beside each other. Rows whose texts take many lines flow on and are not divided.
 */
export function partsOf(table: Table, style: Style): Part[] {
  if (table.columns.length === 0) return [];
  const wide = columnParts(table, style);
  const [only] = wide;
  if (only === undefined) return [];
  if (wide.length === 1 && isText(only, style))
    return [
      {
        table,
        layout: layColumns(table, paper.width, style),
        continued: false,
        full: false,
        whole: rowsOf(table).length <= keptWhole,
      },
    ];
  const panels = wide.length === 1 ? panelsOf(only, style) : 1;
  const laid = layoutsOf(
    wide.map((one) => inPanels(one, panels)),
    style,
  );
  // A row is as high as its highest piece.
  const heights = table.rows.map((_, at) =>
    Math.max(
      ...wide.map((one, i) => rowHeight(one.rows[at] ?? [], laid[i] as ColumnLayout, style)),
    ),
  );
  const above = Math.max(...wide.map((one, i) => aboveHeight(one, laid[i] as ColumnLayout, style)));
  const below =
    sum((table.foot ?? []).map((row) => rowHeight(row, laid[0] as ColumnLayout, style))) +
    notesHeight(table, style);
  const ranges = rowRanges(heights, {
    first: paper.height - above,
    last: paper.height - above - below,
    panels,
  });
  return ranges.flatMap(([from, to], r) =>
    wide.map((one, c): Part => {
      const last = r === ranges.length - 1;
      const end = last && c === wide.length - 1;
      const { foot, notes: _, sources: __, ...body } = one;
      const rows = one.rows.slice(from, to);
      const piece: Table = {
        ...body,
        rows,
        ...(last && foot && { foot }),
        ...(end && belowOf(table)),
      };
      return {
        table: inPanels(piece, panels),
        layout: laid[c] as ColumnLayout,
        continued: r + c > 0,
        full: !last,
        whole: true,
      };
    }),
  );
}

const belowOf = ({ notes, sources }: Table): Pick<Table, "notes" | "sources"> => ({
  ...(notes && { notes }),
  ...(sources && { sources }),
});

/** In one size of letters. */
function layoutsOf(tables: readonly Table[], style: Style): ColumnLayout[] {
  const size = Math.min(...tables.map((table) => layColumns(table, paper.width, style).size));
  return tables.map((table) => layColumns(table, paper.width, style, size));
}

/** The table by columns, each piece with the first column; the pieces about as wide as each other. */
function columnParts(table: Table, style: Style): Table[] {
  const { columns } = table;
  if (fitting(table, paper.width, style) !== undefined || columns.length <= 2) return [table];
  const others = columns.map((_, index) => index).slice(1);
  const fits = (group: readonly number[]): boolean =>
    fitting(withColumns(table, [0, ...group]), paper.width, style) !== undefined;
  for (let count = 2; count < others.length; count++) {
    const groups = evenly(others, count);
    if (groups.every(fits)) return groups.map((group) => withColumns(table, [0, ...group]));
  }
  return others.map((one) => withColumns(table, [0, one]));
}

function evenly(items: readonly number[], count: number): number[][] {
  const edge = (i: number): number => Math.round((items.length * i) / count);
  return Array.from({ length: count }, (_, i) => items.slice(edge(i), edge(i + 1)));
}

function withColumns(table: Table, indexes: readonly number[]): Table {
  const pick = (row: readonly Cell[]): Cell[] => indexes.map((index) => row[index] ?? "");
  return {
    ...table,
    columns: indexes.map((index) => table.columns[index] as TableColumn),
    rows: table.rows.map(pick),
    ...(table.foot && { foot: table.foot.map(pick) }),
  };
}

/** From so many rows on a narrow table stands in panels. */
const long = 24;
const narrow = 3;
const mostPanels = 3;

/** How many times a table of few columns fits beside itself. */
function panelsOf(table: Table, style: Style): number {
  if (table.columns.length > narrow || table.rows.length <= long) return 1;
  for (let panels = mostPanels; panels > 1; panels--) {
    const layout = layColumns(inPanels(table, panels), paper.width, style);
    if (
      layout.size === largest &&
      rowsOf(inPanels(table, panels)).every((row) => linesOf(row, layout, style) === 1)
    )
      return panels;
  }
  return 1;
}

const largest = 18;

/** Rows below each other in panels, read down and then across; an empty column parts them. */
function inPanels(table: Table, panels: number): Table {
  if (panels === 1) return table;
  const { columns, rows, foot } = table;
  const high = Math.ceil(rows.length / panels);
  const gap: TableColumn = { id: "", title: "", align: "left" };
  const across = <T>(pieces: readonly (readonly T[])[], between: T): T[] =>
    pieces.flatMap((piece, i) => (i === 0 ? [...piece] : [between, ...piece]));
  const empty = columns.map((): Cell => "");
  const beside = (row: (panel: number) => readonly Cell[]): Cell[] =>
    across(
      Array.from({ length: panels }, (_, i) => row(i)),
      "",
    );
  return {
    ...table,
    columns: across(
      Array.from({ length: panels }, () => columns),
      gap,
    ),
    rows: Array.from({ length: high }, (_, at) =>
      beside((panel) => rows[panel * high + at] ?? empty),
    ),
    ...(foot && { foot: foot.map((row) => beside((panel) => (panel === 0 ? row : empty))) }),
  };
}

const textOf = (cell: Cell, style: Style): string => phraseText(phraseOf(cell), style);

const linesOf = (row: readonly Cell[], layout: ColumnLayout, style: Style): number =>
  Math.max(
    1,
    ...row.map((cell, index) =>
      linesIn(textOf(cell, style), innerWidth(layout, index), layout.size),
    ),
  );

const rowHeight = (row: readonly Cell[], layout: ColumnLayout, style: Style): number =>
  linesOf(row, layout, style) * lineOf(layout.size) + 2 * cellPadding;

function isText(table: Table, style: Style): boolean {
  const layout = layColumns(table, paper.width, style);
  return rowsOf(table).some((row) => linesOf(row, layout, style) > mostLines);
}

/** Caption, unit and head. */
function aboveHeight(table: Table, layout: ColumnLayout, style: Style): number {
  const heads = table.columns.map((column) => headText(column, style.language));
  // Heads are bold or of a broader font.
  const lines = Math.max(
    ...heads.map((head, index) => linesIn(head, innerWidth(layout, index) / 1.1, layout.size)),
  );
  const caption =
    table.title === ""
      ? 0
      : captionSpace + captionLine * linesIn(`${table.title}　A-00（）`, paper.width, 19);
  return caption + (table.unit ? unitLine : 0) + lines * lineOf(layout.size) + 2 * cellPadding;
}

function notesHeight({ notes = [], sources = [] }: Table, style: Style): number {
  const lines = [...notes, ...sources].map((line) =>
    linesIn(phraseText(line, style), paper.width, noteSize),
  );
  return lines.length === 0 ? 0 : sum(lines) * noteLine + 200;
}

interface Room {
  /** For rows on a page that others follow, and on the last one with what stands below the table. */
  readonly first: number;
  readonly last: number;
  readonly panels: number;
}

/** From which row to which each part goes, pages filled from the first. */
function rowRanges(heights: readonly number[], { first, last, panels }: Room): [number, number][] {
  const ranges: [number, number][] = [];
  let from = 0;
  while (sum(heights.slice(from)) > last * panels && heights.length - from > fewestRows) {
    let to = from;
    let height = 0;
    while (to < heights.length - fewestRows && height + (heights[to] ?? 0) <= first * panels) {
      height += heights[to] ?? 0;
      to += 1;
    }
    if (to === from) break;
    // Panels are of the same height.
    const end = panels === 1 || (to - from) % panels === 0 ? to : to - ((to - from) % panels);
    ranges.push([from, end]);
    from = end;
  }
  return [...ranges, [from, heights.length]];
}

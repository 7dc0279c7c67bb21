import type { FileChild, Paragraph, TableCell, TableRow } from "docx";
import type { Cell, Table } from "../../survey/document.ts";
import { continuedTitle } from "./caption.ts";
import { styleIds } from "./docx-style.ts";
import {
  captionRuns,
  continuedRuns,
  paragraphOf,
  phraseRuns,
  run,
  type Sheet,
} from "./docx-text.ts";
import { headText, phraseOf } from "./inline-text.ts";
import {
  type ColumnLayout,
  cellMargin,
  decimalIndent,
  figureInColumn,
  hasMarks,
  lineOf,
  longestTail,
  onlyFigure,
  rowsOf,
} from "./page-columns.ts";
import { cellPadding, type Part, paper, partsOf } from "./page-parts.ts";

/** Rules in eighths of a point: 1.5 pt above and below, 0.75 pt under the head and over the foot. */
const heavy = 12;
const light = 6;

interface Rules {
  readonly top?: number | undefined;
  readonly bottom?: number | undefined;
}

function cellOf(sheet: Sheet, paragraph: Paragraph, width: number, rules: Rules): TableCell {
  const { BorderStyle, TableCell, VerticalAlign, WidthType } = sheet.docx;
  const rule = (size: number | undefined) =>
    size === undefined
      ? { style: BorderStyle.NIL, size: 0 }
      : { style: BorderStyle.SINGLE, size, color: "000000" };
  return new TableCell({
    children: [paragraph],
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    borders: {
      top: rule(rules.top),
      bottom: rule(rules.bottom),
      left: rule(undefined),
      right: rule(undefined),
    },
  });
}

/** Exactly so high, that a page holds as many rows with whatever fonts a reader has. */
const lineSpacing = (size: number) => ({
  before: 0,
  after: 0,
  line: lineOf(size),
  lineRule: "exact" as const,
});

const indentOf = (left = 0, right = 0) =>
  left > 0 || right > 0
    ? { indent: { ...(left > 0 && { left }), ...(right > 0 && { right }) } }
    : {};

function headRow(sheet: Sheet, table: Table, { widths, leads, size }: ColumnLayout): TableRow {
  const cells = table.columns.map((column, index) => {
    const text = run(sheet, headText(column, sheet.style.language), "heading", {
      bold: sheet.style.language === "en",
      size,
    });
    const paragraph = paragraphOf(sheet, styleIds.cell, [text], {
      alignment: index === 0 ? "left" : column.align === "right" ? "right" : "left",
      keepNext: true,
      spacing: lineSpacing(size),
      ...indentOf(leads[index], 0),
    });
    return cellOf(sheet, paragraph, widths[index] ?? 0, { top: heavy, bottom: light });
  });
  return new sheet.docx.TableRow({ children: cells, tableHeader: true, cantSplit: true });
}

interface RowOptions extends Rules {
  readonly tails: readonly string[];
  readonly marks: readonly boolean[];
  readonly keepNext: boolean;
}

function bodyRow(
  sheet: Sheet,
  table: Table,
  row: readonly Cell[],
  { widths, leads, size }: ColumnLayout,
  options: RowOptions,
): TableRow {
  const cells = table.columns.map((column, index) => {
    const cell = row[index] ?? "";
    const figure = column.align === "right" ? onlyFigure(cell) : undefined;
    const runs =
      figure === undefined
        ? phraseRuns(sheet, phraseOf(cell), "body", { size })
        : [run(sheet, figureInColumn(figure, sheet.style), "body", { size })];
    const right =
      figure === undefined
        ? 0
        : decimalIndent(
            figure,
            options.tails[index] ?? "",
            options.marks[index] === true,
            size,
            sheet.style,
          );
    const paragraph = paragraphOf(sheet, styleIds.cell, runs, {
      alignment: column.align,
      keepNext: options.keepNext,
      spacing: lineSpacing(size),
      ...indentOf(leads[index], right),
    });
    return cellOf(sheet, paragraph, widths[index] ?? 0, options);
  });
  return new sheet.docx.TableRow({ children: cells, cantSplit: true });
}

/** Notes and sources, kept together; some room behind the last. */
export function notesOf(
  sheet: Sheet,
  { notes = [], sources = [] }: Pick<Table, "notes" | "sources">,
): Paragraph[] {
  const lines = [...notes, ...sources];
  return lines.map((line, at) => {
    const place = at === lines.length - 1 ? { spacing: { after: 160 } } : { keepNext: true };
    return paragraphOf(sheet, styleIds.note, phraseRuns(sheet, line), {
      keepLines: true,
      ...place,
    });
  });
}

/** A caption, counted by Word; over a later part its number and title again, said to be continued. */
function captionOf(sheet: Sheet, { table, continued, full }: Part, numbered: boolean): Paragraph[] {
  if (table.title === "") return [];
  const runs = !numbered
    ? [
        run(
          sheet,
          continued ? continuedTitle(table.title, sheet.style.language) : table.title,
          "heading",
        ),
      ]
    : continued
      ? continuedRuns(sheet, table)
      : captionRuns(sheet, table.id, "table", table.title);
  return [
    paragraphOf(sheet, styleIds.caption, runs, {
      keepNext: true,
      ...(full && { pageBreakBefore: true }),
    }),
  ];
}

/** A table as Word has them, in parts where a page does not hold it: caption above and kept with it, three rules, a head that repeats, rows that do not break. */
export function tableOf(sheet: Sheet, table: Table, numbered = true): FileChild[] {
  const empty: Part = {
    table,
    layout: { widths: [], leads: [], size: 0 },
    continued: false,
    full: false,
    whole: true,
  };
  if (table.columns.length === 0)
    return [...captionOf(sheet, empty, numbered), ...notesOf(sheet, table)];
  return partsOf(table, sheet.style).flatMap((part) => partOf(sheet, part, numbered));
}

/** The last row stays with the notes. */
function partOf(sheet: Sheet, part: Part, numbered: boolean): FileChild[] {
  const { table, layout, whole } = part;
  const notes = notesOf(sheet, table);
  const own = layout.widths.reduce((all, one) => all + one, 0);
  // Over the right edge of the table, which may be narrower than the page.
  const place = { indent: { right: own === 0 ? 0 : Math.round((paper.width - own) / 2) } };
  const unit =
    table.unit === undefined || table.unit === ""
      ? []
      : [
          paragraphOf(sheet, styleIds.note, [run(sheet, table.unit)], {
            alignment: "right",
            keepNext: true,
            ...place,
          }),
        ];
  const tails = table.columns.map((_, index) => longestTail(table, index, sheet.style));
  const marks = table.columns.map((_, index) => hasMarks(table, index));
  const all = rowsOf(table);
  const footAt = table.rows.length;
  const body = all.map((row, at) => {
    const last = at === all.length - 1;
    // Of a table that flows neither the first row nor the last two stand alone.
    const keepNext = last ? notes.length > 0 : whole || at === 0 || at >= footAt - 2;
    const top = at === footAt && at > 0 ? light : undefined;
    return bodyRow(sheet, table, row, layout, {
      top,
      bottom: last ? heavy : undefined,
      tails,
      marks,
      keepNext,
    });
  });
  const { Table: DocxTable, TableLayoutType, WidthType, BorderStyle } = sheet.docx;
  const none = { style: BorderStyle.NIL, size: 0 };
  const drawn = new DocxTable({
    rows: [headRow(sheet, table, layout), ...body],
    width: { size: own, type: WidthType.DXA },
    columnWidths: layout.widths,
    layout: TableLayoutType.FIXED,
    alignment: "center",
    margins: { left: cellMargin, right: cellMargin, top: cellPadding, bottom: cellPadding },
    borders: {
      top: { style: BorderStyle.SINGLE, size: heavy, color: "000000" },
      bottom: { style: BorderStyle.SINGLE, size: heavy, color: "000000" },
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
  });
  // Word joins tables that follow each other without a paragraph between: one as low as it can be, for the page may be full.
  const between = paragraphOf(sheet, styleIds.note, [], {
    spacing: { before: 0, after: 0, line: 20, lineRule: "exact" },
  });
  return [
    ...captionOf(sheet, part, numbered),
    ...unit,
    drawn,
    ...(notes.length > 0 ? notes : [between]),
  ];
}

import type { FileChild, Paragraph, TableCell, TableRow } from "docx";
import type { Cell, FigureValue, Table } from "../survey/document.ts";
import { styleIds } from "./docx-style.ts";
import { captionRuns, paragraphOf, phraseRuns, run, type Sheet } from "./docx-text.ts";
import { headText, isFigure, phraseOf, phraseText } from "./inline.ts";
import { figureParts, missSign } from "./number.ts";
import { displayWidth } from "./width.ts";

/** Rules in eighths of a point: 1.5 pt above and below, 0.75 pt under the head and over the foot. */
const heavy = 12;
const light = 6;

/** From so many columns on a table lies across the page. */
const across = 11;

export const isAcross = (table: Table): boolean => table.landscape ?? table.columns.length >= across;

const rowsOf = (table: Table): readonly (readonly Cell[])[] => [...table.rows, ...(table.foot ?? [])];

/** Widths of the columns in twips: in proportion to their longest cell, heads in two lines, none starved, all together `total`. */
function columnWidths(table: Table, total: number, sheet: Sheet): number[] {
  const wanted = table.columns.map((column, index) => {
    const cells = rowsOf(table).map((row) => displayWidth(phraseText(phraseOf(row[index] ?? ""), sheet.style)));
    const head = Math.ceil(displayWidth(headText(column, sheet.style.language)) / 2) + 1;
    return Math.min(40, Math.max(4, head, ...cells)) + 2;
  });
  const sum = wanted.reduce((all, width) => all + width, 0);
  const widths = wanted.map((width) => Math.floor((width / sum) * total));
  return widths.map((width, index) => (index === 0 ? width + total - widths.reduce((all, one) => all + one, 0) : width));
}

const onlyFigure = (cell: Cell): FigureValue | undefined => {
  const [first, ...others] = phraseOf(cell);
  return first !== undefined && others.length === 0 && isFigure(first) ? first : undefined;
};

const figureSpace = "\u2007";
const pointSpace = "\u2008";

/** A figure in a column: its decimals filled up with blanks of a digit's width, the sign of a miss before it, so that points stand under each other. */
function figureRuns(sheet: Sheet, figure: FigureValue, longestTail: string) {
  const { lead, tail } = figureParts(figure, sheet.style.language, { group: sheet.style.groupDigits });
  const fill =
    /^(?:\.\d+)?$/.test(tail) && "value" in figure.measured
      ? [...longestTail.slice(tail.length)].map((c) => (c === "." ? pointSpace : figureSpace)).join("")
      : "";
  const sign = missSign(figure);
  return [run(sheet, `${sign === "" ? "" : `${sign} `}${lead}${tail}${fill}`)];
}

/** The longest plain decimals of a column: ".80". */
function longestTail(table: Table, index: number, sheet: Sheet): string {
  const tails = rowsOf(table).map((row) => {
    const figure = onlyFigure(row[index] ?? "");
    return figure === undefined ? "" : figureParts(figure, sheet.style.language, { group: sheet.style.groupDigits }).tail;
  });
  return tails.filter((tail) => /^\.\d+$/.test(tail)).reduce((longest, tail) => (tail.length > longest.length ? tail : longest), "");
}

interface Rules {
  readonly top?: number;
  readonly bottom?: number;
}

function cellOf(sheet: Sheet, paragraph: Paragraph, width: number, rules: Rules): TableCell {
  const { BorderStyle, TableCell, VerticalAlign, WidthType } = sheet.docx;
  const rule = (size: number | undefined) => (size === undefined ? { style: BorderStyle.NIL, size: 0 } : { style: BorderStyle.SINGLE, size, color: "000000" });
  return new TableCell({
    children: [paragraph],
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    borders: { top: rule(rules.top), bottom: rule(rules.bottom), left: rule(undefined), right: rule(undefined) },
  });
}

function headRow(sheet: Sheet, table: Table, widths: readonly number[]): TableRow {
  const cells = table.columns.map((column, index) => {
    const text = run(sheet, headText(column, sheet.style.language), "heading", { bold: sheet.style.language === "en" });
    const paragraph = paragraphOf(sheet, styleIds.cell, [text], {
      alignment: index === 0 ? "left" : column.align === "right" ? "right" : "left",
      keepNext: true,
    });
    return cellOf(sheet, paragraph, widths[index] ?? 0, { top: heavy, bottom: light });
  });
  return new sheet.docx.TableRow({ children: cells, tableHeader: true, cantSplit: true });
}

function bodyRow(
  sheet: Sheet,
  table: Table,
  row: readonly Cell[],
  widths: readonly number[],
  tails: readonly string[],
  rules: Rules,
  keepNext: boolean,
): TableRow {
  const cells = table.columns.map((column, index) => {
    const cell = row[index] ?? "";
    const figure = column.align === "right" ? onlyFigure(cell) : undefined;
    const runs = figure === undefined ? phraseRuns(sheet, phraseOf(cell)) : figureRuns(sheet, figure, tails[index] ?? "");
    return cellOf(sheet, paragraphOf(sheet, styleIds.cell, runs, { alignment: column.align, keepNext }), widths[index] ?? 0, rules);
  });
  return new sheet.docx.TableRow({ children: cells, cantSplit: true });
}

export const notesOf = (sheet: Sheet, { notes = [], sources = [] }: Pick<Table, "notes" | "sources">): Paragraph[] =>
  [...notes, ...sources].map((line) => paragraphOf(sheet, styleIds.note, phraseRuns(sheet, line), { keepLines: true }));

/**
 * A table as Word has them: caption above and kept with it, three rules, a head that repeats on every page, rows that do not break; notes below.
 * `width` in twips. The last row stays with the notes.
 */
export function tableOf(sheet: Sheet, table: Table, width: number, numbered: boolean): FileChild[] {
  const title = table.title === "" ? [] : numbered ? captionRuns(sheet, table.id, "table", table.title) : [run(sheet, table.title, "heading")];
  const caption = title.length === 0 ? [] : [paragraphOf(sheet, styleIds.caption, title, { keepNext: true })];
  const unit =
    table.unit === undefined || table.unit === "" ? [] : [paragraphOf(sheet, styleIds.note, [run(sheet, table.unit)], { alignment: "right", keepNext: true })];
  const notes = notesOf(sheet, table);
  if (table.columns.length === 0) return [...caption, ...unit, ...notes];
  const widths = columnWidths(table, width, sheet);
  const tails = table.columns.map((_, index) => longestTail(table, index, sheet));
  const all = rowsOf(table);
  const footAt = table.rows.length;
  const body = all.map((row, at) => {
    const rules: Rules = { top: at === footAt && at > 0 ? light : undefined, bottom: at === all.length - 1 ? heavy : undefined };
    return bodyRow(sheet, table, row, widths, tails, rules, (at === all.length - 1 && notes.length > 0) || at >= footAt - 1);
  });
  const { Table: DocxTable, TableLayoutType, WidthType, BorderStyle } = sheet.docx;
  const none = { style: BorderStyle.NIL, size: 0 };
  const drawn = new DocxTable({
    rows: [headRow(sheet, table, widths), ...body],
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: "center",
    margins: { left: 90, right: 90, top: 30, bottom: 30 },
    borders: {
      top: { style: BorderStyle.SINGLE, size: heavy, color: "000000" },
      bottom: { style: BorderStyle.SINGLE, size: heavy, color: "000000" },
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
  });
  // Word joins tables that follow each other without a paragraph between.
  return [...caption, ...unit, drawn, ...(notes.length > 0 ? notes : [paragraphOf(sheet, styleIds.note, [])])];
}

import type { Cell, FigureValue, Inline, Table } from "../../survey/document.ts";
import { highest, isAbsent, lowest } from "../../survey/measured.ts";
import { renderWords } from "../../words/render-words.ts";
import { safeId } from "../charts/svg.ts";
import { markupLine } from "../markup.ts";
import { figureParts, missSign } from "../number.ts";
import { displayWidth } from "../width.ts";
import { headUnit, inlineText, isFigure, phraseOf, type Style } from "./inline-text.ts";
import type { Part } from "./page-parts.ts";

/** ▼ or ▲ for the eye, words for the ear. */
function markHtml(f: FigureValue, style: Style): string {
  const sign = missSign(f);
  if (sign === "") return "";
  const words = renderWords(style.language);
  return `<span aria-hidden="true">${sign}</span><span class="s"> ${f.mark === "below" ? words.below : words.above}</span>`;
}

function inlineHtml(inline: Inline, style: Style): string {
  if (typeof inline === "string") return markupLine(inline);
  if ("code" in inline) return `<code>${markupLine(inline.code)}</code>`;
  if ("reference" in inline) {
    const text = markupLine(inlineText(inline, style));
    return style.names?.has(inline.reference)
      ? `<a href="#${safeId(inline.reference)}">${text}</a>`
      : text;
  }
  const { lead, tail } = figureParts(inline, style.language, { group: style.groupDigits });
  const mark = markHtml(inline, style);
  const text = markupLine(lead + tail);
  return mark === "" ? text : `<span class="miss">${text} ${mark}</span>`;
}

/** A phrase as HTML. */
export const phraseHtml = (phrase: readonly Inline[], style: Style): string =>
  phrase.map((inline) => inlineHtml(inline, style)).join("");

const onlyFigure = (cell: Cell): FigureValue | undefined => {
  const [first, ...others] = phraseOf(cell);
  return first !== undefined && others.length === 0 && isFigure(first) ? first : undefined;
};

const longestTail = 20;

/** How the figures of a column line up: the room of the longest part behind the decimal point, and whether any carries a mark. */
interface ColumnRoom {
  readonly tail: number;
  readonly marks: boolean;
}

function roomOf(table: Table, index: number, style: Style): ColumnRoom {
  const figures = [...table.rows, ...(table.foot ?? [])]
    .map((row) => onlyFigure(row[index] ?? ""))
    .filter((figure) => figure !== undefined);
  // Figures of several units do not line up.
  const aligned = new Set(figures.map(({ unit }) => unit)).size < 2;
  const tails = aligned
    ? figures.map((figure) =>
        displayWidth(figureParts(figure, style.language, { group: style.groupDigits }).tail),
      )
    : [];
  return {
    tail: Math.min(longestTail, Math.max(0, ...tails)),
    marks: figures.some((figure) => missSign(figure) !== ""),
  };
}

/** What the row sorts by: a figure's middle, nothing for a text, `data-absent` for what cannot be told. */
function sortKey(cell: Cell): string {
  const figure = onlyFigure(cell);
  if (figure === undefined) return cell === "" ? ' data-absent=""' : "";
  if (isAbsent(figure.measured)) return ' data-absent=""';
  const ends = [lowest(figure.measured), highest(figure.measured)].filter((end): end is number =>
    Number.isFinite(end),
  );
  return ends.length === 0
    ? ' data-absent=""'
    : ` data-value="${ends.reduce((sum, end) => sum + end, 0) / ends.length}"`;
}

function figureCell(figure: FigureValue, room: ColumnRoom, style: Style): string {
  const { lead, tail } = figureParts(figure, style.language, { group: style.groupDigits });
  const tailHtml =
    room.tail === 0 ? markupLine(tail) : `<span class="t t${room.tail}">${markupLine(tail)}</span>`;
  const mark = room.marks ? `<span class="m">${markHtml(figure, style)}</span>` : "";
  return markupLine(lead) + tailHtml + mark;
}

function cellHtml(cell: Cell, right: boolean, room: ColumnRoom, style: Style): string {
  const figure = right ? onlyFigure(cell) : undefined;
  const classes = [
    ...(right ? ["n"] : []),
    ...(right && figure === undefined ? ["p"] : []),
    ...(figure && missSign(figure) !== "" ? ["miss"] : []),
  ];
  const content = figure ? figureCell(figure, room, style) : phraseHtml(phraseOf(cell), style);
  return `<td${classes.length > 0 ? ` class="${classes.join(" ")}"` : ""}${sortKey(cell)}>${content}</td>`;
}

/** The first column names the row where it holds words. */
function rowHtml(
  table: Table,
  row: readonly Cell[],
  rooms: readonly ColumnRoom[],
  style: Style,
): string {
  const cells = table.columns.map((column, index) => {
    const cell = row[index] ?? "";
    if (index === 0 && column.align === "left" && cell !== "")
      return `<th scope="row"${sortKey(cell)}>${phraseHtml(phraseOf(cell), style)}</th>`;
    return cellHtml(cell, column.align === "right", rooms[index] as ColumnRoom, style);
  });
  return `<tr>${cells.join("")}</tr>\n`;
}

function headHtml(table: Table, style: Style): string {
  const heads = table.columns.map((column) => {
    const unit = headUnit(column, style.language);
    const title = markupLine(column.title);
    const gap = style.language === "en" && title !== "" ? " " : "";
    const content =
      unit === "" ? title : `${title}${gap}<span class="unit">${markupLine(unit)}</span>`;
    const right = column.align === "right" ? ' class="n"' : "";
    return content === "" ? `<td${right}></td>` : `<th scope="col"${right}>${content}</th>`;
  });
  return `<thead><tr>${heads.join("")}</tr></thead>\n`;
}

/** A table of so few columns is no wider than they need. */
const narrow = 3;

/** How a table is to be printed, for the element around it and its notes. */
export const printClasses = (
  table: Table,
  { layout, whole }: Pick<Part, "layout" | "whole">,
): string =>
  [
    "block",
    ...(table.columns.length <= narrow ? ["narrow"] : []),
    ...(layout.size < 18 ? [`z${layout.size}`] : []),
    ...(whole ? ["whole"] : []),
  ].join(" ");

/** A part of a table on paper: nothing to sort, nowhere to scroll, columns as wide as they were measured. */
export function partHtml({ table, layout }: Part, caption: string, style: Style): string {
  const rooms = table.columns.map((_, index) => roomOf(table, index, style));
  const rows = (list: readonly (readonly Cell[])[]) =>
    list.map((row) => rowHtml(table, row, rooms, style)).join("");
  const all = layout.widths.reduce((sum, width) => sum + width, 0);
  const columns = layout.widths
    .map((width) => `<col width="${((width / all) * 100).toFixed(2)}%">`)
    .join("");
  const foot =
    table.foot === undefined || table.foot.length === 0
      ? ""
      : `<tfoot>\n${rows(table.foot)}</tfoot>\n`;
  return `<table>\n${captionHtml(table, caption)}<colgroup>${columns}</colgroup>\n${headHtml(table, style)}<tbody>\n${rows(table.rows)}</tbody>\n${foot}</table>\n`;
}

function captionHtml(table: Table, caption: string): string {
  const unit =
    table.unit === undefined || table.unit === ""
      ? ""
      : `<span class="unit">${markupLine(table.unit)}</span>`;
  return caption === "" && unit === "" ? "" : `<caption>${markupLine(caption)}${unit}</caption>\n`;
}

/** A table with its caption (escaped here), its rows below each other as the document has them; notes are the caller's. */
export function tableHtml(table: Table, caption: string, style: Style): string {
  const rooms = table.columns.map((_, index) => roomOf(table, index, style));
  const rows = (list: readonly (readonly Cell[])[]) =>
    list.map((row) => rowHtml(table, row, rooms, style)).join("");
  const foot =
    table.foot === undefined || table.foot.length === 0
      ? ""
      : `<tfoot>\n${rows(table.foot)}</tfoot>\n`;
  const name = caption === "" ? "" : ` role="region" aria-label="${markupLine(caption)}"`;
  const sortable =
    table.rows.length > 1
      ? ` data-sortable="${markupLine(renderWords(style.language).sortBy)}"`
      : "";
  return `<div class="scroll" id="${safeId(table.id)}" tabindex="0"${name}>\n<table${sortable}>\n${captionHtml(table, caption)}${headHtml(table, style)}<tbody>\n${rows(table.rows)}</tbody>\n${foot}</table>\n</div>\n`;
}

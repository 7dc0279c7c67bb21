import type { Cell, Inline, Table } from "../../survey/document.ts";
import { neutraliseTerminal } from "../neutralise.ts";
import { figureParts, missSign } from "../number.ts";
import { displayWidth, padEnd, padStart, wrap, wrapEvenly } from "../width.ts";
import {
  figureText,
  headText,
  headUnit,
  inlineText,
  isFigure,
  misses,
  phraseOf,
  type Style,
} from "./inline-text.ts";

export interface TerminalCell {
  readonly text: string;
  /** It misses its norm. */
  readonly miss: boolean;
}

interface Head {
  /** Title and unit in one line. */
  readonly whole: string;
  readonly title: string;
  readonly unit: string;
}

/** A column ready to be laid out: the cells of one that aligns right are all of one width. */
export interface TerminalColumn {
  readonly head: Head;
  readonly align: "left" | "right";
  readonly priority?: number | undefined;
  readonly wholeCells: boolean;
  readonly cells: readonly TerminalCell[];
  /** The width of the widest cell. */
  readonly width: number;
}

const noBreakSpace = "\u00A0";

/** A phrase for a terminal; a figure and its unit stay on one line until `breakable`. */
export const neutralPhrase = (phrase: readonly Inline[], style: Style): string =>
  neutraliseTerminal(
    phrase
      .map((inline) =>
        isFigure(inline)
          ? figureText(inline, style).replaceAll(" ", noBreakSpace)
          : inlineText(inline, style),
      )
      .join(""),
  );

/** A laid line as it is printed, its spaces plain. */
export const breakable = (line: string): string => line.replaceAll(noBreakSpace, " ");

const widest = (texts: readonly string[]): number =>
  texts.reduce((width, text) => Math.max(width, displayWidth(text)), 0);

/** A cell before it is aligned: a figure is cut at its decimal point, a phrase is all lead. */
function cutCell(cell: Cell, style: Style) {
  if (typeof cell === "string" || !("measured" in cell))
    return { lead: neutralPhrase(phraseOf(cell), style), tail: "", figure: false };
  const { lead, tail } = figureParts(cell, style.language, { group: style.groupDigits });
  const sign = missSign(cell);
  return {
    lead: neutraliseTerminal(lead),
    tail: neutraliseTerminal(sign === "" ? tail : `${tail} ${sign}`),
    figure: true,
  };
}

const rowsOf = (table: Table): readonly (readonly Cell[])[] => [
  ...table.rows,
  ...(table.foot ?? []),
];

/** Figures of a column under each other by their decimal points; texts end where the column ends. */
function alignRight(table: Table, index: number, style: Style): TerminalCell[] {
  const cells = rowsOf(table).map((row) => cutCell(row[index] ?? "", style));
  const tailWidth = widest(cells.map((cell) => cell.tail));
  const texts = cells.map((cell) =>
    cell.figure ? cell.lead + padEnd(cell.tail, tailWidth) : cell.lead,
  );
  const width = widest(texts);
  return rowsOf(table).map((row, at) => ({
    text: padStart(texts[at] ?? "", width),
    miss: misses(row[index] ?? ""),
  }));
}

const alignLeft = (table: Table, index: number, style: Style): TerminalCell[] =>
  rowsOf(table).map((row) => ({
    text: neutralPhrase(phraseOf(row[index] ?? ""), style),
    miss: misses(row[index] ?? ""),
  }));

/** The columns of a table in print, not yet fitted to a width. */
export function terminalColumns(table: Table, style: Style): TerminalColumn[] {
  return table.columns.map((column, index) => {
    const cells = (column.align === "right" ? alignRight : alignLeft)(table, index, style);
    const width = widest(cells.map((cell) => cell.text));
    const head = {
      whole: neutraliseTerminal(headText(column, style.language)),
      title: neutraliseTerminal(column.title),
      unit: neutraliseTerminal(headUnit(column, style.language)),
    };
    return {
      head,
      align: column.align,
      priority: column.priority,
      wholeCells: table.wholeCells === true,
      cells,
      width,
    };
  });
}

export interface Fitted {
  readonly columns: readonly TerminalColumn[];
  readonly widths: readonly number[];
}

/** Columns of blank between two columns. */
export const gap = 2;

/** A head in one line, else its title in lines of about one length and its unit on a line below. */
export function headLines(head: Head, width: number): string[] {
  if (displayWidth(head.whole) <= width) return [head.whole];
  const title = head.title === "" ? [] : wrapEvenly(head.title, width);
  return head.unit === "" ? title : [...title, head.unit];
}

/** The least width in which the head takes at most `limit` lines, no word cut. */
function headWidth(head: Head, limit: number): number {
  let widths = headWidths.get(head);
  if (!widths) {
    widths = [];
    headWidths.set(head, widths);
  }
  const width = widths[limit] ?? narrowestHead(head, limit);
  widths[limit] = width;
  return width;
}

/** Fitting asks for the same heads again with every column it drops. */
const headWidths = new WeakMap<Head, number[]>();

function narrowestHead(head: Head, limit: number): number {
  const whole = displayWidth(head.whole);
  const titleLines = limit - (head.unit === "" ? 0 : 1);
  for (let width = displayWidth(head.unit); limit > 1 && width < whole; width++) {
    // `wrapEvenly` takes as many lines as `wrap`, and none wider than the width where that has none.
    const lines = head.title === "" ? [] : wrap(head.title, width);
    if (lines.length <= titleLines && widest(lines) <= width) return width;
  }
  return whole;
}

/** The width of a table whose columns have these widths. */
export const totalWidth = (widths: readonly number[]) =>
  widths.reduce((total, width) => total + width + gap, -gap);

/** Gives what is left of the width to the columns of text, the narrowest first, none more than it needs. */
function share(
  columns: readonly TerminalColumn[],
  least: readonly number[],
  width: number,
): number[] {
  const widths = [...least];
  const wanted = columns.map((column, index) =>
    column.align === "left" ? Math.max(column.width, least[index] ?? 0) : (least[index] ?? 0),
  );
  if (totalWidth(wanted) <= width) return wanted;
  for (let left = width - totalWidth(widths); left > 0; left--) {
    let narrowest = -1;
    for (const [index, current] of widths.entries()) {
      if (current < (wanted[index] ?? 0) && (narrowest < 0 || current < (widths[narrowest] ?? 0)))
        narrowest = index;
    }
    if (narrowest < 0) break;
    widths[narrowest] = (widths[narrowest] ?? 0) + 1;
  }
  return widths;
}

/** The widths when texts may be narrowed to `textWidth` and heads take as few lines as they can, up to three; undefined when that does not fit. */
function tryFit(
  columns: readonly TerminalColumn[],
  width: number,
  textWidth: number,
): Fitted | undefined {
  for (const limit of [1, 2, 3]) {
    const least = columns.map((column) =>
      Math.max(
        1,
        headWidth(column.head, limit),
        column.align === "left" ? Math.min(column.width, textWidth) : column.width,
      ),
    );
    if (totalWidth(least) <= width) return { columns, widths: share(columns, least, width) };
  }
  return undefined;
}

function without(
  columns: readonly TerminalColumn[],
  rank: (column: TerminalColumn, index: number) => number | undefined,
): TerminalColumn[] | undefined {
  let worst = -1;
  let worstRank = -Infinity;
  for (const [index, column] of columns.entries()) {
    const own = rank(column, index);
    if (own !== undefined && own >= worstRank) {
      worst = index;
      worstRank = own;
    }
  }
  return worst < 0 ? undefined : columns.filter((_, index) => index !== worst);
}

const comfortable = 16;
const tight = 6;

/**
 * Fits columns into a width: heads are broken into up to three lines and texts narrowed to 16 columns, then columns go by their priority
 * (the highest first, of equal ones the last), then texts are narrowed to 6, then columns without a priority go from the last. The first stays.
 */
export function fitColumns(columns: readonly TerminalColumn[], width: number): Fitted {
  let shown: readonly TerminalColumn[] | undefined = columns;
  let last = columns;
  while (shown !== undefined) {
    const fitted = tryFit(shown, width, comfortable);
    if (fitted) return fitted;
    last = shown;
    shown = without(shown, (column) => column.priority);
  }
  shown = last;
  while (shown !== undefined) {
    const fitted = tryFit(shown, width, tight);
    if (fitted) return fitted;
    last = shown;
    shown = without(shown, (_, index) => (index === 0 ? undefined : index));
  }
  return {
    columns: last,
    widths: last.map((column) =>
      Math.max(1, column.align === "left" ? Math.min(column.width, width) : column.width),
    ),
  };
}

import type { Cell, FigureValue, Table } from "../../survey/document.ts";
import { figureParts, missSign } from "../number.ts";
import { displayWidth } from "../width.ts";
import { headText, isFigure, phraseOf, phraseText, type Style } from "./inline-text.ts";

/** How the columns of a table share a page: widths in twips, and the size of its letters in half-points. */
export interface ColumnLayout {
  readonly widths: readonly number[];
  /** How far the texts of each column stand off its left edge, in twips: those behind a column of figures, which end where they would begin. */
  readonly leads: readonly number[];
  readonly size: number;
}

/** Between text and edge of a cell, in twips. */
export const cellMargin = 60;

/** A column of a terminal is half an em; more for fonts and letters wider than that. `size` in half-points. */
const twipsPerColumn = (size: number): number => size * 5.8;

/** 9 pt (小五) as a rule; smaller where figures would break, down to 7.5 pt (六号). */
const sizes = [18, 17, 16, 15] as const;

/** From one line of a cell to the next, in twips: the same whatever fonts there are, so that a page holds as many rows everywhere. */
export const lineOf = (size: number): number => Math.round(size * 13.6);

/** How many lines a text takes in so many twips. */
export function linesIn(text: string, width: number, size: number): number {
  const columns = Math.max(1, Math.floor(width / twipsPerColumn(size)));
  return text
    .split("\n")
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(displayWidth(line) / columns)), 0);
}

export const rowsOf = (table: Table): readonly (readonly Cell[])[] => [
  ...table.rows,
  ...(table.foot ?? []),
];

/** The figure that a cell holds and nothing else. */
export const onlyFigure = (cell: Cell): FigureValue | undefined => {
  const [first, ...others] = phraseOf(cell);
  return first !== undefined && others.length === 0 && isFigure(first) ? first : undefined;
};

const isDecimals = (tail: string): boolean => /^\.\d+$/.test(tail);

/** A figure in a column, the sign of a miss close behind it. */
export function figureInColumn(figure: FigureValue, style: Style): string {
  const { lead, tail } = figureParts(figure, style.language, { group: style.groupDigits });
  return lead + tail + missSign(figure);
}

/** Whether a figure of the column carries the sign of a miss: the others then leave its room free. */
export const hasMarks = (table: Table, index: number): boolean =>
  rowsOf(table).some((row) => {
    const figure = onlyFigure(row[index] ?? "");
    return figure !== undefined && missSign(figure) !== "";
  });

/** The decimals that a figure lacks of the longest in its column: ".00" of "3,413" above "67.50"; none where it is no plain number. */
function lackingDecimals(figure: FigureValue, longest: string, style: Style): string {
  const { tail } = figureParts(figure, style.language, { group: style.groupDigits });
  return "value" in figure.measured && (tail === "" || isDecimals(tail))
    ? longest.slice(tail.length)
    : "";
}

/**
 * How far a figure stands off the right edge so that decimal points stand under each other, in twips: digits are half an em wide in the fonts of
 * tables, points a quarter, the sign of a miss one. An indent, for blanks in place of digits break lines, and are copied with the figure.
 */
export function decimalIndent(
  figure: FigureValue,
  longest: string,
  marks: boolean,
  size: number,
  style: Style,
): number {
  const decimals = [...lackingDecimals(figure, longest, style)].reduce(
    (all, character) => all + (character === "." ? 0.25 : 0.5),
    0,
  );
  const em = decimals + (marks && missSign(figure) === "" ? 1 : 0);
  return Math.round(em * size * 10);
}

/** The longest plain decimals of a column: ".80"; empty for a column of texts, and of figures of several units, which do not line up. */
export function longestTail(table: Table, index: number, style: Style): string {
  const figures = rowsOf(table).map((row) => onlyFigure(row[index] ?? ""));
  if (new Set(figures.flatMap((figure) => figure?.unit ?? [])).size > 1) return "";
  const tails = figures.map((figure) =>
    figure === undefined
      ? ""
      : figureParts(figure, style.language, { group: style.groupDigits }).tail,
  );
  return tails
    .filter(isDecimals)
    .reduce((longest, tail) => (tail.length > longest.length ? tail : longest), "");
}

/** The widest piece that no line break divides: a word of Latin letters; Chinese breaks anywhere, but not after less than `least` columns. */
function widestPiece(text: string, least = 6): number {
  const pieces = text
    .split(/\s+/)
    .map((word) =>
      /[\u2E80-\uFFEF]/.test(word) ? Math.min(least, displayWidth(word)) : displayWidth(word),
    );
  return Math.max(0, ...pieces);
}

interface Wish {
  /** In columns of a terminal: no figure breaks, texts in a few lines. */
  readonly least: number;
  /** No text breaks, the head in two lines. */
  readonly best: number;
}

function wishOf(table: Table, index: number, style: Style): Wish {
  const column = table.columns[index];
  const tail = longestTail(table, index, style);
  const title = column === undefined ? "" : headText(column, style.language);
  // Heads are bold or of a broader font.
  const head = Math.ceil(displayWidth(title) * 1.1);
  let figures = 0;
  let texts = 0;
  // Above a unit four characters stand in a line.
  let pieces = Math.ceil(
    widestPiece(title, column?.unit ? 8 : 6) * (style.language === "en" ? 1.15 : 1),
  );
  for (const row of rowsOf(table)) {
    const cell = row[index] ?? "";
    const figure = column?.align === "right" ? onlyFigure(cell) : undefined;
    if (figure)
      figures = Math.max(
        figures,
        displayWidth(figureInColumn(figure, style) + lackingDecimals(figure, tail, style)),
      );
    else {
      const text = phraseText(phraseOf(cell), style);
      texts = Math.max(texts, displayWidth(text));
      pieces = Math.max(pieces, widestPiece(text));
    }
  }
  return {
    least: Math.max(
      4,
      figures,
      Math.min(texts, index === 0 ? 18 : 12),
      Math.min(pieces, 24),
      Math.ceil(head / 4),
    ),
    best: Math.max(4, figures, Math.min(texts, 48), pieces, Math.ceil(head / 2) + 2),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Widths that together make `total`: what each needs at least, then towards what it would have, then in proportion. */
function share(least: readonly number[], best: readonly number[], total: number): number[] {
  const free = total - sum(least);
  const wanted = best.map((width, index) => Math.max(0, width - (least[index] ?? 0)));
  const wish = sum(wanted);
  const grown = least.map(
    (width, index) =>
      width + (wish === 0 ? 0 : ((wanted[index] ?? 0) / wish) * Math.min(free, wish)),
  );
  const all = sum(grown);
  const widths = grown.map((width) => Math.floor((width / all) * total));
  return widths.map((width, index) => (index === 0 ? width + total - sum(widths) : width));
}

/** Between figures and the text behind them, in twips, with the margins of both cells. */
const leadOfText = 120;

/** None for the empty column that parts panels: it is a gap itself. */
const leadsOf = ({ columns }: Table): number[] =>
  columns.map(({ id, align }, index) =>
    id !== "" && align === "left" && columns[index - 1]?.align === "right" ? leadOfText : 0,
  );

/** The room for text in a column, in twips. */
export const innerWidth = ({ widths, leads }: ColumnLayout, index: number): number =>
  (widths[index] ?? 0) - (leads[index] ?? 0) - 2 * cellMargin;

/** A table of so few columns is no wider than they need. */
const narrow = 3;

const inTwips = (columns: number, size: number): number =>
  Math.ceil(columns * twipsPerColumn(size)) + 2 * cellMargin;

const sizeFor = (wishes: readonly Wish[], total: number): number | undefined =>
  sizes.find((size) => sum(wishes.map(({ least }) => inTwips(least, size))) <= total);

const wishesOf = (table: Table, style: Style): Wish[] =>
  table.columns.map((_, index) => wishOf(table, index, style));

/** The largest size of letters in which no figure breaks; undefined where none is small enough. */
export const fitting = (table: Table, total: number, style: Style): number | undefined =>
  sizeFor(wishesOf(table, style), total - sum(leadsOf(table)));

const smallest = sizes[sizes.length - 1] ?? 15;

/**
 * Shares `total` twips among the columns, in the largest size of letters in which no figure breaks; the smallest where none is small enough.
 * `most` is the size of a table that this one goes with.
 */
export function layColumns(
  table: Table,
  total: number,
  style: Style,
  most: number = sizes[0],
): ColumnLayout {
  const wishes = wishesOf(table, style);
  const leads = leadsOf(table);
  const size = Math.min(most, sizeFor(wishes, total - sum(leads)) ?? smallest);
  const least = wishes.map((wish, index) => inTwips(wish.least, size) + (leads[index] ?? 0));
  const best = wishes.map((wish, index) => inTwips(wish.best, size) + (leads[index] ?? 0));
  // Two or three short columns at the ends of a page are hard to read across.
  const room =
    wishes.length <= narrow ? Math.min(total, Math.max(sum(best) * 1.2, total * 0.45)) : total;
  return { widths: share(least, best, Math.round(room)), leads, size };
}

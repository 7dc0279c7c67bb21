import type { Cell, Document, FigureValue, Inline, TableColumn } from "../../survey/document.ts";
import type { Language } from "../../survey/language.ts";
import { formatFigure, missSign } from "../number.ts";
import { referenceNames } from "./caption.ts";

/** How a document prints: its language, whether digits are grouped, and what references to its tables and figures print. */
export interface Style extends Pick<Document, "language" | "groupDigits"> {
  readonly names?: ReadonlyMap<string, string>;
}

/** The style that a document asks for. */
export const styleOf = (document: Document): Style => ({
  language: document.language,
  groupDigits: document.groupDigits,
  names: referenceNames(document),
});

/** A figure with the sign of a miss after it. */
export function figureText(f: FigureValue, style: Style): string {
  const sign = missSign(f);
  const text = formatFigure(f, style.language, { group: style.groupDigits });
  return sign === "" ? text : `${text} ${sign}`;
}

/** Whether a piece of a phrase is a figure. */
export const isFigure = (inline: Inline): inline is FigureValue =>
  typeof inline !== "string" && "measured" in inline;

/** A piece of a phrase in print: a text or code as it is, a figure rounded, a reference by its caption's number. */
export function inlineText(inline: Inline, style: Style): string {
  if (typeof inline === "string") return inline;
  if ("measured" in inline) return figureText(inline, style);
  return "code" in inline ? inline.code : (style.names?.get(inline.reference) ?? inline.reference);
}

/** A phrase in one string. */
export const phraseText = (phrase: readonly Inline[], style: Style): string =>
  phrase.map((inline) => inlineText(inline, style)).join("");

/** A cell as a phrase: a text or a figure is a phrase of one. */
export const phraseOf = (cell: Cell): readonly Inline[] =>
  typeof cell === "string" || "measured" in cell ? [cell] : cell;

/** Whether a figure in the cell misses its norm. */
export const misses = (cell: Cell): boolean =>
  phraseOf(cell).some((inline) => isFigure(inline) && missSign(inline) !== "");

/** A unit as it stands in a head: in brackets, full-width in Chinese; empty for none. */
export function headUnit(column: TableColumn, language: Language): string {
  if (column.unit === undefined || column.unit === "") return "";
  return language === "en" ? `(${column.unit})` : `（${column.unit}）`;
}

/** The head of a column, its unit in brackets; within those that the title ends with. */
export function headText(column: TableColumn, language: Language): string {
  const unit = headUnit(column, language);
  if (unit !== "" && column.title.endsWith(language === "en" ? ")" : "）"))
    return `${column.title.slice(0, -1)}${language === "en" ? `, ${column.unit})` : `，${column.unit}）`}`;
  return language === "en" && column.title !== "" && unit !== ""
    ? `${column.title} ${unit}`
    : column.title + unit;
}

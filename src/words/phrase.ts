import type { FigureValue, Inline, Paragraph } from "../survey/document.ts";
import type { Arguments } from "../survey/finding.ts";
import type { Language } from "../survey/language.ts";
import { printArgument } from "./argument.ts";
import { fillTemplate } from "./template.ts";

/** A template of the locale, filled with plain arguments. */
export const phrase = (template: string, args: Arguments, language: Language): string =>
  fillTemplate(template, args, (name, format) => printArgument(name, args[name], format, language));

/** A template of the locale with one figure in it, which the renderer prints: “{figure} short”. */
export function phraseWithFigure(template: string, figure: FigureValue): Inline[] {
  const [before = "", after = ""] = template.split("{figure}");
  return [before, figure, after].filter((part) => part !== "");
}

/** A text in brackets as it follows another: full-width ones close up in Chinese. */
export const inBrackets = (text: string, language: Language): string =>
  language === "en" ? ` (${text})` : `（${text}）`;

/** A text as the file has it, between the quotation marks of the language. */
export const inQuotes = (text: string, language: Language): string =>
  language === "zh-TW" ? `「${text}」` : `“${text}”`;

/** A line that points the reader to a command or tells what was left out. */
export const pointer = (text: string): Paragraph => ({
  kind: "paragraph",
  role: "pointer",
  content: [text],
});

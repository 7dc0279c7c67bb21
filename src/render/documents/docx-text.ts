import type {
  IFontAttributesProperties,
  IParagraphOptions,
  IRunOptions,
  Paragraph,
  ParagraphChild,
} from "docx";
import type { Document, Inline } from "../../survey/document.ts";
import type { Language } from "../../survey/language.ts";
import type { Rasteriser } from "../charts/png.ts";
import { markupLine } from "../markup.ts";
import { neutraliseTerminal } from "../neutralise.ts";
import { captionGap, continuedTitle } from "./caption.ts";
import type { DocxFonts, FontPair } from "./docx-style.ts";
import { runFont } from "./docx-style.ts";
import { inlineText, type Style } from "./inline-text.ts";

type Docx = typeof import("docx");

/** What belongs to the whole file. */
export interface Sheet {
  readonly docx: Docx;
  readonly document: Document;
  readonly style: Style;
  /** Undefined when a reference document's styles decide. */
  readonly fonts?: DocxFonts | undefined;
  readonly rasteriser: Rasteriser;
  readonly numbers: ReadonlyMap<string, string>;
  /** Bookmarks around the numbers of captions, by the id of the table or figure. */
  readonly bookmarks: ReadonlyMap<string, string>;
}

/** Text for an XML part: on one line, nothing that XML forbids or that turns the text around. */
export const plainText = (text: string): string =>
  neutraliseTerminal(text).replace(/[\uFFFE\uFFFF]/g, "\uFFFD");

/** A run with the fonts of its place set outright: Word and WPS take other fonts for Chinese where a run names none. */
export function run(
  sheet: Sheet,
  text: string,
  place: keyof DocxFonts = "body",
  options: IRunOptions = {},
): ParagraphChild {
  const pair: FontPair | undefined = sheet.fonts?.[place];
  return new sheet.docx.TextRun({
    ...(pair && { font: runFont(pair, sheet.style.language) }),
    ...options,
    text: plainText(text),
  });
}

const monospace = { ascii: "Consolas", hAnsi: "Consolas", cs: "Consolas" };

function inlineRun(
  sheet: Sheet,
  inline: Inline,
  place: keyof DocxFonts,
  options: IRunOptions,
): ParagraphChild {
  if (typeof inline !== "string" && "code" in inline) {
    const eastAsia = sheet.fonts?.[place].eastAsia;
    return new sheet.docx.TextRun({
      ...options,
      font: { ...monospace, ...(eastAsia && { eastAsia }) },
      text: plainText(inline.code),
    });
  }
  if (typeof inline !== "string" && "reference" in inline) {
    const bookmark = sheet.bookmarks.get(inline.reference);
    if (bookmark !== undefined)
      return new sheet.docx.SimpleField(
        `REF ${bookmark} \\h`,
        plainText(inlineText(inline, sheet.style)),
      );
  }
  return run(sheet, inlineText(inline, sheet.style), place, options);
}

/** A phrase as runs; references are fields that Word keeps in step. */
export const phraseRuns = (
  sheet: Sheet,
  phrase: readonly Inline[],
  place: keyof DocxFonts = "body",
  options: IRunOptions = {},
): ParagraphChild[] => phrase.map((inline) => inlineRun(sheet, inline, place, options));

export const paragraphOf = (
  sheet: Sheet,
  style: string,
  children: readonly ParagraphChild[],
  options: IParagraphOptions = {},
): Paragraph => new sheet.docx.Paragraph({ ...options, style, children: [...children] });

/** The name of a sequence of captions as a field takes it: letters only. "表 A-" is 表_A. */
const sequenceName = (prefix: string): string =>
  prefix.replace(/[^\p{L}\p{N}]+/gu, "_").replace(/^_+|_+$/g, "") || "cdj";

/** A caption: its number counted by Word within its own sequence and bookmarked for references, then the title. */
export function captionRuns(
  sheet: Sheet,
  id: string,
  kind: "table" | "figure",
  title: string,
): ParagraphChild[] {
  const number = sheet.numbers.get(id);
  const prefix = sheet.document.captions?.[kind] ?? "";
  const bookmark = sheet.bookmarks.get(id);
  if (number === undefined || bookmark === undefined) return [run(sheet, title, "heading")];
  const field = new sheet.docx.SimpleField(
    `SEQ ${sequenceName(prefix)} \\* ARABIC`,
    number.slice(prefix.length),
  );
  const label = new sheet.docx.Bookmark({
    id: bookmark,
    children: [run(sheet, prefix, "heading"), field],
  });
  return [label, run(sheet, `${captionGap(sheet.style.language)}${title}`, "heading")];
}

/** The caption over a later part of a table: a field that repeats the number, for a count of its own would be another table. */
export function continuedRuns(
  sheet: Sheet,
  { id, title }: { readonly id: string; readonly title: string },
): ParagraphChild[] {
  const number = sheet.numbers.get(id);
  const bookmark = sheet.bookmarks.get(id);
  const text = run(sheet, continuedTitle(title, sheet.style.language), "heading");
  if (number === undefined || bookmark === undefined) return [text];
  return [
    new sheet.docx.SimpleField(`REF ${bookmark}`, number),
    run(sheet, captionGap(sheet.style.language), "heading"),
    text,
  ];
}

const fontsXml = (font: IFontAttributesProperties): string =>
  `<w:rPr><w:rFonts ${Object.entries(font)
    .map(([key, value]) => `w:${key}="${markupLine(value)}"`)
    .join(" ")}/></w:rPr>`;

/** The results of fields come without fonts from `docx`: captions get those of headings, references (which are links) those of the text. */
export function withFieldFonts(xml: string, fonts: DocxFonts, language: Language): string {
  return xml.replace(
    /(<w:fldSimple w:instr="([^"]*)"[^>]*>)<w:r><w:t/g,
    (_, field: string, code: string) => {
      return `${field}<w:r>${fontsXml(runFont(code.includes("\\h") ? fonts.body : fonts.heading, language))}<w:t`;
    },
  );
}

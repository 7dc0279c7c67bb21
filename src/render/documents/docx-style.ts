import type { IFontAttributesProperties, IStylesOptions } from "docx";
import type { Language } from "../../survey/language.ts";

/** Fonts by script: East Asian characters take one, Latin letters and digits the other. */
export interface FontPair {
  readonly eastAsia: string;
  readonly latin: string;
}

export interface DocxFonts {
  readonly body: FontPair;
  readonly heading: FontPair;
}

/** What offices print in: 宋体 and 黑体 on the mainland, 新細明體 and 微軟正黑體 in Taiwan. */
export const usualFonts: Readonly<Record<Language, DocxFonts>> = {
  en: {
    body: { eastAsia: "SimSun", latin: "Times New Roman" },
    heading: { eastAsia: "SimHei", latin: "Arial" },
  },
  "zh-CN": {
    body: { eastAsia: "宋体", latin: "Times New Roman" },
    heading: { eastAsia: "黑体", latin: "Times New Roman" },
  },
  "zh-TW": {
    body: { eastAsia: "新細明體", latin: "Times New Roman" },
    heading: { eastAsia: "微軟正黑體", latin: "Times New Roman" },
  },
};

/** The fonts of a run. In Chinese, quotes and dashes that both scripts share take the East Asian font. */
export const runFont = (
  { eastAsia, latin }: FontPair,
  language: Language,
): IFontAttributesProperties => ({
  ascii: latin,
  hAnsi: latin,
  cs: latin,
  eastAsia,
  ...(language === "en" ? {} : { hint: "eastAsia" }),
});

/** The styles that paragraphs of the document name; a reference document may have them of its own. */
export const styleIds = {
  title: "Title",
  headings: ["Heading1", "Heading2", "Heading3"],
  caption: "Caption",
  body: "CdjBody",
  note: "CdjNote",
  term: "CdjTerm",
  cell: "CdjTableText",
  footer: "Footer",
} as const;

/** Names that Word gives its own styles, whatever their ids: the Chinese Word calls Heading 1 "1" and Caption "a5". */
export const builtInNames: Readonly<Record<string, string>> = {
  Normal: "normal",
  Title: "title",
  Heading1: "heading 1",
  Heading2: "heading 2",
  Heading3: "heading 3",
  Caption: "caption",
  Footer: "footer",
};

const halfPoints = (points: number) => Math.round(points * 2);
const twips = (points: number) => Math.round(points * 20);

/** 小四-like sizes on A4: body 10.5 pt (五号), tables 9 pt (小五), notes 8.5 pt. */
export function documentStyles(fonts: DocxFonts, language: Language): IStylesOptions {
  const body = runFont(fonts.body, language);
  const heading = runFont(fonts.heading, language);
  const head = (size: number, before: number, after: number) => ({
    run: { font: heading, size: halfPoints(size), bold: true, color: "000000" },
    paragraph: {
      spacing: { before: twips(before), after: twips(after) },
      keepNext: true,
      keepLines: true,
    },
  });
  return {
    default: {
      document: {
        run: {
          font: body,
          size: halfPoints(10.5),
          language: {
            value: language === "en" ? "en-GB" : "en-US",
            eastAsia: language === "zh-TW" ? "zh-TW" : "zh-CN",
          },
        },
        paragraph: { spacing: { line: 300, lineRule: "auto" } },
      },
      title: {
        ...head(18, 0, 14),
        paragraph: { ...head(18, 0, 14).paragraph, alignment: "center" },
      },
      heading1: head(14, 18, 8),
      heading2: head(12, 14, 6),
      heading3: head(10.5, 10, 4),
    },
    paragraphStyles: [
      {
        id: styleIds.caption,
        name: "caption",
        basedOn: "Normal",
        next: "Normal",
        quickFormat: true,
        run: { font: heading, size: halfPoints(9.5), bold: language === "en" },
        paragraph: { alignment: "center", spacing: { before: twips(10), after: twips(4) } },
      },
      {
        id: styleIds.body,
        name: "cdj Body",
        basedOn: "Normal",
        quickFormat: true,
        paragraph: { spacing: { after: twips(5) }, alignment: "both" },
      },
      {
        id: styleIds.note,
        name: "cdj Note",
        basedOn: "Normal",
        quickFormat: true,
        run: { size: halfPoints(8.5) },
        paragraph: { spacing: { before: twips(2), after: 0, line: 260, lineRule: "auto" } },
      },
      {
        id: styleIds.term,
        name: "cdj Term",
        basedOn: "Normal",
        quickFormat: true,
        run: { font: heading, bold: language === "en" },
        paragraph: { keepNext: true, spacing: { before: twips(6) } },
      },
      {
        id: styleIds.cell,
        name: "cdj Table Text",
        basedOn: "Normal",
        quickFormat: true,
        run: { size: halfPoints(9) },
        paragraph: { spacing: { before: 0, after: 0, line: 250, lineRule: "auto" } },
      },
      {
        id: styleIds.footer,
        name: "footer",
        basedOn: "Normal",
        run: { size: halfPoints(9) },
        paragraph: { alignment: "center" },
      },
    ],
  };
}

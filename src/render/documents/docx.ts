import type { FileChild, IParagraphOptions, ISectionOptions } from "docx";
import { strToU8 } from "fflate";
import type { Block, Document, Facts, Paragraph } from "../../survey/document.ts";
import { CdjError } from "../../survey/error.ts";
import type { Rasteriser } from "../charts/png.ts";
import { captionNumbers } from "./caption.ts";
import { figureOf } from "./docx-figure.ts";
import { pack, textOf, unpack } from "./docx-pack.ts";
import { withReferenceStyles } from "./docx-reference.ts";
import { type DocxFonts, documentStyles, styleIds, usualFonts } from "./docx-style.ts";
import { tableOf } from "./docx-table.ts";
import {
  paragraphOf,
  phraseRuns,
  plainText,
  run,
  type Sheet,
  withFieldFonts,
} from "./docx-text.ts";
import { styleOf } from "./inline-text.ts";

export interface DocxOptions {
  /** Draws the pictures that stand beside the SVG of charts. */
  readonly rasteriser: Rasteriser;
  /** Instead of the usual ones of the language, and of those of a reference document. */
  readonly fonts?: DocxFonts | undefined;
  /** A .docx whose styles the document takes; its name is for the message when it is none. */
  readonly referenceDoc?: { readonly name: string; readonly bytes: Uint8Array };
  /** The day of the report for the properties of the file, as 2024-06-30; without it they name none. */
  readonly date?: string;
}

/** A4 in twips. */
const page = { width: 11906, height: 16838, margin: 1418 };

/** Bookmarks of captions: hidden ones, as Word names its own. */
function bookmarksOf(document: Document): Map<string, string> {
  const numbers = captionNumbers(document);
  return new Map([...numbers.keys()].map((id, i) => [id, `_RefCdj${i + 1}`]));
}

function paragraph(
  sheet: Sheet,
  { role, content }: Paragraph,
  options: IParagraphOptions,
): FileChild {
  return paragraphOf(
    sheet,
    role === undefined ? styleIds.body : styleIds.note,
    phraseRuns(sheet, content),
    options,
  );
}

function facts(sheet: Sheet, block: Facts): FileChild[] {
  return block.facts.flatMap(({ label, lines }) => [
    paragraphOf(sheet, styleIds.term, [run(sheet, label, "heading")]),
    ...lines.map((line) =>
      paragraphOf(sheet, styleIds.body, phraseRuns(sheet, line), {
        indent: { left: 420 },
        alignment: "left",
      }),
    ),
  ]);
}

/** Under a title, headings begin with the second level of the document, which is Word's first. */
function headingStyle(level: 1 | 2 | 3, titled: boolean): string {
  return styleIds.headings[Math.max(0, level - (titled ? 2 : 1))] ?? styleIds.headings[0];
}

function blockOf(sheet: Sheet, block: Block, options: IParagraphOptions): FileChild[] {
  switch (block.kind) {
    case "heading":
      return [
        paragraphOf(
          sheet,
          headingStyle(block.level, sheet.document.title !== undefined),
          [run(sheet, block.text, "heading")],
          options,
        ),
      ];
    case "paragraph":
      return [paragraph(sheet, block, options)];
    case "facts":
      return facts(sheet, block);
    case "table":
      return tableOf(sheet, block);
    case "figure":
      return figureOf(sheet, block);
    case "page-break":
      return [];
  }
}

/** All blocks below each other on upright pages. */
function childrenOf(sheet: Sheet): FileChild[] {
  const { title, blocks } = sheet.document;
  const children: FileChild[] =
    title === undefined ? [] : [paragraphOf(sheet, styleIds.title, [run(sheet, title, "heading")])];
  let fresh = false;
  for (const [at, block] of blocks.entries()) {
    if (block.kind === "page-break") {
      fresh = true;
      continue;
    }
    const inParagraph = block.kind === "heading" || block.kind === "paragraph";
    if (fresh && !inParagraph)
      children.push(paragraphOf(sheet, styleIds.note, [new sheet.docx.PageBreak()]));
    // The sentence on a chart stands on the page of the chart.
    const keepNext = blocks[at + 1]?.kind === "figure";
    children.push(
      ...blockOf(sheet, block, {
        ...(fresh && inParagraph && { pageBreakBefore: true }),
        ...(keepNext && { keepNext }),
      }),
    );
    fresh = false;
  }
  return children;
}

function sectionOf(sheet: Sheet): ISectionOptions {
  const { Footer, PageNumber, TextRun } = sheet.docx;
  const number = new TextRun({ children: [PageNumber.CURRENT] });
  return {
    properties: {
      page: {
        size: { width: page.width, height: page.height },
        margin: { top: page.margin, right: page.margin, bottom: page.margin, left: page.margin },
      },
    },
    footers: {
      default: new Footer({
        children: [paragraphOf(sheet, styleIds.footer, [number], { alignment: "center" })],
      }),
    },
    children: childrenOf(sheet),
  };
}

/**
 * A document as .docx: real tables with three rules and heads that repeat, captions counted by fields and referred to by fields, charts as SVG
 * with a PNG beside them, fonts set for East Asian and Latin text in every run. The same bytes for the same document, options and fonts.
 * A reference document that is no .docx is a CdjError.
 */
export async function renderDocx(document: Document, options: DocxOptions): Promise<Uint8Array> {
  const docx = await import("docx");
  const usual = usualFonts[document.language];
  const sheet: Sheet = {
    docx,
    document,
    style: styleOf(document),
    fonts: options.fonts ?? (options.referenceDoc === undefined ? usual : undefined),
    rasteriser: options.rasteriser,
    numbers: captionNumbers(document),
    bookmarks: bookmarksOf(document),
  };
  const file = new docx.Document({
    title: plainText(document.title ?? ""),
    creator: "cdj",
    lastModifiedBy: "cdj",
    styles: documentStyles(options.fonts ?? usual, document.language),
    sections: [sectionOf(sheet)],
  });
  const parts = unpack(new Uint8Array(await docx.Packer.toArrayBuffer(file)));
  const body = "word/document.xml";
  if (sheet.fonts)
    parts.set(
      body,
      strToU8(withFieldFonts(textOf(parts, body) ?? "", sheet.fonts, document.language)),
    );
  const styled =
    options.referenceDoc === undefined
      ? parts
      : withReferenceStyles(parts, options.referenceDoc.bytes);
  if (styled === undefined)
    throw new CdjError("bad-reference-document", { file: options.referenceDoc?.name ?? "" });
  return pack(styled, options.date);
}

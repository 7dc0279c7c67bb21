import type { Block, Captions, Document } from "../../survey/document.ts";
import type { Language } from "../../survey/language.ts";
import { appendixWordsOf } from "../../words/locales/appendix/index.ts";
import { type SectionId, sectionIds } from "../../words/locales/appendix/words.ts";
import { inSentence } from "../../words/quantity-title.ts";
import { compose, separated } from "../../words/sentence.ts";
import { basisSection } from "./basis-section.ts";
import { changeSection } from "./change-section.ts";
import {
  type AppendixInput,
  type Context,
  contextOf,
  type LeftOut,
  type Section,
} from "./context.ts";
import { definedIn, definitionsSection } from "./definitions-section.ts";
import { distributionSection } from "./distribution-section.ts";
import { withNumberedNotes } from "./notes.ts";
import { provenanceSection } from "./provenance-section.ts";
import { qualitySection } from "./quality-section.ts";
import { themeSection } from "./theme-section.ts";

/** An appendix with what is said of it when it is written. */
export interface Appendix {
  readonly document: Document;
  readonly sections: readonly { readonly id: SectionId; readonly blocks: readonly Block[] }[];
  readonly leftOut: readonly { readonly id: SectionId; readonly reason: LeftOut }[];
  readonly tables: number;
  readonly figures: number;
  readonly definitions: number;
}

const makers: Readonly<Record<SectionId, (context: Context) => Section>> = {
  basis: basisSection,
  population: (context) => themeSection(context, "population"),
  organisation: (context) => themeSection(context, "organisation"),
  staffing: (context) => themeSection(context, "staffing"),
  space: (context) => themeSection(context, "space"),
  funding: (context) => themeSection(context, "funding"),
  distribution: distributionSection,
  change: changeSection,
  quality: qualitySection,
  definitions: definitionsSection,
  provenance: provenanceSection,
};

/** The appendix of a survey: its sections in order, those without data left out and named. */
export function appendixOf(input: AppendixInput, language: Language): Appendix {
  const context = contextOf(input, language);
  const sections: { id: SectionId; blocks: Block[] }[] = [];
  const leftOut: { id: SectionId; reason: LeftOut }[] = [];
  for (const id of sectionIds) {
    const made = input.sections.includes(id) ? makers[id](context) : "notAsked";
    if (typeof made === "string") leftOut.push({ id, reason: made });
    else if (made.length > 0)
      sections.push({
        id,
        blocks: made.map((block) =>
          block.kind === "table" ? withNumberedNotes(context, block) : block,
        ),
      });
  }
  const blocks = sections.flatMap((section, i): Block[] => [
    {
      kind: "heading",
      id: section.id,
      level: 2,
      text: `${ordinal(i + 1, language)}${context.words.sections[section.id]}`,
    },
    ...section.blocks,
  ]);
  const title = input.title ?? context.words.title;
  return {
    document: {
      language,
      title,
      ...(input.groupDigits !== undefined && { groupDigits: input.groupDigits }),
      captions: captionsOf(input, language),
      blocks,
    },
    sections,
    leftOut,
    tables: blocks.filter(({ kind }) => kind === "table").length,
    figures: blocks.filter(({ kind }) => kind === "figure").length,
    definitions: input.sections.includes("definitions") ? definedIn(context).length : 0,
  };
}

const numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一"];
const ordinal = (n: number, language: Language): string =>
  language === "en" ? `${n}. ` : `${numerals[n - 1]}、`;

/** A prefix that names tables (附表, 表 B-, Table B-) makes that of the figures; any other names the appendix: B gives 表 B-. */
function captionsOf({ captionPrefix }: AppendixInput, language: Language): Captions {
  const words = appendixWordsOf(language);
  if (captionPrefix === undefined) return { table: words.tablePrefix, figure: words.figurePrefix };
  const figureWord = language === "zh-TW" ? "圖" : "图";
  if (captionPrefix.includes("表"))
    return { table: captionPrefix, figure: captionPrefix.replace("表", figureWord) };
  if (/table/i.test(captionPrefix)) {
    const figure = captionPrefix.replace(/table/i, (word) =>
      word.startsWith("T") ? "Figure" : "figure",
    );
    return { table: captionPrefix, figure };
  }
  return {
    table: words.tablePrefix.replace("A", captionPrefix),
    figure: words.figurePrefix.replace("A", captionPrefix),
  };
}

/** “附录A.docx  6张表、4幅图、11项指标解释 · 2节未列：经费（没有相应的列）…” */
export function summaryOf(file: string, appendix: Appendix, language: Language): string {
  const words = appendixWordsOf(language);
  const { tables, figures, definitions } = appendix;
  const counts = compose(words.counts, { file, tables, figures, definitions }).join("");
  const left = appendix.leftOut.filter(({ reason }) => reason !== "notAsked");
  if (left.length === 0) return counts;
  const list = separated(
    left.map(({ id, reason }) => [
      bracketed(inSentence(words.sections[id]), words[reason], language),
    ]),
    words.listComma,
  );
  return `${counts} · ${compose(words.leftOut, { k: left.length, list }).join("")}`;
}

const bracketed = (text: string, inner: string, language: Language): string =>
  language === "en" ? `${text} (${inner})` : `${text}（${inner}）`;

import type { FigureValue } from "../../survey/document.ts";
import type { Language } from "../../survey/language.ts";
import { isExact } from "../../survey/measured.ts";
import { appendixWordsOf } from "../../words/locales/appendix/index.ts";
import { isOne } from "../../words/plural.ts";
import { unitText } from "../../words/unit-text.ts";
import type { Appendix } from "./appendix.ts";

/** An appendix as data: its sections with their blocks, every figure unrounded and with what it is a figure of. */
export function appendixJson({ document, sections, leftOut }: Appendix, version: string): unknown {
  const { language, title, groupDigits, captions } = document;
  const words = appendixWordsOf(language);
  return {
    tool: { name: "cdj", version },
    language,
    title,
    ...(groupDigits !== undefined && { groupDigits }),
    captions,
    sections: sections.map(({ id, blocks }) => ({
      id,
      title: words.sections[id],
      blocks: withUnitTexts(blocks, language),
    })),
    leftOut: leftOut.map(({ id, reason }) => ({ id, reason: words[reason] })),
  };
}

/** The blocks with the word that a sentence has for each unit, in place of the order to say it. */
function withUnitTexts(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((item) => withUnitTexts(item, language));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === "unitAs"
        ? ["unitText", wordOf(value as FigureValue, language)]
        : [key, withUnitTexts(inner, language)],
    ),
  );
}

function wordOf({ measured, unit, decimals, unitAs }: FigureValue, language: Language): string {
  return unitText(unit, language, unitAs, isExact(measured) && isOne(measured.value, decimals));
}

import type { Fact, Facts, Inline } from "../survey/document.ts";
import type { Language } from "../survey/language.ts";
import { wordsOf } from "../words/locales/index.ts";
import { quantityTitle } from "../words/quantity-title.ts";

/** A fact in one line; undefined where there is nothing to say. */
export const fact = (
  label: string,
  line: string | readonly Inline[] | undefined,
): Fact | undefined => {
  if (line === undefined || line.length === 0) return undefined;
  return { label, lines: [typeof line === "string" ? [line] : line] };
};

/** A fact in several lines; undefined without any. */
export const factLines = (
  label: string,
  lines: readonly (string | readonly Inline[])[],
): Fact | undefined =>
  lines.length === 0
    ? undefined
    : { label, lines: lines.map((line) => (typeof line === "string" ? [line] : line)) };

/** Facts under one another, without those that have nothing to say. */
export const factList = (...facts: readonly (Fact | undefined)[]): Facts => ({
  kind: "facts",
  role: "definitions",
  facts: facts.filter((f) => f !== undefined),
});

/** Ids as code, with commas between. */
export const idList = (ids: readonly string[], language: Language): Inline[] =>
  ids.flatMap((id, i): Inline[] =>
    i === 0 ? [{ code: id }] : [wordsOf(language).reading.separator, { code: id }],
  );

/** The id of a variable or age band and what it means, in brackets. */
export const namedId = (id: string, language: Language): Inline[] => [
  { code: id },
  language === "en" ? ` (${quantityTitle(id, language)})` : `（${quantityTitle(id, language)}）`,
];

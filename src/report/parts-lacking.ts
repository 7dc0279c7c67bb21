import type { Survey } from "../analysis/observed-survey.ts";
import { incompleteParts, type Parts } from "../analysis/parts-of-areas.ts";
import type { Language } from "../survey/language.ts";
import { wordsOf } from "../words/locales/index.ts";
import { phrase } from "../words/phrase.ts";
import { inSentence, quantityTitle } from "../words/quantity-title.ts";

/** An area whose total of a variable was added up from fewer parts than it has. */
export interface LackingParts {
  readonly observation: number;
  readonly quantity: string;
  readonly parts: Parts;
}

/** The areas that were added up from parts of which some gave no figure; of these quantities only, where they are named. */
export const lackingParts = (
  survey: Survey,
  members: readonly number[],
  quantities?: readonly string[],
): LackingParts[] =>
  members.flatMap((observation) =>
    [...incompleteParts(survey, observation)].flatMap(([quantity, parts]) =>
      quantities === undefined || quantities.includes(quantity)
        ? [{ observation, quantity, parts }]
        : [],
    ),
  );

/** How many areas whose parts lack figures are named. */
const mostNamed = 5;

/** “甲 户数 3个部分中的2个”, the first of them by name, then how many more. */
export function lackingList(
  survey: Survey,
  all: readonly LackingParts[],
  language: Language,
): string {
  const { analysis: words, reading } = wordsOf(language);
  const told = all.slice(0, mostNamed).map(({ observation, quantity, parts }) => {
    const name = survey.observations[observation]?.area.name ?? "";
    return `${name} ${inSentence(quantityTitle(quantity, language))} ${phrase(words.partCoverage, { k: parts.reported, n: parts.of }, language)}`;
  });
  const more =
    all.length > mostNamed
      ? [phrase(words.partsLackingMore, { n: all.length - mostNamed }, language)]
      : [];
  return [...told, ...more].join(reading.separator);
}

/** Which totals are of fewer parts than their areas have, in a line; undefined where none is. */
export function partsLackingText(
  survey: Survey,
  members: readonly number[],
  language: Language,
  quantities?: readonly string[],
): string | undefined {
  const all = lackingParts(survey, members, quantities);
  if (all.length === 0) return undefined;
  const [before = "", after = ""] = wordsOf(language).analysis.partsLacking.split("{list}");
  return `${before}${lackingList(survey, all, language)}${after}`;
}

/** The same as data: area, period, variable and how many of its parts gave a figure. */
export const partsLackingJson = (
  survey: Survey,
  members: readonly number[],
  quantities?: readonly string[],
) =>
  lackingParts(survey, members, quantities).map(({ observation, quantity, parts }) => {
    const { area, period } = survey.observations[observation] as Survey["observations"][number];
    return {
      area: area.name,
      code: area.code,
      parents: area.parents,
      period,
      variable: quantity,
      ...parts,
    };
  });

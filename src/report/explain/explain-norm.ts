import { type Indicator, speaksOf } from "../../indicators/define.ts";
import { indicators } from "../../indicators/index.ts";
import { withIndicatorsForNorms } from "../../indicators/of-variable.ts";
import type { Block, Document } from "../../survey/document.ts";
import type { Language } from "../../survey/language.ts";
import type { Norm } from "../../survey/norm.ts";
import { wordsOf } from "../../words/locales/index.ts";
import { phrase } from "../../words/phrase.ts";
import { fact, factList, idList } from "../fact-lines.ts";
import { subjectTitle } from "../norm-state-text.ts";
import { thresholdPhrase, yearText } from "../norm-text.ts";

/** The indicators that a norm speaks of. */
export function indicatorsOf(norm: Norm): readonly Indicator[] {
  return withIndicatorsForNorms([norm], indicators).filter((indicator) =>
    speaksOf(norm, indicator),
  );
}

/** Everything about a norm, out of its definition. */
export const normDocument = (norm: Norm, language: Language): Document => ({
  language,
  blocks: normBlocks(norm, language, 1),
});

/** Everything about a norm under a heading of its own. */
export function normBlocks(norm: Norm, language: Language, level: 1 | 2): Block[] {
  const { explain: words, bases, confidences, normRoundings, standings } = wordsOf(language);
  return [
    { kind: "heading", level, text: norm.id },
    factList(
      fact(words.threshold, thresholdPhrase(norm, language)),
      fact(words.about, [
        { code: norm.subject },
        language === "en"
          ? ` (${subjectTitle(norm.subject, language)})`
          : `（${subjectTitle(norm.subject, language)}）`,
      ]),
      fact(words.opens, norm.opens && openedTitle(norm.opens, language)),
      fact(words.countedOn, norm.basis && bases[norm.basis]),
      fact(words.rounding, norm.rounding && normRoundings[norm.rounding]),
      fact(words.perArea, clampText(norm, language)),
      fact(words.document, norm.document[language]),
      fact(words.number, norm.number?.[language]),
      fact(words.issuer, norm.issuer[language]),
      fact(words.jurisdiction, norm.jurisdiction[language]),
      fact(words.year, norm.year === undefined ? undefined : yearText(norm.year, language)),
      fact(words.validity, validityText(norm, language)),
      fact(words.clause, norm.clause?.[language]),
      fact(
        words.confidence,
        norm.confidence === "own"
          ? confidences.own
          : `${norm.confidence} · ${confidences[norm.confidence]}`,
      ),
      fact(words.status, norm.standing && standings[norm.standing]),
      fact(words.note, norm.note?.[language]),
      fact(words.link, norm.url),
      fact(
        words.usedBy,
        idList(
          indicatorsOf(norm).map(({ id }) => id),
          language,
        ),
      ),
    ),
  ];
}

const openedTitle = (id: string, language: Language): string =>
  (indicators as readonly Indicator[])
    .flatMap((indicator) => indicator.classes ?? [])
    .find((c) => c.id === id)?.title[language] ?? id;

function clampText({ clamp }: Norm, language: Language): string | undefined {
  if (clamp === undefined) return undefined;
  const { explain: words, reading } = wordsOf(language);
  const bounds = [
    ...(clamp.min === undefined ? [] : [phrase(words.least, { figure: clamp.min }, language)]),
    ...(clamp.max === undefined ? [] : [phrase(words.most, { figure: clamp.max }, language)]),
  ];
  return bounds.join(reading.separator);
}

/** From when until when it is in force, as far as that is known. */
function validityText({ validFrom, validTo }: Norm, language: Language): string | undefined {
  const { explain: words } = wordsOf(language);
  if (validFrom !== undefined && validTo !== undefined)
    return phrase(words.fromUntil, { date: validFrom, end: validTo }, language);
  if (validFrom !== undefined) return phrase(words.from, { date: validFrom }, language);
  return validTo === undefined ? undefined : phrase(words.until, { date: validTo }, language);
}

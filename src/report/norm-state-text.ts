import type { NormRemark, NormState, NotCompared } from "../analysis/norm-states.ts";
import { findIndicator } from "../indicators/index.ts";
import { periodLabel } from "../intake/cells/period.ts";
import { unmeasuredSubjects } from "../norms/subjects.ts";
import type { Paragraph } from "../survey/document.ts";
import type { Language } from "../survey/language.ts";
import type { Norm } from "../survey/norm.ts";
import { joined } from "../words/argument.ts";
import { absentReasonText } from "../words/locales/absent-reasons.ts";
import { wordsOf } from "../words/locales/index.ts";
import { normStateWordsOf } from "../words/locales/norm-states.ts";
import { phrase } from "../words/phrase.ts";
import { inSentence, quantityTitle } from "../words/quantity-title.ts";

/** The title of what a norm speaks of: an indicator, a variable, or something that nothing here measures. */
export const subjectTitle = (id: string, language: Language): string =>
  findIndicator(id)?.title[language] ??
  unmeasuredSubjects[id]?.[language] ??
  quantityTitle(id, language);

/** Why a norm is held against nothing, in words; no capital, no full stop. */
export function reasonText(against: NotCompared, { subject }: Norm, language: Language): string {
  const words = normStateWordsOf(language);
  const title = (id: string): string => inSentence(subjectTitle(id, language));
  switch (against.reason) {
    case "unmeasured":
      return phrase(words.unmeasured, { subject: title(subject) }, language);
    case "under-a-norm":
      return phrase(words.underNorm, { subject: title(against.indicator) }, language);
    case "not-asked":
      return phrase(
        words.notAsked,
        { indicators: joined(against.indicators, "or", language) },
        language,
      );
    case "another-population":
      return phrase(
        words.anotherPopulation,
        { population: inSentence(wordsOf(language).bases[against.population]) },
        language,
      );
    case "no-column":
      return phrase(
        words.noColumn,
        { list: joined(against.lacking.map(title), "or", language) },
        language,
      );
    default:
      return absentReasonText(against.absent, language);
  }
}

function remarkText(remark: NormRemark, norm: Norm, language: Language): string {
  const words = normStateWordsOf(language);
  if (remark.about === "country") return phrase(words.country, { norm: norm.id }, language);
  const from = norm.validFrom ?? (norm.year === undefined ? undefined : String(norm.year));
  const template =
    from === undefined ? words.until : norm.validTo === undefined ? words.from : words.fromUntil;
  const dates = phrase(template, { from: from ?? "", to: norm.validTo ?? "" }, language);
  const periods = remark.periods
    .map((period) => periodLabel(period)[language])
    .join(language === "en" ? ", " : "、");
  return phrase(words.validity, { norm: norm.id, dates, periods }, language);
}

/** What has to be told of the norms named, one line each: those held against nothing with the reason, those that were not in force or are of another country. */
export const normStateLines = (states: readonly NormState[], language: Language): string[] =>
  states.flatMap(({ norm, against, remarks }) =>
    against
      ? [
          phrase(
            normStateWordsOf(language).notCompared,
            { norm: norm.id, reason: reasonText(against, norm, language) },
            language,
          ),
        ]
      : remarks.map((remark) => remarkText(remark, norm, language)),
  );

/** Whether norms were named and none of them is held against anything. */
export const noneCompared = (states: readonly NormState[]): boolean =>
  states.length > 0 && states.every(({ against }) => against !== undefined);

/** The same lines as remarks of a document. */
export const normStateRemarks = (states: readonly NormState[], language: Language): Paragraph[] =>
  normStateLines(states, language).map((text) => ({
    kind: "paragraph",
    role: "remark",
    content: [text],
  }));

import type { IndicatorResult } from "../analysis/analyse.ts";
import { dependsOnNorm } from "../indicators/define.ts";
import type { Language } from "../survey/language.ts";
import { normStateWordsOf } from "../words/locales/norm-states.ts";
import { phrase } from "../words/phrase.ts";

/**
 * Where one norm is missed by one number of areas in the ratio and by another in what is short of it, as posts are whole numbers, bounded, or counted on other
 * people: one sentence for each such norm says why both are right.
 */
export function verdictNotes(entries: readonly IndicatorResult[], language: Language): string[] {
  const held = entries.flatMap(({ indicator, norms }) =>
    norms.map((one) => ({ ...one, indicator })).filter(({ areasTested }) => areasTested > 0),
  );
  return held.flatMap((short) => {
    const { indicator, norm, result, areasMissing } = short;
    const [rule, ...bases] = result.notes ?? [];
    if (indicator.rollup !== "sum-of-shortfalls" || !rule) return [];
    const ratio = held.find(
      (other) => other.norm.id === norm.id && !dependsOnNorm(other.indicator),
    );
    if (!ratio || ratio.areasMissing === areasMissing) return [];
    const text = phrase(
      normStateWordsOf(language).verdicts,
      { norm: norm.id, a: ratio.areasMissing, b: areasMissing },
      language,
    );
    const why = [rule, ...bases].map((note) => note[language]);
    return [[text, ...why].join(language === "en" ? " " : "")];
  });
}

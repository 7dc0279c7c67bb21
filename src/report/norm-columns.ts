import type { AreaResult, IndicatorResult, SetResult } from "../analysis/analyse.ts";
import { underNormTitle } from "../analysis/subject.ts";
import {
  dependsOnNorm,
  type Indicator,
  normsByRule,
  normsOf,
  type Result,
  type Standing,
} from "../indicators/define.ts";
import type { FigureValue } from "../survey/document.ts";
import type { Language } from "../survey/language.ts";
import type { Norm } from "../survey/norm.ts";
import { sideMissed } from "./figure-columns.ts";

/** A column of an indicator: its value, under the one norm that speaks of it; of several norms each has a column of its own. */
export interface NormColumn {
  readonly id: string;
  readonly indicator: Indicator;
  readonly norm?: Norm;
  /** Whether the title has to name the norm, since others speak of the indicator too. */
  readonly named: boolean;
}

/** The columns that an indicator makes under these norms. */
export function normColumns(indicator: Indicator, norms: readonly Norm[]): NormColumn[] {
  const speaking = dependsOnNorm(indicator)
    ? normsByRule(indicator, norms).flatMap(([norm]) => norm ?? [])
    : normsOf(indicator, norms);
  const named = speaking.length > 1;
  if (speaking.length === 0) return [{ id: indicator.id, indicator, named }];
  return speaking.map((norm) => ({
    id: named ? `${indicator.id} ${norm.id}` : indicator.id,
    indicator,
    norm,
    named,
  }));
}

/** A title that names the norm where there are others: “Office area shortfall (office_area>=300)”. */
export const underTitle = (
  { indicator, norm, named }: Pick<NormColumn, "indicator" | "norm" | "named">,
  language: Language,
): string => (named && norm ? underNormTitle(indicator.title, norm.id) : indicator.title)[language];

/** An indicator over a set; of one that is told under a norm only, and under several, what it is under one of them. */
export interface ShownResult extends IndicatorResult {
  /** The norm that has to be named, since there are others. */
  readonly under?: Norm;
}

/** An entry for each rule, where the value itself is that under a norm and several differ; else the entry as it is. */
export function shownResults(entry: IndicatorResult): ShownResult[] {
  const rules = normsByRule(
    entry.indicator,
    entry.norms.map(({ norm }) => norm),
  );
  if (rules.length < 2) return [entry];
  return rules.flatMap((rule) => {
    const norms = entry.norms.filter(({ norm }) => rule.includes(norm));
    const [first] = norms;
    return first
      ? [{ indicator: entry.indicator, result: first.result, norms, under: first.norm }]
      : [];
  });
}

/** The title of an entry, which names the norm where there are several. */
export const shownTitle = ({ indicator, under }: ShownResult, language: Language): string =>
  underTitle({ indicator, ...(under && { norm: under }), named: under !== undefined }, language);

interface Told {
  readonly result: Result;
  readonly standing?: Standing;
}

/** What an area has in a column. */
export const ofArea = (area: AreaResult, { indicator, norm }: NormColumn): Told | undefined => {
  if (norm) return area.under(indicator.id, norm.id);
  const result = area.results.get(indicator.id);
  return result && { result };
};

/** What a set has in a column. */
export const ofSet = (
  { indicators }: SetResult,
  { indicator, norm }: NormColumn,
): Told | undefined => {
  const entry = indicators.find((one) => one.indicator.id === indicator.id);
  return norm ? entry?.norms.find((one) => one.norm.id === norm.id) : entry;
};

/** The sign of a figure that misses its norm, as part of a cell. */
export const missMark = (
  { norm }: NormColumn,
  told: Told | undefined,
): Pick<FigureValue, "mark"> =>
  norm && told?.standing?.met === false ? { mark: sideMissed(norm) } : {};

import {
  dependsOnNorm,
  type Indicator,
  normsByRule,
  normsOf,
  optionsOf,
  type Result,
  type Standing,
} from "../indicators/define.ts";
import { absent, isAbsent, type Measured } from "../survey/measured.ts";
import type { Norm } from "../survey/norm.ts";
import { nothingToMeet, standing } from "../survey/norm-standing.ts";
import type { Totals } from "../survey/totals.ts";

/** How a set of communities stands to one norm: the same whatever other norms are named, and in whatever order. */
export interface NormResult {
  readonly norm: Norm;
  /** The indicator under this norm; its own result where its value is that of no norm. */
  readonly result: Result;
  readonly standing: Standing;
  /** How many communities miss it, of those where that can be told. */
  readonly areasMissing: number;
  readonly areasTested: number;
}

export interface IndicatorResult {
  readonly indicator: Indicator;
  /** The value; of an indicator that is told under a norm only, that under the one norm named, else absent with the reason. */
  readonly result: Result;
  readonly norms: readonly NormResult[];
}

/** How one community stands to one norm. */
export interface AreaNormResult {
  readonly result: Result;
  /** Undefined where the figure is absent. */
  readonly standing?: Standing;
}

/** An indicator over some communities under one norm, or under none. */
export const computeUnder = (indicator: Indicator, totals: Totals, norm?: Norm): Result =>
  indicator.compute(totals, { ...(norm && { norm }), options: optionsOf(indicator) });

/** An indicator over some communities under each norm that speaks of it. */
export interface UnderNorms {
  readonly result: Result;
  readonly under: readonly { readonly norm: Norm; readonly result: Result }[];
}

/** Each norm by itself; the value of an indicator that needs none is computed once. */
export function computeUnderNorms(
  indicator: Indicator,
  totals: Totals,
  norms: readonly Norm[],
): UnderNorms {
  const speaking = normsOf(indicator, norms);
  if (!dependsOnNorm(indicator)) {
    const result = computeUnder(indicator, totals);
    return { result, under: speaking.map((norm) => ({ norm, result })) };
  }
  const under = speaking.map((norm) => ({
    norm,
    result: computeUnder(indicator, totals, norm),
  }));
  const rules = normsByRule(indicator, speaking).length;
  return { result: ownResult(indicator, totals, { under, rules }), under };
}

/** The value of an indicator that is told under a norm only: of several norms none stands for the others. */
function ownResult(
  indicator: Indicator,
  totals: Totals,
  { under, rules }: Pick<UnderNorms, "under"> & { readonly rules: number },
): Result {
  const [first] = under;
  if (!first) return computeUnder(indicator, totals);
  if (rules === 1) return first.result;
  const untold = under.every(({ result }) => isAbsent(result.value));
  return untold ? first.result : { value: absent("several-norms") };
}

/** How a result stands to a norm. */
const stand = (indicator: Indicator, result: Result, norm: Norm): Standing =>
  indicator.stand?.(result, norm) ?? standing(result.value, norm);

/** How a set stands to a norm as a whole; an absent figure stands nowhere. */
export const standOfSet = (indicator: Indicator, result: Result, norm: Norm): Standing =>
  isAbsent(result.value) ? { met: undefined, gap: result.value } : stand(indicator, result, norm);

/** How a single community stands to a norm; a count of communities, or their share, asks nothing of one of them. */
export const standOfArea = (
  indicator: Indicator,
  result: Result,
  norm: Norm,
): Standing | undefined =>
  isAbsent(result.value)
    ? undefined
    : indicator.rollup === "count" && !indicator.stand
      ? nothingToMeet
      : stand(indicator, result, norm);

/** The figures of a set as another rule gives them, such as one that withholds: of the set, and under each norm. */
export const withResults = (
  { indicator, result, norms }: IndicatorResult,
  shown: (result: Result, norm?: Norm) => Result,
): IndicatorResult => ({
  indicator,
  result: shown(result),
  norms: norms.map((own): NormResult => {
    const under = shown(own.result, own.norm);
    const gap: Measured = isAbsent(under.value) ? under.value : own.standing.gap;
    return {
      ...own,
      result: under,
      standing: isAbsent(under.value) ? { met: undefined, gap } : own.standing,
    };
  }),
});

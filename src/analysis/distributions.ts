import { type Summary, summarise } from "../statistics/distribution.ts";
import {
  gini,
  type LorenzPoint,
  lorenz,
  type Theil,
  theil,
  weightedGini,
} from "../statistics/inequality.ts";
import type { QuantileType } from "../statistics/quantile.ts";
import { competitionRanks, type Rank } from "../statistics/ranks.ts";
import type { Period } from "../survey/area.ts";
import { isAbsent, isExact, isWithheld, type Measured } from "../survey/measured.ts";
import { type Analysis, type Grouping, resultOfArea } from "./analyse.ts";
import type { Subject } from "./subject.ts";

/** How unequal the areas are. What cannot be computed (a negative value, a sum of 0) is left out. */
export interface Inequality {
  readonly gini?: number;
  readonly theil?: Theil;
  readonly lorenz?: readonly LorenzPoint[] | undefined;
}

interface RankedArea extends Rank {
  readonly observation: number;
  readonly value: number;
}

/** One subject over the areas of one period. */
export interface Distribution {
  readonly subject: Subject;
  readonly period: Period | null;
  /** All areas; those with an exact value; those without any; those of which only an interval is known. */
  readonly areas: number;
  readonly n: number;
  readonly missing: number;
  readonly intervals: number;
  /** Areas whose figure is known and not shown. */
  readonly withheld: number;
  readonly summary: Summary;
  /** Every area counts once. */
  readonly plain: Inequality;
  /**
   * Every resident counts once: an amount is taken per resident, a rate as it is. Over the areas that have a value and residents;
   * undefined for the residents themselves and where no residents are known.
   */
  readonly weighted?:
    | (Inequality & { readonly n: number; readonly of: "per-resident" | "value" })
    | undefined;
  /** Areas with a value, the greatest first; equal ones in the survey's order. */
  readonly ranks: readonly RankedArea[];
}

export interface DistributionOptions {
  readonly subjects: readonly Subject[];
  readonly quantileType: QuantileType;
  /** The groups that Theil's index is taken apart by; an area in none leaves the index whole. */
  readonly grouping?: Grouping;
}

/** The distribution of each subject over the areas of each period; a subject without a value in a period is left out. */
export function distributionsOf(analysis: Analysis, options: DistributionOptions): Distribution[] {
  return analysis.periods.flatMap((period) =>
    options.subjects.flatMap((subject) => {
      if (isNowhere(analysis, subject, period)) return [];
      const distribution = distributionOf(analysis, subject, period, options);
      return distribution.n + distribution.intervals === 0 ? [] : [distribution];
    }),
  );
}

/** Whether the whole went by without an area that has the figure: then none need be asked. */
const isNowhere = (
  { wholes }: Analysis,
  { kind, id, norm }: Subject,
  period: Period | null,
): boolean =>
  kind === "indicator" &&
  norm === undefined &&
  wholes.some(
    (whole) =>
      whole.period === period &&
      whole.indicators.some(
        ({ indicator, result }) => indicator.id === id && result.coverage?.areas === 0,
      ),
  );

/** The groups of a survey's areas by the unit they lie in; undefined when an area lies in none. */
export function parentGrouping({ survey }: Pick<Analysis, "survey">): Grouping | undefined {
  if (
    survey.observations.length === 0 ||
    survey.observations.some(({ area }) => area.parents.length === 0)
  )
    return undefined;
  return { by: "parent", groupOf: (i) => survey.observations[i]?.area.parents.join(" ") };
}

/** The figure of a subject for each area of a period. */
function figuresOf(
  analysis: Analysis,
  subject: Subject,
  period: Period | null,
): { observation: number; figure: Measured }[] {
  return analysis.areas.flatMap((area) => {
    if (area.period !== period) return [];
    const { observation } = area;
    const figure =
      subject.kind === "variable"
        ? analysis.survey.series(subject.id).at(observation)
        : resultOfArea(area, subject)?.value;
    return [{ observation, figure: figure ?? { absent: "no-data" as const } }];
  });
}

function distributionOf(
  analysis: Analysis,
  subject: Subject,
  period: Period | null,
  options: DistributionOptions,
): Distribution {
  const figures = figuresOf(analysis, subject, period);
  const known = figures.flatMap(({ observation, figure }) =>
    isExact(figure) ? [{ observation, value: figure.value }] : [],
  );
  const values = known.map(({ value }) => value);
  const observations = known.map(({ observation }) => observation);
  // Of many subjects over many areas a report shows the summary; the rest is computed where it is asked for.
  const plain = once(() => inequality(values, undefined, groupsOf(observations, options.grouping)));
  const weighted = once(() =>
    subject.id === "residents"
      ? undefined
      : weightedInequality(analysis, subject, known, options.grouping),
  );
  const ranks = once(() => {
    const places = competitionRanks(values);
    return known
      .map((area, i): RankedArea => ({ ...area, ...(places[i] as Rank) }))
      .sort((a, b) => a.rank - b.rank);
  });
  return {
    subject,
    period,
    areas: figures.length,
    n: values.length,
    missing: figures.filter(({ figure }) => isAbsent(figure) && !isWithheld(figure)).length,
    intervals: figures.filter(({ figure }) => !isAbsent(figure) && !isExact(figure)).length,
    withheld: figures.filter(({ figure }) => isWithheld(figure)).length,
    summary: summarise(values, options.quantileType),
    get plain() {
      return plain();
    },
    get weighted() {
      return weighted();
    },
    get ranks() {
      return ranks();
    },
  };
}

function weightedInequality(
  { survey }: Analysis,
  subject: Subject,
  known: readonly { readonly observation: number; readonly value: number }[],
  grouping: Grouping | undefined,
): Distribution["weighted"] {
  const residents = survey.series("residents");
  const counted = known.flatMap((area) => {
    const weight = residents.at(area.observation);
    return isExact(weight) && weight.value > 0 ? [{ ...area, weight: weight.value }] : [];
  });
  if (counted.length === 0) return undefined;
  const of = subject.nature === "amount" ? "per-resident" : "value";
  const values = counted.map(({ value, weight }) =>
    of === "per-resident" ? value / weight : value,
  );
  const weights = counted.map(({ weight }) => weight);
  const groups = groupsOf(
    counted.map(({ observation }) => observation),
    grouping,
  );
  return Object.assign(inequality(values, weights, groups), { n: counted.length, of } as const);
}

function inequality(
  values: readonly number[],
  weights: readonly number[] | undefined,
  groups: readonly string[] | undefined,
): Inequality {
  const coefficient = weights ? weightedGini(values, weights) : gini(values);
  const index = theil(values, weights, groups);
  const curve = once(() => lorenz(values, weights));
  return {
    ...(coefficient !== undefined && { gini: coefficient }),
    ...(index && { theil: index }),
    get lorenz() {
      return curve();
    },
  };
}

/** A value computed when it is first asked for. */
function once<V>(compute: () => V): () => V {
  let known: { readonly value: V } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

/** The group of each area; undefined without groups or when an area is in none. */
function groupsOf(
  observations: readonly number[],
  grouping: Grouping | undefined,
): string[] | undefined {
  if (!grouping) return undefined;
  const groups = observations.map((i) => grouping.groupOf(i));
  return groups.every((group) => group !== undefined) ? groups : undefined;
}

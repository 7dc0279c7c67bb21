import { dependsOnNorm, type Indicator, type Result, speaksOf } from "../indicators/define.ts";
import { type Protected, type ProtectionRules, protect } from "../protection/suppression.ts";
import type { Area, Period } from "../survey/area.ts";
import { Column } from "../survey/column.ts";
import { absent, isAbsent, isWithheld, type Measured } from "../survey/measured.ts";
import type { Norm } from "../survey/norm.ts";
import type { Totals } from "../survey/totals.ts";
import {
  type AreaNormResult,
  computeUnder,
  computeUnderNorms,
  type IndicatorResult,
  type NormResult,
  standOfArea,
  standOfSet,
  withResults,
} from "./norm-results.ts";
import type { Survey } from "./observed-survey.ts";
import { OnDemand } from "./on-demand.ts";

export type { AreaNormResult, IndicatorResult, NormResult } from "./norm-results.ts";

/** One set of communities in one period. */
export interface SetResult {
  readonly period: Period | null;
  /** Positions of its communities among the survey's observations. */
  readonly members: readonly number[];
  readonly indicators: readonly IndicatorResult[];
  /** Of variables with withheld counts: the total as far as it may be shown, over all communities that have it. */
  readonly protectedTotals?: ReadonlyMap<string, Total>;
}

/** A variable added up over the communities that have it. */
export interface Total {
  readonly value: Measured;
  readonly areas: number;
}

export interface GroupResult extends SetResult {
  readonly by: string;
  readonly group: string;
}

export interface AreaResult {
  readonly observation: number;
  readonly area: Area;
  readonly period: Period | null;
  readonly results: OnDemand<Result>;
  /** An indicator under a norm, by their ids; undefined where the norm does not speak of it. */
  readonly under: (indicator: string, norm: string) => AreaNormResult | undefined;
}

export interface Analysis {
  readonly survey: Survey;
  readonly periods: readonly (Period | null)[];
  readonly indicators: readonly Indicator[];
  readonly norms: readonly Norm[];
  /** One per period. */
  readonly wholes: readonly SetResult[];
  readonly groups: readonly GroupResult[];
  readonly areas: readonly AreaResult[];
  /** Under which small counts were withheld. */
  readonly protection?: ProtectionRules;
  /** Whether anything was withheld: then nothing else may tell of the whole table, such as its hash, by which values can be tried. */
  readonly withheld?: true;
}

/** How communities are put into groups: a name for it, and the group of an observation (undefined: in none). */
export interface Grouping {
  readonly by: string;
  groupOf(observation: number): string | undefined;
}

export interface AnalysisOptions {
  readonly indicators: readonly Indicator[];
  readonly norms: readonly Norm[];
  readonly periods: readonly (Period | null)[];
  readonly groupings: readonly Grouping[];
  /** Which small counts are withheld, with what would reveal them. */
  readonly protection?: ProtectionRules;
  /** Indicators that may be shown of this survey elsewhere: they are reckoned with when counts are withheld. Those computed, where left out. */
  readonly known?: readonly Indicator[];
}

/**
 * Computes every indicator for each community, each group and the whole, one period at a time, and holds them against the norms. With a protection, small
 * counts and what would reveal them are withheld here: the survey of the analysis does not hold them any more.
 */
export function analyse(survey: Survey, options: AnalysisOptions): Analysis {
  const sets = setsOf(survey, options);
  const guard =
    options.protection &&
    protect(survey, options.protection, sets.flatMap(allOf), options.known ?? options.indicators);
  const shown = guard?.survey ?? survey;
  const asked = new Map(options.indicators.map((indicator) => [indicator.id, indicator]));
  const wholes: SetResult[] = [];
  const groups: GroupResult[] = [];
  const areas: AreaResult[] = [];
  for (const set of sets) {
    const singles = new Map(
      set.members.map((i) => [i, single(shown, i, asked, options, guard && { guard, survey })]),
    );
    const computed = (
      members: readonly number[],
    ): Pick<SetResult, "indicators" | "protectedTotals"> =>
      guard
        ? guardedSet(survey, guard, members, singles, options)
        : { indicators: computeSet(survey, members, singles, options) };
    for (const one of singles.values()) areas.push(one);
    wholes.push({ period: set.period, members: set.members, ...computed(set.members) });
    groups.push(...set.groups.map((group) => ({ ...group, ...computed(group.members) })));
  }
  const { periods, indicators, norms, protection } = options;
  return {
    survey: shown,
    periods,
    indicators,
    norms,
    wholes,
    groups,
    areas,
    ...(protection && { protection }),
    ...(guard?.withholds && { withheld: true }),
  };
}

/** An indicator of one area, under the norm of the subject where it has one. */
export const resultOfArea = (
  { results, under }: AreaResult,
  { id, norm }: { readonly id: string; readonly norm?: Norm },
): Result | undefined => (norm ? under(id, norm.id)?.result : results.get(id));

interface PeriodSets {
  readonly period: Period | null;
  readonly members: readonly number[];
  readonly groups: readonly Pick<GroupResult, "by" | "group" | "period" | "members">[];
}

const setsOf = (
  survey: Survey,
  { periods, groupings }: Pick<AnalysisOptions, "periods" | "groupings">,
): PeriodSets[] =>
  periods.map((period) => {
    const members = survey.observations.flatMap((observation, i) =>
      observation.period === period ? [i] : [],
    );
    const groups = groupings.flatMap((grouping) =>
      [...partition(members, grouping)].map(([group, indices]) => ({
        by: grouping.by,
        group,
        period,
        members: indices,
      })),
    );
    return { period, members, groups };
  });

const allOf = ({ members, groups }: PeriodSets): (readonly number[])[] => [
  members,
  ...groups.map((group) => group.members),
];

/** The survey without the counts that an analysis under the same options would withhold; itself where nothing is to be protected. */
export const guarded = (
  survey: Survey,
  options: Pick<AnalysisOptions, "periods" | "groupings" | "indicators" | "protection">,
): Survey =>
  options.protection
    ? protect(
        survey,
        options.protection,
        setsOf(survey, options).flatMap(allOf),
        options.indicators,
      ).survey
    : survey;

/** A set's figures as far as they may be shown. Those of sensitive variables are of all its communities, those withheld included. */
function guardedSet(
  survey: Survey,
  guard: Protected,
  members: readonly number[],
  singles: ReadonlyMap<number, AreaResult>,
  options: AnalysisOptions,
): Pick<SetResult, "indicators" | "protectedTotals"> {
  const touched = (indicator: Indicator): boolean =>
    indicator.needs.some((id) => guard.showsTotal(id, members) !== undefined);
  const indicators = options.indicators.map((indicator): IndicatorResult => {
    const only = { ...options, indicators: [indicator] };
    const over = (own: Survey): IndicatorResult =>
      computeSet(own, members, singles, only)[0] as IndicatorResult;
    if (guard.hides(indicator, members)) {
      const hidden = withResults(over(survey), ({ value }) => ({
        value: withheldAs(guard, indicator, value),
      }));
      const norms = hidden.norms.map((one) => ({ ...one, areasMissing: 0, areasTested: 0 }));
      return { ...hidden, norms };
    }
    const entry = over(touched(indicator) ? guard.unsuppressed : guard.survey);
    const hasGaps = [entry, ...entry.norms].some(({ result }) => isAbsent(result.value));
    const recorded = hasGaps && guard.unsuppressed !== survey ? over(survey) : undefined;
    return withResults(entry, (result, norm) => {
      const told = recorded && (norm ? underNorm(recorded, norm) : recorded)?.result.value;
      if (told && isAbsent(result.value)) return unlessWithheld(result, told);
      if (!touched(indicator)) return result;
      // The arithmetic would name the terms.
      const { value, coverage } = result;
      return { value, ...(coverage && { coverage }) };
    });
  });
  const totals = [...guard.survey.quantities.keys()].flatMap((id): [string, Total][] => {
    const shows = guard.showsTotal(id, members);
    if (shows === undefined) return [];
    const total = totalOf(survey, members, id);
    return [[id, shows ? total : { ...total, value: absent("suppressed") }]];
  });
  return { indicators, protectedTotals: new Map(totals) };
}

function partition(members: readonly number[], grouping: Grouping): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const member of members) {
    const group = grouping.groupOf(member);
    if (group === undefined) continue;
    const others = groups.get(group);
    if (others) others.push(member);
    else groups.set(group, [member]);
  }
  return groups;
}

/** How a set stands to a norm; undefined where that does not speak of the indicator. */
export const underNorm = ({ norms }: IndicatorResult, { id }: Norm): NormResult | undefined =>
  norms.find(({ norm }) => norm.id === id);

/** Why a figure that is not shown is not: its columns may be missing anyway. */
const withheldAs = (guard: Protected, indicator: Indicator, figure: Measured): Measured =>
  isAbsent(figure) && figure.absent === "missing-variable"
    ? figure
    : absent(guard.removes(indicator) ? "withheld" : "suppressed");

/** A figure that is absent only without the variables that are never shown is withheld. */
const unlessWithheld = (result: Result, figure: Measured): Result =>
  isAbsent(figure) || !isAbsent(result.value) || isWithheld(result.value)
    ? result
    : { value: absent("withheld") };

interface Behind {
  readonly guard: Protected;
  /** As it was recorded. */
  readonly survey: Survey;
}

function single(
  survey: Survey,
  index: number,
  asked: ReadonlyMap<string, Indicator>,
  { norms }: Pick<AnalysisOptions, "norms">,
  behind: Behind | undefined,
): AreaResult {
  const { area, period } = survey.observations[index] as Survey["observations"][number];
  const totals = survey.select([index]);
  /** Shown as far as that does not tell what is withheld. */
  const shown = (result: Result, told: (recorded: Totals) => Result | undefined): Result => {
    if (!isAbsent(result.value) || !behind || behind.guard.unsuppressed === behind.survey)
      return result;
    return unlessWithheld(result, told(behind.survey.select([index]))?.value ?? result.value);
  };
  const results = new OnDemand<Result>([...asked.keys()], (id) => {
    const indicator = asked.get(id);
    const own = (of: Totals): Result | undefined =>
      indicator && computeUnderNorms(indicator, of, norms).result;
    const result = own(totals);
    return result && shown(result, own);
  });
  const pairs = new OnDemand<AreaNormResult>([], (key) => {
    const { indicator, norm } = pairOf(key, asked, norms);
    if (!indicator || !norm) return undefined;
    const result = dependsOnNorm(indicator)
      ? shown(computeUnder(indicator, totals, norm), (recorded) =>
          computeUnder(indicator, recorded, norm),
        )
      : (results.get(indicator.id) as Result);
    const standing = standOfArea(indicator, result, norm);
    return { result, ...(standing && { standing }) };
  });
  return {
    observation: index,
    area,
    period,
    results,
    under: (indicator, norm) => pairs.get(`${indicator}\n${norm}`),
  };
}

/** The indicator and the norm of a pair, where the one speaks of the other. */
function pairOf(
  key: string,
  asked: ReadonlyMap<string, Indicator>,
  norms: readonly Norm[],
): { indicator?: Indicator; norm?: Norm } {
  const [indicatorId = "", normId] = key.split("\n");
  const indicator = asked.get(indicatorId);
  const norm = norms.find(({ id }) => id === normId);
  return indicator && norm && speaksOf(norm, indicator) ? { indicator, norm } : {};
}

/** Every indicator over a set of communities, with its norms; `singles` are the results of these communities alone. */
export function computeSet(
  survey: Survey,
  members: readonly number[],
  singles: ReadonlyMap<number, AreaResult>,
  { indicators, norms }: AnalysisOptions,
): IndicatorResult[] {
  const totals = survey.select(members);
  return indicators.map((indicator) => {
    const { result, under } = computeUnderNorms(indicator, totals, norms);
    return {
      indicator,
      result,
      norms: under.map(({ norm, result: own }): NormResult => {
        const standings = members.flatMap(
          (i) => singles.get(i)?.under(indicator.id, norm.id)?.standing ?? [],
        );
        const told = standings.filter(({ met }) => met !== undefined);
        return {
          norm,
          result: own,
          standing: standOfSet(indicator, own, norm),
          areasMissing: told.filter(({ met }) => met === false).length,
          areasTested: told.length,
        };
      }),
    };
  });
}

/** The total of a variable or age band over some observations: what is reported is added up; absent where none has it. */
export function totalOf(survey: Survey, members: readonly number[], quantity: string): Total {
  if (survey.isUncertain(members))
    return { value: absent("rows-uncertain"), areas: members.length };
  const series = survey.series(quantity);
  const column = new Column(1);
  let areas = 0;
  let reason: Measured = absent("no-data");
  for (const member of members) {
    const value = series.at(member);
    if (isAbsent(value)) reason = value;
    else {
      areas++;
      column.addMeasured(0, value);
    }
  }
  return { value: areas === 0 ? reason : column.at(0), areas };
}

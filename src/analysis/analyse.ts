import {
  type Context,
  type Indicator,
  normsOf,
  optionsOf,
  type Result,
  type Standing,
} from "../indicators/define.ts";
import { type Protected, type ProtectionRules, protect } from "../protection/suppression.ts";
import type { Area, Period } from "../survey/area.ts";
import { Column } from "../survey/column.ts";
import { absent, isAbsent, isWithheld, type Measured } from "../survey/measured.ts";
import type { Norm } from "../survey/norm.ts";
import { standing } from "../survey/norm-standing.ts";
import type { Survey } from "./observed-survey.ts";
import { OnDemand } from "./on-demand.ts";

/** How a set of communities stands to one norm. */
export interface NormResult {
  readonly norm: Norm;
  readonly standing: Standing;
  /** How many communities miss it, of those where that can be told. */
  readonly areasMissing: number;
  readonly areasTested: number;
}

export interface IndicatorResult {
  readonly indicator: Indicator;
  readonly result: Result;
  readonly norms: readonly NormResult[];
}

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
  /** Ids of indicators whose norms this community misses, with the side. */
  readonly standings: OnDemand<Standing>;
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
  const contexts = contextsOf(options);
  const ids = [...contexts.keys()];
  const wholes: SetResult[] = [];
  const groups: GroupResult[] = [];
  const areas: AreaResult[] = [];
  for (const set of sets) {
    const singles = new Map(
      set.members.map((i) => [i, single(shown, i, contexts, ids, guard && { guard, survey })]),
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
    const told = (): Measured =>
      (computeSet(survey, members, singles, only)[0] as IndicatorResult).result.value;
    if (guard.hides(indicator, members)) {
      const value = withheldAs(guard, indicator, told());
      const norms = normsOf(indicator, options.norms).map((norm) => ({
        norm,
        standing: { met: undefined, gap: value },
        areasMissing: 0,
        areasTested: 0,
      }));
      return { indicator, result: { value }, norms };
    }
    const [entry] = computeSet(
      touched(indicator) ? guard.unsuppressed : guard.survey,
      members,
      singles,
      only,
    ) as [IndicatorResult];
    if (isAbsent(entry.result.value) && guard.unsuppressed !== survey)
      return { ...entry, result: unlessWithheld(entry.result, told()) };
    if (!touched(indicator)) return entry;
    // The arithmetic would name the terms.
    const { value, coverage } = entry.result;
    return { ...entry, result: { value, ...(coverage && { coverage }) } };
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

const contextOf = (indicator: Indicator, { norms }: AnalysisOptions): Context => ({
  norms,
  options: optionsOf(indicator),
});

const stand = (indicator: Indicator, result: Result, norm: Norm): Standing =>
  indicator.stand?.(result, norm) ?? standing(result.value, norm);

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
  contexts: Contexts,
  ids: readonly string[],
  behind: Behind | undefined,
): AreaResult {
  const { area, period } = survey.observations[index] as Survey["observations"][number];
  const totals = survey.select([index]);
  const results = new OnDemand<Result>(ids, (id) => {
    const entry = contexts.get(id);
    const result = entry?.indicator.compute(totals, entry.context);
    if (
      !entry ||
      !result ||
      !isAbsent(result.value) ||
      !behind ||
      behind.guard.unsuppressed === behind.survey
    )
      return result;
    return unlessWithheld(
      result,
      entry.indicator.compute(behind.survey.select([index]), entry.context).value,
    );
  });
  const standings = new OnDemand<Standing>(ids, (id) => {
    const entry = contexts.get(id);
    const result = entry?.norm && results.get(id);
    return entry?.norm && result && !isAbsent(result.value)
      ? stand(entry.indicator, result, entry.norm)
      : undefined;
  });
  return { observation: index, area, period, results, standings };
}

/** What each indicator is computed under, and the first norm it is held against. */
type Contexts = ReadonlyMap<
  string,
  { readonly indicator: Indicator; readonly context: Context; readonly norm: Norm | undefined }
>;

const contextsOf = (options: AnalysisOptions): Contexts =>
  new Map(
    options.indicators.map((indicator) => [
      indicator.id,
      {
        indicator,
        context: contextOf(indicator, options),
        norm: normsOf(indicator, options.norms)[0],
      },
    ]),
  );

/** Every indicator over a set of communities, with its norms; `singles` are the results of these communities alone. */
export function computeSet(
  survey: Survey,
  members: readonly number[],
  singles: ReadonlyMap<number, AreaResult>,
  options: AnalysisOptions,
): IndicatorResult[] {
  const totals = survey.select(members);
  return options.indicators.map((indicator) => {
    const result = indicator.compute(totals, contextOf(indicator, options));
    const norms = normsOf(indicator, options.norms).map((norm): NormResult => {
      const standings = members.flatMap((i) => {
        const own = singles.get(i)?.results.get(indicator.id);
        return own && !isAbsent(own.value) ? [stand(indicator, own, norm)] : [];
      });
      const told = standings.filter((s) => s.met !== undefined);
      return {
        norm,
        standing: isAbsent(result.value)
          ? { met: undefined, gap: result.value }
          : stand(indicator, result, norm),
        areasMissing: told.filter((s) => s.met === false).length,
        areasTested: told.length,
      };
    });
    return { indicator, result, norms };
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

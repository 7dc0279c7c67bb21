import {
  type AnalysisOptions,
  type AreaResult,
  analyse,
  computeSet,
  type Grouping,
  type IndicatorResult,
  type NormResult,
  resultOfArea,
  type SetResult,
  totalOf,
  underNorm,
} from "../analysis/analyse.ts";
import { normStates } from "../analysis/norm-states.ts";
import type { Survey } from "../analysis/observed-survey.ts";
import { type Subject, subjectKey } from "../analysis/subject.ts";
import { type Indicator, normsByRule, type Result } from "../indicators/define.ts";
import { yearsBetween } from "../intake/cells/period.ts";
import type { Area, Period } from "../survey/area.ts";
import { isAbsent, isWithheld, type Measured } from "../survey/measured.ts";
import { changeOf, contributionOf, type Ends } from "./change-figures.ts";
import type {
  AreaChange,
  AreaStatus,
  ClassEnds,
  Comparison,
  GroupChange,
  PartChange,
  SubjectChange,
} from "./comparison.ts";
import { areaKey, type BoundaryChange } from "./concordance.ts";
import { type NotCompared, type ResidentsBases, reasonAgainst } from "./not-compared.ts";

export interface ComparisonOptions
  extends Pick<AnalysisOptions, "indicators" | "norms" | "groupings"> {
  readonly from: Period;
  readonly to: Period;
  readonly variables: readonly Subject[];
  readonly indicatorSubjects: readonly Subject[];
  readonly bases: ResidentsBases;
  readonly boundaries: readonly BoundaryChange[];
  /** Indicators that might have been asked for; those compared, where left out. */
  readonly known?: readonly Indicator[];
  /** All areas of each period as far as they may be shown: where counts of single areas are withheld, these hold what may be told of their sum. */
  readonly wholes?: { readonly from: SetResult; readonly to: SetResult };
}

/** An area at one or both ends. */
interface Pair {
  readonly area: Area;
  readonly from?: number;
  readonly to?: number;
}

interface Scope {
  readonly survey: Survey;
  readonly options: ComparisonOptions;
  readonly years: number | undefined;
  readonly singles: ReadonlyMap<number, AreaResult>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly pairs: readonly Pair[];
}

/**
 * Compares two periods: each subject over the areas that have it in both (never a total of different areas), then over all areas where those differ, by
 * group and by area. What cannot be compared is left out and named with its reason.
 */
export function compare(survey: Survey, options: ComparisonOptions): Comparison {
  const { from, to, indicators, norms } = options;
  const analysis = analyse(survey, {
    indicators,
    norms,
    periods: [from, to],
    groupings: [],
  });
  const pairs = pairsOf(survey, from, to);
  const scope: Scope = {
    survey,
    options,
    years: yearsBetween(from, to),
    singles: new Map(analysis.areas.map((area) => [area.observation, area])),
    indicators: new Map(indicators.map((indicator) => [indicator.id, indicator])),
    pairs,
  };
  const told: Told[] = [];
  const notCompared: NotCompared[] = [];
  for (const subject of [...options.variables, ...options.indicatorSubjects]) {
    const needs = scope.indicators.get(subject.id)?.needs ?? [subject.id];
    const against = reasonAgainst(
      subject,
      needs,
      hasAny(scope, subject, "from"),
      hasAny(scope, subject, "to"),
      options,
    );
    if (isHiddenAt(scope, subject, against)) {
      notCompared.push({ subject, reason: "withheld" });
      continue;
    }
    if (against === "in-neither" || (subject.kind === "indicator" && isUntold(scope, subject)))
      continue;
    if (against) {
      notCompared.push(against);
      continue;
    }
    const compared = comparedPairs(scope, subject);
    if (compared.length === 0) {
      const hidden = pairs.some((pair) => isWithheldIn(scope, subject, pair));
      notCompared.push(
        hidden ? { subject, reason: "withheld" } : { subject, reason: "no-common-area", areas: [] },
      );
      continue;
    }
    const included = new Set(compared);
    const entry = subjectChange(scope, subject, compared);
    const without = pairs.filter(
      (pair) => pair.from !== undefined && pair.to !== undefined && !included.has(pair),
    );
    if (without.length > 0 && subject.kind === "variable" && entry.areas < pairs.length)
      notCompared.push(...leftOut(scope, subject, without));
    told.push({ entry, compared: included });
  }
  return {
    survey,
    from,
    to,
    years: scope.years,
    subjects: told.map(({ entry }) => entry),
    groups: options.groupings.flatMap((grouping) => groupChanges(scope, grouping, told)),
    areas: pairs.map((pair) => areaChange(scope, pair, told)),
    boundaries: options.boundaries,
    notCompared,
    normStates: normStates(analysis, options.known),
  };
}

/** The areas that a change is without: those that lack a figure, and those of which one is withheld. */
function leftOut(scope: Scope, subject: Subject, without: readonly Pair[]): NotCompared[] {
  const isHidden = (pair: Pair): boolean => isWithheldIn(scope, subject, pair);
  const groups = [
    { reason: "areas-without" as const, own: without.filter((pair) => !isHidden(pair)) },
    { reason: "areas-withheld" as const, own: without.filter(isHidden) },
  ];
  return groups.flatMap(({ reason, own }) =>
    own.length === 0 ? [] : [{ subject, reason, areas: own.map(({ area }) => area) }],
  );
}

/** Whether an area that reports a subject in both periods may not show it in one of them. */
const isWithheldIn = (scope: Scope, subject: Subject, pair: Pair): boolean =>
  [pair.from, pair.to].every((end) => end !== undefined && reports(scope, subject, end)) &&
  [pair.from, pair.to].some((end) => isWithheld(resultOfOne(scope, subject, end as number)));

/** The areas of both periods: in the order of the later one, then those that are gone. */
function pairsOf(survey: Survey, from: Period, to: Period): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const [end, period] of [["to", to] as const, ["from", from] as const]) {
    survey.observations.forEach(({ area, period: own }, i) => {
      if (own === period)
        pairs.set(areaKey(area), { ...(pairs.get(areaKey(area)) ?? { area }), [end]: i });
    });
  }
  return [...pairs.values()];
}

/** Reasons for which an area has no part in a figure; the others (an open band, a denominator of 0) may fall away in sum. */
const withoutPart = new Set(["missing-variable", "no-data", "suppressed", "withheld"]);

function hasPart(
  { survey, singles }: Scope,
  subject: Subject,
  observation: number | undefined,
): boolean {
  if (observation === undefined) return false;
  const figure =
    subject.kind === "variable"
      ? survey.series(subject.id).at(observation)
      : valueOfOne(singles, subject, observation);
  return (
    figure !== undefined &&
    !(isAbsent(figure) && (subject.kind === "variable" || withoutPart.has(figure.absent)))
  );
}

const resultOfOneArea = (singles: Scope["singles"], subject: Subject, observation: number) => {
  const area = singles.get(observation);
  return area && resultOfArea(area, subject);
};

const valueOfOne = (...of: Parameters<typeof resultOfOneArea>): Measured | undefined =>
  resultOfOneArea(...of)?.value;

const hasAny = (scope: Scope, subject: Subject, end: "from" | "to"): boolean =>
  scope.pairs.some((pair) => hasPart(scope, subject, pair[end]));

/** Whether a subject lacks at one end, or at both, only what is withheld there. */
function isHiddenAt(
  scope: Scope,
  subject: Subject,
  against: ReturnType<typeof reasonAgainst>,
): boolean {
  const lacking: readonly ("from" | "to")[] =
    against === "in-neither"
      ? ["from", "to"]
      : against?.reason === "only-in"
        ? [against.period === scope.options.from ? "to" : "from"]
        : [];
  return (
    lacking.length > 0 &&
    lacking.every((end) =>
      ends(scope.pairs, end).some((i) => isWithheld(resultOfOne(scope, subject, i))),
    )
  );
}

const comparedPairs = (scope: Scope, subject: Subject): Pair[] =>
  scope.pairs.filter(
    (pair) => hasPart(scope, subject, pair.from) && hasPart(scope, subject, pair.to),
  );

/** Whether an indicator cannot be told of either period: then there is nothing to compare, whatever the reason. */
const isUntold = (scope: Scope, subject: Subject): boolean =>
  (["from", "to"] as const).every((end) =>
    isAbsent(resultOf(scope, subject, ends(scope.pairs, end)).result.value),
  );

/** Whether an area reports a subject: what is withheld is reported. */
function reports(scope: Scope, subject: Subject, observation: number): boolean {
  return (
    hasPart(scope, subject, observation) || isWithheld(resultOfOne(scope, subject, observation))
  );
}

const isComplete = (scope: Scope, subject: Subject): boolean =>
  scope.pairs.every((pair) =>
    [pair.from, pair.to].every((end) => end === undefined || reports(scope, subject, end)),
  );

const ends = (pairs: readonly Pair[], end: "from" | "to"): number[] =>
  pairs.flatMap((pair) => pair[end] ?? []);

/** The result of an indicator over some observations, with its norms. */
function resultOf(
  scope: Scope,
  subject: Subject,
  members: readonly number[],
): { result: Result; norms: readonly NormResult[] } {
  if (subject.kind === "variable")
    return { result: variableResult(scope, subject, members), norms: [] };
  const indicator = scope.indicators.get(subject.id) as Indicator;
  const { norms } = scope.options;
  const [entry] = computeSet(scope.survey, members, scope.singles, {
    indicators: [indicator],
    norms,
    periods: [],
    groupings: [],
  });
  return ofSubject(entry as IndicatorResult, subject);
}

/** An indicator as a subject has it: under its norm alone, where it has one. */
function ofSubject(entry: IndicatorResult, { norm: own }: Subject): Sides["from"] {
  const under = own && underNorm(entry, own);
  if (!under) return entry;
  const rules = normsByRule(
    entry.indicator,
    entry.norms.map(({ norm }) => norm),
  );
  const alike = rules.find((rule) => rule.includes(own)) ?? [];
  return { result: under.result, norms: entry.norms.filter(({ norm }) => alike.includes(norm)) };
}

/** The sum of an amount; a rate (a wage) has no total, and is told only of single areas. */
function variableResult({ survey }: Scope, subject: Subject, members: readonly number[]): Result {
  if (subject.nature === "amount" || members.length === 1)
    return { value: totalOf(survey, members, subject.id).value };
  return { value: { absent: "no-data" } };
}

interface Sides {
  readonly from: { readonly result: Result; readonly norms: readonly NormResult[] };
  readonly to: Sides["from"];
}

/** Over the areas compared. Where every area reports in both periods and only single counts are withheld, that is all of them. */
function subjectChange(scope: Scope, subject: Subject, compared: readonly Pair[]): SubjectChange {
  const { pairs, years } = scope;
  const all =
    compared.length < pairs.length && isComplete(scope, subject)
      ? overAll(scope, subject)
      : undefined;
  const allAlike =
    all !== undefined && pairs.every((pair) => pair.from !== undefined && pair.to !== undefined);
  const { from, to } = allAlike
    ? all
    : {
        from: resultOf(scope, subject, ends(compared, "from")),
        to: resultOf(scope, subject, ends(compared, "to")),
      };
  const classes = {
    ...(from.result.class !== undefined && { from: from.result.class }),
    ...(to.result.class !== undefined && { to: to.result.class }),
  };
  const unreported = pairs.filter(
    (pair) =>
      pair.from !== undefined &&
      pair.to !== undefined &&
      ![pair.from, pair.to].every((end) => reports(scope, subject, end)),
  );
  return {
    subject,
    change: changeOf(subject, { from: from.result.value, to: to.result.value }, years),
    areas: allAlike ? pairs.length : compared.length,
    of: pairs.length,
    unreported: unreported.length,
    withheld: allAlike ? 0 : pairs.filter((pair) => isWithheldIn(scope, subject, pair)).length,
    ...(all &&
      !allAlike && {
        all: changeOf(subject, { from: all.from.result.value, to: all.to.result.value }, years),
      }),
    ...(Object.keys(classes).length > 0 && { classes }),
    ...(from.result.classes &&
      to.result.classes && { classCounts: { from: from.result.classes, to: to.result.classes } }),
    norms: from.norms.flatMap((norm, i) => (to.norms[i] ? [{ from: norm, to: to.norms[i] }] : [])),
  };
}

/** Both ends over every area of each period; undefined where one of them may not be told. */
function overAll(scope: Scope, subject: Subject): Sides | undefined {
  const sides = { from: wholeOf(scope, subject, "from"), to: wholeOf(scope, subject, "to") };
  return isWithheld(sides.from.result.value) || isWithheld(sides.to.result.value)
    ? undefined
    : sides;
}

function wholeOf(scope: Scope, subject: Subject, end: "from" | "to"): Sides["from"] {
  const members = ends(scope.pairs, end);
  const whole = scope.options.wholes?.[end];
  if (!whole || members.every((i) => hasPart(scope, subject, i)))
    return resultOf(scope, subject, members);
  const told =
    subject.kind === "variable"
      ? undefined
      : whole.indicators.find(({ indicator }) => indicator.id === subject.id);
  if (told) return ofSubject(told, subject);
  return {
    result: { value: whole.protectedTotals?.get(subject.id)?.value ?? { absent: "suppressed" } },
    norms: [],
  };
}

interface Told {
  readonly entry: SubjectChange;
  readonly compared: ReadonlySet<Pair>;
}

function partChange(scope: Scope, { entry }: Told, figures: Ends): PartChange {
  const { subject } = entry;
  const additive =
    subject.nature === "amount" &&
    (subject.kind === "variable" || isSum(scope.indicators.get(subject.id)));
  const change = changeOf(subject, figures, scope.years);
  return { change, ...(additive && { contribution: contributionOf(figures, entry.change.from) }) };
}

const isSum = (indicator: Indicator | undefined): boolean =>
  indicator?.rollup === "sum" || indicator?.rollup === "sum-of-shortfalls";

function areaChange(scope: Scope, pair: Pair, told: readonly Told[]): AreaChange {
  const changes = told.map((each): [string, PartChange] => {
    const { subject } = each.entry;
    const key = subjectKey(subject);
    const at = (end: number | undefined) =>
      end === undefined ? ({ absent: "no-data" } as const) : resultOfOne(scope, subject, end);
    const figures = { from: at(pair.from), to: at(pair.to) };
    const classes = classEnds(scope, subject, pair);
    if (each.compared.has(pair))
      return [key, { ...partChange(scope, each, figures), ...(classes && { classes }) }];
    return [key, { change: changeOf(subject, figures, scope.years), ...(classes && { classes }) }];
  });
  return {
    area: pair.area,
    status: statusOf(pair, scope.options.boundaries),
    ...(pair.from !== undefined && { from: pair.from }),
    ...(pair.to !== undefined && { to: pair.to }),
    changes: new Map(changes),
  };
}

/** The classes of an area; undefined of what does not classify. */
function classEnds(
  { singles }: Scope,
  subject: Subject,
  { from, to }: Pair,
): ClassEnds | undefined {
  if (!subject.classes) return undefined;
  const at = (end: number | undefined): string | undefined =>
    end === undefined ? undefined : resultOfOneArea(singles, subject, end)?.class;
  const [first, last] = [at(from), at(to)];
  return { ...(first !== undefined && { from: first }), ...(last !== undefined && { to: last }) };
}

function resultOfOne({ survey, singles }: Scope, subject: Subject, observation: number) {
  const figure =
    subject.kind === "variable"
      ? survey.series(subject.id).at(observation)
      : valueOfOne(singles, subject, observation);
  return figure ?? ({ absent: "no-data" } as const);
}

function statusOf(pair: Pair, boundaries: readonly BoundaryChange[]): AreaStatus {
  const key = areaKey(pair.area);
  const boundary = boundaries.find((change) => change.new.some((area) => areaKey(area) === key));
  if (boundary) return boundary.kind;
  return pair.from === undefined ? "appeared" : pair.to === undefined ? "vanished" : "same";
}

const withheldEnds: Ends = { from: { absent: "suppressed" }, to: { absent: "suppressed" } };
const isWithheldAt = (scope: Scope, { entry }: Told, end: number): boolean =>
  isWithheld(resultOfOne(scope, entry.subject, end));

function groupChanges(scope: Scope, grouping: Grouping, told: readonly Told[]): GroupChange[] {
  const groups = new Map<string, Pair[]>();
  for (const pair of scope.pairs) {
    const group = grouping.groupOf((pair.to ?? pair.from) as number);
    if (group === undefined) continue;
    const own = groups.get(group);
    if (own) own.push(pair);
    else groups.set(group, [pair]);
  }
  return [...groups].map(([group, pairs]) => {
    const changes = told.flatMap((each): [string, PartChange][] => {
      const own = pairs.filter((pair) => each.compared.has(pair));
      if (own.length === 0) return [];
      // The sum of those shown would pass for that of the group.
      if (
        pairs.some(
          (pair) =>
            !each.compared.has(pair) &&
            [pair.from, pair.to].some((end) => end !== undefined && isWithheldAt(scope, each, end)),
        )
      )
        return [
          [
            subjectKey(each.entry.subject),
            { change: changeOf(each.entry.subject, withheldEnds, scope.years) },
          ],
        ];
      const [from, to] = (["from", "to"] as const).map(
        (end) => resultOf(scope, each.entry.subject, ends(own, end)).result,
      ) as [Result, Result];
      const change = partChange(scope, each, { from: from.value, to: to.value });
      return [
        [
          subjectKey(each.entry.subject),
          {
            ...change,
            ...(from.classes &&
              to.classes && { classCounts: { from: from.classes, to: to.classes } }),
          },
        ],
      ];
    });
    return { by: grouping.by, group, areas: pairs.length, changes: new Map(changes) };
  });
}

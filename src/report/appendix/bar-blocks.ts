import type { AreaResult, GroupResult } from "../../analysis/analyse.ts";
import { findVariable } from "../../codebook/index.ts";
import type {
  BarChart,
  Block,
  ChartBar,
  ChartNorm,
  ChartScale,
  Figure,
  Inline,
  SmallMultiples,
} from "../../survey/document.ts";
import { isAbsent, isExact, isInterval, lowest, type Measured } from "../../survey/measured.ts";
import { compare, within } from "../../survey/norm-standing.ts";
import { inSentence } from "../../words/quantity-title.ts";
import { compose, type Slots, separated } from "../../words/sentence.ts";
import { printedHeadUnit } from "../figure-columns.ts";
import {
  cellFigure,
  decimalsOf,
  isMeanPerCommunity,
  namedFigure,
  thresholdInProse,
} from "./appendix-figures.ts";
import type { Context } from "./context.ts";
import type { NormEntry } from "./norm-sentences.ts";
import { sourceLines } from "./notes.ts";
import { addsUp, shownTotal, type ThemeSection } from "./subjects.ts";
import { titleOf } from "./titles.ts";

/** More bars than this are no longer read; panels hold more. */
const mostBars = 40;
const mostInPanels = 120;
const fewestForPanels = 25;
const mostPanels = 12;

/** What is drawn of a section where no norm says it. */
const leading: Readonly<Record<ThemeSection, readonly string[]>> = {
  population: ["residents", "households"],
  organisation: ["members", "members_per_branch"],
  staffing: ["workers_per_1000", "workers_per_10000", "households_per_worker", "workers"],
  space: ["office_area", "area_per_100_households", "facility_area"],
  funding: ["funds_per_resident", "funds", "party_funds"],
};

/** One thing measured in each community. */
interface Measure {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly decimals: number;
  readonly at: (area: AreaResult) => Measured;
  /** Of a street or township. */
  readonly in: (group: GroupResult) => Measured;
  readonly norm?: NormEntry["norm"];
}

/** A bar for each community (panels where they are many, streets where they are too many), with the norm's line, and the sentence that says what it shows. */
export function barBlocks(
  context: Context,
  section: ThemeSection,
  norms: readonly NormEntry[],
): Block[] {
  const measure = chosen(context, section, norms);
  if (!measure || context.areas.length < 2) return [];
  const { areas, input, whole } = context;
  const groups = input.analysis.groups.filter(({ period }) => period === whole.period);
  const panels =
    groups.length >= 2 &&
    groups.length <= mostPanels &&
    areas.length >= fewestForPanels &&
    areas.length <= mostInPanels;
  if (panels)
    return drawn(context, section, measure, {
      chart: multiples(context, measure, groups),
      bars: areaBars(context, measure, areas),
      byGroup: false,
    });
  if (areas.length <= mostBars) {
    const bars = areaBars(context, measure, areas);
    return drawn(context, section, measure, {
      chart: barChart(context, measure, bars, context.words.community),
      bars,
      byGroup: false,
    });
  }
  if (groups.length < 2 || groups.length > mostBars) return [];
  const bars = sorted(groups.map((group) => barOf(group.group, measure.in(group), measure)));
  return drawn(context, section, measure, {
    chart: barChart(context, measure, bars, context.group),
    bars,
    byGroup: true,
  });
}

function chosen(
  context: Context,
  section: ThemeSection,
  norms: readonly NormEntry[],
): Measure | undefined {
  for (const { norm, indicator } of norms) {
    const measure = measureOf(context, norm.subject) ?? measureOf(context, indicator.id);
    if (measure && norm.op !== "=") return { ...measure, norm };
  }
  for (const id of leading[section]) {
    const measure = measureOf(context, id);
    if (measure) return measure;
  }
  return undefined;
}

/** A variable or an indicator that some two communities have a figure of. */
function measureOf(context: Context, id: string): Measure | undefined {
  const measure = variableMeasure(context, id) ?? indicatorMeasure(context, id);
  const told = measure ? context.areas.filter((area) => !isAbsent(measure.at(area))) : [];
  return told.length >= 2 ? measure : undefined;
}

function variableMeasure(context: Context, id: string): Measure | undefined {
  const variable = findVariable(id);
  if (!variable || !addsUp(variable)) return undefined;
  const { survey } = context.input.analysis;
  return {
    id,
    title: titleOf(context, id),
    unit: variable.unit,
    decimals: decimalsOf(id),
    at: ({ observation }) => survey.series(id).at(observation),
    in: (group) => shownTotal({ ...context, whole: group }, id).value,
  };
}

function indicatorMeasure({ input, language }: Context, id: string): Measure | undefined {
  const indicator = input.analysis.indicators.find((candidate) => candidate.id === id);
  if (!indicator || indicator.classes || isMeanPerCommunity(indicator)) return undefined;
  const none = { absent: "no-data" } as const;
  return {
    id,
    title: indicator.title[language],
    unit: indicator.unit,
    decimals: indicator.decimals,
    at: ({ results }) => results.get(id)?.value ?? none,
    in: (group) =>
      group.indicators.find((entry) => entry.indicator.id === id)?.result.value ?? none,
  };
}

function barOf(label: string, measured: Measured, { norm }: Measure): ChartBar {
  if (!norm || isAbsent(measured)) return { label, measured };
  const met =
    norm.op === "between"
      ? within(measured, norm.value, norm.upper ?? norm.value)
      : norm.op === "="
        ? undefined
        : compare(measured, norm.op, norm.value);
  const low = (lowest(measured) as number) < norm.value;
  return {
    label,
    measured,
    ...(met !== undefined && {
      mark: met ? ("met" as const) : low ? ("below" as const) : ("above" as const),
    }),
  };
}

const areaBars = ({ names }: Context, measure: Measure, areas: readonly AreaResult[]): ChartBar[] =>
  sorted(
    areas.map((area) =>
      barOf(names.get(area.observation) ?? area.area.name, measure.at(area), measure),
    ),
  );

/** The greatest first; those without a figure last. */
const sorted = (bars: readonly ChartBar[]): ChartBar[] => {
  const at = ({ measured }: ChartBar): number => lowest(measured) ?? Number.NEGATIVE_INFINITY;
  return [...bars].sort((a, b) => (at(a) === at(b) ? 0 : at(a) > at(b) ? -1 : 1));
};

const scaleOf = (context: Context, { id, title, unit, decimals }: Measure): ChartScale => {
  const { source } = cellFigure(context, { absent: "no-data" }, unit, decimals, { of: id });
  return {
    title,
    unit: printedHeadUnit(title, unit, context.language),
    decimals,
    ...(source && { source }),
  };
};

function chartNorm(context: Context, { norm }: Measure): { norm?: ChartNorm } {
  if (!norm) return {};
  const label = context.input.print(
    compose(context.words.normLabel, { threshold: thresholdInProse(norm) }),
  );
  return {
    norm: { value: norm.value, ...(norm.upper !== undefined && { upper: norm.upper }), label },
  };
}

const barChart = (
  context: Context,
  measure: Measure,
  bars: readonly ChartBar[],
  labelTitle: string,
): BarChart => ({
  kind: "bars",
  labelTitle,
  scale: scaleOf(context, measure),
  bars,
  ...chartNorm(context, measure),
});

function multiples(
  context: Context,
  measure: Measure,
  groups: readonly GroupResult[],
): SmallMultiples {
  const byObservation = new Map(context.areas.map((area) => [area.observation, area]));
  return {
    kind: "multiples",
    labelTitle: context.words.community,
    panelTitle: context.group,
    scale: scaleOf(context, measure),
    panels: groups.map(({ group, members }) => ({
      title: group,
      bars: areaBars(
        context,
        measure,
        members.flatMap((i) => byObservation.get(i) ?? []),
      ),
    })),
    ...chartNorm(context, measure),
  };
}

interface Drawing {
  readonly chart: Figure["chart"];
  readonly bars: readonly ChartBar[];
  readonly byGroup: boolean;
}

function drawn(
  context: Context,
  section: ThemeSection,
  measure: Measure,
  { chart, bars, byGroup }: Drawing,
): Block[] {
  const { words, input } = context;
  const id = `${section}-${measure.id}`;
  const title = compose(byGroup ? words.groupBarTitle : words.barTitle, {
    title: measure.title,
    group: inSentence(context.group),
  }).join("");
  const figure: Figure = {
    kind: "figure",
    id,
    title,
    description: input.print(extremes(context, measure, bars, byGroup, words.thisChart)),
    chart,
    sources: sourceLines(context),
    // The table of the communities holds the same figures.
    ...(!byGroup && {
      dataTable: findVariable(measure.id) ? `${section}-reported` : `${section}-areas`,
    }),
  };
  return [
    { kind: "paragraph", content: extremes(context, measure, bars, byGroup, { reference: id }) },
    figure,
  ];
}

/** “图 A-1为13个社区的办公用房面积，其中3个仅知范围、1个未填报。” */
function countsOnly({ words }: Context, bars: readonly ChartBar[], slots: Slots): Inline[] {
  const ranges = bars.filter(({ measured }) => isInterval(measured)).length;
  const gaps = bars.filter(({ measured }) => isAbsent(measured)).length;
  const items = (
    [
      [words.oneRanges, ranges],
      [words.oneAbsent, gaps],
    ] as const
  ).flatMap(([template, k]) => (k === 0 ? [] : [compose(template, { k })]));
  return compose(words.oneOnly, {
    ...slots,
    n: bars.length,
    list: items.length === 0 ? undefined : separated(items, words.listComma),
  });
}

/** What is great is large, many or high: 面积最大, 户数最多, 占比最高. */
function extremesOf({ id, unit }: Measure): "extremesLarge" | "extremesMany" | "extremes" {
  if (unit.includes("m²") && !unit.startsWith("persons")) return "extremesLarge";
  const variable = findVariable(id);
  return variable && (variable.kind === "count" || variable.kind === "money")
    ? "extremesMany"
    : "extremes";
}

/** “图 A-1为各社区办公用房面积：最大的是社区01（620平方米），最小的是社区13（40平方米）。” */
function extremes(
  context: Context,
  measure: Measure,
  bars: readonly ChartBar[],
  byGroup: boolean,
  ref: Inline,
): Inline[] {
  const { words, language } = context;
  const known = bars.flatMap(({ label, measured }) =>
    isExact(measured) ? [{ label, value: measured.value, measured }] : [],
  );
  const title = inSentence(measure.title);
  const place = byGroup ? inSentence(context.group) : words.communityInSentence;
  const [first] = known;
  const last = known.at(-1);
  // Of ranges the greatest cannot be told.
  if (!first || !last || bars.some(({ measured }) => isInterval(measured)))
    return countsOnly(context, bars, { ref, title, place });
  const figure = (measured: Measured) =>
    namedFigure(context, measure.title, measured, measure.unit, measure.decimals);
  if (first.value === last.value)
    return compose(words.allEqual, { ref, title, place, max: figure(first.measured) });
  const named = (value: number): string => {
    const labels = known.filter((bar) => bar.value === value).map(({ label }) => label);
    if (labels.length <= 3) return labels.join(words.listComma);
    const [a = "", b = ""] = labels;
    return compose(words.several, {
      names: `${a}${words.listComma}${b}`,
      n: language === "en" ? labels.length - 2 : labels.length,
    }).join("");
  };
  return compose(words[extremesOf(measure)], {
    ref,
    title,
    place,
    most: named(first.value),
    max: figure(first.measured),
    least: named(last.value),
    min: figure(last.measured),
  });
}

import type { Analysis, AreaResult, IndicatorResult, SetResult } from "../../analysis/analyse.ts";
import { findVariable } from "../../codebook/index.ts";
import { type Indicator, normsOf, titleOfClass } from "../../indicators/define.ts";
import type { Cell, Table, TableColumn } from "../../survey/document.ts";
import type { Language, Text } from "../../survey/language.ts";
import { exact, isAbsent, isExact } from "../../survey/measured.ts";
import type { Norm } from "../../survey/norm.ts";
import { wordsOf } from "../../words/locales/index.ts";
import { groupingTitle, ungroupedText } from "../../words/locales/levels.ts";
import { phrase } from "../../words/phrase.ts";
import { figureOf, headUnit, markOf, totalled } from "../figure-columns.ts";
import { variableTitle } from "../residents-title.ts";
import type { AnalysisReport } from "./analysis-report.ts";

/** Which totals stay longest beside each area. */
const totalPriority = [
  "residents",
  "members",
  "households",
  "workers",
  "office_area",
  "floating_population",
  "funds",
];

/** A table per grouping: a row per group, recomputed from its totals. */
export function groupTables(analysis: Analysis, language: Language): Table[] {
  const { analysis: words } = wordsOf(language);
  const bys = [...new Set(analysis.groups.map((group) => group.by))];
  return bys.map((by) => {
    const groups = analysis.groups.filter((group) => group.by === by);
    const shown = analysis.indicators.filter((indicator) =>
      groups.some((group) => told(group, indicator)),
    );
    const severalPeriods = analysis.periods.length > 1;
    const columns: TableColumn[] = [
      { id: "group", title: groupingTitle(by, language), align: "left" },
      ...(severalPeriods ? [{ id: "period", title: words.period, align: "left" } as const] : []),
      { id: "areas", title: findVariable("communities")?.title[language] ?? "", align: "right" },
      ...indicatorColumns(
        shown,
        analysis.norms,
        (indicator) => groups.some((group) => classOf(group, indicator) !== undefined),
        language,
      ),
    ];
    const rows = groups.map((group): Cell[] => [
      group.group,
      ...(severalPeriods ? [group.period ?? ""] : []),
      { measured: exact(group.members.length), unit: "", decimals: 0 },
      ...shown.map((indicator): Cell => {
        const named = classOf(group, indicator);
        if (named) return named[language];
        const entry = group.indicators.find(
          (e) => e.indicator.id === indicator.id,
        ) as IndicatorResult;
        const standing = entry.norms[0];
        return {
          ...figureOf(indicator, entry.result.value),
          ...(standing && { mark: markOf(standing) }),
        };
      }),
    ]);
    const areas = analysis.wholes.reduce((sum, whole) => sum + whole.members.length, 0);
    const left = areas - groups.reduce((sum, group) => sum + group.members.length, 0);
    const notes = left > 0 ? [[phrase(ungroupedText(language), { n: left }, language)]] : [];
    return {
      kind: "table",
      id: `groups-${by}`,
      title: phrase(words.groups, { by: groupingTitle(by, language) }, language),
      columns,
      rows,
      notes,
      moreColumns: words.moreColumns,
    };
  });
}

const told = (set: SetResult, indicator: Indicator): boolean => {
  const entry = set.indicators.find((e) => e.indicator.id === indicator.id);
  return entry !== undefined && !isAbsent(entry.result.value);
};

/** The class that a group falls in, of an indicator whose figure tells one: moderate ageing. */
const classOf = (set: SetResult, indicator: Indicator): Text | undefined =>
  titleOfClass(
    indicator,
    set.indicators.find((e) => e.indicator.id === indicator.id)?.result.class,
  );

/** Indicators with a norm stay longest when the width does not hold all. A column of classes has no unit. */
function indicatorColumns(
  indicators: readonly Indicator[],
  norms: readonly Norm[],
  isClass: (indicator: Indicator) => boolean,
  language: Language,
): TableColumn[] {
  return indicators.map(
    (indicator, i): TableColumn => ({
      id: indicator.id,
      title: indicator.title[language],
      unit: isClass(indicator) ? "" : headUnit(indicator.title[language], indicator.unit, language),
      align: "right",
      priority: normsOf(indicator, norms).length > 0 ? 2 : 10 + i,
    }),
  );
}

/** One row per area, in the order of the report; areas that miss a norm are marked. */
export function areaTable(report: AnalysisReport, language: Language): Table {
  const { analysis, shownAreas, order } = report;
  const { analysis: words } = wordsOf(language);
  const variables = totalled.filter((id) =>
    shownAreas.some((area) => !isAbsent(analysis.survey.series(id).at(area.observation))),
  );
  const shown = analysis.indicators.filter(
    (indicator) =>
      shownAreas.some(
        (area) => !isAbsent(area.results.get(indicator.id)?.value ?? { absent: "no-data" }),
      ) &&
      (normsOf(indicator, analysis.norms).length > 0 || !repeatsVariable(indicator, report)),
  );
  const severalPeriods = analysis.periods.length > 1;
  const columns: TableColumn[] = [
    { id: "area", title: words.areaHead, align: "left" },
    ...(severalPeriods ? [{ id: "period", title: words.period, align: "left" } as const] : []),
    ...variables.map((id): TableColumn => {
      const title = variableTitle(id, report.sources, language);
      return {
        id,
        title,
        unit: headUnit(title, findVariable(id)?.unit ?? "", language),
        align: "right",
        priority: totalPriority.indexOf(id) + 3,
      };
    }),
    ...indicatorColumns(
      shown,
      analysis.norms,
      (indicator) =>
        shownAreas.some(
          (area) => titleOfClass(indicator, area.results.get(indicator.id)?.class) !== undefined,
        ),
      language,
    ),
  ];
  const rows = shownAreas.map((area): Cell[] => [
    areaName(area),
    ...(severalPeriods ? [area.period ?? ""] : []),
    ...variables.map(
      (id): Cell => ({
        measured: analysis.survey.series(id).at(area.observation),
        unit: "",
        decimals: 0,
      }),
    ),
    ...shown.map((indicator): Cell => areaCell(area, indicator, analysis.norms, language)),
  ]);
  const title = phrase(words.communities, { n: analysis.areas.length }, language);
  const worst =
    order.norm && order.indicator
      ? phrase(words.worstFirst, { title, norm: order.indicator.title[language] }, language)
      : title;
  const hidden = analysis.areas.length - shownAreas.length;
  const notes =
    hidden > 0
      ? [[phrase(words.moreRows, { n: hidden, all: String(analysis.areas.length) }, language)]]
      : [];
  return {
    kind: "table",
    id: "areas",
    title: worst,
    columns,
    rows,
    notes,
    moreColumns: words.moreColumns,
  };
}

/** Households per community are, of one community, its households. */
const repeatsVariable = (indicator: Indicator, { analysis, shownAreas }: AnalysisReport): boolean =>
  indicator.needs.includes("communities") &&
  shownAreas.every(({ observation }) => {
    const communities = analysis.survey.series("communities").at(observation);
    return isExact(communities) && communities.value === 1;
  });

const areaName = ({ area }: AreaResult): string => [...area.parents, area.name].join(" ");

function areaCell(
  area: AreaResult,
  indicator: Indicator,
  norms: readonly Norm[],
  language: Language,
): Cell {
  const result = area.results.get(indicator.id);
  if (!result) return "";
  const named = titleOfClass(indicator, result.class);
  if (named) return named[language];
  const standing = area.standings.get(indicator.id);
  const [norm] = normsOf(indicator, norms);
  const mark =
    standing?.met === false && norm
      ? { mark: norm.op.startsWith("<") ? ("above" as const) : ("below" as const) }
      : {};
  return { ...figureOf(indicator, result.value), ...mark };
}

import type { Analysis, AreaResult } from "../../analysis/analyse.ts";
import { findVariable } from "../../codebook/index.ts";
import { type Indicator, titleOfClass } from "../../indicators/define.ts";
import type { Cell, Table, TableColumn } from "../../survey/document.ts";
import type { Language, Text } from "../../survey/language.ts";
import { exact, isAbsent, isExact } from "../../survey/measured.ts";
import { wordsOf } from "../../words/locales/index.ts";
import { groupingTitle, ungroupedText } from "../../words/locales/levels.ts";
import { phrase } from "../../words/phrase.ts";
import { figureOf, headUnit, totalled } from "../figure-columns.ts";
import {
  missMark,
  type NormColumn,
  normColumns,
  ofArea,
  ofSet,
  underTitle,
} from "../norm-columns.ts";
import { variableTitle } from "../residents-title.ts";
import type { AnalysisReport } from "./analysis-report.ts";
import type { AreaOrder } from "./area-order.ts";

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
    const shown = analysis.indicators
      .flatMap((indicator) => normColumns(indicator, analysis.norms))
      .filter((column) => groups.some((group) => isTold(ofSet(group, column))));
    const severalPeriods = analysis.periods.length > 1;
    const columns: TableColumn[] = [
      { id: "group", title: groupingTitle(by, language), align: "left" },
      ...(severalPeriods ? [{ id: "period", title: words.period, align: "left" } as const] : []),
      { id: "areas", title: findVariable("communities")?.title[language] ?? "", align: "right" },
      ...indicatorColumns(
        shown,
        (column) => groups.some((group) => classOf(column, ofSet(group, column)) !== undefined),
        language,
      ),
    ];
    const rows = groups.map((group): Cell[] => [
      group.group,
      ...(severalPeriods ? [group.period ?? ""] : []),
      { measured: exact(group.members.length), unit: "", decimals: 0 },
      ...shown.map((column): Cell => columnCell(column, ofSet(group, column), language)),
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

type Told = ReturnType<typeof ofSet>;

const isTold = (told: Told): boolean => told !== undefined && !isAbsent(told.result.value);

/** The class that a result tells: moderate ageing. */
const classOf = ({ indicator }: NormColumn, told: Told): Text | undefined =>
  titleOfClass(indicator, told?.result.class);

function columnCell(column: NormColumn, told: Told, language: Language): Cell {
  if (!told) return "";
  const named = classOf(column, told);
  if (named) return named[language];
  return { ...figureOf(column.indicator, told.result.value), ...missMark(column, told) };
}

/** Indicators with a norm stay longest when the width does not hold all. A column of classes has no unit. */
function indicatorColumns(
  columns: readonly NormColumn[],
  isClass: (column: NormColumn) => boolean,
  language: Language,
  order: AreaOrder = {},
): TableColumn[] {
  const sorts = ({ indicator, norm }: NormColumn): boolean =>
    indicator.id === order.indicator?.id && norm?.id === (order.norm ?? norm)?.id;
  return columns.map((column, i): TableColumn => {
    const { indicator, norm, id } = column;
    return {
      id,
      title: underTitle(column, language),
      unit: isClass(column) ? "" : headUnit(indicator.title[language], indicator.unit, language),
      align: "right",
      priority: sorts(column) ? 1 : norm ? 2 : 10 + i,
    };
  });
}

/** One row per area, in the order of the report; areas that miss a norm are marked. */
export function areaTable(report: AnalysisReport, language: Language): Table {
  const { analysis, shownAreas, order } = report;
  const { analysis: words } = wordsOf(language);
  const variables = totalled.filter((id) =>
    shownAreas.some((area) => !isAbsent(analysis.survey.series(id).at(area.observation))),
  );
  const shown = analysis.indicators
    .flatMap((indicator) => normColumns(indicator, analysis.norms))
    .filter(
      (column) =>
        shownAreas.some((area) => isTold(ofArea(area, column))) &&
        (column.norm !== undefined || !repeatsVariable(column.indicator, report)),
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
      (column) => shownAreas.some((area) => classOf(column, ofArea(area, column)) !== undefined),
      language,
      order,
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
    ...shown.map((column): Cell => columnCell(column, ofArea(area, column), language)),
  ]);
  const title = phrase(words.communities, { n: analysis.areas.length }, language);
  const { norm, indicator } = order;
  const worst =
    norm && indicator
      ? phrase(
          words.worstFirst,
          {
            title,
            norm: underTitle({ indicator, norm, named: analysis.norms.length > 1 }, language),
          },
          language,
        )
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

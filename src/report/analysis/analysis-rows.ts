import { dependsOnNorm, type Indicator, type Result } from "../../indicators/define.ts";
import { isAbsent, isExact, isInterval } from "../../survey/measured.ts";
import type { Norm } from "../../survey/norm.ts";
import { type NormColumn, normColumns, ofArea, ofSet } from "../norm-columns.ts";
import type { AnalysisReport } from "./analysis-report.ts";

const head = [
  "scope",
  "by",
  "group",
  "area",
  "area_code",
  "parents",
  "period",
  "indicator",
  "value",
  "low",
  "high",
  "approximate",
  "absent",
  "class",
  "unit",
  "norm",
];

/** The analysis as one tidy table: a row for each figure of the survey, of each group and of each area, unrounded. */
export function analysisRows({ analysis, shownAreas }: AnalysisReport): (string | number)[][] {
  const rows: (string | number)[][] = [head];
  const add = (
    scope: readonly string[],
    period: string | null,
    indicator: Indicator,
    told: (column: NormColumn) => { readonly result: Result } | undefined,
  ): void => {
    for (const column of columnsOf(indicator, analysis.norms)) {
      const result = told(column)?.result;
      const norm = column.norm?.id ?? "";
      if (result)
        rows.push([...scope, period ?? "", indicator.id, ...figures(result), indicator.unit, norm]);
    }
  };
  for (const whole of analysis.wholes)
    for (const { indicator } of whole.indicators)
      add(["survey", "", "", "", "", ""], whole.period, indicator, (column) =>
        ofSet(whole, column),
      );
  for (const group of analysis.groups) {
    for (const { indicator } of group.indicators)
      add(["group", group.by, group.group, "", "", ""], group.period, indicator, (column) =>
        ofSet(group, column),
      );
  }
  for (const one of shownAreas) {
    const { area, period } = one;
    for (const indicator of analysis.indicators)
      add(
        ["area", "", "", area.name, area.code ?? "", area.parents.join("/")],
        period,
        indicator,
        (column) => ofArea(one, column),
      );
  }
  return rows;
}

/** Of a value that is that under a norm a row for each norm; of others one, whatever is held against them. */
const columnsOf = (indicator: Indicator, norms: readonly Norm[]): readonly NormColumn[] =>
  normColumns(indicator, dependsOnNorm(indicator) ? norms : []);

function figures({ value, class: named = "" }: Result): (string | number)[] {
  if (isAbsent(value)) return ["", "", "", "", value.absent, named];
  if (isInterval(value)) return ["", value.low, value.high, "", "", named];
  return [value.value, "", "", isExact(value) && value.approximate ? "true" : "", "", named];
}

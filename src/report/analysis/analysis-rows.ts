import type { Indicator, Result } from "../../indicators/define.ts";
import { isAbsent, isExact, isInterval } from "../../survey/measured.ts";
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
];

/** The analysis as one tidy table: a row for each figure of the survey, of each group and of each area, unrounded. */
export function analysisRows({ analysis, shownAreas }: AnalysisReport): (string | number)[][] {
  const rows: (string | number)[][] = [head];
  const add = (
    scope: readonly string[],
    period: string | null,
    indicator: Indicator,
    result: Result,
  ): void => {
    rows.push([...scope, period ?? "", indicator.id, ...figures(result), indicator.unit]);
  };
  for (const whole of analysis.wholes)
    for (const { indicator, result } of whole.indicators)
      add(["survey", "", "", "", "", ""], whole.period, indicator, result);
  for (const group of analysis.groups) {
    for (const { indicator, result } of group.indicators)
      add(["group", group.by, group.group, "", "", ""], group.period, indicator, result);
  }
  for (const { area, period, results } of shownAreas) {
    for (const indicator of analysis.indicators) {
      const result = results.get(indicator.id);
      if (result)
        add(
          ["area", "", "", area.name, area.code ?? "", area.parents.join("/")],
          period,
          indicator,
          result,
        );
    }
  }
  return rows;
}

function figures({ value, class: named = "" }: Result): (string | number)[] {
  if (isAbsent(value)) return ["", "", "", "", value.absent, named];
  if (isInterval(value)) return ["", value.low, value.high, "", "", named];
  return [value.value, "", "", isExact(value) && value.approximate ? "true" : "", "", named];
}

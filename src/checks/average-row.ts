import { mean } from "simple-statistics";
import { findVariable } from "../codebook/index.ts";
import { defineCheck } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { figureAt } from "./figures-compared.ts";
import { addsUp } from "./stated-totals.ts";

/** What rounding an average to a whole number, or to a hundredth of it, takes away. */
const tolerance = (mean: number): number => Math.max(0.5, Math.abs(mean) * 0.01);

export const averageRow = defineCheck({
  code: "CDJ515",
  name: "average-row",
  severity: "warning",
  scope: "survey",
  title: {
    en: "Average row is not the mean of its rows",
    "zh-CN": "平均行不等于各行平均数",
    "zh-TW": "平均列不等於各列平均數",
  },
  message: {
    en: "“{label}” says {stated} for {variable}, but its {areas} areas have a mean of {mean}, from {min} to {max}",
    "zh-CN": "“{label}”行的{variable}为{stated}，而{areas}个地区平均为{mean}，最小{min}，最大{max}",
    "zh-TW":
      "「{label}」列的{variable}為{stated}，而{areas}個地區平均為{mean}，最小{min}，最大{max}",
  },
  why: {
    en: "A mean lies between the least and the greatest figure, and the total is the mean times the number of areas; otherwise the row is a total under a wrong name, or of other rows.",
    "zh-CN":
      "平均数必在最小值与最大值之间，乘以地区个数等于合计；否则该行可能是误写为平均的合计，或取自别的行。",
    "zh-TW":
      "平均數必在最小值與最大值之間，乘以地區個數等於合計；否則該列可能是誤寫為平均的合計，或取自別的列。",
  },
  fix: {
    en: "Compute the average anew, or correct the name of the row; the row itself is never used in the analysis.",
    "zh-CN": "请重新计算平均数，或改正行名；分析时不使用该行。",
    "zh-TW": "請重新計算平均數，或更正列名；分析時不使用該列。",
  },
  sample: {
    label: "平均",
    variable: "residents",
    stated: 30853,
    areas: 2,
    mean: 15426.5,
    min: 14853,
    max: 16000,
  },
  examples: {
    failing: "社区名称,常住人口\n社区01,16000\n社区02,14853\n平均,30853\n",
    passing: "社区名称,常住人口\n社区01,16000\n社区02,14853\n平均,15427\n",
  },
  *run(evidence: Evidence) {
    for (const row of evidence.tables.flatMap((table) => table.stated)) {
      if (row.kind !== "average") continue;
      for (const [quantity, stated] of row.values) {
        const sets = row.candidates.flatMap(
          (indices) => spreadOf(evidence, quantity, indices) ?? [],
        );
        const kind = findVariable(quantity)?.kind;
        if (sets.length === 0 || kind === "category" || kind === "yes-no") continue;
        // The average of a wage may be weighted by workers: then it only has to lie among the figures.
        const fits = sets.some(({ mean, min, max }) =>
          addsUp(quantity)
            ? Math.abs(stated - mean) <= tolerance(mean)
            : stated >= min && stated <= max,
        );
        const [first] = sets;
        if (!fits && first)
          yield {
            variable: quantity,
            place: row.place(quantity),
            args: { label: row.label, variable: quantity, stated, ...first },
          };
      }
    }
  },
});

function spreadOf(
  evidence: Evidence,
  quantity: string,
  indices: readonly number[],
): { areas: number; mean: number; min: number; max: number } | undefined {
  const figures = indices.flatMap((index) => figureAt(evidence.recorded(quantity), index) ?? []);
  if (figures.length === 0) return undefined;
  return {
    areas: figures.length,
    mean: Number(mean(figures).toPrecision(6)),
    min: Math.min(...figures),
    max: Math.max(...figures),
  };
}

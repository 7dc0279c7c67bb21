import { defineCheck } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { wrongTotals } from "./stated-totals.ts";

export const totalRow = defineCheck({
  code: "CDJ512",
  name: "total-row",
  severity: "error",
  scope: "survey",
  title: {
    en: "Total row is not the sum of its rows",
    "zh-CN": "合计行不等于各行之和",
    "zh-TW": "合計列不等於各列之和",
  },
  message: {
    en: "“{label}” says {total} for {variable}, but its {areas} areas add up to {sum}: {difference} apart",
    "zh-CN": "“{label}”行的{variable}为{total}，而{areas}个地区之和为{sum}，相差{difference}",
    "zh-TW": "「{label}」列的{variable}為{total}，而{areas}個地區之和為{sum}，相差{difference}",
  },
  why: {
    en: "A total that is not the sum tells that a cell was changed after it was computed, a row is missing or stands twice, or the formula leaves rows out.",
    "zh-CN": "合计与各行之和不符，说明算出后又改过数字、有行遗漏或重复，或公式没有包括所有行。",
    "zh-TW": "合計與各列之和不符，表示算出後又改過數字、有列遺漏或重複，或公式沒有包括所有列。",
  },
  fix: {
    en: "Compare the rows with the source, correct the one that is wrong, and compute the total anew; the total itself is never used in the analysis.",
    "zh-CN": "请与原始资料逐行核对，改正错误后重新计算合计；分析时不使用合计行。",
    "zh-TW": "請與原始資料逐列核對，更正錯誤後重新計算合計；分析時不使用合計列。",
  },
  sample: {
    label: "合计",
    variable: "residents",
    total: 44774,
    areas: 3,
    sum: 44674,
    difference: 100,
  },
  examples: {
    failing: "社区名称,常住人口\n社区01,16000\n社区02,14853\n合计,30953\n",
    passing: "社区名称,常住人口\n社区01,16000\n社区02,14853\n合计,30853\n",
  },
  *run(evidence: Evidence) {
    for (const { row, quantity, stated, sum } of wrongTotals(evidence)) {
      if (!sum.exact) continue;
      const args = {
        label: row.label,
        variable: quantity,
        total: stated,
        areas: sum.areas,
        sum: sum.low,
        difference: Math.abs(stated - sum.low),
      };
      yield { variable: quantity, place: row.place(quantity), args };
    }
  },
});

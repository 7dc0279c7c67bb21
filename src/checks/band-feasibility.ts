import { defineCheck } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { wrongTotals } from "./stated-totals.ts";

export const bandFeasibility = defineCheck({
  code: "CDJ514",
  name: "band-feasibility",
  severity: "error",
  scope: "survey",
  title: {
    en: "Total is impossible within the ranges",
    "zh-CN": "合计不在各区间可能的范围内",
    "zh-TW": "合計不在各區間可能的範圍內",
  },
  message: {
    en: "“{label}” says {total} for {variable}, but the ranges of its {areas} areas add up to[ at least {low}][, at most {high}]",
    "zh-CN":
      "“{label}”行的{variable}为{total}，而{areas}个地区各区间之和[不小于{low}][、不大于{high}]",
    "zh-TW":
      "「{label}」列的{variable}為{total}，而{areas}個地區各區間之和[不小於{low}][、不大於{high}]",
  },
  why: {
    en: "Where cells are ranges (“below 60 m²”), the total must lie between the sum of their lower and the sum of their upper ends.",
    "zh-CN": "各格为区间（如“不足60平方米”）时，合计必须介于下限之和与上限之和之间。",
    "zh-TW": "各格為區間（如「不足60平方公尺」）時，合計必須介於下限之和與上限之和之間。",
  },
  fix: {
    en: "Check the total, and whether a range was meant for another row.",
    "zh-CN": "请核对合计，并确认区间没有填错行。",
    "zh-TW": "請核對合計，並確認區間沒有填錯列。",
  },
  sample: { label: "合计", variable: "office_area", total: 900, areas: 3, low: 620, high: 780 },
  examples: {
    failing: "社区名称,办公用房面积(㎡)\n社区01,620\n社区02,不足60\n社区03,不足100\n合计,900\n",
    passing: "社区名称,办公用房面积(㎡)\n社区01,620\n社区02,不足60\n社区03,不足100\n合计,700\n",
  },
  *run(evidence: Evidence) {
    for (const { row, quantity, stated, sum } of wrongTotals(evidence)) {
      if (sum.exact) continue;
      const bounds = {
        ...(Number.isFinite(sum.low) && { low: sum.low }),
        ...(Number.isFinite(sum.high) && { high: sum.high }),
      };
      yield {
        variable: quantity,
        place: row.place(quantity),
        args: { label: row.label, variable: quantity, total: stated, areas: sum.areas, ...bounds },
      };
    }
  },
});

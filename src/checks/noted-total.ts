import { defineCheck } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { wrongTotals } from "./stated-totals.ts";

export const notedTotal = defineCheck({
  code: "CDJ523",
  name: "noted-total",
  severity: "warning",
  scope: "survey",
  title: {
    en: "Note below the table states another total",
    "zh-CN": "表下注明的合计与各行之和不符",
    "zh-TW": "表下註明的合計與各列之和不符",
  },
  message: {
    en: "A note below the table gives {variable} as {total} in all, but its {areas} areas add up to {sum}: {difference} apart",
    "zh-CN": "表下注明{variable}合计{total}，而{areas}个地区之和为{sum}，相差{difference}",
    "zh-TW": "表下註明{variable}合計{total}，而{areas}個地區之和為{sum}，相差{difference}",
  },
  why: {
    en: "Notes are typed by hand and copied from last year's table; whoever quotes the note and whoever adds up the rows then publish two figures. Only a note that states an exact total of all, and nothing else in its clause, is compared.",
    "zh-CN":
      "表下的注由人手工填写，常从上年的表抄来；有人引用注中的数，有人按各行相加，公布的就是两个数。只对照明确说明全部合计、且为确数的注。",
    "zh-TW":
      "表下的註由人手工填寫，常從上年的表抄來；有人引用註中的數，有人按各列相加，公布的就是兩個數。只對照明確說明全部合計、且為確數的註。",
  },
  fix: {
    en: "Compare both with the source; correct the row or the note, or say in the note which areas it counts that the table does not list.",
    "zh-CN": "请将两者与原始资料核对，改正该行或该注；若注中计入了表内未列的地区，请予注明。",
    "zh-TW": "請將兩者與原始資料核對，更正該列或該註；若註中計入了表內未列的地區，請予註明。",
  },
  sample: { variable: "households", total: 35000, areas: 13, sum: 34363, difference: 637 },
  examples: {
    failing: "社区名称,户数\n社区01,5483\n社区02,5157\n注：全镇合计10650户\n",
    passing: "社区名称,户数\n社区01,5483\n社区02,5157\n注：全镇合计10640户\n",
  },
  *run(evidence: Evidence) {
    for (const { row, quantity, stated, sum } of wrongTotals(evidence, "note")) {
      if (!sum.exact) continue;
      yield {
        variable: quantity,
        place: row.place(quantity),
        args: {
          variable: quantity,
          total: stated,
          areas: sum.areas,
          sum: sum.low,
          difference: Math.abs(stated - sum.low),
        },
      };
    }
  },
});

import { findVariable } from "../codebook/index.ts";
import { defineCheck } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { figureAt } from "./figures-compared.ts";

/** Below this many, persons in need may be recognised by their neighbours. */
const smallest = 5;

export const smallCell = defineCheck({
  code: "CDJ621",
  name: "small-cell",
  severity: "note",
  scope: "area",
  title: {
    en: "Few persons in a sensitive group",
    "zh-CN": "敏感群体人数过少",
    "zh-TW": "敏感群體人數過少",
  },
  message: {
    en: "“{area}”: {variable}, a number from 1 to {most}",
    "zh-CN": "“{area}”：{variable}为1至{most}之间的数",
    "zh-TW": "「{area}」：{variable}為1至{most}之間的數",
  },
  why: {
    en: "Where so few live on an allowance or are disabled, neighbours know who is meant: a published figure is then about persons.",
    "zh-CN": "低保、残疾等群体人数过少时，邻里可推知是谁；公布这样的数字等于公布个人情况。",
    "zh-TW": "低收入、身心障礙等群體人數過少時，鄰里可推知是誰；公布這樣的數字等於公布個人情況。",
  },
  fix: {
    en: "Suppress the figure before you publish the table, and one more in its row or column if a total would give it away.",
    "zh-CN": "公布前请隐去该数；若能由合计倒推，请再隐去同行或同列的一个数。",
    "zh-TW": "公布前請隱去該數；若能由合計反推，請再隱去同列或同欄的一個數。",
  },
  sample: { area: "社区05", variable: "dibao_persons", most: 4 },
  examples: {
    failing: "社区名称,常住人口,残疾人\n社区05,11637,3\n",
    passing: "社区名称,常住人口,残疾人\n社区05,11637,40\n",
  },
  *run(evidence: Evidence) {
    for (const variable of evidence.quantities.filter(
      (quantity) => findVariable(quantity)?.sensitive,
    )) {
      const series = evidence.recorded(variable);
      for (let index = 0; index < evidence.size; index++) {
        const value = figureAt(series, index);
        if (value === undefined || value <= 0 || value >= smallest) continue;
        yield {
          index,
          variable,
          args: { area: evidence.subject(index).area.name, variable, most: smallest - 1 },
        };
      }
    }
  },
});

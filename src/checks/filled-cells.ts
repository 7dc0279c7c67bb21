import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const filledCells = defineCheck({
  code: codes.filledCells,
  name: "filled-cells",
  severity: "note",
  scope: "area",
  title: {
    en: "Blank cells filled from their parts",
    "zh-CN": "空格由各部分相加填补",
    "zh-TW": "空格由各部分相加填補",
  },
  message: {
    en: "{variable} is blank for {count} {count|area|areas} ({areas}) and was filled with the sum of its parts",
    "zh-CN": "{variable}有{count}个地区空缺（{areas}），已由各部分相加填补",
    "zh-TW": "{variable}有{count}個地區空缺（{areas}），已由各部分相加填補",
  },
  why: {
    en: "What nobody wrote down is computed here because --fill asks for it; whoever quotes the figure should know.",
    "zh-CN": "因使用 --fill，未填的数由程序算出；引用时应予知悉。",
    "zh-TW": "因使用 --fill，未填的數由程式算出；引用時應予知悉。",
  },
  fix: {
    en: "Ask the areas for the figures; without --fill the cells stay blank.",
    "zh-CN": "请向有关地区核实；不加 --fill 则保留空缺。",
    "zh-TW": "請向有關地區核實；不加 --fill 則保留空缺。",
  },
  sample: { variable: "members", count: 2, areas: ["社区01", "社区02"] },
  examples: {
    failing:
      "社区名称,党员总数,35岁及以下党员,36-59岁党员,60岁及以上党员\n社区01,61,11,20,30\n社区02,,12,21,31\n",
    passing:
      "社区名称,党员总数,35岁及以下党员,36-59岁党员,60岁及以上党员\n社区01,61,11,20,30\n社区02,64,12,21,31\n",
    fill: true,
  },
});

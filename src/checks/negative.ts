import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const negative = defineCheck({
  code: codes.negative,
  name: "negative",
  severity: "error",
  scope: "row",
  title: {
    en: "Negative figure",
    "zh-CN": "出现负数",
    "zh-TW": "出現負數",
  },
  message: {
    en: "“{cell}” under “{header}” is below zero",
    "zh-CN": "“{header}”列的“{cell}”小于零",
    "zh-TW": "「{header}」欄的「{cell}」小於零",
  },
  why: {
    en: "Numbers of people, floor space and funds cannot be negative; one such figure lowers every total it goes into.",
    "zh-CN": "人数、面积和经费不可能为负；一个负数会拉低所有相关合计。",
    "zh-TW": "人數、面積和經費不可能為負；一個負數會拉低所有相關合計。",
  },
  fix: {
    en: "Correct the figure; if it is a change since the last survey, say so in the header (常住人口增减).",
    "zh-CN": "请改正该数字；若是与上期相比的增减数，请在表头中写明，如“常住人口增减”。",
    "zh-TW": "請更正該數字；若是與上期相比的增減數，請在欄名中寫明，如「常住人口增減」。",
  },
  sample: { cell: "-16000", header: "常住人口" },
  examples: {
    failing: "社区名称,常住人口\n社区01,-16000\n",
    passing: "社区名称,常住人口\n社区01,16000\n",
  },
});

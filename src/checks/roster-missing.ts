import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const rosterMissing = defineCheck({
  code: codes.rosterMissing,
  name: "roster-missing",
  severity: "warning",
  scope: "survey",
  title: {
    en: "Area of the roster missing",
    "zh-CN": "缺少名册中的地区",
    "zh-TW": "缺少名冊中的地區",
  },
  message: {
    en: "“{area}” stands in the roster {file}, and no table has it",
    "zh-CN": "名册 {file} 中的“{area}”在各表中都没有",
    "zh-TW": "名冊 {file} 中的「{area}」在各表中都沒有",
  },
  why: {
    en: "A survey that leaves areas out says less than its title; its sums are too small, and its ratios may be those of the diligent.",
    "zh-CN": "缺了地区的调查名不副实：合计偏小，比率也可能只反映按时填报者。",
    "zh-TW": "缺了地區的調查名不副實：合計偏小，比率也可能只反映按時填報者。",
  },
  fix: {
    en: "Ask “{area}” for its figures, or take it out of the roster.",
    "zh-CN": "请向“{area}”补收数据，或从名册中删去。",
    "zh-TW": "請向「{area}」補收資料，或從名冊中刪去。",
  },
  sample: { area: "城西社区", file: "名册.csv" },
  examples: {
    failing: "社区名称,常住人口\n城东社区,16000\n",
    passing: "社区名称,常住人口\n城东社区,16000\n城西社区,9000\n",
    roster: "社区名称\n城东社区\n城西社区\n",
  },
});

import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const rosterUnexpected = defineCheck({
  code: codes.rosterUnexpected,
  name: "roster-unexpected",
  severity: "warning",
  scope: "survey",
  title: {
    en: "Area not in the roster",
    "zh-CN": "名册中没有的地区",
    "zh-TW": "名冊中沒有的地區",
  },
  message: {
    en: "“{area}” does not stand in the roster {file}",
    "zh-CN": "“{area}”不在名册 {file} 中",
    "zh-TW": "「{area}」不在名冊 {file} 中",
  },
  why: {
    en: "An area too many is counted in every sum: a total row taken for an area, a slip of the pen, a new community.",
    "zh-CN": "多出的地区会计入每个合计：可能是误作地区的合计行、笔误，也可能是新设社区。",
    "zh-TW": "多出的地區會計入每個合計：可能是誤作地區的合計列、筆誤，也可能是新設社區。",
  },
  fix: {
    en: "Correct its name, take its row out, or add it to the roster.",
    "zh-CN": "请改正名称、删去该行，或将其加入名册。",
    "zh-TW": "請更正名稱、刪去該列，或將其加入名冊。",
  },
  sample: { area: "工业园区", file: "名册.csv" },
  examples: {
    failing: "社区名称,常住人口\n城东社区,16000\n城西社区,9000\n工业园区,1200\n",
    passing: "社区名称,常住人口\n城东社区,16000\n城西社区,9000\n",
    roster: "社区名称\n城东社区\n城西社区\n",
  },
});

import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const rosterRenamed = defineCheck({
  code: codes.rosterRenamed,
  name: "roster-renamed",
  severity: "warning",
  scope: "survey",
  title: {
    en: "Area named otherwise in the roster",
    "zh-CN": "名册中名称不同的地区",
    "zh-TW": "名冊中名稱不同的地區",
  },
  message: {
    en: "“{area}” is “{name}” in the roster {file}",
    "zh-CN": "“{area}”在名册 {file} 中为“{name}”",
    "zh-TW": "「{area}」在名冊 {file} 中為「{name}」",
  },
  why: {
    en: "Tables are joined by the names of areas: one area under two names is two areas, each with half of its figures.",
    "zh-CN": "各表按地区名称对应：同一地区用两个名称，就成了各有一半数据的两个地区。",
    "zh-TW": "各表按地區名稱對應：同一地區用兩個名稱，就成了各有一半資料的兩個地區。",
  },
  fix: {
    en: "Write “{name}” in the table, or correct the roster.",
    "zh-CN": "请在表中改为“{name}”，或更正名册。",
    "zh-TW": "請在表中改為「{name}」，或更正名冊。",
  },
  sample: { area: "城西社區", name: "城西社区", file: "名册.csv" },
  examples: {
    failing: "社区名称,常住人口\n城东社区,16000\n城西社區,9000\n",
    passing: "社区名称,常住人口\n城东社区,16000\n城西社区,9000\n",
    roster: "社区名称\n城东社区\n城西社区\n",
  },
});

import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const periodsApart = defineCheck({
  code: codes.periodsApart,
  name: "periods-apart",
  severity: "warning",
  scope: "survey",
  title: {
    en: "A year and a part of it",
    "zh-CN": "年份与年内时点并存",
    "zh-TW": "年份與年內時點並存",
  },
  message: {
    en: "{file} gives figures of {period}, and {files} of {since}: they stand apart and are not held against each other",
    "zh-CN": "{file} 为{period}的数字，{files} 为{since}的数字，分别列出，不相对照",
    "zh-TW": "{file} 為{period}的數字，{files} 為{since}的數字，分別列出，不相對照",
  },
  why: {
    en: "Figures are compared and divided within one period. Whether those of a year are of its end, its middle or all of it, the table does not say.",
    "zh-CN": "同一时间的数字才能相比、相除；全年数字是年末、年中还是年内合计，表中并未说明。",
    "zh-TW": "同一時間的數字才能相比、相除；全年數字是年底、年中還是年內合計，表中並未說明。",
  },
  fix: {
    en: "If both are of one time, write it in the same way in both tables.",
    "zh-CN": "若为同一时间，请在两表中统一写法。",
    "zh-TW": "若為同一時間，請在兩表中統一寫法。",
  },
  sample: { file: "党员.csv", period: "2007-06", since: "2007", files: ["户数.csv"] },
  examples: {
    failing: [
      "社区名称,年份,常住人口\n城东社区,2007,16000\n",
      "社区名称,统计时间,党员数\n城东社区,2007-06-30,89\n",
    ],
    passing: [
      "社区名称,统计时间,常住人口\n城东社区,2007-06-30,16000\n",
      "社区名称,统计时间,党员数\n城东社区,2007-06-30,89\n",
    ],
  },
});

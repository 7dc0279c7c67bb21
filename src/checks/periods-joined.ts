import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const periodsJoined = defineCheck({
  code: codes.periodsJoined,
  name: "periods-joined",
  severity: "note",
  scope: "survey",
  title: {
    en: "The end of a year and the year",
    "zh-CN": "年末与年份视为同一时间",
    "zh-TW": "年底與年份視為同一時間",
  },
  message: {
    en: "{file}: its figures of {period} were taken as those of {since}, as {files} gives them",
    "zh-CN": "{file} 的{period}数字已与 {files} 的{since}数字视为同一时间",
    "zh-TW": "{file} 的{period}數字已與 {files} 的{since}數字視為同一時間",
  },
  why: {
    en: "One office writes 2007, the other 2007-12-31: both are the state at the end of the year. Apart, no figure could be held against the other.",
    "zh-CN": "一个部门写2007，另一个写2007-12-31，都是年末状况；若分开，两边的数字就无法对照。",
    "zh-TW": "一個部門寫2007，另一個寫2007-12-31，都是年底狀況；若分開，兩邊的數字就無法對照。",
  },
  fix: {
    en: "Nothing has to be done; if the two are of different days, write both dates in full.",
    "zh-CN": "无须处理；若两者时间确实不同，请写明各自的日期。",
    "zh-TW": "無須處理；若兩者時間確實不同，請寫明各自的日期。",
  },
  sample: { file: "党员.csv", period: "2007-12", since: "2007", files: ["户数.csv"] },
  examples: {
    failing: [
      "社区名称,年份,常住人口\n城东社区,2007,16000\n",
      "社区名称,统计时间,党员数\n城东社区,2007-12-31,89\n",
    ],
    passing: [
      "社区名称,年份,常住人口\n城东社区,2007,16000\n",
      "社区名称,年份,党员数\n城东社区,2007,89\n",
    ],
  },
});

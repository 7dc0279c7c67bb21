import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const furtherSheet = defineCheck({
  code: codes.furtherSheet,
  name: "further-sheet",
  severity: "warning",
  scope: "file",
  title: {
    en: "Sheets not read",
    "zh-CN": "有工作表未读取",
    "zh-TW": "有工作表未讀取",
  },
  message: {
    en: "Sheets not read: {sheets}",
    "zh-CN": "未读取的工作表：{sheets}",
    "zh-TW": "未讀取的工作表：{sheets}",
  },
  why: {
    en: "Sheets with the same columns are one survey; a sheet with others may repeat them, or be about something else.",
    "zh-CN": "列相同的工作表合为一次调查；列不同的工作表可能是重复，也可能另有所指。",
    "zh-TW": "欄位相同的工作表合為一次調查；欄位不同的工作表可能是重複，也可能另有所指。",
  },
  fix: {
    en: "Name the sheets to be read: --sheet 1,3 by number or name, or --sheet all.",
    "zh-CN": "请指明要读取的工作表：--sheet 1,3（序号或名称），或 --sheet all。",
    "zh-TW": "請指明要讀取的工作表：--sheet 1,3（序號或名稱），或 --sheet all。",
  },
  sample: { sheets: ["说明", "2022"] },
  examples: {
    failing:
      "<table><tr><td>社区名称<td>户数<td>常住人口<tr><td>社区01<td>5280<td>16000</table><table><tr><td>社区名称<td>党员数<tr><td>社区01<td>89</table>",
    passing:
      "<table><tr><td>社区名称<td>户数<tr><td>社区01<td>5280</table><table><tr><td>社区名称<td>户数<tr><td>社区02<td>5157</table>",
  },
});

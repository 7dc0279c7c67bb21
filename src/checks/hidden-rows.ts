import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const hiddenRows = defineCheck({
  code: codes.hiddenRows,
  name: "hidden-rows",
  severity: "note",
  scope: "file",
  title: {
    en: "Hidden rows are read",
    "zh-CN": "隐藏的行也已读取",
    "zh-TW": "隱藏的列也已讀取",
  },
  message: {
    en: "{count} {count|row is|rows are} hidden or filtered out, and read with the others: {rows}",
    "zh-CN": "有{count}行被隐藏或筛去，仍一并读取：第{rows}行",
    "zh-TW": "有{count}列被隱藏或篩去，仍一併讀取：第{rows}列",
  },
  why: {
    en: "Whoever adds up what the sheet shows gets another total than the file holds.",
    "zh-CN": "按表上所见相加，与文件中的合计不同。",
    "zh-TW": "按表上所見相加，與檔案中的合計不同。",
  },
  fix: {
    en: "Show the rows, or delete those that do not belong to the table; --visible leaves them out.",
    "zh-CN": "请取消隐藏，或删去不属于该表的行；加 --visible 则不读取隐藏的行。",
    "zh-TW": "請取消隱藏，或刪去不屬於該表的列；加 --visible 則不讀取隱藏的列。",
  },
  sample: { rows: ["3", "6–8"], count: 4 },
  examples: {
    failing:
      "<table><tr><td>社区名称<td>户数<tr><td>社区01<td>5280<tr style='display:none'><td>社区02<td>5157<tr><td>社区03<td>4310</table>",
    passing:
      "<table><tr><td>社区名称<td>户数<tr><td>社区01<td>5280<tr><td>社区02<td>5157<tr><td>社区03<td>4310</table>",
  },
});

import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const hiddenColumns = defineCheck({
  code: codes.hiddenColumns,
  name: "hidden-columns",
  severity: "note",
  scope: "file",
  title: {
    en: "Hidden columns are read",
    "zh-CN": "隐藏的列也已读取",
    "zh-TW": "隱藏的欄也已讀取",
  },
  message: {
    en: "{count} {count|column is|columns are} hidden, and read with the others: {columns}",
    "zh-CN": "有{count}列被隐藏，仍一并读取：{columns}列",
    "zh-TW": "有{count}欄被隱藏，仍一併讀取：{columns}欄",
  },
  why: {
    en: "A figure in a hidden column counts, though nobody who looks at the sheet sees it.",
    "zh-CN": "隐藏列中的数字同样计入，而看表的人并看不到。",
    "zh-TW": "隱藏欄中的數字同樣計入，而看表的人並看不到。",
  },
  fix: {
    en: "Show the columns, or delete those that do not belong to the table; --visible leaves them out.",
    "zh-CN": "请取消隐藏，或删去不属于该表的列；加 --visible 则不读取隐藏的列。",
    "zh-TW": "請取消隱藏，或刪去不屬於該表的欄；加 --visible 則不讀取隱藏的欄。",
  },
  sample: { columns: ["C", "E–F"], count: 3 },
  examples: {
    failing:
      "<table><col><col style='display:none'><tr><td>社区名称<td>户数<tr><td>社区01<td>5280<tr><td>社区02<td>5157</table>",
    passing:
      "<table><col><col><tr><td>社区名称<td>户数<tr><td>社区01<td>5280<tr><td>社区02<td>5157</table>",
  },
});

import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const mergedFigure = defineCheck({
  code: codes.mergedFigure,
  name: "merged-figure",
  severity: "warning",
  scope: "row",
  title: {
    en: "One figure over several areas",
    "zh-CN": "一个数字合并多个地区",
    "zh-TW": "一個數字合併多個地區",
  },
  message: {
    en: "“{cell}” stands in one cell merged over several areas ({range}); how it divides is not known, so none of them has it",
    "zh-CN": "“{cell}”填在跨多个地区的合并单元格（{range}）中，各地区多少不明，因此都不计入",
    "zh-TW": "「{cell}」填在跨多個地區的合併儲存格（{range}）中，各地區多少不明，因此都不計入",
  },
  why: {
    en: "A merged cell belongs to its first row in the file. Whoever reads it so gives one area what several share, and the others nothing.",
    "zh-CN":
      "在文件中，合并单元格的内容只属于第一行。照此读取，共用的数字会全归第一个地区，其余地区则一无所有。",
    "zh-TW":
      "在檔案中，合併儲存格的內容只屬於第一列。照此讀取，共用的數字會全歸第一個地區，其餘地區則一無所有。",
  },
  fix: {
    en: "Unmerge the cell and give each area its own figure; 0 where it has none of its own.",
    "zh-CN": "请取消合并，为每个地区分别填写；自身没有的填 0。",
    "zh-TW": "請取消合併，為每個地區分別填寫；自身沒有者填 0。",
  },
  sample: { cell: "500", range: "C2:C3" },
  examples: {
    failing:
      "<table><tr><td>社区名称<td>户数<td>最多党员数<tr><td>社区01<td>5280<td rowspan=2>310<tr><td>社区02<td>5157</table>",
    passing:
      "<table><tr><td>社区名称<td>户数<td>最多党员数<tr><td>社区01<td>5280<td>310<tr><td>社区02<td>5157<td>305</table>",
  },
});

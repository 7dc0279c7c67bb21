import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const rowsOfParts = defineCheck({
  code: codes.rowsOfParts,
  name: "rows-of-parts",
  severity: "error",
  scope: "file",
  title: {
    en: "Rows finer than the areas",
    "zh-CN": "各行比地区更细",
    "zh-TW": "各列比地區更細",
  },
  message: {
    en: "{n} {n|area stands|areas stand} in several rows with different figures: the rows are of something finer (institutions, projects, buildings), so that no figure is computed",
    "zh-CN":
      "{n}个地区各有几行，数字互不相同：各行是更细的单位（机构、项目、楼栋等），因此不计算任何数字",
    "zh-TW":
      "{n}個地區各有幾列，數字互不相同：各列是更細的單位（機構、專案、樓棟等），因此不計算任何數字",
  },
  why: {
    en: "Most areas stand in more rows than one, and nothing in the table says that one row is the whole of the others. The first row of each area alone would be a wrong figure.",
    "zh-CN":
      "大多数地区不止一行，表中也没有任何内容表明其中一行是其余各行的合计。只取每个地区的第一行是错误的数字。",
    "zh-TW":
      "大多數地區不止一列，表中也沒有任何內容表明其中一列是其餘各列的合計。只取每個地區的第一列是錯誤的數字。",
  },
  fix: {
    en: 'If the figures of an area are the sums of its rows, add them up with --sum; else give the column that names the rows as the area: --map "header=area".',
    "zh-CN":
      '若地区的数字等于各行之和，请用 --sum 相加；否则请指定各行名称所在的列：--map "表头=area"。',
    "zh-TW":
      '若地區的數字等於各列之和，請用 --sum 相加；否則請指定各列名稱所在的欄：--map "欄名=area"。',
  },
  sample: { n: 2 },
  examples: {
    failing: "序号,社区名称,办公用房面积\n1,社区01,420\n2,社区01,310\n3,社区02,250\n4,社区02,180\n",
    passing: "社区名称,办公用房面积\n社区01,730\n社区02,430\n",
  },
});

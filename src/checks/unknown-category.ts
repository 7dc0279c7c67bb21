import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const unknownCategory = defineCheck({
  code: codes.unknownCategory,
  name: "unknown-category",
  severity: "error",
  scope: "file",
  title: {
    en: "Rows that are parts of an area",
    "zh-CN": "同一地区分成几行",
    "zh-TW": "同一地區分成幾列",
  },
  message: {
    en: "The rows of {n} {n|area|areas} are told apart by {headers}[ ({values})]: they are parts, and no row proves to be their whole, so that no figure is computed",
    "zh-CN":
      "{n}个地区各有几行，由{headers}区分[（{values}）]：各行是其中的部分，没有一行能证明是合计，因此不计算任何数字",
    "zh-TW":
      "{n}個地區各有幾列，由{headers}區分[（{values}）]：各列是其中的部分，沒有一列能證明是合計，因此不計算任何數字",
  },
  why: {
    en: "A column that cdj does not know divides each area. Whether its categories make up everybody is not known from the table; the first row of each area alone would be a wrong total.",
    "zh-CN":
      "表中有一列本工具不认识，它把每个地区分成几部分。仅凭表格无法得知这些部分是否合起来就是全部；只取每个地区的第一行则是错误的合计。",
    "zh-TW":
      "表中有一欄本工具不認識，它把每個地區分成幾部分。僅憑表格無法得知這些部分是否合起來就是全部；只取每個地區的第一列則是錯誤的合計。",
  },
  fix: {
    en: "If the rows make up each area, add them up with --sum; if not, keep only the row of the whole (合计, Total) of each area, or name the column so that cdj knows it (性别, 年龄组).",
    "zh-CN":
      "若各行合起来就是整个地区，请用 --sum 相加；否则请只保留每个地区的合计行，或改用本工具认识的列名（性别、年龄组）。",
    "zh-TW":
      "若各列合起來就是整個地區，請用 --sum 相加；否則請只保留每個地區的合計列，或改用本工具認識的欄名（性別、年齡組）。",
  },
  sample: { n: 2, headers: ["户口性质"], values: ["本地", "外来"] },
  examples: {
    failing:
      "社区名称,户口性质,常住人口\n社区01,本地,9000\n社区01,外来,7000\n社区02,本地,8000\n社区02,外来,4000\n",
    passing: "社区名称,常住人口\n社区01,16000\n社区02,12000\n",
  },
});

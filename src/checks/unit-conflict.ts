import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const unitConflict = defineCheck({
  code: codes.unitConflict,
  name: "unit-conflict",
  severity: "error",
  scope: "row",
  title: {
    en: "Unit does not fit",
    "zh-CN": "单位不符",
    "zh-TW": "單位不符",
  },
  message: {
    en: "The unit of “{cell}” does not fit “{header}”[, which is in {expected}]",
    "zh-CN": "“{cell}”的单位与“{header}”不符[，该列以{expected}为单位]",
    "zh-TW": "「{cell}」的單位與「{header}」不符[，該欄以{expected}為單位]",
  },
  why: {
    en: "Households are not persons and rooms are not square metres: figures of different units must not be added up.",
    "zh-CN": "户不是人，间也不是平方米：单位不同的数字不能相加。",
    "zh-TW": "戶不是人，間也不是平方公尺：單位不同的數字不能相加。",
  },
  fix: {
    en: "Give the figure in the unit of its column[ ({expected})], or correct the header.",
    "zh-CN": "请按该列的单位[（{expected}）]填写，或改正表头。",
    "zh-TW": "請依該欄的單位[（{expected}）]填寫，或更正欄名。",
  },
  sample: { cell: "5200户", header: "常住人口(人)", expected: "person" },
  examples: {
    failing: "社区名称,常住人口(人)\n社区01,5200户\n",
    passing: "社区名称,常住人口(人)\n社区01,16000人\n",
  },
});

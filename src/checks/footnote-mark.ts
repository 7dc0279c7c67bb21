import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const footnoteMark = defineCheck({
  code: codes.footnoteMark,
  name: "footnote-mark",
  severity: "note",
  scope: "row",
  title: {
    en: "A figure with a footnote mark",
    "zh-CN": "数字后带注释符号",
    "zh-TW": "數字後帶註解符號",
  },
  message: {
    en: "“{cell}” under “{header}” was read as {value}, without its footnote mark",
    "zh-CN": "“{header}”列的“{cell}”去掉注释符号后读作{value}",
    "zh-TW": "「{header}」欄的「{cell}」去掉註解符號後讀作{value}",
  },
  why: {
    en: "A mark beside a figure says that it differs in something from the others: another date, another scope, an estimate.",
    "zh-CN": "数字旁的符号表示它与其他数字有所不同，例如时间、范围不同，或为估计数。",
    "zh-TW": "數字旁的符號表示它與其他數字有所不同，例如時間、範圍不同，或為估計數。",
  },
  fix: {
    en: "Read the note that belongs to the mark; then put it into a column of its own.",
    "zh-CN": "请查看该符号对应的注释，并另设一列说明。",
    "zh-TW": "請查看該符號對應的註解，並另設一欄說明。",
  },
  sample: { cell: "200*", header: "户数", value: 200 },
  examples: {
    failing: "社区名称,户数\n社区01,3200*\n社区02,2853\n",
    passing: "社区名称,户数\n社区01,3200\n社区02,2853\n",
  },
});

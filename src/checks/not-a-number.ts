import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const notANumber = defineCheck({
  code: codes.notANumber,
  name: "not-a-number",
  severity: "error",
  scope: "row",
  title: {
    en: "Not a number",
    "zh-CN": "不是数字",
    "zh-TW": "不是數字",
  },
  message: {
    en: "“{cell}” under “{header}” is not a number; the row is kept without it",
    "zh-CN": "“{header}”列的“{cell}”不是数字，保留该行，此值不计",
    "zh-TW": "「{header}」欄的「{cell}」不是數字，保留該列，此值不計",
  },
  why: {
    en: "What is not a number counts as missing: the total leaves this community out.",
    "zh-CN": "不是数字的内容一律按缺失处理，合计中便少了这个社区。",
    "zh-TW": "不是數字的內容一律視為缺漏，合計中便少了這個社區。",
  },
  fix: {
    en: "Write one number, such as 16000 or 1.6万; leave the cell blank if the figure is not known.",
    "zh-CN": "请只填一个数字，如16000或1.6万；数字不详时请留空。",
    "zh-TW": "請只填一個數字，如16000或1.6萬；數字不詳時請留空白。",
  },
  sample: { cell: "见附表", header: "常住人口" },
  examples: {
    failing: "社区名称,常住人口\n社区01,见附表\n社区02,9000\n",
    passing: "社区名称,常住人口\n社区01,1.6万\n社区02,9000\n",
  },
});

import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const blankHeader = defineCheck({
  code: codes.blankHeader,
  name: "blank-header",
  severity: "note",
  scope: "file",
  title: {
    en: "Column without a header",
    "zh-CN": "列无表头",
    "zh-TW": "欄位沒有名稱",
  },
  message: {
    en: "Column {field} has no header and is not used",
    "zh-CN": "第{field}列没有表头，未使用",
    "zh-TW": "第{field}欄沒有名稱，未使用",
  },
  why: {
    en: "Without a header nobody can say what the figures are, and a column that was shifted by a slip looks just like this.",
    "zh-CN": "没有表头，就无从知道数字的含义；数据错开一列时，也正是这种样子。",
    "zh-TW": "沒有欄名，就無從得知數字的意義；資料錯開一欄時，也正是這種樣子。",
  },
  fix: {
    en: "Give the column a header, or delete it.",
    "zh-CN": "请补上表头，或删去该列。",
    "zh-TW": "請補上欄名，或刪去該欄。",
  },
  sample: { field: 2 },
  examples: {
    failing: "社区名称,,常住人口\n社区01,3,16000\n",
    passing: "社区名称,工作人员数,常住人口\n社区01,3,16000\n",
  },
});

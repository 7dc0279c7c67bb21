import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const duplicateHeader = defineCheck({
  code: codes.duplicateHeader,
  name: "duplicate-header",
  severity: "warning",
  scope: "file",
  title: {
    en: "Two columns of one meaning",
    "zh-CN": "两列含义相同",
    "zh-TW": "兩欄語意相同",
  },
  message: {
    en: "“{header}” means the same as column {first}; this column is not used",
    "zh-CN": "“{header}”与第{first}列含义相同，本列未使用",
    "zh-TW": "「{header}」與第{first}欄語意相同，本欄未使用",
  },
  why: {
    en: "Two columns of one meaning can hold different figures, and nothing in the table says which is right.",
    "zh-CN": "含义相同的两列，数字可能不同，而表中看不出以哪一列为准。",
    "zh-TW": "語意相同的兩欄，數字可能不同，而表中看不出以哪一欄為準。",
  },
  fix: {
    en: "Delete the column that is out of date, or let the headers say how they differ (常住人口, 户籍人口).",
    "zh-CN": "请删去过时的一列，或在表头中写明区别（如“常住人口”“户籍人口”）。",
    "zh-TW": "請刪去過時的一欄，或在欄名中寫明區別（如「常住人口」「戶籍人口」）。",
  },
  sample: { header: "居民人数", first: 2 },
  examples: {
    failing: "社区名称,常住人口,居民人数\n社区01,16000,15800\n",
    passing: "社区名称,常住人口,户籍人口\n社区01,16000,15800\n",
  },
});

import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const partOfOther = defineCheck({
  code: codes.partOfOther,
  name: "part-of-other",
  severity: "note",
  scope: "file",
  title: {
    en: "Parts of another population",
    "zh-CN": "其他人群的分组",
    "zh-TW": "其他人群的分組",
  },
  message: {
    en: "{headers}[ and {more} more columns] count parts of “{of}”, of whom no such figures are kept; not used",
    "zh-CN": "{headers}[等，另有{more}列]是“{of}”的分组，不在统计范围内，未使用",
    "zh-TW": "{headers}[等，另有{more}欄]是「{of}」的分組，不在統計範圍內，未使用",
  },
  why: {
    en: "The men and women of the workers, the disabled or the volunteers are not the men and women of the residents. Sexes and ages are kept of residents and of Party members only; those of others are left out, so that they stand under nobody else's name.",
    "zh-CN":
      "工作人员、残疾人、志愿者中的男女，不是居民中的男女。本程序只保留居民和党员的性别、年龄分组；其他人群的分组一律不计，以免张冠李戴。",
    "zh-TW":
      "工作人員、身心障礙者、志工中的男女，不是居民中的男女。本程式只保留居民與黨員的性別、年齡分組；其他人群的分組一律不計，以免張冠李戴。",
  },
  fix: {
    en: "Nothing is to be done where that is so; if they count others, say so in the headers, or with --map.",
    "zh-CN": "如确系如此，不必处理；如另有所指，请在表头写明对象，或用 --map 指定。",
    "zh-TW": "如確係如此，不必處理；如另有所指，請在欄名寫明對象，或以 --map 指定。",
  },
  sample: { headers: ["男", "女"], more: 2, of: "残疾人" },
  examples: {
    failing: "社区名称,残疾人,男,女\n社区01,160,79,81\n社区02,100,51,49\n",
    passing: "社区名称,常住人口,男,女\n社区01,16000,7900,8100\n社区02,10000,5010,4990\n",
  },
});

import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const unstatedItem = defineCheck({
  code: codes.unstatedItem,
  name: "unstated-item",
  severity: "note",
  scope: "file",
  title: {
    en: "Age or sex not stated",
    "zh-CN": "年龄或性别不详",
    "zh-TW": "年齡或性別不詳",
  },
  message: {
    en: "{n} {n|row is|rows are} of people whose age or sex is not stated (“{label}”): counted in the total, in no band",
    "zh-CN": "{n}行是年龄或性别不详（“{label}”）的人口：计入合计，不计入任何一段",
    "zh-TW": "{n}列是年齡或性別不詳（「{label}」）的人口：計入合計，不計入任何一段",
  },
  why: {
    en: "The bands add up to less than everybody where some people's age or sex is not known. Left out of the total, they would be missing from it without a word.",
    "zh-CN": "部分人的年龄或性别不详时，各段之和小于总数；若不计入合计，总数就会无声地偏小。",
    "zh-TW": "部分人的年齡或性別不詳時，各段之和小於總數；若不計入合計，總數就會無聲地偏小。",
  },
  fix: {
    en: "Nothing needs mending. Shares by age have everybody as their base, those of unknown age included.",
    "zh-CN": "不必处理。按年龄计算的占比以全部人口为分母，含年龄不详者。",
    "zh-TW": "不必處理。按年齡計算的占比以全部人口為分母，含年齡不詳者。",
  },
  sample: { label: "不详", n: 2 },
  examples: {
    failing:
      "社区名称,年龄组,常住人口\n社区01,合计,16000\n社区01,60岁及以上,3000\n社区01,不详,100\n",
    passing: "社区名称,年龄组,常住人口\n社区01,0-14岁,2000\n社区01,15岁及以上,14000\n",
  },
});

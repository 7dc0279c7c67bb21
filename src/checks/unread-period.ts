import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const unreadPeriod = defineCheck({
  code: codes.unreadPeriod,
  name: "unread-period",
  severity: "warning",
  scope: "row",
  title: {
    en: "Period not understood",
    "zh-CN": "时间未能识别",
    "zh-TW": "時間未能辨識",
  },
  message: {
    en: "“{cell}” names no year, half-year, quarter or month",
    "zh-CN": "“{cell}”不是可识别的年份、半年、季度或月份",
    "zh-TW": "「{cell}」不是可辨識的年份、半年、季或月份",
  },
  why: {
    en: "Without its period a figure cannot be compared over time, and two years of one community look like a duplicate.",
    "zh-CN": "没有时间，就不能作前后比较；同一社区两年的数据还会被当作重复。",
    "zh-TW": "沒有時間，就不能作前後比較；同一社區兩年的資料還會被當成重複。",
  },
  fix: {
    en: "Write the period as 2024, 2024-H1, 2024-Q2 or 2024-06.",
    "zh-CN": "请将时间写作2024、2024-H1、2024-Q2或2024-06。",
    "zh-TW": "請將時間寫作2024、2024-H1、2024-Q2或2024-06。",
  },
  sample: { cell: "去年" },
  examples: {
    failing: "社区名称,年份,常住人口\n社区01,去年,16000\n",
    passing: "社区名称,年份,常住人口\n社区01,2024年,16000\n",
  },
});

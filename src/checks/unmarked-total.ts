import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const unmarkedTotal = defineCheck({
  code: codes.unmarkedTotal,
  name: "unmarked-total",
  severity: "warning",
  scope: "survey",
  title: {
    en: "A row that is the sum of others",
    "zh-CN": "某行等于其他若干行之和",
    "zh-TW": "某列等於其他若干列之和",
  },
  message: {
    en: "“{area}” equals the sum of {areas} other rows in every column, as {total} for {variable}[, and {more} more {more|row is|rows are} such sums]: taken for a unit above them, not counted",
    "zh-CN":
      "“{area}”各列都等于另外{areas}行之和（如{variable}为{total}）[，另有{more}行也是如此]，已视为其上级，不计入",
    "zh-TW":
      "「{area}」各欄都等於另外{areas}列之和（如{variable}為{total}）[，另有{more}列亦然]，已視為其上級，不計入",
  },
  why: {
    en: "A total that is not named as one doubles every figure of the survey.",
    "zh-CN": "未写明是合计的合计行，会使全部数字翻倍。",
    "zh-TW": "未寫明是合計的合計列，會使全部數字加倍。",
  },
  fix: {
    en: 'If it is an area indeed: --rows "{area}=area"; else name it as a total, or leave it out with --rows "{area}=skip".',
    "zh-CN":
      '若确是一个地区，请加 --rows "{area}=area"；否则请将其写明为合计，或用 --rows "{area}=skip" 剔除。',
    "zh-TW":
      '若確是一個地區，請加 --rows "{area}=area"；否則請將其寫明為合計，或用 --rows "{area}=skip" 剔除。',
  },
  sample: { area: "城区", variable: "residents", total: 30853, areas: 2, more: 1 },
  examples: {
    failing: "社区名称,常住人口,户数\n社区01,11000,3600\n社区02,9853,3300\n新城,20853,6900\n",
    passing: "社区名称,常住人口,户数\n社区01,11000,3600\n社区02,9853,3300\n新城,20850,6850\n",
  },
});

import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const rowsUncertain = defineCheck({
  code: codes.rowsUncertain,
  name: "rows-uncertain",
  severity: "warning",
  scope: "survey",
  title: {
    en: "A row may be the sum of others",
    "zh-CN": "某行可能是其他行之和",
    "zh-TW": "某列可能是其他列之和",
  },
  message: {
    en: "“{area}”[ ({total} for {variable})] may be the sum of {areas} other rows, from “{first}” on: no totals are given",
    "zh-CN": "“{area}”[（{variable}为{total}）]可能是“{first}”等{areas}行之和，故不给出合计",
    "zh-TW": "「{area}」[（{variable}為{total}）]可能是「{first}」等{areas}列之和，故不提供合計",
  },
  why: {
    en: "A unit above its communities, counted with them, counts its people twice. Whether it is one, the table says neither in words nor beyond chance in its figures.",
    "zh-CN": "上级单位与所辖社区一并计入，人口就会重复计算。表中既未写明，数字也不足以排除巧合。",
    "zh-TW": "上級單位與所轄村里一併計入，人口就會重複計算。表中既未寫明，數字也不足以排除巧合。",
  },
  fix: {
    en: 'Say which it is: --rows "{area}=total" where it is the sum of others, --rows "{area}=area" where it is an area like them.',
    "zh-CN":
      '请说明：是其他行之和的，加 --rows "{area}=total"；与其他行同为地区的，加 --rows "{area}=area"。',
    "zh-TW":
      '請說明：是其他列之和者，加 --rows "{area}=total"；與其他列同為地區者，加 --rows "{area}=area"。',
  },
  sample: { area: "北郊", areas: 2, first: "东苑", variable: "residents", total: 9000 },
  examples: {
    failing: "单位名称,常住人口\n北郊,9000\n东苑,5000\n西苑,4000\n",
    passing: "单位名称,常住人口\n北郊,9100\n东苑,5000\n西苑,4000\n",
  },
});

import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const levelsTogether = defineCheck({
  code: codes.levelsTogether,
  name: "levels-together",
  severity: "warning",
  scope: "survey",
  title: {
    en: "A larger unit beside its parts",
    "zh-CN": "上级单位与下级地区并列",
    "zh-TW": "上級單位與下級地區並列",
  },
  message: {
    en: "“{area}” has {total} for {variable}, and the {areas} areas that seem to lie in it add up to {sum}: {counted|no totals are given|only the areas in it are counted}",
    "zh-CN":
      "“{area}”的{variable}为{total}，而看来属于它的{areas}个地区之和为{sum}，{counted|故不给出合计|只计入下级地区}",
    "zh-TW":
      "「{area}」的{variable}為{total}，而看來屬於它的{areas}個地區之和為{sum}，{counted|故不提供合計|只計入下級地區}",
  },
  why: {
    en: "A street beside its communities counts their people twice. It is taken out by itself only where its parts add up to it or the table says what lies in it.",
    "zh-CN":
      "街道与所辖社区并列，人口就会重复计算。只有各下级之和与之相等，或表中注明隶属关系时，才会自动剔除上级行。",
    "zh-TW":
      "鄉鎮市區與所轄村里並列，人口就會重複計算。只有各下級之和與之相等，或表中註明隸屬關係時，才會自動剔除上級列。",
  },
  fix: {
    en: 'Correct the figures so that its parts add up to it, or leave the row out: --rows "{area}=skip".',
    "zh-CN": '请改正数字，使各下级之和与之相等，或剔除该行：--rows "{area}=skip"。',
    "zh-TW": '請更正數字，使各下級之和與之相等，或剔除該列：--rows "{area}=skip"。',
  },
  sample: { area: "城东街道", variable: "residents", total: 850, areas: 2, sum: 800, counted: 1 },
  examples: {
    failing: "单位名称,常住人口\n城东街道,25400\n城东街道社区01,16000\n城东街道社区02,9000\n",
    passing: "单位名称,常住人口\n城东街道,25000\n城东街道社区01,16000\n城东街道社区02,9000\n",
  },
});

import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const namedTwice = defineCheck({
  code: codes.namedTwice,
  name: "named-twice",
  severity: "warning",
  scope: "survey",
  title: {
    en: "Two names of one table that may be one area",
    "zh-CN": "同一表中的两个名称可能是同一地区",
    "zh-TW": "同一表中的兩個名稱可能是同一地區",
  },
  message: {
    en: "“{area}” and “{other}” differ only in the words for the kind of unit: if they are one area, it is counted twice",
    "zh-CN": "“{area}”与“{other}”只差单位类别的字样；若为同一地区，则重复计入",
    "zh-TW": "「{area}」與「{other}」只差單位類別的字樣；若為同一地區，則重複計入",
  },
  why: {
    en: "A community and the committee that runs it are one area; a table that was put together from several lists often has both.",
    "zh-CN": "社区与其居委会是同一地区；由几份名单拼成的表常两者并存。",
    "zh-TW": "社區與其居委會是同一地區；由幾份名單拼成的表常兩者並存。",
  },
  fix: {
    en: 'If they are one, keep one of the rows, or leave one out with --rows "{area}=skip"; if not, codes say so.',
    "zh-CN": '若为同一地区，请只留一行，或用 --rows "{area}=skip" 剔除一行；若不是，请加代码列。',
    "zh-TW": '若為同一地區，請只留一列，或用 --rows "{area}=skip" 剔除一列；若不是，請加代碼欄。',
  },
  sample: { area: "桃源社区居委会", other: "桃源社区" },
  examples: {
    failing: "社区名称,常住人口\n柳溪社区,5000\n桃源社区,4000\n桃源社区居委会,4020\n",
    passing: "社区名称,常住人口\n柳溪社区,5000\n桃源社区,4000\n桃源村,4020\n",
  },
});

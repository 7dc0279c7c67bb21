import type { Language, Text } from "../../survey/language.ts";
import type { AbsentReason } from "../../survey/measured.ts";

const reasons: Readonly<Record<AbsentReason, Text>> = {
  "missing-variable": {
    en: "a column it needs is missing",
    "zh-CN": "缺少所需的列",
    "zh-TW": "缺少所需的欄位",
  },
  "no-data": { en: "no data", "zh-CN": "无数据", "zh-TW": "無資料" },
  "zero-denominator": {
    en: "the denominator is or may be zero",
    "zh-CN": "分母为零或可能为零",
    "zh-TW": "分母為零或可能為零",
  },
  "no-norm": { en: "no norm is named", "zh-CN": "未指定标准", "zh-TW": "未指定標準" },
  "several-norms": {
    en: "it differs with the norm",
    "zh-CN": "因标准而异",
    "zh-TW": "因標準而異",
  },
  "no-reference": {
    en: "the average wage that it is of is not named",
    "zh-CN": "未指定作为基数的社会平均工资",
    "zh-TW": "未指定作為基數的社會平均薪資",
  },
  "no-total": {
    en: "it is told of single communities only",
    "zh-CN": "仅就单个社区而言",
    "zh-TW": "僅就單一社區而言",
  },
  "band-straddles": {
    en: "an age band lies across the limit",
    "zh-CN": "有年龄组跨越界限",
    "zh-TW": "有年齡組跨越界限",
  },
  "open-band": {
    en: "it falls in an open-ended age band",
    "zh-CN": "落在开口年龄组内",
    "zh-TW": "落在開放式年齡組內",
  },
  "not-single-year": {
    en: "it needs single years of age",
    "zh-CN": "需要单岁年龄数据",
    "zh-TW": "需要單一年齡資料",
  },
  suppressed: {
    en: "withheld to protect small numbers",
    "zh-CN": "数值过小，不予公布",
    "zh-TW": "數值過小，不予公布",
  },
  withheld: {
    en: "withheld by configuration",
    "zh-CN": "按配置不予公布",
    "zh-TW": "依設定不予公布",
  },
  "rows-uncertain": {
    en: "it is not known which rows make up the whole",
    "zh-CN": "不能确定哪些行构成全体",
    "zh-TW": "無法確定哪些列構成全體",
  },
};

/** Why a figure cannot be told, in words; no capital, no full stop. */
export const absentReasonText = (reason: AbsentReason, language: Language): string =>
  reasons[reason][language];

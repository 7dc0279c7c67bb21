import { defineNorm, numbered } from "./define.ts";
import { china, international } from "./places.ts";

const statisticsBureau = {
  en: "National Bureau of Statistics",
  "zh-CN": "国家统计局",
  "zh-TW": "國家統計局",
} as const;

const unitedNations = {
  op: ">=",
  unit: "%",
  jurisdiction: international,
  document: {
    en: "The Aging of Populations and Its Economic and Social Implications (1956); Vienna Plan of Action on Ageing (1982)",
    "zh-CN": "《人口老龄化及其社会经济后果》（1956年）；维也纳老龄问题世界大会（1982年）",
    "zh-TW": "《人口老化及其社會經濟後果》（1956年）；維也納高齡問題世界大會（1982年）",
  },
  issuer: { en: "United Nations", "zh-CN": "联合国", "zh-TW": "聯合國" },
  confidence: "B",
  note: {
    en: "Either share makes an ageing society.",
    "zh-CN": "两项满足其一即为老龄化社会。",
    "zh-TW": "兩項滿足其一即為高齡化社會。",
  },
} as const;

const grades = {
  subject: "residents_ageing_level",
  op: ">=",
  unit: "%",
  jurisdiction: china,
  document: {
    en: "Usage in Chinese official and research texts (no single document)",
    "zh-CN": "国内官方与研究文献用法（无单一文件）",
    "zh-TW": "中國大陸官方與研究文獻用法（無單一文件）",
  },
  issuer: { en: "usage", "zh-CN": "惯例", "zh-TW": "慣例" },
  confidence: "B",
  note: {
    en: "Share of residents aged 60 and over; not a United Nations rule.",
    "zh-CN": "按60岁以上人口占比；非联合国标准。",
    "zh-TW": "按60歲以上人口占比；非聯合國標準。",
  },
} as const;

const household = {
  subject: "household_size",
  op: "=",
  unit: "persons per household",
  jurisdiction: china,
  issuer: statisticsBureau,
  confidence: "A",
} as const;

/** Figures and edges about people and wages. Benchmarks carry "=": nothing has to meet them. */
export const populationNorms = [
  defineNorm({
    id: "cn-census-hh",
    ...household,
    value: 2.62,
    document: {
      en: "Communiqué of the Seventh National Population Census",
      "zh-CN": "《第七次全国人口普查公报》",
      "zh-TW": "《第七次全國人口普查公報》",
    },
    year: 2020,
    note: {
      en: "An average, not a threshold; as of 1 November 2020.",
      "zh-CN": "平均数，非标准；标准时点为2020年11月1日零时。",
      "zh-TW": "平均數，非標準；標準時點為2020年11月1日零時。",
    },
  }),
  defineNorm({
    id: "cn-census-hh-2010",
    ...household,
    value: 3.1,
    document: {
      en: "Communiqué of the Sixth National Population Census",
      "zh-CN": "《第六次全国人口普查公报》",
      "zh-TW": "《第六次全國人口普查公報》",
    },
    year: 2010,
    note: {
      en: "An average, not a threshold; as the communiqué of 2020 gives it for comparison.",
      "zh-CN": "平均数，非标准；据第七次全国人口普查公报所列对照数。",
      "zh-TW": "平均數，非標準；據第七次全國人口普查公報所列對照數。",
    },
  }),
  defineNorm({ id: "un-ageing", subject: "residents_60_plus_share", value: 10, ...unitedNations }),
  defineNorm({
    id: "un-ageing-65",
    subject: "residents_65_plus_share",
    value: 7,
    ...unitedNations,
  }),
  defineNorm({ id: "cn-ageing-grades", value: 10, opens: "mild", ...grades }),
  defineNorm({ id: "cn-ageing-grades-moderate", value: 20, opens: "moderate", ...grades }),
  defineNorm({ id: "cn-ageing-grades-heavy", value: 30, opens: "heavy", ...grades }),
  defineNorm({
    id: "cn-wage-2005",
    subject: "wage_ratio",
    op: "=",
    value: 18405,
    unit: "yuan/year",
    jurisdiction: china,
    document: {
      en: "Announcement of the average wage of urban employees in 2005",
      "zh-CN": "《2005年全国城镇在岗职工平均工资公告》",
      "zh-TW": "《2005年全國城鎮在崗職工平均薪資公告》",
    },
    number: numbered("国家统计局公告2006年第3号", "國家統計局公告2006年第3號"),
    issuer: statisticsBureau,
    year: 2006,
    // A wage of 2005: held against the wages of that year.
    validFrom: "2005-01-01",
    validTo: "2005-12-31",
    confidence: "A",
    note: {
      en: "1,533 yuan a month; urban employees at their posts. The wage that others are held against.",
      "zh-CN": "合每月1533元；城镇在岗职工。作为工资比较的基准。",
      "zh-TW": "合每月1533元；城鎮在崗職工。作為薪資比較的基準。",
    },
  }),
] as const;

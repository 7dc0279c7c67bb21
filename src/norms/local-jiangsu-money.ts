import { defineNorm } from "./define.ts";

const wuxi = {
  subject: "monthly_wage",
  op: ">=",
  unit: "yuan/month",
  jurisdiction: { en: "Wuxi, Jiangsu", "zh-CN": "江苏省无锡市", "zh-TW": "江蘇省無錫市" },
  document: {
    en: "Notice on building harmonious urban and rural communities",
    "zh-CN": "城乡和谐社区建设通知",
    "zh-TW": "城鄉和諧社區建設通知",
  },
  issuer: { en: "Wuxi city", "zh-CN": "无锡市", "zh-TW": "無錫市" },
  confidence: "B",
  note: {
    en: "About 2009 or 2010; the year is not verified.",
    "zh-CN": "约2009～2010年，年份未核实。",
    "zh-TW": "約2009～2010年，年份未核實。",
  },
} as const;

const nanjing = {
  subject: "wage_ratio",
  op: ">=",
  unit: "%",
  jurisdiction: { en: "Nanjing, Jiangsu", "zh-CN": "江苏省南京市", "zh-TW": "江蘇省南京市" },
  document: {
    en: "Opinion on improving the governance of urban and rural communities; measures for community workers",
    "zh-CN": "《关于加强和完善城乡社区治理的实施意见》及社区工作者管理办法",
    "zh-TW": "《關於加強和完善城鄉社區治理的實施意見》及社區工作者管理辦法",
  },
  issuer: { en: "Nanjing city", "zh-CN": "南京市", "zh-TW": "南京市" },
  year: 2018,
  validFrom: "2018-01-01",
  reference: 98000,
  confidence: "B",
  note: {
    en: "Of the previous year's average wage in urban non-private units: 98,000 yuan in 2017.",
    "zh-CN": "以上年度城镇非私营单位从业人员平均工资为基数（2017年为98000元）。",
    "zh-TW": "以上年度城鎮非私營單位從業人員平均薪資為基數（2017年為98000元）。",
  },
} as const;

/** Wages and funds in Jiangsu. */
export const jiangsuMoneyNorms = [
  defineNorm({
    id: "js-wuxi-wage",
    value: 1500,
    clause: { en: "secretaries and directors", "zh-CN": "书记、主任", "zh-TW": "書記、主任" },
    ...wuxi,
  }),
  defineNorm({
    id: "js-wuxi-wage-others",
    value: 1300,
    clause: { en: "other workers", "zh-CN": "其他人员", "zh-TW": "其他人員" },
    ...wuxi,
  }),
  defineNorm({
    id: "js-ks-2016-fund",
    subject: "funds_service",
    op: ">=",
    value: 200000,
    unit: "yuan",
    jurisdiction: {
      en: "Kunshan, Suzhou, Jiangsu",
      "zh-CN": "江苏省昆山市",
      "zh-TW": "江蘇省崑山市",
    },
    document: {
      en: "Rules on the use of the special fund of community party organisations for serving the people",
      "zh-CN": "《昆山市社区党组织为民服务专项经费使用管理实施细则》",
      "zh-TW": "《崑山市社區黨組織為民服務專項經費使用管理實施細則》",
    },
    issuer: {
      en: "Organisation department, civil affairs and finance bureaus of Kunshan",
      "zh-CN": "昆山市委组织部、民政局、财政局",
      "zh-TW": "崑山市委組織部、民政局、財政局",
    },
    year: 2016,
    confidence: "B",
    note: {
      en: "Per community and year, from 2016 on.",
      "zh-CN": "每社区每年，从2016年起。",
      "zh-TW": "每社區每年，自2016年起。",
    },
  }),
  defineNorm({
    id: "js-nj-2018-wage",
    value: 100,
    clause: { en: "secretaries and directors", "zh-CN": "书记、主任", "zh-TW": "書記、主任" },
    ...nanjing,
  }),
  defineNorm({
    id: "js-nj-2018-wage-core",
    value: 80,
    clause: {
      en: "other workers in the six core districts",
      "zh-CN": "主城六区其他人员",
      "zh-TW": "主城六區其他人員",
    },
    ...nanjing,
  }),
  defineNorm({
    id: "js-nj-2018-wage-outer",
    value: 70,
    clause: {
      en: "other workers in the other five districts",
      "zh-CN": "其余五区其他人员",
      "zh-TW": "其餘五區其他人員",
    },
    ...nanjing,
  }),
] as const;

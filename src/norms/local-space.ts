import { defineNorm } from "./define.ts";

const henan = {
  jurisdiction: { en: "Henan", "zh-CN": "河南省", "zh-TW": "河南省" },
  document: {
    en: "Guiding opinion on setting up urban residents' committees, trial",
    "zh-CN": "《关于城市社区居委会设立的指导意见（试行）》",
    "zh-TW": "《關於城市社區居委會設立的指導意見（試行）》",
  },
  issuer: {
    en: "Henan civil affairs department",
    "zh-CN": "河南省民政厅",
    "zh-TW": "河南省民政廳",
  },
  year: 2022,
  confidence: "B",
} as const;

/** The press gives no day of entry into force. */
const june2022 = {
  en: "Reported in June 2022; from which day it applies is not known.",
  "zh-CN": "2022年6月见于报道；施行日期未查明。",
  "zh-TW": "2022年6月見於報導；施行日期未查明。",
} as const;

const hubeiDraft = {
  jurisdiction: { en: "Hubei", "zh-CN": "湖北省", "zh-TW": "湖北省" },
  document: {
    en: "Standard for complete residential communities, draft for comments",
    "zh-CN": "《湖北省完整居住社区建设标准（征求意见稿）》",
    "zh-TW": "《湖北省完整居住社區建設標準（徵求意見稿）》",
  },
  issuer: { en: "Hubei province", "zh-CN": "湖北省", "zh-TW": "湖北省" },
  year: 2023,
  confidence: "B",
  standing: "draft",
} as const;

const upgrade2007 = {
  subject: "office_area",
  op: ">=",
  unit: "m²",
  jurisdiction: {
    en: "a city, probably Changsha (not named in the copy seen)",
    "zh-CN": "某市（或为长沙，所见副本未具名）",
    "zh-TW": "某市（或為長沙，所見副本未具名）",
  },
  document: {
    en: "Upgrading of 267 communities",
    "zh-CN": "267个社区提质改造",
    "zh-TW": "267個社區提質改造",
  },
  issuer: { en: "the city", "zh-CN": "该市", "zh-TW": "該市" },
  year: 2007,
  confidence: "B",
  standing: "anonymous",
  note: {
    en: "Press report of 31 March 2007.",
    "zh-CN": "2007年3月31日媒体报道。",
    "zh-TW": "2007年3月31日媒體報導。",
  },
} as const;

/** Floor space and scale that provinces and cities of the north and middle ask for. */
export const localSpaceNorms = [
  defineNorm({
    id: "ha-2022",
    subject: "area_per_100_households",
    op: ">=",
    value: 30,
    unit: "m² per 100 households",
    ...henan,
    note: june2022,
  }),
  defineNorm({
    id: "ha-2022-total",
    subject: "facility_area",
    op: ">=",
    value: 300,
    unit: "m²",
    ...henan,
    note: june2022,
  }),
  defineNorm({
    id: "ha-2022-scale",
    subject: "households",
    op: "between",
    value: 1000,
    upper: 3000,
    unit: "household",
    ...henan,
    clause: {
      en: "counted in dwellings",
      "zh-CN": "以住宅套数为基本标准",
      "zh-TW": "以住宅套數為基本標準",
    },
    note: june2022,
  }),
  defineNorm({
    id: "ha-2022-committee",
    subject: "committee_members",
    op: ">=",
    value: 5,
    unit: "person",
    ...henan,
    note: june2022,
  }),
  defineNorm({
    id: "ha-2022-workers",
    subject: "workers_per_10000",
    op: ">=",
    value: 18,
    unit: "persons per 10,000",
    basis: "usual",
    ...henan,
    clause: {
      en: "per 10,000 usual urban residents",
      "zh-CN": "按每万名城镇常住人口",
      "zh-TW": "按每萬名城鎮常住人口",
    },
    note: june2022,
  }),
  defineNorm({
    id: "hb-draft-2023",
    subject: "facility_area",
    op: ">=",
    value: 1000,
    unit: "m²",
    ...hubeiDraft,
  }),
  defineNorm({
    id: "hb-draft-2023-space",
    subject: "area_per_100_households",
    op: ">=",
    value: 30,
    unit: "m² per 100 households",
    ...hubeiDraft,
  }),
  defineNorm({
    id: "bj-145",
    subject: "facility_area",
    op: ">=",
    value: 500,
    unit: "m²",
    jurisdiction: { en: "Beijing", "zh-CN": "北京市", "zh-TW": "北京市" },
    document: {
      en: "Plan for community services in Beijing, 14th Five-Year Plan",
      "zh-CN": "《北京市“十四五”城乡社区服务体系建设规划》",
      "zh-TW": "《北京市「十四五」城鄉社區服務體系建設規劃》",
    },
    issuer: { en: "Beijing city", "zh-CN": "北京市", "zh-TW": "北京市" },
    year: 2022,
    clause: {
      en: "service and management rooms of new estates generally at least 500 m²",
      "zh-CN": "新建小区社区服务管理用房一般不低于500平方米",
      "zh-TW": "新建小區社區服務管理用房一般不低於500平方公尺",
    },
    confidence: "B",
  }),
  defineNorm({
    id: "cs-2007",
    value: 300,
    clause: { en: "old districts", "zh-CN": "老城区", "zh-TW": "老城區" },
    ...upgrade2007,
  }),
  defineNorm({
    id: "cs-2007-new",
    value: 500,
    clause: { en: "new districts", "zh-CN": "新城区", "zh-TW": "新城區" },
    ...upgrade2007,
  }),
] as const;

import { defineNorm, numbered } from "./define.ts";
import { china, stateCouncilOffice } from "./places.ts";

const plan145 = {
  jurisdiction: china,
  document: {
    en: "Plan for community services in urban and rural areas, 14th Five-Year Plan (“十四五”城乡社区服务体系建设规划)",
    "zh-CN": "《“十四五”城乡社区服务体系建设规划》",
    "zh-TW": "《「十四五」城鄉社區服務體系建設規劃》",
  },
  number: numbered("国办发〔2021〕56号", "國辦發〔2021〕56號"),
  issuer: stateCouncilOffice,
  year: 2021,
  // The years of the plan.
  validFrom: "2021-01-01",
  validTo: "2025-12-31",
} as const;

const seenInPlans = {
  en: "Seen in provincial and city plans that quote it.",
  "zh-CN": "据引用该规划的省市规划。",
  "zh-TW": "據引用該規劃的省市規劃。",
} as const;

const embedded = {
  jurisdiction: china,
  document: {
    en: "Guidelines for embedded service facilities in urban communities, trial (城市社区嵌入式服务设施建设导则（试行）)",
    "zh-CN": "《城市社区嵌入式服务设施建设导则（试行）》",
    "zh-TW": "《城市社區嵌入式服務設施建設導則（試行）》",
  },
  issuer: {
    en: "National Development and Reform Commission, Ministry of Housing and Urban-Rural Development, Ministry of Natural Resources",
    "zh-CN": "国家发展改革委、住房城乡建设部、自然资源部",
    "zh-TW": "國家發展改革委、住房城鄉建設部、自然資源部",
  },
  year: 2023,
  confidence: "B",
} as const;

/** Floor space and workers that the national plans ask for. */
export const serviceNorms = [
  defineNorm({
    id: "cn-145-space",
    subject: "area_per_100_households",
    op: ">=",
    value: 30,
    unit: "m² per 100 households",
    ...plan145,
    clause: {
      en: "service facilities of at least 30 m² per 100 households by 2025",
      "zh-CN": "到2025年城市社区综合服务设施每百户不低于30平方米",
      "zh-TW": "到2025年城市社區綜合服務設施每百戶不低於30平方公尺",
    },
    confidence: "A-",
    note: seenInPlans,
  }),
  defineNorm({
    id: "cn-145-workers",
    subject: "workers_per_10000",
    op: ">=",
    value: 18,
    unit: "persons per 10,000",
    basis: "usual",
    ...plan145,
    clause: {
      en: "18 community workers per 10,000 urban residents by 2025",
      "zh-CN": "到2025年每万城镇常住人口拥有社区工作者18人",
      "zh-TW": "到2025年每萬城鎮常住人口擁有社區工作者18人",
    },
    confidence: "A-",
    note: seenInPlans,
  }),
  defineNorm({
    id: "cn-145-commercial",
    subject: "commercial_area_share",
    op: ">=",
    value: 10,
    unit: "%",
    ...plan145,
    clause: {
      en: "commercial and service floor space of new communities at least 10 % of the total",
      "zh-CN": "新建社区商业和综合服务设施面积占社区总建筑面积不低于10%",
      "zh-TW": "新建社區商業和綜合服務設施面積占社區總建築面積不低於10%",
    },
    confidence: "B",
    note: seenInPlans,
  }),
  defineNorm({
    id: "cn-145-activity",
    subject: "activity_area_share",
    op: ">=",
    value: 60,
    unit: "%",
    ...plan145,
    clause: {
      en: "residents' activity space at least 60 % of the service facilities",
      "zh-CN": "居民活动区域面积占综合服务设施总面积不低于60%",
      "zh-TW": "居民活動區域面積占綜合服務設施總面積不低於60%",
    },
    confidence: "B",
    note: seenInPlans,
  }),
  defineNorm({
    id: "cn-135-space",
    subject: "area_per_100_households",
    op: ">=",
    value: 30,
    unit: "m² per 100 households",
    jurisdiction: china,
    document: {
      en: "Plan for community services in urban and rural areas 2016–2020 (城乡社区服务体系建设规划（2016—2020年）)",
      "zh-CN": "《城乡社区服务体系建设规划（2016—2020年）》",
      "zh-TW": "《城鄉社區服務體系建設規劃（2016—2020年）》",
    },
    issuer: {
      en: "Ministry of Civil Affairs and 15 other bodies",
      "zh-CN": "民政部等16部门",
      "zh-TW": "民政部等16部門",
    },
    year: 2016,
    // The years of the plan.
    validFrom: "2016-01-01",
    validTo: "2020-12-31",
    confidence: "B",
    note: {
      en: "As given at the ministry's press conference of 14 November 2016.",
      "zh-CN": "据民政部2016年11月14日新闻发布会。",
      "zh-TW": "據民政部2016年11月14日新聞發布會。",
    },
  }),
  defineNorm({
    id: "cn-125-space",
    subject: "area_per_100_households",
    op: ">=",
    value: 20,
    unit: "m² per 100 households",
    jurisdiction: china,
    document: {
      en: "Plan for community services 2011–2015 (社区服务体系建设规划（2011—2015年）)",
      "zh-CN": "《社区服务体系建设规划（2011—2015年）》",
      "zh-TW": "《社區服務體系建設規劃（2011—2015年）》",
    },
    number: numbered("国办发〔2011〕61号", "國辦發〔2011〕61號"),
    issuer: stateCouncilOffice,
    year: 2011,
    // The years of the plan.
    validFrom: "2011-01-01",
    validTo: "2015-12-31",
    confidence: "B",
  }),
  defineNorm({
    id: "cn-embedded-2023",
    subject: "facility_area",
    op: ">=",
    value: 600,
    unit: "m²",
    ...embedded,
  }),
  defineNorm({
    id: "cn-embedded-2023-better",
    subject: "facility_area",
    op: ">=",
    value: 800,
    unit: "m²",
    ...embedded,
    clause: {
      en: "preferably 800 m² or more",
      "zh-CN": "宜不小于800平方米",
      "zh-TW": "宜不小於800平方公尺",
    },
  }),
] as const;

import { defineNorm } from "./define.ts";
import { shenzhen } from "./places.ts";

const yuhang = {
  jurisdiction: {
    en: "Yuhang, Hangzhou, Zhejiang",
    "zh-CN": "浙江省杭州市余杭区",
    "zh-TW": "浙江省杭州市餘杭區",
  },
  document: {
    en: "Notice of 2021 (title not known)",
    "zh-CN": "2021年通知（标题未查明）",
    "zh-TW": "2021年通知（標題未查明）",
  },
  issuer: { en: "Yuhang district", "zh-CN": "杭州市余杭区", "zh-TW": "杭州市餘杭區" },
  year: 2021,
  confidence: "B",
} as const;

const shenzhen2006 = {
  op: ">=",
  unit: "m²",
  jurisdiction: shenzhen,
  document: {
    en: "Rules of 2006 on rooms of villages turned into communities (title not known)",
    "zh-CN": "2006年关于村改居社区用房的规定（标题未查明）",
    "zh-TW": "2006年關於村改居社區用房的規定（標題未查明）",
  },
  issuer: { en: "Shenzhen city", "zh-CN": "深圳市", "zh-TW": "深圳市" },
  year: 2006,
  confidence: "B",
} as const;

/** Floor space that provinces and cities of the south and east ask for. */
export const southernSpaceNorms = [
  defineNorm({
    id: "fj-2010",
    subject: "office_area",
    op: ">=",
    value: 200,
    unit: "m²",
    jurisdiction: { en: "Fujian", "zh-CN": "福建省", "zh-TW": "福建省" },
    document: {
      en: "Opinion of 2010 (title not known)",
      "zh-CN": "2010年意见（标题未查明）",
      "zh-TW": "2010年意見（標題未查明）",
    },
    issuer: { en: "Fujian province", "zh-CN": "福建省", "zh-TW": "福建省" },
    year: 2010,
    clause: {
      en: "new communities; the province's mean to reach 200 m² by the end of the 12th Five-Year Plan; rented rooms and those below 100 m² first",
      "zh-CN": "新建社区；“十二五”末全省平均达到200平方米；优先解决租用及不足100平方米的",
      "zh-TW": "新建社區；「十二五」末全省平均達到200平方公尺；優先解決租用及不足100平方公尺者",
    },
    confidence: "B",
  }),
  defineNorm({
    id: "zj-yuhang-2021",
    subject: "facility_area",
    op: ">=",
    value: 800,
    unit: "m²",
    ...yuhang,
  }),
  defineNorm({
    id: "zj-yuhang-2021-activity",
    subject: "activity_area_share",
    op: ">=",
    value: 80,
    unit: "%",
    ...yuhang,
    clause: {
      en: "service and activity space at least 80 %",
      "zh-CN": "服务、活动用房不低于80%",
      "zh-TW": "服務、活動用房不低於80%",
    },
  }),
  defineNorm({
    id: "zj-yuhang-2021-space",
    subject: "area_per_100_households",
    op: ">=",
    value: 30,
    unit: "m² per 100 households",
    ...yuhang,
  }),
  defineNorm({
    id: "zj-yuhang-2021-elderly",
    subject: "elderly_care_area_per_100_households",
    op: ">=",
    value: 30,
    unit: "m² per 100 households",
    ...yuhang,
  }),
  defineNorm({
    id: "zj-yuhang-2021-elderly-minimum",
    subject: "elderly_care_area",
    op: ">=",
    value: 300,
    unit: "m²",
    ...yuhang,
  }),
  defineNorm({
    id: "sz-2006",
    subject: "facility_area",
    value: 350,
    clause: {
      en: "150 m² of offices and 200 m² of services",
      "zh-CN": "办公150平方米、服务200平方米",
      "zh-TW": "辦公150平方公尺、服務200平方公尺",
    },
    ...shenzhen2006,
  }),
  defineNorm({ id: "sz-2006-office", subject: "office_area", value: 150, ...shenzhen2006 }),
  defineNorm({
    id: "sz-2016",
    subject: "facility_area",
    op: ">=",
    value: 650,
    unit: "m²",
    jurisdiction: shenzhen,
    document: {
      en: "Paper on standards for party building in communities (title not known)",
      "zh-CN": "关于社区党建标准化的文件（标题未查明）",
      "zh-TW": "關於社區黨建標準化的文件（標題未查明）",
    },
    issuer: {
      en: "Organisation department of the Shenzhen party committee",
      "zh-CN": "深圳市委组织部",
      "zh-TW": "深圳市委組織部",
    },
    year: 2016,
    clause: {
      en: "party and service centres of communities",
      "zh-CN": "社区党群服务中心",
      "zh-TW": "社區黨群服務中心",
    },
    confidence: "B",
  }),
] as const;

import { defineNorm } from "./define.ts";
import { china, npcsc } from "./places.ts";

const organicLaw = {
  jurisdiction: china,
  document: {
    en: "Organic Law of the Urban Residents' Committees (城市居民委员会组织法)",
    "zh-CN": "《中华人民共和国城市居民委员会组织法》",
    "zh-TW": "《中華人民共和國城市居民委員會組織法》",
  },
  issuer: npcsc,
  confidence: "A",
} as const;

/** Decree No. 21 of 26 December 1989, in force from 1 January 1990. */
const until2025 = { year: 1989, validFrom: "1990-01-01", validTo: "2025-12-31" } as const;

const regulation1954 = {
  jurisdiction: china,
  document: {
    en: "Organic Regulations of the Urban Residents' Committees (城市居民委员会组织条例)",
    "zh-CN": "《城市居民委员会组织条例》",
    "zh-TW": "《城市居民委員會組織條例》",
  },
  issuer: npcsc,
  year: 1954,
  // Adopted on that day; replaced by the law in force from 1 January 1990.
  validFrom: "1954-12-31",
  validTo: "1989-12-31",
  clause: { en: "article 3", "zh-CN": "第三条", "zh-TW": "第三條" },
  confidence: "A",
  url: "https://zh.wikisource.org/wiki/城市居民委员会组织条例",
  standing: "historical",
} as const;

/** How large a community and its committee are to be. */
export const scaleNorms = [
  defineNorm({
    id: "cn-rclaw-2025-scale",
    subject: "households",
    op: "between",
    value: 1000,
    upper: 3000,
    unit: "household",
    ...organicLaw,
    year: 2025,
    validFrom: "2026-01-01",
    clause: {
      en: "article 3: in general between 1,000 and 3,000 households; may be adapted to local needs",
      "zh-CN": "第三条：一般在一千户至三千户的范围内设立，也可以根据实际需要……",
      "zh-TW": "第三條：一般在一千戶至三千戶的範圍內設立，也可以根據實際需要……",
    },
    note: {
      en: "Revised on 28 October 2025.",
      "zh-CN": "2025年10月28日修订。",
      "zh-TW": "2025年10月28日修訂。",
    },
  }),
  defineNorm({
    id: "cn-rclaw-1989-scale",
    subject: "households",
    op: "between",
    value: 100,
    upper: 700,
    unit: "household",
    ...organicLaw,
    ...until2025,
    clause: { en: "article 6", "zh-CN": "第六条", "zh-TW": "第六條" },
    note: {
      en: "Amended in 2018; replaced by the revision of 2025.",
      "zh-CN": "2018年修正；由2025年修订本取代。",
      "zh-TW": "2018年修正；由2025年修訂本取代。",
    },
  }),
  defineNorm({
    id: "cn-rclaw-1989-members",
    subject: "committee_members",
    op: "between",
    value: 5,
    upper: 9,
    unit: "person",
    ...organicLaw,
    ...until2025,
    clause: { en: "article 7", "zh-CN": "第七条", "zh-TW": "第七條" },
    note: {
      en: "Whether the revision of 2025 keeps this number is not known.",
      "zh-CN": "2025年修订本是否沿用此数，未能查明。",
      "zh-TW": "2025年修訂本是否沿用此數，未能查明。",
    },
  }),
  defineNorm({
    id: "cn-rc-1954-scale",
    subject: "households",
    op: "between",
    value: 100,
    upper: 600,
    unit: "household",
    ...regulation1954,
    note: {
      en: "Residents' groups of 15 to 40 households, at most 17 groups.",
      "zh-CN": "居民小组15至40户，最多17个小组。",
      "zh-TW": "居民小組15至40戶，最多17個小組。",
    },
  }),
  defineNorm({
    id: "cn-rc-1954-members",
    subject: "committee_members",
    op: "between",
    value: 7,
    upper: 17,
    unit: "person",
    ...regulation1954,
  }),
] as const;

import { defineNorm, numbered } from "./define.ts";
import { jiangsu } from "./places.ts";

const jintan = {
  en: "Jintan, Changzhou, Jiangsu",
  "zh-CN": "江苏省常州市金坛",
  "zh-TW": "江蘇省常州市金壇",
} as const;

/** Cited in a survey text of January 2007; the documents themselves are not identified. */
const townReport = {
  document: {
    en: "Requirement cited in a survey report of Jincheng town, 30 January 2007 (document not identified)",
    "zh-CN": "金城镇2007年1月30日调查报告所引规定（原文件未查明）",
    "zh-TW": "金城鎮2007年1月30日調查報告所引規定（原文件未查明）",
  },
  year: 2007,
  confidence: "B",
} as const;

const opinion2011 = {
  jurisdiction: jiangsu,
  document: {
    en: "Opinion on strengthening the building of urban and rural communities under new conditions",
    "zh-CN": "《关于加强新形势下城乡社区建设的意见》",
    "zh-TW": "《關於加強新形勢下城鄉社區建設的意見》",
  },
  issuer: {
    en: "Jiangsu party committee and government",
    "zh-CN": "江苏省委、省政府",
    "zh-TW": "江蘇省委、省政府",
  },
  year: 2011,
  confidence: "B",
  note: {
    en: "Also 1,500 m² for a street centre and 3,000 m² for a county centre. As reported in the press.",
    "zh-CN": "另有街道1500平方米、县（市、区）3000平方米。据媒体报道。",
    "zh-TW": "另有街道1500平方公尺、縣（市、區）3000平方公尺。據媒體報導。",
  },
} as const;

/** Space and workers in Jiangsu. */
export const jiangsuNorms = [
  defineNorm({
    id: "js-jintan-2007-office",
    subject: "office_area",
    op: ">=",
    value: 500,
    unit: "m²",
    jurisdiction: jintan,
    issuer: { en: "not identified", "zh-CN": "未查明", "zh-TW": "未查明" },
    clause: {
      en: "“规定的500平方米”",
      "zh-CN": "“规定的500平方米”",
      "zh-TW": "「規定的500平方米」",
    },
    ...townReport,
  }),
  defineNorm({
    id: "js-cz-2007-workers",
    subject: "workers_per_1000",
    op: ">=",
    value: 1,
    unit: "persons per 1,000",
    basis: "managed",
    rounding: "floor",
    jurisdiction: { en: "Changzhou, Jiangsu", "zh-CN": "江苏省常州市", "zh-TW": "江蘇省常州市" },
    issuer: { en: "Changzhou city", "zh-CN": "常州市", "zh-TW": "常州市" },
    clause: {
      en: "one worker more when the population managed reaches 1,000",
      "zh-CN": "管理人口……达到1000人增加1个",
      "zh-TW": "管理人口……達到1000人增加1個",
    },
    note: {
      en: "Read as 1 per full 1,000 of the managed population, without bounds; “one more per further 1,000” is another possible reading.",
      "zh-CN": "按管理人口每满1000人配1人理解，不设上下限；亦可理解为在基数之上每增1000人增1人。",
      "zh-TW": "按管理人口每滿1000人配1人理解，不設上下限；亦可理解為在基數之上每增1000人增1人。",
    },
    ...townReport,
  }),
  defineNorm({
    id: "js-jintan-2007-clamp",
    subject: "workers",
    op: "between",
    value: 5,
    upper: 7,
    unit: "person",
    jurisdiction: jintan,
    document: {
      en: "Survey report of Jincheng town, 30 January 2007",
      "zh-CN": "金城镇2007年1月30日调查报告",
      "zh-TW": "金城鎮2007年1月30日調查報告",
    },
    issuer: { en: "authors of the report", "zh-CN": "报告作者", "zh-TW": "報告作者" },
    year: 2007,
    confidence: "A",
    standing: "proposal",
    note: {
      en: "Five workers for a small community, seven for a large one: a proposal, not a rule.",
      "zh-CN": "小社区5人、大社区7人：系建议，非规定。",
      "zh-TW": "小社區5人、大社區7人：係建議，非規定。",
    },
  }),
  defineNorm({
    id: "js-2011-space",
    subject: "area_per_100_households",
    op: ">=",
    value: 20,
    unit: "m² per 100 households",
    ...opinion2011,
  }),
  defineNorm({
    id: "js-2011-space-minimum",
    subject: "facility_area",
    op: ">=",
    value: 400,
    unit: "m²",
    ...opinion2011,
  }),
  defineNorm({
    id: "js-145",
    subject: "space_norm_reached_share",
    op: "=",
    value: 85,
    unit: "%",
    jurisdiction: jiangsu,
    document: {
      en: "Plan for community services in Jiangsu, 14th Five-Year Plan",
      "zh-CN": "《江苏省“十四五”城乡社区服务体系建设规划》",
      "zh-TW": "《江蘇省「十四五」城鄉社區服務體系建設規劃》",
    },
    number: numbered("苏政办发〔2022〕60号", "蘇政辦發〔2022〕60號"),
    issuer: {
      en: "General Office of the Jiangsu government",
      "zh-CN": "江苏省人民政府办公厅",
      "zh-TW": "江蘇省人民政府辦公廳",
    },
    year: 2022,
    confidence: "A",
    note: {
      en: "A status, not a threshold: communities with 30 m² per 100 households or more at the end of 2020.",
      "zh-CN": "现状而非标准：2020年末每百户达30平方米以上的社区占比。",
      "zh-TW": "現狀而非標準：2020年末每百戶達30平方公尺以上的社區占比。",
    },
  }),
] as const;

import type { Text } from "../survey/language.ts";

/** Subjects of norms that no variable or indicator measures: such a norm can be listed and cited, not compared. */
export const unmeasuredSubjects: Readonly<Record<string, Text>> = {
  commercial_area_share: {
    en: "commercial and service floor space in new communities",
    "zh-CN": "新建社区商业和综合服务设施面积占比",
    "zh-TW": "新建社區商業和綜合服務設施面積占比",
  },
  committee_term: {
    en: "term of a party committee in a community, years",
    "zh-CN": "社区党组织委员会任期（年）",
    "zh-TW": "社區黨組織委員會任期（年）",
  },
  units_per_joint_branch: {
    en: "units in a joint branch",
    "zh-CN": "联合支部覆盖单位数",
    "zh-TW": "聯合支部涵蓋單位數",
  },
  elderly_care_area: {
    en: "floor space for the care of the old",
    "zh-CN": "居家养老服务用房面积",
    "zh-TW": "居家養老服務用房面積",
  },
  elderly_care_area_per_100_households: {
    en: "floor space for the care of the old per 100 households",
    "zh-CN": "每百户居家养老服务用房面积",
    "zh-TW": "每百戶居家養老服務用房面積",
  },
  space_norm_reached_share: {
    en: "communities that reach the space norm",
    "zh-CN": "面积达标社区占比",
    "zh-TW": "面積達標社區占比",
  },
};

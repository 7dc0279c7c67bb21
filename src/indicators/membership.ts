import { defineIndicator } from "./define.ts";
import { share } from "./ratio.ts";
import { community2009, partyStatistics } from "./sources.ts";

const composition = {
  theme: "organisation",
  unit: "%",
  decimals: 1,
  source: partyStatistics,
} as const;

export const retiredShare = defineIndicator({
  id: "retired_share",
  ...composition,
  title: { en: "Retired members", "zh-CN": "离退休党员占比", "zh-TW": "退休黨員占比" },
  ...share("members_retired", "members"),
  examples: [
    {
      given: { members_retired: [30, 20], members: [80, 120] },
      expected: { value: 25 },
      source: "(30 + 20) ÷ (80 + 120) = 25 %",
    },
  ],
});

export const laidOffShare = defineIndicator({
  id: "laid_off_share",
  ...composition,
  title: { en: "Laid-off members", "zh-CN": "下岗党员占比", "zh-TW": "失業黨員占比" },
  ...share("members_laid_off", "members"),
  examples: [
    {
      given: { members_laid_off: [9, 6], members: [50, 100] },
      expected: { value: 10 },
      source: "(9 + 6) ÷ (50 + 100) = 10 %",
    },
  ],
});

export const floatingMemberShare = defineIndicator({
  id: "floating_member_share",
  ...composition,
  title: {
    en: "Floating members (moved in)",
    "zh-CN": "流动党员（流入）占比",
    "zh-TW": "流動黨員（流入）占比",
  },
  ...share("members_floating_in", "members"),
  reading: {
    en: "Members who moved in, against the members affiliated here; those who left are not in it.",
    "zh-CN": "流入党员与在册党员之比；外出党员不在内。",
    "zh-TW": "流入黨員與在冊黨員之比；外出黨員不在內。",
  },
  examples: [
    {
      given: { members_floating_in: [4, 11], members: [40, 160] },
      expected: { value: 7.5 },
      source: "(4 + 11) ÷ (40 + 160) = 7.5 %",
    },
  ],
});

export const inServiceRatio = defineIndicator({
  id: "in_service_ratio",
  ...composition,
  title: {
    en: "In-service members to members on the roll",
    "zh-CN": "在职党员与在册党员之比",
    "zh-TW": "在職黨員與在冊黨員之比",
  },
  ...share("members_in_service", "members"),
  reading: {
    en: "A ratio, not a share: in-service members live here but belong to their workplace's branch. It may exceed 100.",
    "zh-CN": "是比值而非占比：在职党员按居住地计，组织关系在工作单位，可超过100%。",
    "zh-TW": "是比值而非占比：在職黨員按居住地計，組織關係在工作單位，可超過100%。",
  },
  examples: [
    {
      given: { members_in_service: [105], members: [240] },
      expected: { value: 43.75 },
      source: `${community2009}: 105 ÷ 240 = 43.75 %`,
    },
    {
      given: { members_in_service: [90], members: [60] },
      expected: { value: 150 },
      source: "90 ÷ 60 = 150 %: more in service than on the roll",
    },
  ],
});

export const femaleMemberShare = defineIndicator({
  id: "female_member_share",
  ...composition,
  title: { en: "Female members", "zh-CN": "女党员占比", "zh-TW": "女黨員占比" },
  ...share("members_female", "members"),
  examples: [
    {
      given: { members_female: [30, 24], members: [100, 80] },
      expected: { value: 30 },
      source: "(30 + 24) ÷ (100 + 80) = 30 %",
    },
  ],
});

export const collegeMemberShare = defineIndicator({
  id: "college_member_share",
  ...composition,
  title: {
    en: "Members with college education or higher",
    "zh-CN": "大专以上党员占比",
    "zh-TW": "大專以上黨員占比",
  },
  ...share("members_college_educated", "members"),
  examples: [
    {
      given: { members_college_educated: [20, 70], members: [100, 100] },
      expected: { value: 45 },
      source: "(20 + 70) ÷ (100 + 100) = 45 %",
    },
  ],
});

export const admissionRate = defineIndicator({
  id: "admission_rate",
  ...composition,
  title: { en: "Members admitted in the period", "zh-CN": "发展党员率", "zh-TW": "發展黨員率" },
  unit: "% per year",
  ...share("members_new", "members"),
  reading: {
    en: "A flow over a stock: the members admitted during the year against the members at its end.",
    "zh-CN": "流量与存量之比：本年发展党员数与年末党员数之比。",
    "zh-TW": "流量與存量之比：本年發展黨員數與年末黨員數之比。",
  },
  examples: [
    {
      given: { members_new: [2, 1], members: [100, 50] },
      expected: { value: 2 },
      source: "(2 + 1) ÷ (100 + 50) = 2 %",
    },
  ],
});

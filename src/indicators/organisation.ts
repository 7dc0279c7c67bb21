import { defineIndicator } from "./define.ts";
import { ratio, share } from "./ratio.ts";
import { community2009, partyStatistics, surveyPractice } from "./sources.ts";

export const membersPerBranch = defineIndicator({
  id: "members_per_branch",
  theme: "organisation",
  title: { en: "Party members per branch", "zh-CN": "支部平均党员数", "zh-TW": "支部平均黨員數" },
  unit: "persons per branch",
  decimals: 1,
  ...ratio("members", "branches"),
  source: partyStatistics,
  norm: { subjects: ["members_per_branch"] },
  examples: [
    {
      given: { members: [240], branches: [8] },
      expected: { value: 30 },
      source: `${community2009}: 240 ÷ 8 = 30`,
    },
  ],
});

export const memberDensity = defineIndicator({
  id: "member_density",
  theme: "organisation",
  title: {
    en: "Party members per 1,000 residents",
    "zh-CN": "每千人党员数",
    "zh-TW": "每千人黨員數",
  },
  unit: "‰",
  decimals: 1,
  ...ratio("members", "residents", 1000),
  source: surveyPractice,
  reading: {
    en: "Members whose affiliation lies with the community; those affiliated at their workplace are not in it. Not comparable with national density.",
    "zh-CN": "仅计组织关系在社区的党员，关系在工作单位的不在内，不能与全国党员占人口比重相比。",
    "zh-TW": "僅計組織關係在社區的黨員，關係在工作單位者不在內，不能與全國黨員占人口比重相比。",
  },
  examples: [
    {
      given: { members: [240], residents: [3833] },
      expected: { value: 62.6 },
      decimals: 1,
      source: `${community2009}: 240 ÷ 3833 × 1000 = 62.61`,
    },
  ],
});

export const branchesWithoutVenueShare = defineIndicator({
  id: "branches_without_venue_share",
  theme: "organisation",
  title: {
    en: "Branches without a fixed venue",
    "zh-CN": "无固定场所支部比例",
    "zh-TW": "無固定場所支部比例",
  },
  unit: "%",
  decimals: 1,
  ...share("branches_without_venue", "branches"),
  source: surveyPractice,
  examples: [
    {
      given: { branches_without_venue: [2], branches: [8] },
      expected: { value: 25 },
      source: `${community2009}: 2 ÷ 8 = 25 %`,
    },
  ],
});

export const meetingFulfilment = defineIndicator({
  id: "meeting_fulfilment",
  theme: "organisation",
  title: { en: "Meetings held of those required", "zh-CN": "会议完成率", "zh-TW": "會議完成率" },
  unit: "%",
  decimals: 1,
  ...share("meetings_held", "meetings_required"),
  source: {
    en: "Regulations on the work of party branches (trial, 2018), chapters 4 and 5",
    "zh-CN": "《中国共产党支部工作条例（试行）》（2018年）第四、五章",
    "zh-TW": "《中國共產黨支部工作條例（試行）》（2018年）第四、五章",
  },
  norm: { subjects: ["meeting_fulfilment"] },
  examples: [
    {
      given: { meetings_held: [10, 14], meetings_required: [12, 12] },
      expected: { value: 100 },
      source: "(10 + 14) ÷ (12 + 12) = 100 %",
    },
  ],
});

export const agreementCoverage = defineIndicator({
  id: "agreement_coverage",
  theme: "organisation",
  title: {
    en: "Units with a co-building agreement",
    "zh-CN": "共建协议覆盖率",
    "zh-TW": "共建協議涵蓋率",
  },
  unit: "%",
  decimals: 1,
  ...share("agreements_signed", "eligible_units"),
  source: surveyPractice,
  examples: [
    {
      given: { agreements_signed: [6, 9], eligible_units: [10, 20] },
      expected: { value: 50 },
      source: "(6 + 9) ÷ (10 + 20) = 50 %",
    },
  ],
});

export const buildingCoverage = defineIndicator({
  id: "building_coverage",
  theme: "organisation",
  title: {
    en: "Buildings with a party organisation",
    "zh-CN": "楼幢组织覆盖率",
    "zh-TW": "樓棟組織涵蓋率",
  },
  unit: "%",
  decimals: 1,
  ...share("buildings_with_organisation", "buildings"),
  source: surveyPractice,
  examples: [
    {
      given: { buildings_with_organisation: [3, 5], buildings: [4, 16] },
      expected: { value: 40 },
      source: "(3 + 5) ÷ (4 + 16) = 40 %",
    },
  ],
});

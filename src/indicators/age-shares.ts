import { defineIndicator } from "./define.ts";
import { share } from "./ratio.ts";
import { community2009, demography, partyStatistics } from "./sources.ts";

const ofResidents = { theme: "age", unit: "%", decimals: 1, source: demography } as const;
const ofMembers = { theme: "age", unit: "%", decimals: 1, source: partyStatistics } as const;

export const residents60PlusShare = defineIndicator({
  id: "residents_60_plus_share",
  ...ofResidents,
  title: {
    en: "Residents aged 60 and over",
    "zh-CN": "60岁以上人口占比",
    "zh-TW": "60歲以上人口占比",
  },
  ...share("residents_60_plus", "residents"),
  norm: { subjects: ["residents_60_plus_share"] },
  examples: [
    {
      given: { residents_60_plus: [200, 900], residents: [1000, 9000] },
      expected: { value: 11 },
      source: "(200 + 900) ÷ (1000 + 9000) = 11 %; the mean of the shares, 15 %, is another number",
    },
  ],
});

export const residents65PlusShare = defineIndicator({
  id: "residents_65_plus_share",
  ...ofResidents,
  title: {
    en: "Residents aged 65 and over",
    "zh-CN": "65岁以上人口占比",
    "zh-TW": "65歲以上人口占比",
  },
  ...share("residents_65_plus", "residents"),
  norm: { subjects: ["residents_65_plus_share"] },
  examples: [
    {
      given: { residents_65_69: [40], residents_70_plus: [60], residents: [1000] },
      expected: { value: 10 },
      source: "(40 + 60) ÷ 1000: two bands add up to 65+",
    },
    {
      given: { residents_60_plus: [100], residents: [1000] },
      expected: { absent: "band-straddles" },
      source: "60+ reaches over the edge of 65+: no estimate is made",
    },
  ],
});

export const members60PlusShare = defineIndicator({
  id: "members_60_plus_share",
  ...ofMembers,
  title: {
    en: "Members aged 60 and over",
    "zh-CN": "60岁以上党员占比",
    "zh-TW": "60歲以上黨員占比",
  },
  ...share("members_60_plus", "members"),
  examples: [
    {
      given: { members_60_plus: [122], members: [240] },
      expected: { value: 50.83 },
      decimals: 2,
      source: `${community2009}: 122 ÷ 240 = 50.83 %`,
    },
  ],
});

export const members65PlusShare = defineIndicator({
  id: "members_65_plus_share",
  ...ofMembers,
  title: {
    en: "Members aged 65 and over",
    "zh-CN": "65岁以上党员占比",
    "zh-TW": "65歲以上黨員占比",
  },
  ...share("members_65_plus", "members"),
  examples: [
    {
      given: { members_65_plus: [30, 42], members: [60, 100] },
      expected: { value: 45 },
      source: "(30 + 42) ÷ (60 + 100) = 45 %",
    },
  ],
});

export const members35UnderShare = defineIndicator({
  id: "members_35_under_share",
  ...ofMembers,
  title: {
    en: "Members aged 35 and under",
    "zh-CN": "35岁及以下党员占比",
    "zh-TW": "35歲以下黨員占比",
  },
  ...share("members_35_under", "members"),
  reading: {
    en: "The edge includes those who are 35.",
    "zh-CN": "含35岁。",
    "zh-TW": "含35歲。",
  },
  examples: [
    {
      given: { members_30_under: [1331.4], members_31_35: [902.3], members: [8956.4] },
      expected: { value: 24.94 },
      decimals: 2,
      source:
        "Party statistics, end of 2017, in units of 10,000: (1331.4 + 902.3) ÷ 8956.4 = 24.940 %",
    },
  ],
});

export const residentsUnder15Share = defineIndicator({
  id: "residents_under_15_share",
  ...ofResidents,
  title: { en: "Residents aged 0 to 14", "zh-CN": "0～14岁人口占比", "zh-TW": "0～14歲人口占比" },
  ...share("residents_0_14", "residents"),
  examples: [
    {
      given: { residents_0_4: [50], residents_5_9: [60], residents_10_14: [70], residents: [1000] },
      expected: { value: 18 },
      source: "(50 + 60 + 70) ÷ 1000 = 18 %",
    },
  ],
});

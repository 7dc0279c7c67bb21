import { defineIndicator } from "./define.ts";
import { ratio } from "./ratio.ts";
import { community2009, surveyPractice } from "./sources.ts";

export const dibaoHouseholdRate = defineIndicator({
  id: "dibao_household_rate",
  theme: "population",
  title: {
    en: "Households on minimum living allowance (dibao)",
    "zh-CN": "低保户率",
    "zh-TW": "低收入戶率",
  },
  unit: "‰",
  decimals: 2,
  ...ratio("dibao_households", "households", 1000),
  source: surveyPractice,
  examples: [
    {
      given: { dibao_households: [12], households: [1452] },
      expected: { value: 8.26 },
      decimals: 2,
      source: `${community2009}: 12 ÷ 1452 × 1000 = 8.264`,
    },
  ],
});

export const disabledRate = defineIndicator({
  id: "disabled_rate",
  theme: "population",
  title: {
    en: "Disabled persons per 1,000 residents",
    "zh-CN": "残疾人占常住人口",
    "zh-TW": "身心障礙者占常住人口",
  },
  unit: "‰",
  decimals: 2,
  ...ratio("disabled", "residents", 1000),
  source: surveyPractice,
  examples: [
    {
      given: { disabled: [40], residents: [3833] },
      expected: { value: 10.4 },
      decimals: 1,
      source: `${community2009}: 40 ÷ 3833 × 1000 = 10.44`,
    },
  ],
});

export const unemployedToResidents = defineIndicator({
  id: "unemployed_to_residents",
  theme: "population",
  title: {
    en: "Unemployed persons per 1,000 residents",
    "zh-CN": "失业人员占常住人口",
    "zh-TW": "失業人員占常住人口",
  },
  unit: "‰",
  decimals: 2,
  ...ratio("unemployed", "residents", 1000),
  source: surveyPractice,
  reading: {
    en: "Not an unemployment rate: the denominator is all residents, not the labour force.",
    "zh-CN": "不是失业率：分母为全部居民，而非劳动力。",
    "zh-TW": "不是失業率：分母為全部居民，而非勞動力。",
  },
  examples: [
    {
      given: { unemployed: [56], residents: [3833] },
      expected: { value: 14.6 },
      decimals: 1,
      source: `${community2009}: 56 ÷ 3833 × 1000 = 14.61`,
    },
  ],
});

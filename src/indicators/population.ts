import { operate, quantity } from "../formula/expression.ts";
import { defineIndicator } from "./define.ts";
import { ratio, ratioOfSums, share } from "./ratio.ts";
import { community2009, countyTown, demography, surveyPractice, town2007 } from "./sources.ts";

export const householdSize = defineIndicator({
  id: "household_size",
  theme: "population",
  title: { en: "Persons per household", "zh-CN": "户均人口", "zh-TW": "平均每戶人數" },
  unit: "persons per household",
  decimals: 2,
  ...ratio("residents", "households"),
  source: demography,
  reading: {
    en: "Outside 1.5 to 4.5 it is suspect: residents and households may be counted on different bases.",
    "zh-CN": "低于1.5或高于4.5时存疑：人口与户数的口径可能不一致。",
    "zh-TW": "低於1.5或高於4.5時存疑：人口與戶數的計算基礎可能不一致。",
  },
  examples: [
    {
      given: { residents: [3833], households: [1452] },
      expected: { value: 2.64 },
      decimals: 2,
      source: `${community2009}: 3833 ÷ 1452 = 2.6398`,
    },
    {
      given: { residents: [38700], households: [8332] },
      expected: { value: 4.64 },
      decimals: 2,
      source: `${countyTown}: 38700 ÷ 8332 = 4.6447`,
    },
  ],
});

export const populationDensity = defineIndicator({
  id: "population_density",
  theme: "population",
  title: { en: "Population density", "zh-CN": "人口密度", "zh-TW": "人口密度" },
  unit: "persons per km²",
  decimals: 1,
  ...ratio("residents", "land_area"),
  source: demography,
  examples: [
    {
      given: { residents: [3833], land_area: [0.9] },
      expected: { value: 4258.9 },
      decimals: 1,
      source: `${community2009}: 3833 ÷ 0.9 = 4258.89`,
    },
    {
      given: { residents: [10000, 1000], land_area: [1, 9] },
      expected: { value: 1100 },
      source:
        "11000 persons ÷ 10 km² = 1100; the mean of the two densities, 5055.6, is another number",
    },
  ],
});

export const floatingShare = defineIndicator({
  id: "floating_share",
  theme: "population",
  title: { en: "Floating population share", "zh-CN": "流动人口占比", "zh-TW": "流動人口占比" },
  unit: "%",
  decimals: 1,
  ...ratioOfSums(
    quantity("floating_population"),
    operate("+", quantity("residents"), quantity("floating_population")),
    100,
  ),
  source: surveyPractice,
  reading: {
    en: "Takes residents and floating population as two groups without overlap. Where usual residents already include those who moved in, use the ratio.",
    "zh-CN": "以居民与流动人口互不重叠为前提；常住人口已含流入人口的，宜用流动人口与居民之比。",
    "zh-TW": "以居民與流動人口互不重疊為前提；常住人口已含流入人口者，宜用流動人口與居民之比。",
  },
  examples: [
    {
      given: { residents: [130000], floating_population: [50000] },
      expected: { value: 27.8 },
      decimals: 1,
      source: `${town2007}: 50000 ÷ (130000 + 50000) = 27.78 %`,
    },
  ],
});

export const floatingRatio = defineIndicator({
  id: "floating_ratio",
  theme: "population",
  title: {
    en: "Floating population to residents",
    "zh-CN": "流动人口与居民之比",
    "zh-TW": "流動人口與居民之比",
  },
  unit: "%",
  decimals: 1,
  ...share("floating_population", "residents"),
  source: surveyPractice,
  examples: [
    {
      given: { residents: [130000], floating_population: [50000] },
      expected: { value: 38.5 },
      decimals: 1,
      source: `${town2007}: 50000 ÷ 130000 = 38.46 %`,
    },
    {
      given: { residents: [38700], floating_population: [4650] },
      expected: { value: 12 },
      decimals: 1,
      source: `${countyTown}: 4650 ÷ 38700 = 12.02 %`,
    },
    {
      given: {
        residents: [{ low: 130000, high: 140000, highOpen: true }],
        floating_population: [50000],
      },
      expected: { low: (50000 / 140000) * 100, high: (50000 / 130000) * 100, lowOpen: true },
      decimals: 9,
      source: "13万多 residents: 50000 ÷ 140000 and 50000 ÷ 130000",
    },
  ],
});

export const sexRatio = defineIndicator({
  id: "sex_ratio",
  theme: "population",
  title: { en: "Sex ratio", "zh-CN": "性别比", "zh-TW": "性別比" },
  unit: "males per 100 females",
  decimals: 1,
  ...ratio("residents_male", "residents_female", 100),
  source: demography,
  examples: [
    {
      given: { residents_male: [510, 480], residents_female: [490, 520] },
      expected: { value: (990 / 1010) * 100 },
      decimals: 9,
      source: "(510 + 480) ÷ (490 + 520) × 100",
    },
  ],
});

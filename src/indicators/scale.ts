import { absent, exact, isAbsent, type Measured, subtract } from "../survey/measured.ts";
import type { Norm } from "../survey/norm.ts";
import { compare, isBound, shortfallStanding, within } from "../survey/norm-standing.ts";
import { countOf, type Possible } from "./count.ts";
import { defineIndicator } from "./define.ts";
import { exampleNorm } from "./example-norms.ts";
import { perCommunity } from "./per-community.ts";
import { countyTown, surveyPractice, town2007 } from "./sources.ts";
import { isTierEdge } from "./tier-rule.ts";

const exampleScale = exampleNorm({
  subject: "households",
  op: "between",
  value: 1000,
  upper: 3000,
  unit: "household",
});

/** The classes that a number of households may fall in under a norm of scale. */
function scaleOf(households: Measured, norm: Norm): Possible {
  if (isAbsent(households)) return households;
  const low =
    norm.op === ">=" || norm.op === ">" || norm.op === "between"
      ? norm.value
      : Number.NEGATIVE_INFINITY;
  const high =
    norm.op === "between"
      ? (norm.upper ?? norm.value)
      : norm.op === "<=" || norm.op === "<"
        ? norm.value
        : Number.POSITIVE_INFINITY;
  const under = compare(households, norm.op === ">" ? "<=" : "<", low);
  const over = compare(households, norm.op === "<" ? ">=" : ">", high);
  const inside = under === true || over === true ? false : within(households, low, high);
  return [
    under !== false && "under",
    inside !== false && "within",
    over !== false && "over",
  ].filter((id) => id !== false);
}

export const communityScale = defineIndicator({
  id: "community_scale",
  theme: "population",
  title: {
    en: "Communities of the prescribed scale",
    "zh-CN": "社区规模分档",
    "zh-TW": "社區規模分組",
  },
  unit: "community",
  decimals: 0,
  ...countOf({
    needs: ["households"],
    formula: {
      en: "communities whose number of households lies within the norm's bounds",
      "zh-CN": "户数在标准上下限之间的社区数",
      "zh-TW": "戶數在標準上下限之間的社區數",
    },
    classes: () => ["under", "within", "over"],
    counted: () => ["within"],
    as: "count",
    classify(totals, { norm }) {
      if (!norm) return absent("no-norm");
      const households = totals.series("households");
      return (index) => scaleOf(households.at(index), norm);
    },
  }),
  source: {
    en: "Organic Law of the Urban Residents' Committees, article 3 (revised 2025)",
    "zh-CN": "《城市居民委员会组织法》（2025年修订）第三条",
    "zh-TW": "《城市居民委員會組織法》（2025年修訂）第三條",
  },
  norm: { subjects: ["households"], required: true, takes: isBound },
  classes: [
    {
      id: "under",
      title: { en: "below the scale", "zh-CN": "低于规模下限", "zh-TW": "低於規模下限" },
    },
    { id: "within", title: { en: "within the scale", "zh-CN": "规模适当", "zh-TW": "規模適當" } },
    {
      id: "over",
      title: { en: "above the scale", "zh-CN": "超过规模上限", "zh-TW": "超過規模上限" },
    },
  ],
  stand: (result) =>
    shortfallStanding(
      isAbsent(result.value)
        ? result.value
        : subtract(exact(result.coverage?.areas ?? 0), result.value),
    ),
  examples: [
    {
      given: { households: [999, 1000, 3000, 3001, null] },
      norm: exampleScale,
      expected: { value: 2 },
      also: { classes: { under: 1, within: 2, over: 1 }, coverage: { areas: 4, of: 5 } },
      source: "1000 and 3000 lie within 1000–3000, both included; 999 and 3001 do not",
    },
    {
      given: { households: [1452] },
      norm: exampleScale,
      expected: { value: 1 },
      also: { class: "within" },
      source: "1000 ≤ 1452 ≤ 3000",
    },
    {
      given: { households: [1452] },
      expected: { absent: "no-norm" },
      source: "without a norm there are no bounds",
    },
  ],
});

export const householdsPerCommunity = defineIndicator({
  id: "households_per_community",
  theme: "population",
  title: { en: "Households per community", "zh-CN": "社区平均户数", "zh-TW": "社區平均戶數" },
  unit: "households per community",
  decimals: 0,
  ...perCommunity("households"),
  source: surveyPractice,
  norm: { subjects: ["households"] },
  examples: [
    {
      given: { households: [2083, 2083, 2083, 2083] },
      expected: { value: 2083 },
      source: `${countyTown}: 8332 households ÷ 4 communities = 2083`,
    },
  ],
});

export const residentsPerCommunity = defineIndicator({
  id: "residents_per_community",
  theme: "population",
  title: { en: "Residents per community", "zh-CN": "社区平均人口", "zh-TW": "社區平均人口" },
  unit: "persons per community",
  decimals: 0,
  ...perCommunity("residents"),
  source: surveyPractice,
  norm: { subjects: ["residents"] },
  examples: [
    {
      given: { residents: [16000, ...Array<number>(12).fill(9500)] },
      expected: { value: 10000 },
      source: `${town2007}: 130000 ÷ 13 = 10000 (the largest has 16000; 12 × 9500 = 114000 for the others)`,
    },
  ],
});

export const membersPerCommunity = defineIndicator({
  id: "members_per_community",
  theme: "population",
  title: {
    en: "Party members per community",
    "zh-CN": "社区平均党员数",
    "zh-TW": "社區平均黨員數",
  },
  unit: "persons per community",
  decimals: 1,
  ...perCommunity("members"),
  source: surveyPractice,
  norm: { subjects: ["members"], takes: (norm) => !isTierEdge(norm) },
  examples: [
    {
      given: { members: [89, 32, ...Array<number>(10).fill(69), 66] },
      expected: { value: 67.5 },
      decimals: 1,
      source: `${town2007}: 877 ÷ 13 = 67.46 (89 + 32 + 10 × 69 + 66 = 877)`,
    },
  ],
});

import { operate, quantity } from "../formula/expression.ts";
import { defineIndicator, setting } from "./define.ts";
import { ratioOfSums, share } from "./ratio.ts";
import { demography, partyStatistics } from "./sources.ts";

const ofResidents = { theme: "age", unit: "%", decimals: 1, source: demography } as const;

const edge = {
  edge: {
    title: {
      en: "The age from which residents count as old",
      "zh-CN": "老年人口起点年龄",
      "zh-TW": "老年人口起點年齡",
    },
    default: "65",
    choices: ["65", "60"],
  },
} as const;
const byEdge = {
  "65": share("residents_65_plus", "residents_0_14"),
  "60": share("residents_60_plus", "residents_0_14"),
} as const;
const edgeNotes = {
  "65": {
    en: "Aged 65 and over count as old.",
    "zh-CN": "老年人口按65岁及以上计。",
    "zh-TW": "老年人口按65歲以上計。",
  },
  "60": {
    en: "Aged 60 and over count as old.",
    "zh-CN": "老年人口按60岁及以上计。",
    "zh-TW": "老年人口按60歲以上計。",
  },
} as const;

export const residentsOldYoungRatio = defineIndicator({
  id: "residents_old_young_ratio",
  ...ofResidents,
  title: { en: "Old–young ratio of residents", "zh-CN": "老少比", "zh-TW": "老化指數" },
  ...byEdge["65"],
  compute(totals, context) {
    const from = String(setting(context, edge, "edge")) === "60" ? "60" : "65";
    return { ...byEdge[from].compute(totals, context), notes: [edgeNotes[from]] };
  },
  options: edge,
  reading: {
    en: "Over 100: more old than young.",
    "zh-CN": "大于100表示老年人多于少儿。",
    "zh-TW": "大於100表示老年人多於幼年人口。",
  },
  examples: [
    {
      given: { residents_65_plus: [150, 50], residents_0_14: [100, 60] },
      expected: { value: 125 },
      source: "65+ to 0–14: (150 + 50) ÷ (100 + 60) = 125 %",
    },
    {
      given: { residents_60_64: [40, 80], residents_65_plus: [150, 50], residents_0_14: [100, 60] },
      options: { edge: "60" },
      expected: { value: 200 },
      source: "60+ to 0–14: (190 + 130) ÷ (100 + 60) = 200 %",
    },
  ],
});

export const membersOldYoungRatio = defineIndicator({
  id: "members_old_young_ratio",
  theme: "age",
  title: {
    en: "Old–young ratio of members (60+ to 35 and under)",
    "zh-CN": "党员老少比（60岁以上与35岁及以下之比）",
    "zh-TW": "黨員老少比（60歲以上與35歲以下之比）",
  },
  unit: "%",
  decimals: 1,
  ...share("members_60_plus", "members_35_under"),
  source: partyStatistics,
  reading: {
    en: "Over 100: more old than young.",
    "zh-CN": "大于100表示老年党员多于青年党员。",
    "zh-TW": "大於100表示老年黨員多於青年黨員。",
  },
  examples: [
    {
      given: { members_60_plus: [122, 38], members_35_under: [40, 24] },
      expected: { value: 250 },
      source: "(122 + 38) ÷ (40 + 24) = 250 %",
    },
  ],
});

export const residentsOldDependency = defineIndicator({
  id: "residents_old_dependency",
  ...ofResidents,
  title: { en: "Old-age dependency ratio", "zh-CN": "老年抚养比", "zh-TW": "扶老比" },
  ...share("residents_65_plus", "residents_15_64"),
  examples: [
    {
      given: { residents_65_plus: [90, 60], residents_15_64: [600, 400] },
      expected: { value: 15 },
      source: "(90 + 60) ÷ (600 + 400) = 15 %",
    },
  ],
});

export const residentsChildDependency = defineIndicator({
  id: "residents_child_dependency",
  ...ofResidents,
  title: { en: "Child dependency ratio", "zh-CN": "少儿抚养比", "zh-TW": "扶幼比" },
  ...share("residents_0_14", "residents_15_64"),
  examples: [
    {
      given: { residents_0_14: [150, 100], residents_15_64: [600, 400] },
      expected: { value: 25 },
      source: "(150 + 100) ÷ (600 + 400) = 25 %",
    },
  ],
});

export const residentsTotalDependency = defineIndicator({
  id: "residents_total_dependency",
  ...ofResidents,
  title: { en: "Total dependency ratio", "zh-CN": "总抚养比", "zh-TW": "扶養比" },
  ...ratioOfSums(
    operate("+", quantity("residents_0_14"), quantity("residents_65_plus")),
    quantity("residents_15_64"),
    100,
  ),
  examples: [
    {
      given: {
        residents_0_14: [150, 100],
        residents_65_plus: [90, 60],
        residents_15_64: [600, 400],
      },
      expected: { value: 40 },
      source: "25 % (children) + 15 % (old) = 40 %",
    },
  ],
});

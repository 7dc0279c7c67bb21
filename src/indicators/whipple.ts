import { number, operate } from "../formula/expression.ts";
import { whippleAges, yearsOf } from "../statistics/ages.ts";
import { defineIndicator } from "./define.ts";
import { heaping, over, resultOf, singleYears, singleYearsOf } from "./single-years.ts";

export const whippleIndex = defineIndicator({
  id: "whipple_index",
  ...heaping,
  title: { en: "Whipple's index of age heaping", "zh-CN": "惠普尔指数", "zh-TW": "惠普爾指數" },
  decimals: 1,
  formula: {
    en: "500 × residents aged 25, 30, …, 60 ÷ residents aged 23 to 62, by single years of age",
    "zh-CN": "500 × 25、30、…、60岁人数 ÷ 23～62岁人数，按单岁年龄",
    "zh-TW": "500 × 25、30、…、60歲人數 ÷ 23～62歲人數，按單一年齡",
  },
  source: {
    en: "United Nations, Manual II: Methods of Appraisal of Quality of Basic Data for Population Estimates (1955)",
    "zh-CN": "联合国《手册二：人口估计基础数据质量评价方法》（1955年）",
    "zh-TW": "聯合國《手冊二：人口估計基礎資料品質評價方法》（1955年）",
  },
  reading: {
    en: "100: no preference for ages that end in 0 or 5; 500: every age does. Single years of age only.",
    "zh-CN": "100表示无末位0、5偏好，500表示全部集中于0、5。仅适用于单岁年龄。",
    "zh-TW": "100表示無尾數0、5偏好，500表示全部集中於0、5。僅適用於單一年齡。",
  },
  compute(totals) {
    const years = singleYears(totals, whippleAges.from, whippleAges.to);
    if ("absent" in years) return { value: years, coverage: { areas: 0, of: totals.size } };
    const all = over(yearsOf(whippleAges.from, whippleAges.to), years.at);
    return resultOf(
      operate("/", operate("*", number(500), over(whippleAges.heaped, years.at)), all),
      years.coverage,
    );
  },
  examples: [
    {
      given: singleYearsOf(0, 100, () => 10),
      expected: { value: 100 },
      source: "equal numbers at every age: 500 × 8 ÷ 40 = 100",
    },
    {
      given: singleYearsOf(0, 100, (age) => 100000 - 1000 * age),
      expected: { value: 100 },
      source:
        "a straight line: mean of 25, …, 60 and of 23, …, 62 is 42.5 in both, so 500 × 8 ÷ 40 = 100",
    },
    {
      given: singleYearsOf(0, 100, (age) => (age % 10 === 0 ? 10 : 0)),
      expected: { value: 500 },
      source: "all ages end in 0",
    },
    {
      given: { residents_0_14: [10], residents_15_64: [50], residents_65_plus: [20] },
      expected: { absent: "not-single-year" },
      source: "bands hide the digits",
    },
  ],
});

import { type Arithmetic, evaluate, figure, number, operate } from "../formula/expression.ts";
import {
  type MyersVariant,
  myersAges,
  myersSeries,
  myersVariants,
  yearsOf,
} from "../statistics/ages.ts";
import { defineIndicator, setting } from "./define.ts";
import {
  heaping,
  over,
  resultOf,
  type SingleYears,
  singleYears,
  singleYearsOf,
} from "./single-years.ts";

const options = {
  variant: {
    title: {
      en: "orig: both series of seven decades; pasex: the first of eight (US Census Bureau)",
      "zh-CN": "orig：两列均取七个十年组；pasex：首列取八个（美国普查局）",
      "zh-TW": "orig：兩列均取七個十年組；pasex：首列取八個（美國普查局）",
    },
    default: "orig",
    choices: myersVariants,
  },
} as const;

const variantNotes = {
  orig: { en: "Balanced variant: orig.", "zh-CN": "平衡方式：orig。", "zh-TW": "平衡方式：orig。" },
  pasex: {
    en: "Balanced variant: pasex.",
    "zh-CN": "平衡方式：pasex。",
    "zh-TW": "平衡方式：pasex。",
  },
} as const;

/** Half the sum of |share of each last digit − 10|; |x| is written max(x, −x). */
function myersOf({ at }: SingleYears, variant: MyersVariant): Arithmetic {
  const blended = yearsOf(0, 10).map((digit): Arithmetic => {
    const [first, second] = myersSeries(digit, variant).map(({ weight, ages }) =>
      operate("*", number(weight), over(ages, at)),
    );
    return operate("+", first as Arithmetic, second as Arithmetic);
  });
  const all = figure(evaluate({ sum: blended }));
  const deviations = blended.map((sum): Arithmetic => {
    const share = operate("/", operate("*", number(100), sum), all);
    return operate("max", operate("-", share, number(10)), operate("-", number(10), share));
  });
  return operate("/", { sum: deviations }, number(2));
}

export const myersIndex = defineIndicator({
  id: "myers_index",
  ...heaping,
  title: {
    en: "Myers' blended index of digit preference",
    "zh-CN": "迈尔斯指数",
    "zh-TW": "麥爾斯指數",
  },
  decimals: 1,
  formula: {
    en: "½ Σ |blended share of last digit d − 10 %|, ages 10 to 89 by single years; blended: (d + 1) × ages 10 + d, 20 + d, … plus (9 − d) × ages 20 + d, 30 + d, …",
    "zh-CN":
      "½ Σ |末位d的混合占比 − 10%|，10～89岁，按单岁年龄；混合数 =（d + 1）×（10 + d、20 + d、…岁）+（9 − d）×（20 + d、30 + d、…岁）",
    "zh-TW":
      "½ Σ |尾數d的混合占比 − 10%|，10～89歲，按單一年齡；混合數 =（d + 1）×（10 + d、20 + d、…歲）+（9 − d）×（20 + d、30 + d、…歲）",
  },
  source: {
    en: "R. J. Myers, Errors and Bias in the Reporting of Ages in Census Data (1940)",
    "zh-CN": "R. J. Myers，Errors and Bias in the Reporting of Ages in Census Data（1940年）",
    "zh-TW": "R. J. Myers，Errors and Bias in the Reporting of Ages in Census Data（1940年）",
  },
  reading: {
    en: "0: no digit is preferred; 90: all ages end in one digit. Single years of age only.",
    "zh-CN": "0表示无末位偏好，90表示全部集中于同一末位。仅适用于单岁年龄。",
    "zh-TW": "0表示無尾數偏好，90表示全部集中於同一尾數。僅適用於單一年齡。",
  },
  options,
  compute(totals, context) {
    const years = singleYears(totals, myersAges.from, myersAges.to);
    if ("absent" in years) return { value: years, coverage: { areas: 0, of: totals.size } };
    const variant = setting(context, options, "variant") === "pasex" ? "pasex" : "orig";
    return { ...resultOf(myersOf(years, variant), years.coverage), notes: [variantNotes[variant]] };
  },
  examples: [
    {
      given: singleYearsOf(0, 100, () => 10),
      expected: { value: 0 },
      decimals: 9,
      source: "equal numbers at every age",
    },
    {
      given: singleYearsOf(0, 100, (age) => 100000 - 1000 * age),
      expected: { value: 0 },
      decimals: 9,
      source:
        "a straight line blends to equal digits: (d + 1)(40 + d) + (9 − d)(50 + d) = 490 for every d",
    },
    {
      given: singleYearsOf(0, 100, (age) => 100000 - 1000 * age),
      options: { variant: "pasex" },
      expected: { value: 0.351 },
      decimals: 3,
      source: "vector of the method notes: 0.351 for the straight line 100000 − 1000 × age",
    },
    {
      given: singleYearsOf(0, 100, (age) => (age % 10 === 0 ? 10 : 0)),
      expected: { value: 90 },
      source: "all ages end in 0: ½ × (90 + 9 × 10)",
    },
  ],
});

import { number, operate, quantity } from "../formula/expression.ts";
import { defineIndicator } from "./define.ts";
import { ratio, ratioOfSums } from "./ratio.ts";
import { surveyPractice, town2007 } from "./sources.ts";

const suspect = {
  en: "Suspect outside 1 to 10,000 yuan a year: 元 and 万元 may have been confused.",
  "zh-CN": "低于1元或高于1万元时存疑：可能混淆了元与万元。",
  "zh-TW": "低於1元或高於1萬元時存疑：可能混淆了元與萬元。",
} as const;

export const fundsPerResident = defineIndicator({
  id: "funds_per_resident",
  theme: "funding",
  title: { en: "Funds per resident", "zh-CN": "人均经费", "zh-TW": "人均經費" },
  unit: "yuan per resident",
  decimals: 2,
  ...ratio("funds", "residents"),
  source: surveyPractice,
  reading: suspect,
  examples: [
    {
      given: { funds: [30000], residents: [16000] },
      expected: { value: 1.875 },
      source: `${town2007}: 30000 yuan ÷ 16000 residents of the largest community = 1.875`,
    },
    {
      given: { funds: [300000000], residents: [16000] },
      expected: { value: 18750 },
      source: `${town2007}: “30000万元” ÷ 16000 = 18750, a slip of the unit`,
    },
  ],
});

export const fundsPerHousehold = defineIndicator({
  id: "funds_per_household",
  theme: "funding",
  title: { en: "Funds per household", "zh-CN": "户均经费", "zh-TW": "戶均經費" },
  unit: "yuan per household",
  decimals: 2,
  ...ratio("funds", "households"),
  source: surveyPractice,
  reading: suspect,
  examples: [
    {
      given: { funds: [30000, 20000], households: [5000, 3000] },
      expected: { value: 6.25 },
      source: "(30000 + 20000) ÷ (5000 + 3000) = 6.25",
    },
  ],
});

export const partyFundsPerMember = defineIndicator({
  id: "party_funds_per_member",
  theme: "funding",
  title: {
    en: "Party-work funds per member",
    "zh-CN": "党员人均党建经费",
    "zh-TW": "黨員人均黨建經費",
  },
  unit: "yuan per member",
  decimals: 2,
  ...ratio("party_funds", "members"),
  source: surveyPractice,
  norm: { subjects: ["party_funds_per_member"] },
  examples: [
    {
      given: { party_funds: [50000, 30000], members: [240, 160] },
      expected: { value: 200 },
      source: "(50000 + 30000) ÷ (240 + 160) = 200",
    },
  ],
});

export const fundsPerWorker = defineIndicator({
  id: "funds_per_worker",
  theme: "funding",
  title: { en: "Funds per worker", "zh-CN": "每名工作人员经费", "zh-TW": "每名工作人員經費" },
  unit: "yuan per worker",
  decimals: 0,
  ...ratio("funds", "workers"),
  source: surveyPractice,
  examples: [
    {
      given: { funds: [30000, 20000], workers: [3, 2] },
      expected: { value: 10000 },
      source: "50000 ÷ 5 = 10000",
    },
  ],
});

export const personnelShare = defineIndicator({
  id: "personnel_share",
  theme: "funding",
  title: { en: "Wages in the funds", "zh-CN": "人员经费占比", "zh-TW": "人事費占比" },
  unit: "%",
  decimals: 1,
  ...ratioOfSums(
    operate("*", operate("*", quantity("monthly_wage"), number(12)), quantity("workers")),
    quantity("funds"),
    100,
  ),
  source: surveyPractice,
  reading: {
    en: "Computed from the monthly wage and the number of workers, not from the personnel funds as reported.",
    "zh-CN": "按月工资与工作人员数推算，不是填报的人员经费。",
    "zh-TW": "按月薪資與工作人員數推算，不是填報的人事費。",
  },
  examples: [
    {
      given: { monthly_wage: [500], workers: [3], funds: [30000] },
      expected: { value: 60 },
      source: `${town2007}: 500 × 12 × 3 = 18000; 18000 ÷ 30000 = 60 %`,
    },
    {
      given: { monthly_wage: [500, 500], workers: [3, 3], funds: [30000, 20000] },
      expected: { value: 72 },
      source: `${town2007}: 36000 ÷ 50000 = 72 %`,
    },
  ],
});

import { defineIndicator } from "./define.ts";
import { ratio, share } from "./ratio.ts";
import { community2009, servicePlan, surveyPractice, town2007 } from "./sources.ts";

export const workersPer1000 = defineIndicator({
  id: "workers_per_1000",
  theme: "staffing",
  title: {
    en: "Workers per 1,000 residents",
    "zh-CN": "每千居民工作人员数",
    "zh-TW": "每千居民工作人員數",
  },
  unit: "persons per 1,000",
  decimals: 2,
  ...ratio("workers", "residents", 1000),
  source: surveyPractice,
  reading: {
    en: "Norms on the managed population, such as js-cz-2007-workers, are held against workers_per_1000_managed.",
    "zh-CN": "按管理人口规定的标准（如js-cz-2007-workers）与workers_per_1000_managed对照。",
    "zh-TW": "依管理人口訂定的標準（如js-cz-2007-workers）與workers_per_1000_managed對照。",
  },
  norm: { subjects: ["workers_per_1000"] },
  gapIn: "workers_shortfall",
  examples: [
    {
      given: { workers: [16], residents: [3833] },
      expected: { value: 4.17 },
      decimals: 2,
      source: `${community2009}: 16 ÷ 3833 × 1000 = 4.174`,
    },
    {
      given: { workers: [39], residents: [130000] },
      expected: { value: 0.3 },
      decimals: 9,
      source: `${town2007}: 39 ÷ 130000 × 1000 = 0.30`,
    },
  ],
});

export const workersPer10000 = defineIndicator({
  id: "workers_per_10000",
  theme: "staffing",
  title: {
    en: "Workers per 10,000 residents",
    "zh-CN": "每万人社区工作者数",
    "zh-TW": "每萬人社區工作者數",
  },
  unit: "persons per 10,000",
  decimals: 1,
  ...ratio("workers", "residents", 10000),
  source: servicePlan,
  reading: {
    en: "The plan counts urban residents.",
    "zh-CN": "规划口径为城镇常住人口。",
    "zh-TW": "該規劃以城鎮常住人口為計算基礎。",
  },
  norm: { subjects: ["workers_per_10000"] },
  gapIn: "workers_shortfall",
  examples: [
    {
      given: { workers: [16], residents: [3833] },
      expected: { value: 41.7 },
      decimals: 1,
      source: `${community2009}: 16 ÷ 3833 × 10000 = 41.74`,
    },
  ],
});

export const householdsPerWorker = defineIndicator({
  id: "households_per_worker",
  theme: "staffing",
  title: {
    en: "Households per worker",
    "zh-CN": "每名工作人员服务户数",
    "zh-TW": "每名工作人員服務戶數",
  },
  unit: "households per worker",
  decimals: 2,
  ...ratio("households", "workers"),
  source: surveyPractice,
  examples: [
    {
      given: { households: [1452], workers: [16] },
      expected: { value: 90.75 },
      source: `${community2009}: 1452 ÷ 16 = 90.75`,
    },
  ],
});

export const residentsPerWorker = defineIndicator({
  id: "residents_per_worker",
  theme: "staffing",
  title: {
    en: "Residents per worker",
    "zh-CN": "每名工作人员服务人数",
    "zh-TW": "每名工作人員服務人數",
  },
  unit: "residents per worker",
  decimals: 0,
  ...ratio("residents", "workers"),
  source: surveyPractice,
  examples: [
    {
      given: { residents: [130000], workers: [39] },
      expected: { value: 3333 },
      decimals: 0,
      source: `${town2007}: 130000 ÷ 39 = 3333.3`,
    },
  ],
});

export const licensedWorkerShare = defineIndicator({
  id: "licensed_worker_share",
  theme: "staffing",
  title: { en: "Workers with a social work licence", "zh-CN": "持证比例", "zh-TW": "持證比例" },
  unit: "%",
  decimals: 1,
  ...share("workers_licensed", "workers"),
  source: surveyPractice,
  examples: [
    {
      given: { workers_licensed: [3, 2], workers: [8, 12] },
      expected: { value: 25 },
      source: "(3 + 2) ÷ (8 + 12) = 25 %",
    },
  ],
});

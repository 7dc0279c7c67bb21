import { common, defineStatistic, perCent } from "./define.ts";

const change = { command: "compare" } as const;

/** What lies between two periods. */
export const changeStatistics = [
  defineStatistic({
    id: "growth",
    title: { en: "Growth", "zh-CN": "增长率", "zh-TW": "成長率" },
    formula: { en: "later ÷ earlier − 1", "zh-CN": "后期 ÷ 前期 − 1", "zh-TW": "後期 ÷ 前期 − 1" },
    unit: perCent,
    source: common,
    reading: {
      en: "Only where the earlier figure is above 0. Of shares the difference is given in percentage points instead.",
      "zh-CN": "前期数大于零时才计算。占比的变化以百分点表示，不计算增长率。",
      "zh-TW": "前期數大於零時才計算。占比的變化以百分點表示，不計算成長率。",
    },
    ...change,
  }),
  defineStatistic({
    id: "cagr",
    key: "growthPerYear",
    title: { en: "Growth per year", "zh-CN": "年均增长率", "zh-TW": "年均成長率" },
    formula: {
      en: "(later ÷ earlier)^(1 ÷ years) − 1",
      "zh-CN": "（后期 ÷ 前期）的（1 ÷ 年数）次方 − 1",
      "zh-TW": "（後期 ÷ 前期）的（1 ÷ 年數）次方 − 1",
    },
    unit: { en: "% per year", "zh-CN": "%/年", "zh-TW": "%/年" },
    source: common,
    reading: {
      en: "The even rate that leads from one period to the other; given where other than one year lies between.",
      "zh-CN": "由前期匀速增至后期的年增长率；两期相隔恰为一年时不另列。",
      "zh-TW": "由前期等速增至後期的年成長率；兩期相隔恰為一年時不另列。",
    },
    ...change,
  }),
  defineStatistic({
    id: "contribution",
    title: { en: "Contribution to growth", "zh-CN": "拉动", "zh-TW": "貢獻" },
    formula: {
      en: "change of the community ÷ earlier figure of the whole",
      "zh-CN": "该社区的增减量 ÷ 前期总量",
      "zh-TW": "該社區的增減量 ÷ 前期總量",
    },
    unit: { en: "percentage points", "zh-CN": "个百分点", "zh-TW": "個百分點" },
    source: common,
    reading: {
      en: "Those of all communities add up to the growth of the whole. Of amounts only.",
      "zh-CN": "各社区之和等于总体增长率。仅用于总量。",
      "zh-TW": "各社區之和等於整體成長率。僅用於總量。",
    },
    ...change,
  }),
] as const;

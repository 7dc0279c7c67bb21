import { common, defineStatistic, perCent } from "./define.ts";

const quality = { command: "analyze --distribution" } as const;

/** What a table says about itself. */
export const qualityStatistics = [
  defineStatistic({
    id: "completeness",
    title: { en: "Completeness", "zh-CN": "完整率", "zh-TW": "完整率" },
    formula: {
      en: "cells filled ÷ cells expected (communities × columns used)",
      "zh-CN": "实填格数 ÷ 应填格数（社区数 × 用到的列数）",
      "zh-TW": "實填格數 ÷ 應填格數（社區數 × 用到的欄數）",
    },
    unit: perCent,
    source: common,
    reading: {
      en: "A column that only other periods have is not expected. A zero is a figure, a blank is none.",
      "zh-CN": "只在其他时期出现的列不计入。填0算已填，留空算未填。",
      "zh-TW": "只在其他時期出現的欄不計入。填0算已填，空白算未填。",
    },
    ...quality,
  }),
  defineStatistic({
    id: "heaping",
    title: { en: "Heaping of last digits", "zh-CN": "末位堆积", "zh-TW": "尾數堆積" },
    formula: {
      en: "counts that end in 0 or 5 ÷ counts of three digits or more; beside it χ² of the ten last digits against equal frequencies, 9 degrees of freedom",
      "zh-CN":
        "末位为0或5的计数个数 ÷ 三位及以上计数的个数；另以χ²检验十个末位数字是否均匀，自由度为9",
      "zh-TW": "尾數為0或5的計數個數 ÷ 三位數以上計數的個數；另以χ²檢定十個尾數是否均勻，自由度為9",
    },
    unit: perCent,
    source: {
      en: "J. Mosimann et al., Terminal Digits and the Examination of Questioned Data, Accountability in Research 9 (2002)",
      "zh-CN":
        "J. Mosimann等，Terminal Digits and the Examination of Questioned Data，Accountability in Research 9（2002年）",
      "zh-TW":
        "J. Mosimann等，Terminal Digits and the Examination of Questioned Data，Accountability in Research 9（2002年）",
    },
    reading: {
      en: "20 % is expected; much more shows that figures were rounded or estimated. χ² is told only where at least 5 of each digit are expected.",
      "zh-CN":
        "应在20%左右；明显偏高说明数字经过凑整或估计。每个末位数字的期望个数不少于5时才列出χ²。",
      "zh-TW": "應在20%左右；明顯偏高表示數字經過湊整或估計。每個尾數的期望個數不少於5時才列出χ²。",
    },
    ...quality,
  }),
] as const;

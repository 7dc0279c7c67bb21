import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const levelsUndecided = defineCheck({
  code: codes.levelsUndecided,
  name: "levels-undecided",
  severity: "error",
  scope: "survey",
  title: {
    en: "Tables of different levels",
    "zh-CN": "各表级别不同",
    "zh-TW": "各表級別不同",
  },
  message: {
    en: "{file} lists larger units than {other}, and nothing says which lie in which: no totals of {variables}, which both give",
    "zh-CN": "{file} 所列单位的级别高于 {other}，又看不出隶属关系，两表都有的{variables}不计总数",
    "zh-TW": "{file} 所列單位的級別高於 {other}，又看不出隸屬關係，兩表都有的{variables}不計總數",
  },
  why: {
    en: "Added up, the figures of a street and of its communities count everybody twice; where their sums differ nobody can say which of them are complete.",
    "zh-CN": "街道与社区的数字相加会重复计算；两者之和又不相等，无从判断哪一个完整。",
    "zh-TW": "鄉鎮市區與村里的數字相加會重複計算；兩者之和又不相等，無從判斷哪一個完整。",
  },
  fix: {
    en: "Read one of the two, or add the column of the unit above to the table of the smaller ones.",
    "zh-CN": "请只读入其中一个，或在下级地区的表中加上上级单位列。",
    "zh-TW": "請只讀入其中一個，或在下級地區的表中加上上級單位欄。",
  },
  sample: { file: "街道.csv", other: "社区.csv", variables: ["residents"] },
  examples: {
    failing: [
      "街道,常住人口\n东街道,25000\n西街道,18000\n",
      "社区名称,常住人口\n城东社区,16000\n城西社区,9500\n城南社区,8000\n",
    ],
    passing: [
      "社区名称,常住人口\n城东社区,16000\n城西社区,9500\n",
      "社区名称,常住人口\n城南社区,8000\n",
    ],
  },
});

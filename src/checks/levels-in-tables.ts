import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const levelsInTables = defineCheck({
  code: codes.levelsInTables,
  name: "levels-in-tables",
  severity: "note",
  scope: "survey",
  title: {
    en: "Units of one table hold those of another",
    "zh-CN": "一表为另一表的上级单位",
    "zh-TW": "一表為另一表的上級單位",
  },
  message: {
    en: "{file}: units above the areas of other tables, whose figures stand there in parts: counted once, by the parts ({units}: {areas})",
    "zh-CN":
      "{file} 中有{units}个单位是其他表所列地区的上级，其数字已分列于下级，只计入下级：{areas}",
    "zh-TW":
      "{file} 中有{units}個單位是其他表所列地區的上級，其數字已分列於下級，只計入下級：{areas}",
  },
  why: {
    en: "A table of streets beside one of their communities counts everybody twice.",
    "zh-CN": "街道表与社区表一并读入，人口就会重复计算。",
    "zh-TW": "鄉鎮市區表與村里表一併讀入，人口就會重複計算。",
  },
  fix: {
    en: "Nothing has to be done. To have the figures of the upper level, read its table alone or use --by street.",
    "zh-CN": "无须处理。如需上级单位的数字，请单独读入该表，或用 --by street。",
    "zh-TW": "無須處理。如需上級單位的數字，請單獨讀入該表，或用 --by street。",
  },
  sample: { file: "街道.csv", units: 2, areas: ["东街道", "西街道"] },
  examples: {
    failing: [
      "街道,常住人口\n东街道,25000\n",
      "街道,社区名称,常住人口\n东街道,城东社区,16000\n东街道,城西社区,9000\n",
    ],
    passing: [
      "街道,社区名称,常住人口\n西街道,城南社区,25000\n",
      "街道,社区名称,常住人口\n东街道,城东社区,16000\n东街道,城西社区,9000\n",
    ],
  },
});

import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const levelsMixed = defineCheck({
  code: codes.levelsMixed,
  name: "levels-mixed",
  severity: "warning",
  scope: "survey",
  title: {
    en: "Figures of larger units only",
    "zh-CN": "只有上级单位的数字",
    "zh-TW": "只有上級單位的數字",
  },
  message: {
    en: "{file}: units above the areas of other tables ({units}: {areas}), with {variables}, which those lack: the number of areas is not told",
    "zh-CN":
      "{file} 中有{units}个单位（{areas}）是其他表所列地区的上级，其{variables}在下级没有数字，故不计地区个数",
    "zh-TW":
      "{file} 中有{units}個單位（{areas}）是其他表所列地區的上級，其{variables}在下級沒有數字，故不計地區個數",
  },
  why: {
    en: "A street is no community: counted beside its communities it would make averages per community too small, and what is known of one level cannot be held against the other.",
    "zh-CN": "街道不是社区，与所辖社区并列计数会使社区平均数偏小；两级数字也无法互相对照。",
    "zh-TW": "鄉鎮市區不是村里，與所轄村里並列計數會使平均數偏低；兩級數字也無法互相對照。",
  },
  fix: {
    en: "Analyse the two levels apart, or bring the figures to one level.",
    "zh-CN": "请分级分析，或把数字统一到同一级。",
    "zh-TW": "請分級分析，或把數字統一到同一級。",
  },
  sample: { file: "街道.csv", units: 1, areas: ["东街道"], variables: ["office_area"] },
  examples: {
    failing: [
      "街道,社区工作者人数\n东街道,25\n",
      "街道,社区名称,常住人口\n东街道,城东社区,16000\n东街道,城西社区,9000\n",
    ],
    passing: [
      "街道,社区名称,社区工作者人数\n东街道,城东社区,15\n东街道,城西社区,10\n",
      "街道,社区名称,常住人口\n东街道,城东社区,16000\n东街道,城西社区,9000\n",
    ],
  },
});

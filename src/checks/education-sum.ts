import { defineCheck } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { partitionFaults } from "./partition-faults.ts";

const levels = {
  whole: "members",
  parts: [
    "members_college_educated",
    "members_senior_secondary",
    "members_junior_secondary_or_less",
  ],
};

export const educationSum = defineCheck({
  code: "CDJ403",
  name: "education-sum",
  severity: "error",
  scope: "area",
  title: {
    en: "Levels of education do not add up",
    "zh-CN": "各学历人数之和不等于总数",
    "zh-TW": "各學歷人數之和不等於總數",
  },
  message: {
    en: "“{area}”: {parts} add up to {sum}, while {whole} are given as {total}",
    "zh-CN": "“{area}”：{parts}之和为{sum}，而{whole}为{total}",
    "zh-TW": "「{area}」：{parts}之和為{sum}，而{whole}為{total}",
  },
  why: {
    en: "College, senior secondary, and junior secondary or less take in everyone; a difference means a wrong cell.",
    "zh-CN": "大专以上、高中（中专）、初中及以下三档涵盖所有人；有差额就说明有一格填错。",
    "zh-TW": "大專以上、高中職、國中以下三級涵蓋所有人；有差額就表示有一格填錯。",
  },
  fix: {
    en: "Compare the cells with the source and correct the one that is wrong.",
    "zh-CN": "请与原始资料核对各格，改正填错的一格。",
    "zh-TW": "請與原始資料核對各格，更正填錯的一格。",
  },
  sample: { area: "社区01", whole: "members", parts: levels.parts, total: 84, sum: 74 },
  examples: {
    failing: "社区名称,党员数,大专以上党员,高中党员,初中及以下党员\n社区01,84,30,24,20\n",
    passing: "社区名称,党员数,大专以上党员,高中党员,初中及以下党员\n社区01,84,30,24,30\n",
  },
  run: (evidence: Evidence) => partitionFaults(evidence, levels),
});

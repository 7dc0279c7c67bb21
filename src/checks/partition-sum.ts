import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { partitionFaults } from "./partition-faults.ts";

/** 党组织数 is the sum of its tiers by definition; further partitions are declared in the config. */
const organisations = {
  whole: "organisations",
  parts: ["committees", "general_branches", "branches"],
};

function* run(evidence: Evidence): Generator<Fault> {
  for (const partition of [organisations, ...evidence.partitions])
    yield* partitionFaults(evidence, partition);
}

export const partitionSum = defineCheck({
  code: "CDJ404",
  name: "partition-sum",
  severity: "error",
  scope: "area",
  title: {
    en: "Parts do not make the whole",
    "zh-CN": "各部分之和不等于总数",
    "zh-TW": "各部分之和不等於總數",
  },
  message: {
    en: "“{area}”: {parts} add up to {sum}, while {whole} are given as {total}",
    "zh-CN": "“{area}”：{parts}之和为{sum}，而{whole}为{total}",
    "zh-TW": "「{area}」：{parts}之和為{sum}，而{whole}為{total}",
  },
  why: {
    en: "The parts are declared to take in everything once, so they must make the whole.",
    "zh-CN": "这些部分已声明为不重不漏，相加必须等于总数。",
    "zh-TW": "這些部分已聲明為不重不漏，相加必須等於總數。",
  },
  fix: {
    en: "Compare the cells with the source and correct the one that is wrong; if something lies in none of the parts, take the partition out of the config.",
    "zh-CN":
      "请与原始资料核对各格，改正填错的一格；若确有不属于任何部分的，请从配置中删去这一分组。",
    "zh-TW":
      "請與原始資料核對各格，更正填錯的一格；若確有不屬於任何部分者，請從設定中刪去這一分組。",
  },
  sample: { area: "社区01", whole: "organisations", parts: organisations.parts, total: 9, sum: 8 },
  examples: {
    failing: "社区名称,党组织数,党委,党总支,党支部\n社区01,9,0,1,7\n",
    passing: "社区名称,党组织数,党委,党总支,党支部\n社区01,9,0,1,8\n",
  },
  run,
});

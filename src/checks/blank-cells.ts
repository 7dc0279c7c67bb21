import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { addsUp } from "./stated-totals.ts";

/** So many areas are named, and so many places. */
const AREAS_NAMED = 5;
const PLACES_TOLD = 20;

function* run(evidence: Evidence): Generator<Fault> {
  for (const variable of evidence.quantities) {
    if (!addsUp(variable)) continue;
    const blanks = evidence.blanks(variable);
    const [first, ...others] = blanks;
    if (first === undefined) continue;
    const areas = blanks.slice(0, AREAS_NAMED).map((index) => evidence.subject(index).area.name);
    yield {
      index: first,
      variable,
      args: { variable, count: blanks.length, areas: [...new Set(areas)] },
      related: others.slice(0, PLACES_TOLD),
    };
  }
}

export const blankCells = defineCheck({
  code: "CDJ541",
  name: "blank-cells",
  severity: "note",
  scope: "survey",
  title: {
    en: "Cells without a figure",
    "zh-CN": "未填的数字",
    "zh-TW": "未填的數字",
  },
  message: {
    en: "{variable} has no figure in {count} {count|row|rows}: {areas}",
    "zh-CN": "{variable}有{count}行未填：{areas}",
    "zh-TW": "{variable}有{count}列未填：{areas}",
  },
  why: {
    en: "A blank is not zero: what is added up is the total of fewer areas than there are, and somebody has to be asked.",
    "zh-CN": "空格不等于零：相加所得只是部分地区的合计，需向有关地区核实。",
    "zh-TW": "空格不等於零：相加所得只是部分地區的合計，需向有關地區核實。",
  },
  fix: {
    en: "Ask these areas for the figures; write 0 where there is none. --fill fills totals from their age bands.",
    "zh-CN": "请向这些地区核实后补填，确实没有的填 0。加 --fill 可由各年龄组相加填补总数。",
    "zh-TW": "請向這些地區核實後補填，確實沒有者填 0。加 --fill 可由各年齡組相加填補總數。",
  },
  sample: { variable: "members", count: 2, areas: ["社区01", "社区02"] },
  examples: {
    failing: "社区名称,户数,党员总数\n社区01,5400,61\n社区02,5100,/\n社区03,4800,\n",
    passing: "社区名称,户数,党员总数\n社区01,5400,61\n社区02,5100,0\n",
  },
  run,
});

import { findVariable } from "../codebook/index.ts";
import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { byPeriod, figureAt } from "./figures-compared.ts";
import { isImpossibleZero } from "./impossible-zero.ts";

const fewest = 8;
/** Where more areas than one in ten have none, having none is nothing strange. */
const mostZeros = 1 / 10;
/** Where others have one or two, none is nothing strange either. */
const least = 3;

/** Numbers of things that a community always has some of; a zero of people in need or of rooms may be true. */
function watched(quantity: string): boolean {
  const variable = findVariable(quantity);
  return (
    variable !== undefined &&
    ["count", "money"].includes(variable.kind) &&
    variable.noneMeans === "missing" &&
    variable.sensitive !== true
  );
}

function* zeros(
  evidence: Evidence,
  variable: string,
  indices: readonly number[],
): Generator<Fault> {
  const series = evidence.recorded(variable);
  const none: number[] = [];
  let others = 0;
  let min = Number.POSITIVE_INFINITY;
  for (const index of indices) {
    const value = figureAt(series, index);
    if (value === 0) none.push(index);
    else if (value !== undefined) {
      others++;
      min = Math.min(min, value);
    }
  }
  if (
    others < fewest ||
    min < least ||
    none.length > Math.max(1, (others + none.length) * mostZeros)
  )
    return;
  for (const index of none) {
    // Told already, by what contradicts it.
    if (isImpossibleZero(evidence, variable, index)) continue;
    yield {
      index,
      variable,
      args: { area: evidence.subject(index).area.name, variable, others, min },
    };
  }
}

export const zeroForMissing = defineCheck({
  code: "CDJ522",
  name: "zero-for-missing",
  severity: "warning",
  scope: "survey",
  title: {
    en: "Zero where no other area has one",
    "zh-CN": "唯独此处为零",
    "zh-TW": "唯獨此處為零",
  },
  message: {
    en: "“{area}”: {variable} 0, while the {others} other areas have {min} or more",
    "zh-CN": "“{area}”：{variable}为零，而其余{others}个地区都不少于{min}",
    "zh-TW": "「{area}」：{variable}為零，而其餘{others}個地區都不少於{min}",
  },
  why: {
    en: "Missing is not zero: a zero is added up and divided by, a blank is left out and told.",
    "zh-CN": "缺报不等于零：零会参与合计和计算，空格则会剔除并加以说明。",
    "zh-TW": "缺報不等於零：零會參與合計和計算，空格則會剔除並加以說明。",
  },
  fix: {
    en: "Leave the cell blank, or write 未统计, if the figure was not reported; leave the 0 if there is none.",
    "zh-CN": "若未上报，请留空或写“未统计”；若确实没有，则保留零。",
    "zh-TW": "若未填報，請留空或寫「未統計」；若確實沒有，則保留零。",
  },
  sample: { area: "社区05", variable: "residents", others: 12, min: 4297 },
  examples: {
    failing: `社区名称,常住人口\n${[16000, 14853, 13921, 12764, 0, 10982, 9868, 8927, 7863].map((n, i) => `社区0${i + 1},${n}\n`).join("")}`,
    passing: `社区名称,常住人口\n${[16000, 14853, 13921, 12764, 11873, 10982, 9868, 8927, 7863].map((n, i) => `社区0${i + 1},${n}\n`).join("")}`,
  },
  *run(evidence: Evidence) {
    const quantities = evidence.quantities.filter(watched);
    for (const indices of byPeriod(evidence).values())
      for (const variable of quantities) yield* zeros(evidence, variable, indices);
  },
});

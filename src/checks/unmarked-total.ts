import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { figureAt } from "./figures-compared.ts";
import { addsUp } from "./stated-totals.ts";

/** Sums of small figures, and of two figures in a single column, come about by chance. */
const LEAST_TOTAL = 100;
const FEWEST_OF_ONE_COLUMN = 4;

function* run(evidence: Evidence): Generator<Fault> {
  const quantities = evidence.quantities.filter(addsUp);
  for (const indices of byPeriod(evidence)) {
    if (indices.length < 3) continue;
    let suspect: number | undefined;
    let columns = 0;
    let told: { readonly variable: string; readonly total: number } | undefined;
    for (const variable of quantities) {
      const half = halfOf(evidence, variable, indices);
      if (half === undefined) continue;
      columns++;
      if (half.index === undefined || (suspect !== undefined && half.index !== suspect)) {
        told = undefined;
        break;
      }
      suspect = half.index;
      told ??= { variable, total: half.total };
    }
    if (
      suspect === undefined ||
      told === undefined ||
      told.total < LEAST_TOTAL ||
      (columns < 2 && indices.length < FEWEST_OF_ONE_COLUMN)
    )
      continue;
    const args = { area: evidence.subject(suspect).area.name, ...told, areas: indices.length - 1 };
    yield { index: suspect, variable: told.variable, args };
  }
}

function byPeriod(evidence: Evidence): Iterable<number[]> {
  const periods = new Map<string | null, number[]>();
  for (let index = 0; index < evidence.size; index++) {
    const { period } = evidence.subject(index);
    const list = periods.get(period);
    if (list) list.push(index);
    else periods.set(period, [index]);
  }
  return periods.values();
}

/** The area whose figure is that of all others together; no `index` where none is; undefined where there are fewer than three figures. */
function halfOf(
  evidence: Evidence,
  variable: string,
  indices: readonly number[],
): { index?: number; total: number } | undefined {
  const series = evidence.recorded(variable);
  let sum = 0;
  let greatest = 0;
  let index: number | undefined;
  let figures = 0;
  for (const at of indices) {
    const figure = figureAt(series, at);
    if (figure === undefined || figure === 0) continue;
    figures++;
    sum += figure;
    if (figure > greatest) [greatest, index] = [figure, at];
  }
  if (figures < 3) return undefined;
  return index !== undefined && Math.abs(2 * greatest - sum) <= 1e-9 * sum
    ? { index, total: greatest }
    : { total: sum };
}

export const unmarkedTotal = defineCheck({
  code: "CDJ518",
  name: "unmarked-total",
  severity: "warning",
  scope: "survey",
  title: {
    en: "A row that is the sum of all others",
    "zh-CN": "某行等于其他各行之和",
    "zh-TW": "某列等於其他各列之和",
  },
  message: {
    en: "“{area}” equals the sum of the {areas} other areas in every column, as {total} for {variable}: it may be a total that is counted as an area",
    "zh-CN":
      "“{area}”各列都等于其余{areas}个地区之和（如{variable}为{total}），可能是合计行而被当作地区计入",
    "zh-TW":
      "「{area}」各欄都等於其餘{areas}個地區之和（如{variable}為{total}），可能是合計列而被當作地區計入",
  },
  why: {
    en: "A total that is not named as one doubles every figure of the survey.",
    "zh-CN": "未写明是合计的合计行，会使全部数字翻倍。",
    "zh-TW": "未寫明是合計的合計列，會使全部數字加倍。",
  },
  fix: {
    en: "Name the row 合计, or delete it; if it is an area indeed, nothing need be done.",
    "zh-CN": "请将该行写明为“合计”，或删去；若确是一个地区，则不必处理。",
    "zh-TW": "請將該列寫明為「合計」，或刪去；若確是一個地區，則不必處理。",
  },
  sample: { area: "城区", variable: "residents", total: 30853, areas: 2 },
  examples: {
    failing: "社区名称,常住人口,户数\n社区01,11000,3600\n社区02,9853,3300\n新城,20853,6900\n",
    passing: "社区名称,常住人口,户数\n社区01,11000,3600\n社区02,9853,3300\n新城,20850,6900\n",
  },
  run,
});

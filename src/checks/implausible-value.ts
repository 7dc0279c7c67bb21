import { findVariable } from "../codebook/index.ts";
import { areChinesePlaces } from "./chinese-places.ts";
import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { byPeriod, figureAt } from "./figures-compared.ts";

/**
 * Where more of the areas lie outside than half (of few) or a quarter (of many), the table is of another level than communities, and the
 * bounds are not for it.
 */
const otherLevel = (outside: number, areas: number): boolean =>
  outside > 1 && outside > areas * (areas < 8 ? 1 / 2 : 1 / 4);

/** Villages may be small: official tables have some of a hundred residents. */
const isVillage = (name: string): boolean => /[村里]$|village$/iu.test(name.trim());

function* outside(
  evidence: Evidence,
  variable: string,
  indices: readonly number[],
): Generator<Fault> {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } =
    findVariable(variable)?.plausible ?? {};
  const series = evidence.recorded(variable);
  const faults: Fault[] = [];
  let figures = 0;
  for (const index of indices) {
    const value = figureAt(series, index);
    if (value === undefined) continue;
    figures++;
    // A negative figure and a zero for missing are told as such.
    if (value <= 0 || (value >= min && value <= max)) continue;
    const { name } = evidence.subject(index).area;
    if (value < min && isVillage(name)) continue;
    const bounds = { ...(Number.isFinite(min) && value < min ? { low: min } : { high: max }) };
    faults.push({ index, variable, args: { area: name, variable, value, ...bounds } });
  }
  if (!otherLevel(faults.length, figures)) yield* faults;
}

function* run(evidence: Evidence): Generator<Fault> {
  const bounded = evidence.quantities.filter((quantity) => findVariable(quantity)?.plausible);
  for (const indices of byPeriod(evidence).values()) {
    // The bounds are those of Chinese communities.
    if (!areChinesePlaces(evidence, indices)) continue;
    for (const variable of bounded) yield* outside(evidence, variable, indices);
  }
}

export const implausibleValue = defineCheck({
  code: "CDJ306",
  name: "implausible-value",
  severity: "warning",
  scope: "area",
  title: { en: "Implausible figure", "zh-CN": "数值异常", "zh-TW": "數值異常" },
  message: {
    en: "“{area}”: {variable} {value}[, below the usual {low}][, above the usual {high}] for a community",
    "zh-CN": "“{area}”：{variable}为{value}，[低于社区通常的下限{low}][高于社区通常的上限{high}]",
    "zh-TW": "「{area}」：{variable}為{value}，[低於社區通常的下限{low}][高於社區通常的上限{high}]",
  },
  why: {
    en: "Nearly all communities lie within the bounds; a figure beyond them is often a digit too many, a wrong unit, or a row that is no community.",
    "zh-CN": "绝大多数社区都在此范围内；超出的数字多半是多写一位、单位有误，或该行不是社区。",
    "zh-TW": "絕大多數社區都在此範圍內；超出的數字多半是多寫一位、單位有誤，或該列不是社區。",
  },
  fix: {
    en: "Check the cell and the unit of its header; where it is right, leave it: the bound is soft and removes nothing.",
    "zh-CN": "请核对该格及表头的单位；若无误则不必改动：这只是提醒，不会删去任何数据。",
    "zh-TW": "請核對該格及欄名的單位；若無誤則不必更動：這只是提醒，不會刪去任何資料。",
  },
  sample: { area: "社区01", variable: "residents", value: 160000, low: "", high: 30000 },
  examples: {
    failing: "社区名称,常住人口\n社区01,160000\n",
    passing: "社区名称,常住人口\n社区01,16000\n",
  },
  run,
});

import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { byPeriod, figureAt, medianOf, significant } from "./figures-compared.ts";
import { plausibleFunds } from "./funds-per-resident.ts";

/** What is compared between areas: a figure per unit of another, or by itself. `told` is the range outside which another check speaks. */
interface Comparison {
  readonly variable: string;
  readonly other?: string;
  readonly told?: { readonly low: number; readonly high: number };
}

const comparisons: readonly Comparison[] = [
  { variable: "floating_population", other: "residents" },
  { variable: "members", other: "residents" },
  { variable: "workers", other: "residents" },
  { variable: "office_area", other: "households" },
  { variable: "facility_area", other: "households" },
  { variable: "funds", other: "residents", told: plausibleFunds },
  { variable: "disabled", other: "residents" },
  { variable: "unemployed", other: "residents" },
  { variable: "dibao_households", other: "households" },
  { variable: "monthly_wage" },
];

const fewest = 8;
/** Iglewicz and Hoaglin (1993) take 3.5 as the limit of the modified z-score; 5 spares the reader what real communities show. */
const limit = 5;
/** Offices and funds of real communities differ by as much. */
const leastTimes = 5;
/** Of the logarithms: areas that hardly differ make no outlier of one that differs by half. */
const leastDeviation = 0.1;
/** Makes the median absolute deviation the standard deviation of a normal distribution. */
const normal = 0.6745;

function* outliers(
  evidence: Evidence,
  { variable, other, told }: Comparison,
  indices: readonly number[],
): Generator<Fault> {
  const values = evidence.recorded(variable);
  const others = other === undefined ? undefined : evidence.recorded(other);
  if (!values || (other !== undefined && !others)) return;
  const logs = new Float64Array(indices.length);
  const positions = new Uint32Array(indices.length);
  let size = 0;
  for (const index of indices) {
    const [value, base] = [figureAt(values, index), others ? figureAt(others, index) : 1];
    if (value === undefined || base === undefined || !(value > 0 && base > 0)) continue;
    positions[size] = index;
    logs[size++] = Math.log(value / base);
  }
  if (size < fewest) return;
  const points = logs.subarray(0, size);
  const middle = medianOf(points);
  const deviation = Math.max(
    leastDeviation,
    medianOf(points.map((point) => Math.abs(point - middle))),
  );
  for (let at = 0; at < size; at++) {
    const distance = (points[at] as number) - middle;
    const score = (normal * Math.abs(distance)) / deviation;
    const times = Math.exp(Math.abs(distance));
    const each = Math.exp(points[at] as number);
    if (score <= limit || times < leastTimes || (told && (each < told.low || each > told.high)))
      continue;
    const index = positions[at] as number;
    const value = figureAt(values, index) as number;
    const args = {
      area: evidence.subject(index).area.name,
      variable,
      ...(other !== undefined && { other }),
      value,
      times: significant(times, 2),
    };
    yield {
      index,
      variable,
      args: { ...args, ...(distance > 0 ? { above: size } : { below: size }) },
    };
  }
}

export const outlier = defineCheck({
  code: "CDJ502",
  name: "outlier",
  severity: "warning",
  scope: "survey",
  title: {
    en: "Far from all other areas",
    "zh-CN": "与其他地区相差悬殊",
    "zh-TW": "與其他地區相差懸殊",
  },
  message: {
    en: "“{area}”: {variable} {value};[ per unit of {other}][ {times} times the median of {above} areas][ the median of {below} areas is {times} times as much]",
    "zh-CN":
      "“{area}”：{variable}为{value}[，按{other}平均][，是{above}个地区中位数的{times}倍][，{below}个地区的中位数是它的{times}倍]",
    "zh-TW":
      "「{area}」：{variable}為{value}[，按{other}平均][，是{above}個地區中位數的{times}倍][，{below}個地區的中位數是它的{times}倍]",
  },
  why: {
    en: "The figure is compared with the median of all areas, by their median deviation: a few wrong cells cannot hide each other, and size does not matter where it is taken per resident or household.",
    "zh-CN":
      "此数与各地区的中位数比较，以离差的中位数衡量：少数错格不会互相掩盖；按人或按户平均，也不受规模影响。",
    "zh-TW":
      "此數與各地區的中位數比較，以離差的中位數衡量：少數錯格不會互相掩蓋；按人或按戶平均，也不受規模影響。",
  },
  fix: {
    en: "Check the cell and its unit; where it is right, leave it: nothing is removed.",
    "zh-CN": "请核对该格及其单位；若无误则不必改动，数据不会被删去。",
    "zh-TW": "請核對該格及其單位；若無誤則不必更動，資料不會被刪去。",
  },
  sample: {
    area: "社区05",
    variable: "office_area",
    other: "households",
    value: 9600,
    times: 100,
    above: 13,
    below: "",
  },
  examples: {
    failing: `社区名称,月工资(元/月)\n${[500, 500, 520, 480, 500, 510, 490, 5000].map((wage, i) => `社区0${i + 1},${wage}\n`).join("")}`,
    passing: `社区名称,月工资(元/月)\n${[500, 500, 520, 480, 500, 510, 490, 900].map((wage, i) => `社区0${i + 1},${wage}\n`).join("")}`,
  },
  *run(evidence: Evidence) {
    for (const indices of byPeriod(evidence).values())
      for (const comparison of comparisons) yield* outliers(evidence, comparison, indices);
  },
});

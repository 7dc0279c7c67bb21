import type { Area } from "../survey/area.ts";
import { codes } from "../survey/codes.ts";
import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { figureAt, same } from "./figures-compared.ts";
import { addsUp, sumOver } from "./stated-totals.ts";

/** Each area that others lie in, with them: by the name of their nearest parent, or by a code of which theirs are continuations. */
function* families(evidence: Evidence): Generator<{ parent: number; children: readonly number[] }> {
  const byName = new Map<string, number[]>();
  const prefixes = new Map<string, number[]>();
  const prefixOf = new Map<number, string>();
  for (let index = 0; index < evidence.size; index++) {
    const { area, period } = evidence.subject(index);
    const parent = area.parents.at(-1);
    if (parent !== undefined && parent !== area.name)
      push(byName, `${period}\u0000${parent}`, index);
    const prefix = codePrefix(area);
    if (prefix !== undefined) prefixOf.set(index, `${period}\u0000${prefix}`);
  }
  const known = new Set(prefixOf.values());
  if (known.size > 0) {
    for (let index = 0; index < evidence.size; index++) {
      const { area, period } = evidence.subject(index);
      for (let length = (area.code?.length ?? 0) - 1; length >= 2; length--) {
        const prefix = `${period}\u0000${area.code?.slice(0, length)}`;
        if (!known.has(prefix) || prefixOf.get(index) === prefix) continue;
        push(prefixes, prefix, index);
        break;
      }
    }
  }
  for (let index = 0; index < evidence.size; index++) {
    const { area, period } = evidence.subject(index);
    // A village that bears the name of its town is a part of it, not the whole.
    const named =
      area.parents.at(-1) === area.name ? undefined : byName.get(`${period}\u0000${area.name}`);
    const children = named ?? prefixes.get(prefixOf.get(index) ?? "");
    if (children && children.length > 1 && (named || isGreatest(evidence, index, children)))
      yield { parent: index, children };
  }
}

function push(map: Map<string, number[]>, key: string, index: number): void {
  const list = map.get(key);
  if (list) list.push(index);
  else map.set(key, [index]);
}

/** 320481 for 320481000000: what stands before at least two trailing zeros. A running number has none. */
const codePrefix = ({ code }: Area): string | undefined => /^(\d{2,}?)0{2,}$/.exec(code ?? "")?.[1];

/** Running numbers such as 1100, 1101, … look like codes within a code; their first is not greater than all others. */
function isGreatest(evidence: Evidence, parent: number, children: readonly number[]): boolean {
  return evidence.quantities.filter(addsUp).every((quantity) => {
    const series = evidence.recorded(quantity);
    const own = figureAt(series, parent);
    return own === undefined || children.every((child) => (figureAt(series, child) ?? 0) <= own);
  });
}

function* run(evidence: Evidence): Generator<Fault> {
  for (const { parent, children } of families(evidence)) {
    for (const variable of evidence.quantities.filter(addsUp)) {
      const stated = figureAt(evidence.recorded(variable), parent);
      const sum = sumOver(evidence, variable, children);
      if (stated === undefined || !sum?.exact || same(stated, sum.low, sum.tolerance)) continue;
      const args = {
        area: evidence.subject(parent).area.name,
        variable,
        total: stated,
        areas: children.length,
        sum: sum.low,
      };
      yield { index: parent, variable, args, related: children.slice(0, 20) };
    }
  }
}

export const childrenSum = defineCheck({
  code: codes.childrenSum,
  name: "children-sum",
  severity: "warning",
  scope: "survey",
  title: {
    en: "Areas do not add up to the unit they lie in",
    "zh-CN": "下级地区之和不等于上级",
    "zh-TW": "下級地區之和不等於上級",
  },
  message: {
    en: "“{area}” has {total} for {variable}, but the {areas} areas in it add up to {sum}[: {counted|both are counted|only the areas in it are counted}]",
    "zh-CN":
      "“{area}”的{variable}为{total}，而其下{areas}个地区之和为{sum}[，{counted|两级数字都已计入|只计入下级地区}]",
    "zh-TW":
      "「{area}」的{variable}為{total}，而其下{areas}個地區之和為{sum}[，{counted|兩級數字都已計入|只計入下級地區}]",
  },
  why: {
    en: "The figure of a street or town is that of its communities together. A difference tells that one is missing, stands twice, or is of another date.",
    "zh-CN": "街道、乡镇的数字应等于所辖社区之和；有差额说明有遗漏、重复，或统计时间不同。",
    "zh-TW": "鄉鎮市區的數字應等於所轄村里之和；有差額表示有遺漏、重複，或統計時間不同。",
  },
  fix: {
    en: "Compare both levels with the source; take the larger unit out of the table if its areas stand in it.",
    "zh-CN": "请与原始资料核对两级数字；表中已有下级地区的，请不要再列上级。",
    "zh-TW": "請與原始資料核對兩級數字；表中已有下級地區者，請勿再列上級。",
  },
  sample: { area: "东街道", variable: "residents", total: 31000, areas: 2, sum: 30853, counted: 0 },
  examples: {
    failing: [
      "街道,社区名称,常住人口\n东街道,社区01,16000\n东街道,社区02,14853\n",
      "社区名称,常住人口\n东街道,29000\n",
    ],
    passing: [
      "街道,社区名称,常住人口\n东街道,社区01,14000\n东街道,社区02,14853\n",
      "街道,社区名称,常住人口\n西街道,社区07,9868\n",
    ],
  },
  run,
});

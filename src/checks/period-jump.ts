import { findVariable } from "../codebook/index.ts";
import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { byPeriod, figureAt, significant } from "./figures-compared.ts";

/** Flows and small numbers double without a fault. */
const flows: ReadonlySet<string> = new Set([
  "members_new",
  "meetings_held",
  "meetings_required",
  "activities",
  "agreements_signed",
  "applicants",
  "activists",
]);
const smallest = 20;
const limit = Math.log(2);

/** Of each area, its observations from one period to the next of the same kind (years, quarters, …). */
function* steps(evidence: Evidence): Generator<readonly [number, number]> {
  const areas = new Map<string, number[]>();
  for (let index = 0; index < evidence.size; index++) {
    const { area, period } = evidence.subject(index);
    if (period === null) continue;
    const key = JSON.stringify([period.replace(/\d/g, ""), area.code ?? [area.parents, area.name]]);
    areas.set(key, [...(areas.get(key) ?? []), index]);
  }
  for (const indices of areas.values()) {
    const ordered = indices.sort((a, b) =>
      (evidence.subject(a).period as string) < (evidence.subject(b).period as string) ? -1 : 1,
    );
    for (let i = 1; i < ordered.length; i++) yield [ordered[i - 1] as number, ordered[i] as number];
  }
}

function watched(quantity: string): boolean {
  const kind = findVariable(quantity)?.kind;
  return (kind === "count" || kind === "area" || kind === "money") && !flows.has(quantity);
}

/** Within a tenth of ten, a hundred, a thousand times as much, or as little: a digit too many or too few. */
const nearTenfold = 0.04;
const isTenfold = (from: number, to: number): boolean => {
  const powers = Math.abs(Math.log10(to / from));
  return powers > 0.5 && Math.abs(powers - Math.round(powers)) <= nearTenfold;
};

/**
 * The jumps of each area from one period to the next. Where one figure alone is ten times as much and the others of the same row stay, a
 * digit was lost or doubled; where others move with it, an area has grown or was joined to another.
 */
function* jumps(evidence: Evidence, tenfold: boolean): Generator<Fault> {
  if (byPeriod(evidence).size < 2) return;
  const quantities = evidence.quantities.filter(watched);
  for (const [before, after] of steps(evidence)) {
    const found: Fault[] = [];
    let compared = 0;
    for (const variable of quantities) {
      const series = evidence.recorded(variable);
      const [from, to] = [figureAt(series, before), figureAt(series, after)];
      if (
        from === undefined ||
        to === undefined ||
        !(from > 0 && to > 0) ||
        Math.max(from, to) < smallest
      )
        continue;
      compared++;
      if (Math.abs(Math.log(to / from)) <= limit) continue;
      const [earlier, later] = [evidence.subject(before), evidence.subject(after)];
      const args = {
        area: later.area.name,
        variable,
        from,
        to,
        since: earlier.period as string,
        period: later.period as string,
        times: significant(to / from, 3),
      };
      found.push({ index: after, variable, args, related: [before] });
    }
    for (const fault of found) {
      const { from, to } = fault.args as { from: number; to: number };
      const alone = found.length === 1 && compared > 1;
      if ((alone && isTenfold(from, to)) === tenfold) yield fault;
    }
  }
}

/** Jumps that contradict what stands beside them. */
export const tenfoldJumps = (evidence: Evidence): Generator<Fault> => jumps(evidence, true);

export const periodJump = defineCheck({
  code: "CDJ516",
  name: "period-jump",
  severity: "warning",
  scope: "survey",
  title: {
    en: "Jump from one period to the next",
    "zh-CN": "两期之间变动过大",
    "zh-TW": "兩期之間變動過大",
  },
  message: {
    en: "“{area}”: {variable} went from {from} in {since} to {to} in {period}, {times} times as much",
    "zh-CN": "“{area}”：{variable}由{since}的{from}变为{period}的{to}，是前者的{times}倍",
    "zh-TW": "「{area}」：{variable}由{since}的{from}變為{period}的{to}，是前者的{times}倍",
  },
  why: {
    en: "Communities hardly double or halve from one period to the next; a changed unit, basis or boundary is likelier.",
    "zh-CN": "社区很少在一期之内翻番或减半；更可能是单位、口径或辖区有变。",
    "zh-TW": "社區很少在一期之內倍增或減半；更可能是單位、計算基礎或轄區有變。",
  },
  fix: {
    en: "Check both cells; where the area was split or merged or the basis changed, say so below the table.",
    "zh-CN": "请核对两期数字；若辖区有拆分、合并或口径改变，请在表下注明。",
    "zh-TW": "請核對兩期數字；若轄區有拆分、合併或計算基礎改變，請在表下註明。",
  },
  sample: {
    area: "社区01",
    variable: "residents",
    from: 1600,
    to: 16000,
    since: "2022",
    period: "2023",
    times: 10,
  },
  examples: {
    failing: "社区名称,年份,常住人口\n社区01,2022,1600\n社区01,2023,16000\n",
    passing: "社区名称,年份,常住人口\n社区01,2022,15600\n社区01,2023,16000\n",
  },
  run: (evidence) => jumps(evidence, false),
});

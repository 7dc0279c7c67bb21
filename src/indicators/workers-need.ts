import { type Arithmetic, evaluate, firstAbsent } from "../formula/expression.ts";
import type { Text } from "../survey/language.ts";
import { absent } from "../survey/measured.ts";
import type { Norm } from "../survey/norm.ts";
import { isFloor, nothingToMeet, shortfallStanding } from "../survey/norm-standing.ts";
import type { Totals } from "../survey/totals.ts";
import { complete, sumOver, type Term, term } from "./communities.ts";
import { defineIndicator, type Variant } from "./define.ts";
import { exampleNorm } from "./example-norms.ts";
import { missing, sumOfShortfalls } from "./shortfall.ts";
import { community2009, surveyPractice, town2007 } from "./sources.ts";
import {
  basisNotes,
  boundedPosts,
  managed,
  options,
  type People,
  peopleFor,
  posts,
  ruleNote,
  usual,
  type WorkersRule,
  workersRule,
} from "./workers-rule.ts";

const totalBases: readonly {
  readonly id: string;
  readonly title: Text;
  readonly people: (totals: Totals) => People;
}[] = [
  {
    id: "on_totals_residents",
    title: {
      en: "on the totals, residents, unbounded",
      "zh-CN": "按总数（常住人口，不设上下限）",
      "zh-TW": "按總數（常住人口，不設上下限）",
    },
    people: usual,
  },
  {
    id: "on_totals_managed",
    title: {
      en: "on the totals, managed population, unbounded",
      "zh-CN": "按总数（管理人口，不设上下限）",
      "zh-TW": "按總數（管理人口，不設上下限）",
    },
    people: managed,
  },
];

/** The need on the sum of the communities' people, without bounds; managed only where some community has more than its residents to count on. */
function onTotals(
  totals: Totals,
  rule: WorkersRule,
  indices: readonly number[],
  finish: (need: Arithmetic) => Arithmetic,
): Variant[] {
  return totalBases.flatMap(({ id, title, people }) => {
    // What a joined norm bounds per community is unbounded on the totals: its staffing norm says it.
    if (rule.norm.joins) return [];
    const of = people(totals);
    if (indices.some((index) => firstAbsent(of.at(index)))) return [];
    if (id === "on_totals_managed" && indices.every((index) => of.basisAt(index) === "residents"))
      return [];
    const arithmetic = finish(posts(rule, sumOver(indices, of.at)));
    return [{ id, title, value: evaluate(arithmetic), arithmetic }];
  });
}

const needs = ["residents", "floating_population", "managed_population"] as const;
const norm = {
  subjects: ["workers_per_1000", "workers_per_10000"],
  required: true,
  takes: isFloor,
} as const;
const per1000: Norm = exampleNorm({
  subject: "workers_per_1000",
  op: ">=",
  value: 1,
  unit: "persons per 1,000",
  basis: "managed",
  rounding: "floor",
});
const per10000: Norm = exampleNorm({
  subject: "workers_per_10000",
  op: ">=",
  value: 18,
  unit: "persons per 10,000",
  rounding: "nearest",
});
const fiveToSeven: Norm = { ...per1000, clamp: { min: 5, max: 7 } };

/** The published totals (130,000 residents, 50,000 floating, the largest community 16,000), spread evenly over the other twelve. */
const town = {
  residents: [16000, ...Array<number>(12).fill(9500)],
  floating_population: [5000, ...Array<number>(12).fill(3750)],
};
const threeEach = Array<number>(13).fill(3);

export const workersNeeded = defineIndicator({
  id: "workers_needed",
  theme: "staffing",
  title: { en: "Workers needed", "zh-CN": "应配备人数", "zh-TW": "應配置人數" },
  unit: "person",
  decimals: 0,
  rollup: "sum",
  formula: {
    en: "Σ clamp(round(people × norm)) over the communities; people: managed population, else residents + floating population, else residents, as the norm's basis says",
    "zh-CN":
      "各社区（人口 × 标准，取整后不低于下限、不高于上限）之和；人口依标准口径：管理人口，无则常住与流动人口之和，再无则常住人口",
    "zh-TW":
      "各社區（人口 × 標準，取整後不低於下限、不高於上限）之和；人口依標準的計算基礎：管理人口，無則常住與流動人口之和，再無則常住人口",
  },
  needs: [...needs],
  source: surveyPractice,
  norm,
  options,
  compute(totals, context) {
    const rule = workersRule(context);
    if (!rule) return { value: absent("no-norm"), coverage: { areas: 0, of: totals.size } };
    const people = peopleFor(totals, rule.norm);
    const { indices, coverage, reason } = complete(totals, people.at);
    if (indices.length === 0) return { value: absent(reason), coverage };
    const arithmetic = sumOver(indices, (index) => boundedPosts(rule, people.at(index)));
    const variants = onTotals(totals, rule, indices, (need) => need);
    return {
      value: evaluate(arithmetic),
      coverage,
      arithmetic,
      variants,
      notes: [ruleNote(rule), ...basisNotes(people, indices)],
    };
  },
  stand: () => nothingToMeet,
  examples: [
    {
      given: { residents: [3833] },
      norm: per10000,
      expected: { value: 7 },
      source: `${community2009}: 3833 × 18 ÷ 10000 = 6.9, so 7`,
    },
    {
      given: town,
      norm: per1000,
      expected: { value: 177 },
      also: { variants: { on_totals_residents: 130, on_totals_managed: 180 } },
      source: `${town2007}: 21 for 21000, 12 × 13 for 13250 each = 177; on the totals 130 or 180`,
    },
    {
      given: town,
      norm: fiveToSeven,
      expected: { value: 91 },
      source: `${town2007}: 13 × 7 = 91, every community at the most of 5–7`,
    },
    {
      given: { residents: [2400], managed_population: [3000] },
      norm: per1000,
      expected: { value: 3 },
      source: "3000 ÷ 1000: the managed population counts",
    },
    {
      given: { residents: [2400] },
      norm: per1000,
      options: { rounding: "ceil", clamp: [4, 9] },
      expected: { value: 4 },
      source: "2.4 rounded up is 3, at least 4",
    },
  ],
});

export const workersShortfall = defineIndicator({
  id: "workers_shortfall",
  theme: "staffing",
  title: { en: "Workers short", "zh-CN": "人员缺口", "zh-TW": "人員缺口" },
  unit: "person",
  decimals: 0,
  rollup: "sum-of-shortfalls",
  formula: {
    en: "Σ max(0, needed − workers) over the communities; net: max(0, Σ needed − Σ workers)",
    "zh-CN":
      "各社区（应配备人数 − 工作人员数）之和，不足0的按0计；净缺口：应配备人数之和 − 工作人员数之和，不足0的按0计",
    "zh-TW":
      "各社區（應配置人數 − 工作人員數）之和，未滿0者以0計；淨缺口：應配置人數之和 − 工作人員數之和，未滿0者以0計",
  },
  needs: ["workers", ...needs],
  source: surveyPractice,
  norm,
  options,
  compute(totals, context) {
    const rule = workersRule(context);
    if (!rule) return { value: absent("no-norm"), coverage: { areas: 0, of: totals.size } };
    const people = peopleFor(totals, rule.norm);
    const need: Term = (index) => boundedPosts(rule, people.at(index));
    const have = term(totals, "workers");
    const { indices } = complete(totals, have, need);
    const result = sumOfShortfalls(totals, need, "workers");
    if (indices.length === 0) return result;
    const variants = onTotals(totals, rule, indices, (needed) =>
      missing(needed, sumOver(indices, have)),
    );
    return { ...result, variants, notes: [ruleNote(rule), ...basisNotes(people, indices)] };
  },
  stand: (result) => shortfallStanding(result.value),
  examples: [
    {
      given: { ...town, workers: threeEach },
      norm: per1000,
      expected: { value: 138 },
      also: { net: { value: 138 }, variants: { on_totals_residents: 91, on_totals_managed: 141 } },
      source: `${town2007}: 177 needed community by community, 39 at work; on the totals 130 − 39 = 91 and 180 − 39 = 141`,
    },
    {
      given: { residents: [2000, 5000], workers: [4, 3] },
      norm: per1000,
      expected: { value: 2 },
      also: { net: { value: 0 } },
      source: "2 needed and 4 at work, 5 needed and 3 at work: 0 + 2 short; net 7 − 7 = 0",
    },
    {
      given: { residents: [2000], workers: [4] },
      expected: { absent: "no-norm" },
      source: "no norm is named",
    },
  ],
});

import { type Arithmetic, number, operate, type Rounding, rounded } from "../formula/expression.ts";
import type { Text } from "../survey/language.ts";
import type { Norm } from "../survey/norm.ts";
import type { Totals } from "../survey/totals.ts";
import { type Term, term } from "./communities.ts";
import { type Context, setting } from "./define.ts";
import { type Population, peopleOf, type StatedBasis } from "./population-basis.ts";

export const options = {
  rounding: {
    title: {
      en: "How posts are rounded per community; “norm”: as the norm says, else upwards",
      "zh-CN": "各社区人数取整方式；“norm”为依标准，标准未规定则进一",
      "zh-TW": "各社區人數取整方式；「norm」為依標準，標準未規定則進位",
    },
    default: "norm",
    choices: ["norm", "floor", "nearest", "ceil"],
  },
  clamp: {
    title: {
      en: "Least and most posts per community; empty: as the norms say",
      "zh-CN": "每社区最少、最多人数；空为依标准",
      "zh-TW": "每社區最少、最多人數；空為依標準",
    },
    default: [] as readonly number[],
  },
} as const;

/** How a staffing norm turns people into posts. */
export interface WorkersRule {
  readonly norm: Norm;
  readonly per: number;
  readonly rounding: Rounding;
  readonly least?: number;
  readonly most?: number;
}

/** The rule of a staffing norm, bounded by its own clamp or by the option. */
export function workersRule(context: Context): WorkersRule | undefined {
  const { norm } = context;
  if (!norm) return undefined;
  const chosen = setting(context, options, "rounding");
  const rounding =
    chosen === "floor" || chosen === "nearest" || chosen === "ceil"
      ? chosen
      : (norm.rounding ?? "ceil");
  return {
    norm,
    per: norm.subject === "workers_per_1000" ? 1000 : 10000,
    rounding,
    ...bounds(context, norm),
  };
}

function bounds(context: Context, norm: Norm): { least?: number; most?: number } {
  const option = setting(context, options, "clamp");
  if (Array.isArray(option) && option.length > 0)
    return { least: option[0] as number, ...(option.length > 1 && { most: option[1] as number }) };
  const { min, max } = norm.clamp ?? {};
  return { ...(min !== undefined && { least: min }), ...(max !== undefined && { most: max }) };
}

/** people × value ÷ per, in whole posts. */
export function posts(rule: WorkersRule, people: Arithmetic): Arithmetic {
  const scaled = rule.norm.value === 1 ? people : operate("*", people, number(rule.norm.value));
  return rounded(rule.rounding, operate("/", scaled, number(rule.per)));
}

/** Posts of one community: not fewer and not more than the rule's bounds. */
export function boundedPosts(rule: WorkersRule, people: Arithmetic): Arithmetic {
  const least =
    rule.least === undefined
      ? posts(rule, people)
      : operate("max", number(rule.least), posts(rule, people));
  return rule.most === undefined ? least : operate("min", number(rule.most), least);
}

type Basis = "residents" | StatedBasis;

/** The people a community's posts are counted on, and which basis that is: the norm's, else the next that is at hand. */
export interface People {
  readonly basisAt: (index: number) => Basis;
  readonly at: Term;
}

/** The people of a population where they are told, else the residents. */
function orResidents(totals: Totals, basis: Population): People {
  const stated = peopleOf(totals, basis);
  const residents = term(totals, "residents");
  return {
    basisAt: (index) => stated.basisAt(index) ?? "residents",
    at: (index) => (stated.basisAt(index) ? stated.at : residents)(index),
  };
}

/** Managed population; without it residents + floating population; without that, residents. */
export const managed = (totals: Totals): People => orResidents(totals, "managed");

export const usual = (totals: Totals): People => ({
  basisAt: () => "residents",
  at: term(totals, "residents"),
});

export const peopleFor = (totals: Totals, norm: Norm): People =>
  norm.basis === undefined || norm.basis === "usual"
    ? usual(totals)
    : orResidents(totals, norm.basis);

const basisTitles: Readonly<Record<Basis, Text>> = {
  managed: { en: "managed population", "zh-CN": "管理人口", "zh-TW": "管理人口" },
  managed_sum: {
    en: "residents and floating population",
    "zh-CN": "常住人口与流动人口之和",
    "zh-TW": "常住人口與流動人口之和",
  },
  residents: { en: "residents", "zh-CN": "常住人口", "zh-TW": "常住人口" },
  registered: { en: "registered population", "zh-CN": "户籍人口", "zh-TW": "戶籍人口" },
};

/** Says on which basis the posts of how many communities were counted. */
export function basisNotes(people: People, indices: readonly number[]): Text[] {
  const counts = new Map<Basis, number>();
  for (const index of indices)
    counts.set(people.basisAt(index), (counts.get(people.basisAt(index)) ?? 0) + 1);
  const all = indices.length;
  return [...counts].map(([basis, communities]) => ({
    en: `Posts counted on ${basisTitles[basis].en}${communities === all ? "" : ` in ${communities} of ${all} communities`}.`,
    "zh-CN": `${communities === all ? "均" : `${all}个社区中${communities}个`}按${basisTitles[basis]["zh-CN"]}计算。`,
    "zh-TW": `${communities === all ? "均" : `${all}個社區中${communities}個`}按${basisTitles[basis]["zh-TW"]}計算。`,
  }));
}

const roundingTitles: Readonly<Record<Rounding, Text>> = {
  floor: { en: "rounded down", "zh-CN": "舍去尾数", "zh-TW": "捨去尾數" },
  nearest: { en: "rounded to the nearest", "zh-CN": "四舍五入", "zh-TW": "四捨五入" },
  ceil: { en: "rounded up", "zh-CN": "尾数进一", "zh-TW": "尾數進位" },
};

/** The rule in words: “1 per 1,000, rounded down per community, at least 5 and at most 7”. */
export function ruleNote({ norm, per, rounding, least, most }: WorkersRule): Text {
  const limits: Text = {
    en:
      [least !== undefined && `at least ${least}`, most !== undefined && `at most ${most}`]
        .filter(Boolean)
        .join(" and ") || "without bounds",
    "zh-CN":
      [least !== undefined && `最少${least}人`, most !== undefined && `最多${most}人`]
        .filter(Boolean)
        .join("、") || "不设上下限",
    "zh-TW":
      [least !== undefined && `最少${least}人`, most !== undefined && `最多${most}人`]
        .filter(Boolean)
        .join("、") || "不設上下限",
  };
  const group =
    per === 1000
      ? { en: "1,000", "zh-CN": "千人", "zh-TW": "千人" }
      : { en: "10,000", "zh-CN": "万人", "zh-TW": "萬人" };
  return {
    en: `${norm.value} per ${group.en}, ${roundingTitles[rounding].en} per community, ${limits.en} (${norm.id}).`,
    "zh-CN": `每${group["zh-CN"]}${norm.value}人，逐社区${roundingTitles[rounding]["zh-CN"]}，${limits["zh-CN"]}（${norm.id}）。`,
    "zh-TW": `每${group["zh-TW"]}${norm.value}人，逐社區${roundingTitles[rounding]["zh-TW"]}，${limits["zh-TW"]}（${norm.id}）。`,
  };
}

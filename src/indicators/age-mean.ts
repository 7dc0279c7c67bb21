import { evaluate, figure, number, operate } from "../formula/expression.ts";
import { groupedMean } from "../statistics/ages.ts";
import type { Text } from "../survey/language.ts";
import { absent, isExact } from "../survey/measured.ts";
import type { AgeBand, Totals } from "../survey/totals.ts";
import { type Pool, pools, youngestMember } from "./age-pool.ts";
import { cornersOf, hull } from "./band-extremes.ts";
import { type Context, defineIndicator, type Result, setting } from "./define.ts";
import { demography, partyStatistics } from "./sources.ts";

const options = {
  open_midpoint: {
    title: {
      en: "Midpoint of the open band in years; “rule”: its lower edge plus half the width of the band before it, at least 5 and at most 10",
      "zh-CN": "开口组组中值（岁）；“rule”为下限加前一组组距之半，不小于5、不大于10",
      "zh-TW": "開口組組中點（歲）；「rule」為下限加前一組組距之半，不小於5、不大於10",
    },
    default: "rule",
  },
} as const;

/** The midpoint of each band; members' first band begins at 18 where it has no lower edge. */
function midpointsOf({ of, bands }: Pool, open: number | undefined): readonly number[] {
  return bands.map(({ from, to }, k) => {
    const lower = of === "members" && from === 0 ? Math.min(youngestMember, to) : from;
    if (to !== Number.POSITIVE_INFINITY) return (lower + to) / 2;
    const before = bands[k - 1];
    return open ?? from + Math.min(10, Math.max(5, before ? (before.to - before.from) / 2 : 0));
  });
}

function pooledMean(totals: Totals, of: AgeBand["of"], context: Context): Result {
  const found = pools(totals, of);
  if ("absent" in found) return { value: found, coverage: { areas: 0, of: totals.size } };
  const pool = found[0] as Pool;
  const declared = Number(setting(context, options, "open_midpoint"));
  const midpoints = midpointsOf(pool, Number.isFinite(declared) ? declared : undefined);
  const { coverage } = pool;
  // How old those beyond the last band are bears on the mean.
  if (pool.end !== undefined) return { value: absent("missing-variable"), coverage };
  const notes = notesOn(pool, midpoints);
  const counts = pool.bands.map((band) => band.count);
  if (!counts.every(isExact)) {
    const corners = cornersOf(counts);
    return {
      value: hull(
        corners.map((corner) => groupedMean(corner, midpoints)),
        "no-data",
      ),
      coverage,
      notes,
    };
  }
  if (counts.every((count) => count.value === 0))
    return { value: absent("zero-denominator"), coverage };
  const years = counts.map((count, k) =>
    operate("*", figure(count), number(midpoints[k] as number)),
  );
  const arithmetic = operate("/", { sum: years }, { sum: counts.map(figure) });
  return { value: evaluate(arithmetic), coverage, arithmetic, notes };
}

function notesOn({ of, bands }: Pool, midpoints: readonly number[]): Text[] {
  const notes: Text[] = [];
  const first = bands[0];
  const last = bands.at(-1);
  if (of === "members" && first?.from === 0) {
    notes.push({
      en: `Those under ${first.to} are taken as ${midpoints[0]} years on average (from ${youngestMember} on).`,
      "zh-CN": `${first.to - 1}岁及以下组按${youngestMember}岁起算，组中值取${midpoints[0]}岁。`,
      "zh-TW": `${first.to - 1}歲以下組自${youngestMember}歲起算，組中點取${midpoints[0]}歲。`,
    });
  }
  if (last?.to === Number.POSITIVE_INFINITY) {
    notes.push({
      en: `Those of ${last.from} and over are taken as ${midpoints.at(-1)} years on average.`,
      "zh-CN": `${last.from}岁及以上组的组中值取${midpoints.at(-1)}岁。`,
      "zh-TW": `${last.from}歲以上組的組中點取${midpoints.at(-1)}歲。`,
    });
  }
  return notes;
}

const mean = {
  theme: "age",
  unit: "years",
  decimals: 1,
  rollup: "pooled",
  options,
  formula: {
    en: "Σ count × midpoint ÷ Σ count, on the pooled bands, in exact ages (“31–35” is [31, 36), midpoint 33.5)",
    "zh-CN":
      "Σ人数 × 组中值 ÷ Σ人数，各社区年龄段合并计算，按确切年龄（“31～35岁”即满31、不满36岁，组中值33.5）",
    "zh-TW":
      "Σ人數 × 組中點 ÷ Σ人數，各社區年齡段合併計算，按確切年齡（「31～35歲」即滿31、未滿36歲，組中點33.5）",
  },
  reading: {
    en: "Depends on the midpoint declared for the open band, which is printed with it.",
    "zh-CN": "结果取决于开口组的组中值，须一并注明。",
    "zh-TW": "結果取決於開口組的組中點，須一併註明。",
  },
} as const;

export const residentsMeanAge = defineIndicator({
  id: "residents_mean_age",
  ...mean,
  title: { en: "Mean age of residents", "zh-CN": "人口平均年龄", "zh-TW": "人口平均年齡" },
  needs: ["residents"],
  source: demography,
  compute: (totals, context) => pooledMean(totals, "residents", context),
  examples: [
    {
      given: { residents_0_14: [20, 0], residents_15_64: [30, 30], residents_65_plus: [0, 20] },
      expected: { value: 40.5 },
      source:
        "open band 65 + 10 (half of 50, at most 10) = 75: (20 × 7.5 + 60 × 40 + 20 × 75) ÷ 100 = 40.5",
    },
    {
      given: { residents_0_14: [20], residents_15_64: [60], residents_65_plus: [20] },
      options: { open_midpoint: 72.5 },
      expected: { value: 40 },
      source: "(20 × 7.5 + 60 × 40 + 20 × 72.5) ÷ 100 = 40",
    },
  ],
});

export const membersMeanAge = defineIndicator({
  id: "members_mean_age",
  ...mean,
  title: { en: "Mean age of members", "zh-CN": "党员平均年龄", "zh-TW": "黨員平均年齡" },
  needs: ["members"],
  source: partyStatistics,
  compute: (totals, context) => pooledMean(totals, "members", context),
  examples: [
    {
      given: { members_35_under: [10], members_36_59: [20], members_60_plus: [10] },
      expected: { value: 48.25 },
      source:
        "midpoints (18 + 36) ÷ 2 = 27, (36 + 60) ÷ 2 = 48 and 60 + 10 = 70: (10 × 27 + 20 × 48 + 10 × 70) ÷ 40 = 1930 ÷ 40 = 48.25",
    },
  ],
});

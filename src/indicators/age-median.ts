import { type Arithmetic, evaluate, figure, number, operate } from "../formula/expression.ts";
import { groupedMedian, medianBand } from "../statistics/ages.ts";
import type { Text } from "../survey/language.ts";
import { absent, isAbsent, isExact } from "../survey/measured.ts";
import type { AgeBand, Totals } from "../survey/totals.ts";
import { type Pool, pools } from "./age-pool.ts";
import { cornersOf, hull } from "./band-extremes.ts";
import { defineIndicator, type Example, type Result } from "./define.ts";
import { demography, partyStatistics } from "./sources.ts";

/** The first way of pooling that tells the median; else why the first one does not. */
function pooledMedian(totals: Totals, of: AgeBand["of"]): Result {
  const found = pools(totals, of);
  if ("absent" in found) return { value: found, coverage: { areas: 0, of: totals.size } };
  const results = found.map(medianOf);
  return results.find(({ value }) => !isAbsent(value)) ?? (results[0] as Result);
}

function medianOf(pool: Pool): Result {
  const counts = pool.bands.map((band) => band.count);
  const coverage = pool.coverage;
  const notes = notesOn(pool);
  if (!counts.every(isExact))
    return {
      value: hull(
        cornersOf(counts).map((corner) => medianOfCounts(pool, corner)),
        "open-band",
      ),
      coverage,
      notes,
    };
  const values = counts.map((count) => count.value);
  const position = medianBand(values);
  if (position === undefined) return { value: absent("zero-denominator"), coverage };
  if (isOpen(pool, position)) return { value: absent("open-band"), coverage };
  const arithmetic = interpolation(pool, position);
  return { value: evaluate(arithmetic), coverage, arithmetic, notes };
}

const notesOn = ({ end }: Pool): Text[] =>
  end === undefined
    ? []
    : [
        {
          en: `The age bands end at ${end - 1}: nobody older is counted.`,
          "zh-CN": `年龄段止于${end - 1}岁，更年长者未计入。`,
          "zh-TW": `年齡段止於${end - 1}歲，更年長者未計入。`,
        },
      ];

/** L + w · (N/2 − cf) / f */
function interpolation({ bands }: Pool, position: number): Arithmetic {
  const { from, to, count } = bands[position] as Pool["bands"][number];
  const people: Arithmetic = { sum: bands.map((band) => figure(band.count)) };
  const below: Arithmetic =
    position === 0
      ? number(0)
      : { sum: bands.slice(0, position).map((band) => figure(band.count)) };
  const beyond = operate("-", operate("/", people, number(2)), below);
  return operate(
    "+",
    number(from),
    operate("/", operate("*", number(to - from), beyond), figure(count)),
  );
}

/** A band without an upper edge; for members also the first from birth on (“35 and under”), which has no lower one. */
const isOpen = ({ of, bands }: Pool, position: number): boolean => {
  const band = bands[position];
  return band?.to === Number.POSITIVE_INFINITY || (of === "members" && band?.from === 0);
};

function medianOfCounts(pool: Pool, counts: readonly number[]): number | undefined {
  const position = medianBand(counts);
  if (position === undefined || isOpen(pool, position)) return undefined;
  return groupedMedian(
    pool.bands.map(({ from, to }, k) => ({ from, to, count: counts[k] as number })),
  );
}

const median = {
  theme: "age",
  unit: "years",
  decimals: 1,
  rollup: "pooled",
  formula: {
    en: "L + w × (N ÷ 2 − cf) ÷ f on the pooled bands, in exact ages (“31–35” is [31, 36)); L, w and f: lower edge, width and count of the band that holds the middle; cf: all below",
    "zh-CN":
      "L + w ×（N ÷ 2 − cf）÷ f，各社区年龄段合并计算，按确切年龄（“31～35岁”即满31、不满36岁）；L、w、f为中位数所在组的下限、组距、人数，cf为其下累计人数",
    "zh-TW":
      "L + w ×（N ÷ 2 − cf）÷ f，各社區年齡段合併計算，按確切年齡（「31～35歲」即滿31、未滿36歲）；L、w、f為中位數所在組的下限、組距、人數，cf為其下累計人數",
  },
  reading: {
    en: "Absent when the middle falls in a band without an edge (60+, 35 and under).",
    "zh-CN": "中位数落在开口组（如60岁以上、35岁及以下）时不计算。",
    "zh-TW": "中位數落在開口組（如60歲以上、35歲以下）時不計算。",
  },
} as const;

export const residentsMedianAge = defineIndicator({
  id: "residents_median_age",
  ...median,
  title: { en: "Median age of residents", "zh-CN": "人口年龄中位数", "zh-TW": "人口年齡中位數" },
  needs: ["residents"],
  source: demography,
  compute: (totals) => pooledMedian(totals, "residents"),
  examples: [
    {
      given: {
        residents_0_4: [6360],
        residents_5_9: [6360],
        residents_10_14: [10986],
        residents_15_17: [5204],
        residents_18_24: [7886],
        residents_25_34: [9463],
        residents_35_44: [17349],
        residents_45_54: [18926],
        residents_55_64: [13406],
        residents_65_74: [6309],
        residents_75_plus: [5520],
      },
      expected: { value: 39.3954 },
      decimals: 4,
      source:
        "Published 39.4: N = 107769, half 53884.5, below 35: 46259; 35 + 10 × 7625.5 ÷ 17349 = 39.3954",
    },
    {
      given: { residents_0_14: [10], residents_15_59: [30], residents_60_plus: [60] },
      expected: { absent: "open-band" },
      source: "half of 100 people is reached only at 60 and over",
    },
    {
      given: { residents_0_19: [10, 10], residents_20_39: [20, 20], residents_40_plus: [10, 10] },
      expected: { value: 30 },
      source: "20 + 20 × (40 − 20) ÷ 40 = 30",
    },
    {
      given: {
        residents_0_14: [150],
        residents_15_59: [600],
        residents_60_74: [180],
        residents_75_89: [70],
      },
      expected: { value: 41.25 },
      source: "the bands end at 89: 15 + 45 × (500 − 150) ÷ 600 = 41.25",
    },
    {
      given: { residents_0_14: [15], residents_15_59: [60] },
      expected: { absent: "missing-variable" },
      source: "how many are 60 or older is not known, and they are many",
    },
  ],
});

/** Members at the end of a year in units of 10,000, by the bands of the party's published statistics. */
const national = (
  year: number,
  counts: readonly number[],
  median: number,
  arithmetic: string,
): Example => {
  const bands = ["30_under", "31_35", "36_40", "41_45", "46_50", "51_55", "56_60", "61_plus"];
  return {
    given: Object.fromEntries(bands.map((band, k) => [`members_${band}`, [counts[k] as number]])),
    expected: { value: median },
    decimals: 2,
    source: `Party statistics ${year} (Organisation Department): ${arithmetic}`,
  };
};

export const membersMedianAge = defineIndicator({
  id: "members_median_age",
  ...median,
  title: { en: "Median age of members", "zh-CN": "党员年龄中位数", "zh-TW": "黨員年齡中位數" },
  needs: ["members"],
  source: partyStatistics,
  compute: (totals) => pooledMedian(totals, "members"),
  examples: [
    national(
      2017,
      [1331.4, 902.3, 823.3, 890.0, 888.8, 941.7, 660.6, 2518.3],
      48.99,
      "46 + 5 × (4478.2 − 3947.0) ÷ 888.8",
    ),
    national(
      2018,
      [1273.9, 937.7, 860.4, 863.5, 932.6, 911.9, 679.5, 2599.9],
      49.19,
      "46 + 5 × (4529.7 − 3935.5) ÷ 932.6",
    ),
    national(
      2021,
      [1262.4, 1153.5, 978.0, 877.5, 936.4, 877.6, 864.8, 2721.0],
      49.01,
      "46 + 5 × (4835.6 − 4271.4) ÷ 936.4",
    ),
    national(
      2023,
      [1241.2, 1119.6, 1086.4, 945.9, 907.1, 940.5, 890.7, 2787.2],
      49.12,
      "46 + 5 × (4959.3 − 4393.1) ÷ 907.1",
    ),
    {
      given: { members_35_under: [60], members_36_59: [30], members_60_plus: [10] },
      expected: { absent: "open-band" },
      source: "half of 100 members is reached below 36, where no lower edge is known",
    },
  ],
});

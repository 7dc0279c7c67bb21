import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { longestChain } from "../../src/indicators/age-chain.ts";
import { membersMeanAge, residentsMeanAge } from "../../src/indicators/age-mean.ts";
import { membersMedianAge, residentsMedianAge } from "../../src/indicators/age-median.ts";
import { groupedMean, groupedMedian } from "../../src/statistics/ages.ts";
import type { Interval, Measured } from "../../src/survey/measured.ts";
import { type Given, totalsOf } from "./totals.ts";

const bare = { options: {} };
const medianOf = (given: Given) => residentsMedianAge.compute(totalsOf(given));

describe("pooled bands", () => {
  test("of the finest chain: 60+ beside 65+ does not disturb", () => {
    const given: Given = {
      residents_0_14: [20],
      residents_15_59: [60],
      residents_60_plus: [20],
      residents_65_plus: [12],
      residents_0_4: [7],
    };
    // 15 + 45 × (50 − 20) ÷ 60 = 37.5
    expect(medianOf(given).value).toEqual({ value: 37.5 });
  });

  test("of males and females are added", () => {
    const given: Given = {
      residents_male_0_19: [10],
      residents_female_0_19: [10],
      residents_male_20_39: [15],
      residents_female_20_39: [25],
      residents_male_40_plus: [10],
      residents_female_40_plus: [10],
    };
    expect(medianOf(given).value).toEqual({ value: 30 });
  });

  test("that differ between communities are pooled on what they share", () => {
    const given: Given = {
      residents_0_9: [5, null],
      residents_10_19: [5, null],
      residents_20_39: [20, null],
      residents_40_plus: [10, 10],
      residents_0_19: [null, 10],
      residents_20_29: [null, 12],
      residents_30_39: [null, 8],
    };
    // 0–19: 20, 20–39: 40, 40+: 20; 20 + 20 × (40 − 20) ÷ 40 = 30
    expect(medianOf(given)).toMatchObject({ value: { value: 30 }, coverage: { areas: 2, of: 2 } });
  });

  test("of the communities that have them, where others have none", () => {
    const given: Given = {
      residents_0_19: [10, null],
      residents_20_39: [20, null],
      residents_40_plus: [10, null],
      residents: [40, 500],
    };
    expect(medianOf(given)).toMatchObject({ value: { value: 30 }, coverage: { areas: 1, of: 2 } });
  });

  test("without an open band must add up to the whole", () => {
    const closed: Given = { residents_0_39: [30], residents_40_79: [10] };
    expect(medianOf({ ...closed, residents: [40] }).value).toMatchObject({ value: (40 * 20) / 30 });
    expect(medianOf({ ...closed, residents: [45] }).value).toEqual({ absent: "missing-variable" });
  });

  test("say why there is no figure", () => {
    expect(medianOf({ residents: [100] }).value).toEqual({ absent: "missing-variable" });
    expect(medianOf({ residents_0_14: [null], residents_15_plus: [null] }).value).toEqual({
      absent: "no-data",
    });
    expect(medianOf({ residents_60_plus: [10], residents: [100] }).value).toEqual({
      absent: "missing-variable",
    });
    expect(
      medianOf({ residents_0_19: [10], residents_15_59: [50], residents_60_plus: [20] }).value,
    ).toEqual({ absent: "band-straddles" });
    expect(
      medianOf({ residents_0_14: [0], residents_15_59: [0], residents_60_plus: [0] }).value,
    ).toEqual({ absent: "zero-denominator" });
  });

  test("of members may begin at 18", () => {
    const given: Given = { members_18_35: [10], members_36_59: [20], members_60_plus: [10] };
    // 36 + 24 × (20 − 10) ÷ 20 = 48
    expect(membersMedianAge.compute(totalsOf(given)).value).toEqual({ value: 48 });
    expect(membersMeanAge.compute(totalsOf(given), bare).value).toEqual({ value: 48.25 });
  });

  test("say which midpoint an open band took", () => {
    const { notes } = residentsMeanAge.compute(
      totalsOf({ residents_0_14: [20], residents_15_64: [60], residents_65_plus: [20] }),
      bare,
    );
    expect(notes?.map((note) => note.en)).toEqual([
      "Those of 65 and over are taken as 75 years on average.",
    ]);
  });
});

test("a chain is the longest one without gap or overlap", () => {
  const spans = [
    { from: 0, to: 15 },
    { from: 0, to: 5 },
    { from: 5, to: 15 },
    { from: 15, to: 60 },
    { from: 16, to: 60 },
    { from: 60, to: Number.POSITIVE_INFINITY },
  ];
  expect(longestChain(spans, [0], Number.POSITIVE_INFINITY)).toEqual([
    0,
    5,
    15,
    60,
    Number.POSITIVE_INFINITY,
  ]);
  expect(longestChain(spans.slice(4), [0], Number.POSITIVE_INFINITY)).toBeUndefined();
});

test("intervals of counts hold every median and mean that they allow, and reach it", () => {
  const count = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 30 }));
  const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
    minLength: 4,
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.tuple(count, count, count, count), places, (bands, at) => {
      const edges = [0, 20, 40, 60, 80];
      const given: Record<string, Measured[]> = Object.fromEntries(
        bands.map(([low, width], k) => [
          `residents_${edges[k]}_${(edges[k + 1] as number) - 1}`,
          [width === 0 ? { value: low } : { low, high: low + width }],
        ]),
      );
      const some = bands.map(([low, width], k) => low + width * (at[k] as number));
      const all = { ...given, residents_80_plus: [{ value: 0 }] };
      const median = medianOf(all).value as Interval;
      const mean = residentsMeanAge.compute(totalsOf(all), bare).value as Interval;
      if (!("low" in median) || !("low" in mean)) return;
      const inside = groupedMedian(
        some.map((n, k) => ({ from: edges[k] as number, to: edges[k + 1] as number, count: n })),
      ) as number;
      expect(inside).toBeGreaterThanOrEqual(median.low - 1e-9);
      expect(inside).toBeLessThanOrEqual(median.high + 1e-9);
      const average = groupedMean(some, [10, 30, 50, 70]) as number;
      expect(average).toBeGreaterThanOrEqual(mean.low - 1e-9);
      expect(average).toBeLessThanOrEqual(mean.high + 1e-9);
    }),
  );
});

test("without ages no community is covered", () => {
  expect(residentsMeanAge.compute(totalsOf({ households: [400, 500] }), bare)).toMatchObject({
    value: { absent: "missing-variable" },
    coverage: { areas: 0, of: 2 },
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { summarise } from "../../src/statistics/distribution.ts";
import { compoundRate } from "../../src/statistics/growth.ts";
import { gini, lorenz, theil, weightedGini } from "../../src/statistics/inequality.ts";
import { lastDigits } from "../../src/statistics/last-digits.ts";
import { quantile, quantileTypes } from "../../src/statistics/quantile.ts";
import { competitionRanks } from "../../src/statistics/ranks.ts";

const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 });
const positive = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 20_000 })),
  { minLength: 1, maxLength: 30 },
);

describe("summary", () => {
  test("no values, one value, and what cannot be divided is left out", () => {
    expect(summarise([])).toEqual({ n: 0, sum: 0 });
    expect(summarise([7])).toEqual({
      n: 1,
      sum: 7,
      min: 7,
      q1: 7,
      median: 7,
      q3: 7,
      max: 7,
      mean: 7,
      maxToMin: 1,
    });
    expect(summarise([0, 0])).toEqual({
      n: 2,
      sum: 0,
      min: 0,
      q1: 0,
      median: 0,
      q3: 0,
      max: 0,
      mean: 0,
      sd: 0,
    });
    expect(summarise([-2, 2]).cv).toBeUndefined();
    expect(summarise([1]).sd).toBeUndefined();
  });

  test("0.1 ten times is 1", () => {
    expect(summarise(new Array(10).fill(0.1)).sum).toBe(1);
    expect(summarise([1e100, 1, -1e100]).sum).toBe(1);
    // A million parts of a millionth: added one by one they miss 1 by 8e-12.
    expect(summarise(new Array(1_000_000).fill(1e-6)).sum).toBe(1);
  });

  test.each<[string, number[], number, number]>([
    // NIST Statistical Reference Datasets, univariate summary statistics: NumAcc2 (sd 0.1), NumAcc3 (mean 1000000.2), NumAcc4 (mean 10000000.2).
    ["NumAcc2", [1.2, ...Array.from({ length: 500 }, () => [1.1, 1.3]).flat()], 1.2, 14],
    [
      "NumAcc3",
      [1000000.2, ...Array.from({ length: 500 }, () => [1000000.1, 1000000.3]).flat()],
      1000000.2,
      9,
    ],
    [
      "NumAcc4",
      [10000000.2, ...Array.from({ length: 500 }, () => [10000000.1, 10000000.3]).flat()],
      10000000.2,
      8,
    ],
  ])("%s of NIST: the mean, and a standard deviation of 0.1", (_, values, mean, digits) => {
    const summary = summarise(values);
    expect(summary.mean).toBeCloseTo(mean, 7);
    expect(Math.abs((summary.sd as number) / 0.1 - 1)).toBeLessThan(10 ** -digits);
  });

  test("the order of the values does not matter, and quantiles rise with the share", () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(...quantileTypes), (values, type) => {
        const sorted = [...values].sort((a, b) => a - b);
        const at = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].map(
          (p) => quantile(sorted, p, type) as number,
        );
        expect(at).toEqual([...at].sort((a, b) => a - b));
        expect(summarise(values, type)).toEqual(summarise([...values].reverse(), type));
      }),
    );
  });
});

describe("inequality", () => {
  test("one has all: (n − 1) ÷ n, ln n", () => {
    expect(gini([0, 0, 0, 8])).toBe(0.75);
    expect(theil([0, 0, 0, 8])?.total).toBeCloseTo(Math.log(4), 14);
    expect(lorenz([0, 8])).toEqual([
      { share: 0, held: 0 },
      { share: 0.5, held: 0 },
      { share: 1, held: 1 },
    ]);
  });

  test("what has no inequality to measure is undefined", () => {
    for (const values of [[], [0, 0], [1, -1]]) {
      expect(gini(values)).toBeUndefined();
      expect(theil(values)).toBeUndefined();
      expect(lorenz(values)).toBeUndefined();
    }
    expect(weightedGini([1, 2], [1, 0])).toBeUndefined();
  });

  test("a unit of weight k is k units of weight 1", () => {
    const spread = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 6 })),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(spread, (units) => {
        const repeated = units.flatMap(([x, k]) => new Array<number>(k).fill(x));
        const values = units.map(([x]) => x);
        const weights = units.map(([, k]) => k);
        const [plain, weighted] = [gini(repeated), weightedGini(values, weights)];
        expect(weighted === undefined).toBe(plain === undefined);
        if (plain !== undefined) expect(weighted).toBeCloseTo(plain, 11);
        const [total, byWeight] = [theil(repeated)?.total, theil(values, weights)?.total];
        if (total !== undefined) expect(byWeight).toBeCloseTo(total, 11);
      }),
    );
  });

  test("within and between add up to the total, whatever the groups; the scale does not matter", () => {
    fc.assert(
      fc.property(
        positive,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 2, max: 1000 }),
        (units, groups, factor) => {
          const values = units.map(([x]) => x);
          const weights = units.map(([, w]) => w);
          const names = values.map((_, i) => `g${(i * 7) % groups}`);
          const parts = theil(values, weights, names) as {
            total: number;
            within: number;
            between: number;
          };
          expect(parts.within + parts.between).toBeCloseTo(parts.total, 12);
          expect(parts.between).toBeGreaterThan(-1e-12);
          expect(parts.within).toBeGreaterThan(-1e-12);
          const scaled = values.map((x) => x * factor);
          expect(gini(scaled)).toBeCloseTo(gini(values) as number, 12);
          expect(theil(scaled, weights)?.total).toBeCloseTo(parts.total, 12);
        },
      ),
    );
  });
});

test("ties share the better place and the next place is left out", () => {
  // 89 first; two of 66 share the second place; 51 is fourth.
  expect(competitionRanks([66, 89, 51, 66])).toEqual([
    { rank: 2, tied: true },
    { rank: 1, tied: false },
    { rank: 4, tied: false },
    { rank: 2, tied: true },
  ]);
  expect(competitionRanks([66, 89, 51], true).map(({ rank }) => rank)).toEqual([2, 3, 1]);
  expect(competitionRanks([])).toEqual([]);
});

test("last digits: counts below 100 and fractions are left out; all round is χ² = 9n for one digit", () => {
  // 20 counts that end in 0, 2 of each digit expected: (20 − 2)²/2 + 9 · 2²/2 = 162 + 18 = 180.
  const all = lastDigits([...new Array<number>(20).fill(130), 95, 5, 0, 112.5]);
  expect(all).toMatchObject({ n: 20, roundShare: 1, chiSquare: 180, enough: false });
  expect(lastDigits([1, 2, 3])).toEqual({
    n: 0,
    digits: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    enough: false,
  });
});

describe("growth", () => {
  test("rates by hand", () => {
    // 1.1 × 1.1 = 1.21 in two years; 1.21 in half a year is 1.21² − 1 a year.
    expect(compoundRate(100, 121, 2)).toBeCloseTo(0.1, 14);
    expect(compoundRate(100, 121, 0.5)).toBeCloseTo(0.4641, 14);
    expect(compoundRate(100, 0, 3)).toBe(-1);
    for (const [from, to, years] of [
      [0, 5, 1] as const,
      [5, -1, 1] as const,
      [5, 6, 0] as const,
      [-5, 6, 1] as const,
    ]) {
      expect(compoundRate(from, to, years)).toBeUndefined();
    }
  });

  test("the even rate leads back", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 1e6 }),
        fc.integer({ min: 100, max: 1e6 }),
        fc.integer({ min: 12, max: 480 }),
        (from, to, months) => {
          const rate = compoundRate(from, to, months / 12) as number;
          expect(Math.log(from) + (months / 12) * Math.log1p(rate)).toBeCloseTo(Math.log(to), 8);
        },
      ),
    );
  });
});

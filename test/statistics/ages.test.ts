import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  groupedMean,
  groupedMedian,
  medianBand,
  myersSeries,
  yearsOf,
} from "../../src/statistics/ages.ts";

describe("the series of Myers' method", () => {
  test("blends 10 weights a digit over ages 10 to 89", () => {
    for (const digit of yearsOf(0, 10)) {
      const [first, second] = myersSeries(digit, "orig");
      expect((first?.weight ?? 0) + (second?.weight ?? 0)).toBe(10);
      expect(
        [...(first?.ages ?? []), ...(second?.ages ?? [])].every(
          (age) => age >= 10 && age <= 89 && age % 10 === digit,
        ),
      ).toBe(true);
      expect([first?.ages.length, second?.ages.length]).toEqual([7, 7]);
    }
  });
});

describe("grouped median", () => {
  test("comes out as published (39.4): 0–4 … 75+", () => {
    const edges = [0, 5, 10, 15, 18, 25, 35, 45, 55, 65, 75, Number.POSITIVE_INFINITY];
    const counts = [6360, 6360, 10986, 5204, 7886, 9463, 17349, 18926, 13406, 6309, 5520];
    const bands = counts.map((count, k) => ({
      from: edges[k] as number,
      to: edges[k + 1] as number,
      count,
    }));
    expect(groupedMedian(bands)).toBeCloseTo(39.3954, 4);
  });
  test("is untold in an open band and of nobody", () => {
    expect(
      groupedMedian([
        { from: 0, to: 60, count: 1 },
        { from: 60, to: Number.POSITIVE_INFINITY, count: 2 },
      ]),
    ).toBeUndefined();
    expect(groupedMedian([{ from: 0, to: 60, count: 0 }])).toBeUndefined();
    expect(medianBand([])).toBeUndefined();
  });
  test("has half of the people below it, on either side of any split", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }), (counts) => {
        fc.pre(counts.some((count) => count > 0));
        const median = groupedMedian(
          counts.map((count, k) => ({ from: 10 * k, to: 10 * (k + 1), count })),
        ) as number;
        const below = counts.reduce(
          (sum, count, k) => sum + count * Math.min(1, Math.max(0, (median - 10 * k) / 10)),
          0,
        );
        expect(below).toBeCloseTo(counts.reduce((a, b) => a + b) / 2, 6);
      }),
    );
  });
});

test("grouped mean: (20 × 7.5 + 60 × 40 + 20 × 75) ÷ 100 = 40.5", () => {
  expect(groupedMean([20, 60, 20], [7.5, 40, 75])).toBe(40.5);
  expect(groupedMean([0, 0], [1, 2])).toBeUndefined();
});

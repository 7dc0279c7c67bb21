import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  groupedMean,
  groupedMedian,
  medianBand,
  myers,
  myersSeries,
  whipple,
  yearsOf,
} from "../../src/statistics/ages.ts";

const uniform = () => 7;
const line = (age: number) => 100000 - 1000 * age;
const inOneDigit = (digit: number) => (age: number) => (age % 10 === digit ? 3 : 0);

describe("Whipple's index", () => {
  test("is 100 on equal ages and on a straight line", () => {
    expect(whipple(uniform)).toBe(100);
    expect(whipple(line)).toBeCloseTo(100, 12);
  });
  test("is 500 when all ages end in 0 or 5, 0 when none does, and untold of nobody", () => {
    expect(whipple(inOneDigit(0))).toBe(500);
    expect(whipple(inOneDigit(5))).toBe(500);
    expect(whipple(inOneDigit(3))).toBe(0);
    expect(whipple(() => 0)).toBeUndefined();
  });
});

describe("Myers' index", () => {
  test("is 0 on equal ages and on a straight line, with series of seven decades", () => {
    expect(myers(uniform)).toBeCloseTo(0, 12);
    expect(myers(line)).toBeCloseTo(0, 10);
  });
  test("is 0.351 on a straight line in the variant pasex (domain/methods.md)", () => {
    expect(myers(line, "pasex")).toBeCloseTo(0.351, 3);
  });
  test.each([0, 4, 9])("is 90 when all ages end in %i", (digit) => {
    expect(myers(inOneDigit(digit))).toBeCloseTo(90, 12);
    expect(myers(inOneDigit(digit), "pasex")).toBeCloseTo(90, 12);
  });
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
  test("is untold of nobody", () => expect(myers(() => 0)).toBeUndefined());
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

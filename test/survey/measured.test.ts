import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  absent,
  add,
  divide,
  exact,
  highest,
  interval,
  isAbsent,
  isExact,
  isInterval,
  largest,
  lowest,
  type Measured,
  multiply,
  smallest,
  subtract,
} from "../../src/survey/measured.ts";

describe("intervals", () => {
  test("13万多 people and 5万多 people are between 180,000 and 200,000 (survey-texts, 3.5–3.7)", () => {
    expect(
      add(interval(130_000, 140_000, false, true), interval(50_000, 60_000, false, true)),
    ).toEqual({ low: 180_000, high: 200_000, highOpen: true });
  });

  test("the shortfall of three communities below 60 m² to 500 m² lies in (440, 500] each", () => {
    expect(largest(exact(0), subtract(exact(500), interval(0, 60, false, true)))).toEqual({
      low: 440,
      high: 500,
      lowOpen: true,
    });
  });

  test("a quotient by an interval that holds zero cannot be told", () => {
    expect(divide(exact(1), interval(0, 2))).toEqual({ absent: "zero-denominator" });
    expect(divide(exact(0), exact(0))).toEqual({ absent: "zero-denominator" });
  });

  test("an unbounded side stays unbounded", () => {
    expect(add(interval(500, Number.POSITIVE_INFINITY), exact(1))).toEqual({
      low: 501,
      high: Number.POSITIVE_INFINITY,
    });
    expect(multiply(interval(1, Number.POSITIVE_INFINITY), exact(0))).toEqual(exact(0));
  });

  test("approximate values stay approximate, absent ones keep their reason", () => {
    expect(add(exact(1, true), exact(2))).toEqual({ value: 3, approximate: true });
    expect(add(exact(1), absent("no-data"))).toEqual({ absent: "no-data" });
  });
});

const whole = fc.integer({ min: -1000, max: 1000 });
const ranges = fc.tuple(whole, whole).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const operations: [
  string,
  (a: Measured, b: Measured) => Measured,
  (x: number, y: number) => number,
][] = [
  ["add", add, (x, y) => x + y],
  ["subtract", subtract, (x, y) => x - y],
  ["multiply", multiply, (x, y) => x * y],
  ["divide", divide, (x, y) => x / y],
  ["largest", largest, Math.max],
  ["smallest", smallest, Math.min],
];

test.each(operations)(
  "%s of intervals holds the result for every point in them, and nothing is NaN",
  (_name, measured, plain) => {
    fc.assert(
      fc.property(
        ranges,
        ranges,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ([a, b], [c, d], s, t) => {
          const result = measured(interval(a, b), interval(c, d));
          if (isAbsent(result)) {
            expect(c <= 0 && d >= 0).toBe(true);
            return;
          }
          const value = plain(a + s * (b - a), c + t * (d - c));
          const slack = 1e-9 * Math.max(1, Math.abs(value));
          expect(lowest(result)).toBeLessThanOrEqual(value + slack);
          expect(highest(result)).toBeGreaterThanOrEqual(value - slack);
          expect(isExact(result) || isInterval(result)).toBe(true);
        },
      ),
    );
  },
);

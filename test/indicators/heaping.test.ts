import { describe, expect, test } from "vitest";
import type { Indicator } from "../../src/indicators/define.ts";
import { myersIndex } from "../../src/indicators/myers.ts";
import { singleYearsOf } from "../../src/indicators/single-years.ts";
import { whippleIndex } from "../../src/indicators/whipple.ts";
import { totalsOf } from "./totals.ts";

const uniform = () => 7;
const line = (age: number) => 100000 - 1000 * age;
const inOneDigit = (digit: number) => (age: number) => (age % 10 === digit ? 3 : 0);

const figureOf = (
  indicator: Indicator,
  count: (age: number) => number,
  options: Readonly<Record<string, string>> = {},
): unknown => {
  const { value } = indicator.compute(totalsOf(singleYearsOf(0, 100, count)), { options });
  return "value" in value ? value.value : value;
};

describe("Whipple's index", () => {
  const whipple = (count: (age: number) => number) => figureOf(whippleIndex, count);
  test("is 100 on equal ages and on a straight line", () => {
    expect(whipple(uniform)).toBe(100);
    expect(whipple(line)).toBeCloseTo(100, 12);
  });
  test("is 500 when all ages end in 0 or 5, 0 when none does, and absent of nobody", () => {
    expect(whipple(inOneDigit(0))).toBe(500);
    expect(whipple(inOneDigit(5))).toBe(500);
    expect(whipple(inOneDigit(3))).toBe(0);
    expect(whipple(() => 0)).toEqual({ absent: "zero-denominator" });
  });
});

describe("Myers' index", () => {
  const myers = (count: (age: number) => number, variant = "orig") =>
    figureOf(myersIndex, count, { variant });
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
  test("is absent of nobody", () => expect(myers(() => 0)).toEqual({ absent: "zero-denominator" }));
});

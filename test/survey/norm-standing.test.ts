import { describe, expect, test } from "vitest";
import { absent, exact, type Measured } from "../../src/survey/measured.ts";
import type { Comparison, Norm } from "../../src/survey/norm.ts";
import { compare, shortfallStanding, standing, within } from "../../src/survey/norm-standing.ts";

const text = { en: "x", "zh-CN": "x", "zh-TW": "x" };
const norm = (op: Comparison, value: number, upper?: number): Norm => ({
  id: "n",
  subject: "s",
  op,
  value,
  ...(upper !== undefined && { upper }),
  unit: "m²",
  jurisdiction: text,
  document: text,
  issuer: text,
  confidence: "own",
});
const between = (low: number, high: number, open: "low" | "high" | "none" = "none"): Measured => ({
  low,
  high,
  ...(open === "low" && { lowOpen: true as const }),
  ...(open === "high" && { highOpen: true as const }),
});

describe("a figure against a norm", () => {
  test.each<[string, Measured, Norm, boolean | undefined, Measured]>([
    ["below a floor", exact(300), norm(">=", 500), false, { value: 200 }],
    ["at a floor", exact(500), norm(">=", 500), true, { value: 0 }],
    ["at an exclusive floor", exact(500), norm(">", 500), false, { value: 0 }],
    ["above a ceiling", exact(67.5), norm("<=", 50), false, { value: 17.5 }],
    ["at an exclusive ceiling", exact(50), norm("<", 50), false, { value: 0 }],
    ["under a range", exact(800), norm("between", 1000, 3000), false, { value: 200 }],
    ["in a range", exact(3000), norm("between", 1000, 3000), true, { value: 0 }],
    ["over a range", exact(3500), norm("between", 1000, 3000), false, { value: 500 }],
    ["beside an average", exact(4.5), norm("=", 2.5), undefined, { value: 2 }],
    [
      "an interval below",
      between(0, 60, "high"),
      norm(">=", 60),
      false,
      { low: 0, high: 60, lowOpen: true },
    ],
    ["an interval that touches", between(0, 60), norm(">=", 60), undefined, { low: 0, high: 60 }],
    ["an interval across", between(400, 600), norm(">=", 500), undefined, { low: 0, high: 100 }],
    ["an interval above", between(500, 700), norm(">=", 500), true, { value: 0 }],
    [
      "an open interval above an exclusive floor",
      between(500, 700, "low"),
      norm(">", 500),
      true,
      { value: 0 },
    ],
    ["an absent figure", absent("no-data"), norm(">=", 500), undefined, absent("no-data")],
  ])("%s", (_, value, against, met, gap) => {
    expect(standing(value, against)).toEqual({ met, gap });
  });

  test("an approximate figure keeps its mark in the gap", () => {
    expect(standing(exact(300, true), norm(">=", 500)).gap).toEqual({
      value: 200,
      approximate: true,
    });
  });
});

test("a comparison and its opposite agree", () => {
  for (const m of [
    exact(5),
    between(4, 5),
    between(5, 6),
    between(4, 5, "high"),
    between(5, 6, "low"),
    between(4, 6),
  ]) {
    const less = compare(m, "<", 5);
    const atLeast = compare(m, ">=", 5);
    expect(less === undefined ? undefined : !less).toBe(atLeast);
  }
  expect(compare(between(4, 5, "high"), ">=", 5)).toBe(false);
  expect(within(between(4, 5), 4, 5)).toBe(true);
});

test("a shortfall is met at nothing", () => {
  expect(shortfallStanding(exact(0))).toEqual({ met: true, gap: { value: 0 } });
  expect(shortfallStanding(between(0, 10)).met).toBeUndefined();
  expect(shortfallStanding(between(0, 10, "low")).met).toBe(false);
});

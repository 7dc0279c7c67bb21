import { describe, expect, test } from "vitest";
import { ownNorm } from "../../src/norms/config-norm.ts";

describe("a norm of one's own", () => {
  test.each([
    ["office_area=500", { subject: "office_area", op: ">=", value: 500, unit: "m²" }],
    [
      "workers_per_1000>=1.2",
      { subject: "workers_per_1000", op: ">=", value: 1.2, unit: "persons per 1,000" },
    ],
    ["members_per_branch<=50", { subject: "members_per_branch", op: "<=", value: 50 }],
    ["members_per_branch=50", { subject: "members_per_branch", op: "<=", value: 50 }],
    ["households_per_worker = 300", { subject: "households_per_worker", op: "<=", value: 300 }],
    ["office_area≥500", { op: ">=", value: 500 }],
    ["household_size<4.5", { op: "<", value: 4.5 }],
    ["households=1000..3000", { op: "between", value: 1000, upper: 3000, unit: "household" }],
    ["households=1000-3000", { op: "between", value: 1000, upper: 3000 }],
  ])("%s", (text, expected) => {
    expect(ownNorm(text)).toMatchObject({ ...expected, confidence: "own" });
  });

  test.each([
    ["office_area", "no-comparison"],
    ["=500", "no-comparison"],
    ["office_area=viel", "no-number"],
    ["office_area=", "no-number"],
    ["office_area=-5", "no-number"],
    ["households>=1000..3000", "no-number"],
    ["households=3000..1000", "empty-range"],
  ])("%s is none: %s", (text, reason) => {
    expect(ownNorm(text)).toEqual({ reason });
  });

  test("of a subject that nobody measures is refused when the subjects are known", () => {
    const unitOf = (subject: string) => (subject === "office_area" ? "m²" : undefined);
    expect(ownNorm("offic_area=500", unitOf)).toEqual({ reason: "unknown-subject" });
    expect(ownNorm("office_area=500", unitOf)).toMatchObject({ unit: "m²" });
  });
});

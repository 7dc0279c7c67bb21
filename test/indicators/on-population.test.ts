import { describe, expect, test } from "vitest";
import { computeUnder, standOfArea } from "../../src/analysis/norm-results.ts";
import { type Indicator, speaksOf } from "../../src/indicators/define.ts";
import { exampleNorm } from "../../src/indicators/example-norms.ts";
import { indicators } from "../../src/indicators/index.ts";
import { withIndicatorsForNorms } from "../../src/indicators/of-variable.ts";
import { workersPer1000 } from "../../src/indicators/staffing.ts";
import { workersShortfall } from "../../src/indicators/workers-need.ts";
import { totalsOf } from "./totals.ts";

const norm = (basis?: "usual" | "registered" | "managed") =>
  exampleNorm({
    subject: "workers_per_1000",
    op: ">=",
    value: 1,
    unit: "persons per 1,000",
    rounding: "floor",
    ...(basis && { basis }),
  });

const ratioUnder = (basis?: "usual" | "registered" | "managed"): Indicator => {
  const speaking = withIndicatorsForNorms([norm(basis)], indicators).filter(
    (indicator) => indicator.unit === "persons per 1,000" && speaksOf(norm(basis), indicator),
  );
  expect(speaking).toHaveLength(1);
  return speaking[0] as Indicator;
};

describe("a norm is held against the population that it means", () => {
  // 5 workers: to 3,600 residents 1.39 per 1,000; to 3,600 + 2,400 managed 0.83; to 3,000 registered 1.67.
  const one = { workers: [5], residents: [3600], floating_population: [2400] };

  test.each([
    [undefined, 5 / 3.6, true],
    ["usual", 5 / 3.6, true],
    ["managed", 5 / 6, false],
    ["registered", 5 / 3, true],
  ] as const)("%s", (basis, expected, met) => {
    const indicator = ratioUnder(basis);
    const result = computeUnder(
      indicator,
      totalsOf({ ...one, registered_residents: [3000] }),
      norm(basis),
    );
    expect("value" in result.value && result.value.value).toBeCloseTo(expected, 12);
    expect(standOfArea(indicator, result, norm(basis))?.met).toBe(met);
  });

  test("as stated where it is: 5 to 8,000 managed", () => {
    const result = computeUnder(
      ratioUnder("managed"),
      totalsOf({ ...one, managed_population: [8000] }),
      norm("managed"),
    );
    expect(result.value).toEqual({ value: 0.625 });
  });

  test("and has the verdict of the posts: 6 for 6,000 managed, 5 at work", () => {
    const short = workersShortfall.compute(totalsOf(one), { norm: norm("managed"), options: {} });
    expect(short.value).toEqual({ value: 1 });
  });

  test("is absent where the table does not tell that population", () => {
    const given = { workers: [5, 4], residents: [3600, 4000] };
    for (const basis of ["managed", "registered"] as const)
      expect(computeUnder(ratioUnder(basis), totalsOf(given), norm(basis)).value).toHaveProperty(
        "absent",
      );
  });

  test("over several communities counts those that tell it: (5 + 2) to 6,000 + 2,000", () => {
    const given = {
      workers: [5, 9, 2],
      residents: [3600, 4000, 1500],
      floating_population: [2400, null, 500],
    };
    const result = computeUnder(ratioUnder("managed"), totalsOf(given), norm("managed"));
    expect(result.value).toEqual({ value: 0.875 });
    expect(result.coverage).toMatchObject({ areas: 2, of: 3 });
  });

  test("the figure of the residents has no norm on other people", () => {
    expect(speaksOf(norm("managed"), workersPer1000)).toBe(false);
    expect(speaksOf(norm("registered"), workersPer1000)).toBe(false);
    expect(speaksOf(norm("usual"), workersPer1000)).toBe(true);
  });
});

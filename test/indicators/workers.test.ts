import { describe, expect, test } from "vitest";
import { exampleNorm } from "../../src/indicators/example-norms.ts";
import { workersNeeded, workersShortfall } from "../../src/indicators/workers-need.ts";
import { totalsOf } from "./totals.ts";

const perThousand = (more: Partial<Parameters<typeof exampleNorm>[0]> = {}) =>
  exampleNorm({
    subject: "workers_per_1000",
    op: ">=",
    value: 1,
    unit: "persons per 1,000",
    ...more,
  });
const needed = (given: Parameters<typeof totalsOf>[0], norm = perThousand(), options = {}) =>
  workersNeeded.compute(totalsOf(given), { norm, options });

describe("workers needed", () => {
  test("take the managed population, else residents and floating, else residents, and say so", () => {
    const given = {
      residents: [2000, 2000, 2000],
      floating_population: [1000, 1000, null],
      managed_population: [4000, null, null],
    };
    const result = needed(given, perThousand({ basis: "managed", rounding: "floor" }));
    expect(result.value).toEqual({ value: 4 + 3 + 2 });
    expect(result.notes?.map((note) => note.en)).toEqual([
      "1 per 1,000, rounded down per community, without bounds (example-workers_per_1000).",
      "Posts counted on managed population in 1 of 3 communities.",
      "Posts counted on residents and floating population in 1 of 3 communities.",
      "Posts counted on residents in 1 of 3 communities.",
    ]);
  });

  test.each([
    ["floor", 2],
    ["nearest", 3],
    ["ceil", 3],
  ] as const)("round 2.5 %s to %i", (rounding, expected) => {
    expect(needed({ residents: [2500] }, perThousand({ rounding })).value).toEqual({
      value: expected,
    });
    expect(
      needed({ residents: [2500] }, perThousand({ rounding: "floor" }), { rounding }).value,
    ).toEqual({ value: expected });
  });

  test("are rounded up where the norm says nothing, and a float's dust is no post: 1.1 × 30 = 33", () => {
    expect(needed({ residents: [2001] }).value).toEqual({ value: 3 });
    expect(needed({ residents: [30000] }, perThousand({ value: 1.1 })).value).toEqual({
      value: 33,
    });
    expect(needed({ residents: [3000] }, perThousand({ value: 1.1 })).value).toEqual({ value: 4 });
  });

  test("are bounded by the norm's clamp", () => {
    expect(
      needed({ residents: [500, 99000] }, perThousand({ clamp: { min: 5, max: 7 } })).value,
    ).toEqual({ value: 5 + 7 });
  });

  test("of a fuzzy population are an interval of posts", () => {
    const { value } = needed(
      { residents: [{ low: 130000, high: 140000, highOpen: true }] },
      perThousand({ rounding: "floor" }),
    );
    expect(value).toEqual({ low: 130, high: 140, highOpen: true });
  });

  test("on the totals differ from the sum by rounding alone: 3 × 1.5 rounds down to 3, 4.5 to 4", () => {
    const result = needed({ residents: [1500, 1500, 1500] }, perThousand({ rounding: "floor" }));
    expect(result.value).toEqual({ value: 3 });
    expect(result.variants?.map(({ id, value }) => [id, value])).toEqual([
      ["on_totals_residents", { value: 4 }],
    ]);
  });
});

test("the shortfall leaves out communities without workers or people, and says how many", () => {
  const given = { residents: [2000, 3000, null], workers: [1, null, 2] };
  const result = workersShortfall.compute(totalsOf(given), { norm: perThousand(), options: {} });
  expect(result).toMatchObject({
    value: { value: 1 },
    net: { value: 1 },
    coverage: { areas: 1, of: 3 },
  });
});

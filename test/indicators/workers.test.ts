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

describe("workers needed on the totals", () => {
  const managedNorm = perThousand({ basis: "managed", rounding: "floor" });
  const variants = (given: Parameters<typeof totalsOf>[0], norm = managedNorm) =>
    needed(given, norm).variants?.map(({ id, value }) => [id, value]);

  test("are also those of the managed population where one community has more than its residents to count on", () => {
    // 2,000 + 1,500 = 3,500 residents: 3; 4,700 managed + 1,500 residents = 6,200: 6.
    expect(variants({ residents: [2000, 1500], managed_population: [4700, null] })).toEqual([
      ["on_totals_residents", { value: 3 }],
      ["on_totals_managed", { value: 6 }],
    ]);
    expect(variants({ residents: [2000, 1500] })).toEqual([["on_totals_residents", { value: 3 }]]);
  });

  test("are not those of the residents where one community has only its managed population", () => {
    // 4,700 + 3,600 = 8,300.
    expect(variants({ residents: [2000, null], managed_population: [4700, 3600] })).toEqual([
      ["on_totals_managed", { value: 8 }],
    ]);
  });

  test("are none for a norm that is joined with the posts of another", () => {
    expect(variants({ residents: [2000] }, { ...managedNorm, joins: ["staffing"] })).toEqual([]);
  });

  test("less the workers there are the shortfall on the totals, of the communities that have both", () => {
    // 2,500 + 2,500: 2 + 2 = 4 needed one by one, 5 together, 3 at work; the third has no workers told.
    const given = { residents: [2500, 2500, 9000], workers: [1, 2, null] };
    const norm = perThousand({ rounding: "floor" });
    const result = workersShortfall.compute(totalsOf(given), { norm, options: {} });
    expect(result.value).toEqual({ value: 1 });
    expect(result.variants?.map(({ id, value }) => [id, value])).toEqual([
      ["on_totals_residents", { value: 2 }],
    ]);
    expect(result.notes).toHaveLength(2);
  });

  test("are not told where no community has both people and workers", () => {
    const result = workersShortfall.compute(totalsOf({ residents: [2500], workers: [null] }), {
      norm: perThousand(),
      options: {},
    });
    expect(result.variants ?? []).toEqual([]);
    expect(result.value).toEqual({ absent: "no-data" });
  });

  test("without a norm: absent, of no community", () => {
    for (const indicator of [workersNeeded, workersShortfall])
      expect(
        indicator.compute(totalsOf({ residents: [2500], workers: [1] }), { options: {} }),
      ).toEqual({ value: { absent: "no-norm" }, coverage: { areas: 0, of: 1 } });
  });
});

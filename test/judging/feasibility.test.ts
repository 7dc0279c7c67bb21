import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  communitiesAbove,
  greatestTotalWith,
  isPossible,
  possibleTotals,
} from "../../src/judging/feasibility.ts";

/** The town of 2007: 877 members in 13 communities, 32 to 89 each. */
const town = { communities: 13, total: 877, least: 32, most: 89 };

describe("what number, sum, least and greatest tell", () => {
  it("the sums that are possible", () => {
    // 32 × 12 + 89 = 473 and 89 × 12 + 32 = 1100, as domain/survey-texts.md has it
    expect(possibleTotals(town)).toEqual({ low: 473, high: 1100 });
    expect(isPossible(town)).toBe(true);
    expect(isPossible({ ...town, total: 1101 })).toBe(false);
    expect(isPossible({ ...town, least: 90 })).toBe(false);
  });

  it("at least 7 of 13 have more than 50 members", () => {
    // 32 + 89k + 50(12 − k) ≥ 877 ⇔ 39k ≥ 245 ⇔ k ≥ 6.3; one has 32, so at most 12
    expect(communitiesAbove(town, 50)).toEqual({ low: 7, high: 12 });
    // With 6 they have 32 + 6 × 89 + 6 × 50 = 866 at most
    expect(greatestTotalWith(town, 50, 6)).toBe(866);
    // 50 or more: 32 + 89k + 49(12 − k) ≥ 877 ⇔ 40k ≥ 257 ⇔ k ≥ 6.4
    expect(communitiesAbove(town, 50, true)).toEqual({ low: 7, high: 12 });
    // Nobody is above 89, everybody at 32 or more
    expect(communitiesAbove(town, 89)).toEqual({ low: 0, high: 0 });
    expect(communitiesAbove(town, 32, true)).toEqual({ low: 13, high: 13 });
    expect(communitiesAbove({ ...town, total: 2000 }, 50)).toBeUndefined();
  });

  it("agrees with counting all communities that can be", () => {
    const all = (n: number, low: number, high: number): number[][] =>
      n === 0
        ? [[]]
        : all(n - 1, low, high).flatMap((rest) =>
            Array.from({ length: high - low + 1 }, (_, i) => [...rest, low + i]),
          );
    fc.assert(
      fc.property(
        fc.record({
          communities: fc.integer({ min: 1, max: 4 }),
          least: fc.integer({ min: 0, max: 4 }),
          span: fc.integer({ min: 0, max: 4 }),
          total: fc.nat(24),
        }),
        fc.integer({ min: 0, max: 9 }),
        fc.boolean(),
        ({ communities, least, span, total }, threshold, reach) => {
          const most = least + span;
          const known = { communities, least, most, total };
          const counts = all(communities, least, most)
            .filter(
              (c) =>
                c.reduce((a, b) => a + b, 0) === total &&
                Math.min(...c) === least &&
                Math.max(...c) === most,
            )
            .map((c) => c.filter((x) => (reach ? x >= threshold : x > threshold)).length);
          expect(isPossible(known)).toBe(counts.length > 0);
          expect(communitiesAbove(known, threshold, reach)).toEqual(
            counts.length === 0
              ? undefined
              : { low: Math.min(...counts), high: Math.max(...counts) },
          );
        },
      ),
      { numRuns: 400 },
    );
  });
});

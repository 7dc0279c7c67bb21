import { describe, expect, it } from "vitest";
import { exposed } from "../../src/protection/disclosure.ts";

/** What is exposed where all counts are withheld but those that are `shown`: the support of each relation, and where another count may be withheld. */
function exposing(
  values: readonly number[],
  supports: readonly (readonly number[])[],
  least: number,
  shown: readonly number[] = [],
): (readonly (readonly number[])[])[] {
  const withheld = new Set(values.flatMap((_, i) => (shown.includes(i) ? [] : [i])));
  return exposed(
    supports.map((support) => ({ support })),
    withheld,
    (i) => values[i] as number,
    least,
  ).map(({ relation, among }) => [relation.support, among]);
}

describe("a sum", () => {
  it("gives nothing away where no count is withheld, and a single one whole", () => {
    expect(exposing([9, 8], [[0, 1]], 5, [0, 1])).toEqual([]);
    // 17 − 8 = 9, though 9 is not small itself.
    expect(exposing([9, 8], [[0, 1]], 5, [1])).toEqual([
      [
        [0, 1],
        [0, 1],
      ],
    ]);
  });

  it("leaves at least so many open: 2 + 3 = 5 does, 2 + 2 = 4 does not", () => {
    expect(exposing([2, 3], [[0, 1]], 5)).toEqual([]);
    expect(exposing([2, 2], [[0, 1]], 5)).toHaveLength(1);
  });

  it("of counts from 1 tells them where each must be 1: 1 + 1 = 2; 1 + 2 = 3 may be 2 + 1", () => {
    expect(exposing([1, 1], [[0, 1]], 2)).toHaveLength(1);
    expect(exposing([1, 2], [[0, 1]], 2)).toEqual([]);
    expect(exposing([1, 1, 1], [[0, 1, 2]], 2)).toHaveLength(1);
    expect(exposing([1, 1, 2], [[0, 1, 2]], 2)).toEqual([]);
  });
});

describe("a sum within another", () => {
  const within = [
    [0, 1, 2, 3],
    [0, 1],
  ];

  it("is taken off: what is left of the outer one is a single count, to be hidden outside the inner one", () => {
    // 4 + 5 of the inner one are known together; 4 + 5 + 6 + 7 less 9 less the shown 7 is 6.
    expect(exposing([4, 5, 6, 7], within, 5, [3])).toEqual([
      [
        [0, 1, 2, 3],
        [2, 3],
      ],
    ]);
  });

  it("leaves the outer one open where two counts are left that add up to enough", () => {
    expect(exposing([4, 5, 2, 3], within, 5)).toEqual([]);
    // 2 + 2 is below 5.
    expect(exposing([4, 5, 2, 2], within, 5)).toHaveLength(1);
  });

  it("that is all of it leaves nothing, which tells nothing more", () => {
    expect(
      exposing(
        [4, 5, 6],
        [
          [0, 1],
          [0, 1, 2],
        ],
        5,
        [2],
      ),
    ).toEqual([]);
  });
});

describe("sums that overlap", () => {
  it("tell all counts where as many sums as counts do: 3 + 4, 4 + 5, 3 + 5", () => {
    const pairs = [
      [0, 1],
      [1, 2],
      [0, 2],
    ];
    // Half of 7 + 9 + 8 is 12, of which 12 − 9 = 3, 12 − 8 = 4, 12 − 7 = 5.
    expect(exposing([3, 4, 5], pairs, 2).map(([support]) => support)).toEqual([
      [0, 1],
      [0, 1],
      [1, 2],
    ]);
  });

  it("hide counts that can move together, either way: rows and columns of 1 2 / 2 1 and of 2 1 / 1 2", () => {
    const table = [
      [0, 1],
      [2, 3],
      [0, 2],
      [1, 3],
    ];
    // 1 2 / 2 1 and 2 1 / 1 2 have the same sums: 3 everywhere.
    expect(exposing([1, 2, 2, 1], table, 2)).toEqual([]);
    expect(exposing([2, 1, 1, 2], table, 2)).toEqual([]);
  });

  const chain = [
    [0, 1],
    [1, 2],
    [2, 3],
  ];

  it("tell counts whose every move would make one of them 0: 1 2 2 1 in a chain", () => {
    // x + y = 3, y + z = 4, z + w = 3: with x = 2 it is y = 1, z = 3, w = 0, and no count is 0.
    expect(exposing([1, 2, 2, 1], chain, 2)).toEqual([
      [chain[0], chain[0]],
      [chain[0], chain[0]],
      [chain[1], chain[1]],
      [chain[2], chain[2]],
    ]);
    // With w = 2 the same move gives 2 1 3 1.
    expect(exposing([1, 2, 2, 2], chain, 2)).toEqual([]);
  });

  it("hide two counts that stand in the same sums behind each other, and tell those that do not", () => {
    // As with 3, 4, 5 above, but the 5 is 1 + 4, which may be 2 + 3: only the 3 and the 4 are told.
    const pairs = [
      [0, 1],
      [1, 2, 3],
      [0, 2, 3],
    ];
    expect(exposing([3, 4, 1, 4], pairs, 2).map(([support]) => support)).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });
});

import { expect, test } from "vitest";
import { Column, sumAt } from "../../src/survey/column.ts";
import { absent } from "../../src/survey/measured.ts";
import { subset } from "../../src/survey/subset.ts";

function column(): Column {
  const made = new Column(2);
  made.addMeasured(0, { value: 3 });
  made.addMeasured(1, { value: 4, approximate: true });
  made.addMeasured(2, { low: 1, high: 2 });
  made.addSum(4, 10, 5);
  return made;
}

test("a plain figure is an exact one that is not approximate", () => {
  expect([0, 1, 2, 3, 4, 99].map((key) => column().plain(key))).toEqual([3, undefined, undefined, undefined, 10, undefined]);
  expect([column().count(4), column().count(3)]).toEqual([5, 0]);
});

test("a sum keeps what its terms are, plain or not, and is absent where one of them is", () => {
  expect(sumAt(column(), [0, 4])).toEqual({ value: 13 });
  expect(sumAt(column(), [0, 1])).toEqual({ value: 7, approximate: true });
  expect(sumAt(column(), [0, 2])).toEqual({ low: 4, high: 5 });
  expect(sumAt(column(), [0, 3])).toEqual(absent("no-data"));
  expect(sumAt(column(), [])).toEqual(absent("no-data"));
});

test("a subset offers the plain way only as far as its series does", () => {
  expect(subset(column(), [4, 1]).plain?.(0)).toBe(10);
  expect(subset({ at: () => ({ value: 1 }) }, [0]).plain?.(0)).toBeUndefined();
});

test("merging a column carries sums, counts and what they are", () => {
  const target = new Column();
  for (const key of [0, 1, 2, 3, 4]) target.merge(0, column(), key);
  // 3 + about 4 + between 1 and 2 + 10, of 1 + 1 + 1 + 5 cells.
  expect([target.at(0), target.count(0)]).toEqual([{ low: 18, high: 19 }, 8]);
});

import { expect, test } from "vitest";
import { Column, sumAt } from "../../src/survey/column.ts";
import { absent } from "../../src/survey/measured.ts";
import { figuresOf } from "../../src/survey/plain-figures.ts";
import { nowhere, subset } from "../../src/survey/series-subset.ts";
import type { Series } from "../../src/survey/totals.ts";

function column(): Column {
  const made = new Column(2);
  made.addMeasured(0, { value: 3 });
  made.addMeasured(1, { value: 4, approximate: true });
  made.addMeasured(2, { low: 1, high: 2 });
  made.addSum(4, 10, 5);
  return made;
}

test("a plain figure is an exact one that is not approximate", () => {
  expect([0, 1, 2, 3, 4, 99].map((key) => column().plain(key))).toEqual([
    3,
    undefined,
    undefined,
    undefined,
    10,
    undefined,
  ]);
  expect([column().count(4), column().count(3)]).toEqual([5, 0]);
});

test("figures are the plain ones at once, NaN where there is none", () => {
  const plainly = (series: Series, size: number) =>
    Array.from({ length: size }, (_, i) => series.plain?.(i) ?? Number.NaN);
  const onlyAt: Series = {
    at: (i) =>
      [
        { value: 1 },
        { value: 2, approximate: true } as const,
        { low: 1, high: 2 },
        absent("no-data"),
      ][i] ?? { value: 5 },
  };
  expect([...figuresOf(onlyAt, 5)]).toEqual([1, Number.NaN, Number.NaN, Number.NaN, 5]);
  for (const series of [
    column(),
    subset(column(), [4, 1, 4, 0], 5),
    subset(column(), [4], 5),
    nowhere("no-data"),
  ]) {
    for (const size of [0, 1, 4])
      expect([...figuresOf(series, size)]).toEqual(plainly(series, size));
  }
  expect([...figuresOf(column(), 7)]).toEqual([
    3,
    Number.NaN,
    Number.NaN,
    Number.NaN,
    10,
    Number.NaN,
    Number.NaN,
  ]);
});

test("columns are merged whole as they are key by key", () => {
  const parts = () => [column(), column(), new Column()];
  const [whole, single] = [new Column(), new Column()];
  for (const from of parts()) whole.mergeAll(from);
  for (const from of parts()) for (let key = 0; key < 5; key++) single.merge(key, from, key);
  for (let key = 0; key < 5; key++)
    expect([whole.at(key), whole.count(key), whole.rows(key)]).toEqual([
      single.at(key),
      single.count(key),
      single.rows(key),
    ]);
  const plain = new Column();
  plain.addSum(1, 0.1, 3);
  const sums = new Column();
  for (const from of [plain, plain]) sums.mergeAll(from);
  expect([sums.at(1), sums.count(1), sums.count(0)]).toEqual([{ value: 0.2 }, 6, 0]);
});

test("a sum keeps what its terms are, plain or not, and is absent where one of them is", () => {
  expect(sumAt(column(), [0, 4])).toEqual({ value: 13 });
  expect(sumAt(column(), [0, 1])).toEqual({ value: 7, approximate: true });
  expect(sumAt(column(), [0, 2])).toEqual({ low: 4, high: 5 });
  expect(sumAt(column(), [0, 3])).toEqual(absent("no-data"));
  expect(sumAt(column(), [])).toEqual(absent("no-data"));
});

test("a subset offers the plain way only as far as its series does", () => {
  expect(subset(column(), [4, 1], 3).plain?.(0)).toBe(10);
  expect(subset({ at: () => ({ value: 1 }) }, [0], 3).plain?.(0)).toBeUndefined();
});

test("merging a column carries sums, counts and what they are", () => {
  const target = new Column();
  for (const key of [0, 1, 2, 3, 4]) target.merge(0, column(), key);
  // 3 + about 4 + between 1 and 2 + 10, of 1 + 1 + 1 + 5 cells.
  expect([target.at(0), target.count(0)]).toEqual([{ low: 18, high: 19 }, 8]);
});

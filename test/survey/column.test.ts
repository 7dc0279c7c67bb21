import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Column } from "../../src/survey/column.ts";
import { exact, interval } from "../../src/survey/measured.ts";

describe("Column", () => {
  test("a key without cells is absent, not zero", () => {
    expect(new Column().at(3)).toEqual({ absent: "no-data" });
  });

  test("small amounts survive beside a large one: 1e16 + 1 + 1 − 1e16 = 2", () => {
    const column = new Column();
    for (const value of [1e16, 1, 1, -1e16]) column.add(0, value);
    expect(column.at(0)).toEqual({ value: 2 });
  });

  test("an interval among exact cells makes the total an interval", () => {
    const column = new Column(1);
    column.add(5, 10);
    column.addMeasured(5, interval(130_000, 140_000, false, true));
    column.addMeasured(5, exact(3, true));
    expect(column.at(5)).toEqual({ low: 130_013, high: 140_013, highOpen: true });
    expect(column.count(5)).toBe(3);
  });

  test("set replaces what a key held", () => {
    const column = new Column();
    column.addMeasured(0, interval(1, 2));
    column.set(0, exact(7));
    expect(column.at(0)).toEqual({ value: 7 });
    expect(column.count(0)).toBe(1);
  });
});

test("sums do not depend on the order of the rows", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 40 }),
      fc.infiniteStream(fc.nat()),
      (values, random) => {
        const shuffled = values
          .map((value) => ({ value, at: random.next().value as number }))
          .sort((a, b) => a.at - b.at);
        const one = new Column();
        const two = new Column();
        for (const value of values) one.add(0, value);
        for (const { value } of shuffled) two.add(0, value);
        expect(two.at(0)).toEqual(one.at(0));
      },
    ),
  );
});

test("whole numbers add up exactly (against BigInt)", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 50 }), (values) => {
      const column = new Column();
      for (const value of values) column.add(0, value);
      const sum = values.reduce((total, value) => total + BigInt(value), 0n);
      expect(column.at(0)).toEqual(
        values.length === 0 ? { absent: "no-data" } : { value: Number(sum) },
      );
    }),
  );
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { parseCell } from "../../src/intake/cells/cell.ts";
import { readInterval, writeInterval } from "../../src/survey/interval-notation.ts";
import { type Interval, interval } from "../../src/survey/measured.ts";

const bound = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000 }),
  fc.double({ min: 0, max: 1e12, noNaN: true }),
);
const intervals = fc
  .tuple(bound, bound, fc.boolean(), fc.boolean(), fc.constantFrom("both", "low", "high"))
  .filter(([a, b]) => a !== b)
  .map(([a, b, lowOpen, highOpen, sides]): Interval => {
    const [low, high] = [
      sides === "high" ? Number.NEGATIVE_INFINITY : Math.min(a, b),
      sides === "low" ? Number.POSITIVE_INFINITY : Math.max(a, b),
    ];
    return interval(
      low,
      high,
      lowOpen && sides !== "high",
      highOpen && sides !== "low",
    ) as Interval;
  });

it("is read back as the same interval", () => {
  fc.assert(
    fc.property(intervals, (drawn) => {
      expect(readInterval(writeInterval(drawn))).toEqual(drawn);
    }),
  );
});

it("is read back from a cell of any column of figures", () => {
  const rules = { kind: "money", unit: "yuan", exponent: 4, noneMeans: "missing" } as const;
  fc.assert(
    fc.property(intervals, (drawn) => {
      expect(parseCell(writeInterval(drawn), rules)).toMatchObject({
        kind: "number",
        measured: drawn,
      });
    }),
  );
});

it.each([
  [{ low: 130_000, high: 140_000, highOpen: true } as const, "[130000..140000)"],
  [{ low: 500, high: Number.POSITIVE_INFINITY, lowOpen: true } as const, "(500..∞)"],
  [{ low: Number.NEGATIVE_INFINITY, high: 0.5 }, "(-∞..0.5]"],
])("is written as mathematics does: %o", (given, text) => {
  expect(writeInterval(given)).toBe(text);
});

it.each(["[2..1]", "[1..1)", "1..2", "[1,2)", "[1..2", "[..2)", "(1,234)", "", "[a..b]"])(
  "is not %s",
  (text) => {
    expect(readInterval(text)).toBeUndefined();
  },
);

import { describe, expect, it } from "vitest";
import { type UnitId, unitOf, units } from "../../src/codebook/units.ts";
import { formatFigure } from "../../src/render/number.ts";
import { thresholdPhrase } from "../../src/report/norm-text.ts";
import { exact } from "../../src/survey/measured.ts";
import type { Norm } from "../../src/survey/norm.ts";
import { isOne } from "../../src/words/plural.ts";
import { unitText } from "../../src/words/unit-text.ts";

const ids = Object.keys(units) as UnitId[];
const inEnglish = (value: number, unit: string, decimals = 0): string =>
  formatFigure({ measured: exact(value), unit, decimals, withUnit: true }, "en");

describe("a unit behind a figure", () => {
  it.each<[number, string, number, string]>([
    [1, "community", 0, "1 community"],
    [2, "community", 0, "2 communities"],
    [0, "household", 0, "0 households"],
    [-1, "person", 0, "−1 person"],
    // Printed with decimals it is plural in English (CLDR: one is i = 1 and v = 0).
    [1, "persons per household", 2, "1.00 persons per household"],
    [1, "persons per 1,000", 0, "1 person per 1,000"],
    // What is printed counts: 0.6 without decimals is 1.
    [0.6, "household", 0, "1 household"],
    [1, "percentage points", 0, "1 percentage point"],
    [1, "m²", 0, "1 m²"],
  ])("%d %s with %d decimals is “%s”", (value, unit, decimals, text) => {
    expect(inEnglish(value, unit, decimals)).toBe(text);
  });

  it("says one where a bound is one, and many in a range", () => {
    const figure = { unit: "community", decimals: 0, withUnit: true } as const;
    const atLeast = { low: 1, high: Number.POSITIVE_INFINITY };
    expect(formatFigure({ ...figure, measured: atLeast }, "en")).toBe("≥1 community");
    expect(formatFigure({ ...figure, measured: { low: 0, high: 1 } }, "en")).toBe(
      "0–1 communities",
    );
  });

  it("has a singular of its own wherever English has a plural", () => {
    const plural = ids.filter((id) => /^[a-z-]+s(?: |$)/u.test(units[id].sign.en));
    expect(plural.length).toBeGreaterThan(20);
    for (const id of plural) {
      const { sign, prose } = unitOf(id);
      expect(sign.one, id).toBeDefined();
      expect(sign.one, id).not.toBe(sign.en);
      if (prose && /^[a-z]+s$/u.test(prose.en)) expect(prose.one, id).toBeDefined();
    }
  });

  it("stands in a sentence as it is read aloud", () => {
    expect(unitText("m²", "zh-CN", "prose")).toBe("平方米");
    expect(unitText("households per community", "en", "prose", true)).toBe("household");
    expect(unitText("cases per 100 beds", "zh-TW", "prose")).toBe("cases per 100 beds");
  });

  it("is singular in what a norm asks", () => {
    const norm = { op: ">=", value: 1, unit: "community" } as Norm;
    const [before, figure] = thresholdPhrase(norm, "en");
    expect(before).toBe("at least ");
    expect(formatFigure(figure as never, "en")).toBe("1 community");
  });
});

describe("whether a noun stands in the singular", () => {
  it.each<[number, number, boolean]>([
    [1, 0, true],
    [-1, 0, true],
    [0, 0, false],
    [1, 1, false],
    [1.2, 0, true],
    [1.5, 0, false],
  ])("beside %d with %d decimals: %s", (value, decimals, one) => {
    expect(isOne(value, decimals)).toBe(one);
  });
});

import { describe, expect, it } from "vitest";
import { type UnitId, unitOf, units } from "../../src/codebook/units.ts";
import { dimensionOf, dimensionText, unitsOf } from "../../src/formula/dimension.ts";
import type { Formula } from "../../src/formula/expression.ts";
import { parseFormula } from "../../src/formula/parse.ts";
import { indicators } from "../../src/indicators/index.ts";

const of = (text: string) => {
  const read = parseFormula(text);
  if ("fault" in read) throw new Error(read.fault);
  return dimensionOf(read.formula);
};
const textOf = (text: string): string => {
  const found = of(text);
  return "fault" in found ? found.fault : dimensionText(found);
};

describe("the dimension of a formula", () => {
  it.each([
    ["workers / residents * 1000", "1 × 1000"],
    ["residents / households", "person/household"],
    ["residents / land_area", "person/m² × 1000000"],
    ["monthly_wage * 12 * workers", "yuan"],
    ["monthly_wage * workers", "yuan × 0.0833333333333"],
    ["dual_post / communities * 100", "1 × 100"],
    ["500 - office_area", "m²"],
    ["residents * residents", "person^2"],
  ])("%s is %s", (formula, expected) => expect(textOf(formula)).toBe(expected));

  it.each([
    "office_area + residents",
    "funds + monthly_wage * workers",
    "land_area + office_area",
    "max(households, residents)",
  ])("%s does not go together", (formula) =>
    expect(of(formula)).toMatchObject({ fault: "unlike" }),
  );

  it("agrees with the unit that each indicator of the catalogue declares", () => {
    const trees = indicators.filter((indicator) => !("en" in indicator.formula));
    expect(trees.length).toBeGreaterThan(40);
    for (const { id, formula, unit } of trees) {
      const declared = unitOf(unit).dimension;
      if (!declared) continue;
      expect({
        id,
        unit: dimensionText(dimensionOf(formula as Formula) as typeof declared),
      }).toEqual({ id, unit: dimensionText(declared) });
    }
  });

  it("finds the units that fit", () => {
    expect(unitsOf({ powers: {}, factor: 10000 })).toEqual(["persons per 10,000"]);
    for (const unit of Object.keys(units) as UnitId[]) {
      const known = unitOf(unit).dimension;
      if (known) expect(unitsOf(known)).toContain(unit);
    }
  });
});

import { describe, expect, it } from "vitest";
import type { Formula } from "../../src/formula/expression.ts";
import { formulaOfIds } from "../../src/formula/print.ts";
import { type OwnDefinition, ownIndicator } from "../../src/indicators/config-indicator.ts";
import type { Indicator } from "../../src/indicators/define.ts";
import { indicators } from "../../src/indicators/index.ts";
import { type Given, totalsOf } from "./totals.ts";

const made = (formula: string, more: Partial<OwnDefinition> = {}): Indicator => {
  const indicator = ownIndicator({ id: "own", formula, ...more });
  if ("fault" in indicator) throw new Error(JSON.stringify(indicator));
  return indicator;
};
const figureOf = (formula: string, given: Given) =>
  made(formula).compute(totalsOf(given), { options: {} });

describe("an indicator of the user's own", () => {
  it("is a ratio of sums over the communities that have both", () => {
    // (3 + 5) ÷ (1000 + 3000) × 1000 = 2; the third does not report residents. The mean of the ratios would be 2.33.
    expect(
      figureOf("workers / residents * 1000", { workers: [3, 5, 9], residents: [1000, 3000, null] }),
    ).toMatchObject({
      value: { value: 2 },
      coverage: { areas: 2, of: 3, denominatorShare: 1 },
    });
    expect(made("1000 * workers / residents").rollup).toBe("ratio-of-sums");
  });

  it("computes other divisions on the totals", () => {
    // 100 − 60 ÷ 200 × 100 = 70
    expect(
      figureOf("100 - members_60_plus / members * 100", {
        members_60_plus: [20, 40],
        members: [100, 100],
      }).value,
    ).toEqual({ value: 70 });
  });

  it("computes a number by a total: 1000 ÷ (300 + 200) = 2", () => {
    const { value } = made("1000 / residents", { unit: "点" }).compute(
      totalsOf({ residents: [300, 200] }),
      { options: {} },
    );
    expect(value).toEqual({ value: 2 });
  });

  it("adds up what does not divide", () => {
    // max(0, 300 − 40) + max(0, 300 − 620) = 260 + 0
    expect(figureOf("max(0, 300 - office_area)", { office_area: [40, 620] }).value).toEqual({
      value: 260,
    });
    expect(made("max(0, 300 - office_area)")).toMatchObject({
      rollup: "sum",
      unit: "m²",
      theme: "space",
      decimals: 0,
    });
  });

  it("keeps ranges and reasons", () => {
    expect(
      figureOf("floating_population / residents * 100", {
        floating_population: [{ low: 50000, high: 60000, highOpen: true }],
        residents: [{ value: 100000 }],
      }).value,
    ).toEqual({
      low: 50,
      high: 60,
      highOpen: true,
    });
    expect(figureOf("workers / residents", { workers: [3], residents: [0] }).value).toEqual({
      absent: "zero-denominator",
    });
    expect(figureOf("workers / residents", { workers: [3] }).value).toEqual({
      absent: "missing-variable",
    });
  });

  it.each([
    ["workers / residents * 1000", "‰"],
    ["workers / residents", "index"],
    ["residents / workers", "residents per worker"],
    ["residents_60_plus / residents * 100", "%"],
    ["office_area / communities", "m² per community"],
    ["funds / workers", "yuan per worker"],
    ["members + floating_population", "person"],
  ])("%s: its unit follows", (formula, unit) => expect(made(formula).unit).toBe(unit));

  it("takes a unit of the user's own where cdj has none", () => {
    expect(made("enterprises / residents * 10000", { unit: "家/万人" }).unit).toBe("家/万人");
    expect(ownIndicator({ id: "own", formula: "enterprises / residents * 10000" })).toEqual({
      fault: "unit-needed",
      left: "enterprise/person × 10000",
    });
  });

  it.each<[string, Partial<OwnDefinition>, object]>([
    ["worker / residents", {}, { fault: "unknown-name", column: 1, found: "worker" }],
    ["residents / worker", {}, { fault: "unknown-name", column: 13, found: "worker" }],
    ["office_area + residents", {}, { fault: "unlike", column: 13, left: "m²", right: "person" }],
    [
      "workers / residents",
      { unit: "%" },
      {
        fault: "unit-differs",
        found: "%",
        left: "1",
        right: "1 × 100",
        fitting: ["residents per worker"],
      },
    ],
    ["space_tenure / residents", {}, { fault: "category", column: 1, found: "space_tenure" }],
    ["2 + 3", {}, { fault: "no-variable" }],
    ["monthly_wage * 12", {}, { fault: "does-not-add-up", column: 14, found: "monthly_wage" }],
    ["workers / (residents", {}, { fault: "unclosed", column: 11, found: "(" }],
  ])("%s is refused", (formula, more, fault) =>
    expect(ownIndicator({ id: "own", formula, ...more })).toEqual(fault),
  );

  it("reads the printed formula of each indicator of the catalogue as the same ratio of sums", () => {
    const trees = indicators.filter(
      (indicator) =>
        !("en" in indicator.formula) &&
        indicator.rollup === "ratio-of-sums" &&
        !indicator.needs.includes("communities" as never),
    );
    expect(trees.length).toBeGreaterThan(30);
    for (const { id, formula, unit, examples } of trees) {
      const indicator = ownIndicator({
        id: "own",
        formula: formulaOfIds(formula as Formula, "en"),
        unit,
      });
      if ("fault" in indicator) throw new Error(`${id}: ${JSON.stringify(indicator)}`);
      for (const example of examples as Indicator["examples"]) {
        if (example.options) continue;
        const theirs = indicators
          .find((other) => other.id === id)
          ?.compute(totalsOf(example.given), { options: {} });
        expect({
          id,
          value: indicator.compute(totalsOf(example.given), { options: {} }).value,
        }).toEqual({ id, value: theirs?.value });
      }
    }
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Arithmetic, evaluate } from "../../src/formula/expression.ts";
import type { Indicator, Result } from "../../src/indicators/define.ts";
import { indicators } from "../../src/indicators/index.ts";
import { officeAreaShortfall } from "../../src/indicators/office.ts";
import { workersPer1000 } from "../../src/indicators/staffing.ts";
import type { Measured } from "../../src/survey/measured.ts";
import { communityOf, type Given, totalsOf } from "./totals.ts";

const bare = { options: {} };
const figureOf = (m: Measured | undefined): number => (m && "value" in m ? m.value : Number.NaN);

describe("a ratio of sums", () => {
  const given: Given = { workers: [3, 30], residents: [1000, 60000] };

  test("is not the mean of ratios", () => {
    const whole = figureOf(workersPer1000.compute(totalsOf(given), bare).value);
    const own = [0, 1].map((i) =>
      figureOf(workersPer1000.compute(totalsOf(communityOf(given, i)), bare).value),
    );
    expect(own).toEqual([3, 0.5]);
    expect(whole).toBeCloseTo((33 / 61000) * 1000, 12);
    expect(whole).not.toBeCloseTo((3 + 0.5) / 2, 1);
  });

  test("takes the communities that have both, and says so", () => {
    const result = workersPer1000.compute(
      totalsOf({ workers: [3, null, 5], residents: [1000, 2000, null] }),
      bare,
    );
    expect(result).toMatchObject({
      value: { value: 3 },
      coverage: { areas: 1, of: 3, denominatorShare: 1000 / 3000 },
    });
  });

  const ratios = indicators.filter(
    (indicator: Indicator) => indicator.rollup === "ratio-of-sums" && !("en" in indicator.formula),
  );

  /** Numerator and denominator of `n ÷ d` or `n ÷ d × k`. */
  function parts(arithmetic: Arithmetic | undefined): [number, number] | undefined {
    if (!arithmetic || !("op" in arithmetic)) return undefined;
    const quotient = arithmetic.op === "*" ? arithmetic.left : arithmetic;
    if (!("op" in quotient) || quotient.op !== "/") return undefined;
    return [figureOf(evaluate(quotient.left)), figureOf(evaluate(quotient.right))];
  }

  test.each(ratios.map((indicator) => [indicator.id, indicator as Indicator] as const))(
    "%s: the parts of any grouping add up to the whole",
    (_, indicator) => {
      const cell = fc.option(fc.integer({ min: 1, max: 5000 }), { nil: null, freq: 5 });
      const survey = fc.array(
        fc.tuple(
          fc.integer({ min: 0, max: 2 }),
          fc.array(cell, { minLength: indicator.needs.length, maxLength: indicator.needs.length }),
        ),
        { minLength: 1, maxLength: 8 },
      );
      const givenOf = (rows: readonly (readonly [number, readonly (number | null)[]])[]): Given =>
        Object.fromEntries(
          indicator.needs.map((id, k) => [id, rows.map(([, cells]) => cells[k] ?? null)]),
        );
      fc.assert(
        fc.property(survey, (rows) => {
          const whole = parts(
            indicator.compute(totalsOf(givenOf(rows), rows.length), bare).arithmetic,
          ) ?? [0, 0];
          const groups = [0, 1, 2]
            .map((group) => rows.filter(([of]) => of === group))
            .filter((of) => of.length > 0);
          const each = groups.map(
            (of) =>
              parts(indicator.compute(totalsOf(givenOf(of), of.length), bare).arithmetic) ?? [0, 0],
          );
          for (const k of [0, 1] as const)
            expect(each.reduce((sum, pair) => sum + (pair[k] ?? 0), 0)).toBe(whole[k]);
        }),
        { numRuns: 40 },
      );
    },
  );
});

test("shortfalls of any grouping add up to the whole, net gaps do not", () => {
  const norm = officeAreaShortfall.examples[0].norm;
  const short = (given: Given): Result =>
    officeAreaShortfall.compute(totalsOf(given), { norm, options: {} });
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 2, maxLength: 10 }),
      fc.nat(),
      (areas, cut) => {
        const at = 1 + (cut % (areas.length - 1));
        const whole = short({ office_area: areas });
        const groups = [areas.slice(0, at), areas.slice(at)].map((part) =>
          short({ office_area: part }),
        );
        expect(groups.reduce((sum, group) => sum + figureOf(group.value), 0)).toBe(
          figureOf(whole.value),
        );
        expect(figureOf(whole.net)).toBeLessThanOrEqual(figureOf(whole.value));
      },
    ),
  );
  expect(figureOf(short({ office_area: [300, 700] }).net)).toBe(0);
  expect(
    figureOf(short({ office_area: [300] }).net) + figureOf(short({ office_area: [700] }).net),
  ).toBe(200);
});

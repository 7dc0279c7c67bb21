import { describe, expect, test } from "vitest";
import { parseBandId } from "../../src/codebook/age-band.ts";
import { findVariable } from "../../src/codebook/index.ts";
import { units } from "../../src/codebook/units.ts";
import { evaluate, leaves } from "../../src/formula/expression.ts";
import type { Example, Indicator, Result } from "../../src/indicators/define.ts";
import { indicators } from "../../src/indicators/index.ts";
import { languages, type Text } from "../../src/survey/language.ts";
import { isAbsent, type Measured } from "../../src/survey/measured.ts";
import { communityOf, totalsOf } from "./totals.ts";

const all: readonly Indicator[] = indicators;

const compute = (indicator: Indicator, example: Example): Result =>
  indicator.compute(totalsOf(example.given), {
    ...(example.norm && { norm: example.norm }),
    options: example.options ?? {},
  });

function expectMeasured(
  actual: Measured | undefined,
  expected: Measured,
  decimals: number | undefined,
): void {
  if (decimals === undefined) {
    expect(actual).toEqual(expected);
    return;
  }
  expect(Object.keys(actual ?? {}).sort()).toEqual(Object.keys(expected).sort());
  for (const [key, wanted] of Object.entries(expected)) {
    const found = (actual as unknown as Record<string, unknown>)[key];
    if (typeof wanted === "number")
      expect(Math.abs((found as number) - wanted)).toBeLessThanOrEqual(
        0.5 * 10 ** -decimals * (1 + 1e-9),
      );
    else expect(found).toEqual(wanted);
  }
}

const knownId = (id: string): boolean =>
  findVariable(id) !== undefined || parseBandId(id) !== undefined;

for (const indicator of all) {
  describe(indicator.id, () => {
    indicator.examples.forEach((example, number) => {
      test(`example ${number + 1}: ${example.source}`, () => {
        const result = compute(indicator, example);
        expectMeasured(result.value, example.expected, example.decimals);
        const also = example.also ?? {};
        if (also.net) expectMeasured(result.net, also.net, example.decimals);
        if (also.class !== undefined) expect(result.class).toBe(also.class);
        if (also.classes) expect(result.classes).toEqual(also.classes);
        if (also.coverage) expect(result.coverage).toMatchObject(also.coverage);
        for (const [id, value] of Object.entries(also.variants ?? {})) {
          expect(result.variants?.find((variant) => variant.id === id)?.value).toEqual({ value });
        }
      });

      test(`example ${number + 1}: the arithmetic gives the value`, () => {
        const result = compute(indicator, example);
        if (isAbsent(result.value))
          expect(result.arithmetic ? evaluate(result.arithmetic) : result.value).toEqual(
            result.value,
          );
        else
          expect(evaluate(result.arithmetic as NonNullable<Result["arithmetic"]>)).toEqual(
            result.value,
          );
        for (const variant of result.variants ?? []) {
          if (!isAbsent(variant.value))
            expect(evaluate(variant.arithmetic as NonNullable<Result["arithmetic"]>)).toEqual(
              variant.value,
            );
        }
      });

      test(`example ${number + 1}: every community alone gives its arithmetic too`, () => {
        const size = Math.max(...Object.values(example.given).map((cells) => cells.length));
        for (let i = 0; i < size; i++) {
          const alone = indicator.compute(totalsOf(communityOf(example.given, i)), {
            ...(example.norm && { norm: example.norm }),
            options: example.options ?? {},
          });
          if (!isAbsent(alone.value))
            expect(evaluate(alone.arithmetic as NonNullable<Result["arithmetic"]>)).toEqual(
              alone.value,
            );
        }
      });
    });

    test("needs and the formula's leaves are ids of the codebook", () => {
      expect(indicator.needs.filter((id) => !knownId(id))).toEqual([]);
      if (!("en" in indicator.formula))
        expect(leaves(indicator.formula).filter((id) => !indicator.needs.includes(id))).toEqual([]);
    });

    test("is complete in three languages", () => {
      const texts: (Text | undefined)[] = [
        indicator.title,
        indicator.source,
        indicator.reading,
        ...("en" in indicator.formula ? [indicator.formula] : []),
        ...(indicator.classes ?? []).map((c) => c.title),
        ...Object.values(indicator.options ?? {}).map((o) => o.title),
      ];
      for (const text of texts)
        if (text) for (const language of languages) expect(text[language].trim()).not.toBe("");
      expect(Object.keys(units)).toContain(indicator.unit);
    });

    test("of no communities is absent", () => {
      const { value } = indicator.compute(totalsOf({}, 0), {
        ...indicator.examples.flatMap(({ norm }) => (norm ? [{ norm }] : []))[0],
        options: {},
      });
      expect(isAbsent(value)).toBe(true);
    });

    test("of communities without a figure is absent, never NaN", () => {
      const { value } = indicator.compute(totalsOf({}, 3), {
        ...indicator.examples.flatMap(({ norm }) => (norm ? [{ norm }] : []))[0],
        options: {},
      });
      expect(isAbsent(value)).toBe(true);
    });

    test("of zeros is a number or absent, never NaN", () => {
      for (const { given, norm, options, expected } of indicator.examples) {
        const zeros = Object.fromEntries(
          Object.entries(given).map(([id, cells]) => [id, cells.map(() => 0)]),
        );
        const { value } = indicator.compute(totalsOf(zeros), {
          ...(norm && { norm }),
          options: options ?? {},
        });
        for (const bound of Object.values(value))
          if (typeof bound === "number") expect(Number.isFinite(bound)).toBe(true);
        if (
          indicator.rollup === "ratio-of-sums" &&
          !indicator.needs.includes("communities") &&
          norm === undefined &&
          "value" in expected
        )
          expect(value).toEqual({ absent: "zero-denominator" });
      }
    });

    if (indicator.norm?.required) {
      test("without a norm is absent with no-norm", () => {
        const given = indicator.examples[0]?.given ?? {};
        expect(indicator.compute(totalsOf(given), { options: {} }).value).toEqual({
          absent: "no-norm",
        });
      });
    }
  });
}

test("ids are unique and gaps are stated in indicators that exist", () => {
  const ids = all.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(all.flatMap(({ gapIn }) => gapIn ?? []).filter((id) => !ids.includes(id))).toEqual([]);
});

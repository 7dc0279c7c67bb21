import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Arithmetic,
  evaluate,
  figure,
  number,
  operate,
  quantity,
} from "../../src/formula/expression.ts";
import { arithmeticText, formulaOfIds, formulaText, plainDigits } from "../../src/formula/print.ts";
import type { Indicator, Result } from "../../src/indicators/define.ts";
import { indicators } from "../../src/indicators/index.ts";
import { languages } from "../../src/survey/language.ts";
import { exact, isAbsent, isExact, type Measured } from "../../src/survey/measured.ts";
import { communityOf, totalsOf } from "../indicators/totals.ts";
import { type Bounds, evaluateText } from "../report/evaluate.ts";

const of = (value: number): Arithmetic => figure(exact(value));

describe("the evaluator of these tests", () => {
  test.each([
    ["39 ÷ 130,000 × 1000", 0.3],
    ["2 + 3 × 4", 14],
    ["(2 + 3) × 4", 20],
    ["8 − 3 − 2", 3],
    ["16 ÷ 4 ÷ 2", 2],
    ["max(0, 500 − 1,620)", 0],
    ["min(7, max(5, roundup(16,000 ÷ 1000)))", 7],
    ["向下取整(21.9) + 四捨五入(0.5)", 22],
    ["−3 + (−4)", -7],
  ])("%s is %d", (text, value) => {
    expect(evaluateText(text)).toEqual({ low: value, high: value });
  });

  test("intervals", () => {
    expect(evaluateText("max(0, 500 − (60–<100))")).toEqual({ low: 400, high: 440 });
    expect(evaluateText("500 − (≥500)")).toEqual({ low: Number.NEGATIVE_INFINITY, high: 0 });
    expect(evaluateText("(>5～10) × 2")).toEqual({ low: 10, high: 20 });
  });

  test.each(["1 +", "(1", "1 2", "— ÷ 3", "foo(3)"])("refuses %s", (text) => {
    expect(() => evaluateText(text)).toThrow();
  });
});

describe("formulaText", () => {
  const perThousand = operate(
    "*",
    operate("/", quantity("workers"), quantity("residents")),
    number(1000),
  );

  test("names variables by title, or by id", () => {
    expect(formulaText(perThousand, "en")).toBe("community workers ÷ usual residents × 1000");
    expect(formulaText(perThousand, "zh-CN")).toBe("工作人员数 ÷ 常住人口 × 1000");
    expect(formulaText(perThousand, "zh-TW")).toBe("工作人員數 ÷ 常住人口 × 1000");
    expect(formulaOfIds(perThousand, "en")).toBe("workers ÷ residents × 1000");
  });

  test("brackets only where the order asks for them", () => {
    const [a, b, c] = ["workers", "residents", "households"].map(quantity) as [
      typeof perThousand,
      typeof perThousand,
      typeof perThousand,
    ];
    expect(formulaOfIds(operate("/", a, operate("+", b, c)), "en")).toBe(
      "workers ÷ (residents + households)",
    );
    expect(formulaOfIds(operate("+", operate("/", a, b), c), "en")).toBe(
      "workers ÷ residents + households",
    );
    expect(formulaOfIds(operate("-", a, operate("-", b, c)), "en")).toBe(
      "workers − (residents − households)",
    );
    expect(formulaOfIds(operate("/", operate("/", a, b), c), "en")).toBe(
      "workers ÷ residents ÷ households",
    );
    expect(formulaOfIds(operate("/", a, operate("/", b, c)), "en")).toBe(
      "workers ÷ (residents ÷ households)",
    );
    expect(formulaOfIds(operate("max", number(0), operate("-", a, b)), "en")).toBe(
      "max(0, workers − residents)",
    );
  });

  test("an age band by its title", () => {
    expect(formulaText(quantity("members_60_plus"), "zh-CN")).toBe("60岁及以上党员");
  });
});

describe("arithmeticText", () => {
  test("groups figures, not constants", () => {
    expect(arithmeticText(operate("*", operate("/", of(39), of(130000)), number(1000)), "en")).toBe(
      "39 ÷ 130,000 × 1000",
    );
  });

  test("a sum of figures is its total; a sum of terms is written out, or its total where it is long", () => {
    expect(arithmeticText({ sum: [of(1000), of(234)] }, "en")).toBe("1,234");
    const term = operate("max", number(0), operate("-", number(500), of(620)));
    expect(arithmeticText({ sum: [term, term] }, "en")).toBe(
      "max(0, 500 − 620) + max(0, 500 − 620)",
    );
    expect(
      arithmeticText({ sum: Array<Arithmetic>(21).fill(operate("-", of(5), of(3))) }, "en"),
    ).toBe("42");
  });

  test("intervals and approximate figures", () => {
    expect(
      arithmeticText(
        operate("/", of(50000), figure({ low: 130000, high: 140000, highOpen: true })),
        "en",
      ),
    ).toBe("50,000 ÷ (130,000–<140,000)");
    expect(
      arithmeticText(
        operate("/", of(50000), figure({ low: 130000, high: 140000, highOpen: true })),
        "zh-CN",
      ),
    ).toBe("50,000 ÷ (130,000～140,000)");
    expect(arithmeticText(figure({ low: 500, high: Number.POSITIVE_INFINITY }), "en")).toBe(
      "(≥500)",
    );
    expect(arithmeticText(operate("/", figure(exact(130000, true)), of(2)), "zh-TW")).toBe(
      "≈130,000 ÷ 2",
    );
  });

  test("digits in full, without binary residue", () => {
    expect(plainDigits(0.1 + 0.2, true)).toBe("0.3");
    expect(plainDigits(1234567.5, true)).toBe("1,234,567.5");
    expect(plainDigits(1e21, true)).toBe("1,000,000,000,000,000,000,000");
    expect(plainDigits(1.5e-7, true)).toBe("0.00000015");
  });

  const leaf = fc.oneof(
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.integer({ min: 1, max: 99_999 }).map((n) => n / 100),
  );
  const { tree } = fc.letrec<{ tree: Arithmetic }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf.map(of),
      leaf.map(number),
      fc.record({
        op: fc.constantFrom("+", "-", "*", "max", "min"),
        left: tie("tree"),
        right: tie("tree"),
      }) as fc.Arbitrary<Arithmetic>,
      fc.record({ sum: fc.array(tie("tree"), { minLength: 1, maxLength: 4 }) }),
    ),
  }));

  test("evaluating the text gives the value, whatever the tree", () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(...languages), (arithmetic, language) => {
        const value = evaluate(arithmetic);
        if (!isExact(value)) throw new Error("exact leaves give exact values");
        const { low } = evaluateText(arithmeticText(arithmetic, language));
        expect(Math.abs(low - value.value)).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(value.value)),
        );
      }),
    );
  });
});

const boundsOf = (value: Exclude<Measured, { absent: unknown }>): Bounds =>
  isExact(value) ? { low: value.value, high: value.value } : value;

function expectSame(found: Bounds, value: Measured): void {
  if (isAbsent(value)) throw new Error("a figure expected");
  const wanted = boundsOf(value);
  for (const bound of ["low", "high"] as const) {
    if (Number.isFinite(wanted[bound]))
      expect(Math.abs(found[bound] - wanted[bound])).toBeLessThanOrEqual(
        1e-12 * Math.max(1, Math.abs(wanted[bound])),
      );
    else expect(found[bound]).toBe(wanted[bound]);
  }
}

function expectPrinted({ value, arithmetic, variants }: Result): number {
  if (isAbsent(value) || !arithmetic) return 0;
  for (const language of languages) {
    expectSame(evaluateText(arithmeticText(arithmetic, language)), value);
    for (const variant of variants ?? []) {
      if (variant.arithmetic && !isAbsent(variant.value))
        expectSame(evaluateText(arithmeticText(variant.arithmetic, language)), variant.value);
    }
  }
  return 1;
}

describe("the printed arithmetic of every example gives its value", () => {
  test.each(
    (indicators as readonly Indicator[]).map((indicator) => [indicator.id, indicator] as const),
  )("%s", (_, indicator) => {
    let printed = 0;
    for (const { given, norm, options } of indicator.examples) {
      const context = { ...(norm && { norm }), options: options ?? {} };
      printed += expectPrinted(indicator.compute(totalsOf(given), context));
      const size = Math.max(...Object.values(given).map((cells) => cells.length));
      for (let i = 0; i < size; i++)
        printed += expectPrinted(indicator.compute(totalsOf(communityOf(given, i)), context));
    }
    expect(printed).toBeGreaterThan(0);
  });
});

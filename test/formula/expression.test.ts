import { expect, test } from "vitest";
import {
  evaluate,
  figure,
  firstAbsent,
  leaves,
  number,
  operate,
  quantity,
  substitute,
} from "../../src/formula/expression.ts";
import { absent, exact, interval } from "../../src/survey/measured.ts";

const formula = operate(
  "*",
  operate("/", quantity("workers"), quantity("residents")),
  number(1000),
);

test("one tree is the formula and the arithmetic: 39 ÷ 130,000 × 1000 = 0.3", () => {
  const figures: Record<string, number> = { workers: 39, residents: 130_000 };
  expect(leaves(formula)).toEqual(["workers", "residents"]);
  expect(evaluate(substitute(formula, (id) => exact(figures[id] as number)))).toEqual({
    value: 0.3,
  });
});

test("the first absent leaf makes the whole absent, with its reason", () => {
  const arithmetic = substitute(formula, (id) => (id === "workers" ? absent("no-data") : exact(1)));
  expect(evaluate(arithmetic)).toEqual({ absent: "no-data" });
  expect(firstAbsent(arithmetic)).toBe("no-data");
});

test("a sum adds its terms; without terms it is absent", () => {
  expect(evaluate({ sum: [figure(exact(1)), figure(interval(2, 3))] })).toEqual({
    low: 3,
    high: 4,
  });
  expect(evaluate({ sum: [] })).toEqual({ absent: "no-data" });
});

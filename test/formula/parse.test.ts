import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Formula, number, operate, quantity } from "../../src/formula/expression.ts";
import { parseFormula } from "../../src/formula/parse.ts";
import { formulaOfIds } from "../../src/formula/print.ts";
import { languages } from "../../src/survey/language.ts";

const parsed = (text: string): Formula => {
  const read = parseFormula(text);
  if ("fault" in read) throw new Error(`${read.fault} at ${read.column}`);
  return read.formula;
};

describe("a formula in text", () => {
  it.each<[string, Formula]>([
    [
      "workers / residents * 1000",
      operate("*", operate("/", quantity("workers"), quantity("residents")), number(1000)),
    ],
    ["a - b - c", operate("-", operate("-", quantity("a"), quantity("b")), quantity("c"))],
    ["a + b × c", operate("+", quantity("a"), operate("*", quantity("b"), quantity("c")))],
    ["(a + b) ÷ 2", operate("/", operate("+", quantity("a"), quantity("b")), number(2))],
    [
      "max(0, 500 − office_area)",
      operate("max", number(0), operate("-", number(500), quantity("office_area"))),
    ],
    ["min(a, b, c)", operate("min", operate("min", quantity("a"), quantity("b")), quantity("c"))],
    ["-1.5e3*a", operate("*", number(-1500), quantity("a"))],
    ["-(a)", operate("-", number(0), quantity("a"))],
  ])("%s", (text, expected) => expect(parsed(text)).toEqual(expected));

  it.each([
    ["", "empty", 1, ""],
    ["workers / / residents", "unexpected", 11, "/"],
    ["workers /", "unfinished", 10, ""],
    ["(workers + 1", "unclosed", 1, "("],
    ["workers residents", "unexpected", 9, "residents"],
    ["min(workers)", "few-arguments", 1, "min"],
    ["sqrt(workers)", "unexpected", 5, "("],
    ["workers ** 2", "unexpected", 10, "*"],
    ["工作人员 / 2", "unexpected", 1, "工"],
    ["a + 1e999", "bad-number", 5, "1e999"],
    ["constructor.constructor('x')", "unexpected", 12, "."],
  ])("%s is refused with its place", (text, fault, column, found) =>
    expect(parseFormula(text)).toEqual({ fault, column, found }),
  );

  it("refuses what nests too deeply or is too long, instead of running out of stack", () => {
    expect(parseFormula(`${"(".repeat(500)}a${")".repeat(500)}`)).toMatchObject({
      fault: "too-deep",
    });
    expect(parseFormula(`a${"+a".repeat(5000)}`)).toMatchObject({ fault: "too-long" });
  });

  const leaf = fc.oneof(
    fc.constantFrom("workers", "residents", "members_60_plus").map(quantity),
    fc.integer({ min: -5000, max: 5000 }).map(number),
  );
  const { tree } = fc.letrec<{ tree: Formula }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      leaf,
      fc
        .tuple(fc.constantFrom("+", "-", "*", "/", "max", "min"), tie("tree"), tie("tree"))
        .map(([op, left, right]) => operate(op as "+", left as Formula, right as Formula)),
    ),
  }));

  it("is read again as it was printed, in every language", () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(...languages), (formula, language) => {
        expect(parsed(formulaOfIds(formula, language))).toEqual(formula);
      }),
    );
  });
});

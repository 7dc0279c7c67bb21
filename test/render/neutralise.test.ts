import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  neutraliseCsv,
  neutraliseMarkdown,
  neutraliseTerminal,
} from "../../src/render/neutralise.ts";

describe("for a terminal", () => {
  test.each([
    ["\u001b[31mred\u001b[0m", "␛[31mred␛[0m"],
    ["\u001b]0;title\u0007", "␛]0;title␇"],
    ["\u009b31m", "‹U+009B›31m"],
    ["a\u0000b\u007fc", "a␀b␡c"],
    ["one\ntwo\r\nthree\rfour\u2028five\u0085six", "one␤two␤three␤four␤five␤six"],
    ["a\tb", "a b"],
    ["社区\u202e31\u202c", "社区‹U+202E›31‹U+202C›"],
    ["\u2066x\u2069\u200f", "‹U+2066›x‹U+2069›‹U+200F›"],
    ["a\ud800b", "a‹U+D800›b"],
    ["x\u{e0041}", "x‹U+E0041›"],
    ["城东社区 𠮷 e\u0301 👩‍👩‍👧", "城东社区 𠮷 e\u0301 👩‍👩‍👧"],
  ])("%j is printed %j", (value, expected) => {
    expect(neutraliseTerminal(value)).toBe(expected);
  });

  test("nothing that acts is left, and what is left stays as it is", () => {
    const acts = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
    const units = fc.integer({ min: 0, max: 0x20ff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(units, fc.constantFrom("\u001b", "\u202e", "\n", "\ud83d", "社")),
        }),
        (value) => {
          const printed = neutraliseTerminal(value);
          expect(acts.test(printed)).toBe(false);
          expect(neutraliseTerminal(printed)).toBe(printed);
        },
      ),
    );
  });
});

test("for Markdown also without spaces at the ends", () => {
  expect(neutraliseMarkdown("  a\nb\u001b ")).toBe("a␤b␛");
});

describe("for CSV", () => {
  test.each([
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\rx",
    "\n=1",
    " =1+1",
    "＝1+1",
    "－1",
    "-无",
    "+86 138",
    "-1%+2",
    "=\n1",
  ])("%j gets an apostrophe", (value) => {
    expect(neutraliseCsv(value)).toBe(`'${value}`);
  });

  test.each([
    "",
    "-5",
    "+5",
    "-5.25",
    "-1,234.5",
    "-3e-5",
    "-12.5%",
    "-",
    "社区=东",
    "a+b",
    "'=1",
    "−5",
    "0",
    "—",
  ])("%j stays", (value) => {
    expect(neutraliseCsv(value)).toBe(value);
  });
});

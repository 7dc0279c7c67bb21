import fc from "fast-check";
import { expect, test } from "vitest";
import type { Language } from "../../src/survey/language.ts";
import { type Argument, grouped, joined, printArgument } from "../../src/words/argument.ts";
import { neutral, shortened, typeable } from "../../src/words/neutral-text.ts";
import { fillTemplate, placeholdersOf } from "../../src/words/template.ts";

const fill = (
  template: string,
  args: Record<string, Argument>,
  language: Language = "en",
): string =>
  fillTemplate(template, args, (name, format) => printArgument(name, args[name], format, language));

test("an argument stands where its placeholder stood", () => {
  expect(fill("“{cell}” under “{header}”", { cell: "n", header: "h" })).toBe("“n” under “h”");
});

test("what is in brackets goes when one of its arguments is missing or empty", () => {
  for (const near of [undefined, "", []]) {
    expect(
      fill(
        "“{header}” is unknown[; is it {near:or}?]",
        near === undefined ? { header: "x" } : { header: "x", near },
      ),
    ).toBe("“x” is unknown");
  }
  expect(fill("“{header}” is unknown[; is it {near:or}?]", { header: "x", near: ["a", "b"] })).toBe(
    "“x” is unknown; is it a or b?",
  );
});

test("a missing argument outside brackets shows as an ellipsis", () => {
  expect(fill("line {line}", {})).toBe("line …");
});

test("a word follows its number", () => {
  expect(fill("{n} {n|cell|cells}", { n: 1 })).toBe("1 cell");
  expect(fill("{n} {n|cell|cells}", { n: 3 })).toBe("3 cells");
});

test("the names of the placeholders are told once each", () => {
  expect(placeholdersOf("{a}[ {b:or}] {c|one|many} {a}")).toEqual(["a", "b", "c"]);
});

test("a text from data is never read as a template", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[{}[\]a-z|:]{1,40}$/), (cell) => {
      expect(fill("<{cell}>[ <{cell}>]", { cell, header: "secret" })).toBe(`<${cell}> <${cell}>`);
    }),
  );
});

test("numbers are grouped in thousands, without binary residue", () => {
  expect(grouped(0)).toBe("0");
  expect(grouped(999)).toBe("999");
  expect(grouped(16000)).toBe("16,000");
  expect(grouped(-1234567.5)).toBe("-1,234,567.5");
  expect(grouped(0.1 + 0.2)).toBe("0.3");
  expect(grouped(1234.5678)).toBe("1,234.5678");
});

test("numbers of lines and columns are not grouped", () => {
  expect(
    fill("lines {lines}, line {line}, {values}", {
      lines: [1002, 12003],
      line: 12345,
      values: [16000, 16500],
    }),
  ).toBe("lines 1002 and 12003, line 12345, 16,000 and 16,500");
});

test("lists are joined the way the language does", () => {
  expect(joined(["a"], "and", "en")).toBe("a");
  expect(joined(["a", "b", "c"], "and", "en")).toBe("a, b and c");
  expect(joined(["a", "b", "c"], "or", "en")).toBe("a, b or c");
  expect(joined(["甲", "乙", "丙"], "and", "zh-CN")).toBe("甲、乙、丙");
  expect(joined(["甲", "乙", "丙"], "or", "zh-TW")).toBe("甲、乙或丙");
  expect(joined([], "and", "en")).toBe("");
});

test("periods, keys, encodings and units print as words", () => {
  const periods = ["2024", "2024-H1", "2024-Q2", "2024-06"];
  expect(periods.map((period) => fill("{period}", { period }, "zh-CN"))).toEqual([
    "2024年",
    "2024年上半年",
    "2024年第二季度",
    "2024年6月",
  ]);
  expect(periods.map((period) => fill("{period}", { period }, "zh-TW"))).toEqual([
    "2024年",
    "2024年上半年",
    "2024年第二季",
    "2024年6月",
  ]);
  expect(periods.map((period) => fill("{period}", { period }, "en"))).toEqual(periods);
  expect(fill("{key}", { key: "area_code" }, "zh-TW")).toBe("地區代碼");
  expect(fill("{tried}", { tried: ["utf-8", "utf-16", "gb18030", "big5"] })).toBe(
    "UTF-8, UTF-16, GB18030 and Big5",
  );
  expect(fill("{expected}", { expected: "household" }, "zh-TW")).toBe("戶");
  expect(fill("{expected}", { expected: "亩" }, "en")).toBe("亩");
});

test("ids of variables print as their titles within a sentence, other texts as they are", () => {
  const args = { variable: "residents", candidates: ["floating_population", "no_such_variable"] };
  expect(fill("{variable}; {candidates:or}", args)).toBe(
    "usual residents; floating population or no_such_variable",
  );
  expect(fill("{variable}；{candidates:or}", args, "zh-TW")).toBe(
    "常住人口；流動人口或no_such_variable",
  );
  expect(fill("{candidates:id}", args, "zh-CN")).toBe("floating_population 或 no_such_variable");
});

test("text from data keeps to its line and commands no terminal", () => {
  expect(neutral("a\u001b[31mb\u0007\u009bc")).toBe("a [31mb c");
  expect(neutral("社区\r\n01\t")).toBe("社区 01");
  expect(neutral("\u202e10\u202c\u2066x\u2069\u200f\ufeff")).toBe("10x");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(fill("{cell}", { cell: text })).not.toMatch(
        /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u,
      );
    }),
  );
});

test("a long cell is cut after 60 characters, never inside one", () => {
  expect(shortened("社".repeat(60))).toBe("社".repeat(60));
  expect(shortened("社".repeat(61))).toBe(`${"社".repeat(60)}…`);
  expect(shortened("𠮷".repeat(61))).toBe(`${"𠮷".repeat(60)}…`);
  expect(fill("{files}", { files: ["长".repeat(80)] })).toBe("长".repeat(80));
});

test("only what a shell takes literally between double quotes stands in a command", () => {
  expect(typeable("常住人口(人)")).toBe("常住人口(人)");
  for (const text of [
    'a"b',
    "$(reboot)",
    "`reboot`",
    "a\\b",
    "a!b",
    "%PATH%",
    "a=b",
    "a,b",
    "a\nb",
    "\u202ea",
    "社".repeat(61),
  ])
    expect(typeable(text)).toBe("");
});

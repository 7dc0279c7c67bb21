import { expect, test } from "vitest";
import { renderJson } from "../../../src/render/sheets/json.ts";

test("two spaces, keys as set, LF at the end", () => {
  expect(renderJson({ b: 1, a: [{ c: "x" }], e: [] })).toBe(
    '{\n  "b": 1,\n  "a": [\n    {\n      "c": "x"\n    }\n  ],\n  "e": []\n}\n',
  );
});

test("an unbounded side is null, undefined is left out, -0 is 0", () => {
  expect(
    JSON.parse(renderJson({ low: 500, high: Infinity, lowOpen: undefined, zero: -0 })),
  ).toEqual({ low: 500, high: null, zero: 0 });
  expect(renderJson(-0)).toBe("0\n");
});

test("what acts on a terminal is escaped, and reads back as it was", () => {
  const value = "\u001b[31m\u009b\u007f社区\u202e\u2028\u200f";
  const text = renderJson(value);
  expect(text).toBe('"\\u001b[31m\\u009b\\u007f社区\\u202e\\u2028\\u200f"\n');
  expect(JSON.parse(text)).toBe(value);
});

test.each([[{ a: Number.NaN }], [[undefined]], [undefined], [{ f: () => 1 }]])(
  "no JSON for %o",
  (value) => {
    expect(() => renderJson(value)).toThrow(TypeError);
  },
);

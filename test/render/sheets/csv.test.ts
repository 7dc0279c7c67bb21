import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { renderCsv } from "../../../src/render/sheets/csv.ts";

test("rows, numbers, quotes", () => {
  const rows = [
    ["社区", "office, m²", 'said "so"'],
    ["城东\n社区", 0.2932, -0],
    ["=1+1", 1e21, "-5"],
  ];
  expect(renderCsv(rows)).toBe(
    '社区,"office, m²","said ""so"""\n"城东\n社区",0.2932,0\n\'=1+1,1e+21,-5\n',
  );
});

test("a byte order mark when asked, nothing for no rows", () => {
  expect(renderCsv([["a"]], { bom: true })).toBe("\uFEFFa\n");
  expect(renderCsv([])).toBe("");
});

test("a number that is not finite is a bug", () => {
  expect(() => renderCsv([[Number.NaN]])).toThrow(RangeError);
  expect(() => renderCsv([[Infinity]])).toThrow(RangeError);
});

test("PapaParse reads back what was written", () => {
  const cell = fc
    .string({ unit: fc.constantFrom("a", "社", ",", '"', "\n", "\r", " ", "1", ";") })
    .filter((text) => !/^[\r\n]/.test(text));
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }),
      (rows) => {
        expect(
          Papa.parse(renderCsv(rows).slice(0, -1), { delimiter: ",", newline: "\n" }).data,
        ).toEqual(rows);
      },
    ),
  );
});

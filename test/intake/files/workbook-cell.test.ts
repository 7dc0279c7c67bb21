import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellText, plainDecimal } from "../../../src/intake/files/workbook-cell.ts";

const date = (iso: string) => new Date(`${iso}${iso.includes("T") ? "" : "T00:00:00"}Z`);

describe("cellText", () => {
  it.each([
    [0.1 + 0.2, undefined, "0.3"],
    [1234.5600000000002, "#,##0.00", "1234.56"],
    [1e21, undefined, "1000000000000000000000"],
    [1.5e-7, undefined, "0.00000015"],
    [-2.5e-7, undefined, "-0.00000025"],
    [-0, undefined, "0"],
    [0.123, "0.0%", "12.3%"],
    [0.29, "0%", "29%"],
    [0.5, '"%"0.0', "0.5"],
    [0.5, "0.0\\%", "0.5%"],
    [12, "000000", "000012"],
    [320583, "000000", "320583"],
    [12, "0", "12"],
    [16_000, '0!.0,"万"', "1.6万"],
    [Number.NaN, undefined, ""],
    [true, undefined, "TRUE"],
    [false, undefined, "FALSE"],
    ["  文字 ", "@", "  文字 "],
    [null, "0", ""],
    [date("2007-01-30"), "yyyy-mm-dd", "2007-01-30"],
    [date("2007-01-01"), 'yyyy"年"', "2007"],
    [date("2007-06-01"), 'yyyy"年"m"月"', "2007-06"],
    [date("2007-06-30"), "[$-804]yyyy/m/d;@", "2007-06-30"],
    [date("2007-06-30T08:05:00"), "yyyy-mm-dd hh:mm", "2007-06-30 08:05:00"],
    [date("2007-06-30T08:05:00"), "h:mm:ss", "08:05:00"],
    [date("2024-01-05"), "d-mmm", "5-Jan"],
    [date("2024-01-05"), 'm"月"d"日"', "5-Jan"],
    // Serials: 7 November 1908 is 3234, 31 December 1929 is 10958, both as Excel counts; 1 January 1900 is 1, 1 March 1900 is 61.
    [date("1908-11-07"), "yyyy-mm-dd", "3234"],
    [date("1908-11-07"), "d-mmm", "3234"],
    [date("1908-11-07T12:00:00"), "m/d/yy", "3234.5"],
    [date("1929-12-31"), undefined, "10958"],
    [date("1930-01-01"), undefined, "1930-01-01"],
    [date("1900-01-01"), "yyyy-mm-dd", "1"],
    [date("1900-03-01"), "h:mm", "61"],
    [date("1900-02-28"), "yyyy-mm-dd", "1900-02-28"],
    [date("1899-12-31T08:30:00"), "h:mm", "08:30:00"],
  ])("%s as %s is %s", (value, format, text) => {
    expect(cellText(value, format)).toBe(text);
  });
});

it("counts the days of a number from the workbook's own first day", () => {
  // In the system of 1904, 2 January 1904 is 1.
  expect(cellText(date("1904-01-02"), "yyyy-mm-dd", "1904")).toBe("1");
  expect(cellText(date("1908-11-07"), "yyyy-mm-dd", "1904")).toBe("1772");
});

it("plainDecimal keeps 15 digits and never writes an exponent", () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }),
      (value) => {
        const text = plainDecimal(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text)).toBe(Number(value.toPrecision(15)) + 0);
      },
    ),
  );
});

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
    [0.5, "0.0\\%", "0.5"],
    [12, "000000", "000012"],
    [320583, "000000", "320583"],
    [12, "0", "12"],
    [16_000, '0!.0,"万"', "16000"],
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
  ])("%s as %s is %s", (value, format, text) => {
    expect(cellText(value, format)).toBe(text);
  });
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

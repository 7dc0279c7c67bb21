import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureParts, formatFigure, missSign, roundDecimal } from "../../src/render/number.ts";
import type { FigureValue } from "../../src/survey/document.ts";
import { absent, exact, interval, type Measured } from "../../src/survey/measured.ts";

describe("roundDecimal", () => {
  test.each([
    [1.005, 2, "1.01"],
    [-1.005, 2, "-1.01"],
    [0.5, 0, "1"],
    [2.5, 0, "3"],
    [-2.5, 0, "-3"],
    [1.45, 1, "1.5"],
    [0.285, 2, "0.29"],
    [0.2849999, 2, "0.28"],
    [9.995, 2, "10.00"],
    [999.95, 1, "1000.0"],
    [-0, 0, "0"],
    [-0, 2, "0.00"],
    [-0.04, 1, "0.0"],
    [-0.05, 1, "-0.1"],
    [0.04, 0, "0"],
    [1e21, 0, "1000000000000000000000"],
    [1.5e21, 1, "1500000000000000000000.0"],
    [1e-7, 2, "0.00"],
    [1e-7, 7, "0.0000001"],
    [5e-7, 6, "0.000001"],
    [4.9e-7, 6, "0.000000"],
    [12.3, 4, "12.3000"],
    [4180, 0, "4180"],
  ])("%d to %d decimals is %s", (value, decimals, expected) => {
    expect(roundDecimal(value, decimals)).toBe(expected);
  });

  /** The decimal number a double prints as, as an integer over a power of ten. */
  function asFraction(value: number): { digits: bigint; power: number } {
    const [mantissa = "", exponent = "0"] = String(Math.abs(value)).split("e");
    const point = mantissa.indexOf(".");
    const power = (point < 0 ? 0 : mantissa.length - point - 1) - Number(exponent);
    const digits = BigInt(mantissa.replace(".", ""));
    return power >= 0 ? { digits, power } : { digits: digits * 10n ** BigInt(-power), power: 0 };
  }

  test("is the nearest decimal, and of two as near the one further from zero", () => {
    const sizes = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
      fc.integer({ min: -2_000_000, max: 2_000_000 }).map((n) => n / 2000),
    );
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
        const text = roundDecimal(value, decimals);
        expect(text).toMatch(
          decimals === 0 ? /^-?(0|[1-9]\d*)$/ : new RegExp(`^-?(0|[1-9]\\d*)\\.\\d{${decimals}}$`),
        );
        const magnitude = BigInt(text.replace(/[-.]/g, ""));
        expect(text.startsWith("-")).toBe(value < 0 && magnitude !== 0n);
        // |2·rounded − 2·value| on the common denominator 10^(power + decimals): at most one unit of the last place, and when just one, upwards.
        const { digits, power } = asFraction(value);
        const twiceError =
          2n * magnitude * 10n ** BigInt(power) - 2n * digits * 10n ** BigInt(decimals);
        const place = 10n ** BigInt(power);
        expect(twiceError <= place && twiceError > -place).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([[Number.NaN], [Infinity], [-Infinity]])("refuses %d", (value) => {
    expect(() => roundDecimal(value, 1)).toThrow(RangeError);
  });

  test.each([[-1], [0.5], [101]])("refuses %d decimals", (decimals) => {
    expect(() => roundDecimal(1, decimals)).toThrow(RangeError);
  });
});

const figure = (measured: Measured, unit = "m²", decimals = 0, withUnit = false): FigureValue => ({
  measured,
  unit,
  decimals,
  withUnit,
});

describe("formatFigure", () => {
  test.each<[string, FigureValue, string, string]>([
    ["a value", figure(exact(4180)), "4,180", "4,180"],
    ["a small value", figure(exact(418)), "418", "418"],
    ["millions", figure(exact(1_234_567.891), "person", 2), "1,234,567.89", "1,234,567.89"],
    ["a negative value", figure(exact(-1234.5), "person", 1), "−1,234.5", "−1,234.5"],
    ["about", figure(exact(4180, true)), "≈4,180", "约4,180"],
    ["with its unit", figure(exact(4180), "m²", 0, true), "4,180 m²", "4,180 m²"],
    ["a share", figure(exact(41.25), "%", 1, true), "41.3 %", "41.3%"],
    ["persons", figure(exact(91), "person", 0, true), "91 persons", "91人"],
    [
      "a sex ratio",
      figure(exact(105.2), "males per 100 females", 1, true),
      "105.2 males per 100 females",
      "105.2（女=100）",
    ],
    ["a unit without a sign", figure(exact(0.412), "index", 2, true), "0.41", "0.41"],
    ["a range", figure(interval(3820, 4460)), "3,820–4,460", "3,820～4,460"],
    [
      "a range with its unit",
      figure(interval(3820, 4460), "m²", 0, true),
      "3,820–4,460 m²",
      "3,820～4,460 m²",
    ],
    ["a range of shares", figure(interval(50, 60), "%", 0, true), "50 %–60 %", "50%～60%"],
    ["a range below zero", figure(interval(-5, -3), "%", 0, true), "−5 % to −3 %", "−5%～−3%"],
    ["a range without its end", figure(interval(0, 60, false, true)), "0–<60", "0～60"],
    ["a range without its start", figure(interval(3, 5, true, false)), ">3–5", "3～5"],
    [
      "a range whose open bound is rounded",
      figure(interval(2.96, 5, true, false), "m²", 1),
      "3.0–5.0",
      "3.0～5.0",
    ],
    ["a range that prints as one", figure(interval(41.21, 41.24), "%", 1, true), "41.2 %", "41.2%"],
    ["at least", figure(interval(500, Infinity)), "≥500", "500以上"],
    [
      "at least, with unit",
      figure(interval(500, Infinity), "m²", 0, true),
      "≥500 m²",
      "500 m²以上",
    ],
    ["more than", figure(interval(500, Infinity, true), "%", 0, true), ">500 %", "超过500%"],
    ["at most", figure(interval(-Infinity, 60), "%", 0, true), "≤60 %", "60%以下"],
    ["less than", figure(interval(-Infinity, 60, false, true)), "<60", "不足60"],
    ["anything", figure(interval(-Infinity, Infinity)), "—", "—"],
    ["absent", figure(absent("no-norm"), "%", 1, true), "—", "—"],
  ])("%s", (_, value, en, zh) => {
    expect(formatFigure(value, "en")).toBe(en);
    expect(formatFigure(value, "zh-CN")).toBe(zh);
  });

  test("Taiwan's own words", () => {
    expect(formatFigure(figure(exact(4180, true), "household", 0, true), "zh-TW")).toBe(
      "約4,180戶",
    );
    expect(formatFigure(figure(interval(-Infinity, 60, false, true)), "zh-TW")).toBe("未滿60");
    expect(formatFigure(figure(interval(60, Infinity, true)), "zh-TW")).toBe("超過60");
  });

  test("without thousands separators", () => {
    expect(formatFigure(figure(interval(3820, 4460)), "en", { group: false })).toBe("3820–4460");
  });

  test("a unit not in the list of units is printed as it is", () => {
    expect(formatFigure(figure(exact(3), "points", 0, true), "en")).toBe("3 points");
  });

  test("is cut where the integer part of its last number ends", () => {
    expect(figureParts(figure(interval(3.5, 4.25), "persons per 1,000", 2, true), "en")).toEqual({
      lead: "3.50–4",
      tail: ".25 persons per 1,000",
    });
    expect(figureParts(figure(absent("no-data")), "en")).toEqual({ lead: "—", tail: "" });
  });
});

test("only a miss has a sign", () => {
  const marked = (mark?: "below" | "above" | "met") => missSign({ ...figure(exact(1)), mark });
  expect([marked(), marked("met"), marked("below"), marked("above")]).toEqual(["", "", "▼", "▲"]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Variable } from "../../src/codebook/define.ts";
import { findVariable } from "../../src/codebook/index.ts";
import { type ReadUnit, readScale, readUnit, unitFor } from "../../src/codebook/unit-spellings.ts";

const variable = (id: string): Variable => findVariable(id) as Variable;
const read = (text: string): ReadUnit => readUnit(text) as ReadUnit;

describe("readUnit", () => {
  test.each([
    ["人", "person", 0],
    ["名", "person", 0],
    ["户", "household", 0],
    ["戶", "household", 0],
    ["万人", "person", 4],
    ["萬人", "person", 4],
    ["万户", "household", 4],
    ["元", "yuan", 0],
    ["千元", "yuan", 3],
    ["万元", "yuan", 4],
    ["单位：万元", "yuan", 4],
    ["亿元", "yuan", 8],
    ["10,000 yuan", "yuan", 4],
    ["元/月", "yuan/month", 0],
    ["元/人·月", "yuan/month", 0],
    ["万元/年", "yuan/year", 4],
    ["㎡", "m²", 0],
    ["m2", "m²", 0],
    ["平方米", "m²", 0],
    ["平米", "m²", 0],
    ["平方公尺", "m²", 0],
    ["万平方米", "m²", 4],
    ["平方公里", "km²", 0],
    ["sq km", "km²", 0],
    ["公顷", "km²", -2],
    ["公頃", "km²", -2],
    ["个", "unit", 0],
    ["家", "enterprise", 0],
    ["幢", "building", 0],
    ["棟", "building", 0],
    ["次", "occasion", 0],
    ["％", "%", 0],
    ["‰", "‰", 0],
  ])("%s", (text, unit, exponent) => {
    expect(readUnit(text)).toEqual({ unit, exponent, spelling: text });
  });

  test("亩 is a fifteen-hundredth of a square kilometre", () => {
    expect(readUnit("亩")).toEqual({ unit: "km²", exponent: 0, factor: 1 / 1500, spelling: "亩" });
    expect(readUnit("万畝")).toEqual({
      unit: "km²",
      exponent: 4,
      factor: 1 / 1500,
      spelling: "万畝",
    });
  });

  test.each(["", "万", "坪", "元/人", "人/平方公里", "constructor", "党员", "1"])(
    "“%s” is no unit",
    (text) => {
      expect(readUnit(text)).toBeUndefined();
    },
  );

  test("a scale word alone", () => {
    expect([readScale("万"), readScale("億"), readScale("人"), readScale("")]).toEqual([
      4,
      8,
      undefined,
      undefined,
    ]);
  });

  test("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readUnit(text)));
  });
});

describe("unitFor", () => {
  test("land in hectares, mu and m² is brought to km²", () => {
    expect(unitFor(variable("land_area"), read("公顷"))).toEqual({ exponent: -2 });
    expect(unitFor(variable("land_area"), read("万平方米"))).toEqual({ exponent: -2 });
    expect(unitFor(variable("land_area"), read("亩"))).toEqual({ exponent: 0, factor: 1 / 1500 });
    expect(unitFor(variable("office_area"), read("平方公里"))).toEqual({ exponent: 6 });
  });

  test("money by the year is funds, by the month a wage", () => {
    expect(unitFor(variable("funds"), read("万元"))).toEqual({ exponent: 4 });
    expect(unitFor(variable("funds"), read("万元/年"))).toEqual({ exponent: 4 });
    expect(unitFor(variable("funds"), read("元/月"))).toBe("conflict");
    expect(unitFor(variable("monthly_wage"), read("元"))).toEqual({ exponent: 0 });
    expect(unitFor(variable("monthly_wage"), read("元/年"))).toBe("conflict");
  });

  test("个 counts anything; other units only their own", () => {
    expect(unitFor(variable("branches"), read("个"))).toEqual({ exponent: 0 });
    expect(unitFor(variable("enterprises"), read("个"))).toEqual({ exponent: 0 });
    expect(unitFor(variable("enterprises"), read("家"))).toEqual({ exponent: 0 });
    expect(unitFor(variable("residents"), read("户"))).toBe("conflict");
    expect(unitFor(variable("office_area"), read("个"))).toBe("conflict");
    expect(unitFor(variable("residents"), read("%"))).toBe("conflict");
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { headerKey, normaliseHeader } from "../../src/codebook/header.ts";

const shape = (text: string) => {
  const { path, unit, scale, ofWhich } = normaliseHeader(text);
  return [path.join("|"), unit ? `${unit.unit} ${unit.exponent}` : "", scale ?? "", ofWhich];
};

test.each<[string, ReturnType<typeof shape>]>([
  ["\ufeff户\u200b数\u00a0", ["户数", "", "", false]],
  ["常住\n人口", ["常住 人口", "", "", false]],
  ["戶數", ["户数", "", "", false]],
  ["ＨＯＵＳＥＨＯＬＤＳ", ["HOUSEHOLDS", "", "", false]],
  ["办公用房面积（㎡）", ["办公用房面积", "m² 0", "", false]],
  ["办公用房面积/㎡", ["办公用房面积", "m² 0", "", false]],
  ["办公用房面积：平方米", ["办公用房面积", "m² 0", "", false]],
  ["办公用房面积㎡", ["办公用房面积", "m² 0", "", false]],
  ["㎡", ["m²", "", "", false]],
  ["office_area_m2", ["office_area", "m² 0", "", false]],
  ["经费总额（单位：万元）", ["经费总额", "yuan 4", "", false]],
  ["月工资(元/人·月)", ["月工资", "yuan/month 0", "", false]],
  ["月工资/元/月", ["月工资", "yuan/month 0", "", false]],
  ["人口(万)", ["人口", "", 4, false]],
  ["党员情况/60岁以上(人)", ["党员情况|60岁以上", "person 0", "", false]],
  ["办公用房(㎡)/自有", ["办公用房|自有", "m² 0", "", false]],
  ["其中：女", ["女", "", "", true]],
  ["1、户数", ["户数", "", "", false]],
  ["（一）户数", ["户数", "", "", false]],
  ["一肩挑（是/否）", ["一肩挑", "", "", false]],
  ["基本情况/户数", ["基本情况|户数", "", "", false]],
  ["60岁以上(含60岁)", ["60岁以上(含60岁)", "", "", false]],
  ["", ["", "", "", false]],
])("%j", (text, expected) => {
  expect(shape(text)).toEqual(expected);
});

test("keys join Latin words and drop blanks and brackets elsewhere", () => {
  expect(
    ["Office Area", "office-area", "office_area", "residents (60+)", "0岁 - 男", "村(里)"].map(
      headerKey,
    ),
  ).toEqual(["office_area", "office_area", "office_area", "residents_60+", "0岁-男", "村里"]);
});

test("never throws, and always gives a level", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 200 }),
      (text) => normaliseHeader(text).path.length > 0,
    ),
  );
});

import { expect, it } from "vitest";
import { printedHeadUnit, withUnitBehind } from "../../src/report/figure-columns.ts";

it.each([
  // What an English title counts is not said again; what it is measured in is.
  ["Persons per household", "persons per household", "en", "Persons per household"],
  ["Party committees", "organisation", "en", "Party committees"],
  ["Disabled persons per 1,000 residents", "‰", "en", "Disabled persons per 1,000 residents"],
  [
    "Office floor space per community",
    "m² per community",
    "en",
    "Office floor space per community (m²)",
  ],
  ["Population density", "persons per km²", "en", "Population density (persons per km²)"],
  ["Floating members (moved in)", "%", "en", "Floating members (moved in, %)"],
  ["户均人口", "persons per household", "zh-CN", "户均人口（人）"],
  ["每千人党员数", "‰", "zh-CN", "每千人党员数（‰）"],
  ["低保户率", "‰", "zh-CN", "低保户率（‰）"],
  ["流動黨員（流入）占比", "%", "zh-TW", "流動黨員（流入）占比（%）"],
  ["黨員老少比（60歲以上與35歲以下之比）", "%", "zh-TW", "黨員老少比（60歲以上與35歲以下之比，%）"],
] as const)("%s in %s, %s: %s", (title, unit, language, expected) => {
  expect(withUnitBehind(title, unit, language)).toBe(expected);
  expect(expected.includes(printedHeadUnit(title, unit, language))).toBe(true);
});

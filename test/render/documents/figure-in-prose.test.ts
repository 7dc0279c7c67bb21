import { describe, expect, it } from "vitest";
import { formatInProse, looksPrinted } from "../../../src/render/documents/figure-in-prose.ts";
import { absent, exact } from "../../../src/survey/measured.ts";

const share = { measured: exact((122 / 240) * 100), unit: "%", decimals: 1 };
const residents = { measured: exact(130000), unit: "person", decimals: 0 };
const area = { measured: exact(4180), unit: "m²", decimals: 0, withUnit: true, unitText: "平方米" };

describe("a figure in a sentence", () => {
  // 122 ÷ 240 = 50.8333… %
  it.each([
    ["percent0", "51%"],
    ["percent1", "50.8%"],
    ["percent2", "50.83%"],
    ["int", "51"],
    ["fixed3", "50.833"],
    [undefined, "50.8%"],
  ])("as %s", (format, expected) => {
    expect(formatInProse(share, format, "zh-CN")).toBe(expected);
    expect(formatInProse(share, format, "en")).toBe(expected);
  });
  it("in 万 with two decimals", () => {
    expect(formatInProse(residents, "wan", "zh-CN")).toBe("13.00万");
    expect(formatInProse({ ...residents, measured: exact(178549) }, "wan", "zh-TW")).toBe(
      "17.85萬",
    );
  });
  it("with its unit", () => {
    expect(formatInProse(area, "unit", "zh-CN")).toBe("4,180平方米");
    expect(formatInProse(area, "unit", "zh-CN", { group: false })).toBe("4180平方米");
  });
  it("per mille in per cent", () => {
    expect(
      formatInProse({ measured: exact(8.264), unit: "‰", decimals: 2 }, "percent2", "zh-CN"),
    ).toBe("0.83%");
    expect(
      formatInProse({ measured: exact(8.264), unit: "‰", decimals: 2 }, undefined, "zh-CN"),
    ).toBe("8.26‰");
  });
  it("a range with both signs, and what is withheld or cannot be told", () => {
    expect(formatInProse({ ...share, measured: { low: 50, high: 60 } }, "percent0", "zh-CN")).toBe(
      "50%～60%",
    );
    expect(formatInProse({ ...share, measured: absent("suppressed") }, "percent1", "zh-CN")).toBe(
      "*",
    );
    expect(formatInProse({ ...share, measured: absent("no-data") }, "percent1", "zh-CN")).toBe("—");
  });
  it("in no format that does not fit", () => {
    expect(formatInProse(residents, "percent1", "zh-CN")).toBeUndefined();
    // Ten thousand of a rate are nothing: refused as percent1 is for a count.
    for (const unit of ["%", "‰", "persons per 1,000", "yuan per resident"])
      expect(formatInProse({ ...share, unit }, "wan", "zh-CN")).toBeUndefined();
    for (const format of ["percent3", "fixed9", "fixed", "int2", "roman", "", "wan2"])
      expect(formatInProse(share, format, "en")).toBeUndefined();
  });
  it("is told from what a hand wrote", () => {
    expect(looksPrinted("50.1%", "50.8%")).toBe(true);
    expect(looksPrinted("1,234", "1,235")).toBe(true);
    expect(looksPrinted("—", "50.8%")).toBe(true);
    expect(looksPrinted("about half", "50.8%")).toBe(false);
    expect(looksPrinted("约 20", "18")).toBe(false);
  });
});

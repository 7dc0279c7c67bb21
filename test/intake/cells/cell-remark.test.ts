import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CellRules, parseCell } from "../../../src/intake/cells/cell.ts";
import { readRemarked, remarkedCell } from "../../../src/intake/cells/cell-remark.ts";

const count: CellRules = { kind: "count", unit: "person", exponent: 0, noneMeans: "missing" };

describe("a remark behind a figure", () => {
  test.each([
    ["100（含空挂户20）", "100", "含空挂户20"],
    ["100(其中女45)", "100", "其中女45"],
    ["120（缺2户）", "120", "缺2户"],
    ["1,200 【不含部队】", "1,200", "不含部队"],
    ["3.5万（含补助1万）", "3.5万", "含补助1万"],
    ["100；含空挂户20", "100", "含空挂户20"],
    ["100，其中女45", "100", "其中女45"],
    ["100 含20", "100", "含20"],
    ["100 (including 20 absent)", "100", "including 20 absent"],
  ])("%s", (cell, figure, remark) => {
    expect(remarkedCell(cell)).toEqual({ figure, remark });
  });

  test.each([
    ["120(60)"],
    ["120（60）"],
    ["100（？）"],
    ["100"],
    ["见附表（一）"],
    ["100（计划）"],
    ["100（预计）"],
    ["100（拟建）"],
    ["100（13800138000）"],
  ])("%s has none that can be taken off", (cell) => {
    expect(remarkedCell(cell)).toBeUndefined();
  });

  test("the figure is read by the rules of its column, and only where it is one", () => {
    expect(
      readRemarked("3万（含补助1万）", {
        kind: "money",
        unit: "yuan",
        exponent: 0,
        noneMeans: "missing",
      })?.reading.measured,
    ).toEqual({ value: 30000 });
    expect(readRemarked("３００（其中：女 45 人）", count)?.reading.measured).toEqual({
      value: 300,
    });
    expect(readRemarked("1号楼（含车库）", count)).toBeUndefined();
    expect(
      readRemarked("自有（含租用1处）", {
        kind: "category",
        unit: "category",
        exponent: 0,
        noneMeans: "missing",
      }),
    ).toBeUndefined();
  });

  test("（估） makes the figure approximate and is no remark", () => {
    for (const cell of ["约100（估）", "100（估）", "(估)100", "100（约）", "100(est.)"]) {
      expect(parseCell(cell, count)).toEqual({
        kind: "number",
        measured: { value: 100, approximate: true },
      });
    }
    expect(parseCell("13万多（估）", count)).toMatchObject({
      kind: "number",
      measured: { low: 130000, high: 140000, highOpen: true },
    });
  });

  test("digits of figure and remark never join", () => {
    fc.assert(
      fc.property(
        fc.nat(9999),
        fc.nat(9999),
        fc.constantFrom("（含", "(其中女", "；含", "，其中"),
        (figure, other, mark) => {
          const reading = readRemarked(
            `${figure}${mark}${other}${mark.startsWith("（") ? "）" : mark.startsWith("(") ? ")" : ""}`,
            count,
          )?.reading;
          expect(reading?.measured).toEqual({ value: figure });
        },
      ),
    );
  });
});

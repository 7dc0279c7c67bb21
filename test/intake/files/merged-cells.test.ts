import { describe, expect, it } from "vitest";
import { unmerge } from "../../../src/intake/files/merged-cells.ts";

const merge = (range: string) => {
  const [, a = "", b = "", c = "", d = ""] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(range) ?? [];
  const column = (letter: string) => letter.charCodeAt(0) - 65;
  return {
    startRow: Number(b) - 1,
    startColumn: column(a),
    endRow: Number(d) - 1,
    endColumn: column(c),
  };
};
const told = (rows: string[][], ...ranges: string[]) => {
  const { rows: made, findings } = unmerge(rows, ranges.map(merge));
  return { made, told: findings.map(({ args }) => `${args.cell} ${args.range}`) };
};

describe("unmerge", () => {
  it("gives a figure over several areas to none of them", () => {
    const rows = [
      ["Ward", "Households", "Funds"],
      ["Alder", "410", "9,000"],
      ["Birch", "520", ""],
      ["Cedar", "300", "1,500"],
    ];
    expect(told(rows, "C2:C3")).toEqual({
      made: [rows[0], ["Alder", "410", ""], rows[2], rows[3]],
      told: ["9,000 C2:C3"],
    });
  });

  it("takes a figure with its unit for one", () => {
    const rows = [
      ["里", "戶數", "經費"],
      ["甲里", "410戶", "60萬元"],
      ["乙里", "520戶", ""],
      ["丙里", "330戶", ""],
    ];
    expect(told(rows, "C2:C4").told).toEqual(["60萬元 C2:C4"]);
  });

  it("gives a figure across several areas to none of them", () => {
    const rows = [
      ["指标", "甲社区", "乙社区", "丙社区"],
      ["户数", "410", "520", "330"],
      ["用房面积", "700", "", "90"],
    ];
    expect(told(rows, "B3:C3")).toEqual({
      made: [rows[0], rows[1], ["用房面积", "", "", "90"]],
      told: ["700 B3:C3"],
    });
  });

  it("gives a name, a year and a code to each row", () => {
    const rows = [
      ["年份", "街道代码", "街道", "社区", "户数"],
      ["2022", "310104", "南街道", "甲", "410"],
      ["", "", "", "乙", "520"],
    ];
    expect(told(rows, "A2:A3", "B2:B3", "C2:C3")).toEqual({
      made: [rows[0], rows[1], ["2022", "310104", "南街道", "乙", "520"]],
      told: [],
    });
  });

  it("leaves a form as it is, whose cells are wide and high", () => {
    const rows = [
      ["社区基本情况表", "", "", ""],
      ["户数", "410", "党员", "31"],
      ["用房面积", "700", "支部", "2"],
      ["", "", "小组", "5"],
      ["经费", "9000", "", ""],
    ];
    expect(told(rows, "A1:D1", "A3:A4", "B3:B4", "B5:D5")).toEqual({
      made: [...rows.slice(0, 3), ["用房面积", "", "小组", "5"], rows[4]],
      told: [],
    });
  });

  it("leaves rows that are no more than one high row", () => {
    const rows = [
      ["社区", "户数"],
      ["甲", "410"],
      ["", ""],
      ["乙", "520"],
    ];
    expect(told(rows, "A2:A3", "B2:B3").told).toEqual([]);
  });
});

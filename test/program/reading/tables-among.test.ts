import { describe, expect, it } from "vitest";
import { memorySource } from "../../../src/intake/files/source.ts";
import { planTables } from "../../../src/program/reading/read-table.ts";
import { makeWorkbook, type PartSheet } from "../../fixtures/workbook-parts.ts";

const figures: PartSheet = {
  name: "Wards",
  rows: [
    ["Ward", "Households", "Residents"],
    ["Alder", 410, 900],
    ["Birch", 520, 1100],
  ],
};
const tenures: PartSheet = {
  name: "Premises",
  rows: [
    ["Ward", "Tenure"],
    ["Alder", "owned"],
    ["Birch", "rented"],
  ],
};
const list: PartSheet = {
  name: "Values",
  rows: [
    ["Ward", "Tenure"],
    ["own", "owned"],
    ["let", "rented"],
  ],
};
const contents: PartSheet = {
  name: "Contents",
  rows: [["Contents"], ["No.", "Title"], [1, "Households"], [2, "Premises"]],
};

async function read(sheets: PartSheet[], asked?: string[]) {
  const { tables, findings } = await planTables(
    memorySource("t.xlsx", makeWorkbook(sheets)),
    asked === undefined ? {} : { sheets: asked },
  );
  return {
    read: tables.map(({ source }) => source.origin?.sheet),
    left: findings.flatMap(({ args }) => args.sheets),
  };
}

describe("planTables", () => {
  it("takes the table with figures, not the list of values before it", async () => {
    expect(await read([list, contents, figures])).toEqual({
      read: ["Wards"],
      left: ["Values", "Contents"],
    });
  });

  it("leaves out what is no table where all sheets are asked for, and keeps a table of the same areas without figures", async () => {
    expect(await read([contents, list, figures, tenures], ["all"])).toEqual({
      read: ["Wards", "Premises"],
      left: ["Contents", "Values"],
    });
  });

  it("takes a table without figures where there is no other", async () => {
    expect(await read([contents, tenures])).toEqual({ read: ["Premises"], left: ["Contents"] });
  });

  it("refuses a sheet that is asked for by its name and is no table", async () => {
    await expect(read([contents, figures], ["Contents"])).rejects.toMatchObject({
      problem: "no-area-column",
    });
  });
});

import { describe, expect, it } from "vitest";
import { openTables } from "../../../src/intake/files/open.ts";
import { memorySource } from "../../../src/intake/files/source.ts";
import { workbookParts, zipped } from "../../fixtures/workbook-parts.ts";

const parts = workbookParts([
  {
    name: "S",
    rows: [
      ["Ward", "Households", "Residents"],
      ["Alder", 410, 900],
      ["Birch", 520, 1100],
      ["Cedar", 300, 700],
      ["Damson", 280, 650],
    ],
  },
]);
const sheet = parts["xl/worksheets/sheet1.xml"] as string;
const workbook = (xml: string) => zipped({ ...parts, "xl/worksheets/sheet1.xml": xml });
const open = async (xml: string, visible = false) =>
  (await openTables(memorySource("t.xlsx", workbook(xml)), { visible }))[0];

describe("hidden rows and columns", () => {
  const hidden = sheet
    .replace("<sheetData>", '<cols><col min="3" max="3" width="9" hidden="1"/></cols><sheetData>')
    .replace('<row r="3">', '<row r="3" hidden="1">')
    .replace('<row r="4">', '<row r="4" ht="0" customHeight="1">');

  it("are read and told", async () => {
    const source = await open(hidden);
    expect(source?.rows).toHaveLength(5);
    expect(source?.origin?.findings).toEqual([
      { code: "CDJ110", place: { line: 3 }, args: { rows: ["3–4"], count: 2 } },
      { code: "CDJ111", place: { line: 1, field: 3 }, args: { columns: ["C"], count: 1 } },
    ]);
  });

  it("are left out where only what is seen is asked for, and the others keep their place", async () => {
    const source = await open(hidden, true);
    expect(source?.rows).toEqual([
      ["Ward", "Households"],
      ["Alder", "410"],
      ["", ""],
      ["", ""],
      ["Damson", "280"],
    ]);
    expect(source?.origin?.findings).toBeUndefined();
  });

  it("are no matter where they hold nothing", async () => {
    const blank = sheet
      .replace("<sheetData>", '<cols><col min="9" max="16384" hidden="1"/></cols><sheetData>')
      .replace("</sheetData>", '<row r="9" hidden="1"/></sheetData>');
    expect((await open(blank))?.origin?.findings).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { openTables } from "../../../src/intake/files/open.ts";
import { memorySource } from "../../../src/intake/files/source.ts";
import { CdjError } from "../../../src/survey/error.ts";
import { workbookParts, zipped } from "../../fixtures/workbook-parts.ts";

const rows = [
  ["Ward", "Households"],
  ["Alder", 410],
  ["Birch", 520],
] as const;
const parts = workbookParts([{ name: "S", rows }]);
const sheet = parts["xl/worksheets/sheet1.xml"] as string;
const open = (made: Record<string, string>, sheets?: string[]) =>
  openTables(memorySource("t.xlsx", zipped(made)), sheets && { sheets });
const expected = [
  ["Ward", "Households"],
  ["Alder", "410"],
  ["Birch", "520"],
];

describe("a package", () => {
  it.each([
    ["backslashes", (name: string) => name.replaceAll("/", "\\")],
    ["a stroke before each name", (name: string) => `/${name}`],
  ])("with %s in the names of its parts is read", async (_, written) => {
    const made = Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [written(name), part]),
    );
    expect((await open(made))[0]?.rows).toEqual(expected);
  });

  const withChart: Record<string, string> = {
    ...workbookParts([
      { name: "A", rows },
      { name: "图&表", rows: [] },
      { name: "B", rows },
    ]),
    "xl/chartsheets/sheet1.xml": "<chartsheet/>",
  };
  const relations = withChart["xl/_rels/workbook.xml.rels"] as string;
  withChart["xl/_rels/workbook.xml.rels"] = relations.replace(
    /worksheet" Target="worksheets\/sheet2\.xml"/,
    'chartsheet" Target="chartsheets/sheet1.xml"',
  );

  it("with a sheet of a chart gives its tables, all or by their numbers", async () => {
    expect(withChart["xl/_rels/workbook.xml.rels"]).not.toBe(relations);
    const names = async (sheets?: string[]) =>
      (await open(withChart, sheets)).map(({ origin }) => origin?.sheet);
    expect(await names()).toEqual(["A", "B"]);
    expect(await names(["all"])).toEqual(["A", "B"]);
    expect(await names(["3"])).toEqual(["B"]);
  });

  it.each(["2", "图&表"])("has no table on a sheet of a chart, asked for as %s", async (asked) => {
    await expect(open(withChart, [asked])).rejects.toMatchObject({
      problem: "no-such-sheet",
      args: { seen: ["A", "B"] },
    });
  });

  it("with formatted, empty cells at the end of the sheet is read without them", async () => {
    const far = sheet.replace(
      "</sheetData>",
      '<row r="1048576"><c r="A1048576" s="1"></c><c r="XFD1048576" s="1"/></row></sheetData>',
    );
    expect((await open({ ...parts, "xl/worksheets/sheet1.xml": far }))[0]?.rows).toEqual(expected);
  });

  it("with a figure there is refused, and the cell is named", async () => {
    const far = sheet.replace(
      "</sheetData>",
      '<row r="1048576"><c r="XFD1048576"><v>7</v></c></row></sheetData>',
    );
    const problem = await open({ ...parts, "xl/worksheets/sheet1.xml": far }).catch((e) => e);
    expect(problem).toBeInstanceOf(CdjError);
    expect(problem).toMatchObject({ problem: "far-cell", args: { cell: "XFD1048576" } });
  });
});

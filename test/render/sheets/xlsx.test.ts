import fc from "fast-check";
import { unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { expect, it } from "vitest";
import { renderXlsx } from "../../../src/render/sheets/xlsx.ts";

const rows = [
  ["area_code", "area", "funds"],
  ["0012", '=HYPERLINK("http://x")', 30_000.5],
  ["", " <b>&amp; ", -0],
];

it("is read back by another program: texts as texts, numbers as numbers", async () => {
  const { sheets } = await readXlsx(renderXlsx(rows, { sheet: "tidy" }));
  expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([
    [
      "tidy",
      [
        ["area_code", "area", "funds"],
        ["0012", '=HYPERLINK("http://x")', 30_000.5],
        [null, " <b>&amp; ", 0],
      ],
    ],
  ]);
});

it("holds no formula, whatever a cell begins with", () => {
  const sheet = Buffer.from(
    unzipSync(renderXlsx(rows, { sheet: "tidy" }))["xl/worksheets/sheet1.xml"] as Uint8Array,
  ).toString();
  expect(sheet).not.toMatch(/<f[\s>]/);
  expect(sheet).toContain("=HYPERLINK");
});

it("gives the same bytes for the same rows, in every time zone", () => {
  const zone = process.env.TZ;
  try {
    const made = ["UTC", "Asia/Shanghai", "America/Los_Angeles"].map((tz) => {
      process.env.TZ = tz;
      return Buffer.from(renderXlsx(rows, { sheet: "tidy" })).toString("base64");
    });
    expect(new Set(made).size).toBe(1);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

it("makes well-formed parts of any text, and a legal name of any sheet", async () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { maxLength: 30 }), { maxLength: 5 }),
      fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
      async (drawn, sheet) => {
        const { sheets } = await readXlsx(renderXlsx(drawn, { sheet: `s${sheet}` }));
        expect(sheets).toHaveLength(1);
        drawn.forEach((row, r) => {
          row.forEach((value, c) => {
            if (typeof value === "number")
              expect(sheets[0]?.rows[r]?.[c]).toBe(value === 0 ? 0 : value);
          });
        });
      },
    ),
    { numRuns: 60 },
  );
});

it("refuses a number that is not finite", () => {
  expect(() => renderXlsx([[Number.NaN]], { sheet: "s" })).toThrow(RangeError);
});

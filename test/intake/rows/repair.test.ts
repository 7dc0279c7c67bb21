import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../../../src/intake/decide.ts";
import { memorySource } from "../../../src/intake/files/source.ts";
import { rawRecords } from "../../../src/intake/records/raw-records.ts";
import { repairText } from "../../../src/intake/rows/repair.ts";
import { checkFiles } from "../../../src/program/checking/check-files.ts";
import { repairBytes } from "../../../src/program/checking/fix-files.ts";

async function repaired(text: string): Promise<string> {
  const { plan } = await decide(memorySource("t.csv", Buffer.from(text)));
  return repairText(text, plan).text;
}

const head = "社区名称,年份,户数(户),常住人口(人),备注\n";

describe("repairs", () => {
  test.each([
    ["blanks around a cell", "社区01,2007, 5483 ,16000,\n", "社区01,2007,5483,16000,\n"],
    ["full-width digits", "社区01,２００７,５４８３,１６，０００,\n", "社区01,2007,5483,16000,\n"],
    ["no thousands separators", '社区01,2007, 5483,"16,000",\n', '社区01,2007,5483,"16,000",\n'],
    [
      "an ideographic space before a name",
      "　社区01,2007,5483,16000,\n",
      "社区01,2007,5483,16000,\n",
    ],
    [
      "blank rows at the end",
      "社区01,2007,5483,16000,\n,,,,\n,,,,\n\n",
      "社区01,2007,5483,16000,\n",
    ],
  ])("%s", async (_name, before, after) => {
    expect(await repaired(head + before)).toBe(head + after);
  });

  test.each([
    ["what is not understood", "社区01,2007,5483,16000, １２３ \n"],
    ["a unit and a qualifier", "社区01,2007,5483户,约1.6万,\n"],
    ["a separator where no three digits follow", '社区01,2007,5483,"16,00",\n'],
    ["a blank row among the others", "社区01,2007,5483,16000,\n,,,,\n社区02,2007,5157,14853,\n"],
    ["a quote within blanks", '社区01,2007,5483, "16000",\n'],
    ["digits in a name", "社区０１,2007,5483,16000,\n"],
  ])("leaves %s", async (_name, rows) => {
    expect(await repaired(head + rows)).toBe(head + rows);
  });

  test("line breaks, quotes and the missing last line break stay", async () => {
    const text = '社区名称,户数(户)\r\n"社区01", 5483\r\n"社区\r\n02",5157';
    expect(await repaired(text)).toBe('社区名称,户数(户)\r\n"社区01",5483\r\n"社区\r\n02",5157');
  });

  test("a file in GB18030 becomes UTF-8 with a mark, and has nothing left to repair", async () => {
    // 社区,户数 and 甲,12 in GB18030.
    const bytes = Buffer.from("c9e7c7f82cbba7cafd0abcd72c31320a", "hex");
    const result = await repairBytes("t.csv", bytes, {});
    expect(Buffer.from(result?.bytes ?? []).toString()).toBe("\uFEFF社区,户数\n甲,12\n");
    expect(result?.encoding).toBe("GB18030");
    expect(await repairBytes("t.csv", result?.bytes ?? bytes, {})).toBeUndefined();
  });

  test("all blocks of a list that stands in several beside each other", async () => {
    const text =
      "社区名称,户数,社区名称,户数\n清河社区,１２,北苑社区, 8\n南湾社区,9,东门社区,１０\n";
    const result = await repairBytes("t.csv", Buffer.from(text), {});
    expect(Buffer.from(result?.bytes ?? []).toString()).toBe(
      "社区名称,户数,社区名称,户数\n清河社区,12,北苑社区,8\n南湾社区,9,东门社区,10\n",
    );
  });

  test("bytes that are not all text of one encoding are left alone", async () => {
    const bytes = Buffer.concat([
      Buffer.from("社区,户数\n甲, 12\n"),
      Buffer.from([0xff]),
      Buffer.from("乙,13\n"),
    ]);
    expect(await repairBytes("t.csv", bytes, { encoding: "utf-8" })).toBeUndefined();
  });
});

const cell = fc.oneof(
  fc.constantFrom(
    "16000",
    " 16000",
    "１６０００",
    '"16,000"',
    '" 1,234 "',
    "",
    "约1.6万",
    "16000人",
    "１２,３",
    '"a,b"',
    "—",
    "'5",
    "1,234",
  ),
  fc.string({ unit: fc.constantFrom("1", "２", " ", "　", ",", '"', "\n", "万", "x", "\r") }),
);
const table = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 })
  .map((rows) => head + rows.map((row) => row.join(",")).join("\n"));

test("blanks before names stay where they tell two areas of one name apart", async () => {
  const text = "社区名称,户数(户)\n东街道,7\n　第一村,3\n　第二村,4\n西街道,5\n　第一村,5\n";
  expect(await repaired(text)).toBe(text);
  expect(await repaired(text.replace("西街道,5\n　第一村,5\n", ""))).toBe(
    "社区名称,户数(户)\n东街道,7\n第一村,3\n第二村,4\n",
  );
});

test("a second run finds nothing to repair", async () => {
  await fc.assert(
    fc.asyncProperty(table, async (text) => {
      const once = await repaired(text);
      expect(await repaired(once)).toBe(once);
    }),
  );
});

test("every character of a text stands in one record, in its order", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", "甲") }), (text) => {
      let at = 0;
      for (const record of rawRecords(text, { delimiter: ",", quote: '"', escape: '"' })) {
        expect(record.start).toBe(at);
        expect(record.fields.map(({ start, end }) => text.slice(start, end)).join(",")).toBe(
          text.slice(record.start, record.end),
        );
        expect(record.next).toBeGreaterThan(record.start);
        at = record.next;
      }
      expect(at).toBe(text.length);
    }),
  );
});

test("no figure changes: what is read before and after is the same", async () => {
  const { mkdtempSync, rmSync, writeFileSync } = await import("node:fs");
  const { tmpdir } = await import("node:os");
  const { join } = await import("node:path");
  const folder = mkdtempSync(join(tmpdir(), "cdj-repair-"));
  const figures = async (text: string): Promise<unknown> => {
    const file = join(folder, "t.csv");
    writeFileSync(file, text);
    const { survey } = (await checkFiles([file], {})).read;
    return survey.observations.map(({ area, period }, i) => [
      area.name,
      period,
      ...["households", "residents"].map((id) => survey.series(id).at(i)),
    ]);
  };
  try {
    await fc.assert(
      fc.asyncProperty(table, async (text) => {
        expect(await figures(await repaired(text))).toEqual(await figures(text));
      }),
      { numRuns: 60 },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { byteEngine } from "../../src/engines/bytes/byte-engine.ts";
import { duckdbEngine } from "../../src/engines/database/duckdb.ts";
import type { Part } from "../../src/engines/engine.ts";
import { engineFor } from "../../src/engines/index.ts";
import { decide } from "../../src/intake/decide.ts";
import { openTables } from "../../src/intake/files/open.ts";
import { type Database, openDatabase } from "../../src/intake/files/parquet.ts";
import { fileSource, memorySource, type Source } from "../../src/intake/files/source.ts";
import { readSurvey } from "../../src/program/reading/read-survey.ts";

const folder = mkdtempSync(join(tmpdir(), "cdj-parquet-"));
let database: Database;
beforeAll(async () => {
  database = await openDatabase("test");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a CSV and, by DuckDB itself, the same rows as Parquet: typed as DuckDB sees them, or all text. */
async function both(
  name: string,
  csv: string,
  typed: boolean,
): Promise<{ csv: string; parquet: string }> {
  const paths = { csv: join(folder, `${name}.csv`), parquet: join(folder, `${name}.parquet`) };
  writeFileSync(paths.csv, csv);
  await database.rows(
    `COPY (SELECT * FROM read_csv('${paths.csv}', header = true, all_varchar = ${!typed})) TO '${paths.parquet}' (FORMAT parquet, ROW_GROUP_SIZE 2048)`,
  );
  return paths;
}

async function scanned(
  path: string,
  addParts: boolean,
): Promise<{ part: Part; source: Source; engine: string }> {
  const [source] = (await openTables(fileSource(path))) as [Source];
  const { plan } = await decide(source, { addParts, ...source.origin?.written });
  const engine = await engineFor(plan, source);
  return {
    part: await engine.scan(source, { plan, findingsPerCode: 50 }),
    source,
    engine: engine === duckdbEngine ? "duckdb" : engine === byteEngine ? "bytes" : "stream",
  };
}

/** Figures as they stand, without the column of characters that a database has not. */
const plain = ({ quantities, findings, groups, ...part }: Part) => ({
  ...part,
  groups: groups.map(({ place: { column: _, ...place }, ...group }) => ({ ...group, place })),
  findings: findings.map(({ place: { column: _, ...place }, ...finding }) => ({
    ...finding,
    place,
  })),
  totals: Object.fromEntries(
    [...quantities].map(([id, column]) => [
      id,
      groups.map((_, i) => [column.at(i), column.count(i)]),
    ]),
  ),
});

const lines = (rows: number): string => {
  const text = ["社区名称,年份,网格,户数(户),常住人口(人),办公用房面积(㎡)"];
  for (let i = 0; i < rows; i++)
    text.push(`第${(i * 7919) % 97}社区,2024,网格${i % 13},1,${i % 6},${((i * 31) % 1200) / 8}`);
  return `${text.join("\n")}\n`;
};

describe("a Parquet file and its CSV give the same totals", () => {
  test("typed columns are added up by the database", async () => {
    const { csv, parquet } = await both("typed", lines(20_000), true);
    const [fromCsv, fromParquet] = [await scanned(csv, true), await scanned(parquet, true)];
    expect([fromCsv.engine, fromParquet.engine]).toEqual(["bytes", "duckdb"]);
    // Eighths are exact in binary, so that sums are equal to the last bit in whatever order.
    expect(plain(fromParquet.part)).toEqual(plain(fromCsv.part));
  });

  test("columns of text take the way of every other table, in the order of the file", async () => {
    const { csv, parquet } = await both("text", lines(20_000), false);
    const [fromCsv, fromParquet] = [await scanned(csv, true), await scanned(parquet, true)];
    expect(fromParquet.engine).toBe("bytes");
    expect(plain(fromParquet.part)).toEqual(plain(fromCsv.part));
  });

  test.each([
    ["a total row", "社区名称,户数(户)\n东社区,3\n西社区,4\n东社区,5\n合计,12\n"],
    ["a fractional and a negative count", "社区名称,户数(户)\n东社区,3\n西社区,4.5\n东社区,-5\n"],
    [
      "blank cells and blank keys",
      "社区名称,户数(户),常住人口(人)\n东社区,3,\n西社区,,8\n,5,6\n东社区,,7\n",
    ],
    [
      "quotes and line breaks in names",
      '社区名称,备注,户数(户)\n"东,社区","说""明",3\n西社区,无,4\n"东,社区",x,5\n',
    ],
  ])("%s", async (name, text) => {
    for (const typed of [true, false]) {
      for (const addParts of [true, false]) {
        const { csv, parquet } = await both(`${name}-${typed}`, text, typed);
        expect(plain((await scanned(parquet, addParts)).part)).toEqual(
          plain((await scanned(csv, addParts)).part),
        );
      }
    }
  });

  test("sums that round in binary agree to 1e-12, and exactly where the compensation holds", async () => {
    const text = `社区名称,经费总额(元)\n${Array.from({ length: 5000 }, (_, i) => `东社区,${(i % 977) + 0.1}`).join("\n")}\n`;
    const { csv, parquet } = await both("tenths", text, true);
    const [a, b] = [(await scanned(csv, true)).part, (await scanned(parquet, true)).part].map(
      (part) => part.quantities.get("funds")?.at(0),
    );
    // Σ (i mod 977) for i < 5000 is 5 · (976 · 977 / 2) + Σ 0…114 = 2,383,880 + 6,555, and 5000 tenths are 500.
    expect(a).toEqual({ value: 2_390_935 });
    expect(Math.abs((b as { value: number }).value / 2_390_935 - 1)).toBeLessThan(1e-12);
  });
});

test("a name with wildcards is a name", async () => {
  const { parquet } = await both("t[1]*", lines(10), true);
  expect((await scanned(parquet, true)).part.rows).toBe(10);
});

test("a damaged file, and one that is no file of its own, are refused with a sentence", async () => {
  const path = join(folder, "damaged.parquet");
  writeFileSync(path, "PAR1 and nothing that follows PAR1");
  await expect(openTables(fileSource(path))).rejects.toMatchObject({
    problem: "damaged-container",
  });
  await expect(openTables(memorySource("-", Buffer.from("PAR1PAR1")))).rejects.toMatchObject({
    problem: "parquet-not-a-file",
  });
});

test("what tidy writes as Parquet is read back with the same totals, and nothing else is left in the folder", async () => {
  const { parquetBytes } = await import("../../src/program/output/parquet-output.ts");
  const path = join(folder, "tidy.parquet");
  // A folder of its own: other runs of the program on this machine have their files in the common one.
  const temporary = join(folder, "temporary");
  mkdirSync(temporary);
  vi.stubEnv("TMPDIR", temporary);
  writeFileSync(
    path,
    await parquetBytes(
      [
        ["area", "period", "residents", "funds"],
        ["东's 社区", "2024", 1200, "≈3500"],
        ["西社区", "2024", 800, ""],
      ],
      path,
    ),
  );
  const { survey } = await readSurvey([path], {});
  expect(survey.observations.map(({ area }) => area.name)).toEqual(["东's 社区", "西社区"]);
  expect([
    survey.quantities.get("residents")?.at(0),
    survey.quantities.get("residents")?.at(1),
  ]).toEqual([{ value: 1200 }, { value: 800 }]);
  expect(survey.quantities.get("funds")?.at(0)).toEqual({ value: 3500, approximate: true });
  expect(survey.quantities.get("funds")?.at(1)).toEqual({ absent: "no-data" });
  expect(readdirSync(temporary)).toEqual([]);
  vi.unstubAllEnvs();
});

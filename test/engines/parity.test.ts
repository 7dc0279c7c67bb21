import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byteEngine } from "../../src/engines/bytes.ts";
import type { Engine, Part } from "../../src/engines/engine.ts";
import { streamEngine } from "../../src/engines/stream.ts";
import { decide, type IntakeOptions } from "../../src/intake/decide.ts";
import { fileSource, memorySource, type Source } from "../../src/intake/source.ts";
import { CdjError } from "../../src/survey/error.ts";

const fixtures = new URL("../../fixtures/", import.meta.url).pathname;

function csvFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return csvFiles(path);
    return /\.(csv|tsv)$/.test(name) ? [path] : [];
  });
}

/** A part with its totals as plain figures. */
const plain = ({ quantities, ...part }: Part) => ({
  ...part,
  totals: Object.fromEntries([...quantities].map(([id, column]) => [id, part.groups.map((_, i) => [column.at(i), column.count(i)])])),
});

async function both(source: () => Source, options: IntakeOptions): Promise<void> {
  let plan: Awaited<ReturnType<typeof decide>>["plan"];
  try {
    ({ plan } = await decide(source(), options));
  } catch (error) {
    // Not a table: no engine ever sees it.
    if (error instanceof CdjError) return;
    throw error;
  }
  if (!byteEngine.accepts(plan, source())) return;
  const run = async (engine: Engine) => plain(await engine.scan(source(), { plan, findingsPerCode: 50 }));
  expect(await run(byteEngine)).toEqual(await run(streamEngine));
}

describe("the byte path and the PapaParse path read the same", () => {
  test.each(csvFiles(fixtures).map((path) => path.slice(fixtures.length)))("%s", async (name) => {
    await both(() => fileSource(join(fixtures, name)), {});
    await both(() => fileSource(join(fixtures, name)), { addParts: true });
    await both(() => fileSource(join(fixtures, name), 7), { addParts: true });
  });
});

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.nat(5000).map(String) },
  { weight: 2, arbitrary: fc.constantFrom("", "12.5", "1,234", "3.5万", "-3", "不详", "１２", "12人", "0012", "99999999999999999", '"7"', " 8") },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", "\uFEFF", "中", "5"), maxLength: 5 }) },
);
const name = fc.constantFrom("东社区", "西社区", "南社区", "", "合计", "注：以上为估计");

test("on any table, in any pieces", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(name, cell, cell, cell), { maxLength: 12 }),
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      fc.boolean(),
      fc.integer({ min: 1, max: 40 }),
      fc.boolean(),
      async (rows, lineBreak, quoteAll, addParts, blockSize, endsWithBreak) => {
        const write = (text: string) =>
          quoteAll || /[",\r\n]/.test(text) ? (text.startsWith('"') && !quoteAll ? text : `"${text.replaceAll('"', '""')}"`) : text;
        const lines = [["社区名称", "户数(户)", "备注", "经费(万元)"], ...rows].map((row) => row.map(write).join(","));
        const bytes = Buffer.from(lines.join(lineBreak) + (endsWithBreak ? lineBreak : ""));
        const source = (): Source => ({
          ...memorySource("t.csv", bytes),
          *blocks() {
            for (let at = 0; at < bytes.length; at += blockSize) yield bytes.subarray(at, at + blockSize);
          },
        });
        await both(source, { addParts });
      },
    ),
    { numRuns: 400 },
  );
});

import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, expect, it } from "vitest";
import { cdjProcess } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "cdj-large-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** So many bytes are read in ranges, by threads, where there is more than one processor; standard input never is. */
const SIZE = 100 << 20;

it("a file that is read in ranges gives the figures and the findings that it gives as standard input", async () => {
  const path = join(folder, "large.csv");
  const rows = Array.from(
    { length: 20_000 },
    (_, i) =>
      `第${(i * 7) % 500}社区,2024,网格${i % 40},${i % 6},${i % 9},${(i % 1300) / 10},${i === 12_345 ? "不清楚" : i % 5000}\n`,
  );
  const file = openSync(path, "w");
  writeSync(file, "社区名称,年份,网格,户数(户),常住人口(人),办公用房面积(㎡),经费总额(元)\n");
  const block = Buffer.from(rows.join(""));
  for (let written = 0; written < SIZE; written += block.length) writeSync(file, block);
  closeSync(file);
  const options = ["--sum", "--format", "csv", "--lang", "en"];
  const fromFile = await cdjProcess(["analyze", path, ...options]);
  const fromInput = await cdjProcess(["analyze", "-", ...options], {
    stdin: await buffer(createReadStream(path)),
  });
  expect(fromFile.code).toBe(0);
  expect(fromFile.stdout).not.toBe("");
  expect(fromFile.stdout).toBe(fromInput.stdout);
  const named = (text: string) => text.replaceAll(path, "-");
  expect(named(fromFile.stderr)).toBe(fromInput.stderr);
});

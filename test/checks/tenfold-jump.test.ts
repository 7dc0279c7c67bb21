import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkFiles } from "../../src/program/checking/check-files.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cdj-tenfold-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const head = "社区名称,年份,户数,工作人员数,办公用房面积(㎡)\n";

test.each([
  // 420 × 10 = 4,200, while households and workers stay.
  [
    "one figure alone, ten times as much",
    "甲,2022,3000,30,420\n甲,2023,3050,31,4200\n",
    ["CDJ524"],
  ],
  ["one figure alone, a hundredth", "甲,2022,3000,30,4200\n甲,2023,3050,31,42\n", ["CDJ524"]],
  [
    "one figure alone, four times as much",
    "甲,2022,3000,30,420\n甲,2023,3050,31,1680\n",
    ["CDJ516"],
  ],
  [
    "every figure ten times as much: another boundary",
    "甲,2022,300,30,420\n甲,2023,3000,300,4200\n",
    ["CDJ516", "CDJ516", "CDJ516"],
  ],
  ["nothing to compare with", "甲,2022,,,420\n甲,2023,,,4200\n", ["CDJ516"]],
])("%s", async (name, rows, codes) => {
  const file = join(folder, `${name.replace(/\W/g, "-")}.csv`);
  writeFileSync(file, head + rows);
  const { findings } = await checkFiles([file], {});
  expect(findings.map(({ code }) => code).filter((code) => /^CDJ5(?:16|24)$/.test(code))).toEqual(
    codes,
  );
});

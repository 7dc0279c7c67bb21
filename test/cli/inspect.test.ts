import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cdj, type Run } from "./run.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cdj-inspect-"));
  writeFileSync(join(folder, "2023.csv"), "单位,人数,党员\n甲,100,5\n乙,200,6\n");
  writeFileSync(join(folder, "2024.csv"), "单位,人数,党员\n甲,110,5\n乙,210,6\n");
  writeFileSync(join(folder, "2025.csv"), "单位,总人数,党员\n甲,120,5\n乙,220,6\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]): Promise<Run> => cdj(args, { cwd: folder });

test("--save puts mapping and plan into the config, which reads the next wave in the same way and holds it to the plan", async () => {
  expect((await run("inspect", "2024.csv", "--locked")).stderr).toContain("no plan is saved");
  expect(
    (await run("inspect", "2023.csv", "--map", "单位=area", "--map", "人数=residents", "--save"))
      .code,
  ).toBe(0);
  const config = JSON.parse(readFileSync(join(folder, "cdj.config.json"), "utf8")) as Record<
    string,
    unknown
  >;
  expect(config).toEqual({
    mapping: { 单位: "area", 人数: "residents", 党员: "members" },
    plans: {
      "2023.csv": {
        encoding: "utf-8",
        delimiter: ",",
        quote: '"',
        headerLines: 1,
        columns: { 单位: "area", 人数: "residents", 党员: "members" },
      },
    },
  });

  const next = await run("analyze", "2024.csv", "--locked", "--format", "json");
  expect(next.code).toBe(0);
  const { totals } = JSON.parse(next.stdout) as { totals: { variable: string; value: number }[] };
  expect(totals.find(({ variable }) => variable === "residents")?.value).toBe(110 + 210);

  for (const command of ["inspect", "analyze"]) {
    const changed = await run(command, "2025.csv", "--locked");
    expect([changed.code, changed.stdout]).toEqual([2, ""]);
    expect(changed.stderr).toContain("− 人数 and + 总人数");
  }
});

test("--save keeps what else the config says", async () => {
  writeFileSync(
    join(folder, "cdj.config.json"),
    JSON.stringify({ norms: ["js-jintan-2007-office"], mapping: { 姓名: "ignore" } }),
  );
  await run("inspect", "2024.csv", "--map", "单位=area", "--save");
  const config = JSON.parse(readFileSync(join(folder, "cdj.config.json"), "utf8")) as {
    norms: string[];
    mapping: Record<string, string>;
  };
  expect(config.norms).toEqual(["js-jintan-2007-office"]);
  expect(config.mapping).toMatchObject({ 姓名: "ignore", 单位: "area", 党员: "members" });
});

test("several tables are an array", async () => {
  const { stdout } = await run("inspect", "2023.csv", "2024.csv", "--format", "json");
  expect((JSON.parse(stdout) as { file: string }[]).map(({ file }) => file)).toEqual([
    "2023.csv",
    "2024.csv",
  ]);
});

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cdj, words } from "./run.ts";

/* Rows that are persons or answer sheets: every command says so, none prints anything of them. */

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cdj-respondents-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const exportOfPlatform = [
  "序号,提交答卷时间,所用时间,来源,来自IP,1、您的性别,2、您的年龄,3、您居住的小区,4、您最不满意的事",
  "501,2024/2/7 08:11:09,313秒,微信群,192.0.2.71(江苏-南通),男性甲,34岁整,望江苑,电梯总坏",
  "502,2024/2/7 09:41:57,277秒,短信链接,192.0.2.72(江苏-南通),女性乙,67岁整,和平里,广场舞太吵",
  "503,2024/2/8 21:03:44,198秒,微信群,192.0.2.73(江苏-南通),女性乙,52岁整,望江苑,楼道堆物",
].join("\n");

const listOfPersons = [
  "2024年老年人花名册",
  "街道,社区名称,姓名,性别,出生年月,居住状况",
  "滨江街道,望江社区,赵某甲,男,1941-03,独居老人",
  "滨江街道,望江社区,钱某乙,女,1938-11,空巢老人",
  "滨江街道,和平社区,孙某丙,女,1945-06,与子女同住",
].join("\n");

const englishForm = [
  "Timestamp,Which ward do you live in?,What is your age?,What would you change first?",
  "3/4/2031 09:12:33,Northfield-7,34 and a half,the broken lamps",
  "3/4/2031 10:44:01,Southfield-9,61 and a half,more benches please",
].join("\n");

const withoutHeads = [
  "赵某甲,男,1941-03-07,望江苑9幢",
  "钱某乙,女,1938-11-21,望江苑4幢",
  "孙某丙,女,1945-06-02,和平里2幢",
].join("\n");

const commands = [
  "analyze t.csv",
  "analyze t.csv --format json --sum",
  "analyze t.csv --by 社区名称 --period all",
  "compare t.csv --from 2023 --to 2024",
  "compare t.csv t.csv",
  "inspect t.csv",
  "inspect t.csv --cells --format json",
  "inspect t.csv --lang zh-TW",
  "tidy t.csv",
  "tidy t.csv --long --format jsonl",
  "tidy t.csv --output out/t.xlsx",
  "check t.csv",
  "check t.csv --format json",
  "check t.csv --format sarif",
  "check t.csv --format github",
  "check t.csv --diff",
  "check t.csv --split-by area --format xlsx --output-dir out",
  "check t.csv --schema schema.json",
  "report t.csv",
  "report t.csv --format json",
  "report t.csv --output out/t.html",
  "report t.csv --split-by 社区名称 --output-dir out --format html",
  "explain residents t.csv",
  "explain sex_ratio t.csv --format json",
  "render text.md --data t.csv",
  "init --schema t.csv",
  "analyze areas.csv --roster t.csv",
  "analyze t.csv --map 社区名称=area",
  "inspect t.csv --table 1 --encoding utf-8",
];

/** Cells of which a part would tell something: no bare number of up to three digits. */
const cellsOf = (table: string, heads: number): string[] => [
  ...new Set(
    table
      .split("\n")
      .slice(heads)
      .flatMap((line) => line.split(","))
      .filter((cell) => !/^\d{1,3}$|^[男女]$/u.test(cell)),
  ),
];

describe.each([
  ["an export of a platform", exportOfPlatform, 1],
  ["a list of persons", listOfPersons, 2],
  ["a form in English", englishForm, 1],
  ["a list without heads", withoutHeads, 0],
] as const)("%s", (_, table, heads) => {
  test.each(commands)("%s", async (line) => {
    const own = mkdtempSync(join(folder, "run-"));
    writeFileSync(join(own, "t.csv"), `${table}\n`);
    writeFileSync(join(own, "areas.csv"), "社区名称,户数\n望江社区,1200\n和平社区,900\n");
    writeFileSync(join(own, "text.md"), "<!-- cdj:v residents -->1<!-- /cdj:v -->\n");
    writeFileSync(join(own, "schema.json"), '{"fields":[{"name":"社区名称","type":"string"}]}');
    mkdirSync(join(own, "out"));
    const run = await cdj(words(line), { cwd: own });
    const written = readdirSync(join(own, "out")).map((name) =>
      readFileSync(join(own, "out", name), "latin1"),
    );
    const told = [run.stdout, run.stderr, ...written].join("\n");
    expect(cellsOf(table, heads).filter((cell) => told.includes(cell))).toEqual([]);
    expect(told).not.toMatch(/^\s+at .*\.[jt]s:\d+/mu);
    // `check` has a finding where others refuse; `--diff` shows what it would repair, which is nothing.
    expect(run.code).toBe(!line.startsWith("check") ? 2 : line.endsWith("--diff") ? 0 : 1);
    if (line.startsWith("check") && !/--diff|--split-by/u.test(line))
      expect(told).toContain("CDJ603");
  });
});

test("the sentence names heads and the way on", async () => {
  const own = mkdtempSync(join(folder, "run-"));
  writeFileSync(join(own, "t.csv"), `${listOfPersons}\n`);
  const run = await cdj(["analyze", "t.csv", "--lang", "en"], { cwd: own });
  expect(run.stderr.trim().split("\n")).toHaveLength(1);
  expect(run.stderr).toContain("姓名");
  expect(run.stderr).toContain("“社区名称”");
});

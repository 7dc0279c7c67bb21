import { describe, expect, test } from "vitest";
import { cdj } from "./run.ts";

/* Totals made of fewer parts than an area has are told wherever they are shown. */

const table =
  "社区,年份,户数,常住人口\n甲,2022,100,300\n甲,2022,110,280\n甲,2023,100,310\n甲,2023,,290\n乙,2022,90,200\n乙,2023,91,200\n";
const run = async (...words: string[]) => {
  const [command = "", ...rest] = words;
  const done = await cdj([command, ...rest, "--sum", "--lang", "zh-CN"], { stdin: table });
  expect(done.code, done.stderr).toBe(0);
  return done;
};
const lacking = { area: "甲", period: "2023", variable: "households", reported: 1, of: 2 };

describe("households of one of two parts", () => {
  test("in compare, on the screen and as JSON", async () => {
    expect((await run("compare", "-")).stdout).toContain(
      "2023年：由各部分相加，部分缺数：甲 户数 2个部分中的1个",
    );
    const { parts } = JSON.parse((await run("compare", "-", "--format", "json")).stdout);
    expect(parts).toMatchObject([lacking]);
  });

  test("in explain, of an indicator and of a variable; not of what has all its parts", async () => {
    const text = "由各部分相加，部分缺数：甲 户数 2个部分中的1个";
    expect((await run("explain", "household_size", "-")).stdout).toContain(text);
    expect((await run("explain", "households", "-")).stdout).toContain(text);
    expect((await run("explain", "residents", "-")).stdout).not.toContain("部分缺数");
    expect(
      JSON.parse((await run("explain", "household_size", "-", "--format", "json")).stdout)
        .figures[0].parts,
    ).toMatchObject([lacking]);
    const { figures } = JSON.parse(
      (await run("explain", "households", "-", "--format", "json")).stdout,
    );
    expect(figures.map(({ parts }: { parts?: object }) => parts)).toEqual([
      { reported: 1, of: 2 },
      undefined,
    ]);
  });

  test("in tidy, beside the table and in its JSON", async () => {
    expect((await run("tidy", "-", "--period", "2023")).stderr).toContain(
      "由各部分相加，部分缺数：甲 户数 2个部分中的1个",
    );
    expect((await run("tidy", "-", "--period", "2022")).stderr).not.toContain("部分缺数");
    expect(JSON.parse((await run("tidy", "-", "--format", "json")).stdout).parts).toMatchObject([
      lacking,
    ]);
  });

  test("in an appendix, in its basis and under the table that shows them", async () => {
    const { stdout } = await run("report", "-");
    expect(stdout).toContain("* 由各部分相加，部分缺数：甲 户数 2个部分中的1个");
    expect(stdout).toContain("2. 由各部分相加而部分缺数的：甲 户数 2个部分中的1个。");
  });
});

import { spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cdj, projectRoot, type Run } from "./run.ts";

const program = fileURLToPath(new URL("../../bin/cdj.js", import.meta.url));
const table = "社区名称,户数\n甲,100\n乙,200\n";

let folder: string;
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cdj-edges-"));
  writeFileSync(at("one.csv"), table);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** It could not run: exit 2, one sentence, no stack. */
function expectRefusal(run: Run, ...texts: readonly string[]): void {
  expect(run.code, run.stderr).toBe(2);
  for (const text of texts) expect(run.stderr).toContain(text);
  expect(run.stderr.trim().split("\n")).toHaveLength(1);
}

const inFolder = (...args: string[]) => cdj([...args, "--lang", "en"], { cwd: folder });

it("what cannot be told is listed whole, however long the list", async () => {
  writeFileSync(
    at("blank.csv"),
    "社区名称,年份,户数,工作人员数\n甲,2022,,\n乙,2022,,\n甲,2023,100,2\n乙,2023,200,3\n",
  );
  const { stdout } = await inFolder(
    "analyze",
    "blank.csv",
    "--period",
    "2022",
    "--format",
    "markdown",
  );
  expect(stdout).toContain(
    "Cannot be told: households per community and households per worker (no data)\n",
  );
});

it("rows set aside of a table turned round are named by their lines, each once and in order", async () => {
  writeFileSync(
    at("turned.csv"),
    ",城东社区,,城西社区,,合计,\n指标,2022年,2023年,2022年,2023年,2022年,2023年\n户数,10,11,9,9,19,20\n人口,30,32,27,28,57,60\n",
  );
  const { stdout } = await inFolder("analyze", "turned.csv", "--period", "all");
  expect(stdout).toContain("set aside: line 2 total\n");
});

it("no column of single areas repeats the variable beside it", async () => {
  writeFileSync(
    at("two.csv"),
    "社区名称,年份,户数,常住人口\n甲,2021,100,300\n乙,2021,200,500\n甲,2022,110,310\n乙,2022,190,510\n",
  );
  const figures = (await inFolder("analyze", "two.csv", "--all", "--lang", "en")).stdout.split(
    "Communities (2)",
  )[1];
  expect(figures).toContain("Persons per household");
  expect(figures).not.toMatch(/per\s+community/);
  const changes = (await inFolder("compare", "two.csv", "--all", "--lang", "en")).stdout.split(
    "Areas (2)",
  )[1];
  // 10 of 300 are 3.3 %, 10 of 800 add 1.25 points; 110 households are 10 % more than 100; 310 ÷ 110 − 300 ÷ 100 = −0.18.
  expect(
    changes
      ?.split("\n")
      .find((line) => line.startsWith("甲"))
      ?.match(/[−\d][\d.]*/gu),
  ).toEqual(["300", "310", "3.3", "1.25", "10.0", "−0.18"]);
});

describe("inputs are never written to", () => {
  it.each([
    ["analyze", ["analyze", "one.csv", "--output", "./one.csv"]],
    ["inspect", ["inspect", "one.csv", "--output", "one.csv"]],
    ["tidy", ["tidy", "one.csv", "--output", "one.csv"]],
    ["check", ["check", "one.csv", "--output", "one.csv"]],
    ["check, in a format", ["check", "one.csv", "--format", "text,json=one.csv"]],
    ["explain", ["explain", "households", "one.csv", "--output", "one.csv"]],
    ["compare", ["compare", "one.csv", "--output", "one.csv"]],
    ["a roster", ["analyze", "two.csv", "--roster", "one.csv", "--output", "one.csv"]],
  ])("%s", async (_, args) => {
    copyFileSync(at("one.csv"), at("two.csv"));
    expectRefusal(await inFolder(...args), "one.csv is read by this run");
    expect(readFileSync(at("one.csv"), "utf8")).toBe(table);
  });

  it("report, of a page that is a table", async () => {
    copyFileSync(at("one.csv"), at("page.html"));
    expectRefusal(
      await inFolder("report", "page.html", "--output", "page.html"),
      "page.html is read by this run",
    );
  });

  it("nor is the config file", async () => {
    writeFileSync(at("own.json"), "{}");
    expectRefusal(
      await inFolder(
        "analyze",
        "one.csv",
        "--quiet",
        "--config",
        "own.json",
        "--output",
        "own.json",
      ),
      "own.json is read by this run",
    );
  });
});

describe.skipIf(process.platform === "win32")("devices and pipes", () => {
  /** Runs in a shell, for its redirections. */
  const shell = (line: string) =>
    new Promise<Run>((resolve, reject) => {
      const child = spawn("bash", ["-c", line], {
        cwd: folder,
        env: {
          PATH: process.env.PATH ?? "",
          LANG: "C.UTF-8",
          NO_COLOR: "1",
          COLUMNS: "100",
          CDJ: `${process.execPath} ${program}`,
        },
        stdio: ["ignore", "pipe", "pipe"],
      });
      let stdout = "";
      let stderr = "";
      child.stdout.on("data", (block) => {
        stdout += block;
      });
      child.stderr.on("data", (block) => {
        stderr += block;
      });
      child.on("error", reject);
      child.on("close", (code) => resolve({ code, stdout, stderr }));
    });

  it.skipIf(process.platform !== "linux")(
    "a full standard output is one sentence, also for help and version",
    async () => {
      for (const args of ["analyze one.csv", "explain --help", "--version"]) {
        expectRefusal(
          await shell(`$CDJ ${args} > /dev/full`),
          "standard output cannot be written (ENOSPC)",
        );
      }
    },
  );

  it("a reader that has seen enough is no error", async () => {
    const run = await shell(`$CDJ explain variables | head -1; exit "\${PIPESTATUS[0]}"`);
    expect(run.code, run.stderr).toBe(0);
  });

  it("standard output may be named as a file", async () => {
    const run = await shell("$CDJ tidy one.csv --quiet --output /dev/stdout | cat");
    expect(run).toMatchObject({ code: 0, stdout: "area,households\n甲,100\n乙,200\n" });
    await shell("echo before > log; $CDJ tidy one.csv --quiet --output /dev/stdout >> log");
    expect(readFileSync(at("log"), "utf8")).toBe("before\narea,households\n甲,100\n乙,200\n");
  });

  it("a pipe may be written to", async () => {
    const run = await shell("mkfifo out; cat out & $CDJ tidy one.csv --quiet --output out; wait");
    expect(run).toMatchObject({ code: 0, stdout: "area,households\n甲,100\n乙,200\n" });
  });

  it("a pipe is read once, as standard input is", async () => {
    for (const command of ["tidy --quiet", "check", "inspect", "analyze"]) {
      const run = await shell(`$CDJ ${command} <(cat one.csv)`);
      expect(run.code, run.stderr).toBe(0);
      expect(run.stderr).toBe("");
    }
    const run = await shell(
      `gzip -c one.csv > one.gz; mkfifo pipe; cat one.gz > pipe & $CDJ tidy --quiet pipe`,
    );
    expect(run.stdout).toBe("area,households\n甲,100\n乙,200\n");
  });

  it("--fix leaves a pipe alone", async () => {
    const run = await shell("$CDJ check --fix <(cat one.csv)");
    expect(run.code, run.stderr).toBe(0);
    expect(run.stderr).toContain("is no text file");
  });
});

describe("mistakes that were taken silently", () => {
  it("the lock of an open workbook, named alone", async () => {
    writeFileSync(at("~$one.csv"), "x");
    expectRefusal(await inFolder("check", "~$one.csv"), "~$one.csv is no table but the lock");
    const beside = await inFolder("tidy", "--quiet", "~$one.csv", "one.csv");
    expect(beside).toMatchObject({ code: 0, stdout: "area,households\n甲,100\n乙,200\n" });
  });

  it("a sheet of what is no workbook", async () => {
    for (const command of ["analyze", "inspect", "tidy", "check"])
      expectRefusal(await inFolder(command, "one.csv", "--sheet", "1"), "one.csv is no workbook");
  });

  it("a list of nothing", async () => {
    expectRefusal(await inFolder("analyze", "one.csv", "--indicator", ""), "--indicator");
    expectRefusal(await inFolder("analyze", "one.csv", "--theme", " , "), "--theme");
  });

  it("a norm that is none, in words of the language", async () => {
    expectRefusal(
      await inFolder("analyze", "one.csv", "--norm", "office_area=abc"),
      "what stands after the sign is no number",
    );
    const chinese = await cdj([
      "analyze",
      at("one.csv"),
      "--norm",
      "office_area=abc",
      "--lang",
      "zh-CN",
    ]);
    expectRefusal(chinese, "符号后面不是数字");
  });

  it("a norm on nothing that is measured", async () => {
    expectRefusal(await inFolder("analyze", "one.csv", "--norm", "nosuch=5"), "nosuch");
  });

  it("a period of a table without periods", async () => {
    expectRefusal(
      await inFolder("analyze", "one.csv", "--period", "xx"),
      "the tables name no period",
    );
  });

  it("an unknown variable ends its sentence before the hint", async () => {
    expectRefusal(
      await inFolder("analyze", "one.csv", "--map", "户数=nosuch"),
      "no variable is called “nosuch”. All of them:",
    );
  });
});

describe("what was said wrongly", () => {
  it("a column whose meaning another one has is not one that was not understood", async () => {
    writeFileSync(at("double.csv"), "社区名称,户数,常住人口\n甲,5,9\n");
    const { stdout } = await inFolder("analyze", "double.csv", "--map", "户数=residents");
    expect(stdout).toContain("not used, as another column says the same: “常住人口”");
    expect(stdout).not.toContain("not understood");
  });

  it("a header is explained as what it means, and a word of several meanings names them", async () => {
    const found = await inFolder("explain", "户数");
    expect(found.code, found.stderr).toBe(0);
    expect(found.stdout).toMatch(/^households /);
    expect(found.stderr).toContain("“户数” means households");
    expectRefusal(await inFolder("explain", "面积"), "office_area");
  });

  it("a term of office is in years, not in years of age", async () => {
    const { stdout } = await cdj(["explain", "ccp-term", "--lang", "zh-CN"]);
    expect(stdout).toContain("5年");
    expect(stdout).not.toContain("岁");
  });

  it("two rows of one file that disagree name it once", async () => {
    // The row without a street is that of the only 甲 there is.
    writeFileSync(at("twice.csv"), "街道,社区名称,户数\n,甲,5\n东街道,甲,6\n");
    const report = JSON.parse((await inFolder("check", "twice.csv", "--format", "json")).stdout);
    const [finding] = report.findings.filter(({ code }: { code: string }) => code === "CDJ501");
    expect(finding.message.split("twice.csv")).toHaveLength(2);
  });

  it("names that a spreadsheet would run come back from tidy as they were", async () => {
    writeFileSync(at("formula.csv"), '社区名称,户数\n"=HYPERLINK(""x"")",5\n+甲,6\n');
    await inFolder("tidy", "formula.csv", "--quiet", "--output", "guarded.csv");
    expect(readFileSync(at("guarded.csv"), "utf8")).toContain("'+甲");
    const { stdout } = await inFolder("tidy", "guarded.csv", "--format", "json", "--quiet");
    expect(stdout).toContain('"+甲"');
    expect(stdout).not.toContain("'+甲");
  });
});

describe("parts that give no figure", () => {
  it("are counted against those at hand", async () => {
    // 甲: households of 2 of 3 parts, residents of 2 of 3; 乙: residents of 1 of 2.
    writeFileSync(
      at("parts.csv"),
      "社区名称,户数,常住人口\n甲,100,300\n甲,200,\n甲,,500\n乙,50,150\n乙,60,\n",
    );
    const report = JSON.parse(
      (await inFolder("analyze", "parts.csv", "--sum", "--format", "json")).stdout,
    );
    expect(report.totals).toMatchObject([
      {
        variable: "households",
        value: 410,
        coverage: { areas: 2, of: 2, parts: { reported: 4, of: 5 } },
      },
      {
        variable: "residents",
        value: 950,
        coverage: { areas: 2, of: 2, parts: { reported: 3, of: 5 } },
      },
    ]);
    expect(report.areas.map((area: { parts?: unknown }) => area.parts)).toEqual([
      { households: { reported: 2, of: 3 }, residents: { reported: 2, of: 3 } },
      { residents: { reported: 1, of: 2 } },
    ]);
    const { stdout } = await inFolder("analyze", "parts.csv", "--sum");
    expect(stdout).toContain("Households 410 (4 of 5 parts)");
    expect(stdout).toContain("甲 households 2 of 3 parts");
  });

  it("are not told where every part has its figure", async () => {
    const report = JSON.parse(
      (await cdj(["analyze", at("one.csv"), "--sum", "--format", "json"], { cwd: projectRoot }))
        .stdout,
    );
    expect(report.totals[0].coverage).toEqual({ areas: 2, of: 2 });
    expect(report.areas[0]).not.toHaveProperty("parts");
  });
});

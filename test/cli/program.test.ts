import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cdj, cdjProcess, projectRoot } from "./run.ts";

const TOWN = "fixtures/town-2007.csv";
const ESCAPE = String.fromCharCode(27);

describe("the program", () => {
  it("knows its version", async () => {
    const { version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as {
      version: string;
    };
    expect(await cdjProcess(["--version"])).toEqual({
      code: 0,
      stdout: `${version}\n`,
      stderr: "",
    });
  });

  it("lists its commands", async () => {
    const run = await cdj(["--help"]);
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/^\s+analyze\b/m);
    expect(run.stdout).toMatch(/^\s+explain\b/m);
  });

  it.each(["analyze", "explain"])("gives examples in the help of %s", async (command) => {
    const run = await cdj([command, "--help"]);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain(`cdj ${command} `);
  });

  it("refuses an unknown command", async () => {
    const run = await cdj(["analyse", TOWN]);
    expect([run.code, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toContain("analyze");
  });
});

describe("analyze", () => {
  const norms = ["js-jintan-2007-office", "js-cz-2007-workers"] as const;

  it("takes options before and after the files, lists with commas or repeated", async () => {
    const run = await cdj(["analyze", TOWN, "--norm", norms.join(","), "--format", "json"]);
    expect(run.code, run.stderr).toBe(0);
    expect(
      await cdj(["analyze", "--norm", norms[0], "--format", "json", "--norm", norms[1], TOWN]),
    ).toEqual(run);
  });

  it("prints no colours into a pipe, whatever NO_COLOR says", async () => {
    const run = await cdjProcess(["analyze", TOWN, "--norm", norms.join(",")], {
      env: { NO_COLOR: "" },
    });
    expect(run.stdout).not.toContain(ESCAPE);
    expect(run.stdout).toContain("社区13");
  });

  it("chooses the language by the locale, then by --lang", async () => {
    const chinese = await cdjProcess(["analyze", TOWN], { env: { LANG: "zh_CN.UTF-8" } });
    expect(chinese.stdout).toContain("户均人口");
    const english = await cdjProcess(["analyze", TOWN, "--lang", "en"], {
      env: { LANG: "zh_CN.UTF-8" },
    });
    expect(english.stdout).not.toContain("户均人口");
  });

  it("fits the width of the terminal", async () => {
    const narrow = await cdjProcess(["analyze", TOWN, "--lang", "en"], { env: { COLUMNS: "60" } });
    const wide = await cdjProcess(["analyze", TOWN, "--lang", "en"], { env: { COLUMNS: "160" } });
    const longest = (text: string) => Math.max(...text.split("\n").map((line) => line.length));
    expect(longest(wide.stdout)).toBeGreaterThan(longest(narrow.stdout));
  });

  it("shows only the first areas with --top, in the order of --sort", async () => {
    const run = await cdj([
      "analyze",
      TOWN,
      "--sort",
      "office_area_shortfall",
      "--top",
      "2",
      "--norm",
      norms[0],
      "--lang",
      "en",
    ]);
    expect(run.code, run.stderr).toBe(0);
    expect(run.stdout).toContain("社区13");
    expect(run.stdout).toContain("社区12");
    expect(run.stdout).not.toContain("社区11");
  });

  it("is silent beside the result with --quiet", async () => {
    const run = await cdj(["analyze", TOWN, "--quiet", "--format", "csv"]);
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(run.stdout).toContain("社区01");
  });
});

describe("--output", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "cdj-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("writes the file that would have been printed, and nothing beside it", async () => {
    const path = join(folder, "town.json");
    const printed = await cdj(["analyze", TOWN, "--format", "json"]);
    const written = await cdj(["analyze", TOWN, "--format", "json", "--output", path]);
    expect([written.code, written.stdout]).toEqual([0, ""]);
    expect(readFileSync(path, "utf8")).toBe(printed.stdout);
    expect(readdirSync(folder)).toEqual(["town.json"]);
  });

  it("refuses a folder that is not there", async () => {
    const run = await cdj(["analyze", TOWN, "--output", join(folder, "none", "town.json")]);
    expect([run.code, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toContain("town.json");
  });
});

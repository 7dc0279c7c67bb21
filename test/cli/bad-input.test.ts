import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analyze, type FindingEntry, type Report } from "./report.ts";
import { cdj, cdjProcess, type Run } from "./run.ts";

const fault = (name: string) => `fixtures/faults/${name}.csv`;

/** It could not run: exit 2, nothing on standard output, one short message without a stack. */
function expectRefusal(run: Run, ...texts: readonly string[]): void {
  expect(run.code, run.stderr).toBe(2);
  expect(run.stdout).toBe("");
  for (const text of texts) expect(run.stderr).toContain(text);
  expect(run.stderr).not.toMatch(/^\s+at /m);
  expect(run.stderr.trim().split("\n").length).toBeLessThanOrEqual(3);
}

describe("analyze refuses, and names the file", () => {
  it.each([
    ["a missing file", "fixtures/no-such.csv"],
    ["a directory without tables", "src"],
    ["an empty file", fault("empty")],
    ["a header without rows", fault("header-only")],
    ["bytes of no supported encoding", fault("undecodable")],
    ["a table without an area column", fault("no-area-column")],
  ])("%s", async (_, path) => {
    expectRefusal(await cdj(["analyze", path, "--lang", "en"]), path);
    expectRefusal(await cdj(["analyze", path, "--format", "json"]), path);
  });

  it("lists the headers it saw and the way out when no column names the area", async () => {
    expectRefusal(
      await cdj(["analyze", fault("no-area-column"), "--lang", "en"]),
      "填报者",
      "户数(户)",
      "常住人口(人)",
      "--map",
      "=area",
    );
  });

  it("says how to name an encoding when none fits", async () => {
    expectRefusal(await cdj(["analyze", fault("undecodable"), "--lang", "en"]), "--encoding");
  });

  it("when no file is named", async () => {
    expectRefusal(await cdj(["analyze"]));
  });

  it("empty standard input", async () => {
    expectRefusal(await cdj(["analyze", "-"], { stdin: "" }));
  });
});

/** The findings of one fault file with one code; the run itself must succeed. */
async function findings(
  name: string,
  code: string,
): Promise<{ report: Report; found: readonly FindingEntry[] }> {
  const report = await analyze(fault(name), "--lang", "en");
  return { report, found: report.findings.filter((finding) => finding.code === code) };
}

const valuesOf = (report: Report, area: string) =>
  report.areas.find((a) => a.area === area)?.values ?? {};

describe("analyze goes on, and says what is wrong", () => {
  it("an area that stands twice in one period: both lines, nothing summed", async () => {
    const { report, found } = await findings("duplicate-area", "CDJ204");
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      severity: "error",
      file: fault("duplicate-area"),
      area: "社区02",
    });
    expect(found[0]?.message).toMatch(/\b3\b.*\b5\b/);
    expect(found[0]?.message).toContain("社区02");
    const summed = (14_853 + 347) / (5157 + 120);
    expect(valuesOf(report, "社区02").household_size?.value).not.toBeCloseTo(summed, 9);
  });

  it("text where a number belongs: its place, the cell as written, the rest of the row kept", async () => {
    const { report, found } = await findings("text-in-number", "CDJ301");
    expect(found).toHaveLength(1);
    // Line 3 is “社区02,2007,5157,约莫一万四,3”: the cell is the 4th and starts at the 16th UTF-16 unit.
    expect(found[0]).toMatchObject({
      file: fault("text-in-number"),
      line: 3,
      field: 4,
      header: "常住人口(人)",
      area: "社区02",
      variable: "residents",
    });
    expect(found[0]?.column).toBe("社区02,2007,5157,".length + 1);
    expect(found[0]?.message).toContain("约莫一万四");
    expect(valuesOf(report, "社区02")).toMatchObject({
      household_size: { absent: "no-data" },
      workers_per_1000: { absent: "no-data" },
      households_per_worker: { value: 5157 / 3 },
    });
    // Ratios are of the communities that have both: 01 and 03.
    expect(report.indicators.find((i) => i.id === "workers_per_1000")).toMatchObject({
      value: (6 / (16_000 + 13_921)) * 1000,
      coverage: { areas: 2, of: 3 },
    });
  });

  it.each([
    ["negative-count", "CDJ302", 4, "residents", "-14853"],
    ["fractional-count", "CDJ303", 3, "households", "5157.5"],
  ])("%s", async (name, code, field, variable, cell) => {
    const { report, found } = await findings(name, code);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ file: fault(name), line: 3, field, variable, area: "社区02" });
    expect(found[0]?.message).toContain(cell);
    expect(report.areas).toHaveLength(3);
  });

  it("nothing of a clean table", async () => {
    expect((await analyze("fixtures/town-2007.csv")).findings).toEqual([]);
  });
});

describe("a closed pipe", () => {
  it("ends quietly", async () => {
    const run = await cdjProcess(["analyze", "fixtures/town-2007.csv", "--format", "json"], {
      closeOutput: true,
    });
    expect(run).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});

describe("a path with blanks and Chinese", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "cdj 调查 "));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is read like any other", async () => {
    const path = join(folder, "2007年 调查表.csv");
    writeFileSync(path, "社区,年份,居民数(人),工作人员数(人)\n甲社区,2007,2000,3\n");
    expect((await analyze(path)).areas[0]?.values.workers_per_1000).toEqual({ value: 1.5 });
  });
});

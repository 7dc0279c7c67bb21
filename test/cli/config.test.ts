import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atPath } from "./at-path.ts";
import { cdj, projectRoot, type Run } from "./run.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cdj-config-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder with a config, and the town's table in a folder below it. */
function project(name: string, config: unknown): string {
  const at = join(folder, name);
  mkdirSync(join(at, "data"), { recursive: true });
  copyFileSync(join(projectRoot, "fixtures/town-2007.csv"), join(at, "data/town.csv"));
  writeFileSync(
    join(at, "cdj.config.json"),
    typeof config === "string" ? config : JSON.stringify(config),
  );
  return at;
}

const staff = {
  title: { en: "Workers per 1,000 managed", "zh-CN": "每千名管理人口工作人员数" },
  formula: "workers / (residents + floating_population) * 1000",
  unit: "persons per 1,000",
};
const json = (run: Run, path: string): unknown => atPath(JSON.parse(run.stdout), path);

describe.concurrent("a config file", () => {
  it("is found above the data, and says how", async () => {
    const at = project("found", {
      norms: ["js-jintan-2007-office"],
      by: ["street"],
      onlyIndicators: ["office_area_shortfall"],
    });
    const run = await cdj(["analyze", "data/town.csv", "--format", "json"], { cwd: at });
    expect(run.stderr).toContain("config: cdj.config.json");
    expect(json(run, "indicators.length")).toBe(1);
    expect(json(run, "indicators[0].value")).toBe(4180);
    expect(json(run, "groups.length")).toBe(2);
    // From elsewhere it is found beside the data all the same; --no-config leaves it.
    const elsewhere = await cdj(["analyze", join(at, "data/town.csv"), "--format", "json"]);
    expect(json(elsewhere, "indicators.length")).toBe(1);
    const without = await cdj(["analyze", "data/town.csv", "--no-config", "--format", "json"], {
      cwd: at,
    });
    expect(json(without, "groups.length")).toBe(0);
  });

  it("is that of the working directory for standard input", async () => {
    const at = project("stdin", { onlyIndicators: ["staffing"] });
    const run = await cdj(["analyze", "-", "--format", "csv"], {
      cwd: at,
      stdin: "社区,常住人口,工作人员数\n甲,1000,3\n",
    });
    expect(run.stdout).toContain("workers_per_1000,3");
    expect(run.stdout).not.toContain("household_size");
  });

  it("gives way to the command line", async () => {
    const at = project("wins", {
      norms: ["js-jintan-2007-office"],
      language: "zh-CN",
      onlyIndicators: ["office_area_shortfall"],
    });
    const run = await cdj(
      ["analyze", "data/town.csv", "--norm", "office_area=100", "--format", "json"],
      { cwd: at },
    );
    // 13 communities, 100 − {96, 72, 85, 60, 55, 48, 40} = 4 + 28 + 15 + 40 + 45 + 52 + 60 = 244
    expect(json(run, "indicators[0].value")).toBe(244);
    const printed = await cdj(["analyze", "data/town.csv", "--lang", "en"], { cwd: at });
    expect(printed.stdout).toContain("Office area shortfall");
    expect((await cdj(["analyze", "data/town.csv"], { cwd: at })).stdout).toContain(
      "办公用房面积缺口",
    );
  });

  it("maps headers, also of files that are not read", async () => {
    const at = project("mapping", { mapping: { 填报者: "area", 去年的列: "residents" } });
    const run = await cdj(["analyze", "-", "--format", "csv"], {
      cwd: at,
      stdin: "填报者,常住人口,工作人员数\n甲,1000,3\n",
    });
    expect(run.code).toBe(0);
    expect(run.stdout).toContain("area,,,甲");
  });

  it("prints figures without separators where it says so", async () => {
    const at = project("digits", { numberFormat: { groupDigits: false } });
    const run = await cdj(["analyze", "data/town.csv"], { cwd: at });
    expect(run.stdout).toContain("44363");
    expect(run.stdout).not.toContain("44,363");
  });

  it("defines norms whole", async () => {
    const own = {
      id: "our-plan",
      subject: "workers_per_1000",
      op: ">=",
      value: 0.25,
      document: "本镇工作方案",
      year: 2008,
    };
    const at = project("norms", { norms: [own], onlyIndicators: ["workers_per_1000"] });
    const run = await cdj(["analyze", "data/town.csv"], { cwd: at });
    expect(run.stdout).toContain("≥ 0.25  our-plan");
    expect(run.stdout).toContain("our-plan  本镇工作方案 · 2008");
  });

  it("suppresses columns, and what is computed from them", async () => {
    const at = project("suppress", { suppress: ["monthly_wage", "members"] });
    const run = await cdj(["analyze", "data/town.csv", "--format", "json"], { cwd: at });
    expect(json(run, "indicators[id=personnel_share].absent")).toBe("withheld");
    expect(json(run, "indicators[id=members_per_community].absent")).toBe("withheld");
    expect((run.stdout.match(/"variable": "monthly_wage"/g) ?? []).length).toBe(1);
  });

  it("has indicators of the user's own, which stand wherever one of the catalogue does", async () => {
    const at = project("own", { indicators: { staff } });
    const run = await cdj(
      ["analyze", "data/town.csv", "--norm", "staff>=0.5", "--format", "json"],
      { cwd: at },
    );
    // 39 ÷ (130,000 + 50,000) × 1000
    expect(json(run, "indicators[id=staff].value")).toBeCloseTo(0.216667, 6);
    expect(json(run, "indicators[id=staff].unit")).toBe("persons per 1,000");
    expect(json(run, "indicators[id=staff].norms[0].areasMissing")).toBe(13);
    expect(
      (await cdj(["analyze", "data/town.csv", "--indicator", "staff", "--lang", "en"], { cwd: at }))
        .stdout,
    ).toContain("Workers per 1,000 managed");
    expect(
      (await cdj(["analyze", "data/town.csv", "--format", "csv"], { cwd: at })).stdout,
    ).toContain("staff,0.21666");
    const explained = await cdj(["explain", "staff", "data/town.csv", "--lang", "zh-CN"], {
      cwd: at,
    });
    expect(explained.stdout).toContain("39 ÷ (130,000 + 50,000) × 1000 = 0.2167");
    expect((await cdj(["explain", "indicators"], { cwd: at })).stdout).toMatch(
      /staff +Workers per 1,000 managed/,
    );
    expect(
      (await cdj(["explain", "staff", "--cite", "--lang", "zh-CN"], { cwd: at })).stdout,
    ).toContain("每千名管理人口工作人员数：工作人员数 ÷（常住人口 + 流动人口）× 1000");
    expect(
      (
        await cdj(
          [
            "compare",
            "data/town.csv",
            "-",
            "--from",
            "2007",
            "--to",
            "2008",
            "--indicator",
            "staff",
            "--format",
            "csv",
          ],
          {
            cwd: at,
            stdin:
              "街道,社区名称,年份,常住人口,流动人口,工作人员数\n东街道,社区01,2008,16000,4000,6\n",
          },
        )
      ).stdout,
    ).toContain("staff");
    const report = await cdj(["report", "data/town.csv", "--indicator", "staff", "--lang", "en"], {
      cwd: at,
    });
    expect(report.stdout).toContain("Workers per 1,000 managed");
  });
});

describe.concurrent("a fault in a config file is named with its place and the way out", () => {
  it.each<[string, unknown, string]>([
    ["key", { norm: [] }, "norm: there is no such key; did you mean norms?"],
    [
      "nested",
      { numberFormat: { group: true } },
      "numberFormat.group: there is no such key; did you mean groupDigits?",
    ],
    [
      "own-key",
      { indicators: { x: { formula: "workers / residents", tilte: "X" } } },
      "indicators.x.tilte: there is no such key; did you mean title?",
    ],
    [
      "name",
      { indicators: { x: { formula: "residents / worker" } } },
      "indicators.x.formula: column 13: no variable “worker”; did you mean workers",
    ],
    [
      "syntax",
      { indicators: { x: { formula: "workers / / 2" } } },
      "indicators.x.formula: column 11: “/” cannot stand here",
    ],
    [
      "unlike",
      { indicators: { x: { formula: "office_area + residents" } } },
      "column 13: m² and persons cannot be added",
    ],
    [
      "unit",
      { indicators: { x: { formula: "workers / residents", unit: "%" } } },
      "the formula gives 1, the unit “%” is 1 × 100",
    ],
    [
      "taken",
      { indicators: { workers: { formula: "residents" } } },
      "“workers” is already an indicator, a variable or an age band",
    ],
    [
      "option",
      { indicators: { workers_needed: { clmp: [5, 7] } } },
      "workers_needed has no option “clmp”; it has rounding or clamp",
    ],
    [
      "choice",
      { indicators: { workers_needed: { rounding: "up" } } },
      "“up” is not possible; norm, floor, nearest or ceil",
    ],
    [
      "indicator",
      { indicators: { workers_neded: { clamp: [5, 7] } } },
      "no indicator “workers_neded”; did you mean workers_needed?",
    ],
    [
      "only",
      { onlyIndicators: ["stafing"] },
      "onlyIndicators[0]: no indicator or theme “stafing”; did you mean staffing?",
    ],
    [
      "subject",
      { norms: [{ id: "a", subject: "worker", op: ">=", value: 1 }] },
      "norms[0].subject: no variable “worker”; did you mean",
    ],
    ["op", { norms: [{ id: "a", subject: "workers", op: "=>", value: 1 }] }, "norms[0].op: "],
    ["json", '{\n  "norms": [],\n}', "line 3, column 1: this is no JSON"],
  ])("%s", async (name, config, text) => {
    const run = await cdj(["analyze", "data/town.csv"], { cwd: project(`fault-${name}`, config) });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("cdj.config.json: ");
    expect(run.stderr).toContain(text);
    expect(run.stderr).not.toContain("    at ");
  });

  it("and a norm on what nothing measures is no norm", async () => {
    const run = await cdj(["analyze", "fixtures/town-2007.csv", "--norm", "office_aera=500"]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("Did you mean office_area?");
  });

  it.each<[string, unknown, string]>([
    [
      "zh-type",
      { norms: [{ id: "a", subject: "workers", op: ">=", value: "x" }] },
      "norms[0].value：应为数字",
    ],
    [
      "zh-missing",
      { norms: [{ id: "a", subject: "workers", op: ">=" }] },
      "norms[0].value：未填写，应为数字",
    ],
    [
      "zh-choice",
      { norms: [{ id: "a", subject: "workers", op: "=>", value: 1 }] },
      "norms[0].op：只能是 >=、<=、>、<、between 或 =",
    ],
    [
      "zh-date",
      { norms: [{ id: "a", subject: "workers", op: ">=", value: 1, validFrom: "July" }] },
      "norms[0].validFrom：应为日期，如2024-07-01",
    ],
    ["zh-least", { minCell: 1 }, "minCell：不能小于2"],
    ["zh-list", { by: 3 }, "by：应为列表 […]"],
    ["zh-whole", [], "cdj.config.json：应为一组条目 {…}"],
    ["zh-json", '{"minCell": fife}', "第1行第14个字符：不是有效的 JSON，此处不能是“i”"],
    ["zh-cut", '{"minCell": 5', "不是有效的 JSON，文件到此中断"],
    [
      "zh-units",
      { indicators: { z: { formula: "workers + office_area" } } },
      "indicators.z.formula：第9个字符：人与 m² 不能相加减或比较",
    ],
  ])("in Chinese: %s", async (name, config, text) => {
    const run = await cdj(["analyze", "data/town.csv", "--lang", "zh-CN"], {
      cwd: project(`fault-${name}`, config),
    });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(text);
  });

  it("in the language of the config, where the command line names none", async () => {
    const at = project("fault-language", { language: "zh-TW" });
    expect((await cdj(["analyze", "data/town.csv", "--set", "x"], { cwd: at })).stderr).toContain(
      "cdj：--set 不能是「x」：請寫成「指標.選項=值」",
    );
    expect(
      (await cdj(["analyze", "data/town.csv", "--set", "x", "--lang", "en"], { cwd: at })).stderr,
    ).toContain("write it as indicator.option=value");
  });

  it("a mapping to what there is not, and an option of nothing", async () => {
    const mapped = await cdj(["analyze", "data/town.csv"], {
      cwd: project("fault-mapping", { mapping: { 街道: "offce_area" } }),
    });
    expect(mapped.stderr).toContain(
      "“街道=offce_area” in the mapping: no variable is called “offce_area”. Did you mean office_area",
    );
    expect(mapped.stderr).not.toContain("--map");
    const empty = await cdj([
      "analyze",
      "fixtures/town-2007.csv",
      "--set",
      "office_area_bands.edges=",
    ]);
    expect([empty.code, empty.stderr]).toEqual([
      2,
      expect.stringContaining("no list of rising numbers"),
    ]);
    const none = await cdj([
      "analyze",
      "fixtures/town-2007.csv",
      "--set",
      "workers_needed.clamp=",
      "--format",
      "csv",
    ]);
    expect(none.code).toBe(0);
  });

  it("that is named and missing", async () => {
    const run = await cdj(["analyze", "fixtures/town-2007.csv", "--config", "nowhere.json"]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("nowhere.json");
  });
});

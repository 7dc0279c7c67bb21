import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cdj, projectRoot } from "./run.ts";

const fixture = (name: string): string => join(projectRoot, "fixtures", name);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cdj-check-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

let next = 0;
/** A folder of its own with these files. */
function place(files: Readonly<Record<string, string>>): string {
  const own = join(folder, String(next++));
  mkdirSync(own);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(own, name), text);
  return own;
}
const check = (cwd: string, ...args: readonly string[]) =>
  cdj(["check", ...args, "--lang", "en"], { cwd });
const head = "社区名称,户数,常住人口\n";

describe("exit codes", () => {
  it.each([
    ["0 of a clean table", ["fixtures/town-2007.csv"], 0],
    ["0 of warnings", ["fixtures/county-town.csv"], 0],
    ["1 of warnings that fail", ["fixtures/county-town.csv", "--fail-on", "warning"], 1],
    ["1 of errors", ["fixtures/faults/negative-count.csv"], 1],
    [
      "0 of errors that are not asked for",
      ["fixtures/faults/negative-count.csv", "--ignore", "CDJ302"],
      0,
    ],
    ["2 of a missing file", ["fixtures/no-such.csv"], 2],
    ["2 of an unknown severity", ["fixtures/town-2007.csv", "--fail-on", "fatal"], 2],
    ["2 of an unknown code", ["fixtures/town-2007.csv", "--select", "CDJ9"], 2],
    ["2 of an unknown format", ["fixtures/town-2007.csv", "--format", "xml"], 2],
    ["2 of two formats on one output", ["fixtures/town-2007.csv", "--format", "json,text"], 2],
    ["2 of no file", [], 2],
  ])("%s", async (_name, args, code) => {
    const run = await cdj(["check", ...args]);
    expect(run.code, run.stderr).toBe(code);
    if (code === 2) expect(run.stdout).toBe("");
  });

  it.each([
    ["empty", "CDJ104"],
    ["header-only", "CDJ105"],
    ["undecodable", "CDJ101"],
    ["no-area-column", "CDJ210"],
  ])("a file that is %s is a finding", async (name, code) => {
    const run = await cdj([
      "check",
      `fixtures/faults/${name}.csv`,
      "fixtures/town-2007.csv",
      "--format",
      "json",
    ]);
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout).findings).toContainEqual(
      expect.objectContaining({ code, file: `fixtures/faults/${name}.csv`, severity: "error" }),
    );
  });

  it("a list of persons is judged, and fails without showing one", async () => {
    const run = await cdj(["check", "fixtures/faulty/persons.csv", "--lang", "zh-CN"]);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/CDJ60[13]/);
    expect(run.stdout + run.stderr).not.toMatch(/张三|11010519491231002X|13812345678|城关镇/);
    expect(run.stdout).not.toContain("姓名=area");
  });
});

it("sorts findings by file, line and column", async () => {
  const own = place({ "b.csv": `${head}乙,x,y\n甲,-1,9000\n`, "a.csv": `${head}丙,z,9000\n` });
  const { findings } = JSON.parse(
    (await check(own, "b.csv", "a.csv", "--format", "json")).stdout,
  ) as {
    findings: { file: string; line: number; field: number }[];
  };
  expect(findings.map(({ file, line, field }) => `${file}:${line}:${field}`)).toEqual([
    "b.csv:2:2",
    "b.csv:2:3",
    "b.csv:3:2",
    "a.csv:2:2",
  ]);
});

it("tells the first of each code and counts the rest", async () => {
  const rows = Array.from({ length: 30 }, (_, i) => `社区${i},x,9000\n`).join("");
  const own = place({ "a.csv": head + rows });
  const json = JSON.parse(
    (await check(own, "a.csv", "--format", "json", "--max-findings", "3")).stdout,
  );
  expect(json.findings).toHaveLength(3);
  expect(json.counts).toMatchObject({ error: 30, codes: { CDJ301: 30 } });
  const text = await check(own, "a.csv", "--max-findings", "3");
  expect(text.stdout).toContain("27 more CDJ301 not shown");
  expect(text.stdout).toContain("30 errors in 1 file");
});

it("--quiet leaves the sum, --statistics counts each code", async () => {
  const quiet = await cdj([
    "check",
    "fixtures/faults/negative-count.csv",
    "--quiet",
    "--lang",
    "en",
  ]);
  expect(quiet.stdout).toBe("1 error in 1 file · cdj explain CDJ302\n");
  expect((await cdj(["check", "fixtures/town-2007.csv", "--quiet"])).stdout).toBe("");
  const statistics = await cdj([
    "check",
    "fixtures/faulty/funds-ten-thousandfold.csv",
    "--quiet",
    "--statistics",
    "--lang",
    "en",
  ]);
  expect(statistics.stdout).toMatch(/^CDJ409 +1 +error +Implausible funds per resident$/m);
});

it("writes several formats at once, and nothing where one cannot be written", async () => {
  const own = place({ "a.csv": `${head}甲,x,9000\n` });
  const run = await check(
    own,
    "a.csv",
    "--format",
    "text,sarif=out.sarif",
    "--format",
    "junit=out.xml",
  );
  expect([run.code, readdirSync(own).sort()]).toEqual([1, ["a.csv", "out.sarif", "out.xml"]]);
  expect(run.stdout).toContain("CDJ301");
  expect(JSON.parse(readFileSync(join(own, "out.sarif"), "utf8")).version).toBe("2.1.0");
  expect((await check(own, "a.csv", "--format", "json=no/such/folder.json")).code).toBe(2);
});

it("prints the same bytes twice", async () => {
  const args = ["check", "fixtures/faulty", "--format", "sarif"];
  expect((await cdj(args)).stdout).toBe((await cdj(args)).stdout);
});

it("reads severities, ignores and partitions from the config", async () => {
  const config = {
    check: {
      severities: { CDJ302: "warning" },
      ignores: { "draft*.csv": ["CDJ3"] },
      partitions: [{ whole: "residents", parts: ["registered_residents", "floating_population"] }],
    },
  };
  const table = "社区名称,常住人口,户籍人口,流动人口\n甲,9000,6000,2000\n乙,-9000,6000,3000\n";
  const own = place({
    "cdj.config.json": JSON.stringify(config),
    "a.csv": table,
    "draft.csv": table.replaceAll("甲", "丙").replaceAll("乙", "丁"),
  });
  const { findings } = JSON.parse(
    (await check(own, "a.csv", "draft.csv", "--format", "json")).stdout,
  ) as {
    findings: { code: string; severity: string; file: string }[];
  };
  expect(
    findings.filter(({ code }) => code === "CDJ302").map(({ file, severity }) => [file, severity]),
  ).toEqual([["a.csv", "warning"]]);
  // 6,000 + 2,000 = 8,000, not 9,000.
  expect(findings.filter(({ code, file }) => code === "CDJ404" && file === "a.csv").length).toBe(2);
});

it("shows no figure that the config withholds", async () => {
  const table = "社区名称,户数,低保户\n甲,3000,3217\n乙,3000,五六户吧\n";
  for (const config of [{ suppress: ["dibao_households"] }, { minCell: 5 }]) {
    const own = place({ "cdj.config.json": JSON.stringify(config), "a.csv": table });
    for (const format of ["text", "json", "sarif"]) {
      const run = await check(own, "a.csv", "--format", format);
      expect([run.code, run.stdout.includes("CDJ405"), run.stdout.includes("CDJ301")]).toEqual([
        1,
        true,
        true,
      ]);
      expect(run.stdout).not.toMatch(/3,?217|五六户/);
    }
  }
});

describe("the baseline", () => {
  it("lets known findings pass, through inserted rows, and fails on new ones", async () => {
    const own = place({ "a.csv": `${head}甲,x,9000\n乙,3000,y\n` });
    const first = await check(own, "a.csv", "--baseline", "b.json", "--update-baseline");
    expect([first.code, first.stderr.trim()]).toEqual([0, "b.json written: 2 findings known"]);
    const written = readFileSync(join(own, "b.json"), "utf8");
    expect(written).not.toMatch(/"line"/);

    writeFileSync(join(own, "a.csv"), `${head}丙,3100,9100\n甲,x,9000\n乙,3000,y\n`);
    const same = await check(own, "a.csv", "--baseline", "b.json");
    expect([same.code, same.stdout]).toEqual([
      0,
      "No findings in 1 file · 2 known from the baseline\n",
    ]);
    expect(readFileSync(join(own, "b.json"), "utf8")).toBe(written);

    writeFileSync(join(own, "a.csv"), `${head}丙,z,9100\n甲,3200,9000\n乙,3000,y\n`);
    const changed = await check(own, "a.csv", "--baseline", "b.json");
    expect(changed.code).toBe(1);
    expect(changed.stdout).toContain("“z”");
    expect(changed.stdout).toContain("1 of the baseline no longer stands: --prune takes it out");
    expect(changed.stdout).toContain("no longer there: CDJ301 Not a number, 甲");

    const pruned = await check(own, "a.csv", "--baseline", "b.json", "--prune");
    expect(pruned.stderr.trim()).toBe("b.json written: 1 finding known");
    expect((await check(own, "a.csv", "--baseline", "b.json")).stdout).not.toContain("no longer");
  });

  it("keeps what it knows of files that are not judged", async () => {
    const own = place({ "a.csv": `${head}甲,x,9000\n`, "b.csv": `${head}乙,x,9000\n` });
    await check(own, "a.csv", "b.csv", "--baseline", "k.json", "--update-baseline");
    expect((await check(own, "a.csv", "--baseline", "k.json")).stdout).not.toContain("no longer");
    await check(own, "a.csv", "--baseline", "k.json", "--prune");
    expect(JSON.parse(readFileSync(join(own, "k.json"), "utf8")).findings).toHaveLength(2);
  });

  it("hides no other value, no other year and no other file", async () => {
    const own = place({ "a.csv": `${head}甲,x,9000\n`, "b.csv": `${head}甲,x,9000\n` });
    await check(own, "a.csv", "--baseline", "k.json", "--update-baseline");
    expect((await check(own, "a.csv", "--baseline", "k.json")).code).toBe(0);
    expect((await check(own, "b.csv", "--baseline", "k.json")).code).toBe(1);
    writeFileSync(join(own, "a.csv"), `${head}甲,z,9000\n`);
    expect((await check(own, "a.csv", "--baseline", "k.json")).code).toBe(1);
  });

  it("knows a file from wherever the run starts, and with a mark and line breaks of Windows", async () => {
    const own = place({ "a.csv": `${head}甲,x,9000\n` });
    mkdirSync(join(own, "sub"));
    await check(own, "a.csv", "--baseline", "k.json", "--update-baseline");
    const known = readFileSync(join(own, "k.json"), "utf8");
    writeFileSync(join(own, "k.json"), `\uFEFF${known.replaceAll("\n", "\r\n")}`);
    const run = await check(join(own, "sub"), "../a.csv", "--baseline", "../k.json");
    expect([run.code, run.stdout]).toEqual([
      0,
      "No findings in 1 file · 1 known from the baseline\n",
    ]);
  });

  it("stays in SARIF as suppressed, with paths from the root that is named", async () => {
    const own = place({ "a.csv": `${head}甲,x,9000\n` });
    mkdirSync(join(own, "sub"));
    await check(own, "a.csv", "--baseline", "k.json", "--update-baseline");
    const run = await check(
      join(own, "sub"),
      ...["../a.csv", "--baseline", "../k.json", "--root", "..", "--format", "sarif"],
    );
    const { results, tool } = JSON.parse(run.stdout).runs[0];
    expect(run.code).toBe(0);
    expect(results).toHaveLength(1);
    expect(results[0].suppressions).toEqual([{ kind: "external", status: "accepted" }]);
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe("a.csv");
    expect(tool.driver.rules[results[0].ruleIndex].id).toBe(results[0].ruleId);
  });

  it("is told in one sentence, and nothing of it printed, where it is no JSON", async () => {
    const own = place({ "a.csv": `${head}甲,x,9000\n`, "k.json": "街道,社区\n东街道,甲\n" });
    const run = await check(own, "a.csv", "--baseline", "k.json");
    expect([run.code, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toBe("cdj: k.json: line 1, column 1: this is no JSON\n");
    writeFileSync(join(own, "k.json"), '{"version":1,"findings":[]}\n');
    expect((await check(own, "a.csv", "--baseline", "k.json")).stderr).toContain(
      "--update-baseline writes one",
    );
    const again = await check(own, "a.csv", "--baseline", "k.json", "--update-baseline");
    expect(again.code).toBe(0);
  });

  it("is refused where it is none", async () => {
    const own = place({ "a.csv": `${head}甲,3000,9000\n`, "b.json": "[]" });
    expect((await check(own, "a.csv", "--baseline", "b.json")).code).toBe(2);
    expect((await check(own, "a.csv", "--baseline", "none.json")).code).toBe(2);
  });
});

describe("--fix", () => {
  const spelled = readFileSync(fixture("faulty/spellings.csv"), "utf8");

  it("shows first, then writes, then finds nothing", async () => {
    const own = place({ "a.csv": spelled });
    const before = await check(own, "a.csv");
    expect(before.stdout).toContain("cdj check --fix repairs 6 spellings");

    const shown = await check(own, "a.csv", "--fix", "--diff");
    expect(shown.code).toBe(0);
    expect(shown.stdout).toContain("-社区02,２００７,５１５７,14853\n+社区02,2007,5157,14853\n");
    expect(readFileSync(join(own, "a.csv"), "utf8")).toBe(spelled);

    const fixed = await check(own, "a.csv", "--fix");
    expect([fixed.code, readdirSync(own)]).toEqual([0, ["a.csv"]]);
    expect(fixed.stderr).toContain(
      "a.csv: 2 cells trimmed, 2 numbers in full-width digits, 2 blank rows at the end",
    );
    expect(readFileSync(join(own, "a.csv"), "utf8")).toBe(
      '社区名称,年份,户数(户),常住人口(人)\r\n社区01,2007,5483,"16,000"\r\n社区02,2007,5157,14853\r\n社区03,2007,4716,"13,921"\r\n',
    );
    expect((await check(own, "a.csv", "--fix")).stderr).toContain("Nothing to repair");
  });

  it("keeps the permissions, and touches no file without faults of spelling", async () => {
    const own = place({ "a.csv": spelled, "b.csv": `${head}甲,3000,9000\n` });
    const { mtimeMs } = statSync(join(own, "b.csv"));
    await check(own, "a.csv", "b.csv", "--fix");
    expect(statSync(join(own, "b.csv")).mtimeMs).toBe(mtimeMs);
  });

  it("says that it repairs text only", async () => {
    const run = await cdj([
      "check",
      "fixtures/workbooks/formats.xlsx",
      "--fix",
      "--diff",
      "--lang",
      "en",
    ]);
    expect(run.stderr).toContain("cdj repairs delimited text only");
  });

  it("redacts what identifies persons in the difference", async () => {
    const own = place({ "a.csv": "社区名称,户数,联系电话,备注\n甲, 3000 ,13812345678,张三说\n" });
    const { stdout } = await check(own, "a.csv", "--diff");
    expect(stdout).toContain("+甲,3000,‹redacted›,‹redacted›");
    expect(stdout).not.toMatch(/138|张三/);
  });
});

describe("query sheets", () => {
  it("one for each area with findings, the same bytes twice", async () => {
    const own = place({
      "a.csv": `街道,${head}东街道,社区01,x,9000\n东街道,社区02,3000,9100\n西街道,=cmd|1/社区03,3000,y\n`,
    });
    const run = await check(
      own,
      "a.csv",
      "--split-by",
      "area",
      "--format",
      "xlsx",
      "--output-dir",
      "out",
    );
    expect(run.code).toBe(1);
    expect(readdirSync(join(own, "out")).sort()).toEqual([
      "queries-=cmd_1_社区03.xlsx",
      "queries-社区01.xlsx",
    ]);
    const bytes = readFileSync(join(own, "out/queries-社区01.xlsx"));
    await check(own, "a.csv", "--split-by", "area", "--format", "xlsx", "--output-dir", "out");
    expect(readFileSync(join(own, "out/queries-社区01.xlsx")).equals(bytes)).toBe(true);

    const { readXlsx } = await import("hucre/xlsx");
    const [sheet] = (await readXlsx(bytes)).sheets;
    expect(sheet?.rows[0]?.[0]).toBe("Data queries: 社区01");
    expect(sheet?.rows[3]).toEqual([
      "No.",
      "Item",
      "Where",
      "As filled in",
      "Why we ask",
      "What may help",
      "Your answer",
    ]);
    expect(sheet?.rows[4]?.slice(0, 4)).toEqual(["1", "户数", "a.csv, line 2", "x"]);
  });

  it("one for each unit that the areas lie in", async () => {
    const own = place({
      "a.csv": `街道,${head}东街道,社区01,x,9000\n东街道,社区02,z,9100\n西街道,社区03,3000,y\n`,
    });
    await check(
      own,
      "a.csv",
      "--split-by",
      "parent_area",
      "--format",
      "xlsx",
      "--output-dir",
      "out",
      "--lang",
      "zh-CN",
    );
    expect(readdirSync(join(own, "out")).length).toBe(2);
  });

  it("needs the format xlsx and a known key", async () => {
    expect((await cdj(["check", "fixtures/town-2007.csv", "--split-by", "area"])).code).toBe(2);
    expect(
      (await cdj(["check", "fixtures/town-2007.csv", "--split-by", "colour", "--format", "xlsx"]))
        .code,
    ).toBe(2);
  });
});

describe("a schema", () => {
  it("of a table holds for that table, and another one is held to it", async () => {
    const own = place({ "a.csv": readFileSync(fixture("town-2007.csv"), "utf8") });
    expect((await cdj(["init", "--schema", "a.csv"], { cwd: own })).code).toBe(0);
    expect((await check(own, "a.csv", "--schema", "a.schema.json")).stdout).toBe(
      "No findings in 1 file\n",
    );
    writeFileSync(
      join(own, "b.csv"),
      readFileSync(join(own, "a.csv"), "utf8")
        .replace("街道,社区名称", "片区,社区名称")
        .replace("15516", "x"),
    );
    const run = await check(own, "b.csv", "--schema", "a.schema.json", "--format", "json");
    expect(JSON.parse(run.stdout).counts.codes).toMatchObject({ CDJ701: 1 });
  });

  it("breaks in every way it can", async () => {
    const fields = [
      { name: "社区名称", constraints: { required: true, unique: true } },
      { name: "户数", type: "integer", constraints: { minimum: 100 } },
      { name: "产权性质", constraints: { enum: ["自有", "租用"] } },
      { name: "代码", constraints: { pattern: "\\d{3}" } },
      { name: "面积" },
    ];
    const schema = JSON.stringify({ fields, primaryKey: ["代码"], missingValues: ["", "-"] });
    const own = place({
      "s.json": schema,
      "a.csv":
        '社区名称,户数,产权性质,代码\n甲,"1,200",自有,001\n乙,99,借用,01\n丙,-,租用,001\n丁,300,,\n',
    });
    const json = JSON.parse(
      (await check(own, "a.csv", "--schema", "s.json", "--select", "CDJ7", "--format", "json"))
        .stdout,
    ) as {
      findings: { code: string; line: number; field?: number }[];
    };
    expect(
      json.findings.map(({ code, line, field }) => `${code} ${line}:${field ?? ""}`).sort(),
    ).toEqual([
      "CDJ701 1:",
      "CDJ702 2:2",
      "CDJ703 5:4",
      "CDJ704 4:4",
      "CDJ705 3:2",
      "CDJ705 3:3",
      "CDJ705 3:4",
    ]);
  });

  it("is refused where it is none", async () => {
    const own = place({ "a.csv": `${head}甲,3000,9000\n`, "s.json": "{}" });
    expect((await check(own, "a.csv", "--schema", "s.json")).code).toBe(2);
    expect((await check(own, "a.csv", "--schema", "none.json")).code).toBe(2);
  });
});

it("speaks three languages", async () => {
  const said = await Promise.all(
    ["en", "zh-CN", "zh-TW"].map(
      async (lang) => (await cdj(["check", "fixtures/county-town.csv", "--lang", lang])).stdout,
    ),
  );
  expect(said[0]).toContain("outside the plausible 1.5–4.5");
  expect(said[1]).toContain("户均4.64人，超出合理范围1.5～4.5人");
  expect(said[2]).toContain("戶均4.64人，超出合理範圍1.5～4.5人");
});

it("counts in analyze what it would say", async () => {
  const run = await cdj(["analyze", "fixtures/county-town.csv", "--format", "json"]);
  expect(JSON.parse(run.stdout).findings).toMatchObject([{ code: "CDJ406" }]);
});

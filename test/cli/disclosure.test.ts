import { spawnSync } from "node:child_process";
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
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cdj, type Run, words } from "./run.ts";

/* What must not be told by any command in any format: numbers of persons, and figures that are withheld. */

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cdj-disclosure-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The text of a file, unpacked where it is an archive. */
function textOf(path: string): string {
  if (!/\.(?:xlsx|docx)$/.test(path)) return readFileSync(path, "utf8");
  return spawnSync("unzip", ["-p", path], { encoding: "utf8" }).stdout;
}

const filesIn = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path).flatMap((name) => filesIn(join(path, name)))
    : [path];

/** All that a command says of a table: what it prints and what it writes, names of files included. */
async function told(
  line: string,
  table: string,
  config?: object,
): Promise<{ run: Run; text: string }> {
  const own = mkdtempSync(join(folder, "run-"));
  writeFileSync(join(own, "t.csv"), table);
  mkdirSync(join(own, "out"));
  if (config) writeFileSync(join(own, "cdj.config.json"), JSON.stringify(config));
  const run = await cdj(words(line), { cwd: own });
  const written = filesIn(join(own, "out")).map(
    (path) => `${path.slice(own.length)}\n${textOf(path)}`,
  );
  return { run, text: [run.code, run.stdout, run.stderr, ...written].join("\n") };
}

const commands = [
  "analyze t.csv --all",
  "analyze t.csv --format json --distribution --by street",
  "analyze t.csv --format csv",
  "analyze t.csv --format markdown",
  "tidy t.csv",
  "tidy t.csv --format json",
  "tidy t.csv --output out/t.xlsx",
  "report t.csv",
  "report t.csv --format json",
  "report t.csv --output out/t.docx",
  "report t.csv --split-by street --output-dir out",
  "inspect t.csv",
  "inspect t.csv --format json --cells",
  "explain dibao_households t.csv",
  "explain members t.csv --format json",
  "check t.csv",
  "check t.csv --format json",
  "check t.csv --format sarif",
  "check t.csv --format junit",
  "check t.csv --format github",
  "check t.csv --format gitlab",
  "check t.csv --diff",
  "check t.csv --baseline out/b.json --update-baseline",
  "check t.csv --split-by area --format xlsx --output-dir out",
  "check t.csv --split-by parent_area --format xlsx --output-dir out",
];

describe("numbers of persons", () => {
  const table = [
    "街道,社区名称,常住人口(人),低保户(户),党员数(人),负责人13812345678",
    "东街道,社区01,3000,13812345678,41,张三440106198512124560",
    "东街道,社区02 110105 19900101 1232,2700,4万110105199001011232,38,x",
    "东街道,社区03,440106198512124560, 12,+86 139-8765-4321,x",
    "138-1234-5678,社区04,3300,12,３７,x",
    "",
  ].join("\n");
  const numbers =
    /13812345678|138-1234-5678|139-8765-4321|440106198512124560|110105199001011232|110105 19900101 1232/;

  test.each([...commands, "init --schema t.csv"])("%s tells none", async (line) => {
    const { run, text } = await told(line, table);
    expect([0, 1]).toContain(run.code);
    expect(text).not.toMatch(numbers);
  });

  test("in names, units and headers they are errors, in counts no value", async () => {
    const { run } = await told("check t.csv --format json", table);
    const { findings } = JSON.parse(run.stdout) as {
      findings: { code: string; severity: string; line: number; field: number }[];
    };
    const at = (code: string) =>
      findings.flatMap((finding) =>
        finding.code === code ? [[finding.severity, finding.line, finding.field]] : [],
      );
    expect(at("CDJ602")).toEqual([
      ["error", 1, 6],
      ["error", 3, 2],
      ["error", 5, 1],
    ]);
    expect(at("CDJ301").map(([, line, field]) => [line, field])).toEqual([
      [2, 4],
      [3, 4],
      [4, 3],
      [4, 5],
    ]);
  });

  test("areas of two such names stay two", async () => {
    const { run } = await told(
      "tidy t.csv --quiet",
      "社区名称,常住人口\n110105199001011232,3000\n440106198512124560,2000\n",
    );
    expect(run.stdout).toBe("area,residents\n‹redacted› (2),3000\n‹redacted› (3),2000\n");
  });
});

describe("figures that are withheld", () => {
  const renderedAlike = /jsonl|junit|git(?:hub|lab)|--format csv|parent_area|tidy.*json|--all/;
  const lines = [
    ...commands.filter((line) => !renderedAlike.test(line)),
    "explain dibao_household_rate t.csv --format json",
  ];

  /** Of two tables a command says the same. */
  async function sameOfBoth(
    line: string,
    config: object,
    tables: readonly [string, string],
  ): Promise<void> {
    const [one, other] = await Promise.all(tables.map((table) => told(line, table, config)));
    expect([0, 1]).toContain(one?.run.code);
    expect(other?.text).toBe(one?.text);
  }

  // Of the households on an allowance 3 is small, 7 is withheld for its sake; 3 + 7 = 4 + 6. Likewise 18 + 2 = 17 + 3.
  const counts = (a: number, b: number, c: number, d: number): string =>
    [
      "街道,社区名称,户数(户),常住人口(人),党员数(人),低保户(户),残疾人(人)",
      "东街道,社区01,1000,3000,41,12,40",
      `东街道,社区02,900,2700,38, ${a},25`,
      `东街道,社区03,1100,3300,44,${b},31`,
      `西街道,社区04,800,2400,30,0,${c}`,
      "西街道,社区05,700,2100,29,9,22",
      `西街道,社区06,1200,3600,51,15,${d}`,
      "",
    ].join("\n");

  test.each(lines)(
    "small counts: %s says the same of two tables that differ in nothing else",
    (line) =>
      sameOfBoth(line, { minCell: 5, by: ["street"] }, [counts(3, 7, 18, 2), counts(4, 6, 17, 3)]),
  );

  const ofMembers = (times: number): string =>
    [
      "街道,社区名称,常住人口(人),党员数(人),35岁及以下党员(人),36-59岁党员(人),60岁以上党员(人),女党员(人),60岁以上党员占比(%),党员总数",
      ...[40, 50, 60].map((n, i) => {
        const [young, old] = [8 * times + i, n - 20];
        const all = young + 12 + old;
        return `东街道,社区0${i + 1},${3000 + i},${all},${young}, 12,${old},${15 + times},${((100 * old) / all).toFixed(1)},${all}`;
      }),
      "",
    ].join("\n");

  test.each(lines)("a variable with its ages, sexes and shares: %s", (line) =>
    sameOfBoth(line, { suppress: ["members"] }, [ofMembers(1), ofMembers(2)]),
  );

  test("no hash of the table is told beside them, for values could be tried", async () => {
    for (const [config, isTold] of [
      [{ minCell: 5 }, false],
      [{ minCell: 2 }, true],
    ] as const) {
      const { run } = await told("analyze t.csv --format json", counts(3, 7, 18, 2), config);
      const { sources } = JSON.parse(run.stdout) as { sources: { sha256?: string }[] };
      expect(sources.map(({ sha256 }) => sha256 !== undefined)).toEqual([isTold]);
    }
    const { run } = await told("report t.csv --lang en", counts(3, 7, 18, 2));
    expect(run.stdout).toContain("SHA-256: left out because figures are withheld");
    expect(run.stdout).not.toMatch(/[0-9a-f]{64}/);
  });

  test("they are told as withheld by the config, and what has no columns as missing", async () => {
    const { run } = await told("analyze t.csv --format json", ofMembers(1), {
      suppress: ["members"],
    });
    const { indicators } = JSON.parse(run.stdout) as {
      indicators: { id: string; absent?: string }[];
    };
    const absentOf = (id: string) => indicators.find((indicator) => indicator.id === id)?.absent;
    expect(absentOf("members_60_plus_share")).toBe("withheld");
    expect(absentOf("members_per_branch")).toBe("missing-variable");
  });

  test("are filled cells all the same", async () => {
    const { run } = await told("analyze t.csv --format json --distribution", counts(3, 7, 18, 2), {
      minCell: 5,
    });
    const { subjects, quality } = (
      JSON.parse(run.stdout) as {
        distribution: { subjects: Record<string, unknown>[]; quality: { completeness: object }[] };
      }
    ).distribution;
    expect(quality[0]?.completeness).toEqual({ filled: 30, expected: 30, share: 1 });
    expect(subjects.find(({ id }) => id === "dibao_households")).toMatchObject({
      areas: 6,
      n: 4,
      missing: 0,
      withheld: 2,
    });
  });
});

test("two communities of one name in two streets get a query sheet each", async () => {
  const own = mkdtempSync(join(folder, "sheets-"));
  writeFileSync(
    join(own, "t.csv"),
    "街道,社区名称,常住人口\n东街道,中心社区,-3\n西街道,中心社区,-4\n西街道,南社区,-5\n",
  );
  const { code } = await cdj(
    words("check t.csv --split-by area --format xlsx --output-dir out --lang zh-CN"),
    { cwd: own },
  );
  expect(code).toBe(1);
  const sheets = Object.fromEntries(
    filesIn(join(own, "out")).map((path) => [path.slice(own.length + 5), textOf(path)]),
  );
  expect(Object.keys(sheets).sort()).toEqual(
    ["核查单-东街道 中心社区.xlsx", "核查单-南社区.xlsx", "核查单-西街道 中心社区.xlsx"].sort(),
  );
  expect(sheets["核查单-东街道 中心社区.xlsx"]).toContain("-3");
  expect(sheets["核查单-东街道 中心社区.xlsx"]).not.toContain("-4");
});

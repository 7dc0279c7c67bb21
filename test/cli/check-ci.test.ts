import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "./run.ts";

/*
 * What CI systems run, taken from the files they read, and run here. Installing is left out: that `npm ci` works in a checkout is a step of
 * .ci/run.
 */
const readAtRoot = (name: string): string => readFileSync(join(projectRoot, name), "utf8");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cdj ci 调查 "));
  mkdirSync(join(folder, "data"));
  writeFileSync(join(folder, "data/a.csv"), "社区名称,户数,常住人口\n甲,3000,-9000\n");
  writeFileSync(join(folder, "data/b c.csv"), "社区名称,户数,常住人口\n乙,3000,9000\n");
  mkdirSync(join(folder, "tools"));
  symlinkSync(projectRoot.replace(/\/$/, ""), join(folder, "tools/cdj"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function shell(script: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync("bash", ["-e", "-o", "pipefail", "-c", script], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? "", LANG: "C.UTF-8", ...env },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** The lines of a block of YAML (`key: |`), without their indentation. */
function block(text: string, key: string): string {
  const [, indent = "", body = ""] =
    new RegExp(`^( *)${key}: \\|\\n((?:\\1  .*\\n|\\n)+)`, "m").exec(text) ?? [];
  return body.replaceAll(`\n${indent}  `, "\n").slice(indent.length + 2);
}

describe("the GitHub action", () => {
  const action = readAtRoot("action.yml");
  const run = (files: string, args = "", sarif = "") =>
    shell(block(action, "run"), {
      CDJ: join(projectRoot, "bin/cdj.js"),
      FILES: files,
      ARGS: args,
      SARIF: sarif,
    });

  it("prints annotations, fails the step and writes the SARIF file", () => {
    const result = run("data", "", "out file.sarif");
    expect(result.status, result.stderr).toBe(1);
    expect(result.stdout).toMatch(
      /^::error file=data\/a\.csv,line=2,col=8,endColumn=12,title=CDJ302::/m,
    );
    expect(
      JSON.parse(readFileSync(join(folder, "out file.sarif"), "utf8")).runs[0].results,
    ).toHaveLength(1);
  });

  it("takes several files and options, one on a line, and blanks in them", () => {
    expect(run("data/b c.csv\ndata/a.csv\n", "--ignore=CDJ302\n--fail-on=warning\n")).toMatchObject(
      { status: 0, stdout: "" },
    );
  });

  it("runs nothing that stands in an input", () => {
    run("$(touch pwned1)\n`touch pwned2`\n; touch pwned3\n--output=pwned4", '"; touch pwned5; "');
    for (const i of [1, 2, 3, 4, 5]) expect(existsSync(join(folder, `pwned${i}`))).toBe(false);
  });

  it("installs from its own checkout, and puts no input into a script", () => {
    expect(action).toMatch(/run: npm ci .*\n\s+working-directory: \$\{\{ github\.action_path \}\}/);
    expect(block(action, "run")).not.toContain("${{");
  });
});

describe("the pre-commit hook", () => {
  const hook = readAtRoot(".pre-commit-hooks.yaml");
  const value = (key: string): string =>
    new RegExp(`^\\s*-? ?${key}: (.*)$`, "m").exec(hook)?.[1] ?? "";

  it("runs the program of the package on the files it is given", () => {
    const { bin } = JSON.parse(readAtRoot("package.json")) as {
      bin: Readonly<Record<string, string>>;
    };
    const [command = "", ...args] = value("entry").split(" ");
    const program = join(projectRoot, bin[command] ?? "no such program");
    const hooked = (...files: readonly string[]) =>
      spawnSync(process.execPath, [program, ...args, ...files], { cwd: folder, encoding: "utf8" })
        .status;
    expect(hooked("data/b c.csv")).toBe(0);
    expect(hooked("data/b c.csv", "data/a.csv")).toBe(1);
  });

  it("is for tables", () => {
    const pattern = new RegExp(value("files"));
    for (const name of ["data/a.csv", "a.tsv", "调查.xlsx"]) expect(pattern.test(name)).toBe(true);
    for (const name of ["a.csv.md", "README.md"]) expect(pattern.test(name)).toBe(false);
  });
});

it("the GitLab job writes both reports and fails", () => {
  const job = readAtRoot("docs/ci/gitlab-ci.yml");
  const [, script = ""] = / {2}script:\n {4}- (.*)\n/.exec(job) ?? [];
  const result = shell(script, { CDJ: "tools/cdj", TABLES: "data" });
  expect(result.status, result.stderr).toBe(1);
  const [, codequality = ""] = /codequality: (.*)/.exec(job) ?? [];
  const [, junit = ""] = /junit: (.*)/.exec(job) ?? [];
  expect(JSON.parse(readFileSync(join(folder, codequality), "utf8"))).toMatchObject([
    {
      check_name: "CDJ302",
      severity: "major",
      location: { path: "data/a.csv", lines: { begin: 2 } },
    },
  ]);
  expect(readFileSync(join(folder, junit), "utf8")).toContain('tests="2" failures="1"');
});

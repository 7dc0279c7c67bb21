import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../cli/run.ts";

const left = new Set(["node_modules", "dist", "coverage", ".git"]);
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "cdj-new-"));
  cpSync(projectRoot, copy, { recursive: true, filter: (path) => !left.has(basename(path)) });
  symlinkSync(join(projectRoot, "node_modules"), join(copy, "node_modules"), "junction");
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function node(...args: readonly string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: "utf8",
    env: { ...process.env, TEST_RESULTS: "" },
  });
  return { status, output: stdout + stderr };
}

const scaffold = (...args: readonly string[]) => node("scripts/run.mjs", "scripts/new.ts", ...args);
/** What does not compile, by file and kind of error; lines move when something is added above them. */
const errors = () => [
  ...new Set(
    [
      ...node("node_modules/typescript/bin/tsc", "--noEmit").output.matchAll(
        /^(\S+)\(\d+,\d+\): error (TS\d+)/gm,
      ),
    ].map(([, file, code]) => `${file} ${code}`),
  ),
];
const vitest = (file: string, pattern: string) =>
  node("node_modules/vitest/vitest.mjs", "run", file, "-t", pattern);
const inCopy = (path: string): string => readFileSync(join(copy, path), "utf8");

describe("npm run new indicator", () => {
  test("writes a definition and one registry line; it compiles, its example fails until it is filled in, then passes", () => {
    const before = errors();
    const made = scaffold("indicator", "households_per_branch");
    expect(made.status, made.output).toBe(0);
    expect(made.output).toContain("src/indicators/households-per-branch.ts");
    // Errors of the tree itself are another test's business.
    expect(errors()).toEqual(before);

    const blank = vitest("test/indicators/examples.test.ts", "households_per_branch");
    expect(blank.status, blank.output).not.toBe(0);
    expect(blank.output).toContain("is complete in three languages");

    const path = join(copy, "src/indicators/households-per-branch.ts");
    const text = '{ en: "Households per branch", "zh-CN": "每支部户数", "zh-TW": "每支部戶數" }';
    const filled = inCopy("src/indicators/households-per-branch.ts")
      .replaceAll('{ en: "", "zh-CN": "", "zh-TW": "" }', text)
      .replace('ratio("households", "residents")', 'ratio("households", "branches")')
      .replace(
        /examples: .*/,
        'examples: [{ given: { households: [1452], branches: [8] }, expected: { value: 181.5 }, source: "1452 ÷ 8 = 181.5" }],',
      );
    writeFileSync(path, filled);
    const right = vitest("test/indicators/examples.test.ts", "households_per_branch");
    expect(right.status, right.output).toBe(0);
  });

  test("refuses what is no id, and what is there", () => {
    expect(scaffold("indicator", "Households").status).toBe(2);
    expect(scaffold("indicator", "population").output).toContain("is there already");
    expect(scaffold("thing").output).toContain("npm run new indicator");
  });
});

describe("npm run new check", () => {
  test.each([
    ["CDJ399", "figure-spaced-out", "src/survey/codes.ts and src/checks/index.ts"],
    ["CDJ499", "figure-too-round", "src/checks/index.ts"],
  ])(
    "%s writes a definition and its lines in the lists; it compiles, and fails until it fires",
    (code, name, lists) => {
      const before = errors();
      const made = scaffold("check", code, name);
      expect(made.status, made.output).toBe(0);
      expect(made.output).toContain(lists);
      expect(errors()).toEqual(before);
      const run = vitest("test/checks/examples.test.ts", code);
      expect(run.status, run.output).not.toBe(0);
      expect(run.output).toContain(name);
    },
  );

  test("refuses a code that is taken", () => {
    expect(scaffold("check", "CDJ301", "no-number-at-all").output).toContain("taken");
  });
});

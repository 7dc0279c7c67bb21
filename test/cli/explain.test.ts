import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { indicators } from "../../src/indicators/index.ts";
import { norms } from "../../src/norms/index.ts";
import { languages } from "../../src/survey/language.ts";
import { fixturePath } from "../fixtures/tables.ts";
import { cdj, cdjProcess, projectRoot, words } from "./run.ts";

describe("the examples in its help", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "cdj-explain-"));
    copyFileSync(fixturePath("town-2007.csv"), join(folder, "survey.csv"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("all run", async () => {
    const { stdout } = await cdj(["explain", "--help"]);
    const examples = [...stdout.matchAll(/^ {2}cdj (explain.*)$/gm)].map(
      ([, example = ""]) => example,
    );
    expect(examples.length).toBeGreaterThan(4);
    for (const example of examples) {
      const run = await cdj(words(example), { cwd: folder });
      expect(run.code, `${example}: ${run.stderr}`).toBe(0);
      expect(run.stdout).not.toBe("");
    }
  });
});

describe("every id that a list names can be explained", () => {
  test.each(["indicators", "variables", "norms", "checks"])("%s", async (list) => {
    const run = await cdj(["explain", list, "--all", "--format", "json"]);
    const entries =
      (JSON.parse(run.stdout) as Record<string, { id?: string; code?: string }[]>)[list] ?? [];
    expect(entries.length).toBeGreaterThan(15);
    const ids = entries.map(({ id, code }) => id ?? code ?? "");
    // A process for each would take minutes; a few show that the lists speak of what there is.
    for (const id of [ids[0], ids[ids.length >> 1], ids.at(-1)])
      expect((await cdj(["explain", id as string])).stdout).toContain(id);
  });

  test("without an id all four lists, in each language", async () => {
    for (const language of languages) {
      const { stdout, code } = await cdj(["explain", "--lang", language]);
      expect(code).toBe(0);
      for (const { id } of indicators) expect(stdout).toContain(id);
      for (const { id, standing } of norms)
        if (standing === undefined) expect(stdout).toContain(id);
    }
  });
});

describe("historical, draft and anonymous norms", () => {
  const hidden = norms.filter(({ standing }) => standing !== undefined).map(({ id }) => id);

  test("are listed with --all only", async () => {
    const shown = (await cdj(["explain", "norms", "--format", "json"])).stdout;
    const all = (await cdj(["explain", "norms", "--all", "--format", "json"])).stdout;
    expect(hidden.length).toBeGreaterThan(0);
    for (const id of hidden) {
      expect(shown).not.toContain(`"${id}"`);
      expect(all).toContain(`"${id}"`);
    }
  });
});

test("a citation is one line, whatever the width, and nothing else", async () => {
  const run = await cdjProcess(
    ["explain", "area_per_100_households", "--norm", "cn-145-space", "--cite", "--lang", "zh-CN"],
    { env: { COLUMNS: "40" } },
  );
  expect(run.stdout.trimEnd().split("\n")).toHaveLength(1);
  expect(run.stderr).toBe("");
});

test("where many norms speak of an indicator, none is chosen: they are named beside the sentence", async () => {
  const run = await cdj(["explain", "area_per_100_households", "--cite", "--lang", "zh-CN"]);
  expect(run.stdout).not.toContain("标准");
  expect(run.stderr).toContain("cn-145-space");
  expect(run.stderr).toContain("--norm");
});

test.each([["analyze"], ["explain", "workers_per_1000"]])("%s never loads zod", (...command) => {
  const script = [
    'const Module = require("node:module"); const load = Module._load;',
    'Module._load = function (request) { if (request === "zod" || request.startsWith("zod/")) throw new Error("zod is loaded"); return load.apply(this, arguments); };',
    `process.argv.splice(1, process.argv.length, "cdj", ...${JSON.stringify([...command, "fixtures/town-2007.csv"])}); require("./bin/cdj.js");`,
  ].join("\n");
  const { status, stderr } = spawnSync(process.execPath, ["-e", script], {
    cwd: projectRoot,
    encoding: "utf8",
  });
  expect(stderr).not.toContain("zod is loaded");
  expect(status, stderr).toBe(0);
});

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { atPath } from "./at-path.ts";
import { cdj, cdjProcess, type RunOptions, words } from "./run.ts";

describe("atPath", () => {
  const value = {
    areas: [
      { area: "社区01", values: { a: { value: 1 } } },
      { area: "社区02", values: {} },
    ],
    norms: [{ id: "x" }, { id: "x" }],
  };

  it("steps into objects, by number and by a key's text", () => {
    expect(atPath(value, "areas[area=社区01].values.a.value")).toBe(1);
    expect(atPath(value, "areas[1].area")).toBe("社区02");
    expect(atPath(value, "areas.length")).toBe(2);
  });

  it("gives undefined where nothing stands", () => {
    expect(atPath(value, "areas[area=社区03].values.a")).toBeUndefined();
    expect(atPath(value, "areas[1].values.a.value")).toBeUndefined();
  });

  it("refuses a choice that fits several, and an empty path", () => {
    expect(() => atPath(value, "norms[id=x]")).toThrow("2 items");
    expect(() => atPath(value, "")).toThrow("No path");
  });
});

describe("words", () => {
  it("splits at blanks, but not inside quotes", () => {
    expect(words(`analyze a.csv  --map "单位 名=area" --lang 'zh-CN'`)).toEqual([
      "analyze",
      "a.csv",
      "--map",
      "单位 名=area",
      "--lang",
      "zh-CN",
    ]);
    expect(words(`--map="居民 数=residents"\n`)).toEqual(["--map=居民 数=residents"]);
  });
});

describe("a command run in turn gives what a process of its own gives", () => {
  const folder = mkdtempSync(join(tmpdir(), "cdj-harness-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function expectSame(args: readonly string[], options: RunOptions = {}): Promise<void> {
    expect(await cdj(args, options)).toEqual(await cdjProcess(args, options));
  }

  // What a run might leave for the next: its language, its exit code, its config, names and headers it has seen.
  it.each([
    ["help", "--help"],
    ["the version, which loads nothing", "--version"],
    ["no command", ""],
    ["a mistake in Chinese", "analyze none.csv --lang zh-CN"],
    ["the same mistake in the language of the machine", "analyze none.csv"],
    ["an unknown command", "analyse fixtures/town-2007.csv"],
    ["an unknown option", "analyze fixtures/town-2007.csv --nrom 1"],
    [
      "an analysis in Chinese",
      "analyze fixtures/town-2007.csv --norm js-jintan-2007-office --lang zh-TW",
    ],
    ["a mistake after it, in the language of the machine again", "analyze none.csv"],
    [
      "an analysis in the language of the machine",
      "analyze fixtures/town-2007.csv --norm js-jintan-2007-office",
    ],
    [
      "headers that are mapped",
      "analyze fixtures/town-2007.csv --map 常住人口(人)=households --format json",
    ],
    ["the same headers, which are not", "analyze fixtures/town-2007.csv --format json"],
    ["findings, with exit code 1", "check fixtures/faults/negative-count.csv"],
    ["none", "check fixtures/town-2007.csv"],
    ["a comparison", "compare fixtures/town-2006-2007.csv --lang zh-CN"],
    ["a report as JSON, which prints its command", "report fixtures/town-2007.csv --format json"],
  ])("%s", (_, line) => expectSame(words(line)));

  it("a table on standard input, and none", async () => {
    await expectSame(["tidy", "-"], { stdin: "社区名称,户数\n甲,100\n" });
    await expectSame(["tidy", "-"]);
  });

  it("the config of the folder it runs in", async () => {
    writeFileSync(join(folder, "t.csv"), "社区名称,户数,填报\n甲,100,5\n");
    const configured = join(folder, "configured");
    mkdirSync(configured);
    writeFileSync(
      join(configured, "cdj.config.json"),
      JSON.stringify({ language: "zh-TW", mapping: { 填报: "residents" } }),
    );
    for (const cwd of [configured, folder])
      await expectSame(["analyze", join(folder, "t.csv")], { cwd });
  });

  it("the bytes of what it writes", async () => {
    for (const name of ["t.xlsx", "t.docx", "t.html"]) {
      const made = [];
      for (const run of [cdj, cdjProcess]) {
        const path = join(folder, name);
        const command = name.endsWith("xlsx") ? "tidy" : "report";
        expect((await run([command, "fixtures/county-town.csv", "--output", path])).code).toBe(0);
        made.push(readFileSync(path).toString("base64"));
        rmSync(path);
      }
      expect(made[1]).toBe(made[0]);
    }
  });

  // `npm run test:processes` gives every command of every test a process of its own.
  const here = fileURLToPath(new URL(".", import.meta.url));
  const cases = readdirSync(here)
    .filter((name) => existsSync(join(here, name, "command")))
    .sort();
  it.each(cases.filter((_, i) => i % 8 === 0))("the case %s", async (name) => {
    const stdin = join(here, name, "stdin");
    await expectSame(
      words(readFileSync(join(here, name, "command"), "utf8")),
      existsSync(stdin) ? { stdin: readFileSync(stdin) } : {},
    );
  });
});

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cdjProcess } from "./run.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cdj-opens-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const preload = fileURLToPath(new URL("preload/count-opens.cjs", import.meta.url));

/** How often the program opens a file in a run. */
async function opensOf(file: string, args: readonly string[]): Promise<number | undefined> {
  const to = join(folder, "opens.json");
  const env = { NODE_OPTIONS: `--require ${preload}`, OPENS_TO: to };
  const run = await cdjProcess(args, { env });
  expect(run.code, run.stderr).toBeLessThan(2);
  return new Map<string, number>(JSON.parse(readFileSync(to, "utf8"))).get(file);
}

const tables = [
  "fixtures/town-2007.csv",
  "fixtures/town-2007-gb18030.csv",
  "fixtures/shapes/areas-across.csv",
  "fixtures/shapes/blocks-beside-each-other.csv",
  "fixtures/shapes/columns-apart-by-blanks.txt",
  "fixtures/forms/labels-left.csv",
  "fixtures/forms/sheets.xlsx",
] as const;

const commands: readonly (readonly string[])[] = [
  ["analyze", "--format", "json"],
  ["check"],
  ["inspect"],
  ["tidy"],
  ["report", "--format", "md", "--date", "2024-01-15"],
];

describe("a small file is opened once, whatever is told from it", () => {
  test.each(tables)("%s", async (file) => {
    for (const [command, ...options] of commands)
      expect([command, await opensOf(file, [command as string, file, ...options])]).toEqual([
        command,
        1,
      ]);
  });
});

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { atPath } from "./at-path.ts";
import { cdj, type Run, words } from "./run.ts";

/*
 * A folder here is a case: the real program, started at the top of the checkout.
 *   command            the arguments, one line (split at blanks; quotes hold words together)
 *   stdin              what it reads from standard input
 *   exit               its exit code, 0 where there is no such file
 *   expected.stdout    all it prints there; the same for expected.stderr (both rewritten by UPDATE=1)
 *   stdout.contains    one text a line, each of which must stand in what it prints there; the same for stderr.contains
 *   expected.json      paths into the JSON it prints, and the value at each; what is not named is not compared
 * A case says at least one thing about the output.
 */
const here = fileURLToPath(new URL(".", import.meta.url));
const cases = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${here}${entry.name}/command`))
  .map((entry) => entry.name)
  .sort();

const update = process.env.UPDATE === "1";

function read(name: string, file: string): string | undefined {
  const path = `${here}${name}/${file}`;
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

const lines = (text: string): string[] => text.split("\n").filter((line) => line.trim() !== "");

/** Compares whole output with its golden file; returns whether there is one. */
function compareWhole(name: string, stream: "stdout" | "stderr", run: Run): boolean {
  const expected = read(name, `expected.${stream}`);
  if (expected === undefined) return false;
  if (update) writeFileSync(`${here}${name}/expected.${stream}`, run[stream]);
  else expect(run[stream]).toBe(expected);
  return true;
}

function compareTexts(name: string, stream: "stdout" | "stderr", run: Run): boolean {
  const texts = lines(read(name, `${stream}.contains`) ?? "");
  for (const text of texts) expect(run[stream]).toContain(text);
  return texts.length > 0;
}

function comparePaths(name: string, run: Run): boolean {
  const expected = Object.entries(
    JSON.parse(read(name, "expected.json") ?? "{}") as Record<string, unknown>,
  );
  if (expected.length === 0) return false;
  const printed: unknown = JSON.parse(run.stdout);
  expect(Object.fromEntries(expected.map(([path]) => [path, atPath(printed, path)]))).toEqual(
    Object.fromEntries(expected),
  );
  return true;
}

describe.concurrent("cases", () => {
  it.for(cases)("%s", async (name) => {
    const command = read(name, "command") ?? "";
    const stdin = read(name, "stdin");
    const run = await cdj(words(command), stdin === undefined ? {} : { stdin });
    // A message whose places were not filled in.
    expect(run.stdout + run.stderr).not.toMatch(/\{\w+\|[^{}]*\}/);
    expect(run.code, `exit code; standard error: ${run.stderr}`).toBe(
      Number(read(name, "exit") ?? 0),
    );
    const said = [
      compareWhole(name, "stdout", run),
      compareWhole(name, "stderr", run),
      compareTexts(name, "stdout", run),
      compareTexts(name, "stderr", run),
      comparePaths(name, run),
    ];
    expect(said, "a case that expects nothing of the output").toContain(true);
  });
});

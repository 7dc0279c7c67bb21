import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../../src/cli.ts";

const isTable = /\.(csv|tsv|txt|gz|zip|xlsx|xls)$/u;

/** Every table of the fixtures by itself, and the tables of a folder together where they are of one survey. */
const fixtures: readonly (readonly string[])[] = [
  ...readdirSync("fixtures", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isTable.test(entry.name))
    .map((entry) => [join(entry.parentPath, entry.name)])
    .sort(),
  ["fixtures/town-four-files"],
  ["fixtures/no-period"],
  ["fixtures/bases"],
];

interface Entry {
  readonly code: string;
  readonly severity: string;
  readonly file?: string;
  readonly sheet?: string;
  readonly line?: number;
  readonly field?: number;
  readonly area?: string;
  readonly period?: string;
  readonly variable?: string;
  readonly related?: readonly Partial<Entry>[];
}

/** A finding without what only `check` adds: its words, its columns, its fingerprint. */
const plain = ({ code, severity, file, sheet, line, field, area, period, variable }: Entry) =>
  JSON.stringify({ code, severity, file, sheet, line, field, area, period, variable });

const tableKey = ({ file, sheet }: { file: string; sheet?: string }): string =>
  JSON.stringify([file, sheet]);

let folder = "";
let runs = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cdj-judgement-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a command writes; undefined where it refuses the files. */
async function written(
  command: string,
  name: string,
  ...words: string[]
): Promise<string | undefined> {
  const file = join(folder, `${++runs}-${name}`);
  try {
    await main(
      ["node", "cdj", command, ...words, "--no-config", "--lang", "en", "--quiet", "-o", file],
      "0.0.0",
    );
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as Error).name === "CdjError") return undefined;
    throw error;
  } finally {
    rmSync(file, { force: true });
  }
}

const parsed = async (command: string, ...words: string[]) => {
  const text = await written(command, "out.json", ...words, "--format", "json");
  return text === undefined ? undefined : JSON.parse(text);
};

const counted = ({
  error,
  warning,
  note,
}: Record<"error" | "warning" | "note", number>): string => {
  const of = (n: number, word: string): string[] =>
    n === 0 ? [] : [`${n} ${word}${n === 1 ? "" : "s"}`];
  return [...of(error, "error"), ...of(warning, "warning"), ...of(note, "note")].join(", ");
};

// The modules of every command are loaded by the first.
const limit = 300_000;

describe("every command judges a table as check does", { timeout: limit }, () => {
  test.each(fixtures.map((files) => [files.join(" "), files] as const))("%s", async (_, files) => {
    const checked = await parsed("check", ...files);
    if (checked === undefined) return;
    const findings: string[] = checked.findings.map(plain);
    const analysed = await parsed("analyze", ...files);
    // What check tells of files that are no tables of areas ends the run of every other command.
    if (analysed === undefined) return;
    expect(analysed.findings.map(plain)).toEqual(findings);
    const tidy = await parsed("tidy", ...files);
    expect(tidy.findings.map(plain)).toEqual(findings);
    const compared = await parsed("compare", ...files);
    if (compared) expect(compared.findings.map(plain)).toEqual(findings);
    const text = await written("analyze", "out.md", ...files, "--format", "markdown");
    expect(text).toContain(
      findings.length === 0 ? "No findings" : `${counted(checked.counts)} · cdj check`,
    );
    const [first] = checked.findings as Entry[];
    if (first) {
      const explained = await parsed("explain", first.code, ...files);
      expect(explained.findings.map(plain)).toEqual(
        checked.findings.filter(({ code }: Entry) => code === first.code).map(plain),
      );
    }
    // inspect looks at every sheet, also at those that hold no table of areas.
    const read = new Set(checked.sources.map(tableKey));
    const inspected = [await parsed("inspect", ...files)]
      .flat()
      .filter((t) => read.has(tableKey(t)));
    expect(inspected.length).toBeGreaterThan(0);
    const single = (checked.findings as Entry[]).flatMap((one) => [
      plain(one),
      ...(one.related ?? []).map((other) => plain(other as Entry)),
    ]);
    for (const finding of inspected.flatMap((t) => t.findings as Entry[]))
      expect(single).toContain(plain(finding));
  });
});

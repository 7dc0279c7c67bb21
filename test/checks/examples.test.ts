import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Check, Example } from "../../src/checks/define.ts";
import { checks } from "../../src/checks/index.ts";
import { readTableSchema, type SchemaOf } from "../../src/intake/schema/table-schema.ts";
import { checkFiles } from "../../src/program/checking/check-files.ts";
import type { Finding } from "../../src/survey/finding.ts";
import { placeholdersOf } from "../../src/words/template.ts";

const all: readonly Check[] = checks;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cdj-examples-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** `\xff` in an example is the byte of that number; all else is UTF-8. */
function bytesOf(text: string): Uint8Array {
  const pieces = text.split(/\\x([0-9a-f]{2})/);
  return Buffer.concat(
    pieces.map((piece, i) => (i % 2 === 1 ? Buffer.from(piece, "hex") : Buffer.from(piece))),
  );
}

async function raisedBy(
  { schema, roster, fill }: Check["examples"],
  example: Example,
  name: string,
): Promise<readonly Pick<Finding, "code" | "args">[]> {
  const texts = typeof example === "string" ? [example] : example;
  const files = texts.map((_, i) => join(folder, `${name}-${"ab"[i]}.csv`));
  await Promise.all(files.map((file, i) => writeFile(file, bytesOf(texts[i] as string))));
  const list = join(folder, `${name}-roster.csv`);
  if (roster !== undefined) await writeFile(list, roster);
  const read = schema === undefined ? undefined : readTableSchema(JSON.parse(schema));
  if (read !== undefined) expect(typeof read).toBe("function");
  const options = {
    ...(read !== undefined && { schema: { of: read as SchemaOf, file: "schema.json" } }),
    ...(roster !== undefined && { roster: list }),
    ...(fill && { fill }),
  };
  return (await checkFiles(files, options)).findings;
}

describe.each(all)("$code $name", (check) => {
  test("fires on its failing example, and nothing else does", async () => {
    const raised = await raisedBy(check.examples, check.examples.failing, `${check.name}-failing`);
    expect(new Set(raised.map((finding) => finding.code))).toEqual(new Set([check.code]));
  });

  test("is raised with the arguments its message asks for, and with none that it does not declare", async () => {
    const required = placeholdersOf(check.message.en.replace(/\[[^\]]*\]/g, ""));
    for (const { code, args } of await raisedBy(
      check.examples,
      check.examples.failing,
      `${check.name}-arguments`,
    )) {
      expect(code).toBe(check.code);
      expect(Object.keys(args)).toEqual(expect.arrayContaining(required));
      // A mistake of the operator names its file, a finding has it as its place.
      expect([...Object.keys(check.sample), "file"]).toEqual(
        expect.arrayContaining(Object.keys(args)),
      );
    }
  });

  test("is silent on its passing example, and so is every other", async () => {
    expect(await raisedBy(check.examples, check.examples.passing, `${check.name}-passing`)).toEqual(
      [],
    );
  });
});

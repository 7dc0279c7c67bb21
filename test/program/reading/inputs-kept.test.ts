import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keepInputs } from "../../../src/program/reading/inputs-kept.ts";

describe("inputs are never written to", () => {
  let folder: string;
  let input: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "cdj-inputs-"));
    input = join(folder, "data", "survey.csv");
    mkdirSync(join(folder, "data"));
    writeFileSync(input, "社区,户数\n甲,1\n");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const over = { problem: "output-is-input" };

  test("by its own name and by another spelling of it", async () => {
    await expect(keepInputs([input], [input])).rejects.toMatchObject(over);
    await expect(
      keepInputs([join(folder, "data", "..", "data", "survey.csv")], [input]),
    ).rejects.toMatchObject(over);
  });

  test("through a symbolic and a hard link, from either side", async () => {
    const soft = join(folder, "soft.csv");
    const hard = join(folder, "hard.csv");
    symlinkSync(input, soft);
    linkSync(input, hard);
    for (const link of [soft, hard]) {
      await expect(keepInputs([link], [input])).rejects.toMatchObject(over);
      await expect(keepInputs([input], [link])).rejects.toMatchObject(over);
    }
  });

  test("within a folder and a glob", async () => {
    await expect(keepInputs([input], [join(folder, "data")])).rejects.toMatchObject(over);
    await expect(keepInputs([input], [join(folder, "data", "*.csv")])).rejects.toMatchObject(over);
  });

  test("the second of several outputs is named", async () => {
    await expect(
      keepInputs([join(folder, "a.json"), input], ["-", undefined, input]),
    ).rejects.toMatchObject({ args: { file: input } });
  });

  test("another file, a new one, a device and inputs that do not exist are no clash", async () => {
    const other = join(folder, "other.csv");
    writeFileSync(other, "");
    await expect(
      keepInputs([other, join(folder, "new.csv"), undefined], [input]),
    ).resolves.toBeUndefined();
    await expect(keepInputs(["/dev/null"], ["/dev/null", input])).resolves.toBeUndefined();
    await expect(
      keepInputs([input], [join(folder, "missing.csv"), join(folder, "*.none")]),
    ).resolves.toBeUndefined();
  });
});

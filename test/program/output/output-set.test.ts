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
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeSet } from "../../../src/program/output/output-set.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cdj-set-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("files that belong together", () => {
  it("are all written, in folders that are made for them", () => {
    writeSet([
      { path: join(folder, "out", "a.md"), content: "a" },
      { path: join(folder, "out", "a.svg"), content: new Uint8Array([1, 2]) },
    ]);
    expect(readdirSync(join(folder, "out")).sort()).toEqual(["a.md", "a.svg"]);
    expect(readFileSync(join(folder, "out", "a.md"), "utf8")).toBe("a");
  });
  it("stay as they were when one cannot be written", () => {
    writeFileSync(join(folder, "a.md"), "old");
    writeFileSync(join(folder, "file"), "no folder");
    const files = [
      { path: join(folder, "a.md"), content: "new" },
      { path: join(folder, "file", "b.svg"), content: "new" },
    ];
    expect(() => writeSet(files)).toThrow();
    expect(readFileSync(join(folder, "a.md"), "utf8")).toBe("old");
    expect(readdirSync(folder).sort()).toEqual(["a.md", "file"]);
  });
  it("leave nothing when a place is taken by a folder", () => {
    mkdirSync(join(folder, "a.md"));
    expect(() => writeSet([{ path: join(folder, "a.md"), content: "new" }])).toThrow();
    expect(existsSync(join(folder, "a.md"))).toBe(true);
    expect(readdirSync(folder)).toEqual(["a.md"]);
  });
});

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expandFiles } from "../../../src/program/reading/expand-files.ts";

let folder: string;
const there = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cdj-files 调查 "));
  const names = [
    "b.csv",
    "a.XLSX",
    "~$a.XLSX",
    ".hidden.csv",
    "c.csv.gz",
    "d.zip",
    "e.tsv",
    "notes.docx",
    "old.xls",
    "folder.csv/inner.csv",
    "empty/readme.md",
    "sub/[1].csv",
  ];
  for (const name of names) {
    mkdirSync(join(there(name), ".."), { recursive: true });
    writeFileSync(there(name), "");
  }
  symlinkSync(there("nowhere"), there("broken.csv"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const expanded = async (words: readonly string[], platform?: NodeJS.Platform) =>
  (
    await expandFiles(
      words.map((word) => (word === "-" ? word : there(word))),
      platform,
    )
  ).map((file) => (file === "-" ? file : relative(folder, file)));

describe("expandFiles", () => {
  it("takes the tables of a folder in the order of their names, no locks, no hidden files, no folders", async () => {
    expect(await expanded([""])).toEqual([
      "a.XLSX",
      "b.csv",
      "broken.csv",
      "c.csv.gz",
      "d.zip",
      "e.tsv",
      "old.xls",
    ]);
    expect(await expandFiles([`${folder}/`])).toContain(`${folder}/b.csv`);
  });

  it("takes what a glob matches, sorted", async () => {
    expect(await expanded(["*.{csv,tsv}"])).toEqual(["b.csv", "e.tsv"]);
    expect(await expanded(["**/inner.csv"])).toEqual(["folder.csv/inner.csv"]);
    expect(await expanded(["*.XLSX"])).toEqual(["a.XLSX"]);
  });

  it("takes a file for what it is, though its name reads like a glob", async () => {
    expect(await expanded(["sub/[1].csv"])).toEqual(["sub/[1].csv"]);
  });

  it("takes the separators of Windows in a glob there", async () => {
    const windows = `${folder.replaceAll("/", "\\")}\\*.tsv`;
    expect((await expandFiles([windows], "win32")).map((file) => relative(folder, file))).toEqual([
      "e.tsv",
    ]);
  });

  it("takes every file once, where it was named first, and standard input as it is", async () => {
    expect(await expanded(["e.tsv", "-", "b.csv", "./b.csv", "*.tsv"])).toEqual([
      "e.tsv",
      "-",
      "b.csv",
    ]);
  });

  it("passes over a lock that a shell has expanded", async () => {
    expect(await expanded(["a.XLSX", "~$a.XLSX"])).toEqual(["a.XLSX"]);
  });

  it.each([
    ["bb.csv", "no-such-file"],
    ["*.parquet", "no-match"],
    ["empty", "no-tables-in-folder"],
  ])("refuses %s", async (word, problem) => {
    await expect(expandFiles([there(word)])).rejects.toMatchObject({
      problem,
      args: { file: there(word) },
    });
  });

  it("suggests the names in the folder that are near", async () => {
    await expect(expandFiles([there("bb.csv")])).rejects.toMatchObject({
      args: { suggestions: expect.arrayContaining([there("b.csv")]) },
    });
  });
});

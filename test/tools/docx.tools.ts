import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadRasteriser } from "../../src/program/output/rasteriser.ts";
import { renderDocx } from "../../src/render/documents/docx.ts";
import { neutraliseTerminal } from "../../src/render/neutralise.ts";
import type { Document } from "../../src/survey/document.ts";
import { appendix, hostile } from "../render/sample/document.ts";
import { pdfPages, runProgram, scratchFolder } from "./programs.ts";

const scratch = scratchFolder();
afterAll(scratch.remove);

/** The pages as LibreOffice prints them. */
async function pagesOf(document: Document, name: string): Promise<string[]> {
  writeFileSync(
    scratch.path(`${name}.docx`),
    await renderDocx(document, { rasteriser: await loadRasteriser() }),
  );
  const profile = `-env:UserInstallation=file://${scratch.path("profile")}`;
  runProgram("soffice", [
    profile,
    "--headless",
    "--convert-to",
    "pdf",
    "--outdir",
    scratch.path("."),
    scratch.path(`${name}.docx`),
  ]);
  return pdfPages(scratch.path(`${name}.pdf`));
}

let pages: string[] = [];
beforeAll(async () => {
  pages = await pagesOf(appendix, "appendix");
});

test("captions and references are what the fields count: none is broken", () => {
  // Where lines break depends on the fonts at hand.
  const text = pages.join("").replace(/\s+/g, "");
  expect(text).toContain("见表A-1和图A-1。");
  for (const caption of [
    "表A-1各社区居民",
    "图A-1各社区办公用房面积",
    "图A-2各社区居民年龄构成",
    "表A-2各社区户数",
    "表A-3各社区年龄构成",
  ])
    expect(text).toContain(caption);
  expect(text).not.toMatch(/Error|错误|未找到/);
});

test("number and head stand again on every page of a table, later ones are said to be continued, and its rows are all there", () => {
  const long = pages.filter((text) => /第\s*\d+\s*社区居民委员会/.test(text));
  expect(long.length).toBeGreaterThan(1);
  for (const text of long) expect(text).toMatch(/社区\s+户数\s+其中：老年人户/);
  expect(
    long.map((text) => /表 A-2\s+各社区户数(?:（续）)?/.exec(text)?.[0].replace(/\s+/g, " ")),
  ).toEqual(["表 A-2 各社区户数", "表 A-2 各社区户数（续）"]);
  expect(long.join("").match(/第\s*\d+\s*社区居民委员会/g)).toHaveLength(60);
});

test("a caption stands on the page of its table", () => {
  const captioned = pages.find((text) => /表 A-2\s+各社区户数/.test(text)) ?? "";
  expect(captioned).toMatch(/第\s*1\s*社区居民委员会/);
});

test("hostile names come through as text", async () => {
  const text = (await pagesOf(hostile, "hostile")).join("").replace(/\s+/g, "");
  for (const block of hostile.blocks) {
    if (block.kind !== "heading" || block.text === "\uFFFF") continue;
    expect(text).toContain(neutraliseTerminal(block.text).replace(/\s+/g, ""));
  }
});

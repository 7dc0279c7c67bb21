import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { workbookParts, zipped } from "../fixtures/workbook-parts.ts";
import { cdj, cdjProcess, projectRoot } from "./run.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cdj-workbooks-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const parts = workbookParts([
  {
    name: "S",
    rows: [
      ["社区", "户数"],
      ["甲", 1],
    ],
  },
]);
const far =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';

describe("what cannot be read is refused in one sentence with the way out", () => {
  it.each<[string, Uint8Array, readonly [string, string][]]>([
    [
      "表.xls",
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      [
        ["en", "save it as .xlsx"],
        ["zh-CN", "另存为 .xlsx"],
        ["zh-TW", "另存為 .xlsx"],
      ],
    ],
    [
      "远.xlsx",
      zipped({ ...parts, "xl/worksheets/sheet1.xml": far }),
      [
        ["en", "far outside its table"],
        ["zh-CN", "很远处"],
        ["zh-TW", "很遠處"],
      ],
    ],
    [
      "链.xlsx",
      zipped({ ...parts, "xl/externalLinks/externalLink1.xml": "<a/>" }),
      [
        ["en", "break the links"],
        ["zh-CN", "断开链接"],
        ["zh-TW", "中斷連結"],
      ],
    ],
  ])("%s", async (name, bytes, sentences) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    for (const [language, sentence] of sentences) {
      const run = await cdjProcess(["analyze", path], {
        env: { LANG: `${language.replace("-", "_")}.UTF-8` },
      });
      expect([run.code, run.stdout]).toEqual([2, ""]);
      expect(run.stderr).toContain(name);
      expect(run.stderr).toContain(sentence);
      expect(run.stderr.trim().split("\n")).toHaveLength(1);
    }
  });

  it.each(["town.csv.gz", "town.zip", "wps-town.xlsx", "html-page.xls"])(
    "standard input gives the same as the file, its digest included: %s",
    async (name) => {
      const path = join(projectRoot, "fixtures/workbooks", name);
      const figures = (run: { stdout: string }) => {
        const { sources, totals } = JSON.parse(run.stdout) as {
          sources: { sha256: string }[];
          totals: unknown;
        };
        return [sources.map((source) => source.sha256), totals];
      };
      const piped = await cdj(
        ["analyze", "-", "--format", "json", "--period", "2007", "--lang", "en"],
        { stdin: readFileSync(path) },
      );
      const named = await cdj([
        "analyze",
        path,
        "--format",
        "json",
        "--period",
        "2007",
        "--lang",
        "en",
      ]);
      expect(piped.code, piped.stderr).toBe(0);
      expect(figures(piped)).toEqual(figures(named));
      expect(figures(named)[0]).toEqual([
        createHash("sha256").update(readFileSync(path)).digest("hex"),
      ]);
    },
  );

  it("standard input may be a workbook, too", async () => {
    const run = await cdj(["tidy", "-", "--quiet"], { stdin: zipped(parts) });
    expect(run).toEqual({ code: 0, stdout: "area,households\n甲,1\n", stderr: "" });
  });
});

describe("tidy --output", () => {
  it("writes CSV with a mark, JSON lines and the same workbook every time, and nothing else", async () => {
    const source = "fixtures/town-2007.csv";
    const write = async (name: string, ...options: string[]) => {
      const path = join(folder, name);
      const run = await cdj(["tidy", source, "--output", path, "--quiet", ...options]);
      expect(run).toEqual({ code: 0, stdout: "", stderr: "" });
      return path;
    };
    const plain = await cdj(["tidy", source, "--quiet"]);
    for (const path of [
      await write("a.csv", "--bom"),
      await write("a.xlsx"),
      await write("a.csv"),
    ]) {
      expect((await cdj(["tidy", path, "--quiet"])).stdout).toBe(plain.stdout);
    }
    expect(readFileSync(await write("b.csv", "--bom"), "utf8").charCodeAt(0)).toBe(0xfeff);
    expect(readFileSync(await write("b.xlsx")).equals(readFileSync(join(folder, "a.xlsx")))).toBe(
      true,
    );
    expect(
      JSON.parse(readFileSync(await write("b.jsonl"), "utf8").split("\n")[0] as string),
    ).toMatchObject({
      street: "东街道",
      area: "社区01",
      residents: 16_000,
    });
  });

  it("refuses a format that is none", async () => {
    const run = await cdj(["tidy", "fixtures/town-2007.csv", "--format", "docx"]);
    expect([run.code, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toContain("csv, json, jsonl, xlsx");
  });
});

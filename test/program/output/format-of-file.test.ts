import { describe, expect, it } from "vitest";
import { formatOfFile } from "../../../src/program/output/format-of-file.ts";

const formats = ["terminal", "json", "csv", "markdown"] as const;

describe("formatOfFile", () => {
  it.each([
    [undefined, "out.json", "json"],
    ["terminal", "out.JSON", "json"],
    ["terminal", "a.b/out.md", "markdown"],
    ["csv", "out.csv", "csv"],
    ["terminal", "out.txt", "terminal"],
    ["json", "out", "json"],
    ["json", undefined, "json"],
    [undefined, undefined, undefined],
    [undefined, "out.dat", undefined],
  ] as const)("of %s into %s is %s", (asked, file, format) => {
    expect(formatOfFile(asked, formats, file)).toBe(format);
  });

  it.each([
    ["terminal", "out.docx"],
    [undefined, "out.pdf"],
    [undefined, "out.tsv"],
    ["csv", "out.json"],
    ["json", "out.csv"],
  ] as const)("refuses %s into %s", (asked, file) => {
    expect(() => formatOfFile(asked, formats, file)).toThrow(
      expect.objectContaining({ problem: "bad-option-value" }),
    );
  });

  it("takes the formats of JSON for .json", () => {
    const ofCheck = ["text", "json", "sarif", "junit"] as const;
    expect(formatOfFile("sarif", ofCheck, "a.json")).toBe("sarif");
    expect(formatOfFile("text", ofCheck, "a.sarif")).toBe("sarif");
    expect(formatOfFile("text", ofCheck, "a.xml")).toBe("junit");
  });
});

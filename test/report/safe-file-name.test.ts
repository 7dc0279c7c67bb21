import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeFileName, safeFileNames } from "../../src/report/safe-file-name.ts";

describe("file names from the names of groups", () => {
  it("leaves an ordinary name alone", () => {
    expect(safeFileName("东街道")).toBe("东街道");
    expect(safeFileName("East Street (north)")).toBe("East Street (north)");
  });
  it.each([
    ["a/b\\c:d*e?f", "a_b_c_d_e_f"],
    ["../../etc/passwd", "_.._etc_passwd"],
    ["CON", "_CON"],
    ["lpt1.txt", "_lpt1.txt"],
    ["COM¹", "_COM¹"],
    ["-rf", "_-rf"],
    ["trailing. ", "trailing"],
    ["", "_"],
    ["...", "_"],
    ["tab\tand\nnewline", "tab_and_newline"],
    ["right\u202Eto left", "right_to left"],
  ])("makes %j safe", (name, expected) => {
    expect(safeFileName(name)).toBe(expected);
  });
  it("cuts a long name between characters", () => {
    expect(safeFileName("街".repeat(100))).toBe("街".repeat(40));
  });
  it("numbers names that a system takes for one", () => {
    expect(safeFileNames(["East", "EAST", "east", "index"], ["index"])).toEqual([
      "East",
      "EAST (2)",
      "east (3)",
      "index (2)",
    ]);
  });
  it("gives every group a name of its own that Windows, macOS and Linux take", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "binary", maxLength: 300 }), { maxLength: 8 }),
        (names) => {
          const files = safeFileNames(names);
          expect(new Set(files.map((file) => file.normalize("NFKC").toLowerCase())).size).toBe(
            names.length,
          );
          for (const file of files) {
            expect(file).toMatch(/^[^<>:"/\\|?*\p{Cc}]+$/u);
            expect(file).not.toMatch(/^[.\s~-]|[.\s]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu);
            expect(new TextEncoder().encode(file).length).toBeLessThanOrEqual(130);
          }
        },
      ),
    );
  });
});

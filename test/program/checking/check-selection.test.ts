import { describe, expect, test } from "vitest";
import { checkSelection, globMatcher } from "../../../src/program/checking/check-selection.ts";

const none = { select: [], ignore: [] };

describe("selection", () => {
  test("codes and their beginnings, in any case", () => {
    const selection = checkSelection({ select: ["cdj4"], ignore: ["CDJ406"] });
    expect(selection.severityOf("CDJ409")).toBe("error");
    expect(selection.severityOf("CDJ406")).toBeUndefined();
    expect(selection.severityOf("CDJ301")).toBeUndefined();
  });

  test("the config changes severities, the longest beginning first", () => {
    const selection = checkSelection(none, {
      severities: { CDJ4: "note", CDJ409: "warning", CDJ3: "off" },
    });
    expect(selection.severityOf("CDJ409")).toBe("warning");
    expect(selection.severityOf("CDJ405")).toBe("note");
    expect(selection.severityOf("CDJ301")).toBeUndefined();
    expect(selection.severityOf("CDJ204")).toBe("error");
  });

  test("the command line wins over the config", () => {
    expect(checkSelection({ ...none, failOn: "note" }, { failOn: "warning" }).failOn).toBe("note");
    expect(checkSelection(none, { failOn: "warning" }).failOn).toBe("warning");
    expect(checkSelection(none).failOn).toBe("error");
  });

  test("what does not exist is named", () => {
    expect(() => checkSelection({ ...none, failOn: "fatal" })).toThrow(
      expect.objectContaining({ problem: "bad-option-value" }),
    );
    expect(() => checkSelection({ select: ["CDJ999"], ignore: [] })).toThrow(
      expect.objectContaining({ problem: "bad-option-value" }),
    );
  });

  test("codes are ignored in the files of a glob", () => {
    const { ignoredIn } = checkSelection(none, {
      ignores: { "data/**/old-*.csv": ["CDJ4"], "draft.csv": ["CDJ2"] },
    });
    expect(ignoredIn("data/2006/old-a.csv", "CDJ406")).toBe(true);
    expect(ignoredIn("data/2006/a.csv", "CDJ406")).toBe(false);
    expect(ignoredIn("x/draft.csv", "CDJ201")).toBe(true);
    expect(ignoredIn("x/draft.csv", "CDJ301")).toBe(false);
  });
});

test.each([
  ["*.csv", "a/b.csv", true],
  ["a/*.csv", "a/b/c.csv", false],
  ["a/**", "a/b/c.csv", true],
  ["**/c.csv", "c.csv", true],
  ["{2006,2007}.csv", "2007.csv", true],
  ["200?.csv", "20067.csv", false],
  ["a(1).csv", "a(1).csv", true],
  ["a.csv", "axcsv", false],
  ["[x].csv", "x.csv", false],
])("%s and %s: %s", (pattern, path, matches) => {
  expect(globMatcher(pattern)(path)).toBe(matches);
});

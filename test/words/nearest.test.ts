import { describe, expect, test } from "vitest";
import { nearest } from "../../src/words/nearest.ts";

describe("the words nearest to a mistyped one", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["offce_area", ["office_area", "land_area", "members"], ["office_area"]],
    ["aera", ["area", "sex"], ["area"]],
    ["wrkrs", ["workers", "members"], ["workers"]],
    ["户数", ["人数", "面积"], ["人数"]],
    // A letter is near nothing, and a short name is not within a long one.
    ["nofile.csv", ["c", "f", "s"], []],
    ["t.csv", ["x", "ab"], []],
    ["office", ["office_area"], ["office_area"]],
  ])("%s of %j: %j", (word, known, expected) => {
    expect(nearest(word, known)).toEqual(expected);
  });
});

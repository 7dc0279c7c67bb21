import { describe, expect, test } from "vitest";
import { readHeads } from "../../../src/intake/heads/head-meaning.ts";

const variableOf = (header: string): string => {
  const meaning = readHeads([{ header }], new Map())[0]?.meaning;
  return meaning?.kind === "variable"
    ? meaning.variable
    : meaning?.kind === "band"
      ? `${meaning.band.of} ${meaning.band.sex ?? ""}`.trim()
      : (meaning?.kind ?? "");
};

describe("the outermost of three levels falls away only where it is a section", () => {
  test.each([
    ["党组织和党员/党员总数/女", "members female"],
    ["党建工作/党员/女", "members female"],
    ["二、人口情况/户籍人口/合计", "registered_residents"],
  ])("%s → %s", (header, expected) => {
    expect(variableOf(header)).toBe(expected);
  });

  test.each([
    "去年/党员/女",
    "計劃/黨員數/女",
    "去年/户籍人口/户籍人口数",
    "减少/户籍人口/合计",
    "增減/戶籍人口/計",
    "Last year/Party members/Female",
    "Planned/Residents/Male",
  ])("%s is unknown", (header) => {
    expect(variableOf(header)).toBe("unknown");
  });
});

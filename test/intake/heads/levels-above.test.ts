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

describe("a translation does not stand in for a label that is not understood", () => {
  const kindOf = (label: string, code: string) =>
    readHeads([{ header: `${label}/${code}`, label, code }], new Map())[0]?.meaning.kind;

  test.each([
    ["死亡人口", "Population"],
    ["就业人口", "Residents"],
    ["人口密度", "Population"],
    ["空置住房", "Households"],
  ])("%s / %s is unknown", (label, code) => {
    expect(kindOf(label, code)).toBe("unknown");
  });

  test.each([
    ["实住人数", "residents"],
    ["户数", "Occupied dwellings"],
    ["常住人口", "Population"],
  ])("%s / %s is a variable", (label, code) => {
    expect(kindOf(label, code)).toBe("variable");
  });
});

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
    "户籍人口/Registered/Male",
    "户籍人口/Registered/Change",
  ])("%s is unknown", (header) => {
    expect(variableOf(header)).toBe("unknown");
  });
});

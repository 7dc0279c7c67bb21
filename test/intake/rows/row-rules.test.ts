import { describe, expect, test } from "vitest";
import { declaredMeaning, parseRowRule, type RowRule } from "../../../src/intake/rows/row-rules.ts";

const rules = (...texts: string[]): RowRule[] => texts.map((text) => parseRowRule(text) as RowRule);

describe("what the user says of rows", () => {
  test("is a name, a kind or the last ones; skip where nothing is said", () => {
    expect(rules("本月=skip", "Hill=Side=area", "last:3", "kind:derived=area", "合 计")).toEqual([
      { rows: "named", name: "本月", are: "skip" },
      { rows: "named", name: "Hill=Side", are: "area" },
      { rows: "last", count: 3, are: "skip" },
      { rows: "kind", kind: "derived", are: "area" },
      { rows: "named", name: "合 计", are: "skip" },
    ]);
    const wrong = ["本月=gone", "last:0=area", "last:2=area", "kind:other=skip", "=skip", ""];
    expect(wrong.map((text) => parseRowRule(text))).toEqual(wrong.map(() => undefined));
  });

  test("a name fits whatever its width, case and blanks; * stands for anything, and nothing else does", () => {
    const [rule] = rules("north*（total）=total");
    const meaning = (name: string) => declaredMeaning([rule as RowRule], [name], undefined);
    expect(["North (Total)", "NORTH side(total)", "South (Total)"].map(meaning)).toEqual([
      "total",
      "total",
      undefined,
    ]);
    expect(declaredMeaning(rules("a.c=skip"), ["abc"], undefined)).toBeUndefined();
  });

  test("a name wins over a kind", () => {
    const both = rules("kind:derived=skip", "上月=area");
    expect(declaredMeaning(both, ["上月"], "derived-row")).toBe("area");
    expect(declaredMeaning(both, ["去年"], "derived-row")).toBe("skip");
    expect(declaredMeaning(both, ["去年"], undefined)).toBeUndefined();
    expect(declaredMeaning(rules("kind:class=skip"), ["800户以上"], undefined)).toBe("skip");
  });
});

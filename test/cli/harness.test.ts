import { describe, expect, it } from "vitest";
import { atPath } from "./at-path.ts";
import { words } from "./run.ts";

describe("atPath", () => {
  const value = {
    areas: [
      { area: "社区01", values: { a: { value: 1 } } },
      { area: "社区02", values: {} },
    ],
    norms: [{ id: "x" }, { id: "x" }],
  };

  it("steps into objects, by number and by a key's text", () => {
    expect(atPath(value, "areas[area=社区01].values.a.value")).toBe(1);
    expect(atPath(value, "areas[1].area")).toBe("社区02");
    expect(atPath(value, "areas.length")).toBe(2);
  });

  it("gives undefined where nothing stands", () => {
    expect(atPath(value, "areas[area=社区03].values.a")).toBeUndefined();
    expect(atPath(value, "areas[1].values.a.value")).toBeUndefined();
  });

  it("refuses a choice that fits several, and an empty path", () => {
    expect(() => atPath(value, "norms[id=x]")).toThrow("2 items");
    expect(() => atPath(value, "")).toThrow("No path");
  });
});

describe("words", () => {
  it("splits at blanks, but not inside quotes", () => {
    expect(words(`analyze a.csv  --map "单位 名=area" --lang 'zh-CN'`)).toEqual([
      "analyze",
      "a.csv",
      "--map",
      "单位 名=area",
      "--lang",
      "zh-CN",
    ]);
    expect(words(`--map="居民 数=residents"\n`)).toEqual(["--map=居民 数=residents"]);
  });
});

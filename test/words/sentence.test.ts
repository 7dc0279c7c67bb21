import { describe, expect, it } from "vitest";
import { exact } from "../../src/survey/measured.ts";
import { compose, separated } from "../../src/words/sentence.ts";

const figure = (value: number) => ({ measured: exact(value), unit: "", decimals: 0 });

describe("a sentence from a template", () => {
  it("keeps figures as figures and joins the texts between", () => {
    expect(compose("{n}个社区中有{k}个", { n: figure(13), k: figure(10) })).toEqual([
      figure(13),
      "个社区中有",
      figure(10),
      "个",
    ]);
  });
  it("agrees with a count, whether it is a number or a figure", () => {
    expect(compose("{k} {k|community|communities}", { k: 1 })).toEqual(["1 community"]);
    expect(compose("{k} {k|is|are} below", { k: figure(1) })).toEqual([figure(1), " is below"]);
    expect(compose("{k} {k|is|are} below", { k: figure(0) })).toEqual([figure(0), " are below"]);
  });
  it("leaves out what has nothing to say", () => {
    expect(compose("{n} below[, {gap} short]", { n: 2, gap: undefined })).toEqual(["2 below"]);
    expect(compose("{n} below[, {gap} short]", { n: 2, gap: "91" })).toEqual(["2 below, 91 short"]);
  });
  it("does not read what stands in a slot as a template", () => {
    expect(compose("{area}：{list}", { area: "{list}[x]", list: "{area}" })).toEqual([
      "{list}[x]：{area}",
    ]);
  });
  it("separates phrases", () => {
    expect(separated([["甲"], [figure(1)], ["乙"]], "、")).toEqual(["甲、", figure(1), "、乙"]);
  });
});

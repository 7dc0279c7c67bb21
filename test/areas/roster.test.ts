import { describe, expect, it } from "vitest";
import { Survey } from "../../src/analysis/observed-survey.ts";
import { compareRoster } from "../../src/areas/roster.ts";
import type { Area } from "../../src/survey/area.ts";

type Drawn = string | Partial<Area>;
const area = (drawn: Drawn): Area => ({
  code: null,
  parents: [],
  name: "",
  ...(typeof drawn === "string" ? { name: drawn } : drawn),
});

/** What is said of a survey of these areas in two periods, held against a roster of those. */
function said(found: readonly Drawn[], listed: readonly Drawn[]): string[] {
  const observations = ["2006", "2007"].flatMap((period) =>
    found.map((drawn, i) => ({
      area: area(drawn),
      period,
      attributes: {},
      place: { file: "表.csv", line: i + 2 },
    })),
  );
  const roster = {
    file: "名册.csv",
    areas: listed.map((drawn, i) => ({ ...area(drawn), place: { file: "名册.csv", line: i + 2 } })),
  };
  return compareRoster(new Survey(observations, new Map()), roster).map(
    ({ code, place, args }) =>
      `${code} ${place.file}:${place.line} ${args.area}${args.name ? `→${args.name}` : ""}`,
  );
}
const missing = "CDJ531";
const unexpected = "CDJ532";
const renamed = "CDJ533";

describe("compareRoster", () => {
  it("says nothing where all are there", () => {
    expect(said(["城东社区", "城西社区"], ["城西社区", "城东社区"])).toEqual([]);
  });

  it("names the missing at their place in the roster, the unexpected at theirs in the table, each once", () => {
    expect(said(["城东社区", "工业园区"], ["城东社区", "城西社区"])).toEqual([
      `${missing} 名册.csv:3 城西社区`,
      `${unexpected} 表.csv:3 工业园区`,
    ]);
  });

  it.each([
    ["城东 社区", "城东社区"],
    ["城東社區", "城东社区"],
    ["城东", "城东社区"],
    ["城东居委会", "城东社区"],
    ["滨江花园社区", "滨河花园社区"],
    ["金城（东）社区", "金城(东)社区"],
  ])("takes %s for %s", (found, listed) => {
    expect(said([found], [listed])).toEqual([`${renamed} 表.csv:2 ${found}→${listed}`]);
  });

  it.each([
    ["社区01", "社区02"],
    ["第一社区", "第二社区"],
    ["城东社区", "城西社区"],
  ])("does not take %s for %s", (found, listed) => {
    expect(said([found], [listed])).toEqual([
      `${missing} 名册.csv:2 ${listed}`,
      `${unexpected} 表.csv:2 ${found}`,
    ]);
  });

  it("goes by the code where both have one", () => {
    expect(
      said([{ name: "新城社区", code: "0012" }], [{ name: "老城社区", code: "0012" }]),
    ).toEqual([`${renamed} 表.csv:2 新城社区→老城社区`]);
    expect(
      said([{ name: "城东社区", code: "0013" }], [{ name: "城东社区", code: "0012" }]),
    ).toEqual([`${missing} 名册.csv:2 城东社区`, `${unexpected} 表.csv:2 城东社区`]);
  });

  it("tells namesakes apart by what they lie in, as far as both say", () => {
    const [east, west] = [
      { name: "中心社区", parents: ["东街道"] },
      { name: "中心社区", parents: ["西街道"] },
    ];
    expect(said([east, west], [west, east])).toEqual([]);
    expect(said([east], [west])).toEqual([
      `${missing} 名册.csv:2 中心社区`,
      `${unexpected} 表.csv:2 中心社区`,
    ]);
    expect(said([east], ["中心社区"])).toEqual([]);
  });

  it("makes no choice between two that fit", () => {
    expect(said(["滨江花园社区", "滨海花园社区"], ["滨河花园社区"])).toEqual([
      `${missing} 名册.csv:2 滨河花园社区`,
      `${unexpected} 表.csv:2 滨江花园社区`,
      `${unexpected} 表.csv:3 滨海花园社区`,
    ]);
  });

  it("makes none either where one fits two of the roster", () => {
    expect(said(["滨河花园社区"], ["滨江花园社区", "滨海花园社区"])).toEqual([
      `${missing} 名册.csv:2 滨江花园社区`,
      `${missing} 名册.csv:3 滨海花园社区`,
      `${unexpected} 表.csv:2 滨河花园社区`,
    ]);
  });

  it("takes a near name for one where only one side has a code, not where both have their own", () => {
    const [found, listed] = ["滨江花园社区", "滨河花园社区"];
    const one = [`${renamed} 表.csv:2 ${found}→${listed}`];
    const two = [`${missing} 名册.csv:2 ${listed}`, `${unexpected} 表.csv:2 ${found}`];
    expect(said([{ name: found, code: "0012" }], [listed])).toEqual(one);
    expect(said([found], [{ name: listed, code: "0012" }])).toEqual(one);
    expect(said([{ name: found, code: "0013" }], [{ name: listed, code: "0012" }])).toEqual(two);
  });

  it("takes no near name for one that lies elsewhere", () => {
    expect(
      said(
        [{ name: "滨江花园社区", parents: ["东街道"] }],
        [{ name: "滨河花园社区", parents: ["西街道"] }],
      ),
    ).toEqual([`${missing} 名册.csv:2 滨河花园社区`, `${unexpected} 表.csv:2 滨江花园社区`]);
  });
});

import { expect, test } from "vitest";
import { notedTotals } from "../../../src/intake/rows/noted-totals.ts";

test.each([
  ["注：全镇合计 35,000 户", { households: 35000 }],
  ["注：全镇合计35000户，常住人口合计130,000人。", { households: 35000, residents: 130000 }],
  ["备注：本街道党员共877名", { members: 877 }],
  ["註：全鎮合計35,000戶", { households: 35000 }],
  ["说明：合计党员数877人", { members: 877 }],
  ["注：办公用房面积合计2500.5平方米", { office_area: 2500.5 }],
  ["Note: total 35,000 households", { households: 35000 }],
  ["Note: total households: 35,000", { households: 35000 }],
  ["Notes: in total 877 party members.", { members: 877 }],
  // Whom 人 counts is not said; a rounded figure, a part, another rule, areas left out.
  ["注：全镇合计130,000人", {}],
  ["注：全镇合计约35,000户", {}],
  ["注：全镇合计3.5万户", {}],
  ["注：合计35,000户，其中低保户120户", {}],
  ["注：合计35,000户，另有2个社区未报", {}],
  ["注：比上年共增加300户", {}],
  ["注：城东片合计12,000户", {}],
  ["注：合计35,000户，合计34,000户", {}],
  ["资料来源：金城镇统计站", {}],
  ["Note: about 35,000 households in total", {}],
] as const)("%s", (text, expected) => {
  expect(Object.fromEntries(notedTotals(text).values)).toEqual(expected);
});

test.each([
  ["注：全镇共15个社区。", { count: 15, text: "15个社区" }],
  ["Note: in all 15 communities", { count: 15, text: "15 communities" }],
  // Some are left out on purpose.
  ["注：全镇共15个社区，2个未报", undefined],
  ["注：其中3个社区租用", undefined],
] as const)("areas of %s", (text, expected) => {
  expect(notedTotals(text).areas).toEqual(expected);
});

test("the years of a note are told", () => {
  const { values, years } = notedTotals("注：截至2006年底全镇合计34,000户");
  expect([Object.fromEntries(values), [...years]]).toEqual([{ households: 34000 }, ["2006"]]);
});

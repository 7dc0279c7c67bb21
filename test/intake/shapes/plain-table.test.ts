import { expect, test } from "vitest";
import { isPlainTable } from "../../../src/intake/shapes/plain-table.ts";

const rows = (text: string) =>
  text.split("\n").map((line, i) => ({ line: i + 1, fields: line.split(","), raw: line }));

test.each([
  ["names over areas with figures", "社区名称,户数(户),备注\n东社区,1200,无\n西社区,900,无"],
  [
    "a title above",
    "某街道调查表,,\n社区名称,常住人口,党员数\n东社区,3000,50\n西社区,2500,\n南社区,1,2",
  ],
])("a plain table: %s", (_, text) => {
  expect(isPlainTable(rows(text))).toBe(true);
});

test.each([
  ["a form, labels on the left", "社区名称,东社区\n户数(户),1200\n常住人口(人),3000"],
  [
    "a form of two pairs a line",
    "社区名称,东社区,地址,东路1号\n户数,1200,常住人口,3000\n党员数,50,工作人员数,6",
  ],
  ["labels that the codebook does not know", "社区名称,东社区\n路灯,300\n长椅,20"],
  [
    "a form, one row of values below its labels",
    "社区名称,户数,常住人口\n东社区,1200,3000\n党员数,工作人员数,经费\n50,6,10",
  ],
  ["communities by ranges", "面积分组,社区数\n60以下,3\n60-100,4"],
  ["ranges across", "街道,60平方米以下(个),60～100平方米(个)\n城东,3,4\n城西,1,2"],
  ["a long table", "社区,指标,数值\n东社区,户数,1200\n东社区,常住人口,3000"],
  ["nothing known", "a,b\nx,1\ny,2"],
  ["one row", "社区名称,户数\n东社区,1200"],
  ["nothing", ""],
])("not told for certain: %s", (_, text) => {
  expect(isPlainTable(rows(text))).toBe(false);
});

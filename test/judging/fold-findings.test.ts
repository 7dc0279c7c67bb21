import { expect, test } from "vitest";
import { foldFindings } from "../../src/judging/fold-findings.ts";
import type { Finding } from "../../src/survey/finding.ts";

const row = (line: number, area: string, more: Partial<Finding>): Finding => ({
  code: "CDJ402",
  severity: "error",
  place: { file: "a.csv", line, field: 3 },
  args: {},
  area,
  ...more,
});

const sexes = (line: number, area: string, total: number, sum: number): Finding =>
  row(line, area, { variable: "residents", args: { area, whole: "residents", total, sum } });
const exceeds = (line: number, area: string, value: number): Finding =>
  row(line, area, {
    code: "CDJ405",
    variable: "residents_male",
    args: { area, part: "residents_male", whole: "residents", value, total: 1600 },
  });
const size = (line: number, area: string): Finding =>
  row(line, area, {
    code: "CDJ406",
    severity: "warning",
    variable: "residents",
    args: { area, residents: 1600, households: 5300, size: 0.3 },
  });
const total = (line: number, variable: string, stated: number, sum: number): Finding => ({
  code: "CDJ512",
  severity: "error",
  place: { file: "a.csv", line },
  args: { label: "合计", variable, total: stated, areas: 12, sum },
  variable,
});

const folded = (
  findings: readonly Finding[],
  rows = 12,
): (readonly [number, readonly number[]])[] =>
  foldFindings(findings, () => rows).map(({ root, under }) => [root, under]);

test("what a lost digit breaks goes under the sum that names the figure", () => {
  // 16,000 became 1,600: the sexes make 16,000, each exceeds 1,600, households are too small, the total is 14,400 apart.
  expect(
    folded([
      size(5, "甲"),
      sexes(5, "甲", 1600, 16000),
      exceeds(5, "甲", 8100),
      total(14, "residents", 120_000, 105_600),
    ]),
  ).toEqual([[1, [0, 2, 3]]]);
});

test("a part that exceeds what the parts make, another difference and another area are causes of their own", () => {
  expect(folded([sexes(5, "甲", 1600, 16000), exceeds(5, "甲", 81_000)])).toHaveLength(2);
  expect(
    folded([sexes(5, "甲", 1600, 16000), total(14, "residents", 120_000, 105_601)]),
  ).toHaveLength(2);
  expect(folded([sexes(5, "甲", 1600, 16000), size(6, "乙")])).toHaveLength(2);
});

test("a total that two figures could explain goes under neither", () => {
  expect(
    folded([
      sexes(5, "甲", 1600, 16000),
      sexes(6, "乙", 1700, 16100),
      total(14, "residents", 120_000, 105_600),
    ]),
  ).toHaveLength(3);
});

test("a figure that stands out goes under the total that lacks its lost digit", () => {
  // 16,000 became 1,600: the total is 14,400 apart, and 1,600 + 14,400 is 16,000.
  expect(folded([size(5, "甲"), total(14, "residents", 120_000, 105_600)])).toEqual([[1, [0]]]);
  expect(folded([size(5, "甲"), total(14, "residents", 120_000, 107_500)])).toHaveLength(2);
});

test("a subtotal and a total that are apart by as much have one cause", () => {
  expect(
    folded([total(8, "residents", 50_000, 49_900), total(14, "residents", 120_000, 119_900)]),
  ).toEqual([[0, [1]]]);
});

test("the slip of a column is told at its first row; of a few rows among many at each", () => {
  const slips = [2, 3, 4, 5].map((line) => sexes(line, `社区${line}`, 1000 + line, 1500));
  expect(folded(slips, 6)).toEqual([[0, [1, 2, 3]]]);
  expect(folded(slips, 12)).toHaveLength(4);
  expect(folded(slips.slice(0, 2), 2)).toHaveLength(2);
});

test("a new estate that jumps in several figures is one question", () => {
  const jump = (variable: string): Finding =>
    row(7, "新城", {
      code: "CDJ516",
      severity: "warning",
      variable,
      args: { area: "新城", variable, from: 400, to: 1800 },
    });
  expect(folded([jump("households"), jump("residents"), jump("members")])).toEqual([[0, [1, 2]]]);
});

test("cells that are wrong each in its own way stay apart unless nearly all of a column are", () => {
  const cells = [2, 3, 4, 5].map((line) =>
    row(line, `社区${line}`, { code: "CDJ301", variable: "residents", args: { cell: `x${line}` } }),
  );
  expect(folded(cells, 7)).toHaveLength(4);
  expect(folded(cells, 5)).toEqual([[0, [1, 2, 3]]]);
});

test("a question about a header is put once, however many files have it", () => {
  const asked = (file: string, header: string): Finding => ({
    code: "CDJ201",
    severity: "note",
    place: { file, line: 1, field: 4, header },
    args: { header, suggestions: [] },
  });
  expect(folded([asked("a.csv", "等级"), asked("b.csv", "等级"), asked("c.csv", "类别")])).toEqual([
    [0, [1]],
    [2, []],
  ]);
});

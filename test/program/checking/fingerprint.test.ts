import { expect, test } from "vitest";
import { fingerprints } from "../../../src/program/checking/fingerprint.ts";
import type { Finding } from "../../../src/survey/finding.ts";

const finding = (more: Partial<Finding>): Finding => ({
  code: "CDJ301",
  severity: "error",
  place: { file: "a.csv", line: 2 },
  args: {},
  area: "社区01",
  variable: "residents",
  ...more,
});
const of = (...findings: readonly Finding[]): string[] => fingerprints(findings, (file) => file);

test("a line, a column and what is said of other rows do not show", () => {
  expect(
    of(
      finding({
        place: { file: "a.csv", line: 90, column: 3, field: 2 },
        args: { value: 7, lines: [3, 90], others: 12 },
      }),
    ),
  ).toEqual(of(finding({ args: { value: 7, lines: [2, 4], others: 11 } })));
});

test("file, sheet, code, area, period, variable and the figure do", () => {
  const all = of(
    finding({}),
    finding({ code: "CDJ302" }),
    finding({ area: "社区02" }),
    finding({ variable: "members" }),
    finding({ period: "2007" }),
    finding({ place: { file: "b.csv", line: 2 } }),
    finding({ place: { file: "a.csv", sheet: "2007", line: 2 } }),
    finding({ args: { cell: "x" } }),
    finding({ args: { cell: "y" } }),
  );
  expect(new Set(all).size).toBe(9);
});

test("equal findings are told apart by which of them they are", () => {
  const [first, second] = of(finding({}), finding({}));
  expect(first).not.toBe(second);
  expect(of(finding({}))).toEqual([first]);
});

test("what is about no area is known by its file and header", () => {
  const { area: _, variable: __, ...bare } = finding({ code: "CDJ201" });
  const all = of(
    { ...bare, place: { file: "a.csv", header: "x" } },
    { ...bare, place: { file: "b.csv", header: "x" } },
    { ...bare, place: { file: "a.csv", header: "y" } },
  );
  expect(new Set(all).size).toBe(3);
});

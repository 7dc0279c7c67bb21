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

test("a line, a column and a cell do not show", () => {
  expect(
    of(finding({ place: { file: "a.csv", line: 90, column: 3, field: 2 }, args: { cell: "x" } })),
  ).toEqual(of(finding({})));
});

test("code, area, period and variable do", () => {
  const all = of(
    finding({}),
    finding({ code: "CDJ302" }),
    finding({ area: "社区02" }),
    finding({ variable: "members" }),
    finding({ period: "2007" }),
  );
  expect(new Set(all).size).toBe(5);
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

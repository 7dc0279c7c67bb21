import { describe, expect, test } from "vitest";
import { analyse } from "../../../src/analysis/analyse.ts";
import { qualityOf } from "../../../src/analysis/completeness.ts";
import { distributionsOf, parentGrouping } from "../../../src/analysis/distributions.ts";
import { indicatorSubject, type Subject, variableSubject } from "../../../src/analysis/subject.ts";
import { workersPer1000 } from "../../../src/indicators/staffing.ts";
import { renderTerminal } from "../../../src/render/documents/terminal.ts";
import { distributionBlocks } from "../../../src/report/distribution/distribution-blocks.ts";
import { languages } from "../../../src/survey/language.ts";
import { interval } from "../../../src/survey/measured.ts";
import { makeSurvey } from "../../analysis/make-survey.ts";

const rows = [
  { area: "甲", parents: ["东街道"], figures: { residents: 1000, members: 30, workers: 2 } },
  { area: "乙", parents: ["东街道"], figures: { residents: 2000, members: 30, workers: null } },
  {
    area: "丙",
    parents: ["西街道"],
    figures: { residents: 4000, members: 60, workers: interval(3, 5) },
  },
];

function blocks(language: (typeof languages)[number], by: string) {
  const survey = makeSurvey(rows);
  const analysis = analyse(survey, {
    indicators: [workersPer1000],
    norms: [],
    periods: ["2023"],
    groupings: [],
  });
  const grouping = parentGrouping(analysis);
  const subjects = [
    variableSubject("members") as Subject,
    variableSubject("workers") as Subject,
    indicatorSubject(workersPer1000),
  ];
  const distributions = distributionsOf(analysis, {
    subjects,
    quantileType: 7,
    ...(grouping && { grouping }),
  });
  const report = {
    distributions,
    quality: [qualityOf(survey, "2023")],
    quantileType: 7,
    by,
    named: true,
  } as const;
  return { language, blocks: distributionBlocks(report, analysis.areas, language) };
}

describe.each(languages)("the distribution in %s", (language) => {
  test.each(["parent", "street"])("leaves no placeholder, by %s", (by) => {
    const text = renderTerminal(blocks(language, by), { width: 250, color: false });
    expect(text).not.toMatch(/[{}…]|undefined|NaN/u);
    // 30, 30 and 60: mean 40, median 30; members rank 2 twice, then 1.
    expect(text).toMatch(/40\.0/u);
    // One cell of nine is empty.
    expect(text).toMatch(/88\.9/u);
  });
});

test("equal values share a rank, and it is said so", () => {
  const text = renderTerminal(blocks("en", "parent"), { width: 250, color: false });
  expect(text.match(/2 =/gu)).toHaveLength(2);
  expect(text).toContain("1, 2, 2, 4");
  expect(
    renderTerminal(blocks("zh-CN", "parent"), { width: 250, color: false }).match(/并列2/gu),
  ).toHaveLength(2);
});

test("without a figure there is nothing to describe", () => {
  const report = {
    distributions: [],
    quality: [],
    quantileType: 7,
    by: undefined,
    named: false,
  } as const;
  expect(distributionBlocks(report, [], "en")).toHaveLength(1);
});

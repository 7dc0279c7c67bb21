import { describe, expect, test } from "vitest";
import { indicatorSubject, type Subject, variableSubject } from "../../../src/analysis/subject.ts";
import { compare } from "../../../src/change/compare-surveys.ts";
import type { BoundaryChange } from "../../../src/change/concordance.ts";
import { members60PlusShare } from "../../../src/indicators/age-shares.ts";
import { memberDensity } from "../../../src/indicators/organisation.ts";
import { workersPer1000 } from "../../../src/indicators/staffing.ts";
import { renderTerminal } from "../../../src/render/documents/terminal.ts";
import { orderChanges } from "../../../src/report/comparison/change-order.ts";
import { comparisonDocument } from "../../../src/report/comparison/comparison-document.ts";
import { leadOf } from "../../../src/report/comparison/comparison-tables.ts";
import { languages } from "../../../src/survey/language.ts";
import { makeSurvey } from "../../analysis/make-survey.ts";

const area = (name: string) => ({ name, code: null, parents: [] });
const boundaries: BoundaryChange[] = (["renamed", "merged", "split", "rearranged"] as const).map(
  (kind, i) => ({
    kind,
    old: [area(`旧${i}`)],
    new: [area(`新${i}`)],
  }),
);
const catalogue = [workersPer1000, memberDensity, members60PlusShare];

/** Every reason, every status and every table at once. */
function everything(bases: { from: "registered" | undefined; to: "usual" | undefined }) {
  const gone = Array.from({ length: 14 }, (_, i) => ({
    area: `消失${i}`,
    period: "2022",
    figures: { residents: 100, members: 3 },
  }));
  const survey = makeSurvey([
    {
      area: "甲",
      period: "2022",
      figures: {
        residents: 1000,
        members: 30,
        members_60_plus: 12,
        workers: 1,
        households: 300,
        funds: 10,
        buildings: 4,
      },
    },
    {
      area: "乙",
      period: "2022",
      figures: {
        residents: 2000,
        members: null,
        members_60_plus: null,
        households: 500,
        funds: 20,
        disabled: 5,
      },
    },
    ...gone,
    {
      area: "甲",
      period: "2023-H1",
      figures: {
        residents: 1100,
        members: 40,
        members_60_plus: 18,
        workers: 2,
        households: 310,
        funds: 30,
        volunteers: 4,
      },
    },
    {
      area: "乙",
      period: "2023-H1",
      figures: {
        residents: 1900,
        members: 50,
        members_60_plus: 20,
        households: 520,
        funds: 20,
        buildings: 3,
      },
    },
    { area: "新3", period: "2023-H1", figures: { residents: 700, members: 9 } },
    { area: "丙", period: "2023-H1", figures: { residents: 800, members: 9, disabled: 7 } },
  ]);
  const comparison = compare(survey, {
    from: "2022",
    to: "2023-H1",
    indicators: catalogue,
    norms: [],
    groupings: [{ by: "street", groupOf: (i) => (i % 2 === 0 ? "东街道" : "西街道") }],
    variables: [
      "residents",
      "households",
      "members",
      "funds",
      "workers",
      "buildings",
      "volunteers",
      "disabled",
    ].map((id) => variableSubject(id) as Subject),
    indicatorSubjects: catalogue.map((indicator) => indicatorSubject(indicator)),
    bases,
    boundaries,
  });
  return {
    comparison,
    sources: [],
    findings: [],
    counts: { error: 0, warning: 0, note: 0 },
    norms: [],
    bases,
    shownAreas: comparison.areas.slice(0, 3),
    lead: leadOf(comparison),
  };
}

describe.each(languages)("the screen of compare in %s", (language) => {
  test.each([
    { from: undefined, to: "usual" } as const,
    { from: "registered", to: "usual" } as const,
  ])("leaves no placeholder and no list cut short (bases %o)", (bases) => {
    const text = renderTerminal(comparisonDocument(everything(bases), language), {
      width: 200,
      color: false,
    });
    expect(text).not.toMatch(/[{}…\u0000]|undefined|NaN/u);
    // Twelve of fourteen areas by name, then their number.
    expect(text).toContain("消失11");
    expect(text).not.toContain("消失12");
  });
});

test("every reason is told", () => {
  const reasons = (bases: Parameters<typeof everything>[0]) =>
    new Set(everything(bases).comparison.notCompared.map(({ reason }) => reason));
  expect(reasons({ from: "registered", to: "usual" })).toContain("basis");
  expect([...reasons({ from: undefined, to: "usual" })].sort()).toEqual([
    "areas-without",
    "no-common-area",
    "only-in",
    "period-kind",
  ]);
});

test("a share changes in percentage points, a per-mille rate in per-mille points, in each language's words", () => {
  const text = (language: (typeof languages)[number]) =>
    renderTerminal(comparisonDocument(everything({ from: undefined, to: undefined }), language), {
      width: 300,
      color: false,
    });
  // 甲 alone has members in both: 12 ÷ 30 = 40 %, 18 ÷ 40 = 45 %; 30 ‰ of 1,000, 36.4 ‰ of 1,100.
  expect(text("en")).toMatch(/40\.0 %\s+45\.0 %\s+5\.0 percentage points/u);
  expect(text("zh-CN")).toMatch(/5\.0个百分点/u);
  expect(text("zh-CN")).toMatch(/6\.4个千分点/u);
  expect(text("zh-TW")).toMatch(/6\.4個千分點/u);
});

test("areas by their growth, those without one at the end", () => {
  const { comparison } = everything({ from: undefined, to: undefined });
  const names = (ascending: boolean) =>
    orderChanges(comparison.areas, { id: "residents", ascending })
      .slice(0, 2)
      .map((entry) => entry.area.name);
  // 甲 +10 %, 乙 −5 %.
  expect(names(false)).toEqual(["甲", "乙"]);
  expect(names(true)).toEqual(["乙", "甲"]);
  expect(orderChanges(comparison.areas, undefined)).toBe(comparison.areas);
});

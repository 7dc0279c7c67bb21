import { describe, expect, test } from "vitest";
import { analyse } from "../../src/analysis/analyse.ts";
import { qualityOf } from "../../src/analysis/completeness.ts";
import { distributionsOf, parentGrouping } from "../../src/analysis/distributions.ts";
import { indicatorSubject, type Subject, variableSubject } from "../../src/analysis/subject.ts";
import { membersPerCommunity } from "../../src/indicators/scale.ts";
import { workersPer1000 } from "../../src/indicators/staffing.ts";
import { workersShortfall } from "../../src/indicators/workers-need.ts";
import { interval } from "../../src/survey/measured.ts";
import { makeSurvey, type Row } from "./make-survey.ts";

const distributions = (
  rows: readonly Row[],
  subjects: readonly (Subject | undefined)[],
  periods = ["2023"],
) => {
  const analysis = analyse(makeSurvey(rows), {
    indicators: [workersPer1000],
    norms: [],
    periods,
    groupings: [],
  });
  const grouping = parentGrouping(analysis);
  const known = subjects.filter((subject) => subject !== undefined);
  return distributionsOf(analysis, {
    subjects: known,
    quantileType: 7,
    ...(grouping && { grouping }),
  });
};

describe("subjects", () => {
  test("what adds up is an amount, what does not is a rate", () => {
    expect(variableSubject("office_area")?.nature).toBe("amount");
    expect(variableSubject("monthly_wage")?.nature).toBe("rate");
    expect(variableSubject("members_60_plus")).toMatchObject({ nature: "amount", unit: "person" });
    expect(
      [workersPer1000, workersShortfall, membersPerCommunity].map(
        (indicator) => indicatorSubject(indicator).nature,
      ),
    ).toEqual(["rate", "amount", "amount"]);
  });

  test("categories, yes-no columns and unknown ids are none", () => {
    for (const id of ["organisation_tier", "dual_post", "communities", "no_such_thing"])
      expect(variableSubject(id)).toBeUndefined();
  });
});

describe("distribution over areas", () => {
  test("areas without a value are missing, intervals are left out and counted", () => {
    const [members] = distributions(
      [
        { area: "甲", figures: { members: 30 } },
        { area: "乙", figures: { members: null } },
        { area: "丙", figures: { members: interval(10, 20) } },
        { area: "丁", figures: { members: 50 } },
      ],
      [variableSubject("members")],
    );
    expect(members).toMatchObject({
      areas: 4,
      n: 2,
      missing: 1,
      intervals: 1,
      summary: { min: 30, median: 40, max: 50, mean: 40 },
    });
    expect(members?.weighted).toBeUndefined();
    expect(members?.plain.theil?.between).toBeUndefined();
    expect(members?.ranks).toEqual([
      { observation: 3, value: 50, rank: 1, tied: false },
      { observation: 0, value: 30, rank: 2, tied: false },
    ]);
  });

  test("weighted by residents: an amount is taken per resident, a rate as it is", () => {
    // 10 m² for 1,000 people and 30 m² for 3,000: equal per head, unequal per community: gini (2·2−2−1)·30 + (2·1−2−1)·10 = 20, ÷ (2 · 40) = 0.25.
    const [area, wage] = distributions(
      [
        { area: "甲", figures: { residents: 1000, office_area: 10, monthly_wage: 500 } },
        { area: "乙", figures: { residents: 3000, office_area: 30, monthly_wage: 500 } },
      ],
      [variableSubject("office_area"), variableSubject("monthly_wage")],
    );
    expect(area?.plain.gini).toBe(0.25);
    expect(area?.weighted).toMatchObject({ of: "per-resident", n: 2 });
    expect(area?.weighted?.gini).toBeCloseTo(0, 15);
    expect(wage?.weighted).toMatchObject({ of: "value" });
    expect(wage?.weighted?.gini).toBeCloseTo(0, 15);
  });

  test("Theil's index between the units that the areas lie in", () => {
    // Streets of 10 + 10 and 30 + 30: nothing within; between ¼ ln(¼ ÷ ½) + ¾ ln(¾ ÷ ½).
    const [members] = distributions(
      [10, 10, 30, 30].map((count, i) => ({
        area: `${i}`,
        parents: [i < 2 ? "东街道" : "西街道"],
        figures: { members: count },
      })),
      [variableSubject("members")],
    );
    expect(members?.plain.theil?.between).toBeCloseTo(
      0.25 * Math.log(0.5) + 0.75 * Math.log(1.5),
      14,
    );
    expect(members?.plain.theil?.within).toBeCloseTo(0, 14);
  });

  test("an indicator, one period at a time; a subject without a value is left out", () => {
    const rows = ["2022", "2023"].flatMap((period, k) =>
      [1, 2].map((i) => ({
        area: `${i}`,
        period,
        figures: { residents: 1000 * i, workers: 2 + k },
      })),
    );
    const found = distributions(
      rows,
      [indicatorSubject(workersPer1000), variableSubject("members")],
      ["2022", "2023"],
    );
    // 2 ÷ 1,000 and 2 ÷ 2,000 of a thousand; a year later 3 ÷ 1,000 and 3 ÷ 2,000.
    expect(found.map(({ period, summary }) => [period, summary.min, summary.max])).toEqual([
      ["2022", 1, 2],
      ["2023", 1.5, 3],
    ]);
  });
});

describe("data quality", () => {
  const survey = makeSurvey([
    { area: "甲", period: "2022", figures: { residents: 1005, members: 130, monthly_wage: 2813 } },
    { area: "乙", period: "2022", figures: { residents: 1010, members: null } },
    { area: "甲", period: "2023", figures: { residents: 1021, funds: 500 } },
  ]);

  test("filled cells of those expected; a column of other periods is not expected", () => {
    // 2022: residents 2 of 2, members 1 of 2, monthly_wage 1 of 2.
    expect(qualityOf(survey, "2022")).toMatchObject({ completeness: { filled: 4, expected: 6 } });
    expect([...qualityOf(survey, "2022").gaps]).toEqual([
      ["members", { filled: 1, expected: 2 }],
      ["monthly_wage", { filled: 1, expected: 2 }],
    ]);
    expect(qualityOf(survey, "2023").completeness).toEqual({ filled: 2, expected: 2 });
  });

  test("last digits are of counts only", () => {
    // 1005, 1010 and 130 end in 5 and 0; the wage is no count.
    expect(qualityOf(survey, "2022").heaping).toMatchObject({ n: 3, roundShare: 1 });
    expect(qualityOf(survey, "2023").heaping).toMatchObject({ n: 1, roundShare: 0 });
  });
});

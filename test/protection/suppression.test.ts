import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Analysis,
  analyse,
  type Grouping,
  type SetResult,
} from "../../src/analysis/analyse.ts";
import { Survey } from "../../src/analysis/observed-survey.ts";
import { ownIndicator } from "../../src/indicators/config-indicator.ts";
import type { Indicator } from "../../src/indicators/define.ts";
import { indicators } from "../../src/indicators/index.ts";
import { disabledRate } from "../../src/indicators/welfare.ts";
import { Column } from "../../src/survey/column.ts";
import { exact, isAbsent, isExact } from "../../src/survey/measured.ts";

const none = { sensitive: [], suppress: [] };

function surveyOf(columns: Readonly<Record<string, readonly (number | null)[]>>): Survey {
  const [first = []] = Object.values(columns);
  const observations = first.map((_, i) => ({
    area: { name: `C${i + 1}`, code: null, parents: [] },
    period: null,
    attributes: {},
    place: { file: "t.csv", line: i + 2 },
  }));
  const quantities = new Map<string, Column>();
  for (const [id, values] of Object.entries(columns)) {
    const column = new Column(values.length);
    for (const [i, value] of values.entries())
      if (value !== null) column.addMeasured(i, exact(value));
    quantities.set(id, column);
  }
  return new Survey(observations, quantities);
}

const byLabels = (by: string, labels: readonly string[]): Grouping => ({
  by,
  groupOf: (i) => labels[i],
});

const analysed = (
  survey: Survey,
  groupings: readonly Grouping[],
  minCell = 5,
  indicators: readonly Indicator[] = [disabledRate],
): Analysis =>
  analyse(survey, {
    indicators,
    norms: [],
    periods: [null],
    groupings,
    protection: { ...none, minCell },
  });

const shownAreas = ({ survey }: Analysis): (number | undefined)[] =>
  survey.observations.map((_, i) => {
    const m = survey.series("disabled").at(i);
    return isExact(m) ? m.value : undefined;
  });

const totalOf = (set: SetResult | undefined): number | undefined => {
  const m = set?.protectedTotals?.get("disabled")?.value;
  return m && isExact(m) ? m.value : undefined;
};

describe("small counts of people in need", () => {
  it("are withheld with the smallest other count of the set, and the total is still that of all", () => {
    const analysis = analysed(
      surveyOf({ disabled: [12, 3, 7, 0, 30], residents: [1000, 1000, 1000, 1000, 1000] }),
      [],
    );
    expect(shownAreas(analysis)).toEqual([12, undefined, undefined, 0, 30]);
    expect(totalOf(analysis.wholes[0])).toBe(52);
    // 52 ÷ 5000 × 1000 = 10.4, over all five
    expect(analysis.wholes[0]?.indicators[0]?.result).toEqual({
      value: { value: 10.4 },
      coverage: { areas: 5, of: 5, denominatorShare: 1 },
    });
    expect(analysis.areas[1]?.results.get("disabled_rate")?.value).toEqual({
      absent: "suppressed",
    });
  });

  it("are shown where none is small", () => {
    const analysis = analysed(
      surveyOf({ disabled: [12, 0, 7], residents: [1000, 1000, 1000] }),
      [],
    );
    expect(shownAreas(analysis)).toEqual([12, 0, 7]);
    expect(analysis.wholes[0]?.protectedTotals?.size).toBe(0);
  });

  it("take the set's figure with them where no other count can hide them", () => {
    const analysis = analysed(
      surveyOf({ disabled: [3, 0, 40, 50], residents: [100, 100, 100, 100] }),
      [byLabels("street", ["east", "east", "west", "west"])],
    );
    const [east, west] = analysis.groups;
    expect(totalOf(east)).toBeUndefined();
    expect(east?.indicators[0]?.result.value).toEqual({ absent: "suppressed" });
    // The whole would give the east away if the west were shown in full: 40 goes, and with it the west's total or 50.
    expect(shownAreas(analysis)).toEqual([undefined, 0, undefined, undefined]);
    expect(totalOf(west)).toBe(90);
    expect(totalOf(analysis.wholes[0])).toBeUndefined();
  });

  it("hide an indicator that is no sum of them", () => {
    const most = ownIndicator({ id: "most", formula: "max(disabled, 4)" }) as Indicator;
    const analysis = analysed(
      surveyOf({ disabled: [12, 3, 7, 9], residents: [1000, 1000, 1000, 1000] }),
      [],
      5,
      [most],
    );
    expect(analysis.wholes[0]?.indicators[0]?.result.value).toEqual({ absent: "suppressed" });
  });

  it("leave no column of the survey that holds them", () => {
    const analysis = analysed(surveyOf({ disabled: [12, 3, 7], residents: [1, 1, 1] }), []);
    expect(analysis.survey.quantities.get("disabled")?.count(1)).toBe(0);
    expect(isAbsent(analysis.survey.select([1]).series("disabled").at(0))).toBe(true);
  });

  it("a column can be withheld whole, with all that is computed from it", () => {
    const survey = surveyOf({ disabled: [12, 30], residents: [1000, 1000] });
    const analysis = analyse(survey, {
      indicators: [disabledRate],
      norms: [],
      periods: [null],
      groupings: [],
      protection: { ...none, suppress: ["disabled"] },
    });
    expect(analysis.wholes[0]?.indicators[0]?.result.value).toEqual({ absent: "withheld" });
    expect(analysis.survey.quantities.has("disabled")).toBe(false);
    expect(analysis.areas[0]?.results.get("disabled_rate")?.value).toEqual({ absent: "withheld" });
  });
});

/** All tables of whole numbers from 1 that agree with the sums: for each withheld cell, the values it takes in them. */
function possibleValues(
  hidden: readonly number[],
  sums: readonly { readonly cells: readonly number[]; readonly sum: number }[],
): Map<number, Set<number>> {
  const values = new Map(hidden.map((i) => [i, new Set<number>()]));
  const open = sums.filter(({ cells }) => cells.length > 0);
  const bound = Math.max(12, ...open.map(({ sum }) => sum));
  const assigned = new Map<number, number>();
  const fill = (at: number): void => {
    if (at === hidden.length) {
      for (const [cell, value] of assigned) values.get(cell)?.add(value);
      return;
    }
    const cell = hidden[at] as number;
    for (let value = 1; value <= bound; value++) {
      assigned.set(cell, value);
      const fits = open.every(({ cells, sum }) => {
        const known = cells.map((i) => assigned.get(i));
        const reached = known.reduce<number>((total, x) => total + (x ?? 1), 0);
        return known.includes(undefined) ? reached <= sum : reached === sum;
      });
      if (fits) fill(at + 1);
    }
    assigned.delete(cell);
  };
  fill(0);
  return values;
}

/** What a reader learns from all that an analysis shows. */
function learnt(
  analysis: Analysis,
  values: readonly number[],
  residents: readonly (number | null)[],
): Map<number, Set<number>> {
  const shown = shownAreas(analysis);
  const hidden = values.flatMap((_, i) => (shown[i] === undefined ? [i] : []));
  const rest = (members: readonly number[], total: number) => ({
    cells: members.filter((i) => shown[i] === undefined),
    sum: Math.round(members.reduce((left, i) => left - (shown[i] ?? 0), total)),
  });
  const sums = [...analysis.wholes, ...analysis.groups].flatMap((set) => {
    const total = totalOf(set);
    const rate = set.indicators[0]?.result.value;
    const support = set.members.filter((i) => residents[i] !== null);
    const people = support.reduce((sum, i) => sum + (residents[i] ?? 0), 0);
    return [
      ...(total === undefined ? [] : [rest(set.members, total)]),
      ...(rate && isExact(rate) ? [rest(support, (rate.value * people) / 1000)] : []),
    ];
  });
  return possibleValues(hidden, sums);
}

describe("a reader who solves the table", () => {
  const cells = fc.integer({ min: 2, max: 6 }).chain((n) =>
    fc.record({
      values: fc.array(
        fc.oneof(
          { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
          fc.integer({ min: 5, max: 9 }),
        ),
        { minLength: n, maxLength: n },
      ),
      reports: fc.array(fc.boolean(), { minLength: n, maxLength: n }),
      streets: fc.array(fc.constantFrom("east", "west"), { minLength: n, maxLength: n }),
      tenures: fc.array(fc.constantFrom("own", "rented", "borrowed"), {
        minLength: n,
        maxLength: n,
      }),
      minCell: fc.integer({ min: 3, max: 5 }),
    }),
  );

  it("learns no withheld count, with streets that lie within the whole", () => {
    fc.assert(
      fc.property(cells, ({ values, reports, streets, minCell }) => {
        const residents = values.map((_, i) => (reports[i] ? 100 : null));
        const analysis = analysed(
          surveyOf({ disabled: values, residents }),
          [byLabels("street", streets)],
          minCell,
        );
        for (const possible of learnt(analysis, values, residents).values())
          expect(possible.size).toBeGreaterThan(1);
      }),
      { numRuns: 150 },
    );
  });

  it("learns none either where streets and tenures cut across each other", () => {
    fc.assert(
      fc.property(cells, ({ values, streets, tenures, minCell }) => {
        const residents = values.map(() => 100);
        const analysis = analysed(
          surveyOf({ disabled: values, residents }),
          [byLabels("street", streets), byLabels("tenure", tenures)],
          minCell,
        );
        for (const possible of learnt(analysis, values, residents).values())
          expect(possible.size).toBeGreaterThan(1);
      }),
      { numRuns: 150 },
    );
  });

  it("would learn them without the complementary ones", () => {
    // 3 of 22: the other two are 12 and 7.
    expect(possibleValues([1], [{ cells: [1], sum: 3 }]).get(1)).toEqual(new Set([3]));
  });

  const named = (...ids: string[]): readonly Indicator[] =>
    ids.map((id) => indicators.find((indicator) => indicator.id === id) as Indicator);
  const withoutMembers = (
    columns: Parameters<typeof surveyOf>[0],
    suppress: readonly string[],
    shown: readonly Indicator[],
  ): Analysis =>
    analyse(surveyOf(columns), {
      indicators: shown,
      norms: [],
      periods: [null],
      groupings: [],
      protection: { sensitive: [], suppress },
    });

  it("with a variable go its ages and sexes, and what is computed from them", () => {
    const columns = {
      members: [50, 60],
      members_60_plus: [20, 30],
      members_35_under: [10, 10],
      members_36_59: [20, 20],
      members_female: [25, 20],
      residents: [900, 950],
    };
    const shown = named(
      "members_60_plus_share",
      "members_mean_age",
      "members_per_community",
      "residents_per_community",
    );
    const analysis = withoutMembers(columns, ["members"], shown);
    expect([...analysis.survey.quantities.keys()]).toEqual(["residents"]);
    expect(analysis.withheld).toBe(true);
    expect(analysis.wholes[0]?.indicators.map(({ result }) => result.value)).toEqual([
      ...Array(3).fill({ absent: "withheld" }),
      { value: 925 },
    ]);
    expect(
      analysis.areas.map(({ results }) => results.get("members_60_plus_share")?.value),
    ).toEqual(Array(2).fill({ absent: "withheld" }));
  });

  it("with one age band go the others, which would tell it", () => {
    const analysis = withoutMembers(
      { members: [50], members_35_under: [10], members_36_plus: [40], residents: [900] },
      ["members_35_under"],
      [],
    );
    expect([...analysis.survey.quantities.keys()]).toEqual(["members", "residents"]);
  });

  it("what has no columns is not said to be withheld", () => {
    const [whole] = withoutMembers(
      { residents: [900, 950] },
      ["members"],
      named("members_60_plus_share", "members_per_branch"),
    ).wholes;
    expect(whole?.indicators.map(({ result }) => result.value)).toEqual(
      Array(2).fill({ absent: "missing-variable" }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Survey } from "../../src/analysis/observed-survey.ts";
import { indicatorSubject, type Subject, variableSubject } from "../../src/analysis/subject.ts";
import { changeOf, contributionOf } from "../../src/change/change-figures.ts";
import { type ComparisonOptions, compare } from "../../src/change/compare-surveys.ts";
import { type ConcordanceEntry, rebase } from "../../src/change/concordance.ts";
import type { Indicator } from "../../src/indicators/define.ts";
import { officeAreaShortfall } from "../../src/indicators/office.ts";
import { workersPer1000 } from "../../src/indicators/staffing.ts";
import { yearsBetween } from "../../src/intake/cells/period.ts";
import { absent, exact, interval, isExact } from "../../src/survey/measured.ts";
import type { Norm } from "../../src/survey/norm.ts";
import { makeSurvey, type Row } from "../analysis/make-survey.ts";

const variable = (id: string): Subject => variableSubject(id) as Subject;
const persons = { unit: "person" } as Subject;

const compared = (
  rows: readonly Row[],
  ids: readonly string[],
  options: Partial<ComparisonOptions> & { catalogue?: readonly Indicator[] } = {},
) => {
  const { catalogue = [], ...rest } = options;
  return compare(makeSurvey(rows), {
    from: "2022",
    to: "2023",
    indicators: catalogue,
    norms: [],
    groupings: [],
    variables: ids.map(variable),
    indicatorSubjects: catalogue.map((indicator) => indicatorSubject(indicator)),
    bases: { from: undefined, to: undefined },
    boundaries: [],
    ...rest,
  });
};

const row = (period: string, area: string, figures: Row["figures"]): Row => ({
  period,
  area,
  figures,
});

describe("a change", () => {
  test("growth in per cent, a share in points, a per-mille rate in per-mille points", () => {
    expect(changeOf(persons, { from: exact(80), to: exact(100) }, 1)).toEqual({
      from: exact(80),
      to: exact(100),
      difference: exact(20),
      differenceUnit: "person",
      growth: exact(25),
    });
    expect(changeOf({ unit: "%" }, { from: exact(40), to: exact(42.5) }, 3)).toMatchObject({
      difference: exact(2.5),
      differenceUnit: "percentage points",
    });
    expect(changeOf({ unit: "%" }, { from: exact(40), to: exact(42.5) }, 3)).not.toHaveProperty(
      "growth",
    );
    expect(changeOf({ unit: "‰" }, { from: exact(8), to: exact(7.5) }, 1)).toMatchObject({
      difference: exact(-0.5),
      differenceUnit: "per-mille points",
    });
  });

  test("a rate a year where other than one year lies between", () => {
    // 1.1² = 1.21; from 100 to 110 in half a year is 21 % a year.
    const two = changeOf(persons, { from: exact(100), to: exact(121) }, 2).perYear;
    expect(two && isExact(two) ? two.value : Number.NaN).toBeCloseTo(10, 12);
    const half = changeOf(persons, { from: exact(100), to: exact(110) }, 0.5).perYear;
    expect(half && isExact(half) ? half.value : Number.NaN).toBeCloseTo(21, 12);
    expect(changeOf(persons, { from: exact(100), to: exact(121) }, undefined)).not.toHaveProperty(
      "perYear",
    );
  });

  test("what is absent stays absent, nothing grows from 0, an interval stays one", () => {
    expect(changeOf(persons, { from: absent("no-data"), to: exact(3) }, 1)).toMatchObject({
      difference: absent("no-data"),
      growth: absent("no-data"),
    });
    expect(changeOf(persons, { from: exact(0), to: exact(3) }, 1)).toMatchObject({
      difference: exact(3),
      growth: absent("zero-denominator"),
    });
    // From 100–120 to 130: 130 ÷ 120 − 1 = 8.33 %, 130 ÷ 100 − 1 = 30 %.
    const { growth, difference } = changeOf(
      persons,
      { from: interval(100, 120), to: exact(130) },
      1,
    );
    expect(difference).toEqual(interval(10, 30));
    expect(growth).toMatchObject({
      low: expect.closeTo(100 / 12, 10),
      high: expect.closeTo(30, 10),
    });
  });

  test("a contribution is points of the whole's growth", () => {
    expect(contributionOf({ from: exact(20), to: exact(25) }, exact(200))).toEqual(exact(2.5));
    expect(contributionOf({ from: exact(0), to: exact(5) }, exact(0))).toEqual(
      absent("zero-denominator"),
    );
  });

  test("years from the end of one period to the end of the other", () => {
    expect(yearsBetween("2006", "2010")).toBe(4);
    expect(yearsBetween("2023-Q1", "2024-Q2")).toBe(1.25);
    expect(yearsBetween("2023-H1", "2023-H2")).toBe(0.5);
    expect(yearsBetween("2023-11", "2024-02")).toBe(0.25);
    // A year ends with its last quarter.
    expect(yearsBetween("2022", "2023-Q4")).toBe(1);
    expect(yearsBetween("spring", "2024")).toBeUndefined();
  });
});

describe("comparing two periods", () => {
  test("only areas that have a figure in both are counted; the others are named", () => {
    const { subjects, areas, notCompared } = compared(
      [
        row("2022", "甲", { residents: 1000, members: 20 }),
        row("2022", "乙", { residents: 2000, members: null }),
        row("2022", "丙", { residents: 500, members: 5 }),
        row("2023", "甲", { residents: 1100, members: 22 }),
        row("2023", "乙", { residents: 2000, members: 40 }),
        row("2023", "丁", { residents: 700, members: 7 }),
      ],
      ["residents", "members"],
    );
    // Residents: 甲 and 乙, 3,000 → 3,100; all areas 3,500 → 3,800.
    expect(subjects[0]).toMatchObject({
      areas: 2,
      of: 4,
      change: { from: exact(3000), to: exact(3100) },
      all: { from: exact(3500), to: exact(3800) },
    });
    // Members: 甲 alone; 乙 has none in 2022, so all areas cannot be set side by side.
    expect(subjects[1]).toMatchObject({ areas: 1, change: { from: exact(20), growth: exact(10) } });
    expect(subjects[1]).not.toHaveProperty("all");
    expect(notCompared).toMatchObject([
      { reason: "areas-without", subject: { id: "members" }, areas: [{ name: "乙" }] },
    ]);
    expect(areas.map(({ area, status }) => [area.name, status])).toEqual([
      ["甲", "same"],
      ["乙", "same"],
      ["丁", "appeared"],
      ["丙", "vanished"],
    ]);
    // Δ 100 of 3,000; an area that stands in one period alone adds nothing to a growth it is no part of.
    expect(areas[0]?.changes.get("residents")?.contribution).toEqual(exact(100 / 30));
    expect(areas[2]?.changes.get("residents")).not.toHaveProperty("contribution");
  });

  test("residents on different bases are not compared, nor any rate of them; unstated ones are", () => {
    const rows = [
      row("2022", "甲", { residents: 1000, workers: 2 }),
      row("2023", "甲", { residents: 1100, workers: 3 }),
    ];
    const different = compared(rows, ["residents", "workers"], {
      bases: { from: "registered", to: "usual" },
      catalogue: [workersPer1000],
    });
    expect(different.subjects.map(({ subject }) => subject.id)).toEqual(["workers"]);
    expect(different.notCompared.map(({ subject, reason }) => [subject.id, reason])).toEqual([
      ["residents", "basis"],
      ["workers_per_1000", "basis"],
    ]);
    expect(
      compared(rows, ["residents"], { bases: { from: undefined, to: "usual" } }).subjects,
    ).toHaveLength(1);
  });

  test("what happens in a year is not held against what happens in a quarter; what stands at its end is", () => {
    const rows = [
      row("2022", "甲", { residents: 1000, funds: 900 }),
      row("2023-Q1", "甲", { residents: 1010, funds: 300 }),
    ];
    const { subjects, notCompared, years } = compared(rows, ["residents", "funds"], {
      to: "2023-Q1",
    });
    expect(years).toBe(0.25);
    expect(subjects.map(({ subject }) => subject.id)).toEqual(["residents"]);
    expect(notCompared).toMatchObject([
      { reason: "period-kind", subject: { id: "funds" }, from: "year", to: "quarter" },
    ]);
  });

  test("a variable of one period alone, and one without a common area", () => {
    const { notCompared } = compared(
      [
        row("2022", "甲", { workers: 3, members: 5 }),
        row("2023", "甲", { workers: null }),
        row("2023", "乙", { members: 6 }),
      ],
      ["workers", "members", "funds"],
    );
    expect(notCompared).toMatchObject([
      { reason: "only-in", period: "2022", subject: { id: "workers" } },
      { reason: "no-common-area", subject: { id: "members" } },
    ]);
  });

  test("a norm at both ends", () => {
    const norm = {
      ...{ id: "own", subject: "office_area", op: ">=", value: 500, unit: "m²", confidence: "own" },
      ...{
        jurisdiction: { en: "", "zh-CN": "", "zh-TW": "" },
        document: { en: "", "zh-CN": "", "zh-TW": "" },
        issuer: { en: "", "zh-CN": "", "zh-TW": "" },
      },
    } as Norm;
    const rows = [
      ["2022", 480, 100],
      ["2023", 500, 100],
    ].flatMap(([period, first, second]) => [
      row(String(period), "甲", { office_area: Number(first) }),
      row(String(period), "乙", { office_area: Number(second) }),
    ]);
    const { subjects } = compared(rows, [], { norms: [norm], catalogue: [officeAreaShortfall] });
    // Short by 20 + 400, then by 0 + 400: −20 of 420.
    expect(subjects[0]).toMatchObject({
      change: { from: exact(420), to: exact(400), difference: exact(-20) },
      norms: [
        { from: { areasMissing: 2, areasTested: 2 }, to: { areasMissing: 1, areasTested: 2 } },
      ],
    });
  });

  test("contributions of areas and of groups add up to the growth of the whole", () => {
    const count = fc.integer({ min: 0, max: 20_000 });
    const towns = fc.array(
      fc.record({
        before: fc.option(count, { nil: null, freq: 6 }),
        after: fc.option(count, { nil: null, freq: 6 }),
      }),
      {
        minLength: 2,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(towns, (areas) => {
        const rows = areas.flatMap(({ before, after }, i) => [
          ...(before === null ? [] : [row("2022", `${i}`, { residents: before })]),
          ...(after === null ? [] : [row("2023", `${i}`, { residents: after })]),
        ]);
        const survey = makeSurvey(rows);
        const grouping = {
          by: "parity",
          groupOf: (i: number) => String(Number(survey.observations[i]?.area.name) % 2),
        };
        const {
          subjects,
          areas: changed,
          groups,
        } = compared(rows, ["residents"], { groupings: [grouping] });
        const growth = subjects[0]?.change.growth;
        if (!growth || !isExact(growth)) return;
        const sum = (parts: readonly { readonly changes: (typeof changed)[number]["changes"] }[]) =>
          parts.reduce((total, part) => {
            const contribution = part.changes.get("residents")?.contribution;
            return total + (contribution && isExact(contribution) ? contribution.value : 0);
          }, 0);
        expect(sum(changed)).toBeCloseTo(growth.value, 8);
        expect(sum(groups)).toBeCloseTo(growth.value, 8);
      }),
    );
  });
});

describe("boundaries", () => {
  const rows = [
    row("2022", "甲", { residents: 5000, monthly_wage: 3000 }),
    row("2022", "乙", { residents: 3000, monthly_wage: 2800 }),
    row("2022", "丙", { residents: 2000, monthly_wage: 2800 }),
    row("2022", "丁", { residents: 10_000, monthly_wage: 3200 }),
    row("2023", "新甲", { residents: 5100, monthly_wage: 3300 }),
    row("2023", "乙丙", { residents: 5250, monthly_wage: 3000 }),
    row("2023", "丁东", { residents: 6300, monthly_wage: 3200 }),
    row("2023", "丁西", { residents: 3950, monthly_wage: 3200 }),
  ];
  const entry = (old: string, later: string, share = 1, line = 2): ConcordanceEntry => ({
    old,
    new: later,
    share,
    line,
  });
  const concordance = [
    entry("甲", "新甲"),
    entry("乙", "乙丙"),
    entry("丙", "乙丙"),
    entry("丁", "丁东", 0.6),
    entry("丁", "丁西", 0.4),
  ];
  const rebased = (entries: readonly ConcordanceEntry[], of: readonly Row[] = rows) => {
    const result = rebase(makeSurvey(of), entries, "2022", "2023");
    if ("fault" in result) throw new Error(result.fault);
    return result;
  };
  const figures = (survey: ReturnType<typeof makeSurvey>, quantity: string) =>
    Object.fromEntries(
      survey.observations.flatMap(({ area, period }, i) =>
        period === "2022" ? [[area.name, survey.series(quantity).at(i)]] : [],
      ),
    );

  test("a merger adds up, a split is shared out and approximate, a new name keeps its figures", () => {
    const { survey, boundaries } = rebased(concordance);
    expect(figures(survey, "residents")).toEqual({
      新甲: exact(5000),
      乙丙: exact(5000),
      丁东: exact(6000, true),
      丁西: exact(4000, true),
    });
    expect(
      boundaries.map(({ kind, old, new: later }) => [
        kind,
        old.map(({ name }) => name),
        later.map(({ name }) => name),
      ]),
    ).toEqual([
      ["renamed", ["甲"], ["新甲"]],
      ["merged", ["乙", "丙"], ["乙丙"]],
      ["split", ["丁"], ["丁东", "丁西"]],
    ]);
  });

  test("a rate has no parts: it goes to a new name only", () => {
    expect(figures(rebased(concordance).survey, "monthly_wage")).toEqual({
      新甲: exact(3000),
      乙丙: absent("no-data"),
      丁东: absent("no-data"),
      丁西: absent("no-data"),
    });
  });

  test("an area that took up its neighbour keeps what it had", () => {
    const of = [
      row("2022", "甲", { residents: 10 }),
      row("2022", "乙", { residents: 5 }),
      row("2023", "甲", { residents: 16 }),
    ];
    const { survey, boundaries } = rebased([entry("乙", "甲")], of);
    expect(figures(survey, "residents")).toEqual({ 甲: exact(15) });
    expect(boundaries).toMatchObject([{ kind: "merged" }]);
  });

  test("a sum that lacks a part is no sum", () => {
    const of = [
      row("2022", "乙", { residents: 10 }),
      row("2022", "丙", { residents: null }),
      row("2023", "乙丙", { residents: 16 }),
    ];
    expect(
      figures(rebased([entry("乙", "乙丙"), entry("丙", "乙丙")], of).survey, "residents"),
    ).toEqual({ 乙丙: absent("no-data") });
  });

  test.each([
    ["unknown-old", [entry("戊", "乙丙", 1, 7)], { line: 7, area: "戊" }],
    ["unknown-new", [entry("乙", "戊")], { area: "戊" }],
    [
      "share-sum",
      [entry("丁", "丁东", 0.6), entry("丁", "丁西", 0.3)],
      { area: "丁", sum: expect.closeTo(0.9, 12) },
    ],
  ] as const)("%s is a fault", (fault, entries, rest) => {
    expect(rebase(makeSurvey(rows), entries, "2022", "2023")).toMatchObject({ fault, ...rest });
  });

  test("a total in doubt stays absent within other boundaries", () => {
    // 4,210 may be 1,100 + 3,110; 西 goes to 新西 whole, or into one area with 北.
    const of = [
      row("2022", "北", { residents: 4210 }),
      row("2022", "东", { residents: 1100 }),
      row("2022", "西", { residents: 3110 }),
      row("2022", "南", { residents: 900 }),
      row("2023", "北", { residents: 4300 }),
      row("2023", "东", { residents: 1150 }),
      row("2023", "新西", { residents: 3120 }),
      row("2023", "新南", { residents: 950 }),
    ];
    const { observations, quantities } = makeSurvey(of);
    const doubted = new Survey(observations, quantities, [{ whole: 0, parts: [1, 2] }]);
    const over = (entries: readonly ConcordanceEntry[]) => {
      const result = rebase(doubted, entries, "2022", "2023");
      if ("fault" in result) throw new Error(result.fault);
      return result.survey;
    };
    const renamed = [entry("西", "新西"), entry("南", "新南")];
    const [subject] = compare(over(renamed), {
      from: "2022",
      to: "2023",
      indicators: [],
      norms: [],
      groupings: [],
      variables: [variable("residents")],
      indicatorSubjects: [],
      bases: { from: undefined, to: undefined },
      boundaries: [],
    }).subjects;
    expect(subject?.change.from).toEqual(absent("rows-uncertain"));
    const merged = over([entry("西", "北"), entry("南", "新南")]);
    expect(figures(merged, "residents")).toEqual({
      东: exact(1100),
      北: absent("no-data"),
      新南: exact(900),
    });
  });

  test("a name that two areas bear needs its parent", () => {
    const of: Row[] = [
      ...["东街道", "西街道"].map(
        (parent): Row => ({
          area: "新村",
          period: "2022",
          parents: [parent],
          figures: { residents: 10 },
        }),
      ),
      { area: "新村", period: "2023", parents: ["东街道"], figures: { residents: 11 } },
      { area: "新城", period: "2023", parents: ["西街道"], figures: { residents: 12 } },
    ];
    expect(rebase(makeSurvey(of), [entry("新村", "新城")], "2022", "2023")).toMatchObject({
      fault: "ambiguous",
      area: "新村",
    });
    expect(rebased([entry("西街道/新村", "新城")], of).boundaries).toMatchObject([
      { kind: "renamed" },
    ]);
  });

  test("whatever the shares, the total stays", () => {
    const parts = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ residents: fc.integer({ min: 0, max: 20_000 }), parts }), {
          minLength: 1,
          maxLength: 8,
        }),
        (olds) => {
          const later = (i: number, k: number) => `新${(i + k) % 6}`;
          const names = new Set(olds.flatMap((old, i) => old.parts.map((_, k) => later(i, k))));
          const of = [
            ...olds.map(({ residents }, i) => row("2022", `旧${i}`, { residents })),
            ...[...names].map((name) => row("2023", name, { residents: 1 })),
          ];
          const entries = olds.flatMap((old, i) => {
            const whole = old.parts.reduce((sum, part) => sum + part, 0);
            return old.parts.map((part, k) => entry(`旧${i}`, later(i, k), part / whole));
          });
          const total = Object.values(figures(rebased(entries, of).survey, "residents")).reduce(
            (sum, m) => sum + (isExact(m) ? m.value : Number.NaN),
            0,
          );
          expect(total).toBeCloseTo(
            olds.reduce((sum, { residents }) => sum + residents, 0),
            6,
          );
        },
      ),
    );
  });
});

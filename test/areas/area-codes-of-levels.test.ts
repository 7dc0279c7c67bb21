import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse, totalOf } from "../../src/analysis/analyse.ts";
import { groupingByCode, unitCode } from "../../src/areas/area-codes-of-levels.ts";
import { householdSize } from "../../src/indicators/population.ts";
import { workersPer1000 } from "../../src/indicators/staffing.ts";
import { exact, isExact } from "../../src/survey/measured.ts";
import { makeSurvey, type Row } from "../analysis/make-survey.ts";

describe("the code of the unit above", () => {
  test.each([
    // 江苏省常州市金坛区 (320413), 金城镇 (100), a residents' committee.
    ["320413100001", "street", "320413100"],
    ["320413100001", "district", "320413"],
    ["320413100001", "city", "3204"],
    ["320413100", "street", "320413100"],
    // 北京市东城区: the municipality is the city.
    ["110101001001", "city", "11"],
    ["110101001001", "district", "110101"],
    // 湖北省仙桃市 (429004) belongs to no prefecture.
    ["429004001001", "city", "429004"],
    // 新北市板橋區留侯里; 連江縣南竿鄉 with a hyphen.
    ["65000010001", "street", "65000010"],
    ["65000010001", "district", "65000010"],
    ["65000010001", "city", "65000"],
    ["09007010-001", "city", "09007"],
    // The older code with two digits for the township.
    ["1001401-001", "street", "1001401"],
    ["1001401-001", "city", "10014"],
    // As Excel keeps a code as text.
    ["'320413100001", "street", "320413100"],
  ] as const)("of %s at the level of the %s is %s", (code, level, expected) => {
    expect(unitCode(code, level)).toBe(expected);
  });

  test.each(["", "12", "A-17", "3204", "990413100001", "32041310000"])(
    "“%s” is no code",
    (code) => {
      expect(unitCode(code, "street")).toBeUndefined();
    },
  );
});

describe("groups by code", () => {
  const groupsOf = (rows: readonly Row[], level: "street" | "district" | "city") => {
    const grouping = groupingByCode(makeSurvey(rows), level);
    return grouping && rows.map((_, i) => grouping.groupOf(i));
  };
  const row = (area: string, code: string | undefined, parents: readonly string[] = []): Row => ({
    area,
    parents,
    ...(code !== undefined && { code }),
    figures: { residents: 1 },
  });

  test("goes by code where no name is known, by the name where the areas agree on one", () => {
    expect(
      groupsOf(
        [row("甲", "320413001001"), row("乙", "320413001002"), row("丙", "320413002001")],
        "street",
      ),
    ).toEqual(["320413001", "320413001", "320413002"]);
    expect(
      groupsOf([row("甲", "320413001001", ["东街道"]), row("乙", "320413001002")], "street"),
    ).toEqual(["东街道", "东街道"]);
  });

  test("two units of one name stay two", () => {
    expect(
      groupsOf(
        [row("甲", "320413001001", ["城关镇"]), row("乙", "320482001001", ["城关镇"])],
        "street",
      ),
    ).toEqual(["320413001", "320482001"]);
  });

  test("an area without a code is in no group; no codes at all make no groups", () => {
    expect(groupsOf([row("甲", "320413001001"), row("乙", undefined)], "city")).toEqual([
      "3204",
      undefined,
    ]);
    expect(groupsOf([row("甲", undefined)], "street")).toBeUndefined();
  });
});

describe("groups and the whole", () => {
  const cell = fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: null, freq: 8 });
  const rows = fc.array(
    fc.record({
      residents: cell,
      workers: cell,
      households: cell,
      group: fc.integer({ min: 0, max: 4 }),
    }),
    {
      minLength: 1,
      maxLength: 25,
    },
  );

  test("whatever the grouping, the totals of the groups add up to those of the whole, and so do the parts of a ratio of sums", () => {
    fc.assert(
      fc.property(rows, (areas) => {
        const survey = makeSurvey(
          areas.map(({ group: _, ...figures }, i) => ({ area: `${i}`, figures })),
        );
        const grouping = { by: "group", groupOf: (i: number) => `${areas[i]?.group}` };
        const { wholes, groups } = analyse(survey, {
          indicators: [workersPer1000, householdSize],
          norms: [],
          periods: ["2023"],
          groupings: [grouping],
        });
        const members = wholes[0]?.members ?? [];
        expect(groups.flatMap((group) => group.members).sort((a, b) => a - b)).toEqual(members);
        for (const quantity of ["residents", "workers", "households"]) {
          const sum = groups
            .map((group) => totalOf(survey, group.members, quantity).value)
            .reduce((total, m) => total + (isExact(m) ? m.value : 0), 0);
          const whole = totalOf(survey, members, quantity).value;
          expect(sum).toBe(isExact(whole) ? whole.value : 0);
        }
        // Σ over groups of ratio × its residents is the whole's ratio × its residents, over the areas that have both.
        const both = areas.flatMap(({ residents, workers }, i) =>
          residents !== null && workers !== null ? [{ i, residents, workers }] : [],
        );
        const denominator = both.reduce((total, area) => total + area.residents, 0);
        const result = wholes[0]?.indicators[0]?.result;
        if (denominator === 0) expect(result && "absent" in result.value).toBe(true);
        else {
          const weighted = groups.reduce((total, group) => {
            const value = group.indicators[0]?.result.value;
            const own = both
              .filter(({ i }) => group.members.includes(i))
              .reduce((sum, area) => sum + area.residents, 0);
            return (
              total +
              (value && isExact(value)
                ? value.value * own
                : both
                    .filter(({ i }) => group.members.includes(i))
                    .reduce((sum, area) => sum + area.workers * 1000, 0))
            );
          }, 0);
          expect(result && isExact(result.value) ? result.value.value : Number.NaN).toBeCloseTo(
            weighted / denominator,
            6,
          );
        }
      }),
    );
  });

  test("a ratio of sums is not the mean of the ratios", () => {
    // fixtures/ratio-of-sums.csv: 20 workers ÷ 20,000 residents is 1 per 1,000; the mean of 1, 5, 1 and 0.2 is 1.8.
    const survey = makeSurvey(
      [
        ["甲社区", "320413001001", 10_000, 10],
        ["乙社区", "320413001002", 1000, 5],
        ["丙社区", "320413002001", 4000, 4],
        ["丁社区", "320482001001", 5000, 1],
      ].map(([area, code, residents, workers]) => ({
        area: String(area),
        code: String(code),
        figures: { residents: Number(residents), workers: Number(workers) },
      })),
    );
    const grouping = groupingByCode(survey, "street");
    const { wholes, groups, areas } = analyse(survey, {
      indicators: [workersPer1000],
      norms: [],
      periods: ["2023"],
      groupings: grouping ? [grouping] : [],
    });
    expect(wholes[0]?.indicators[0]?.result.value).toEqual(exact(1));
    const own = areas.map(({ results }) => results.get("workers_per_1000")?.value);
    expect(
      own.reduce((sum, m) => sum + (m && isExact(m) ? m.value : Number.NaN), 0) / 4,
    ).toBeCloseTo(1.8, 12);
    // 15 ÷ 11,000 × 1,000 in the first street.
    expect(groups.map(({ group }) => group)).toEqual(["320413001", "320413002", "320482001"]);
    expect(groups[0]?.indicators[0]?.result.value).toEqual(exact((15 / 11_000) * 1000));
  });
});

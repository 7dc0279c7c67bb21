import { beforeAll, describe, expect, it } from "vitest";
import { fixtureNumbers, sum } from "../fixtures/tables.ts";
import { analyze, figureOf, indicator, type Report } from "./report.ts";
import { cdj } from "./run.ts";

/**
 * A figure by its id: the arithmetic on the published counts, and the figure as print gives it, rounded.
 * The program's value must equal the first to 12 digits, and round to the second.
 */
type Worked = readonly [id: string, arithmetic: number, printed: string];

function compare(report: () => Report, figures: readonly Worked[]): void {
  it.each(figures)("%s", (id, arithmetic, printed) => {
    const decimals = printed.split(".")[1]?.length ?? 0;
    expect(
      Math.abs(arithmetic - Number(printed)),
      "the arithmetic of this test",
    ).toBeLessThanOrEqual(0.5 * 10 ** -decimals);
    expect(figureOf(report(), id) / arithmetic).toBeCloseTo(1, 12);
  });
}

/** Every number in an entry of the report, wherever it stands. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(numbersIn) : [];
}

describe("one community, 2009", () => {
  let report: Report;
  beforeAll(async () => {
    report = await analyze(
      "fixtures/community-2009.csv",
      "--norm",
      "ccp-general-branch,ccp-committee",
    );
  });

  compare(
    () => report,
    [
      ["household_size", 3833 / 1452, "2.64"],
      ["population_density", 3833 / 0.9, "4258.9"],
      ["members_60_plus_share", (122 / 240) * 100, "50.83"],
      ["members_per_branch", 240 / 8, "30"],
      ["in_service_ratio", (105 / 240) * 100, "43.75"],
      ["workers_per_1000", (16 / 3833) * 1000, "4.17"],
      ["workers_per_10000", (16 / 3833) * 10_000, "41.7"],
      ["households_per_worker", 1452 / 16, "90.75"],
      ["dibao_household_rate", (12 / 1452) * 1000, "8.26"],
      ["disabled_rate", (40 / 3833) * 1000, "10.4"],
      ["unemployed_to_residents", (56 / 3833) * 1000, "14.6"],
      ["member_density", (240 / 3833) * 1000, "62.6"],
      ["branches_without_venue_share", (2 / 8) * 100, "25"],
    ],
  );

  it("permits a committee where a general branch is held", () => {
    expect(report.areas[0]?.values.eligible_tier).toMatchObject({ class: "committee" });
    expect(figureOf(report, "tier_gap")).toBe(1);
  });
});

describe("one town, 2007", () => {
  let report: Report;
  beforeAll(async () => {
    report = await analyze(
      "fixtures/town-2007.csv",
      "--norm",
      "js-jintan-2007-office,js-cz-2007-workers",
    );
  });

  compare(
    () => report,
    [
      ["members_per_community", 877 / 13, "67.5"],
      ["residents_per_community", 130_000 / 13, "10000"],
      ["floating_ratio", (50_000 / 130_000) * 100, "38.5"],
      ["floating_share", (50_000 / 180_000) * 100, "27.8"],
      ["workers_per_1000", (39 / 130_000) * 1000, "0.30"],
      ["residents_per_worker", 130_000 / 39, "3333"],
      ["member_density", (877 / 130_000) * 1000, "6.7"],
    ],
  );

  it.each(["office_area_per_community", "office_area_shortfall"])(
    "has 10 of 13 communities (76.9 %%) below the office norm: %s",
    (id) => {
      const norm = indicator(report, id).norms?.find((n) => n.id === "js-jintan-2007-office");
      expect([norm?.areasMissing, norm?.areasTested]).toEqual([10, 13]);
    },
  );

  it("prints that share", async () => {
    const run = await cdj([
      "analyze",
      "fixtures/town-2007.csv",
      "--norm",
      "js-jintan-2007-office",
      "--lang",
      "en",
    ]);
    expect(((10 / 13) * 100).toFixed(1)).toBe("76.9");
    expect(run.stdout).toContain("10 of 13");
    expect(run.stdout).toContain("76.9 %");
  });

  it("misses the workers norm everywhere, on 130,000 residents and 50,000 floating", () => {
    const norm = indicator(report, "workers_per_1000_managed").norms?.find(
      (n) => n.id === "js-cz-2007-workers",
    );
    expect(norm).toMatchObject({ met: false, areasMissing: 13, areasTested: 13 });
    expect(norm?.gap).toBeCloseTo(1 - 39 / 180, 12);
  });

  it("gives the largest community 3 ÷ 16,000 × 1000 = 0.1875", () => {
    expect(report.areas.find((a) => a.area === "社区01")?.values.workers_per_1000).toEqual({
      value: 0.1875,
    });
  });

  it("counts 39 workers", async () => {
    const run = await cdj([
      "explain",
      "workers_per_1000",
      "fixtures/town-2007.csv",
      "--lang",
      "en",
    ]);
    expect(run.stdout).toContain("39 ÷ 130,000");
  });

  describe("the need for workers", () => {
    const residents = fixtureNumbers("town-2007.csv", "常住人口(人)");
    const floating = fixtureNumbers("town-2007.csv", "流动人口(人)");
    // The preset counts on the managed population, one for every full thousand.
    const needed = residents.map((r, i) => Math.floor((r + (floating[i] ?? Number.NaN)) / 1000));

    it("is summed per community", () => {
      expect(figureOf(report, "workers_needed")).toBe(sum(needed));
      expect(figureOf(report, "workers_shortfall")).toBe(
        sum(needed.map((n) => Math.max(0, n - 3))),
      );
    });

    it("stands beside the need on the totals: 130 on residents, 180 on the managed population, short 91 or 141", () => {
      expect(numbersIn(indicator(report, "workers_needed"))).toEqual(
        expect.arrayContaining([130, 180]),
      );
      expect(numbersIn(indicator(report, "workers_shortfall"))).toEqual(
        expect.arrayContaining([130 - 39, 180 - 39]),
      );
    });
  });

  it("lacks as much office space as the communities' areas say", () => {
    const short = fixtureNumbers("town-2007.csv", "办公用房面积(㎡)").map((area) =>
      Math.max(0, 500 - area),
    );
    expect(figureOf(report, "office_area_shortfall")).toBe(sum(short));
  });

  it("has the age structure of its four bands", () => {
    const old = sum(fixtureNumbers("town-2007.csv", "60岁以上党员(人)"));
    const young = sum(fixtureNumbers("town-2007.csv", "35岁及以下党员(人)"));
    const below46 = young + sum(fixtureNumbers("town-2007.csv", "36-45岁党员(人)"));
    const from46To59 = sum(fixtureNumbers("town-2007.csv", "46-59岁党员(人)"));
    expect(figureOf(report, "members_60_plus_share")).toBeCloseTo((old / 877) * 100, 12);
    expect(figureOf(report, "members_old_young_ratio")).toBeCloseTo((old / young) * 100, 12);
    // L + w·(N/2 − cf)/f on exact ages: the band is [46, 60).
    expect(figureOf(report, "members_median_age")).toBeCloseTo(
      46 + (14 * (877 / 2 - below46)) / from46To59,
      12,
    );
  });
});

describe("one county town", () => {
  let report: Report;
  beforeAll(async () => {
    report = await analyze("fixtures/county-town.csv");
  });

  compare(
    () => report,
    [
      ["household_size", 38_700 / 8332, "4.64"],
      ["households_per_community", 8332 / 4, "2083"],
      ["residents_per_community", 38_700 / 4, "9675"],
      ["floating_ratio", (4650 / 38_700) * 100, "12.0"],
      ["without_own_premises_share", (2 / 4) * 100, "50"],
      ["rented_share", (2 / 4) * 100, "50"],
    ],
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bandId, bandTitle, cover, parseBandId } from "../../src/codebook/age-band.ts";
import type { AgeBand } from "../../src/survey/totals.ts";

const open = Number.POSITIVE_INFINITY;
const band = (
  from: number,
  to: number,
  sex?: "male" | "female",
  of: AgeBand["of"] = "residents",
): AgeBand => ({ of, ...(sex && { sex }), from, to });
const sexes = fc.constantFrom(undefined, "male" as const, "female" as const);
const anyBand = fc
  .tuple(
    fc.constantFrom("residents" as const, "members" as const),
    sexes,
    fc.nat(120),
    fc.option(fc.integer({ min: 1, max: 60 }), { nil: open }),
  )
  .map(([of, sex, from, width]) => band(from, from + width, sex, of));

describe("ids", () => {
  test.each<[string, AgeBand]>([
    ["residents_60_plus", band(60, open)],
    ["members_36_45", band(36, 46, undefined, "members")],
    ["members_35_under", band(0, 36, undefined, "members")],
    ["residents_male_0", band(0, 1, "male")],
    ["residents_female_100_plus", band(100, open, "female")],
    ["residents_male", band(0, open, "male")],
    ["members_female", band(0, open, "female", "members")],
    ["residents_0_14", band(0, 15)],
    ["members_female_36_45", band(36, 46, "female", "members")],
  ])("%s", (id, expected) => {
    expect(parseBandId(id)).toEqual(expected);
    expect(bandId(expected)).toBe(id);
  });

  test("both ways of writing a band from birth on are read", () => {
    expect(parseBandId("residents_14_under")).toEqual(band(0, 15));
    expect(parseBandId("members_0_35")).toEqual(band(0, 36, undefined, "members"));
  });

  test.each([
    "residents",
    "members",
    "residents_",
    "residents_60",
    "members_new",
    "workers_60_plus",
    "residents_14_0",
    "residents_007",
    "residents_60_plus_",
    "",
  ])("“%s” is a single year or no band", (id) => {
    expect(parseBandId(id)).toEqual(id === "residents_60" ? band(60, 61) : undefined);
  });

  test("the band of all ages and both sexes has the variable's id", () => {
    expect(bandId(band(0, open))).toBe("residents");
  });

  test("every band but that comes back from its id", () => {
    fc.assert(
      fc.property(anyBand, (b) => {
        if (b.sex === undefined && b.from === 0 && b.to === open) return;
        expect(parseBandId(bandId(b))).toEqual(b);
      }),
    );
  });
});

describe("titles", () => {
  test.each([
    ["members_60_plus", "Members aged 60+", "60岁及以上党员", "60歲以上黨員"],
    ["members_35_under", "Members aged 35 or under", "35岁及以下党员", "35歲以下黨員"],
    ["residents_0_14", "Residents aged 0–14", "0～14岁人口", "0～14歲人口"],
    ["residents_male", "Male residents", "男性人口", "男性人口"],
    ["members_female", "Female members", "女党员", "女黨員"],
    ["residents_female_0", "Female residents aged 0", "0岁女性人口", "0歲女性人口"],
  ])("%s", (id, en, zhCN, zhTW) => {
    expect(bandTitle(parseBandId(id) as AgeBand)).toEqual({ en, "zh-CN": zhCN, "zh-TW": zhTW });
  });
});

describe("cover", () => {
  const single = ["male" as const, "female" as const].flatMap((sex) => [
    ...Array.from({ length: 100 }, (_, age) => band(age, age + 1, sex)),
    band(100, open, sex),
  ]);

  test("202 single years by sex make any band up to 100+", () => {
    // 40 ages from 60 to 99 and 100+, twice
    expect(cover(single, band(60, open))).toHaveLength(82);
    expect(cover(single, band(0, open))).toHaveLength(202);
    expect(cover(single, band(15, 65, "female"))).toHaveLength(50);
    expect(cover(single, band(0, open, "male"))).toHaveLength(101);
  });

  test("the fewest bands are taken", () => {
    expect(
      cover(
        [...single, band(60, open), band(60, open, "male"), band(60, open, "female")],
        band(60, open),
      ),
    ).toEqual([202]);
    expect(
      cover([...single, band(0, open, "male"), band(0, open, "female")], band(0, open)),
    ).toEqual([202, 203]);
  });

  test("sexes may be told apart in a part of the range", () => {
    expect(
      cover(
        [
          band(0, 15),
          band(15, 60, "male"),
          band(15, 40, "female"),
          band(40, 60, "female"),
          band(60, open),
        ],
        band(0, open),
      ),
    ).toEqual([0, 1, 2, 3, 4]);
  });

  test("a band over an edge straddles; a gap, another subject or only totals by sex are missing", () => {
    expect(cover([band(60, open)], band(65, open))).toBe("band-straddles");
    expect(cover([band(65, open)], band(60, open))).toBe("missing-variable");
    expect(cover([band(60, open, undefined, "members")], band(60, open))).toBe("missing-variable");
    expect(cover([band(0, open, "male"), band(0, open, "female")], band(60, open))).toBe(
      "missing-variable",
    );
    expect(cover([band(60, open)], band(60, open, "male"))).toBe("missing-variable");
    expect(cover([], band(60, open))).toBe("missing-variable");
  });

  test("one sex alone does not make both", () => {
    expect(cover([band(60, open, "male")], band(60, open))).toBe("missing-variable");
  });

  const age = fc.integer({ min: 0, max: 5 });
  const small = fc
    .tuple(sexes, age, fc.integer({ min: 1, max: 4 }))
    .map(([sex, from, width]) => band(from, from + width >= 6 ? open : from + width, sex));

  /** Whether a set of bands fills the wanted one exactly once: by counting, for each sex and each year from 0 to 6. */
  const fills = (bands: readonly AgeBand[], wanted: AgeBand): boolean => {
    for (const sex of ["male", "female"] as const) {
      for (let year = 0; year <= 6; year++) {
        const asked =
          (wanted.sex === undefined || wanted.sex === sex) &&
          year >= wanted.from &&
          year < wanted.to;
        const times = bands.filter(
          (b) => (b.sex === undefined || b.sex === sex) && year >= b.from && year < b.to,
        ).length;
        if (times !== (asked ? 1 : 0)) return false;
      }
    }
    return true;
  };

  test("agrees with trying every subset", () => {
    fc.assert(
      fc.property(fc.array(small, { maxLength: 8 }), small, (have, wanted) => {
        let fewest = Number.POSITIVE_INFINITY;
        for (let mask = 1; mask < 1 << have.length; mask++) {
          const chosen = have.filter((_, i) => mask & (1 << i));
          if (chosen.length < fewest && fills(chosen, wanted)) fewest = chosen.length;
        }
        const found = cover(have, wanted);
        if (typeof found === "string") expect(fewest).toBe(Number.POSITIVE_INFINITY);
        else {
          expect(
            fills(
              found.map((i) => have[i] as AgeBand),
              wanted,
            ),
          ).toBe(true);
          expect(found.length).toBe(fewest);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

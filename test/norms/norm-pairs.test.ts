import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Analysis, analyse } from "../../src/analysis/analyse.ts";
import { normStates } from "../../src/analysis/norm-states.ts";
import type { Indicator } from "../../src/indicators/define.ts";
import { speaksOf } from "../../src/indicators/define.ts";
import { indicators } from "../../src/indicators/index.ts";
import { withIndicatorsForNorms } from "../../src/indicators/of-variable.ts";
import { ownNorm } from "../../src/norms/config-norm.ts";
import { norms as presets } from "../../src/norms/index.ts";
import { withJoined } from "../../src/norms/joined-norms.ts";
import { unmeasuredSubjects } from "../../src/norms/subjects.ts";
import type { Norm } from "../../src/survey/norm.ts";
import { isBound } from "../../src/survey/norm-standing.ts";
import { makeSurvey, type Row } from "../analysis/make-survey.ts";

const known: readonly Indicator[] = indicators;

const analysed = (rows: readonly Row[], named: readonly Norm[]): Analysis => {
  const norms = withJoined(named);
  return analyse(makeSurvey(rows), {
    indicators: withIndicatorsForNorms(norms, known),
    norms,
    periods: ["2023"],
    groupings: [],
  });
};

/** Everything that is said under one norm: of the whole and of each area. */
const under = (analysis: Analysis, { id }: Norm): unknown => ({
  whole: analysis.wholes[0]?.indicators.flatMap(({ indicator, norms }) =>
    norms.filter((one) => one.norm.id === id).map((one) => [indicator.id, one]),
  ),
  areas: analysis.areas.map((area) =>
    analysis.indicators.flatMap((indicator) => {
      const told = area.under(indicator.id, id);
      return told ? [[indicator.id, told]] : [];
    }),
  ),
  state: normStates(analysis, known).find(({ norm }) => norm.id === id),
});

const own = [
  "office_area=300",
  "office_area=500",
  "workers_per_1000>=1",
  "workers_per_10000>=18",
  "workers=5..7",
  "facility_area>=600",
  "members<=120",
  "members_60_plus_share<=40",
  "households=1000..3000",
].map((text) => ownNorm(text) as Norm);

const quantities = [
  "households",
  "residents",
  "floating_population",
  "managed_population",
  "workers",
  "office_area",
  "facility_area",
  "members",
  "members_60_plus",
  "committee_members",
];

const row = fc.record({
  figures: fc.record(
    Object.fromEntries(
      quantities.map((id) => [
        id,
        fc.option(fc.integer({ min: 1, max: id === "residents" ? 20000 : 4000 })),
      ]),
    ),
  ),
});

test("what is said under a norm is what is said when it is named alone, whatever others are named and in whatever order", () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 5 }),
      fc
        .uniqueArray(fc.constantFrom(...presets, ...own), {
          minLength: 2,
          maxLength: 5,
          selector: ({ id }) => id,
        })
        .chain((chosen) =>
          fc.tuple(fc.constant(chosen), fc.shuffledSubarray(chosen, { minLength: chosen.length })),
        ),
      (made, [chosen, shuffled]) => {
        const rows = made.map(({ figures }, i): Row => ({ area: `社区${i}`, figures }));
        const together = analysed(rows, chosen);
        const otherwise = analysed(rows, shuffled);
        for (const norm of chosen) {
          const alone = under(analysed(rows, [norm]), norm);
          expect(under(together, norm)).toEqual(alone);
          expect(under(otherwise, norm)).toEqual(alone);
        }
      },
    ),
    { numRuns: 60 },
  );
});

/** Communities whose figures are far apart, so that some lie on either side of any threshold. */
const wide = (needs: readonly string[]): Row[] => {
  const sizes = [1, 2, 4, 6, 8, 30, 60, 75, 120, 400, 900, 2000, 9000, 25000, 300000];
  return Array.from({ length: 400 }, (_, i) => ({
    area: `社区${i}`,
    figures: Object.fromEntries(
      needs.map((id, k) => [
        id,
        sizes[Math.floor(i * (k === 0 ? 1 : 1 / (k * 7)) + k) % sizes.length] as number,
      ]),
    ),
  }));
};

describe("every preset", () => {
  test.each(presets.map((norm): [string, Norm] => [norm.id, norm]))("%s", (_, norm) => {
    const speaking = withIndicatorsForNorms([norm], known).filter((one) => speaksOf(norm, one));
    if (unmeasuredSubjects[norm.subject]) {
      const state = normStates(analysed(wide(["households"]), [norm]), known)[0];
      expect(state?.against).toEqual({ reason: "unmeasured" });
      return;
    }
    expect(speaking).not.toEqual([]);
    const analysis = analysed(wide([...new Set(speaking.flatMap(({ needs }) => needs))]), [norm]);
    expect(normStates(analysis, known)[0]?.against).toBeUndefined();
    if (!isBound(norm)) return;
    const pairs = analysis.wholes[0]?.indicators.flatMap((entry) => entry.norms) ?? [];
    // An edge of a classification asks nothing of anybody: it parts communities into classes.
    const parts = pairs.some(
      ({ areasMissing, areasTested, result }) =>
        (areasMissing > 0 && areasMissing < areasTested) ||
        Object.values(result.classes ?? {}).filter((count) => count > 0).length > 1,
    );
    expect(parts).toBe(true);
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { analyse } from "../../src/analysis/analyse.ts";
import { groupAnalysis, observationsOf, partOf } from "../../src/analysis/partial-survey.ts";
import { type Subject, variableSubject } from "../../src/analysis/subject.ts";
import { compare } from "../../src/change/compare-surveys.ts";
import { isAbsent, isExact } from "../../src/survey/measured.ts";
import { makeSurvey } from "./make-survey.ts";

const count = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
  fc.integer({ min: 5, max: 12 }),
  fc.constant(null),
);
const areas = fc.array(
  fc.record({ street: fc.constantFrom("东", "西"), before: count, after: count }),
  { minLength: 2, maxLength: 7 },
);

test("the change of a group is that of sums that its tables show, or of cells that they show: it tells nothing more", () => {
  fc.assert(
    fc.property(areas, fc.integer({ min: 3, max: 5 }), (rows, minCell) => {
      const survey = makeSurvey(
        ["2022", "2023"].flatMap((period) =>
          rows.map(({ before, after }, i) => ({
            area: `社区${i}`,
            period,
            figures: { dibao_households: period === "2022" ? before : after, households: 900 },
          })),
        ),
      );
      const analysis = analyse(survey, {
        indicators: [],
        norms: [],
        periods: ["2022", "2023"],
        groupings: [{ by: "street", groupOf: (i) => rows[i % rows.length]?.street }],
        protection: { minCell, sensitive: [], suppress: [] },
      });
      for (const street of new Set(rows.map((row) => row.street))) {
        const own = groupAnalysis(analysis, "street", street);
        const [from, to] = own.wholes as [(typeof own.wholes)[number], (typeof own.wholes)[number]];
        const part = partOf(analysis.survey, observationsOf(analysis, "street", street));
        const { subjects, notCompared } = compare(part, {
          from: "2022",
          to: "2023",
          indicators: [],
          norms: [],
          groupings: [],
          variables: [variableSubject("dibao_households") as Subject],
          indicatorSubjects: [],
          bases: { from: undefined, to: undefined },
          boundaries: [],
          wholes: { from, to },
        });
        const cell = (i: number) => analysis.survey.series("dibao_households").at(i);
        for (const { change, areas: k, unreported, withheld } of subjects) {
          for (const [end, whole] of [["from", from] as const, ["to", to] as const]) {
            const figure = change[end];
            if (!isExact(figure)) continue;
            const hidden = whole.members.filter(
              (i) => "absent" in cell(i) && (cell(i) as { absent: string }).absent === "suppressed",
            );
            const total = whole.protectedTotals?.get("dibao_households")?.value;
            // A sum over withheld cells is one that the tables of the group show.
            if (k === whole.members.length && hidden.length > 0) expect(figure).toEqual(total);
            if (total !== undefined && isAbsent(total))
              expect(k).toBeLessThan(whole.members.length);
          }
          const both = from.members.map((i, at) => [cell(i), cell(to.members[at] as number)]);
          const gaps = both.filter((pair) =>
            pair.some((m) => isAbsent(m) && m.absent !== "suppressed"),
          );
          expect(unreported).toBe(gaps.length);
          expect(k + unreported + withheld).toBe(from.members.length);
        }
        // What is withheld is never called missing.
        const lacking = from.members.filter((i, at) =>
          [cell(i), cell(to.members[at] as number)].some(
            (m) => isAbsent(m) && m.absent !== "suppressed",
          ),
        );
        for (const left of notCompared)
          if (left.reason === "areas-without") expect(left.areas).toHaveLength(lacking.length);
      }
    }),
    { numRuns: 200 },
  );
});

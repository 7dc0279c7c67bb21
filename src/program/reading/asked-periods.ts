import { comparePeriods, parsePeriod } from "../../intake/cells/period.ts";
import type { Period } from "../../survey/area.ts";
import { CdjError } from "../../survey/error.ts";
import type { ReadSurvey } from "./read-survey.ts";

/** All periods of a survey in order; null stands for that of tables that name none. */
export const periodsOf = ({ survey }: Pick<ReadSurvey, "survey">): (Period | null)[] =>
  [...new Set(survey.observations.map((observation) => observation.period))].sort((a, b) =>
    a === null ? -1 : b === null ? 1 : comparePeriods(a, b),
  );

/** The periods that `--period` names, in its order. Throws a CdjError for one that no row has. */
export function askedPeriods(
  read: Pick<ReadSurvey, "survey">,
  asked: readonly string[],
): (Period | null)[] {
  const all = periodsOf(read);
  if (asked.includes("all")) return all;
  return asked.map((text) => {
    // 2005/06 is a month or a split year, whichever the tables have.
    const readings = [text, parsePeriod(text), parsePeriod(text, { splitYears: true })];
    const period = readings.find((reading) => reading !== undefined && all.includes(reading));
    if (period === undefined) {
      const named = all.filter((p) => p !== null);
      throw new CdjError(named.length === 0 ? "no-periods" : "unknown-period", {
        period: text,
        periods: named,
      });
    }
    return period;
  });
}

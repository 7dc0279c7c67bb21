import { parseBandId } from "../codebook/age-band.ts";
import { findVariable } from "../codebook/index.ts";
import { type LastDigits, lastDigits } from "../statistics/last-digits.ts";
import type { Period } from "../survey/area.ts";
import { isExact } from "../survey/measured.ts";
import type { Survey } from "./observed-survey.ts";

/** Cells that hold a figure, of those that should: one for each area and column. */
export interface Completeness {
  readonly filled: number;
  readonly expected: number;
}

/** What the table of one period says about its own quality. */
export interface Quality {
  readonly period: Period | null;
  readonly completeness: Completeness;
  /** Variable or age band → its own completeness, in the order of the columns; only those with a gap. */
  readonly gaps: ReadonlyMap<string, Completeness>;
  /** Last digits of all counts. */
  readonly heaping: LastDigits;
}

/** Completeness (filled ÷ expected cells) and the last digits of the counts, over the areas of one period. */
export function qualityOf(survey: Survey, period: Period | null): Quality {
  const areas = survey.observations.flatMap((observation, i) =>
    observation.period === period ? [i] : [],
  );
  const counts: number[] = [];
  const gaps = new Map<string, Completeness>();
  let filled = 0;
  let expected = 0;
  for (const [id, column] of survey.quantities) {
    const held = areas.filter((i) => column.count(i) > 0);
    // A column of other periods only is not expected in this one.
    if (held.length === 0 && survey.observations.some((_, i) => column.count(i) > 0)) continue;
    filled += held.length;
    expected += areas.length;
    if (held.length < areas.length) gaps.set(id, { filled: held.length, expected: areas.length });
    if (!isCount(id)) continue;
    // The series, not the column: what is withheld has no digits to tell.
    const series = survey.series(id);
    for (const figure of held.map((i) => series.at(i)))
      if (isExact(figure)) counts.push(figure.value);
  }
  return { period, completeness: { filled, expected }, gaps, heaping: lastDigits(counts) };
}

const isCount = (id: string): boolean =>
  (findVariable(id)?.kind ?? (parseBandId(id) ? "count" : undefined)) === "count";

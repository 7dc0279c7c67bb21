import { type Arithmetic, evaluate, figure } from "../formula/expression.ts";
import { yearsOf } from "../statistics/ages.ts";
import { type Absent, absent, isAbsent, type Measured } from "../survey/measured.ts";
import type { Totals } from "../survey/totals.ts";
import { bandCounter, sumsOf } from "./band-counter.ts";
import type { Coverage, Result } from "./define.ts";

export interface SingleYears {
  readonly at: (age: number) => Arithmetic;
  readonly coverage: Coverage;
}

/**
 * Residents by single year of age, over the communities that have all of the years from `from` up to `to`. "missing-variable" without any age band,
 * "not-single-year" where a year is part of a wider band only, "no-data" where single years are not filled.
 */
export function singleYears(totals: Totals, from: number, to: number): SingleYears | Absent {
  const years = yearsOf(from, to);
  const count = bandCounter(totals, "residents");
  if (count.spans.length === 0) return absent("missing-variable");
  const single = new Set(
    count.spans.filter((span) => span.to === span.from + 1).map((span) => span.from),
  );
  if (!years.every((age) => single.has(age))) return absent("not-single-year");
  const found = sumsOf(
    years.map((age) => count.of({ from: age, to: age + 1 })),
    totals.size,
  );
  if (!found) return absent("no-data");
  return {
    at: (age) => figure(found.sums[age - from] as Measured),
    coverage: { areas: found.areas, of: totals.size },
  };
}

/** The people of these ages together. */
export const over = (ages: readonly number[], at: SingleYears["at"]): Arithmetic => ({
  sum: ages.map(at),
});

/** A figure from its arithmetic. */
export function resultOf(arithmetic: Arithmetic, coverage: Coverage): Result {
  const value = evaluate(arithmetic);
  return isAbsent(value) ? { value, coverage } : { value, coverage, arithmetic };
}

/** What the indices of age heaping have in common. */
export const heaping = {
  theme: "age",
  unit: "index",
  rollup: "pooled",
  needs: ["residents"],
} as const;

/** A population by single years of age, for worked examples. */
export const singleYearsOf = (
  from: number,
  to: number,
  count: (age: number) => number,
): Record<string, readonly number[]> =>
  Object.fromEntries(yearsOf(from, to).map((age) => [`residents_${age}`, [count(age)]]));

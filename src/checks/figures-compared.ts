import { medianSorted } from "simple-statistics";
import { plainAt } from "../survey/plain-figures.ts";
import type { Series } from "../survey/totals.ts";
import type { Evidence } from "./evidence.ts";

/** A figure known exactly: neither absent nor a range nor approximate. */
export function figureAt(series: Series | undefined, index: number): number | undefined {
  return series && plainAt(series, index);
}

const periods = new WeakMap<Evidence, ReadonlyMap<string, readonly number[]>>();

/** The positions of all observations of one period after another, in the order of the periods. */
export function byPeriod(evidence: Evidence): ReadonlyMap<string, readonly number[]> {
  let groups = periods.get(evidence);
  if (!groups) {
    groups = groupByPeriod(evidence);
    periods.set(evidence, groups);
  }
  return groups;
}

function groupByPeriod(evidence: Evidence): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (let index = 0; index < evidence.size; index++) {
    const period = evidence.subject(index).period ?? "";
    const group = groups.get(period);
    if (group) group.push(index);
    else groups.set(period, [index]);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * How far a sum of `terms` figures may lie from a stated one when each is rounded to the last place written. Columns in 万 are rounded;
 * counts in single units are not. The last place is the greatest power of ten that divides every figure at hand.
 */
export function roundingTolerance(
  evidence: Evidence,
  quantities: readonly string[],
  terms: number,
  indices?: readonly number[],
): number {
  const place = Math.max(
    0,
    ...quantities.map((quantity) => lastPlace(evidence, quantity, indices)),
  );
  return place === 0 ? 0 : ((terms + 1) * place) / 2;
}

const most = 1000;

function lastPlace(evidence: Evidence, quantity: string, indices?: readonly number[]): number {
  const exponent = evidence.exponent(quantity);
  if (exponent <= 0) return 0;
  const series = evidence.recorded(quantity);
  let place = 10 ** exponent;
  const count = Math.min(indices?.length ?? evidence.size, most);
  for (let i = 0; i < count && place > 1; i++) {
    const figure = figureAt(series, indices?.[i] ?? i);
    while (
      figure !== undefined &&
      place > 1 &&
      Math.abs(figure / place - Math.round(figure / place)) > 1e-9
    )
      place /= 10;
  }
  return place > 1 ? place : 0;
}

/** Whether two figures are the same but for the rounding of sums of doubles. */
export const same = (a: number, b: number, tolerance = 0): boolean =>
  Math.abs(a - b) <= tolerance + 1e-9 * Math.max(Math.abs(a), Math.abs(b));

/** Median of at least one number. Sorted as doubles, which is several times faster than by a comparison. */
export const medianOf = (numbers: ArrayLike<number>): number =>
  medianSorted(Float64Array.from(numbers).sort() as unknown as number[]);

/** A number with at most so many significant digits, as a message prints it. */
export const significant = (value: number, digits = 4): number => Number(value.toPrecision(digits));

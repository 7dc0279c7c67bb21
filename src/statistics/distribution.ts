import { sampleStandardDeviation, sum } from "simple-statistics";
import { type QuantileType, quantile } from "./quantile.ts";

/** A set of numbers in short. What cannot be computed is undefined. */
export interface Summary {
  readonly n: number;
  readonly sum: number;
  readonly min?: number;
  readonly q1?: number;
  readonly median?: number;
  readonly q3?: number;
  readonly max?: number;
  readonly mean?: number;
  /** With n − 1; undefined for fewer than two values. */
  readonly sd?: number;
  /** sd ÷ mean; undefined where the mean is not above 0. */
  readonly cv?: number;
  /** Undefined where the least value is not above 0. */
  readonly maxToMin?: number;
}

/** The least and greatest value, quartiles of the named type, mean, standard deviation (n − 1), coefficient of variation and max ÷ min. */
export function summarise(values: readonly number[], type: QuantileType = 7): Summary {
  const n = values.length;
  if (n === 0) return { n, sum: 0 };
  // In order, so that the order of the rows never shows in the last digits.
  const sorted = [...values].sort((a, b) => a - b);
  const whole = sum(sorted);
  const mean = whole / n;
  const sd = n < 2 ? undefined : sampleStandardDeviation(sorted);
  const min = sorted[0] as number;
  const max = sorted[n - 1] as number;
  return {
    n,
    sum: whole,
    min,
    q1: quantile(sorted, 0.25, type) as number,
    median: quantile(sorted, 0.5, type) as number,
    q3: quantile(sorted, 0.75, type) as number,
    max,
    mean,
    ...(sd !== undefined && { sd }),
    ...(sd !== undefined && mean > 0 && { cv: sd / mean }),
    ...(min > 0 && { maxToMin: max / min }),
  };
}

import { sum } from "simple-statistics";

/** The sum of products x·w. */
export const sumOfProducts = (values: readonly number[], weights: readonly number[]): number =>
  sum(values.map((value, i) => value * (weights[i] as number)));

/**
 * A sum carried in two doubles, so that the order of the terms hardly shows; 0 for no terms.
 * A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen (1974).
 */
export function sumOf(values: Iterable<number>): number {
  let sum = 0;
  let compensation = 0;
  for (const value of values) {
    const total = sum + value;
    compensation += Math.abs(sum) >= Math.abs(value) ? sum - total + value : value - total + sum;
    sum = total;
  }
  return sum + compensation;
}

/** The sum of products x·w. */
export const sumOfProducts = (values: readonly number[], weights: readonly number[]): number =>
  sumOf(values.map((value, i) => value * (weights[i] as number)));

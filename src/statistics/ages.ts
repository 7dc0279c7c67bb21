/** A count of people whose completed ages are at least `from` and below `to`; `to` is Infinity for an open band. */
export interface CountedBand {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const total = (counts: Iterable<number>): number => {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
};

/**
 * The position of the band that holds the median: the first whose running total reaches half of all. undefined when nobody is counted.
 * Bands come in rising order without gaps.
 */
export function medianBand(counts: readonly number[]): number | undefined {
  const half = total(counts) / 2;
  if (half === 0) return undefined;
  let below = 0;
  for (let i = 0; i < counts.length; i++) {
    below += counts[i] as number;
    if (below >= half) return i;
  }
  return undefined;
}

/**
 * The median of grouped ages, L + w·(N/2 − cf)/f on exact ages (“31–35” is [31, 36)). undefined when nobody is counted or
 * the median falls in a band without an upper edge.
 */
export function groupedMedian(bands: readonly CountedBand[]): number | undefined {
  const counts = bands.map((band) => band.count);
  const position = medianBand(counts);
  if (position === undefined) return undefined;
  const { from, to, count } = bands[position] as CountedBand;
  if (to === Number.POSITIVE_INFINITY) return undefined;
  return from + ((to - from) * (total(counts) / 2 - total(counts.slice(0, position)))) / count;
}

/** The mean of grouped ages, Σ f·midpoint ÷ N; undefined when nobody is counted. Midpoints come in the order of the counts. */
export function groupedMean(
  counts: readonly number[],
  midpoints: readonly number[],
): number | undefined {
  const people = total(counts);
  return people === 0
    ? undefined
    : total(counts.map((count, i) => count * (midpoints[i] as number))) / people;
}

export const whippleAges = { from: 23, to: 63, heaped: [25, 30, 35, 40, 45, 50, 55, 60] } as const;

/**
 * How the two series of Myers' method are cut within the ages 10 to 89. `orig`: both hold seven decades (10s–70s and 20s–80s), so that a straight
 * line of ages blends to equal digits. `pasex`: the first holds all eight decades, the second seven (the US Census Bureau's spreadsheets).
 */
export const myersVariants = ["orig", "pasex"] as const;
export type MyersVariant = (typeof myersVariants)[number];
export const myersAges = { from: 10, to: 90 } as const;

/** The two series of ages with one last digit and the weights that blend them: digit + 1 and 9 − digit. */
export function myersSeries(
  digit: number,
  variant: MyersVariant,
): readonly { readonly weight: number; readonly ages: readonly number[] }[] {
  const decades = (first: number, last: number) =>
    Array.from({ length: (last - first) / 10 + 1 }, (_, k) => first + 10 * k + digit);
  return [
    { weight: digit + 1, ages: decades(10, variant === "orig" ? 70 : 80) },
    { weight: 9 - digit, ages: decades(20, 80) },
  ];
}

/** The single years from `from` up to, not including, `to`. */
export const yearsOf = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, k) => from + k);

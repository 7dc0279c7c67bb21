/** The nine definitions of a sample quantile in R. Type 7 is the default of R, NumPy and Excel's QUARTILE.INC; type 6 is Excel's QUARTILE.EXC, Minitab and SPSS. */
export const quantileTypes = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type QuantileType = (typeof quantileTypes)[number];

/** The a and b of the continuous types: the position of the quantile is a + p·(n + 1 − a − b), counted from 1. */
const continuous: Readonly<Record<4 | 5 | 6 | 7 | 8 | 9, readonly [number, number]>> = {
  4: [0, 1],
  5: [0.5, 0.5],
  6: [0, 0],
  7: [1, 1],
  8: [1 / 3, 1 / 3],
  9: [3 / 8, 3 / 8],
};

/** What counts as a whole number after rounding errors, as in R. */
const fuzz = 4 * Number.EPSILON;

/**
 * The quantile of values in rising order at the share `p` (0 to 1); undefined when there are none.
 * R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996).
 */
export function quantile(
  sorted: readonly number[],
  p: number,
  type: QuantileType = 7,
): number | undefined {
  if (sorted.length === 0) return undefined;
  const { whole, part } =
    type <= 3
      ? stepAt(sorted.length, p, type as 1 | 2 | 3)
      : pointAt(sorted.length, p, type as 4 | 5 | 6 | 7 | 8 | 9);
  const below = nth(sorted, whole);
  const above = nth(sorted, whole + 1);
  return part === 0 || below === above
    ? below
    : part === 1
      ? above
      : (1 - part) * below + part * above;
}

/** The element at a position counted from 1; beyond either end that end. */
const nth = (sorted: readonly number[], position: number): number =>
  sorted[Math.min(Math.max(position, 1), sorted.length) - 1] as number;

interface Position {
  readonly whole: number;
  /** How far towards the next element, 0 to 1. */
  readonly part: number;
}

function pointAt(n: number, p: number, type: 4 | 5 | 6 | 7 | 8 | 9): Position {
  const [a, b] = continuous[type];
  const at = a + p * (n + 1 - a - b);
  const whole = Math.floor(at + fuzz);
  const part = at - whole;
  return { whole, part: Math.abs(part) < fuzz ? 0 : part };
}

function stepAt(n: number, p: number, type: 1 | 2 | 3): Position {
  const at = type === 3 ? n * p - 0.5 : n * p;
  const whole = Math.floor(at + fuzz);
  const beyond = at > whole + fuzz;
  if (type === 1) return { whole, part: beyond ? 1 : 0 };
  if (type === 2) return { whole, part: beyond ? 1 : 0.5 };
  return { whole, part: beyond || whole % 2 !== 0 ? 1 : 0 };
}

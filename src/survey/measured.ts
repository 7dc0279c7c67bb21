/** Why a figure cannot be told. Each has words in every locale. */
export const absentReasons = [
  "missing-variable",
  "no-data",
  "zero-denominator",
  "no-norm",
  "several-norms",
  "no-reference",
  "no-total",
  "band-straddles",
  "open-band",
  "not-single-year",
  "suppressed",
  "withheld",
  "rows-uncertain",
] as const;
export type AbsentReason = (typeof absentReasons)[number];

export interface Exact {
  readonly value: number;
  readonly approximate?: true;
}
/** All values between low and high; a bound is part of it unless open. An unbounded side is ±Infinity. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen?: true;
  readonly highOpen?: true;
}
export interface Absent {
  readonly absent: AbsentReason;
}
/** A figure as far as it is known: never NaN, never null, never 0 for "cannot tell". */
export type Measured = Exact | Interval | Absent;

export const isAbsent = (m: Measured): m is Absent => "absent" in m;
/** Known, but not to be shown: too small, or withheld by the config. */
export const isWithheld = (m: Measured): m is Absent =>
  "absent" in m && (m.absent === "suppressed" || m.absent === "withheld");
export const isExact = (m: Measured): m is Exact => "value" in m;
export const isInterval = (m: Measured): m is Interval => "low" in m;

export const exact = (value: number, approximate = false): Exact =>
  approximate ? { value, approximate: true } : { value };
const absences = Object.fromEntries(
  absentReasons.map((reason) => [reason, Object.freeze({ absent: reason })]),
) as Readonly<Record<AbsentReason, Absent>>;
export const absent = (reason: AbsentReason): Absent => absences[reason];

/** An interval, or the value itself when both bounds meet and are closed. */
export function interval(low: number, high: number, lowOpen = false, highOpen = false): Measured {
  if (low === high && !lowOpen && !highOpen) return { value: low };
  return { low, high, ...(lowOpen && { lowOpen }), ...(highOpen && { highOpen }) } as Interval;
}

interface Bounds {
  low: number;
  high: number;
  lowOpen: boolean;
  highOpen: boolean;
  approximate: boolean;
}

function boundsOf(m: Exact | Interval): Bounds {
  if (isExact(m))
    return {
      low: m.value,
      high: m.value,
      lowOpen: false,
      highOpen: false,
      approximate: m.approximate === true,
    };
  return {
    low: m.low,
    high: m.high,
    lowOpen: m.lowOpen === true,
    highOpen: m.highOpen === true,
    approximate: false,
  };
}

/** The least value it can have; undefined when absent. */
export const lowest = (m: Measured): number | undefined =>
  isAbsent(m) ? undefined : isExact(m) ? m.value : m.low;
/** The greatest value it can have; undefined when absent. */
export const highest = (m: Measured): number | undefined =>
  isAbsent(m) ? undefined : isExact(m) ? m.value : m.high;

/** Applies a function that never falls (a fixed factor, max(0, ·), rounding up) to a figure. */
export function mapIncreasing(m: Measured, f: (x: number) => number): Measured {
  if (isAbsent(m)) return m;
  const b = boundsOf(m);
  if (isExact(m)) return exact(f(m.value), b.approximate);
  const low = f(b.low);
  const high = f(b.high);
  return low === high ? exact(low) : interval(low, high, b.lowOpen, b.highOpen);
}

const corner = (
  x: number,
  xOpen: boolean,
  y: number,
  yOpen: boolean,
  f: (x: number, y: number) => number,
) => ({
  at: f(x, y),
  open: xOpen || yOpen,
});

function combine(a: Measured, b: Measured, f: (x: number, y: number) => number): Measured {
  if (isAbsent(a)) return a;
  if (isAbsent(b)) return b;
  if (isExact(a) && isExact(b))
    return exact(f(a.value, b.value), a.approximate === true || b.approximate === true);
  const x = boundsOf(a);
  const y = boundsOf(b);
  const corners = [
    corner(x.low, x.lowOpen, y.low, y.lowOpen, f),
    corner(x.low, x.lowOpen, y.high, y.highOpen, f),
    corner(x.high, x.highOpen, y.low, y.lowOpen, f),
    corner(x.high, x.highOpen, y.high, y.highOpen, f),
  ];
  const low = Math.min(...corners.map((c) => c.at));
  const high = Math.max(...corners.map((c) => c.at));
  // A bound is reached if any corner that attains it is reached.
  const lowOpen = corners.filter((c) => c.at === low).every((c) => c.open);
  const highOpen = corners.filter((c) => c.at === high).every((c) => c.open);
  return interval(low, high, lowOpen, highOpen);
}

export const add = (a: Measured, b: Measured): Measured => combine(a, b, (x, y) => x + y);
export const subtract = (a: Measured, b: Measured): Measured => combine(a, b, (x, y) => x - y);
export const multiply = (a: Measured, b: Measured): Measured =>
  combine(a, b, (x, y) => (x === 0 || y === 0 ? 0 : x * y));

/** a ÷ b; absent with "zero-denominator" when b is, or may be, zero. */
export function divide(a: Measured, b: Measured): Measured {
  if (isAbsent(a)) return a;
  if (isAbsent(b)) return b;
  const { low, high } = boundsOf(b);
  if (low <= 0 && high >= 0) return absent("zero-denominator");
  return combine(a, b, (x, y) => x / y);
}

export const largest = (a: Measured, b: Measured): Measured => combineMonotone(a, b, Math.max);
export const smallest = (a: Measured, b: Measured): Measured => combineMonotone(a, b, Math.min);

function combineMonotone(a: Measured, b: Measured, f: (x: number, y: number) => number): Measured {
  if (isAbsent(a)) return a;
  if (isAbsent(b)) return b;
  if (isExact(a) && isExact(b))
    return exact(f(a.value, b.value), a.approximate === true || b.approximate === true);
  const x = boundsOf(a);
  const y = boundsOf(b);
  const low = f(x.low, y.low);
  const high = f(x.high, y.high);
  // The greater of two is as low as its bound only where both are; as high where one is. The lesser, the other way round.
  const one = (at: number, m: number, mOpen: boolean, n: number, nOpen: boolean) =>
    (at === m && !mOpen) || (at === n && !nOpen);
  const both = (at: number, m: number, mOpen: boolean, n: number, nOpen: boolean) =>
    (at !== m || !mOpen) && (at !== n || !nOpen);
  const [lowReached, highReached] = f === Math.max ? [both, one] : [one, both];
  if (low === high) return exact(low);
  return interval(
    low,
    high,
    !lowReached(low, x.low, x.lowOpen, y.low, y.lowOpen),
    !highReached(high, x.high, x.highOpen, y.high, y.highOpen),
  );
}

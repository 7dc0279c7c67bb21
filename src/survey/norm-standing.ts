import {
  absent,
  exact,
  highest,
  isAbsent,
  isExact,
  isInterval,
  largest,
  lowest,
  type Measured,
  subtract,
} from "./measured.ts";
import type { Comparison, Norm } from "./norm.ts";

/** How a figure stands to a norm: whether it is met, and by how much it misses it, in the figure's unit. */
export interface Standing {
  /** undefined: cannot be told (absent, or an interval on both sides of the threshold), or nothing has to be met. */
  readonly met: boolean | undefined;
  readonly gap: Measured;
}

type Order = ">=" | "<=" | ">" | "<";

/** Whether a norm has to be met; one with "=" is a figure to read beside. */
export const isBound = ({ op }: Norm): boolean => op !== "=";
/** Whether a norm asks for at least so much: only then can something fall short. */
export const isFloor = ({ op }: Norm): boolean => op === ">=" || op === ">" || op === "between";

/** Whether a figure is on that side of a threshold; undefined where an interval lies on both, or the figure is absent. */
export function compare(m: Measured, op: Order, threshold: number): boolean | undefined {
  if (isAbsent(m)) return undefined;
  if (op === "<=" || op === "<") {
    const opposite = compare(m, op === "<=" ? ">" : ">=", threshold);
    return opposite === undefined ? undefined : !opposite;
  }
  const low = lowest(m) as number;
  const high = highest(m) as number;
  if (isExact(m)) return op === ">=" ? low >= threshold : low > threshold;
  const lowReaches =
    op === ">="
      ? low >= threshold
      : low > threshold || (low === threshold && isInterval(m) && m.lowOpen === true);
  if (lowReaches) return true;
  const highStays =
    op === ">"
      ? high <= threshold
      : high < threshold || (high === threshold && isInterval(m) && m.highOpen === true);
  return highStays ? false : undefined;
}

/** Whether a figure lies between two bounds, both included. */
export function within(m: Measured, low: number, high: number): boolean | undefined {
  const above = compare(m, ">=", low);
  const below = compare(m, "<=", high);
  if (above === false || below === false) return false;
  return above && below ? true : undefined;
}

const orders: Readonly<Record<Comparison, (m: Measured, norm: Norm) => boolean | undefined>> = {
  ">=": (m, norm) => compare(m, ">=", norm.value),
  "<=": (m, norm) => compare(m, "<=", norm.value),
  ">": (m, norm) => compare(m, ">", norm.value),
  "<": (m, norm) => compare(m, "<", norm.value),
  between: (m, norm) => within(m, norm.value, norm.upper ?? norm.value),
  "=": () => undefined,
};

const nothing = exact(0);
const missingTo = (m: Measured, threshold: number): Measured =>
  largest(nothing, subtract(exact(threshold), m));
const beyond = (m: Measured, threshold: number): Measured =>
  largest(nothing, subtract(m, exact(threshold)));

const gaps: Readonly<Record<Comparison, (m: Measured, norm: Norm) => Measured>> = {
  ">=": (m, norm) => missingTo(m, norm.value),
  ">": (m, norm) => missingTo(m, norm.value),
  "<=": (m, norm) => beyond(m, norm.value),
  "<": (m, norm) => beyond(m, norm.value),
  between: (m, norm) => largest(missingTo(m, norm.value), beyond(m, norm.upper ?? norm.value)),
  "=": (m, norm) => largest(subtract(exact(norm.value), m), subtract(m, exact(norm.value))),
};

/**
 * A figure held against a norm's threshold, in the same unit. The gap is what is missing (or too much): 0 when the norm is met,
 * an interval when the figure is one, absent with the figure's reason. With "=" it is the distance, and nothing is met or missed.
 */
export const standing = (m: Measured, norm: Norm): Standing => ({
  met: orders[norm.op](m, norm),
  gap: gaps[norm.op](m, norm),
});

/** Of a shortfall: met when nothing is short; the gap is the shortfall itself. */
export const shortfallStanding = (shortfall: Measured): Standing => ({
  met: compare(shortfall, "<=", 0),
  gap: shortfall,
});

/** Of a figure that a norm gives its rule or its edges, without demanding anything of it. */
export const nothingToMeet: Standing = { met: undefined, gap: absent("no-norm") };

import type { Interval } from "./measured.ts";

/** `[130000..140000)`: a bound that belongs to the interval has a square bracket; an unbounded side is ∞. */
export function writeInterval({ low, high, lowOpen, highOpen }: Interval): string {
  const bound = (value: number): string =>
    value === Number.POSITIVE_INFINITY
      ? "∞"
      : value === Number.NEGATIVE_INFINITY
        ? "-∞"
        : String(value === 0 ? 0 : value);
  const open = (flag: true | undefined, value: number): boolean =>
    flag === true || !Number.isFinite(value);
  return `${open(lowOpen, low) ? "(" : "["}${bound(low)}..${bound(high)}${open(highOpen, high) ? ")" : "]"}`;
}

const number = "-?\\d{1,20}(?:\\.\\d{1,30})?(?:[eE][-+]?\\d{1,3})?";
const notation = new RegExp(`^([[(])(-∞|${number})\\.\\.(∞|${number})([\\])])$`);

/** What `writeInterval` wrote; undefined for any other text, also where the bounds are in the wrong order or leave nothing between them. */
export function readInterval(text: string): Interval | undefined {
  const [, left, first = "", second = "", right] = notation.exec(text) ?? [];
  if (left === undefined) return undefined;
  const low = first === "-∞" ? Number.NEGATIVE_INFINITY : Number(first);
  const high = second === "∞" ? Number.POSITIVE_INFINITY : Number(second);
  if (!(low < high)) return undefined;
  return {
    low,
    high,
    ...(left === "(" && Number.isFinite(low) && { lowOpen: true }),
    ...(right === ")" && Number.isFinite(high) && { highOpen: true }),
  };
}

import {
  type AbsentReason,
  absent,
  highest,
  interval,
  lowest,
  type Measured,
} from "../survey/measured.ts";

/**
 * The counts at which a median or mean of bands is least and greatest, when some counts are intervals: all bands up to one at their high (or low) bound,
 * all after it at the other. Both statistics only rise when people move to an older band, so their extremes are among these.
 */
export function cornersOf(counts: readonly Measured[]): readonly (readonly number[])[] {
  const low = counts.map((count) => lowest(count) ?? 0);
  const high = counts.map((count) => highest(count) ?? 0);
  const splits = Array.from({ length: counts.length + 1 }, (_, split) => split);
  return splits.flatMap((split) => [
    low.map((l, k) => (k < split ? (high[k] as number) : l)),
    low.map((l, k) => (k < split ? l : (high[k] as number))),
  ]);
}

/** From the least to the greatest; absent with the reason where one of them cannot be told. */
export function hull(values: readonly (number | undefined)[], reason: AbsentReason): Measured {
  const told = values.filter((value) => value !== undefined && Number.isFinite(value)) as number[];
  return told.length < values.length
    ? absent(reason)
    : interval(Math.min(...told), Math.max(...told));
}

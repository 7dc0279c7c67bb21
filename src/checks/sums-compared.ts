import { same } from "./figures-compared.ts";

/** A row whose parts do not make the whole. */
interface Off {
  readonly stated: number;
  readonly sum: number;
}

/** In a table whose cells were rounded each by itself, or drawn as a sample, sums of two or three parts miss the whole in about every fourth row or more. */
const leastShare = 1 / 4;
const fewest = 2;

/**
 * The rows that are wrong, of those whose sum differs. Where many rows are off by no more than the rounding of each part and of the whole can do (half a unit
 * for each), the table is rounded and these are right; a single one in a table that is otherwise exact is wrong. `terms` is the number of parts, `compared`
 * that of the rows.
 */
export function wrongSums<R extends Off>(
  off: readonly R[],
  terms: number,
  compared: number,
): readonly R[] {
  if (off.length < fewest) return off;
  const unit = off.every(({ stated, sum }) => Number.isInteger(stated) && Number.isInteger(sum))
    ? 1
    : lastDecimal(off);
  const reach = Math.floor((terms + 1) / 2) * unit;
  const isRounding = ({ stated, sum }: Off): boolean => same(stated, sum, reach);
  const rounded = off.filter(isRounding).length;
  return rounded >= fewest && rounded >= compared * leastShare
    ? off.filter((row) => !isRounding(row))
    : off;
}

/** The last place written, of figures with decimals: 0.1, 0.01; 0 where it cannot be told. */
function lastDecimal(off: readonly Off[]): number {
  const written = (x: number): boolean =>
    off.every(({ stated, sum }) =>
      [stated, sum].every((value) => same(Math.round(value * x) / x, value)),
    );
  const scale = [10, 100, 1000].find(written);
  return scale === undefined ? 0 : 1 / scale;
}

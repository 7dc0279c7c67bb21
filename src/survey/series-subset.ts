import { type AbsentReason, absent } from "./measured.ts";
import { figuresOf, plainAt } from "./plain-figures.ts";
import type { Series } from "./totals.ts";

/** A series that can be told of no community. */
export const nowhere = (reason: AbsentReason): Series => ({
  at: () => absent(reason),
  nowhere: reason,
});

/** The figures of some of the `of` communities of a series, in the order of the indices. */
export const subset = (series: Series, indices: readonly number[], of: number): Series =>
  series.nowhere !== undefined
    ? series
    : {
        at: (index) => series.at(indices[index] as number),
        plain: (index) => series.plain?.(indices[index] as number),
        figures: (size) => gathered(series, indices, size, of),
      };

/** Where few of many are wanted, such as a single community, these are asked one by one. */
function gathered(
  series: Series,
  indices: readonly number[],
  size: number,
  of: number,
): Float64Array {
  const figures = new Float64Array(size);
  if (size * 8 < of) {
    for (let i = 0; i < size; i++) figures[i] = plainAt(series, indices[i] as number) ?? Number.NaN;
    return figures;
  }
  const whole = figuresOf(series, of);
  for (let i = 0; i < size; i++) figures[i] = whole[indices[i] as number] as number;
  return figures;
}

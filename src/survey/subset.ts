import type { Series } from "./totals.ts";

/** The figures of some of the communities of a series, in that order. */
export const subset = (series: Series, indices: readonly number[]): Series => ({
  at: (index) => series.at(indices[index] as number),
  plain: (index) => series.plain?.(indices[index] as number),
});

import { isExact } from "./measured.ts";
import type { Series } from "./totals.ts";

/**
 * The plain figures of the first `size` communities of a series, NaN where a figure is not plain (absent, a range, approximate). Indicators
 * and checks go through thousands of communities by such columns, and look closer only where there is NaN. Not to be written to.
 */
export function figuresOf(series: Series, size: number): Float64Array {
  if (series.figures) return series.figures(size);
  const figures = new Float64Array(size);
  for (let i = 0; i < size; i++) figures[i] = plainAt(series, i) ?? Number.NaN;
  return figures;
}

/** One figure where it is exact and not approximate; undefined for any other. */
export function plainAt(series: Series, index: number): number | undefined {
  if (series.plain) return series.plain(index);
  const figure = series.at(index);
  return isExact(figure) && figure.approximate !== true ? figure.value : undefined;
}

/** The sums of several columns of figures, community by community; NaN where one of them is. */
export function addedUp(columns: Iterable<Float64Array>, size: number): Float64Array {
  const sums = new Float64Array(size);
  for (const column of columns)
    for (let i = 0; i < size; i++) sums[i] = (sums[i] as number) + (column[i] as number);
  return sums;
}

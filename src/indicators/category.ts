import { findVariable } from "../codebook/index.ts";
import { type Absent, absent, isAbsent, isExact, type Measured } from "../survey/measured.ts";
import type { Totals } from "../survey/totals.ts";

/** The id of a category's value, which is kept as its position; absent where it cannot be told. */
export function categoryAt(totals: Totals, variable: string): (index: number) => string | Absent {
  const series = totals.series(variable);
  const values = findVariable(variable)?.values ?? [];
  return (index) => {
    const m: Measured = series.at(index);
    if (isAbsent(m)) return m;
    return (isExact(m) ? values[m.value]?.id : undefined) ?? absent("no-data");
  };
}

/** The position by which a category's value is kept. */
export const positionOf = (variable: string, value: string): number =>
  (findVariable(variable)?.values ?? []).findIndex(({ id }) => id === value);

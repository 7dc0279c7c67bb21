import { parseBandId } from "../codebook/age-band.ts";
import { findVariable } from "../codebook/index.ts";
import { highest, isAbsent, isExact, lowest } from "../survey/measured.ts";
import type { Evidence, StatedRow } from "./evidence.ts";
import { roundingTolerance, same } from "./figures-compared.ts";

/** What the cells of some areas add up to: one number, or a range where some cells are ranges. Undefined where a cell is missing. */
export interface Sum {
  readonly low: number;
  readonly high: number;
  readonly exact: boolean;
  readonly areas: number;
  readonly tolerance: number;
}

/** Whether figures of a quantity may be added up over areas. */
export const addsUp = (quantity: string): boolean => {
  const variable = findVariable(quantity);
  if (variable) return variable.parts === "sum" && quantity !== "communities";
  return parseBandId(quantity) !== undefined;
};

/** The sum of a quantity over some observations. */
export function sumOver(
  evidence: Evidence,
  quantity: string,
  indices: readonly number[],
): Sum | undefined {
  const series = evidence.recorded(quantity);
  if (!series || indices.length === 0) return undefined;
  let low = 0;
  let high = 0;
  let exact = true;
  for (const index of indices) {
    const measured = series.at(index);
    if (isAbsent(measured)) return undefined;
    if (isExact(measured) && measured.approximate) return undefined;
    low += lowest(measured) as number;
    high += highest(measured) as number;
    exact &&= isExact(measured);
  }
  // Tenths of square metres and of yuan are often rounded in a total.
  const kind = findVariable(quantity)?.kind ?? "count";
  const rounded = kind === "count" ? 0 : 0.5;
  return {
    low,
    high,
    exact,
    areas: indices.length,
    tolerance: Math.max(rounded, roundingTolerance(evidence, [quantity], indices.length, indices)),
  };
}

export interface StatedFault {
  readonly row: StatedRow;
  readonly quantity: string;
  readonly stated: number;
  readonly sum: Sum;
}

/** Figures of total rows (or notes) that no set of rows they may speak of adds up to. A row with a set that has gaps is left alone. */
export function* wrongTotals(
  evidence: Evidence,
  kind: "total" | "note" = "total",
): Generator<StatedFault> {
  for (const row of evidence.tables.flatMap((table) => table.stated)) {
    if (row.kind !== kind) continue;
    for (const [quantity, stated] of row.values) {
      if (!addsUp(quantity)) continue;
      const sums = row.candidates.map((indices) => sumOver(evidence, quantity, indices));
      if (sums.length === 0 || sums.some((sum) => sum === undefined)) continue;
      const known = sums as Sum[];
      if (known.some((sum) => fits(stated, sum))) continue;
      const nearest = known.reduce((a, b) => (distance(stated, b) < distance(stated, a) ? b : a));
      yield { row, quantity, stated, sum: nearest };
    }
  }
}

const fits = (stated: number, { low, high, tolerance }: Sum): boolean =>
  (stated >= low && stated <= high) ||
  same(stated, low, tolerance) ||
  same(stated, high, tolerance);

const distance = (stated: number, { low, high }: Sum): number =>
  Math.max(low - stated, stated - high, 0);

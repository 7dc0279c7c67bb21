import type { Group } from "../../engines/engine.ts";
import { addsUp, compare, type Figures } from "./figures.ts";
import type { Forest } from "./forest.ts";

/** Rows of one name, code, parents and period, the first one first. */
export function twinsIn(groups: readonly Group[]): ReadonlyMap<number, readonly number[]> {
  const twins = new Map<number, number[]>();
  for (let i = 0; i < groups.length; i++) {
    const first = (groups[i] as Group).twinOf;
    if (first === undefined) continue;
    const rows = twins.get(first);
    if (rows) rows.push(i);
    else twins.set(first, [first, i]);
  }
  return twins;
}

/** Rows of one area of which one is the sum of the others (in all, of the towns, of the countryside): the others, with it. */
export function breakdownOf(
  figures: Figures,
  rows: readonly number[],
): { readonly whole: number; readonly parts: readonly number[] } | undefined {
  if (rows.length < 3) return undefined;
  for (const whole of rows) {
    const parts = rows.filter((row) => row !== whole);
    const comparison = compare(figures, whole, parts);
    if (addsUp(comparison) && comparison.agreed === comparison.compared && comparison.weight > 1)
      return { whole, parts };
  }
  return undefined;
}

/** Of rows of one name, those that stand in the same unit as one before them: it stands twice. */
export function repeated({ parentOf }: Forest, rows: readonly number[]): number[] {
  const seen = new Set<number | undefined>();
  const again: number[] = [];
  for (const row of rows) {
    const parent = parentOf.get(row);
    if (seen.has(parent)) again.push(row);
    else seen.add(parent);
  }
  // Where one of them stands in no unit, nothing tells that they are two.
  return seen.has(undefined) && seen.size > 1 ? rows.slice(1) : again;
}

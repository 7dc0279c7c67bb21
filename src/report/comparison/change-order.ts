import type { AreaChange } from "../../change/comparison.ts";
import { isAbsent, isExact, type Measured } from "../../survey/measured.ts";

export interface ChangeOrder {
  readonly id: string;
  readonly ascending: boolean;
}

/** The areas by the growth of a subject (its difference where it has no growth), the greatest first; those without a figure at the end; ties in their order. */
export function orderChanges(
  areas: readonly AreaChange[],
  order: ChangeOrder | undefined,
): readonly AreaChange[] {
  if (!order) return areas;
  const keyed = areas.map((area) => {
    const change = area.changes.get(order.id)?.change;
    return { area, at: change && middle(change.growth ?? change.difference) };
  });
  const direction = order.ascending ? 1 : -1;
  keyed.sort((a, b) =>
    a.at === undefined || b.at === undefined
      ? Number(a.at === undefined) - Number(b.at === undefined)
      : direction * (a.at - b.at),
  );
  return keyed.map(({ area }) => area);
}

function middle(m: Measured): number | undefined {
  if (isAbsent(m)) return undefined;
  return isExact(m)
    ? m.value
    : (Math.max(m.low, -Number.MAX_VALUE) + Math.min(m.high, Number.MAX_VALUE)) / 2;
}

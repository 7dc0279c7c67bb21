/** What is known of a variable over communities: how many there are, their sum, the greatest and the least of them. Whole numbers. */
export interface KnownSpread {
  readonly communities: number;
  readonly total: number;
  readonly least: number;
  readonly most: number;
}

/** The sums that are possible when one community has the greatest figure, one the least, and the others lie between. */
export function possibleTotals({ communities, least, most }: Omit<KnownSpread, "total">): {
  readonly low: number;
  readonly high: number;
} {
  if (communities === 1) return { low: most, high: least };
  const between = communities - 2;
  return { low: least + most + between * least, high: least + most + between * most };
}

/** Whether such communities can be. One community has one figure; two or more have a least not above the greatest, and a sum within reach. */
export function isPossible(known: KnownSpread): boolean {
  const { low, high } = possibleTotals(known);
  return (
    known.communities >= 1 && known.least <= known.most && known.total >= low && known.total <= high
  );
}

/**
 * How many communities exceed a threshold (a whole number; `reach` counts those at the threshold too), at least and at most.
 *
 * If k of n exceed it, the sum is at most: the greatest for each of the k, the threshold for the others, but the least for one of them. So
 * k is at least the smallest number for which that reaches the total: 89k + 50(12 − k) + 32 ≥ 877 gives k ≥ 7. The upper end follows in the same way
 * from the smallest sum that k communities above the threshold leave. Undefined where the figures contradict each other.
 */
export function communitiesAbove(
  known: KnownSpread,
  threshold: number,
  reach = false,
): { readonly low: number; readonly high: number } | undefined {
  if (!isPossible(known)) return undefined;
  const { communities, total } = known;
  const highest = reach ? threshold - 1 : threshold;
  let low: number | undefined;
  let high = 0;
  for (let above = 0; above <= communities; above++) {
    const range = totalsWith(known, highest, above);
    if (!range || total < range.low || total > range.high) continue;
    low ??= above;
    high = above;
  }
  return low === undefined ? undefined : { low, high };
}

/** The greatest sum of communities of which exactly so many exceed the threshold; undefined where so many cannot. */
export const greatestTotalWith = (
  known: KnownSpread,
  threshold: number,
  above: number,
  reach = false,
): number | undefined => totalsWith(known, reach ? threshold - 1 : threshold, above)?.high;

/** The sums that are possible when exactly so many communities lie above `highest`; undefined where that cannot be. */
function totalsWith(
  { communities, least, most }: KnownSpread,
  highest: number,
  above: number,
): { low: number; high: number } | undefined {
  const below = communities - above;
  const leastAbove = Math.max(least, highest + 1);
  const mostBelow = Math.min(most, highest);
  if ((above > 0 && leastAbove > most) || (below > 0 && mostBelow < least)) return undefined;
  // The community with the greatest figure lies above unless none does; that with the least below unless all lie above.
  const maximumAbove = most > highest;
  const minimumAbove = least > highest;
  if (
    (maximumAbove && above === 0) ||
    (!maximumAbove && above > 0) ||
    (minimumAbove && below > 0) ||
    (!minimumAbove && below === 0)
  )
    return undefined;
  const fixedAbove = (maximumAbove ? 1 : 0) + (minimumAbove && communities > 1 ? 1 : 0);
  const fixedBelow = (maximumAbove ? 0 : 1) + (minimumAbove || communities === 1 ? 0 : 1);
  if (above < fixedAbove || below < Math.min(fixedBelow, communities)) return undefined;
  const freeAbove = above - fixedAbove;
  const freeBelow = below - fixedBelow;
  const fixed = communities === 1 ? most : least + most;
  return {
    low: fixed + freeAbove * leastAbove + freeBelow * least,
    high: fixed + freeAbove * most + freeBelow * mostBelow,
  };
}

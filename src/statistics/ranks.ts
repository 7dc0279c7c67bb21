/** A place in an order, from 1, and whether others share it. */
export interface Rank {
  readonly rank: number;
  readonly tied: boolean;
}

/**
 * Standard competition ranks, the greatest value first: equal values share the better place and the next place is left out (1, 2, 2, 4).
 * In the order of the values; with `ascending` the least value is first.
 */
export function competitionRanks(values: readonly number[], ascending = false): Rank[] {
  const order = values
    .map((_, i) => i)
    .sort((a, b) => ((values[a] as number) - (values[b] as number)) * (ascending ? 1 : -1));
  const ranks: Rank[] = new Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end] as number] === values[order[start] as number])
      end++;
    for (let k = start; k < end; k++)
      ranks[order[k] as number] = { rank: start + 1, tied: end - start > 1 };
    start = end;
  }
  return ranks;
}

/** Ages from `from` up to, not including, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The edges of the longest chain of spans, each beginning where the one before ends, from one of the starts to the end. undefined without one.
 * The longest chain is the finest partition.
 */
export function longestChain(
  spans: readonly Span[],
  starts: readonly number[],
  end: number,
): readonly number[] | undefined {
  const best = new Map<number, { readonly length: number; readonly previous?: number }>(
    starts.map((start) => [start, { length: 0 }]),
  );
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const here = best.get(from);
    if (here && here.length + 1 > (best.get(to)?.length ?? -1))
      best.set(to, { length: here.length + 1, previous: from });
  }
  const last = best.get(end);
  if (last?.previous === undefined) return undefined;
  const edges: number[] = [];
  for (let edge: number | undefined = end; edge !== undefined; edge = best.get(edge)?.previous)
    edges.unshift(edge);
  return edges;
}

import type { Fault } from "./define.ts";
import type { Evidence, Partition } from "./evidence.ts";
import { figureAt, roundingTolerance, same } from "./figures-compared.ts";
import { wrongSums } from "./sums-compared.ts";

/** Observations in which the parts of a partition, all of them at hand, do not make the whole. */
export function* partitionFaults(
  evidence: Evidence,
  { whole, parts }: Partition,
): Generator<Fault> {
  const total = evidence.recorded(whole);
  const columns = parts.map((part) => evidence.recorded(part));
  if (!total || columns.some((column) => column === undefined)) return;
  const tolerance = roundingTolerance(evidence, [whole, ...parts], parts.length);
  const off: { index: number; stated: number; sum: number }[] = [];
  let compared = 0;
  for (let index = 0; index < evidence.size; index++) {
    const stated = figureAt(total, index);
    const figures = columns.map((column) => figureAt(column, index));
    if (stated === undefined || figures.some((figure) => figure === undefined)) continue;
    const sum = figures.reduce<number>((a, b) => a + (b as number), 0);
    compared++;
    if (!same(sum, stated, tolerance)) off.push({ index, stated, sum });
  }
  for (const { index, stated, sum } of wrongSums(off, parts.length, compared))
    yield {
      index,
      variable: whole,
      args: { area: evidence.subject(index).area.name, whole, parts, total: stated, sum },
    };
}

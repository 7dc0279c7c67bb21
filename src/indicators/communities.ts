import { type Arithmetic, figure, firstAbsent } from "../formula/expression.ts";
import { type AbsentReason, isAbsent } from "../survey/measured.ts";
import type { Series, Totals } from "../survey/totals.ts";
import type { Coverage } from "./define.ts";

/** A figure of one community as arithmetic; a leaf of it is absent where it cannot be told. */
export type Term = (index: number) => Arithmetic;

/** A quantity of one community. */
export function term(totals: Totals, id: string): Term {
  const series = totals.series(id);
  return (index) => figure(series.at(index));
}

/** Whether an observation speaks of several communities at once: then nothing can be said of each. */
export function severalAt(totals: Totals): (index: number) => boolean {
  const stated = totals.series("communities");
  return (index) => {
    const plain = stated.plain?.(index);
    if (plain !== undefined) return plain > 1;
    const m = stated.at(index);
    return "value" in m && m.value > 1;
  };
}

interface Selected {
  readonly indices: readonly number[];
  readonly coverage: Coverage;
  /** Of the first community that is left out. */
  readonly reason: AbsentReason;
}

/** The communities for which all of these can be told. */
export function complete(totals: Totals, ...terms: readonly Term[]): Selected {
  const indices: number[] = [];
  let reason: AbsentReason | undefined;
  for (let i = 0; i < totals.size; i++) {
    const why = terms.map((of) => firstAbsent(of(i))).find((r) => r !== undefined);
    if (why) reason ??= why;
    else indices.push(i);
  }
  return {
    indices,
    coverage: { areas: indices.length, of: totals.size },
    reason: reason ?? "no-data",
  };
}

/** The communities for which a quantity can be told. */
export function withFigure(totals: Totals, series: Series): Selected {
  const indices: number[] = [];
  let reason = series.nowhere;
  for (let i = 0; i < totals.size && series.nowhere === undefined; i++) {
    const figure = series.plain?.(i) === undefined ? series.at(i) : undefined;
    if (figure === undefined || !isAbsent(figure)) indices.push(i);
    else reason ??= figure.absent;
  }
  return {
    indices,
    coverage: { areas: indices.length, of: totals.size },
    reason: reason ?? "no-data",
  };
}

/** A sum over communities as a tree; a single term stands for itself. */
export const sumOver = (indices: readonly number[], of: Term): Arithmetic =>
  indices.length === 1 ? of(indices[0] as number) : { sum: indices.map(of) };

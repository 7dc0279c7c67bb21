import type { Part } from "../../engines/engine.ts";
import { isWholeWord } from "../../intake/rows/total-words.ts";
import type { Figures } from "./figures.ts";

/** Quantity → what a row that calls itself the whole says of it. */
export type Stated = ReadonlyMap<string, number>;

/** What rows that call themselves the whole (合计, Grand Total) say of a period. */
export function statedWholes({ groups, excluded }: Part, period: string): Stated[] {
  const several = groups.some((group) => (group.period ?? "") !== period);
  return excluded.flatMap(({ reason, label, values, byPeriod }) => {
    if (reason !== "total-row" || label === undefined || !isWholeWord(label)) return [];
    const own = byPeriod
      ? byPeriod.find((each) => each.period === period)?.values
      : several
        ? undefined
        : values;
    return own && own.size > 0 ? [own] : [];
  });
}

/** Whether rows add up to one of the stated wholes in all columns; undefined where none can be compared. */
export function isStatedWhole(
  { columns }: Figures,
  stated: readonly Stated[],
  rows: readonly number[],
): boolean | undefined {
  let compared = false;
  for (const whole of stated) {
    const known = columns.filter(({ quantity }) => whole.has(quantity));
    const sums = known.map(({ figures }) =>
      rows.reduce((sum, row) => sum + (figures[row] as number), 0),
    );
    const told = sums.filter((sum) => !Number.isNaN(sum)).length;
    if (told === 0) continue;
    compared = true;
    const fits = known.every(({ quantity }, i) => {
      const figure = whole.get(quantity) as number;
      const sum = sums[i] as number;
      return Number.isNaN(sum) || Math.abs(sum - figure) <= Math.abs(figure) * 1e-9;
    });
    if (fits) return true;
  }
  return compared ? false : undefined;
}

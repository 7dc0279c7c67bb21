import type { Group } from "../../engines/engine.ts";
import { levelOrders, rankOfLevel } from "../../intake/rows/level-words.ts";
import { addsUp, compare, type Figures, isNear } from "./figures.ts";

/** A row of an upper level that nothing has made the sum of others. */
interface LeftRow {
  readonly whole: number;
  /** The rows of lower levels that follow it. */
  readonly parts: readonly number[];
  /** Whether it is above what follows it beyond doubt. */
  readonly isCertain: boolean;
}

/** What a column of levels says of the rows of one period. */
export interface LevelRows {
  /** Level → height from 0; undefined where there is no such column. */
  readonly heights: ReadonlyMap<string, number> | undefined;
  /** Whether the levels allow rows to be the parts of one. */
  readonly may: (whole: number, parts: readonly number[]) => boolean;
  /** The rows of upper levels that are counted still, where levels are mixed among those. */
  readonly left: (found: {
    readonly wholes: ReadonlySet<number>;
    readonly parentOf: ReadonlyMap<number, number>;
  }) => LeftRow[];
}

const none: LevelRows = { heights: undefined, may: () => true, left: () => [] };

/** The order of the levels is that in which most rows are the sums of those of the next level that follow them. */
export function levelRows(
  groups: readonly Group[],
  rows: readonly number[],
  figures: Figures,
): LevelRows {
  const words = rows.map((row) => (groups[row] as Group).level);
  const orders = levelOrders(words);
  if (orders.length === 0) return none;
  const levelOf = (row: number): string => (groups[row] as Group).level as string;
  const judged = orders.map((heights) => {
    const heightOf = (row: number): number => heights.get(levelOf(row)) as number;
    const compared = spansOf(rows, heightOf).flatMap(([whole, parts]) =>
      parts.length === 0 ? [] : [{ parts, comparison: compare(figures, whole, parts) }],
    );
    const sums = compared.filter(({ comparison }) => addsUp(comparison)).length;
    const near = compared.filter(
      ({ parts, comparison }) => parts.length > 1 && isNear(comparison),
    ).length;
    const equal = levelsAreEqual(rows, heightOf, figures) ? 1 : 0;
    return { heights, heightOf, sums: sums + equal, near };
  });
  const areKnown = words.every((word) => rankOfLevel(word ?? "") !== undefined);
  const best = judged.reduce((a, b) =>
    b.sums > a.sums || (b.sums === a.sums && b.near > a.near) ? b : a,
  );
  // A column of words that are no levels and of which none nearly adds up to another tells classes, not levels.
  if (best.sums + best.near === 0 && !areKnown) return none;
  const { heights, heightOf } = best;
  return {
    heights,
    may: (whole, parts) => parts.every((part) => heightOf(part) < heightOf(whole)),
    left: ({ wholes, parentOf }) => {
      const counted = rows.filter((row) => !wholes.has(row));
      const lowest = Math.min(...counted.map(heightOf));
      if (counted.every((row) => heightOf(row) === lowest)) return [];
      const equal = levelsAreEqual(rows, heightOf, figures);
      const spans = new Map(spansOf(rows, heightOf));
      return counted.flatMap((whole) => {
        if (heightOf(whole) === lowest) return [];
        const parent = parentOf.get(whole);
        // Towns and villages that together make up the district stand beside each other.
        const parts = (spans.get(whole) ?? []).filter(
          (part) => parent === undefined || parentOf.get(part) !== parent,
        );
        if (parts.length > 0 || equal) return [{ whole, parts, isCertain: equal || areKnown }];
        // A town without villages in a list in which others have theirs.
        if (best.sums > 0) return [];
        const lower = counted.filter((row) => heightOf(row) < heightOf(whole));
        return [{ whole, parts: lower, isCertain: false }];
      });
    },
  };
}

/** Each row with the rows of the next lower level between it and the next row of its own level or above. */
function spansOf(rows: readonly number[], heightOf: (row: number) => number): [number, number[]][] {
  const spans: [number, number[]][] = [];
  const open: { readonly row: number; readonly parts: number[] }[] = [];
  for (const row of rows) {
    const height = heightOf(row);
    while (open.length > 0 && heightOf((open.at(-1) as { row: number }).row) <= height) open.pop();
    open.at(-1)?.parts.push(row);
    const parts: number[] = [];
    spans.push([row, parts]);
    open.push({ row, parts });
  }
  return spans;
}

/** Whether the rows of each level add up to the same in every column: the same people on each. */
function levelsAreEqual(
  rows: readonly number[],
  heightOf: (row: number) => number,
  { columns }: Figures,
): boolean {
  const heights = new Set(rows.map(heightOf));
  let compared = false;
  for (const { figures } of columns) {
    const sums = new Map([...heights].map((height) => [height, 0]));
    for (const row of rows) {
      const height = heightOf(row);
      sums.set(height, (sums.get(height) as number) + (figures[row] as number));
    }
    const [first = Number.NaN, ...others] = sums.values();
    if (Number.isNaN(first) || first === 0) continue;
    compared = true;
    if (others.some((other) => !(Math.abs(other - first) <= first * 1e-9))) return false;
  }
  return compared;
}

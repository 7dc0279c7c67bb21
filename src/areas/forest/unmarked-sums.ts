import type { Group } from "../../engines/engine.ts";
import { type Block, blocksIn, LEAST_NEAR_WEIGHT } from "./blocks.ts";
import { weightOfKinds } from "./evidence.ts";
import { compare, type Figures } from "./figures.ts";

/** What arithmetic alone says of rows that nothing names as sums. */
export interface UnmarkedSums {
  /** Rows that are the sums of others beyond chance. */
  readonly sums: readonly Block[];
  /** Rows that may be, where that matters: nothing tells it. */
  readonly doubtful: readonly Block[];
  readonly roots: readonly number[];
}

/** All that has to be known of the rows of one period. */
export interface RowsOfPeriod {
  readonly groups: readonly Group[];
  readonly figures: Figures;
  /** Whether rows may be the parts of one, by their levels. */
  readonly may: (whole: number, parts: readonly number[]) => boolean;
  /** Whether rows make up what the table itself states as its whole; undefined where it states nothing. */
  readonly isWhole: (rows: readonly number[]) => boolean | undefined;
}

/** One in ten thousand, one in two hundred, one in four: the odds of chance below which rows are taken for sums, or doubted. */
const BEYOND_CHANCE = 4;
const BEYOND_CHANCE_IN_ALL = 2.3;
const WORTH_DOUBT = 0.6;
/** Sums of small figures come about by chance. */
const LEAST_TOTAL = 100;
/** A unit above a unit above its communities: deeper lists bear marks. */
const MOST_PASSES = 6;

/**
 * The rows that equal the sum of those next to them in every column. Taken for sums are those that the kinds of units speak for, those that chance
 * cannot explain, and those that together leave no row over; and whatever makes the rows left the whole that the table states.
 */
export function unmarkedSums(rows: readonly number[], period: RowsOfPeriod): UnmarkedSums {
  if (rows.length < 3 || period.figures.columns.length === 0 || period.isWhole(rows) === true)
    return { sums: [], doubtful: [], roots: rows };
  const pairs = allBlocks(rows, period, false);
  const singles = pairs.sums.length > 0 && !tiles(pairs, rows, period);
  const withSingles = singles ? allBlocks(rows, period, true) : pairs;
  const found = tiles(withSingles, rows, period) ? withSingles : pairs;
  const whole = found.roots.length < rows.length ? undefined : sumOfAllOthers(rows, period);
  if (whole) found.sums.push(whole);
  const trial = whole ? rows.filter((row) => row !== whole.whole) : found.roots;
  const leavesNone = found.sums.length > 0 && tiles(found, rows, period);
  const isProven = found.sums.length > 0 && period.isWhole(whole ? [whole.whole] : trial) === true;
  const chances = Math.log10(rows.length);
  const weights = new Map(found.sums.map((block) => [block, weightOf(block, period)]));
  const inAll = [...weights.values()].reduce((a, b) => a + b, 0);
  const sums: Block[] = [];
  const doubtful: Block[] = [];
  for (const [block, weight] of weights) {
    const columns = block.comparison.agreed;
    const isBeyondChance =
      weightOfKinds(period.groups, block.whole, block.parts) === WORDS_OF_KINDS ||
      (weight - chances >= BEYOND_CHANCE && (columns > 1 || block.parts.length > 2)) ||
      (leavesNone && inAll >= BEYOND_CHANCE_IN_ALL && (columns > 1 || rows.length > 3));
    if (isProven || isBeyondChance) sums.push(block);
    else if (isWorthDoubt(block, weight - (leavesNone ? 0 : chances))) doubtful.push(block);
  }
  const taken = new Set(sums.flatMap(({ parts }) => parts));
  const roots = rows.filter((row) => !taken.has(row));
  if (period.isWhole(roots) === true) return { sums, doubtful: [], roots };
  const nearly = found.near.filter(
    ({ whole: row, comparison }) =>
      !taken.has(row) &&
      !sums.some((block) => block.whole === row) &&
      comparison.weight >= LEAST_NEAR_WEIGHT + Math.max(0, chances - 1),
  );
  return { sums, doubtful: [...doubtful, ...nearly], roots };
}

const WORDS_OF_KINDS = 2;

const weightOf = (block: Block, { groups }: RowsOfPeriod): number =>
  block.comparison.weight + (weightOfKinds(groups, block.whole, block.parts) ?? 0);

const isWorthDoubt = ({ comparison }: Block, weight: number): boolean =>
  weight >= WORTH_DOUBT && (comparison.match?.total ?? 0) >= LEAST_TOTAL;

interface Found {
  readonly sums: Block[];
  readonly near: Block[];
  readonly roots: readonly number[];
}

/** Blocks below a row and above one, and those of blocks, until there are no more. */
function allBlocks(
  rows: readonly number[],
  { groups, figures, may }: RowsOfPeriod,
  single: boolean,
): Found {
  const allowed = (whole: number, parts: readonly number[]): boolean =>
    may(whole, parts) &&
    weightOfKinds(groups, whole, parts) !== undefined &&
    liesBeside(groups, whole, parts);
  const ways = [false, true].map((first): Found => {
    const sums: Block[] = [];
    const near: Block[] = [];
    let roots = rows;
    let above = first;
    for (let pass = 0, still = 0; pass < MOST_PASSES && still < 2; pass++, above = !above) {
      const found = blocksIn(roots, figures, above, allowed, single);
      still = found.sums.length === 0 ? still + 1 : 0;
      sums.push(...found.sums);
      near.push(...found.near);
      roots = found.roots;
    }
    return { sums, near, roots };
  });
  const [below, above] = ways as [Found, Found];
  return above.roots.length < below.roots.length ? above : below;
}

/** Rows of one unit add up to one of it, or to the unit. */
function liesBeside(groups: readonly Group[], whole: number, parts: readonly number[]): boolean {
  const { parents } = groups[whole] as Group;
  const own = parents.join("\u0000");
  return (
    parents.length === 0 ||
    parts.every((part) => (groups[part] as Group).parents.join("\u0000") === own)
  );
}

/** Whether every row is a sum or part of one, but for rows of nothing. */
function tiles(
  { sums, roots }: Found,
  rows: readonly number[],
  { figures }: RowsOfPeriod,
): boolean {
  const wholes = new Set(sums.map(({ whole }) => whole));
  return (
    rows.length > 2 &&
    roots.every(
      (row) =>
        wholes.has(row) ||
        figures.columns.every(({ figures: own }) => Number.isNaN(own[row]) || own[row] === 0),
    )
  );
}

/** The row that equals the sum of all others, wherever it stands. */
function sumOfAllOthers(
  rows: readonly number[],
  { groups, figures, may }: RowsOfPeriod,
): Block | undefined {
  const [column] = figures.columns;
  if (!column) return undefined;
  let greatest = -1;
  let most = 0;
  for (const row of rows) {
    const figure = column.figures[row] as number;
    if (figure > most) [greatest, most] = [row, figure];
  }
  if (greatest === -1) return undefined;
  const parts = rows.filter((row) => row !== greatest);
  const comparison = compare(figures, greatest, parts);
  return comparison.agreed > 0 &&
    comparison.agreed === comparison.compared &&
    comparison.incomplete + comparison.exceeded === 0 &&
    may(greatest, parts) &&
    weightOfKinds(groups, greatest, parts) !== undefined
    ? { whole: greatest, parts, comparison }
    : undefined;
}

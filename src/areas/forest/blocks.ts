import { type Comparison, compare, type Figures, NEAR } from "./figures.ts";

/** A row and the rows next to it that it may be the sum of. */
export interface Block {
  readonly whole: number;
  readonly parts: readonly number[];
  readonly comparison: Comparison;
}

export interface Blocks {
  /** Rows that equal the sum of those next to them in every column. */
  readonly sums: readonly Block[];
  /** Rows that do so in some columns, and nearly in the others. */
  readonly near: readonly Block[];
  /** The rows that are part of no other, in their order. */
  readonly roots: readonly number[];
}

/** By so many columns a block is looked for: those with the most figures. */
const MOST_SOUGHT = 4;
/** A column that agrees by chance says nothing of the others that nearly do. */
export const LEAST_NEAR_WEIGHT = 1.5;

/**
 * Finds the rows that equal the sum of rows next to them, below or (`above`) above them, none of which is part of another: by the sums of what
 * was passed, in n log n. `may` says which rows may be the parts of which; `single` allows a single part.
 */
export function blocksIn(
  rows: readonly number[],
  figures: Figures,
  above: boolean,
  may: (whole: number, parts: readonly number[]) => boolean,
  single = false,
): Blocks {
  const order = above ? rows : [...rows].reverse();
  const stack = new SumStack(figures, rows.length);
  const sums: Block[] = [];
  const near: Block[] = [];
  for (const whole of order) {
    let taken = 0;
    for (const length of stack.lengths(whole)) {
      if (length < (single ? 1 : 2)) continue;
      const parts = stack.top(length, above);
      const comparison = compare(figures, whole, parts);
      const { compared, agreed, weight } = comparison;
      if (agreed === 0 || !may(whole, parts)) continue;
      if (agreed === compared && comparison.incomplete + comparison.exceeded === 0) {
        sums.push({ whole, parts, comparison });
        taken = length;
        break;
      }
      if (comparison.near === compared && weight >= LEAST_NEAR_WEIGHT)
        near.push({ whole, parts, comparison });
    }
    if (taken > 0) stack.pop(taken);
    stack.push(whole);
  }
  const { all } = stack;
  return { sums, near, roots: above ? all : [...all].reverse() };
}

/** Rows that were passed and are part of no other, with their sums so far in the columns by which blocks are looked for. */
class SumStack {
  private readonly rows: number[] = [];
  private readonly columns: readonly Float64Array[];
  private readonly slacks: readonly number[];
  /** Column → sum of the rows below each place. */
  private readonly sums: readonly Float64Array[];
  /** Column → the place below which no block can begin: a row there has no figure, or less than none. */
  private readonly floors: number[][];

  constructor({ columns }: Figures, size: number) {
    const filled = columns.map(({ figures, exponent }) => {
      let count = 0;
      let areWhole = exponent === 0;
      for (const figure of figures) {
        if (figure > 0) count++;
        if (areWhole && !Number.isNaN(figure) && !Number.isInteger(figure)) areWhole = false;
      }
      // Whole numbers that are written out add up to the figure itself: sums beside it need not be looked at.
      return { figures, slack: areWhole ? 0 : NEAR, count };
    });
    const sought = filled.sort((a, b) => b.count - a.count).slice(0, MOST_SOUGHT);
    this.columns = sought.map(({ figures }) => figures);
    this.slacks = sought.map(({ slack }) => slack);
    this.sums = this.columns.map(() => new Float64Array(size + 1));
    this.floors = this.columns.map(() => []);
  }

  get all(): readonly number[] {
    return this.rows;
  }

  push(row: number): void {
    const at = this.rows.length;
    this.rows.push(row);
    for (let c = 0; c < this.columns.length; c++) {
      const figure = (this.columns[c] as Float64Array)[row] as number;
      const isFigure = figure >= 0;
      const sums = this.sums[c] as Float64Array;
      sums[at + 1] = (sums[at] as number) + (isFigure ? figure : 0);
      const floors = this.floors[c] as number[];
      floors[at] = isFigure ? (at === 0 ? 0 : (floors[at - 1] as number)) : at + 1;
    }
  }

  pop(length: number): void {
    this.rows.length -= length;
  }

  /** The last rows, in the order of the table. */
  top(length: number, above: boolean): readonly number[] {
    const parts = this.rows.slice(this.rows.length - length);
    return above ? parts : parts.reverse();
  }

  /** How many of the last rows may add up to a row: those with which some column meets its figure or passes it. */
  lengths(whole: number): readonly number[] {
    let found: number[] = none;
    const size = this.rows.length;
    for (let c = 0; c < this.columns.length; c++) {
      const figure = (this.columns[c] as Float64Array)[whole] as number;
      if (!(figure > 0) || size === 0) continue;
      const sums = this.sums[c] as Float64Array;
      const floor = (this.floors[c] as number[])[size - 1] as number;
      const total = sums[size] as number;
      const low = lastAtMost(sums, total - figure * (1 - 1e-9), floor, size);
      const slack = Math.max(1e-9, this.slacks[c] as number) * figure;
      for (let start = low; start <= low + 1; start++) {
        const length = size - start;
        if (start < floor || length <= 0 || found.includes(length)) continue;
        if (Math.abs(total - (sums[start] as number) - figure) <= slack) found = [...found, length];
      }
    }
    return found.length < 2 ? found : found.sort((a, b) => a - b);
  }
}

const none: number[] = [];

/**
 * The last place of ascending sums, from `floor` to `size`, that is at most so much, save for what rounding leaves; `floor` where none is. Blocks are
 * short: it is looked for from the end, in steps that double.
 */
function lastAtMost(sums: Float64Array, wanted: number, floor: number, size: number): number {
  let high = size;
  let step = 1;
  let low = size;
  while (low > floor && (sums[low] as number) > wanted) {
    high = low - 1;
    low = Math.max(floor, low - step);
    step *= 2;
  }
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sums[middle] as number) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

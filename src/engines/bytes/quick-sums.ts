import type { Column } from "../../survey/column.ts";
import type { Tally } from "../tally/tally.ts";

/** Stands for a blank cell among numbers that are never negative. */
export const BLANK = -1;

/** What was added up, by group and column; and the records of each group. */
export interface GroupSums {
  readonly sums: Float64Array<ArrayBuffer>;
  readonly compensations: Float64Array<ArrayBuffer>;
  readonly blanks: Uint32Array<ArrayBuffer>;
  readonly records: Uint32Array<ArrayBuffer>;
}

/**
 * Sums of plain numbers by group, laid out so that a record touches as little memory as possible: for each group the sums of all columns
 * and how many records it has; what the sums lose (Knuth's TwoSum, as in `Column`) and blank cells beside them, only where there are any.
 */
export class QuickSums {
  private sums = new Float64Array(0);
  private compensations = new Float64Array(0);
  private blanks = new Uint32Array(0);
  /** Records of each group. */
  private records = new Uint32Array(0);
  /** Rows that were added, and those of them that the tally has been told of. */
  rows = 0;
  private told = 0;
  private lastGroup = 0;

  /** `width` is how many columns there are. */
  constructor(private readonly width: number) {}

  /** Adds the cells of a record to a group. */
  add(group: number, values: Float64Array): void {
    const { width } = this;
    const from = group * width;
    if (from + width > this.sums.length) this.grow(from + width);
    for (let i = 0; i < width; i++) {
      const value = values[i] as number;
      const at = from + i;
      if (value === BLANK) {
        this.blanks[at] = (this.blanks[at] as number) + 1;
        continue;
      }
      this.addTo(at, value);
    }
    this.records[group] = (this.records[group] as number) + 1;
    this.rows++;
    this.lastGroup = group;
  }

  /** Notes rows whose cells come with `merge`, the last of them in a group. */
  pass(group: number, rows: number): void {
    this.rows += rows;
    this.lastGroup = group;
  }

  /** The group that was added to last. */
  get last(): number {
    return this.lastGroup;
  }

  /** Adds the sums of a group in another part of the table. */
  merge(group: number, from: GroupSums, fromGroup: number): void {
    const { width } = this;
    if ((group + 1) * width > this.sums.length) this.grow((group + 1) * width);
    for (let i = 0; i < width; i++) {
      const at = group * width + i;
      const other = fromGroup * width + i;
      this.addTo(at, from.sums[other] as number);
      this.compensations[at] =
        (this.compensations[at] as number) + (from.compensations[other] as number);
      this.blanks[at] = (this.blanks[at] as number) + (from.blanks[other] as number);
    }
    this.records[group] = (this.records[group] as number) + (from.records[fromGroup] as number);
  }

  /** All sums, to be merged elsewhere. */
  get all(): GroupSums {
    const { sums, compensations, blanks, records } = this;
    return { sums, compensations, blanks, records };
  }

  /** Tells the tally of the rows added since it was last told: it carries the parents of the last one on. */
  countRows(tally: Tally): void {
    if (this.rows > this.told) tally.addParts(this.lastGroup, this.rows - this.told);
    this.told = this.rows;
  }

  /** Adds what was summed to the columns; called once, at the end. */
  handOver(tally: Tally, columns: readonly { readonly column: Column }[]): void {
    this.countRows(tally);
    this.records.forEach((records, group) => {
      if (records > 0) tally.countParts(group, records);
    });
    const { width } = this;
    for (let group = 0; group < this.records.length; group++) {
      const records = this.records[group] as number;
      if (records === 0) continue;
      for (let i = 0; i < width; i++) {
        const at = group * width + i;
        const cells = records - (this.blanks[at] as number);
        if (cells > 0)
          (columns[i] as { readonly column: Column }).column.addSum(
            group,
            this.sums[at] as number,
            cells,
            this.compensations[at],
          );
      }
    }
  }

  private addTo(at: number, value: number): void {
    const { sums } = this;
    const sum = sums[at] as number;
    const total = sum + value;
    const shadow = total - sum;
    const lost = sum - (total - shadow) + (value - shadow);
    sums[at] = total;
    // Nothing is lost of whole numbers.
    if (lost !== 0) this.compensations[at] = (this.compensations[at] as number) + lost;
  }

  private grow(atLeast: number): void {
    const groups = Math.ceil(Math.max(atLeast, this.sums.length * 2, 1024) / this.width);
    this.sums = copied(new Float64Array(groups * this.width), this.sums);
    this.compensations = copied(new Float64Array(groups * this.width), this.compensations);
    this.blanks = copied(new Uint32Array(groups * this.width), this.blanks);
    this.records = copied(new Uint32Array(groups), this.records);
  }
}

function copied<T extends { set(from: T): void }>(to: T, from: T): T {
  to.set(from);
  return to;
}

import { type CellRules, LEAST_MOBILE } from "../intake/cell.ts";
import type { Column } from "../survey/column.ts";
import { readDigits } from "./digits.ts";
import type { Tally } from "./tally.ts";

/** A column that is added up: where it stands in a record, what its cells mean, where its totals go. */
export interface SummedColumn {
  readonly field: number;
  readonly rules: CellRules;
  readonly column: Column;
}

/** Greater numbers are left to the cell parser. */
const LARGEST = LEAST_MOBILE - 1;

/** Stands for a blank cell among numbers that are never negative. */
const BLANK = -1;

/**
 * Sums of plain numbers by group, laid out so that a record touches one stretch of memory: for each group, sum and compensation of every
 * column (Knuth's TwoSum, as in `Column`), beside how many cells were added.
 */
export class QuickSums {
  private readonly fields: Int32Array;
  private readonly exponents: Int32Array;
  /** 1 where a fraction is a finding. */
  private readonly whole: Uint8Array;
  private readonly values: Float64Array;
  private sums = new Float64Array(0);
  private cells = new Uint32Array(0);
  /** Records of each group. */
  private records = new Uint32Array(0);
  private rows = 0;
  private lastGroup = 0;

  constructor(private readonly columns: readonly SummedColumn[]) {
    this.fields = Int32Array.from(columns, ({ field }) => field);
    this.exponents = Int32Array.from(columns, ({ rules }) => rules.exponent);
    this.whole = Uint8Array.from(columns, ({ rules }) => (rules.kind === "count" ? 1 : 0));
    this.values = new Float64Array(columns.length);
  }

  /** Adds the cells of a record to a group; false, with nothing added, where one is neither blank nor a plain number. */
  add(group: number, buffer: Uint8Array, starts: Int32Array, ends: Int32Array): boolean {
    const { fields, values, exponents, whole } = this;
    const width = fields.length;
    for (let i = 0; i < width; i++) {
      const field = fields[i] as number;
      const start = starts[field] as number;
      const end = ends[field] as number;
      const exponent = exponents[i] as number;
      if (start === end) {
        values[i] = BLANK;
        continue;
      }
      // Most cells are a few digits.
      let value = 0;
      let at = end - start < 10 && exponent === 0 ? start : end + 1;
      for (; at < end; at++) {
        const digit = (buffer[at] as number) - 48;
        if (digit < 0 || digit > 9) break;
        value = value * 10 + digit;
      }
      if (at !== end) {
        value = readDigits(buffer, start, end, exponent);
        if (!(value <= LARGEST) || (whole[i] === 1 && value !== Math.floor(value))) return false;
      }
      values[i] = value;
    }
    const from = group * width;
    if (from + width > this.cells.length) this.grow(from + width);
    const { sums, cells } = this;
    for (let i = 0; i < width; i++) {
      const value = values[i] as number;
      if (value === BLANK) continue;
      const at = from + i;
      const sum = sums[2 * at] as number;
      const total = sum + value;
      const shadow = total - sum;
      sums[2 * at] = total;
      sums[2 * at + 1] = (sums[2 * at + 1] as number) + (sum - (total - shadow)) + (value - shadow);
      cells[at] = (cells[at] as number) + 1;
    }
    this.records[group] = (this.records[group] as number) + 1;
    this.rows++;
    this.lastGroup = group;
    return true;
  }

  /** Tells the tally of the rows added since it was last told: it carries the parents of the last one on. */
  countRows(tally: Tally): void {
    if (this.rows > 0) tally.addParts(this.lastGroup, this.rows);
    this.rows = 0;
  }

  /** Adds what was summed to the columns; called once, at the end. */
  handOver(tally: Tally): void {
    this.countRows(tally);
    this.records.forEach((records, group) => {
      if (records > 0) tally.countParts(group, records);
    });
    const { columns, sums, cells } = this;
    for (let at = 0; at < cells.length; at++) {
      const count = cells[at] as number;
      if (count === 0) continue;
      const group = Math.floor(at / columns.length);
      (columns[at % columns.length] as SummedColumn).column.addSum(group, sums[2 * at] as number, count, sums[2 * at + 1] as number);
    }
  }

  private grow(atLeast: number): void {
    const size = Math.max(atLeast, this.cells.length * 2, 1024);
    const sums = new Float64Array(2 * size);
    sums.set(this.sums);
    this.sums = sums;
    const cells = new Uint32Array(size);
    cells.set(this.cells);
    this.cells = cells;
    const records = new Uint32Array(Math.ceil(size / Math.max(this.columns.length, 1)));
    records.set(this.records);
    this.records = records;
  }
}

import { absent, exact, interval, type Measured } from "./measured.ts";
import { figuresOf } from "./plain-figures.ts";
import type { Series } from "./totals.ts";

/**
 * One quantity over many keys: sums with their compensation, and how many cells went into each.
 * Sums are carried in two doubles (Knuth's TwoSum), so that the order of the rows does not show in the result.
 */
export class Column {
  private sums: Float64Array<ArrayBuffer>;
  private compensations: Float64Array<ArrayBuffer>;
  private counts: Uint32Array<ArrayBuffer>;
  private spread: Spread | undefined;
  /** Key → rows that stood for it, where fewer cells than rows were added. */
  private stood: Map<number, number> | undefined;
  private blanks: Set<number> | undefined;

  constructor(capacity = 16) {
    this.sums = new Float64Array(capacity);
    this.compensations = new Float64Array(capacity);
    this.counts = new Uint32Array(capacity);
  }

  /** Adds an exact value to a key. */
  add(key: number, value: number): void {
    if (key >= this.sums.length) this.grow(key + 1);
    const sum = this.sums[key] as number;
    const total = sum + value;
    const shadow = total - sum;
    this.compensations[key] =
      (this.compensations[key] as number) + (sum - (total - shadow)) + (value - shadow);
    this.sums[key] = total;
    this.counts[key] = (this.counts[key] as number) + 1;
  }

  /** Adds the sum of so many cells, computed elsewhere, with its compensation. */
  addSum(key: number, sum: number, cells: number, compensation = 0): void {
    this.add(key, sum);
    this.compensations[key] = (this.compensations[key] as number) + compensation;
    this.counts[key] = (this.counts[key] as number) + cells - 1;
  }

  /** Adds a figure of any kind; an absent one adds nothing. */
  addMeasured(key: number, m: Measured): void {
    if ("absent" in m) return;
    if ("value" in m) {
      this.add(key, m.value);
      if (m.approximate) this.flag(key, APPROXIMATE);
      return;
    }
    this.add(key, 0);
    const spread = this.spreadFor(key);
    spread.low[key] = (spread.low[key] as number) + m.low;
    spread.high[key] = (spread.high[key] as number) + m.high;
    this.flag(key, INTERVAL | (m.lowOpen ? LOW_OPEN : 0) | (m.highOpen ? HIGH_OPEN : 0));
  }

  /** Replaces whatever the key held. */
  set(key: number, m: Measured): void {
    if (key >= this.sums.length) this.grow(key + 1);
    this.sums[key] = 0;
    this.compensations[key] = 0;
    this.counts[key] = 0;
    if (this.spread) {
      this.spread.low[key] = 0;
      this.spread.high[key] = 0;
      this.spread.flags[key] = 0;
    }
    this.addMeasured(key, m);
  }

  /** How many cells were added to the key. */
  count(key: number): number {
    return this.counts[key] ?? 0;
  }

  /** Notes how many rows stood for the key: each may give a cell, or leave it blank. */
  expect(key: number, rows: number): void {
    if (rows <= this.count(key)) return;
    this.stood ??= new Map();
    this.stood.set(key, rows);
  }

  /** How many rows stood for the key, at least as many as cells were added: a total of 2 cells out of 3 is that of 2 parts. */
  rows(key: number): number {
    return Math.max(this.stood?.get(key) ?? 0, this.count(key));
  }

  /** Whether any key has fewer cells than rows. */
  get lacksCells(): boolean {
    return this.stood !== undefined;
  }

  /** Notes that a cell of the key is blank, or bears a mark of missing. */
  noteBlank(key: number): void {
    this.blanks ??= new Set();
    this.blanks.add(key);
  }

  /** Whether the key has a cell in which nothing stands, and no other. */
  isBlank(key: number): boolean {
    return this.blanks?.has(key) === true && this.count(key) === 0;
  }

  /** The keys that are blank, in ascending order. */
  get blankKeys(): readonly number[] {
    return [...(this.blanks ?? [])].filter((key) => this.isBlank(key)).sort((a, b) => a - b);
  }

  /** The total of the key, absent with "no-data" where no cell was added. */
  at(key: number): Measured {
    if (this.count(key) === 0) return absent("no-data");
    const sum = (this.sums[key] as number) + (this.compensations[key] as number);
    const flags = this.spread?.flags[key] ?? 0;
    if (flags === 0 || this.spread === undefined) return { value: sum };
    if (!(flags & INTERVAL)) return exact(sum, true);
    return interval(
      sum + (this.spread.low[key] as number),
      sum + (this.spread.high[key] as number),
      (flags & LOW_OPEN) !== 0,
      (flags & HIGH_OPEN) !== 0,
    );
  }

  /** As `at`, for a total that is exact and not approximate; undefined for any other. */
  plain(key: number): number | undefined {
    if (
      (this.counts[key] ?? 0) === 0 ||
      (this.spread !== undefined && this.spread.flags[key] !== 0)
    )
      return undefined;
    return (this.sums[key] as number) + (this.compensations[key] as number);
  }

  /** `plain` of the keys below `size`, NaN where it is undefined. */
  figures(size: number): Float64Array {
    const figures = new Float64Array(size).fill(Number.NaN);
    const { sums, compensations, counts, spread } = this;
    const end = Math.min(size, counts.length);
    for (let key = 0; key < end; key++) {
      if (counts[key] === 0 || (spread !== undefined && spread.flags[key] !== 0)) continue;
      figures[key] = (sums[key] as number) + (compensations[key] as number);
    }
    return figures;
  }

  /** Adds all of another column's key to a key of this one. */
  merge(key: number, from: Column, fromKey: number): void {
    const cells = from.count(fromKey);
    if (from.isBlank(fromKey)) this.noteBlank(key);
    if (cells === 0) return;
    const rows = this.rows(key) + from.rows(fromKey);
    const plain = from.plain(fromKey);
    if (plain === undefined) this.addMeasured(key, from.at(fromKey));
    else this.add(key, plain);
    this.counts[key] = (this.counts[key] as number) + cells - 1;
    this.expect(key, rows);
  }

  /** Adds another column key by key. */
  mergeAll(from: Column): void {
    if (from.spread || from.stood || from.blanks) {
      for (let key = 0; key < from.counts.length; key++) this.merge(key, from, key);
      return;
    }
    const figures = from.figures(from.counts.length);
    figures.forEach((figure, key) => {
      if (!Number.isNaN(figure)) this.addSum(key, figure, from.counts[key] as number);
    });
  }

  private flag(key: number, bits: number): void {
    const { flags } = this.spreadFor(key);
    flags[key] = (flags[key] as number) | bits;
  }

  private spreadFor(key: number): Spread {
    this.spread ??= {
      low: new Float64Array(this.sums.length),
      high: new Float64Array(this.sums.length),
      flags: new Uint8Array(this.sums.length),
    };
    if (key >= this.spread.low.length) this.grow(key + 1);
    return this.spread;
  }

  private grow(atLeast: number): void {
    const size = Math.max(atLeast, this.sums.length * 2);
    this.sums = copied(new Float64Array(size), this.sums);
    this.compensations = copied(new Float64Array(size), this.compensations);
    this.counts = copied(new Uint32Array(size), this.counts);
    if (this.spread) {
      this.spread.low = copied(new Float64Array(size), this.spread.low);
      this.spread.high = copied(new Float64Array(size), this.spread.high);
      this.spread.flags = copied(new Uint8Array(size), this.spread.flags);
    }
  }
}

/** The sum of figures, whatever their order; absent with the first reason met, and with "no-data" where there is none to add. */
export function sum(figures: Iterable<Measured>): Measured {
  const column = new Column(1);
  for (const m of figures) {
    if ("absent" in m) return m;
    column.addMeasured(0, m);
  }
  return column.at(0);
}

/** The sum of some figures of a series, as `sum` has it; the indices ascend. */
export function sumAt(series: Series, indices: readonly number[]): Measured {
  const column = new Column(1);
  const figures = figuresOf(series, (indices.at(-1) ?? -1) + 1);
  for (const index of indices) {
    const plain = figures[index] as number;
    if (!Number.isNaN(plain)) {
      column.add(0, plain);
      continue;
    }
    const m = series.at(index);
    if ("absent" in m) return m;
    column.addMeasured(0, m);
  }
  return column.at(0);
}

const APPROXIMATE = 1;
const INTERVAL = 2;
const LOW_OPEN = 4;
const HIGH_OPEN = 8;

interface Spread {
  low: Float64Array<ArrayBuffer>;
  high: Float64Array<ArrayBuffer>;
  flags: Uint8Array<ArrayBuffer>;
}

function copied<T extends { set(from: T): void }>(to: T, from: T): T {
  to.set(from);
  return to;
}

import { LINE_FEED } from "./block.ts";
import { FieldScan } from "./field-scan.ts";
import type { QuickPlan } from "./quick-plan.ts";
import { QuickScan } from "./quick-scan.ts";
import type { GroupSums } from "./quick-sums.ts";
import { WholeLines } from "./whole-lines.ts";

/**
 * A range of a table that was read without knowing what stands before it: the sums of its quick records by key, and the records that have
 * to be read in their order, after everything above them: the first one of each key, and those that are not quick.
 */
export interface RangePart {
  /** How many bytes were read: all, or those before a record that only the record reader can tell the end of. */
  readonly read: number;
  /** The records to be read in order, one after another. */
  readonly records: Uint8Array<ArrayBuffer>;
  /** For each of them: where it ends in `records`. */
  readonly ends: readonly number[];
  /** The key that it is the first record of, keys being numbered as they are met; -1 where it is not quick. */
  readonly keys: readonly number[];
  /** How many quick records stand before it, after the last one; one figure more than records, for those at the end. */
  readonly before: readonly number[];
  /** The key of the last of these. */
  readonly lastKeys: readonly number[];
  /** By key, without the first record of each. */
  readonly sums: GroupSums;
}

/** Beyond these the range is left to be read in order from there on: memory is bounded, and little would be won. */
const MOST_KEYS = 1 << 17;
const MOST_BYTES = 1 << 24;
const NO_KEY = -1;

/** Reads the records of a range that begins with one. */
export function scanRange(blocks: Iterable<Uint8Array>, plan: QuickPlan): RangePart {
  const run = new RangeRun(plan);
  const lines = new WholeLines();
  let length = 0;
  for (const block of blocks) {
    length += block.length;
    lines.push(block, (bytes) => run.take(bytes));
    if (run.stopped) break;
  }
  if (!run.stopped) run.take(lines.end());
  return run.finish(length);
}

class RangeRun {
  stopped = false;
  private readonly quick: QuickScan;
  private readonly scan: FieldScan;
  private read = 0;
  private length = 0;
  private told = 0;
  private met = 0;
  private readonly pieces: Uint8Array[] = [];
  private readonly ends: number[] = [];
  private readonly keys: number[] = [];
  private readonly before: number[] = [];
  private readonly lastKeys: number[] = [];

  constructor(plan: QuickPlan) {
    this.quick = new QuickScan(plan);
    this.scan = new FieldScan(plan.fields, plan.delimiter, plan.quotes);
  }

  /** Reads whole lines. */
  take(bytes: Uint8Array): void {
    if (this.stopped) return;
    this.quick.enter(bytes);
    let at = 0;
    while (at < bytes.length && !this.stopped) {
      at = this.quick.run(at);
      if (at < bytes.length) at = this.leave(bytes, at);
    }
    this.read += at;
  }

  finish(length: number): RangePart {
    this.tell();
    const { ends, keys, before, lastKeys } = this;
    // The last line may have been given the line feed that it lacks.
    return {
      read: Math.min(this.read, length),
      records: joined(this.pieces, this.length),
      ends,
      keys,
      before,
      lastKeys,
      sums: this.quick.sums.all,
    };
  }

  /** Leaves a record to be read in order; where it ends, or where it starts where that cannot be told. */
  private leave(bytes: Uint8Array, at: number): number {
    const { quick, scan } = this;
    const isNewKey = quick.lacksKey;
    const end = isNewKey ? bytes.indexOf(LINE_FEED, at) + 1 : scan.scan(bytes, at, bytes.length);
    this.stopped = (isNewKey ? this.met >= MOST_KEYS : !scan.common) || this.length > MOST_BYTES;
    if (this.stopped) return at;
    this.tell();
    this.keys.push(isNewKey ? this.met : NO_KEY);
    if (isNewKey) quick.learn(this.met++);
    this.pieces.push(bytes.slice(at, end));
    this.length += end - at;
    this.ends.push(this.length);
    return end;
  }

  private tell(): void {
    const { rows, last } = this.quick.sums;
    this.before.push(rows - this.told);
    this.lastKeys.push(last);
    this.told = rows;
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

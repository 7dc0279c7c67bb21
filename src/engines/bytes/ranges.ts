import type { Source } from "../../intake/files/source.ts";
import type { Part, Request, ScanOptions } from "../engine.ts";
import { LINE_FEED } from "./block.ts";
import { ByteRun } from "./byte-run.ts";
import type { QuickPlan } from "./quick-plan.ts";
import type { RangePart } from "./range-scan.ts";

/** Reads ranges of a file elsewhere, all at the same time. */
export interface RangeReaders {
  /** Begins to read a range; undefined where that fails: the range is then read here. */
  start(from: number, to: number, plan: QuickPlan): Promise<RangePart | undefined>;
  /** Ends whatever still runs. */
  stop(): void;
}

/** A line that is longer is not looked through for its end. */
const LONGEST_LINE = 1 << 16;

/** Offsets, each behind a line feed, that cut a file into about equal ranges; as many as can be found, in order. */
export function cutsOf(source: Source, ranges: number): number[] {
  const size = source.size ?? 0;
  const cuts = new Set<number>();
  for (let i = 1; i < ranges; i++) {
    const from = Math.floor((size * i) / ranges);
    let at = from;
    for (const block of source.range?.(from, Math.min(from + LONGEST_LINE, size)) ?? []) {
      const lineFeed = block.indexOf(LINE_FEED);
      at += lineFeed === -1 ? block.length : lineFeed + 1;
      if (lineFeed === -1) continue;
      if (at < size) cuts.add(at);
      break;
    }
  }
  return [...cuts].sort((a, b) => a - b);
}

/**
 * Reads a table whose ranges behind the first are read elsewhere meanwhile. Whether a cut fell between two records, and what the rows of a range
 * mean after those above it, is told here, in the order of the file: a range that does not fit is read again from its beginning, and all of the
 * table where that shows when part of the range has been taken.
 */
export async function scanInRanges(
  source: Source,
  request: Request,
  cuts: readonly number[],
  readers: RangeReaders,
  options: ScanOptions = {},
): Promise<Part> {
  const run = new ByteRun(request);
  if (!run.canBeCut) return scanInOrder(source, request, options);
  const ends = [...cuts, source.size ?? 0];
  const range = (from: number, to: number | undefined): Iterable<Uint8Array> =>
    source.range?.(from, to ?? 0) ?? [];
  try {
    const parts = cuts.map((from, i) => readers.start(from, ends[i + 1] ?? 0, run.quickPlan));
    await run.readBlocks(range(0, ends[0]), options);
    for (const [i, cut] of cuts.entries()) {
      const part = run.isBetweenRecords ? await parts[i] : undefined;
      options.signal?.throwIfAborted();
      if (part && !run.merge(part)) {
        options.progress?.(-cut, 1);
        return await scanInOrder(source, request, options);
      }
      const from = cut + (part?.read ?? 0);
      options.progress?.(from - cut, run.line);
      await run.readBlocks(range(from, ends[i + 1]), options);
    }
    return run.finish();
  } finally {
    readers.stop();
  }
}

/** Reads a table from its first byte to its last. */
export async function scanInOrder(
  source: Source,
  request: Request,
  options: ScanOptions = {},
): Promise<Part> {
  const run = new ByteRun(request);
  await run.readBlocks(source.blocks(), options);
  return run.finish();
}

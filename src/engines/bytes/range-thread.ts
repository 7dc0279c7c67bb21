import { parentPort, workerData } from "node:worker_threads";
import { fileSource } from "../../intake/files/source.ts";
import type { QuickPlan } from "./quick-plan.ts";
import { scanRange } from "./range-scan.ts";

// What a thread does: it reads one range of a file, hands over what that gave, and ends.

/** A range of a file, for a thread. */
export interface RangeOrder {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly plan: QuickPlan;
}

const { path, from, to, plan } = workerData as RangeOrder;
const part = scanRange(fileSource(path).range?.(from, to) ?? [], plan);
const { sums, compensations, blanks, records } = part.sums;
parentPort?.postMessage(
  part,
  [part.records, sums, compensations, blanks, records].map(({ buffer }) => buffer),
);

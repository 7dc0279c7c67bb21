import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, expect, test } from "vitest";
import type { QuickPlan } from "../../../src/engines/bytes/quick-plan.ts";
import { type RangePart, scanRange } from "../../../src/engines/bytes/range-scan.ts";
import type { RangeOrder } from "../../../src/engines/bytes/range-thread.ts";
import { threadsFor } from "../../../src/engines/bytes/threads.ts";
import { fileSource } from "../../../src/intake/files/source.ts";

const folder = mkdtempSync(join(tmpdir(), "cdj-threads-"));
afterAll(() => rmSync(folder, { recursive: true }));

const path = join(folder, "t.csv");
const header = "社区名称,户数(户),经费(元)\n";
const rows = Array.from({ length: 1000 }, (_, i) => `第${i % 7}社区,${i},${(i % 13) / 4}`).join(
  "\n",
);
writeFileSync(path, `${header}${rows}\n`);
const plan: QuickPlan = {
  fields: 3,
  encoding: "utf-8",
  delimiter: 44,
  quotes: true,
  keys: [0],
  labels: [],
  columns: [
    { field: 1, exponent: 0, whole: true, most: 1e9 },
    { field: 2, exponent: 0, whole: false, most: 1e9 },
  ],
};

/** Runs what the build has made of the thread. */
function inThread(order: RangeOrder): Promise<RangePart> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(
      new URL("../../../dist/engines-bytes-range-thread.thread.js", import.meta.url),
      { workerData: order },
    );
    thread.once("message", resolve);
    thread.once("error", reject);
  });
}

test("the built thread gives what the function gives that it runs", async () => {
  const file = fileSource(path);
  const from = Buffer.byteLength(header);
  const to = file.size as number;
  const part = await inThread({ path, from, to, plan });
  expect(part).toEqual(scanRange(file.range?.(from, to) ?? [], plan));
  expect(part.read).toBe(to - from);
});

test("a thread without a file fails; who asked for it gets nothing, and no error", async () => {
  const path = join(folder, "none.csv");
  await expect(inThread({ path, from: 0, to: 10, plan })).rejects.toMatchObject({
    problem: "no-such-file",
  });
  const readers = threadsFor(path);
  expect(await readers.start(0, 10, plan)).toBeUndefined();
  readers.stop();
});

import { Worker } from "node:worker_threads";
import type { RangeOrder } from "./range-thread.ts";
import type { RangeReaders } from "./ranges.ts";

/** Threads that each read a range of a file. One that fails in whatever way gives nothing: the range is then read here, where errors have their words. */
export function threadsFor(path: string): RangeReaders {
  const threads: Worker[] = [];
  return {
    async start(from, to, plan) {
      const order: RangeOrder = { path, from, to, plan };
      try {
        const thread = new Worker(new URL("./range-thread.ts", import.meta.url), {
          workerData: order,
        });
        threads.push(thread);
        return await new Promise((resolve) => {
          thread.on("message", resolve);
          thread.on("error", () => resolve(undefined));
          thread.on("exit", () => resolve(undefined));
        });
      } catch {
        return undefined;
      }
    },
    stop() {
      for (const thread of threads) void thread.terminate();
    },
  };
}

import type { Source } from "../intake/files/source.ts";
import type { ReadingPlan } from "../intake/plan.ts";
import { byteEngine } from "./bytes/byte-engine.ts";
import type { Engine } from "./engine.ts";
import { streamEngine } from "./tally/stream-engine.ts";

/** The engines, the quickest first; the last one takes any table. */
export const engines: readonly Engine[] = [byteEngine, streamEngine];

/** The first engine that can execute a plan on a source. The one for databases is loaded where there is one; rows that are cut already need none for bytes. */
export async function engineFor(plan: ReadingPlan, source: Source): Promise<Engine> {
  if (source.columnar !== undefined) {
    const { duckdbEngine } = await import("./database/duckdb.ts");
    if (duckdbEngine.accepts(plan, source)) return duckdbEngine;
  }
  if (source.rows !== undefined) return streamEngine;
  return engines.find((engine) => engine.accepts(plan, source)) ?? streamEngine;
}

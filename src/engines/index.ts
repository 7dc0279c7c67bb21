import type { ReadingPlan } from "../intake/plan.ts";
import type { Source } from "../intake/source.ts";
import { byteEngine } from "./bytes.ts";
import type { Engine } from "./engine.ts";
import { streamEngine } from "./stream.ts";

/** The engines, the quickest first; the last one takes any table. */
export const engines: readonly Engine[] = [byteEngine, streamEngine];

/** The first engine that can execute a plan on a source. The one for databases is loaded where there is one. */
export async function engineFor(plan: ReadingPlan, source: Source): Promise<Engine> {
  if (source.columnar !== undefined) {
    const { duckdbEngine } = await import("./duckdb.ts");
    if (duckdbEngine.accepts(plan, source)) return duckdbEngine;
  }
  return engines.find((engine) => engine.accepts(plan, source)) ?? streamEngine;
}

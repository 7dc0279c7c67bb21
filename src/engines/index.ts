import type { ReadingPlan } from "../intake/plan.ts";
import { byteEngine } from "./bytes.ts";
import type { Engine } from "./engine.ts";
import { streamEngine } from "./stream.ts";

/** The engines, the quickest first. */
export const engines: readonly Engine[] = [byteEngine, streamEngine];

/** The first engine that can execute a plan; the last one takes any. */
export const engineFor = (plan: ReadingPlan): Engine => engines.find((engine) => engine.accepts(plan)) ?? streamEngine;

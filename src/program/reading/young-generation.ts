import { setFlagsFromString } from "node:v8";
import type { Source } from "../../intake/files/source.ts";

/** From this size on, memory is kept small. */
const LARGE = 32 * 2 ** 20;
/** Versions of V8 that have the setting: others would complain. */
const knowing: ReadonlySet<string> = new Set(["11", "12", "13"]);

/**
 * For a large file: V8's young generation stays at the size it has. What is read leaves little behind, so that nothing is won by letting it
 * grow; a run on 1,000,000 rows takes 86 instead of 110 MiB in the same time. Many areas in small files are collected faster when it grows.
 */
export function keepSmall({ size = 0 }: Source): void {
  if (size >= LARGE && knowing.has(process.versions.v8.split(".")[0] ?? ""))
    setFlagsFromString("--semi-space-growth-factor=1");
}

import { type BigIntStats, realpathSync, statSync } from "node:fs";
import { CdjError } from "../../survey/error.ts";
import { expandFiles } from "./expand-files.ts";

/**
 * Inputs are never written to: throws a CdjError where one of the outputs is also read, be it by another spelling of its path, through a link,
 * or within a folder or a glob. Inputs that do not exist are reported where they are read.
 */
export async function keepInputs(
  outputs: readonly (string | undefined)[],
  inputs: readonly (string | undefined)[],
): Promise<void> {
  const targets = outputs.flatMap((output) =>
    output === undefined ? [] : identitiesOf(output).map((identity) => [identity, output] as const),
  );
  if (targets.length === 0) return;
  const read = new Set<string>();
  for (const input of inputs) {
    if (input === undefined || input === "-") continue;
    const files = await expandFiles([input]).catch((error) =>
      error instanceof CdjError ? [] : Promise.reject(error),
    );
    for (const file of files) for (const identity of identitiesOf(file)) read.add(identity);
  }
  const over = targets.find(([identity]) => read.has(identity));
  if (over) throw new CdjError("output-is-input", { file: over[1] });
}

/** What is the same for every name of a regular file; nothing for a file that does not exist yet, a device or a pipe. */
function identitiesOf(path: string): string[] {
  let stats: BigIntStats;
  try {
    stats = statSync(path, { bigint: true });
  } catch {
    return [];
  }
  if (!stats.isFile()) return [];
  // Some file systems number no files.
  return [realpathSync(path), ...(stats.ino > 0n ? [`${stats.dev}:${stats.ino}`] : [])];
}

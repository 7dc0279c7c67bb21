import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { applyForest } from "../../src/areas/forest/apply-forest.ts";
import { engines } from "../../src/engines/index.ts";
import { decide } from "../../src/intake/decide.ts";
import { memorySource } from "../../src/intake/files/source.ts";
import { eachRecord } from "../../src/intake/records/each-record.ts";
import { CdjError } from "../../src/survey/error.ts";
import { mutated, randomFrom } from "./mutate.ts";

export interface Fuzzed {
  readonly runs: number;
  readonly refused: number;
  readonly read: number;
  /** The longest that one input took, in milliseconds. */
  readonly longest: number;
  /** Inputs that crashed, lost a row or took too long: base64 and what went wrong. */
  readonly failures: readonly { readonly input: string; readonly what: string }[];
}

/** All fixtures that are tables. */
export function fixtureTables(folder: string): Buffer[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".csv"))
    .sort()
    .map((name) => readFileSync(join(folder, name)));
}

/** Reads changed tables, one after the other: each has to be read without losing a row, or refused with a sentence, within the time. */
export async function fuzz(
  tables: readonly Buffer[],
  runs: number,
  seed: number,
  limit = 1000,
): Promise<Fuzzed> {
  const random = randomFrom(seed);
  const failures: { input: string; what: string }[] = [];
  let refused = 0;
  let longest = 0;
  for (let run = 0; run < runs; run++) {
    const bytes = mutated(tables, random);
    const start = performance.now();
    const what = await tryReading(bytes);
    const took = performance.now() - start;
    longest = Math.max(longest, took);
    if (what === "refused") refused++;
    else if (what !== undefined) failures.push({ input: bytes.toString("base64"), what });
    if (took > limit)
      failures.push({ input: bytes.toString("base64"), what: `${Math.round(took)} ms` });
  }
  return { runs, refused, read: runs - refused, longest, failures };
}

async function tryReading(bytes: Buffer): Promise<string | undefined> {
  const source = memorySource("table.csv", bytes);
  try {
    const { plan } = await decide(source, { headless: true });
    let body = 0;
    await eachRecord(source, plan, (_, isBody) => {
      if (isBody) body++;
    });
    for (const engine of engines) {
      if (!engine.accepts(plan, source)) continue;
      const part = applyForest(await engine.scan(source, { plan, findingsPerCode: 5 }));
      const setAside = part.excluded.reduce((sum, { rows = 1 }) => sum + rows, 0);
      if (part.rows + setAside !== body)
        return `${part.rows} rows + ${setAside} set aside of ${body}`;
    }
    return undefined;
  } catch (error) {
    if (error instanceof CdjError) return "refused";
    return (error as Error).stack ?? String(error);
  }
}

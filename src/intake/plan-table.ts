import { type Decision, decide, type IntakeOptions } from "./decide.ts";
import type { Source } from "./files/source.ts";
import { asTable } from "./shapes/table-taken-out.ts";

/** A table with a row for each area, and how it is to be read. */
export interface PlannedTable {
  readonly source: Source;
  readonly decision: Decision;
}

/**
 * Makes a table plain and decides how it is to be read, from one reading of its first part. Throws a CdjError for what cannot be read
 * as a table.
 */
export async function planTable(source: Source, options: IntakeOptions): Promise<PlannedTable> {
  const taken = await asTable(source, options);
  return { source: taken.source, decision: await decide(taken.source, options, taken.sample) };
}

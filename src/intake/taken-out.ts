import { asCommunityBands } from "./bands-source.ts";
import type { Mapping } from "./columns.ts";
import { asForm } from "./form-source.ts";
import { isPlainTable } from "./plain-table.ts";
import { firstRows } from "./small-text.ts";
import type { Source } from "./source.ts";

interface Declared {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly mapping?: Mapping;
}

/** The source as a table with a row for each area: what counts communities by ranges and what is the form of one community are rewritten as one. */
export async function asTable(source: Source, declared: Declared = {}): Promise<Source> {
  if (isPlainTable((await firstRows(source, declared)) ?? [])) return source;
  return (await asCommunityBands(source, declared)) ?? (await asForm(source, declared)) ?? source;
}

import type { Source } from "../files/source.ts";
import type { Mapping } from "../meaning/planned-columns.ts";
import { firstRows } from "../records/small-text.ts";
import { isPlainTable } from "./plain-table.ts";

interface Declared {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly mapping?: Mapping;
}

/**
 * The source as a table with a row for each area: what counts communities by ranges, what is the form of one community and what has its areas
 * across the columns are rewritten as one; columns apart by blanks are cut, blocks beside each
 * other put below each other.
 */
export async function asTable(source: Source, declared: Declared = {}): Promise<Source> {
  if (isPlainTable((await firstRows(source, declared)) ?? [])) return source;
  const { asAligned } = await import("./aligned-source.ts");
  const aligned = await asAligned(source, declared);
  return taken(aligned ?? source, declared);
}

async function taken(source: Source, declared: Declared): Promise<Source> {
  // Loaded only where a table is not plain: most are.
  const { asCommunityBands } = await import("./bands-source.ts");
  const { asForm } = await import("./form-source.ts");
  const { asTurned } = await import("./turned-source.ts");
  const { asBlocksBelow } = await import("./beside-source.ts");
  return (
    (await asBlocksBelow(source, declared)) ??
    (await asCommunityBands(source, declared)) ??
    (await asTurned(source, declared)) ??
    (await asForm(source, declared)) ??
    source
  );
}

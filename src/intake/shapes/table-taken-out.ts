import type { Source } from "../files/source.ts";
import type { Mapping } from "../meaning/planned-columns.ts";
import { refuseRespondents } from "../rows/respondents.ts";
import { type Declared, type Sample, sampleOf } from "../sample.ts";
import { isPlainTable } from "./plain-table.ts";
import type { WholeTable } from "./rewritten.ts";

/** A table with a row for each area, and its sample. */
export interface TakenTable {
  readonly source: Source;
  readonly sample: Sample;
}

/**
 * The source as a table with a row for each area: what counts communities by ranges, what is the form of one community and what has its areas
 * across the columns are made one; columns apart by blanks are cut, blocks beside each other put below each other. Its text is read once:
 * every shape is told from the same records. Throws a CdjError where each row is one person.
 */
export async function asTable(
  source: Source,
  declared: Declared & { readonly mapping?: Mapping } = {},
): Promise<TakenTable> {
  const sample = await sampleOf(source, declared);
  if (isPlainTable(sample.records)) return { source, sample };
  refuseRespondents(
    source.name,
    sample.records.map(({ fields }) => fields),
  );
  // Loaded only where a table is not plain: most are.
  const { asAligned, otherShapes } = await import("./other-shapes.ts");
  const whole = wholeTable(source, sample, declared);
  const aligned = whole && declared.delimiter === undefined ? asAligned(whole) : undefined;
  const from = aligned ? wholeTable(aligned, await sampleOf(aligned), declared) : whole;
  if (!from) return { source, sample };
  for (const shape of otherShapes) {
    const made = shape(from);
    if (made) return { source: made, sample: await sampleOf(made) };
  }
  return aligned ? { source: aligned, sample: await sampleOf(aligned) } : { source, sample };
}

/** All of a source of moderate size, as shapes are told from it; undefined for a larger one. */
export const wholeTableOf = async (
  source: Source,
  declared: Declared & { readonly mapping?: Mapping } = {},
): Promise<WholeTable | undefined> =>
  wholeTable(source, await sampleOf(source, declared), declared);

function wholeTable(
  source: Source,
  { dialect, whole, text }: Sample,
  { mapping }: { readonly mapping?: Mapping },
): WholeTable | undefined {
  const records = whole();
  return (
    records && {
      source,
      records,
      dialect,
      ...(text !== undefined && { text }),
      ...(mapping && { mapping }),
    }
  );
}

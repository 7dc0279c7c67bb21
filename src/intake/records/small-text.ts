import { decodeWhole } from "../files/decoder.ts";
import { detectEncoding } from "../files/encoding.ts";
import type { Source } from "../files/source.ts";
import { knownHeads } from "../heads/known-heads.ts";
import { detectDialect } from "./dialect.ts";
import { type Dialect, recordsOf, type TableRecord } from "./records.ts";

export interface TextRow {
  /** The physical line it begins on, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

const SMALL_BYTES = 1 << 20;
const FIRST_BYTES = 1 << 12;

interface Declared {
  readonly encoding?: string;
  readonly delimiter?: string;
}

/** All rows of a small source, to see what kind of table it is; undefined where it is larger or its text cannot be decoded. */
export async function textRows(source: Source, declared: Declared): Promise<TextRow[] | undefined> {
  const { bytes, complete } = await source.head(SMALL_BYTES);
  return complete ? rowsIn(bytes, true, source, declared) : undefined;
}

/** As `textRows`, with how the text is written. */
export async function textTable(
  source: Source,
  declared: Declared,
): Promise<{ records: TableRecord[]; dialect: Dialect } | undefined> {
  const { bytes, complete } = await source.head(SMALL_BYTES);
  return complete ? tableIn(bytes, true, source, declared) : undefined;
}

/** The first rows of a source, as they seem to be; undefined where its text cannot be decoded. */
export async function firstRows(
  source: Source,
  declared: Declared,
): Promise<TextRow[] | undefined> {
  const { bytes, complete } = await source.head(FIRST_BYTES);
  const rows = await rowsIn(bytes, complete, source, declared);
  return complete ? rows : rows?.slice(0, -1);
}

const rowsIn = async (
  bytes: Uint8Array,
  complete: boolean,
  source: Source,
  declared: Declared,
): Promise<TextRow[] | undefined> => (await tableIn(bytes, complete, source, declared))?.records;

/** The whole text of a small source, and whether a delimiter cuts its lines; undefined where it is larger or cannot be decoded. */
export async function smallText(
  source: Source,
  declared: Declared,
): Promise<{ text: string; parted: boolean } | undefined> {
  const { bytes, complete } = await source.head(SMALL_BYTES);
  if (!complete || bytes.length === 0) return undefined;
  const encoding = declared.encoding ?? (await detectEncoding(bytes, true))?.encoding;
  const text =
    encoding === undefined
      ? undefined
      : await decodeWhole(encoding, bytes, false).catch(() => undefined);
  if (text === undefined) return undefined;
  const records = recordsOf(text, detectDialect(text, knownHeads)).slice(0, 50);
  return { text, parted: records.some(({ fields }) => knownHeads(fields) >= 2) };
}

async function tableIn(
  bytes: Uint8Array,
  complete: boolean,
  source: Source,
  declared: Declared,
): Promise<{ records: TableRecord[]; dialect: Dialect } | undefined> {
  if (bytes.length === 0) return undefined;
  const written = source.origin?.written;
  const encoding =
    written?.encoding ?? declared.encoding ?? (await detectEncoding(bytes, complete))?.encoding;
  if (encoding === undefined) return undefined;
  const text = await decodeWhole(encoding, bytes, !complete).catch(() => undefined);
  if (text === undefined) return undefined;
  const delimiter = written?.delimiter ?? declared.delimiter;
  const dialect =
    delimiter?.length === 1 ? { delimiter, quote: '"', escape: '"' } : detectDialect(text);
  return { records: recordsOf(text.replace(/^\uFEFF/u, ""), dialect), dialect };
}

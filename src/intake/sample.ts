import { isAscii } from "node:buffer";
import { CdjError } from "../survey/error.ts";
import { decodeWhole } from "./files/decoder.ts";
import { checkEncoding, detectEncoding, type Encoding } from "./files/encoding.ts";
import { recordOfRow, rowsWritten } from "./files/rows-source.ts";
import type { Source } from "./files/source.ts";
import { wrongDecoding } from "./files/wrong-decoding.ts";
import { isKnownHead, knownHeads } from "./heads/known-heads.ts";
import { detectDialect } from "./records/dialect.ts";
import { type Dialect, recordsOf, type TableRecord } from "./records/records.ts";

/** What the user declared about how a file is written. */
export interface Declared {
  readonly encoding?: string;
  readonly delimiter?: string;
}

/** The first part of a table as it was read once: all that comes before the engine is decided from it. */
export interface Sample {
  readonly encoding: Encoding;
  readonly dialect: Dialect;
  /** The first records; without the one in which the sample ends. */
  readonly records: readonly TableRecord[];
  /** Whether these are all records of the table. */
  readonly complete: boolean;
  /** The text they were cut from; undefined for rows that came cut. */
  readonly text?: string;
  /** All records of a table of moderate size, for shapes that only the whole table tells; undefined for a larger one. */
  readonly whole: () => readonly TableRecord[] | undefined;
}

const HEAD_BYTES = 1 << 20;
const SAMPLE_CHARACTERS = 256_000;
/** Shapes are told of so many rows that came cut. */
const MOST_ROWS = 20_000;
/** How far a later table is looked for. */
const FAR_BYTES = 64 << 20;

/**
 * Reads the first part of a source: its encoding and dialect as declared, else as its bytes tell them, and its first records.
 * Throws a CdjError where there are no bytes or no decodable text.
 */
export async function sampleOf(source: Source, declared: Declared = {}): Promise<Sample> {
  if (source.rows) return sampleOfRows(source.name, source.rows);
  const { bytes, complete } = await source.head(HEAD_BYTES);
  if (bytes.length === 0) throw new CdjError("empty-file", { file: source.name });
  const encoding = await chooseEncoding(source, bytes, complete, declared.encoding);
  const all = await decodeWhole(encoding.encoding, bytes, !complete);
  const isCut = all.length > SAMPLE_CHARACTERS;
  const text = isCut ? all.slice(0, SAMPLE_CHARACTERS) : all;
  if (text.trim() === "") throw new CdjError("empty-file", { file: source.name });
  const wrong = wrongDecoding(text, familiarWords);
  if (wrong) throw new CdjError("wrongly-decoded", { file: source.name, ...wrong });
  const dialect = chooseDialect(source, text, declared.delimiter);
  const records = wholeRecords(text, dialect, complete && !isCut);
  return {
    encoding,
    dialect,
    records,
    complete: complete && !isCut,
    text: all,
    whole: () => (!complete ? undefined : isCut ? recordsOf(all, dialect) : records),
  };
}

/** The records of a larger part of the source than the sample is, read as the sample was. */
export async function recordsFurtherOn(
  source: Source,
  { encoding, dialect }: Sample,
): Promise<readonly TableRecord[]> {
  const { bytes, complete } = await source.head(FAR_BYTES);
  const text = await decodeWhole(encoding.encoding, bytes, !complete);
  return wholeRecords(text, dialect, complete);
}

function sampleOfRows(file: string, rows: readonly (readonly string[])[]): Sample {
  if (rows.every((row) => row.every((cell) => cell.trim() === "")))
    throw new CdjError("empty-file", { file });
  const recordsOfAll = (): readonly TableRecord[] => rows.map((row, i) => recordOfRow(row, i + 1));
  let characters = 0;
  const end = rows.findIndex((row) => {
    for (const cell of row) characters += cell.length + 1;
    return characters > SAMPLE_CHARACTERS;
  });
  const complete = end === -1;
  const records = (complete ? rows : rows.slice(0, end)).map((row, i) => recordOfRow(row, i + 1));
  return {
    encoding: { encoding: rowsWritten.encoding, bom: false, because: "declared" },
    dialect: { delimiter: rowsWritten.delimiter, quote: '"', escape: '"' },
    records,
    complete,
    whole: () => (complete ? records : rows.length <= MOST_ROWS ? recordsOfAll() : undefined),
  };
}

/** The records of a text; without the last one where the text goes on behind it. */
function wholeRecords(text: string, dialect: Dialect, complete: boolean): readonly TableRecord[] {
  const records = recordsOf(text, dialect);
  return complete ? records : records.slice(0, -1);
}

async function chooseEncoding(
  source: Source,
  bytes: Uint8Array,
  complete: boolean,
  declared: string | undefined,
): Promise<Encoding> {
  const written = source.origin?.written?.encoding;
  const detected =
    written === undefined
      ? await detectEncoding(...(await tellingBytes(source, bytes, complete)), familiarWords)
      : undefined;
  const label = written ?? declared;
  if (label !== undefined) {
    const encoding = checkEncoding(label);
    return {
      encoding,
      bom: detected?.bom === true && detected.encoding === encoding,
      because: "declared",
    };
  }
  if (!detected)
    throw new CdjError("undecodable", {
      file: source.name,
      tried: ["utf-8", "utf-16", "gb18030", "big5"],
    });
  return detected;
}

/** The bytes that tell the encoding: the first, or, where those are plain ASCII, the first block that is not. */
async function tellingBytes(
  source: Source,
  bytes: Uint8Array,
  complete: boolean,
): Promise<[Uint8Array, boolean]> {
  if (complete || !isAscii(bytes)) return [bytes, complete];
  if (source.size === undefined) {
    const more = await source.head(16 * HEAD_BYTES);
    return [more.bytes, more.complete];
  }
  for await (const block of source.blocks()) {
    if (isAscii(block)) continue;
    // From the last line break before it on, so that no character is cut.
    const first = block.findIndex((byte) => byte >= 0x80);
    const lineStart = block.lastIndexOf(0x0a, first) + 1;
    return [block.slice(lineStart), false];
  }
  return [bytes, true];
}

function chooseDialect(source: Source, text: string, option: string | undefined): Dialect {
  const written = source.origin?.written?.delimiter;
  if (written !== undefined) return { delimiter: written, quote: '"', escape: '"' };
  return detectDialect(
    text,
    knownHeads,
    option === undefined ? undefined : declaredDelimiter(option),
  );
}

/** How many cells of the first lines are headers that the codebook knows. */
function familiarWords(text: string): number {
  const cells = text
    .slice(0, 4000)
    .split(/[\r\n]+/u, 12)
    .flatMap((line) => line.split(/[,;\t|，]/u, 60));
  return cells.filter(
    (cell) => /[^\x20-\x7e]/u.test(cell) && isKnownHead(cell.replace(/^"|"$/gu, "")),
  ).length;
}

function declaredDelimiter(delimiter: string): string {
  const character = delimiter === "\\t" || delimiter === "tab" ? "\t" : delimiter;
  if (character.length !== 1 || character === '"' || character === "\n" || character === "\r")
    throw new CdjError("bad-delimiter", { delimiter });
  return character;
}

import { CdjError } from "../../survey/error.ts";
import { type CellGrid, gridSource, isBlankGrid } from "./cell-grid.ts";
import { decodeWhole } from "./decoder.ts";
import { checkEncoding, detectEncoding } from "./encoding.ts";
import { fileKind, KIND_BYTES } from "./file-kind.ts";
import { visibleOnly } from "./hidden-cells.ts";
import { memorySource, type Source, wholeOf } from "./source.ts";

export interface OpenOptions {
  /** Sheets of a workbook, by name or number, or `all`; those that are not hidden where left out. */
  readonly sheets?: readonly string[];
  /** Leave out rows and columns that are hidden. */
  readonly visible?: boolean;
}

/** Workbooks, archives and pages are held in memory. */
const MOST_PACKED = 512 << 20;

/**
 * The tables in a file, told by its bytes: the file itself where it is text, else what stands in a workbook (a source for every sheet
 * that is not blank), an archive, a web page. Throws a CdjError with the way out for what cannot be opened.
 */
export async function openTables(file: Source, options: OpenOptions = {}): Promise<Source[]> {
  const { bytes } = await file.head(KIND_BYTES);
  switch (fileKind(bytes)) {
    case "text":
      return [file];
    case "gzip":
      return [(await import("./gzip.ts")).gunzipSource(await readAgain(file))];
    case "parquet":
      return [await (await import("./parquet.ts")).parquetSource(file)];
    case "zip":
      return openZip(file, options);
    case "html":
      return openPage(await readAgain(file), options);
    case "compound":
      throw new CdjError(
        isEncrypted(await wholeOf(file, MOST_PACKED)) ? "protected-workbook" : "old-workbook",
        { file: file.name },
      );
    case "other-workbook":
      throw new CdjError("old-workbook", { file: file.name });
  }
}

/** What is to be read twice: a stream is taken into memory. */
const readAgain = async (file: Source): Promise<Source> =>
  file.size === undefined ? memorySource(file.name, await wholeOf(file, MOST_PACKED)) : file;

/** The directory of a workbook with a password names its one stream, in UTF-16. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"));

async function openZip(packed: Source, options: OpenOptions): Promise<Source[]> {
  const file = await readAgain(packed);
  const bytes = await wholeOf(file, MOST_PACKED);
  const { zipDirectory } = await import("./zip-directory.ts");
  const entries = zipDirectory(file.name, bytes);
  const workbook = await import("./workbook.ts");
  if (workbook.isWorkbook(entries))
    return grids(
      file,
      await workbook.readWorkbook(file.name, bytes, entries, options.sheets),
      options,
    );
  if (workbook.isOtherWorkbook(entries)) throw new CdjError("old-workbook", { file: file.name });
  const { tableInArchive } = await import("./archive.ts");
  return openTables(tableInArchive(file, bytes, entries), options);
}

async function openPage(file: Source, options: OpenOptions): Promise<Source[]> {
  const bytes = await wholeOf(file, MOST_PACKED);
  const { htmlTables } = await import("./html-table.ts");
  const tables = htmlTables(file.name, await decodeWhole(await pageEncoding(bytes), bytes));
  if (tables.length === 0) throw new CdjError("no-table-inside", { file: file.name, seen: [] });
  return grids(file, tables, options);
}

/** By its mark or strict UTF-8, else as the page declares itself, else as a table would be taken. */
async function pageEncoding(bytes: Uint8Array): Promise<string> {
  const detected = (await detectEncoding(bytes, true))?.encoding ?? "utf-8";
  const head = Buffer.from(bytes.subarray(0, KIND_BYTES)).toString("latin1");
  const declared = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  if (declared === undefined || detected.startsWith("utf")) return detected;
  try {
    return checkEncoding(declared);
  } catch {
    return detected;
  }
}

function grids(file: Source, all: readonly CellGrid[], { visible }: OpenOptions): Source[] {
  const filled = (visible ? all.map(visibleOnly) : all).filter((grid) => !isBlankGrid(grid));
  if (filled.length === 0) throw new CdjError("empty-file", { file: file.name });
  return filled.map((grid) => gridSource(file, grid));
}

import {
  closeSync,
  createReadStream,
  fstatSync,
  openSync,
  readSync,
  type Stats,
  statSync,
} from "node:fs";
import { basename } from "node:path";
import { CdjError } from "../../survey/error.ts";
import type { RaisedFinding } from "../findings.ts";

/** Bytes to be read: a file, standard input, or a table taken out of either. Never written to. */
export interface Source {
  /** As the user named it; printed with findings. */
  readonly name: string;
  /** In bytes, where it is known. */
  readonly size?: number;
  /** The first bytes, for the reading plan; `complete` when they are all there is. */
  head(bytes: number): Promise<{ bytes: Uint8Array; complete: boolean }>;
  /** All bytes from the start, in large blocks. A block is valid until the next one is asked for. */
  blocks(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** The bytes from one offset to another, as `blocks` gives them; only of a file that can be read from anywhere. */
  range?(from: number, to: number): Iterable<Uint8Array>;
  /** Where it stands, for a program that reads it by itself; undefined for what is no file. */
  readonly path?: string;
  /** Where its table was taken out of something else. */
  readonly origin?: Origin;
  /** Where a database holds its columns. */
  readonly columnar?: Columnar;
  /** Its rows where they are cut already: of a workbook, a page, a table in another shape. Its bytes are then those of the rows as CSV. */
  readonly rows?: readonly (readonly string[])[];
}

/** Columns that a database can be asked for. */
export interface Columnar {
  /** The table as SQL names it; it has a column `file_row_number`, from 0, beside its own. */
  readonly table: string;
  readonly columns: readonly ColumnarColumn[];
  /** All rows of a query. */
  rows(sql: string): Promise<(readonly unknown[])[]>;
}

export interface ColumnarColumn {
  /** As SQL names it, and its cells as texts. */
  readonly column: string;
  readonly text: string;
  readonly numeric: boolean;
}

/** The shape that a table had before it was made one with a row for each area. */
export type MadeFrom =
  /** The form of one community, or such forms below each other. */
  | { readonly is: "form" }
  /** Areas across the columns. */
  | { readonly is: "turned" }
  /** A list in so many blocks beside each other. */
  | { readonly is: "beside"; readonly blocks: number }
  /** Columns apart by blanks. */
  | { readonly is: "aligned" }
  /** Communities counted by ranges of a variable. */
  | { readonly is: "bands" };

/** A table taken out of a workbook, an archive, a web page or another shape; places still name the cells of the original. */
export interface Origin {
  /** The file as it came; its bytes are what a digest is made of. */
  readonly file: Source;
  /** The sheet, for `Sheet1!C7`: a line is a row of it, a field a column. */
  readonly sheet?: string;
  /** How the bytes are written, where that is known and not to be guessed. */
  readonly written?: { readonly encoding: string; readonly delimiter: string };
  /** The unit that all of its areas lie in, where its sheet bears a unit's name beside others. */
  readonly parent?: string;
  /** The shape it had. */
  readonly madeFrom?: MadeFrom;
  /** Where a line and a field (from 1) stood in the original, where that is not the same line and field. */
  readonly locate?: (
    line: number,
    field: number | undefined,
  ) => { readonly line: number; readonly field?: number; readonly column?: number };
  /** Lines of the original that were left out. */
  readonly leftOut?: readonly LeftOut[];
  /** What is to be said of taking it out; places are those of the original. */
  readonly findings?: readonly RaisedFinding[];
}

interface LeftOut {
  readonly line: number;
  readonly reason: "note";
}

const BLOCK = 1 << 20;
/** What is read of a file when it is opened: enough for its plan; a smaller file is then never opened again. */
const FIRST_BYTES = 1 << 20;

/**
 * A file on disk; a pipe among them (`<(zcat survey.csv.gz)`) is read once, as standard input is.
 * Throws a CdjError that names it when it is missing, a directory, locked or not readable.
 */
export function fileSource(path: string, blockSize = BLOCK): Source {
  if (isPipe(path)) return streamSource(path, bytesOfPipe(path));
  let first = Buffer.alloc(0);
  let size = 0;
  const readFirst = (most: number): void =>
    withFile(path, (descriptor) => {
      size = fstatSync(descriptor).size;
      const buffer = Buffer.alloc(Math.min(most, Math.max(size, 1)));
      first = buffer.subarray(0, fill(descriptor, buffer));
    });
  // One look for what kind of file it is, for the plan and, where the file is small, for all of it.
  readFirst(FIRST_BYTES);
  return {
    name: path,
    path,
    size,
    async head(bytes) {
      if (bytes > first.length && first.length < size) readFirst(bytes);
      return {
        bytes: first.subarray(0, bytes),
        complete: bytes >= first.length && first.length >= size,
      };
    },
    *blocks() {
      if (first.length >= size) {
        for (let at = 0; at < first.length; at += blockSize)
          yield first.subarray(at, at + blockSize);
        return;
      }
      const descriptor = open(path);
      try {
        const buffer = Buffer.alloc(Math.min(blockSize, Math.max(size, 1)));
        for (let length = fill(descriptor, buffer); length > 0; length = fill(descriptor, buffer))
          yield buffer.subarray(0, length);
      } finally {
        closeSync(descriptor);
      }
    },
    *range(from, to) {
      const descriptor = open(path);
      try {
        const buffer = Buffer.alloc(Math.min(blockSize, Math.max(to - from, 1)));
        for (let at = from; at < to; ) {
          const length = fill(descriptor, buffer.subarray(0, Math.min(buffer.length, to - at)), at);
          if (length === 0) return;
          yield buffer.subarray(0, length);
          at += length;
        }
      } finally {
        closeSync(descriptor);
      }
    },
  };
}

/** Standard input (or any stream of bytes): what `head` has taken is kept for `blocks`, which reads the rest once. */
export function streamSource(name: string, stream: AsyncIterable<Uint8Array>): Source {
  const iterator = stream[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let ended = false;
  const next = async (): Promise<Uint8Array | undefined> => {
    if (ended) return undefined;
    const step = await iterator.next();
    if (step.done) ended = true;
    return step.done ? undefined : Buffer.from(step.value);
  };
  return {
    name,
    async head(bytes) {
      let length = taken.reduce((sum, block) => sum + block.length, 0);
      while (length < bytes) {
        const block = await next();
        if (!block) break;
        taken.push(block);
        length += block.length;
      }
      return { bytes: Buffer.concat(taken), complete: ended };
    },
    async *blocks() {
      yield* taken;
      for (let block = await next(); block; block = await next()) yield block;
    },
  };
}

/** Bytes that are already in memory: an entry of an archive, a converted workbook, a test. */
export function memorySource(name: string, bytes: Uint8Array): Source {
  return {
    name,
    size: bytes.length,
    async head(length) {
      return { bytes: bytes.subarray(0, length), complete: length >= bytes.length };
    },
    *blocks() {
      for (let start = 0; start < bytes.length; start += BLOCK)
        yield bytes.subarray(start, start + BLOCK);
    },
  };
}

/** All bytes of a source, in one piece; throws a CdjError beyond `most`. */
export async function wholeOf(source: Source, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const block of source.blocks()) {
    length += block.length;
    if (length > most)
      throw new CdjError("too-large", { file: source.name, most: Math.round(most / (1 << 20)) });
    pieces.push(Uint8Array.from(block));
  }
  return Buffer.concat(pieces);
}

/** Opened when it is first read: opening a pipe waits for its writer. */
async function* bytesOfPipe(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path);
  } catch (error) {
    throw fileProblem(path, error as NodeJS.ErrnoException);
  }
}

/** A pipe, a socket or a device, whose bytes come once. */
function isPipe(path: string): boolean {
  const stats = statOf(path);
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

/** Undefined where nothing is there. A link that leads back to itself is told. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw fileProblem(path, error as NodeJS.ErrnoException);
  }
}

/** Reads on, or from an offset, as much as there is room for; how much that was. */
function fill(descriptor: number, buffer: Buffer, from?: number): number {
  let length = 0;
  while (length < buffer.length) {
    const read = readSync(
      descriptor,
      buffer,
      length,
      buffer.length - length,
      from === undefined ? null : from + length,
    );
    if (read === 0) break;
    length += read;
  }
  return length;
}

function withFile<T>(path: string, use: (descriptor: number) => T): T {
  const descriptor = open(path);
  try {
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function open(path: string): number {
  let descriptor: number;
  try {
    descriptor = openSync(path, "r");
  } catch (error) {
    throw fileProblem(path, error as NodeJS.ErrnoException);
  }
  if (fstatSync(descriptor).isDirectory()) {
    closeSync(descriptor);
    throw new CdjError("is-a-directory", { file: path });
  }
  return descriptor;
}

export function fileProblem(path: string, error: NodeJS.ErrnoException): CdjError {
  if (error.code === "ENOENT" || error.code === "ENOTDIR")
    return new CdjError("no-such-file", { file: path });
  if (error.code === "EISDIR") return new CdjError("is-a-directory", { file: path });
  // Excel and WPS on Windows hold a file open without sharing it.
  if (error.code === "EBUSY" || (process.platform === "win32" && error.code === "EPERM"))
    return new CdjError("file-locked", { file: basename(path) });
  return new CdjError("unreadable-file", { file: path, reason: error.code ?? error.message });
}

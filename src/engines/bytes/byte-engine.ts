import { availableParallelism } from "node:os";
import type { Source } from "../../intake/files/source.ts";
import type { ReadingPlan } from "../../intake/plan.ts";
import type { Engine, Part, Request, ScanOptions } from "../engine.ts";
import { cutsOf, scanInOrder, scanInRanges } from "./ranges.ts";

/**
 * The streaming engine's quick path: common records are scanned on their bytes, plain numbers are added straight from them, and keys are
 * told apart by their bytes. Whatever is out of the common (a new key, an odd cell, a ragged row, an uncommon quote) takes the way of the
 * stream engine, so that there is one meaning of a record and of a cell. Large files are cut into ranges, one for each processor.
 */
export const byteEngine: Engine = { accepts, scan };

/** Encodings in which the bytes of `,` `;` tab `"` CR and LF stand for nothing else. `|` and `\` do occur inside GB18030 and Big5 characters. */
const transparent: ReadonlySet<string> = new Set([
  "utf-8",
  "gb18030",
  "gbk",
  "big5",
  "windows-1252",
  "iso-8859-1",
  "iso-8859-15",
  "shift_jis",
  "euc-jp",
  "euc-kr",
]);
const delimiters: ReadonlySet<string> = new Set([",", ";", "\t"]);

/** What a thread takes to start would read as many bytes. */
const LEAST_RANGE = 48 << 20;
const MOST_RANGES = 8;

function accepts({ encoding, dialect }: ReadingPlan): boolean {
  return (
    transparent.has(encoding) &&
    delimiters.has(dialect.delimiter) &&
    (dialect.quote === "" || (dialect.quote === '"' && dialect.escape === '"'))
  );
}

async function scan(source: Source, request: Request, options: ScanOptions = {}): Promise<Part> {
  const { path, size = 0 } = source;
  const ranges = Math.min(Math.floor(size / LEAST_RANGE), MOST_RANGES, availableParallelism());
  // A digest is made of all bytes in their order.
  if (ranges < 2 || path === undefined || source.range === undefined || options.tap)
    return scanInOrder(source, request, options);
  const { threadsFor } = await import("./threads.ts");
  return scanInRanges(source, request, cutsOf(source, ranges), threadsFor(path), options);
}

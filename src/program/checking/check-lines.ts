import { decodeWhole, makeDecoder } from "../../intake/files/decoder.ts";
import { recordOfRow } from "../../intake/files/rows-source.ts";
import type { Source } from "../../intake/files/source.ts";
import type { ReadingPlan } from "../../intake/plan.ts";
import { recordsOf, type TableRecord } from "../../intake/records/records.ts";

/** A row with more line breaks in its cells than this is shown up to there. */
const MOST_LINES = 40;
const LF = 10;
const CR = 13;
const QUOTE = 34;

/**
 * The records that start on the wanted physical lines. In encodings where line breaks are single bytes only these lines are decoded,
 * so that a few rows of a large file cost one look at its bytes.
 */
export async function recordsAt(
  source: Source,
  plan: ReadingPlan,
  wanted: ReadonlySet<number>,
): Promise<Map<number, TableRecord>> {
  if (wanted.size === 0) return new Map();
  if (source.rows) return rowsAt(source.rows, wanted);
  const texts = /^utf-16/.test(plan.encoding)
    ? await linesOfText(source, plan, wanted)
    : await linesOfBytes(source, plan, wanted);
  const records = new Map<number, TableRecord>();
  for (const [line, text] of texts) {
    const [record] = recordsOf(text, plan.dialect);
    if (record) records.set(line, { ...record, line });
  }
  return records;
}

function rowsAt(
  rows: readonly (readonly string[])[],
  wanted: ReadonlySet<number>,
): Map<number, TableRecord> {
  const found = new Map<number, TableRecord>();
  for (const line of wanted) {
    const row = rows[line - 1];
    if (row) found.set(line, recordOfRow(row, line));
  }
  return found;
}

async function linesOfText(
  source: Source,
  plan: ReadingPlan,
  wanted: ReadonlySet<number>,
): Promise<Map<number, string>> {
  const decoder = await makeDecoder(plan.encoding);
  let text = "";
  for await (const block of source.blocks()) text += decoder.decode(block);
  const lines = (text + decoder.end()).replace(/\r\n?/g, "\n").split("\n");
  const found = new Map<number, string>();
  for (const line of wanted) {
    const taken: string[] = [];
    for (
      let i = line - 1;
      i < lines.length &&
      taken.length < MOST_LINES &&
      (taken.length === 0 || isOpen(taken.join("\n")));
      i++
    )
      taken.push(lines[i] as string);
    if (taken.length > 0) found.set(line, taken.join("\n"));
  }
  return found;
}

const isOpen = (text: string): boolean => text.split('"').length % 2 === 0;

/** Lines that are being taken, from a wanted one to the end of its record. */
interface Taking {
  readonly line: number;
  readonly parts: Buffer[];
  lines: number;
  quotes: number;
}

async function linesOfBytes(
  source: Source,
  plan: ReadingPlan,
  wanted: ReadonlySet<number>,
): Promise<Map<number, string>> {
  let last = 0;
  for (const number of wanted) last = Math.max(last, number);
  const done: Taking[] = [];
  let open: Taking[] = [];
  let line = 1;
  let afterCr = false;
  if (wanted.has(1)) open.push({ line: 1, parts: [], lines: 1, quotes: 0 });
  const take = (bytes: Buffer): void => {
    for (const taking of open) {
      taking.parts.push(Buffer.from(bytes));
      for (let at = bytes.indexOf(QUOTE); at !== -1; at = bytes.indexOf(QUOTE, at + 1))
        taking.quotes++;
    }
  };
  const endLine = (): void => {
    const ended = open.filter((taking) => taking.quotes % 2 === 0 || taking.lines >= MOST_LINES);
    done.push(...ended);
    open = open.filter((taking) => !ended.includes(taking));
    for (const taking of open) {
      taking.parts.push(Buffer.from("\n"));
      taking.lines++;
    }
    line++;
    if (wanted.has(line)) open.push({ line, parts: [], lines: 1, quotes: 0 });
  };
  for await (const block of source.blocks()) {
    const bytes = Buffer.from(block.buffer, block.byteOffset, block.length);
    let at = 0;
    if (afterCr && bytes[0] === LF) at = 1;
    afterCr = false;
    let nextCr = bytes.indexOf(CR, at);
    while (at < bytes.length && (line <= last || open.length > 0)) {
      if (nextCr !== -1 && nextCr < at) nextCr = bytes.indexOf(CR, at);
      const nextLf = bytes.indexOf(LF, at);
      const breaks = [nextLf, nextCr].filter((i) => i !== -1);
      const end = breaks.length === 0 ? bytes.length : Math.min(...breaks);
      if (open.length > 0) take(bytes.subarray(at, end));
      if (breaks.length === 0) break;
      const isCr = bytes[end] === CR;
      at = end + (isCr && bytes[end + 1] === LF ? 2 : 1);
      afterCr = isCr && end === bytes.length - 1;
      endLine();
    }
    if (line > last && open.length === 0) break;
  }
  const found = new Map<number, string>();
  for (const { line: number, parts } of [...done, ...open])
    found.set(
      number,
      (await decodeWhole(plan.encoding, Buffer.concat(parts))).replace(/^\uFEFF/u, ""),
    );
  return found;
}

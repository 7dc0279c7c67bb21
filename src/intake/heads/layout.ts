import { looksNumeric } from "../cells/cell-kind.ts";
import { filledCells, isFilled } from "../cells/filled-cells.ts";
import type { FoundTable, PreambleLine } from "../plan.ts";
import { namedDelimiter } from "../records/dialect.ts";
import type { TableRecord } from "../records/records.ts";
import { numbersColumns } from "../rows/column-numbers.ts";
import { isNote } from "../rows/row-kinds.ts";
import { commonWidth, findHead, firstFilled, type Head, sameCells } from "./find-head.ts";
import { countsSomething, holdsFigures, joinHeads, knownHeads, translates } from "./known-heads.ts";

/** Where one table stands among the records, and one header text per column. */
export interface Layout extends FoundTable {
  readonly table: number;
  readonly tables: readonly FoundTable[];
  /** Records above the header. */
  readonly preambleRecords: number;
  readonly preamble: readonly PreambleLine[];
  /** The texts above the header that belong to this table. */
  readonly titles: readonly string[];
  /** 0: the table has no header. */
  readonly headerRecords: number;
  readonly headerCells: readonly (readonly string[])[];
  /** The heads without a row of codes or translations, to be looked up first. */
  readonly labels: readonly string[];
  /** Only the row of codes or translations, where there is one. */
  readonly codes: readonly string[];
  /** The physical line on which the first row below the header starts. */
  readonly firstDataLine: number;
  readonly body: readonly TableRecord[];
  /** How many records belong to the table, where another one follows. */
  readonly bodyRecords?: number;
}

const MOST_TABLES = 100;

interface Found {
  readonly first: number;
  readonly head: Head;
}

/** Names and values above a table (Company, ACME; Date, 2020): two columns, few rows, nothing known, and a wider table below. */
function isMetadata(records: readonly TableRecord[], [first, second]: readonly Found[]): boolean {
  if (!first || !second || second.first - first.head.start > 8) return false;
  const rows = records
    .slice(first.head.start, second.first)
    .filter(({ fields }) => filledCells(fields) > 0);
  const wider = filledCells((records[second.head.start] as TableRecord).fields) > 2;
  const known =
    rows.some(({ fields }) => knownHeads(fields) > 1) ||
    knownHeads((rows[0] as TableRecord).fields) > 0;
  const figures = rows.slice(1).every(({ fields }) => looksNumeric(fields[1] ?? ""));
  return (
    wider &&
    !known &&
    rows.every(({ fields }) => filledCells(fields) <= 2) &&
    (!figures || rows.length === 2)
  );
}

/**
 * Finds a table among the first records of a file (`wanted` counts from 1): its titles, its header of up to three rows (with a row of codes, units
 * or column numbers among them), where its rows begin, and where the next table does. Undefined where there is no such table.
 */
export function findLayout(records: readonly TableRecord[], wanted = 1): Layout | undefined {
  const found: Found[] = [];
  for (let from = 0; from < records.length && found.length < MOST_TABLES; ) {
    const head = findHead(records, from);
    if (!head) break;
    found.push({ first: from, head });
    const next = findNext(records, head);
    if (next === undefined) break;
    from = next;
  }
  if (found.length > 1 && isMetadata(records, found))
    found.splice(0, 1, {
      first: (found[0] as Found).first,
      head: (found.splice(1, 1)[0] as Found).head,
    });
  const at = found[wanted - 1];
  if (!at) return undefined;
  const { head } = at;
  const headerCells = records
    .slice(head.start, head.start + head.count)
    .map((record) => record.fields);
  const next = found[wanted];
  const firstBody = head.start + head.count;
  const body = records.slice(firstBody, next?.first);
  return {
    table: wanted,
    tables: found.map(({ first, head: own }) => ({
      line: lineOf(records, Math.min(firstFilled(records, first), own.start)),
      headers: headsOf(records, own),
    })),
    line: lineOf(records, at.first),
    preambleRecords: head.start,
    preamble: records
      .slice(0, head.start)
      .flatMap((record, i) => preambleLines(record, i < at.first)),
    titles: records.slice(at.first, head.start).map((record) => textOf(record)),
    headerRecords: head.count,
    headerCells,
    ...headsOverCells(
      { headers: headsOf(records, head), ...labelsAndCodes(headerCells) },
      body.map(({ fields }) => fields),
    ),
    firstDataLine: lineOf(records, firstBody),
    body,
    ...(next && { bodyRecords: body.length }),
  };
}

const textOf = (record: TableRecord): string => record.fields.filter(isFilled).join(" ").trim();
const lineCount = (record: TableRecord): number => record.raw.split("\n").length;

function lineOf(records: readonly TableRecord[], index: number): number {
  const record = records[index];
  if (record) return record.line;
  const last = records.at(-1);
  return last ? last.line + lineCount(last) : 1;
}

function preambleLines(record: TableRecord, ofOtherTable: boolean): PreambleLine[] {
  const reason = ofOtherTable
    ? "other-table"
    : filledCells(record.fields) === 0
      ? "blank"
      : record.line === 1 && namedDelimiter(record.raw) !== undefined
        ? "separator"
        : "title";
  return Array.from({ length: lineCount(record) }, (_, i) => ({ line: record.line + i, reason }));
}

/** Header texts of a table; a table without a header has one blank text per column. */
function headsOf(records: readonly TableRecord[], head: Head): string[] {
  const rows = records.slice(head.start, head.start + head.count).map((record) => record.fields);
  const worded = rows.filter((row, i) => i === 0 || !numbersColumns(row));
  if (worded.length > 0) return joinHeads(worded);
  return Array.from({ length: commonWidth(records.slice(head.start, head.start + 200)) }, () => "");
}

interface Heads {
  readonly headers: readonly string[];
  readonly labels: readonly string[];
  readonly codes: readonly string[];
}

/**
 * Heads one short of the cells in every row belong to the last columns where the first cells number the rows, or name them below a head that
 * counts something: programs write no head over the names of rows. Anything else is left to be told as uneven.
 */
function headsOverCells(heads: Heads, body: readonly (readonly string[])[]): Heads {
  const { headers } = heads;
  const rows = body.filter((cells) => filledCells(cells) > 0).slice(0, 100);
  if (rows.length < 2 || !rows.every((cells) => cells.length === headers.length + 1)) return heads;
  if (headers.some((head) => head === "") || rows.every((cells) => !isFilled(cells.at(-1))))
    return heads;
  const first = rows.map((cells) => (cells[0] ?? "").trim());
  const start = Number(first[0]);
  const numbered =
    (start === 0 || start === 1) &&
    first.every((cell, i) => cell !== "" && Number(cell) === start + i);
  const named =
    first.every((cell) => cell !== "" && !looksNumeric(cell)) && countsSomething(headers[0] ?? "");
  if (!numbered && !named) return heads;
  const shifted = (list: readonly string[]): string[] => (list.length === 0 ? [] : ["", ...list]);
  return {
    headers: shifted(headers),
    labels: shifted(heads.labels),
    codes: shifted(heads.codes),
  };
}

function labelsAndCodes(rows: readonly (readonly string[])[]): {
  labels: string[];
  codes: string[];
} {
  const worded = rows.filter((row, i) => i === 0 || !numbersColumns(row));
  if (worded.length === 0) return { labels: [], codes: [] };
  const codeRow = worded.findIndex(
    (row, i) =>
      worded.some((other, j) => j !== i && translates(row, other)) &&
      row.every((cell) => !/\p{Script=Han}/u.test(cell)),
  );
  if (codeRow === -1) return { labels: joinHeads(worded), codes: [] };
  return {
    labels: joinHeads(worded.filter((_, i) => i !== codeRow)),
    codes: joinHeads([worded[codeRow] as readonly string[]]),
  };
}

/** Where the next table begins (its title included); undefined where there is none among the records. */
function findNext(records: readonly TableRecord[], head: Head): number | undefined {
  const firstBody = head.start + head.count;
  const headRows = records.slice(head.start, firstBody);
  const bodyHasFigures = records
    .slice(firstBody, firstBody + 20)
    .some((record) => holdsFigures(record.fields));
  for (let i = firstBody; i < records.length; i++) {
    if (filledCells((records[i] as TableRecord).fields) > 0) continue;
    const afterBlanks = firstFilled(records, i);
    if (afterBlanks >= records.length) return undefined;
    const next = afterBreak(records, afterBlanks, headRows, bodyHasFigures);
    if (next !== undefined) return next;
    i = afterBlanks;
  }
  return undefined;
}

/** From a blank record on: blanks, notes of the table above, then titles and a header that is not this table's own. */
function afterBreak(
  records: readonly TableRecord[],
  start: number,
  headRows: readonly TableRecord[],
  bodyHasFigures: boolean,
): number | undefined {
  let i = start;
  while (
    i < records.length &&
    (filledCells((records[i] as TableRecord).fields) === 0 ||
      isNote((records[i] as TableRecord).fields))
  )
    i++;
  const title = i;
  while (
    i < records.length &&
    i - title < 6 &&
    filledCells((records[i] as TableRecord).fields) <= 1 &&
    (records[i] as TableRecord).fields.length > 0
  )
    i++;
  const record = records[i];
  if (
    !record ||
    headRows.some((own) => sameCells(own.fields, record.fields)) ||
    holdsFigures(record.fields)
  )
    return undefined;
  if (filledCells(record.fields) < 2) return undefined;
  if (knownHeads(record.fields) >= 2) return title;
  const below = records[i + 1];
  const otherShape =
    record.fields.length !== (headRows[0]?.fields.length ?? 0) ||
    filledCells(record.fields) !== filledCells(headRows[0]?.fields ?? []) ||
    title < i;
  return bodyHasFigures &&
    otherShape &&
    below !== undefined &&
    holdsFigures(below.fields) &&
    below.fields.length === record.fields.length
    ? title
    : undefined;
}

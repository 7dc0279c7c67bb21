import { looksLikeYear, looksNumeric } from "./cell-kind.ts";
import { namedDelimiter } from "./dialect.ts";
import { filledCells, fitsUnder, holdsFigures, isFilled, isUnitRow, joinHeads, knownHeads, numbersColumns, translates } from "./heads.ts";
import type { FoundTable, PreambleLine } from "./plan.ts";
import type { TableRecord } from "./records.ts";
import { isNote } from "./rows.ts";

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

const DEEPEST_PREAMBLE = 60;
const MOST_HEADER_RECORDS = 4;
const MOST_TABLES = 100;

interface Head {
  /** Where the header starts, and how many records it has. */
  readonly start: number;
  readonly count: number;
}

interface Found {
  readonly first: number;
  readonly head: Head;
}

/** Names and values above a table (Company, ACME; Date, 2020): two columns, few rows, nothing known, and a wider table below. */
function isMetadata(records: readonly TableRecord[], [first, second]: readonly Found[]): boolean {
  if (!first || !second || second.first - first.head.start > 8) return false;
  const rows = records.slice(first.head.start, second.first).filter(({ fields }) => filledCells(fields) > 0);
  const wider = filledCells((records[second.head.start] as TableRecord).fields) > 2;
  const known = rows.some(({ fields }) => knownHeads(fields) > 1) || knownHeads((rows[0] as TableRecord).fields) > 0;
  const figures = rows.slice(1).every(({ fields }) => looksNumeric(fields[1] ?? ""));
  return wider && !known && rows.every(({ fields }) => filledCells(fields) <= 2) && (!figures || rows.length === 2);
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
  if (found.length > 1 && isMetadata(records, found)) found.splice(0, 1, { first: (found[0] as Found).first, head: (found.splice(1, 1)[0] as Found).head });
  const at = found[wanted - 1];
  if (!at) return undefined;
  const { head } = at;
  const headerCells = records.slice(head.start, head.start + head.count).map((record) => record.fields);
  const next = found[wanted];
  const firstBody = head.start + head.count;
  const body = records.slice(firstBody, next?.first);
  return {
    table: wanted,
    tables: found.map(({ first, head: own }) => ({ line: lineOf(records, Math.min(firstFilled(records, first), own.start)), headers: headsOf(records, own) })),
    line: lineOf(records, at.first),
    preambleRecords: head.start,
    preamble: records.slice(0, head.start).flatMap((record, i) => preambleLines(record, i < at.first)),
    titles: records.slice(at.first, head.start).map((record) => textOf(record)),
    headerRecords: head.count,
    headerCells,
    headers: headsOf(records, head),
    ...labelsAndCodes(headerCells),
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

function firstFilled(records: readonly TableRecord[], from: number): number {
  let at = from;
  while (at < records.length && filledCells((records[at] as TableRecord).fields) === 0) at++;
  return at;
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

function labelsAndCodes(rows: readonly (readonly string[])[]): { labels: string[]; codes: string[] } {
  const worded = rows.filter((row, i) => i === 0 || !numbersColumns(row));
  if (worded.length === 0) return { labels: [], codes: [] };
  const codeRow = worded.findIndex(
    (row, i) => worded.some((other, j) => j !== i && translates(row, other)) && row.every((cell) => !/\p{Script=Han}/u.test(cell)),
  );
  if (codeRow === -1) return { labels: joinHeads(worded), codes: [] };
  return { labels: joinHeads(worded.filter((_, i) => i !== codeRow)), codes: joinHeads([worded[codeRow] as readonly string[]]) };
}

/** The width that most of the filled records have. */
export function commonWidth(records: readonly TableRecord[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of records) if (filledCells(fields) > 0) counts.set(fields.length, (counts.get(fields.length) ?? 0) + (fields.length > 1 ? 2 : 1));
  let width = 1;
  let most = 0;
  for (const [candidate, count] of counts) if (count > most || (count === most && candidate > width)) [width, most] = [candidate, count];
  return width;
}

/** The header from a record on; undefined where nothing is left. */
function findHead(records: readonly TableRecord[], from: number): Head | undefined {
  const candidates = records.slice(from, from + DEEPEST_PREAMBLE);
  const first = firstFilled(records, from);
  if (first >= records.length) return undefined;
  const width = commonWidth(records.slice(from, from + 300));
  const fullRow = candidates.findIndex((record, i) => isFullRow(record, width, candidates.slice(i + 1)));
  const strong = candidates.findIndex((record) => isKnownHeader(record, width));
  if (fullRow === -1 && strong === -1) return { start: first, count: width > 1 ? 0 : isKnownHeader(records[first] as TableRecord, 1) ? 1 : 0 };
  const start = from + chooseStart(candidates, fullRow, strong);
  const record = records[start] as TableRecord;
  if (start !== from + strong && isData(record, records.slice(start + 1, start + 50))) return { start, count: 0 };
  const parents = parentsAbove(records, from, start);
  return { start: start - parents, count: parents + headDepth(records, start) };
}

/** The known header where one stands near; else the first full row. */
function chooseStart(candidates: readonly TableRecord[], fullRow: number, strong: number): number {
  if (strong === -1) return fullRow;
  if (fullRow === -1 || strong <= fullRow) return strong;
  const between = candidates.slice(fullRow, strong);
  // A row of codes above the labels the codebook knows is part of the header.
  if (strong === fullRow + 1 && translates((between[0] as TableRecord).fields, (candidates[strong] as TableRecord).fields)) return fullRow;
  if (strong === fullRow + 1 && !isCaption((between[0] as TableRecord).fields) && fitsUnder((between[0] as TableRecord).fields, (candidates[strong] as TableRecord).fields)) return fullRow;
  return strong - fullRow <= 6 && !between.some((record) => holdsFigures(record.fields)) ? strong : fullRow;
}

/** A header that the codebook knows: two known heads, or one beside others, and no figures. */
function isKnownHeader(record: TableRecord, width: number): boolean {
  const { fields } = record;
  const heads = knownHeads(fields);
  if (heads === 0 || holdsFigures(fields)) return false;
  const filled = filledCells(fields);
  if (heads >= 2) return heads >= filled / 4 || heads >= 4;
  return width === 1 ? fields.length === 1 : filled >= 2 && !fields.some((cell) => /[:：]/u.test(cell)) && filled >= width / 2;
}

/** A row that reaches over the table: a header or a row of data, no title. */
function isFullRow(record: TableRecord, width: number, below: readonly TableRecord[]): boolean {
  const filled = filledCells(record.fields);
  if (record.fields.length < Math.min(width, 2)) return false;
  if (width === 1) return filled === 1 && below.slice(0, 1).every((next) => filledCells(next.fields) === 1);
  if (filled < 2 || record.fields.length < width / 2) return false;
  const typical =
    below
      .slice(0, 20)
      .map((next) => filledCells(next.fields))
      .sort((a, b) => a - b)[Math.min(9, below.length >> 1)] ?? filled;
  if (isCaption(record.fields)) return false;
  return filled >= Math.max(2, 0.6 * Math.min(typical, width)) || (below[0] !== undefined && fitsUnder(record.fields, below[0].fields));
}

/** Names and values, a date or a unit in a line above a table: 填报单位：城关镇,,日期：2023年6月 · 中華民國103年4月底,,單位：人. */
const isCaption = (cells: readonly string[]): boolean => {
  const filled = cells.filter(isFilled);
  return filled.length <= cells.length / 2 && filled.some((cell) => /[:：]|^[(（]?[单單]位|\d年\d{1,2}月|民國\s*\d/u.test(cell.trim()));
};

/** A first row that is like the rows below it: figures where they have figures. */
function isData(record: TableRecord, below: readonly TableRecord[]): boolean {
  const { fields } = record;
  if (!holdsFigures(fields)) return false;
  const numericBelow = (i: number): boolean => {
    const cells = below.map((next) => next.fields[i]).filter(isFilled) as string[];
    return cells.length === 0 || cells.filter(looksNumeric).length >= cells.length / 2;
  };
  const figures = fields.flatMap((cell, i) => (looksNumeric(cell) && !looksLikeYear(cell) ? [i] : []));
  return figures.length > 0 && figures.some(numericBelow);
}

/** Rows of merged parents right above the header: ,,年龄结构,,, or 基本情况,,党员情况,. */
function parentsAbove(records: readonly TableRecord[], from: number, start: number): number {
  let count = 0;
  while (count < 2 && start - count - 1 >= from && isParentRow(records[start - count - 1] as TableRecord, records[start - count] as TableRecord)) count++;
  return count;
}

function isParentRow(above: TableRecord, head: TableRecord): boolean {
  const { fields } = above;
  if (fields.length < head.fields.length / 2 || fields.length < 3) return false;
  const filled = fields.flatMap((cell, i) => (isFilled(cell) ? [i] : []));
  const [first] = filled;
  if (first === undefined || holdsFigures(fields)) return false;
  if (isCaption(fields) || filled.some((i) => (fields[i] as string).trim().length > 16)) return false;
  if (filled.length === 1)
    return (
      first > 0 && isFilled(head.fields[first]) && isFilled(head.fields[first + 1]) && !/表$|一览$|\d{4}|[情概]况$/u.test((fields[first] as string).trim())
    );
  return fitsUnder(fields, head.fields);
}

/** How many records from the header's first on belong to it. */
function headDepth(records: readonly TableRecord[], start: number): number {
  let depth = 1;
  while (depth < MOST_HEADER_RECORDS && belongsToHead(records.slice(start, start + depth), records[start + depth])) depth++;
  // Column numbers close a header.
  return depth;
}

function belongsToHead(head: readonly TableRecord[], record: TableRecord | undefined): boolean {
  if (!record || filledCells(record.fields) === 0) return false;
  const above = (head.at(-1) as TableRecord).fields;
  const { fields } = record;
  if (numbersColumns(above)) return false;
  if (numbersColumns(fields)) return true;
  if (holdsFigures(fields)) return false;
  if (isUnitRow(fields) && filledCells(fields) >= 2) return true;
  const all = joinHeads(head.map((row) => row.fields));
  if (translates(above, fields)) return true;
  if (fitsUnder(above, fields) || (head.length > 1 && fitsUnder(all, fields))) {
    return !isFilled(fields[0]) || !isFilled(above[0]) || fields[0] === above[0] || knownHeads(fields) >= 2;
  }
  const firstFits = !isFilled(fields[0]) || fields[0] === above[0] || knownHeads([fields[0] as string]) === 1;
  return firstFits && knownHeads(fields) >= 2 && knownHeads(fields) >= 0.6 * filledCells(fields) && !sameCells(fields, above);
}

const sameCells = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((cell, i) => cell.trim() === (b[i] as string).trim());

/** Where the next table begins (its title included); undefined where there is none among the records. */
function findNext(records: readonly TableRecord[], head: Head): number | undefined {
  const firstBody = head.start + head.count;
  const headRows = records.slice(head.start, firstBody);
  const bodyHasFigures = records.slice(firstBody, firstBody + 20).some((record) => holdsFigures(record.fields));
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
function afterBreak(records: readonly TableRecord[], start: number, headRows: readonly TableRecord[], bodyHasFigures: boolean): number | undefined {
  let i = start;
  while (i < records.length && (filledCells((records[i] as TableRecord).fields) === 0 || isNote((records[i] as TableRecord).fields))) i++;
  const title = i;
  while (i < records.length && i - title < 6 && filledCells((records[i] as TableRecord).fields) <= 1 && (records[i] as TableRecord).fields.length > 0) i++;
  const record = records[i];
  if (!record || headRows.some((own) => sameCells(own.fields, record.fields)) || holdsFigures(record.fields)) return undefined;
  if (filledCells(record.fields) < 2) return undefined;
  if (knownHeads(record.fields) >= 2) return title;
  const below = records[i + 1];
  const otherShape =
    record.fields.length !== (headRows[0]?.fields.length ?? 0) || filledCells(record.fields) !== filledCells(headRows[0]?.fields ?? []) || title < i;
  return bodyHasFigures && otherShape && below !== undefined && holdsFigures(below.fields) && below.fields.length === record.fields.length ? title : undefined;
}

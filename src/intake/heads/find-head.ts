import { type CellRules, parseCell } from "../cells/cell.ts";
import { looksLikeYear, looksNumeric } from "../cells/cell-kind.ts";
import { cleanCell } from "../cells/cell-text.ts";
import { filledCells, isFilled } from "../cells/filled-cells.ts";
import { isMissing, isNone } from "../cells/missing-marks.ts";
import type { TableRecord } from "../records/records.ts";
import { numbersColumns } from "../rows/column-numbers.ts";
import { isTotalWord } from "../rows/total-words.ts";
import {
  fitsUnder,
  holdsFigures,
  isKnownHead,
  isPeriodRow,
  isUnitRow,
  joinHeads,
  knownHeads,
  namesAreas,
  translates,
} from "./known-heads.ts";

const DEEPEST_PREAMBLE = 60;
const MOST_HEADER_RECORDS = 4;

export interface Head {
  /** Where the header starts, and how many records it has. */
  readonly start: number;
  readonly count: number;
}

/** The width that most of the filled records have. */
export function commonWidth(records: readonly TableRecord[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of records)
    if (filledCells(fields) > 0)
      counts.set(fields.length, (counts.get(fields.length) ?? 0) + (fields.length > 1 ? 2 : 1));
  let width = 1;
  let most = 0;
  for (const [candidate, count] of counts)
    if (count > most || (count === most && candidate > width)) [width, most] = [candidate, count];
  return width;
}

/** The header from a record on; undefined where nothing is left. */
export function findHead(records: readonly TableRecord[], from: number): Head | undefined {
  const candidates = records.slice(from, from + DEEPEST_PREAMBLE);
  const first = firstFilled(records, from);
  if (first >= records.length) return undefined;
  const width = commonWidth(records.slice(from, from + 300));
  const fullRow = candidates.findIndex((record, i) =>
    isFullRow(record, width, candidates.slice(i + 1)),
  );
  const strong = candidates.findIndex((record) => isKnownHeader(record, width));
  if (fullRow === -1 && strong === -1)
    return {
      start: first,
      count: width > 1 ? 0 : isKnownHeader(records[first] as TableRecord, 1) ? 1 : 0,
    };
  const start = from + chooseStart(candidates, fullRow, strong);
  const record = records[start] as TableRecord;
  if (start !== from + strong && isData(record, records.slice(start + 1, start + 50)))
    return { start, count: 0 };
  const parents = parentsAbove(records, from, start);
  return { start: start - parents, count: parents + headDepth(records, start) };
}

/** The known header where one stands near; else the first full row. Positions among the candidates; -1: there is none. */
function chooseStart(candidates: readonly TableRecord[], fullRow: number, strong: number): number {
  if (strong === -1) return fullRow;
  if (fullRow === -1 || strong <= fullRow) return strong;
  const cells = (at: number): readonly string[] => (candidates[at] as TableRecord).fields;
  if (strong === fullRow + 1) {
    if (knownHeads(cells(strong)) < 2) return fullRow;
    // A row of codes or of merged parents above the labels the codebook knows is part of the header.
    if (
      translates(cells(fullRow), cells(strong)) ||
      (!isCaption(cells(fullRow)) && fitsUnder(cells(fullRow), cells(strong)))
    )
      return fullRow;
  }
  const between = candidates.slice(fullRow, strong);
  return strong - fullRow <= 6 && !between.some((record) => holdsFigures(record.fields))
    ? strong
    : fullRow;
}

/** A header that the codebook knows: two known heads, or one beside others, and no figures. */
function isKnownHeader(record: TableRecord, width: number): boolean {
  const { fields } = record;
  const heads = knownHeads(fields);
  if (heads === 0 || holdsFigures(fields)) return false;
  const filled = filledCells(fields);
  if (heads >= 2) return heads >= filled / 4 || heads >= 4;
  return width === 1
    ? fields.length === 1
    : filled >= 2 && !fields.some((cell) => /[:：]/u.test(cell)) && filled >= width / 2;
}

/** A row that reaches over the table: a header or a row of data, no title. */
function isFullRow(record: TableRecord, width: number, below: readonly TableRecord[]): boolean {
  const filled = filledCells(record.fields);
  if (record.fields.length < Math.min(width, 2)) return false;
  if (width === 1)
    return filled === 1 && below.slice(0, 1).every((next) => filledCells(next.fields) === 1);
  if (filled < 2 || record.fields.length < width / 2) return false;
  const typical =
    below
      .slice(0, 20)
      .map((next) => filledCells(next.fields))
      .sort((a, b) => a - b)[Math.min(9, below.length >> 1)] ?? filled;
  if (isCaption(record.fields)) return false;
  return (
    filled >= Math.max(2, 0.6 * Math.min(typical, width)) ||
    (below[0] !== undefined && fitsUnder(record.fields, below[0].fields))
  );
}

/** A first row that is like the rows below it: figures where they have figures. */
function isData(record: TableRecord, below: readonly TableRecord[]): boolean {
  const { fields } = record;
  if (!holdsFigures(fields)) return false;
  const numericBelow = (i: number): boolean => {
    const cells = below.map((next) => next.fields[i]).filter(isFilled) as string[];
    return cells.length === 0 || cells.filter(looksNumeric).length >= cells.length / 2;
  };
  const figures = fields.flatMap((cell, i) =>
    looksNumeric(cell) && !looksLikeYear(cell) ? [i] : [],
  );
  return figures.length > 0 && figures.some(numericBelow);
}

/** Rows of merged parents right above the header: ,,年龄结构,,, or 基本情况,,党员情况,. */
function parentsAbove(records: readonly TableRecord[], from: number, start: number): number {
  let count = 0;
  while (count < 2 && start - count - 1 >= from) {
    const [above, head, below] = records.slice(start - count - 1, start - count + 2) as [
      TableRecord,
      TableRecord,
      TableRecord | undefined,
    ];
    if (!isParentRow(above, head) && !(below && isParentRow(above, withSubheads(head, below))))
      break;
    count++;
  }
  return count;
}

/** A row of heads with the sub-heads that stand below its merged cells. */
function withSubheads(head: TableRecord, below: TableRecord): TableRecord {
  if (holdsFigures(below.fields) || !fitsUnder(head.fields, below.fields)) return head;
  return {
    ...head,
    fields: head.fields.map((cell, i) => (isFilled(cell) ? cell : (below.fields[i] ?? ""))),
  };
}

function isParentRow(above: TableRecord, head: TableRecord): boolean {
  const { fields } = above;
  if (fields.length < head.fields.length / 2 || fields.length < 3) return false;
  const filled = fields.flatMap((cell, i) => (isFilled(cell) ? [i] : []));
  const [first] = filled;
  if (first === undefined || holdsFigures(fields)) return false;
  if (isCaption(fields) || filled.some((i) => (fields[i] as string).trim().length > 16))
    return false;
  if (filled.length === 1)
    return (
      first > 0 &&
      isFilled(head.fields[first]) &&
      isFilled(head.fields[first + 1]) &&
      !/表$|一览$|\d{4}|[情概]况$/u.test((fields[first] as string).trim())
    );
  return fitsUnder(fields, head.fields);
}

/** How many records from the header's first on belong to it. */
function headDepth(records: readonly TableRecord[], start: number): number {
  let depth = 1;
  while (
    depth < MOST_HEADER_RECORDS &&
    belongsToHead(records.slice(start, start + depth), records[start + depth])
  )
    depth++;
  const below = continuedBelow(records, start, depth);
  if (below > depth) return below;
  return depth === 1 && describesColumns(records[start + 1], records.slice(start + 2, start + 12))
    ? 2
    : depth;
}

const DEEPEST_HEAD = 8;

/**
 * Heads of yearbooks go on over several lines (units, translations) below the cell over the names, which is merged downwards: up to the first row
 * with figures every line leaves the columns of the names blank. The depth where that is so, else the one given.
 */
function continuedBelow(records: readonly TableRecord[], start: number, depth: number): number {
  const heads = joinHeads(records.slice(start, start + depth).map((record) => record.fields));
  const keys = heads.flatMap((head, i) => (namesAreas(head) ? [i] : []));
  const [first] = keys;
  if (first === undefined) return depth;
  let end = start + depth;
  for (; end < records.length && end - start < DEEPEST_HEAD; end++) {
    const { fields } = records[end] as TableRecord;
    if (holdsFigures(fields) || keys.some((i) => isFilled(fields[i]))) break;
  }
  const row = records[end];
  if (!row || !holdsFigures(row.fields)) {
    // A blank line may part the head from its rows.
    const next = records.slice(end).find(({ fields }) => filledCells(fields) > 0);
    if (!next || !holdsFigures(next.fields)) return depth;
  }
  while (end > start + depth && filledCells((records[end - 1] as TableRecord).fields) === 0) end--;
  const added = records.slice(start + depth, end);
  return added.some(({ fields }) => filledCells(fields) > 0) &&
    added.every(
      ({ fields }) => filledCells(fields) !== 1 || heads.length < 3 || headLine(fields, heads),
    )
    ? end - start
    : depth;
}

/** A single word in a line below the heads stands under a head that others stand under too; a heading stands in a column of words. */
const headLine = (fields: readonly string[], heads: readonly string[]): boolean =>
  fields.every((cell, i) => !isFilled(cell) || (heads[i] ?? "") !== "");

/** A full row of words above rows that have figures in most of the same columns: names in another language, explanations, types. */
function describesColumns(record: TableRecord | undefined, below: readonly TableRecord[]): boolean {
  if (!record || below.length < 2 || record.fields.some(looksNumeric)) return false;
  const { fields } = record;
  // 约2300, 6千余人, 86名: a row of data in words.
  if (fields.slice(1).some(isFigureInWords)) return false;
  const words = fields.flatMap((cell, i) =>
    isFilled(cell) && !isMissing(cleanCell(cell)) && !isNone(cleanCell(cell)) ? [i] : [],
  );
  if (words.length < 3 || words.length < 0.8 * fields.length || isTotalWord(fields[0] ?? ""))
    return false;
  return below.every(
    (next) =>
      words.filter((i) => looksNumeric(next.fields[i] ?? "")).length >=
      Math.max(2, words.length / 3),
  );
}

/** A figure with words around it, as people write them: 约2300, 6千余人, 86名, 120平方米（租用）. */
const isFigureInWords = (cell: string): boolean => {
  if (!/[\d０-９一二三四五六七八九十百千万]/u.test(cell) || isKnownHead(cell)) return false;
  const reading = parseCell(cell.replace(/[（(][^（()）]*[)）]\s*$/u, ""), anyCount);
  return (
    reading.kind === "number" || (reading.kind === "fault" && reading.fault === "unit-conflict")
  );
};

const anyCount: CellRules = { kind: "count", unit: "person", exponent: 0, noneMeans: "missing" };

function belongsToHead(head: readonly TableRecord[], record: TableRecord | undefined): boolean {
  if (!record || filledCells(record.fields) === 0) return false;
  const above = (head.at(-1) as TableRecord).fields;
  const { fields } = record;
  if (numbersColumns(above)) return false;
  if (numbersColumns(fields)) return true;
  if (isPeriodRow(fields) && knownHeads(above) >= 2) return true;
  if (holdsFigures(fields)) return false;
  if (isUnitRow(fields) && filledCells(fields) >= 2) return true;
  const all = joinHeads(head.map((row) => row.fields));
  if (translates(above, fields)) return true;
  if (fitsUnder(above, fields) || (head.length > 1 && fitsUnder(all, fields))) {
    return (
      !isFilled(fields[0]) ||
      !isFilled(above[0]) ||
      fields[0] === above[0] ||
      knownHeads(fields) >= 2
    );
  }
  const firstFits =
    !isFilled(fields[0]) || fields[0] === above[0] || knownHeads([fields[0] as string]) === 1;
  return (
    firstFits &&
    knownHeads(fields) >= 2 &&
    knownHeads(fields) >= 0.6 * filledCells(fields) &&
    !sameCells(fields, above)
  );
}

export function firstFilled(records: readonly TableRecord[], from: number): number {
  let at = from;
  while (at < records.length && filledCells((records[at] as TableRecord).fields) === 0) at++;
  return at;
}

/** Names and values, a date or a unit in a line above a table: 填报单位：城关镇,,日期：2023年6月 · 中華民國103年4月底,,單位：人. */
const isCaption = (cells: readonly string[]): boolean => {
  const filled = cells.filter(isFilled);
  return (
    filled.length <= cells.length / 2 &&
    filled.some((cell) =>
      /[:：]|^[(（][单單]位|^[单單]位\s+\S|\d年\d{1,2}月|民國\s*\d/u.test(cell.trim()),
    )
  );
};

export const sameCells = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((cell, i) => cell.trim() === (b[i] as string).trim());

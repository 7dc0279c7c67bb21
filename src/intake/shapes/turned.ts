import { findVariable } from "../../codebook/index.ts";
import { matchHeader } from "../../codebook/match.ts";
import { readUnit } from "../../codebook/unit-spellings.ts";
import type { Period } from "../../survey/area.ts";
import { looksNumeric } from "../cells/cell-kind.ts";
import { filledCells } from "../cells/filled-cells.ts";
import { isMissing } from "../cells/missing-marks.ts";
import { datedHead } from "../heads/dated-heads.ts";
import { findLayout, type Layout } from "../heads/layout.ts";
import type { TableRecord } from "../records/records.ts";
import { isAverageWord } from "../rows/derived-words.ts";
import { isCommunity, isHeading, isNote } from "../rows/row-kinds.ts";
import { isTotalWord } from "../rows/total-words.ts";
import type { CellPlace } from "./form.ts";

/** A column of a turned table: an area, in a period where its head names one, or the total of them. */
export interface TurnedArea {
  /** Undefined where the heads are periods and nothing else: the title, the sheet or the file names the one area. */
  readonly name?: string;
  readonly parent?: string;
  readonly period?: Period;
  /** From 0. */
  readonly field: number;
  readonly at: CellPlace;
}

/** A row of a turned table. */
interface TurnedItem {
  /** With the heading of its section and its unit, as a head would be written. */
  readonly label: string;
  readonly at: CellPlace;
  readonly record: TableRecord;
}

/** A table with its areas across the columns and its indicators down the rows. */
export interface TurnedTable {
  /** The head of the column of labels. */
  readonly header: string;
  readonly headLine: number;
  readonly areas: readonly TurnedArea[];
  readonly items: readonly TurnedItem[];
  readonly titles: readonly { readonly text: string; readonly line: number }[];
  readonly leftOut: readonly number[];
  /** Columns that are no area: shares, remarks. */
  readonly others: readonly { readonly header: string; readonly field: number }[];
}

/** A person writes no wider or longer one. */
const MOST_ITEMS = 400;

/**
 * A table whose labels, down the rows, are variables or age bands of the codebook for the most part, and whose heads are names of areas (or years
 * of one area). Undefined where that is not certain: then the table stays as it is.
 */
export function readTurned(records: readonly TableRecord[]): TurnedTable | undefined {
  const layout = findLayout(records);
  if (
    !layout ||
    layout.tables.length > 1 ||
    layout.headerRecords === 0 ||
    layout.body.length > MOST_ITEMS
  )
    return undefined;
  const rows = layout.body.filter(({ fields }) => filledCells(fields) > 0 && !isNote(fields));
  const labels = labelColumn(layout.headers, rows);
  if (labels === undefined) return undefined;
  const unit = unitColumn(layout.headers, rows, labels);
  const first = layout.headers.map((_, i) => i).filter((i) => i > labels && i !== unit);
  const { areas, others } = areasOf(layout, first);
  if (areas.length === 0 || !holdsFigures(rows, labels, areas)) return undefined;
  const items = itemsOf(rows, labels, unit);
  const used = new Set(items.map(({ record }) => record));
  return {
    header: layout.headers[labels] ?? "",
    headLine: lastHeadLine(layout, records),
    areas,
    items,
    titles: layout.preamble
      .filter(({ reason }) => reason === "title")
      .map(({ line }, i) => ({ text: layout.titles.filter((text) => text !== "")[i] ?? "", line })),
    leftOut: layout.body
      .filter((record) => filledCells(record.fields) > 0 && !used.has(record))
      .map(({ line }) => line),
    others,
  };
}

const lastHeadLine = (
  { preambleRecords, headerRecords }: Layout,
  records: readonly TableRecord[],
): number => (records[preambleRecords + headerRecords - 1] as TableRecord).line;

const cellOf = ({ fields }: TableRecord, field: number): string => (fields[field] ?? "").trim();

/** Whether a label is one that the codebook knows. */
function isKnown(label: string): boolean {
  const { kind } = matchHeader(datedHead(label)?.rest || label);
  return kind === "variable" || kind === "band" || kind === "ambiguous";
}

/** The column of labels, one of the first three: what it says is known to the codebook in most rows, and no other head is. */
function labelColumn(headers: readonly string[], rows: readonly TableRecord[]): number | undefined {
  if (headers.length < 3) return undefined;
  let found: number | undefined;
  let most = 1;
  for (const field of [0, 1, 2]) {
    const labels = rows
      .map((row) => cellOf(row, field))
      .filter((text) => text !== "" && !looksNumeric(text));
    const known = labels.filter(isKnown).length;
    if (known > most && known >= 0.6 * labels.length && labels.length >= rows.length / 2)
      [found, most] = [field, known];
  }
  const isOther = (header: string): boolean => {
    const meaning = matchHeader(header);
    return (
      meaning.kind === "variable" ||
      meaning.kind === "band" ||
      meaning.kind === "value" ||
      (meaning.kind === "key" && header.trim().length < 5)
    );
  };
  // 社区, 指标, 2021年, 2022年 is a long table, with its areas down the rows.
  const isKey = (header: string): boolean => matchHeader(header).kind === "key";
  if (found === undefined || headers.slice(0, found).some(isKey)) return undefined;
  return headers.some((header, i) => i > (found as number) && isOther(header)) ? undefined : found;
}

/** The column that says in which unit a row is. */
function unitColumn(
  headers: readonly string[],
  rows: readonly TableRecord[],
  labels: number,
): number | undefined {
  const isUnits = (_: string, field: number): boolean => {
    const cells = rows
      .map((row) => cellOf(row, field))
      .filter((text) => text !== "" && !isMissing(text));
    return (
      field !== labels &&
      cells.length > 0 &&
      cells.every(
        (text) =>
          !looksNumeric(text) && readUnit(text.replace(/^[(（](.*)[)）]$/u, "$1")) !== undefined,
      )
    );
  };
  const found = headers.findIndex(isUnits);
  return found === -1 ? undefined : found;
}

const areaWord =
  /社区|社區|(?:居委会|居委會|村委会|村委會|[村里街镇鎮乡鄉]|街道|[社小]?[区區])(?:[(（].*[)）])?$|^(?:community|village|ward)\b|\b(?:community|village|ward)$/iu;
/** What stands beside areas and is none. */
const noArea =
  /率|比|占|增|减|減|%|％|‰|备注|備註|说明|說明|单位|單位|排名|名次|平均|[上去]年|同期|最[大小高低多少]|中位|\b(?:remarks?|notes?|shares?|changes?|rank(?:ing)?)\b/iu;
/** 增江社区 and 占坡村 are areas all the same, where no such word stands before the name of another (上年城东社区). */
const properName =
  /^(?!本年|[上去]年|同期|平均|每|最[大小高低多少]).*(?:社区|社區|[居村]委会|[居村]委會|[村里])(?:[(（][^()（）]*[)）])?$/u;

interface Columns {
  readonly areas: readonly TurnedArea[];
  readonly others: readonly { readonly header: string; readonly field: number }[];
}

/** What the heads to the right of the labels are; no areas where they are not certainly so. */
function areasOf(layout: Layout, fields: readonly number[]): Columns {
  const heads = fields
    .filter((field) => (layout.headers[field] ?? "").trim() !== "")
    .map((field) => ({ field, header: (layout.headers[field] as string).trim() }));
  const read = heads.map(({ field, header }) => ({
    field,
    header,
    dated: datedHead(header, { roc: true }),
  }));
  const isTotal = (text: string): boolean => isTotalWord(text) || isAverageWord(text);
  if (heads.length > 0 && read.every(({ dated }) => dated?.rest === "")) {
    return {
      areas: read.map(({ field, dated }) => ({
        ...(dated && { period: dated.period }),
        field,
        at: placeOf(layout, field),
      })),
      others: [],
    };
  }
  const named = read.map(({ field, header, dated }) => {
    const levels = (dated?.rest ?? header).split("/").map((level) => level.trim());
    const parent =
      levels.length > 1 && isHeading(levels[0] as string) && !isTotal(levels.at(-1) as string)
        ? levels[0]
        : undefined;
    const name = levels.at(-1) as string;
    return {
      field,
      header,
      name,
      ...(parent !== undefined && { parent }),
      ...(dated && { period: dated.period }),
    };
  });
  const others = named.filter(
    ({ name }) => noArea.test(name) && !properName.test(name) && !isTotal(name),
  );
  const areas = named.filter((column) => !others.includes(column));
  const proper = areas.filter(({ name }) => !isTotal(name));
  const certain = proper.filter(({ name }) => isCommunity(name) || areaWord.test(name)).length;
  if (proper.length < 2 || certain < 2 || certain < 0.6 * proper.length)
    return { areas: [], others: [] };
  return {
    areas: areas.map(({ header: _, ...area }) => ({ ...area, at: placeOf(layout, area.field) })),
    others: others.map(({ header, field }) => ({ header, field })),
  };
}

/** The lowest cell of a head. */
function placeOf({ headerCells, preambleRecords, preamble }: Layout, field: number): CellPlace {
  const row = headerCells.findLastIndex((cells) => (cells[field] ?? "").trim() !== "");
  const above = preamble.at(-1)?.line ?? preambleRecords;
  return { line: above + 1 + Math.max(0, row), field: field + 1 };
}

/** Figures, or marks for what is missing, stand in most of the cells. */
function holdsFigures(
  rows: readonly TableRecord[],
  labels: number,
  areas: readonly TurnedArea[],
): boolean {
  const cells = rows
    .filter((row) => isKnown(cellOf(row, labels)) && !isChoice(cellOf(row, labels)))
    .flatMap((row) => areas.map(({ field }) => cellOf(row, field)));
  const filled = cells.filter((text) => text !== "");
  return (
    filled.length >= cells.length / 2 &&
    filled.filter((text) => /\d/u.test(text) || isMissing(text)).length >= 0.7 * filled.length
  );
}

/** 产权性质, 是否租用: what stands beside such a label is a word. */
function isChoice(label: string): boolean {
  const meaning = matchHeader(label);
  const kind = meaning.kind === "variable" ? findVariable(meaning.variable)?.kind : undefined;
  return kind === "category" || kind === "yes-no";
}

/** A label with its section (党员情况 over 60岁以上, in a column of its own or in a row above) and its unit. */
function itemsOf(
  rows: readonly TableRecord[],
  labels: number,
  unit: number | undefined,
): TurnedItem[] {
  const items: TurnedItem[] = [];
  let section = "";
  let group = "";
  for (const record of rows) {
    const label = cellOf(record, labels);
    const outer =
      Array.from({ length: labels }, (_, i) => cellOf(record, i)).find(
        (text) => text !== "" && !looksNumeric(text) && !/^[A-Z]{0,4}[\d.-]+$/iu.test(text),
      ) ?? "";
    if (outer !== "") group = outer;
    if (label === "") continue;
    if (filledCells(record.fields) === 1 && (!isKnown(label) || isSection(label))) {
      section = label.replace(/^[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*/u, "");
      continue;
    }
    const above = labels > 0 ? group : subjectOf(section);
    const written =
      above !== "" && above !== label && !/^其中/u.test(label) ? `${above}/${label}` : label;
    const own = isKnown(label) && !isKnown(written) ? label : written;
    const read = unit === undefined ? "" : cellOf(record, unit).replace(/^[(（](.*)[)）]$/u, "$1");
    const inUnit =
      read !== "" && readUnit(read) !== undefined && !/[(（][^()（）]*[)）]\s*$/u.test(label)
        ? `${own}(${read})`
        : own;
    items.push({ label: inUnit, at: { line: record.line, field: labels + 1 }, record });
  }
  return items;
}

/** 一、人口情况 */
const isSection = (label: string): boolean =>
  /^[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|(?:[情概]况|[情概]況|结构|結構|构成|構成|信息|資訊)$/u.test(
    label,
  );

/** Whom the ages and sexes of a section count. */
const subjectOf = (section: string): string =>
  /党|黨/u.test(section) ? "党员" : /人口|居民/u.test(section) ? "常住人口" : "";

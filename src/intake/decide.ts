import { type ReadUnit, readUnit } from "../codebook/unit-spellings.ts";
import type { Period } from "../survey/area.ts";
import { codes } from "../survey/codes.ts";
import { CdjError } from "../survey/error.ts";
import { looksNumeric } from "./cells/cell-kind.ts";
import { filledCells } from "./cells/filled-cells.ts";
import { periodFromText } from "./cells/period.ts";
import type { Source } from "./files/source.ts";
import type { RaisedFinding } from "./findings.ts";
import { seenSafely } from "./heads/heads-shown.ts";
import { findLayout, type Layout } from "./heads/layout.ts";
import { periodsOfColumns } from "./heads/periods-of-columns.ts";
import { onlyArea } from "./meaning/only-area.ts";
import { type Mapping, planColumns } from "./meaning/planned-columns.ts";
import { keyColumns, type PlannedColumn, type ReadingPlan } from "./plan.ts";
import type { TableRecord } from "./records/records.ts";
import { hasColumnNumbers, numbersColumns } from "./rows/column-numbers.ts";
import { refuseRespondents } from "./rows/respondents.ts";
import { isHeading, isPeriodRow } from "./rows/row-kinds.ts";
import type { RowRule } from "./rows/row-rules.ts";
import { wholesAmongParts } from "./rows/telling-columns.ts";
import { recordsFurtherOn, type Sample, sampleOf } from "./sample.ts";

/** What the user declared about how a file is to be read; everything else is decided from the file. */
export interface IntakeOptions {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly mapping?: Mapping;
  /** The period of a file that names none itself. */
  readonly period?: Period;
  /** Rows of one area and period are parts of it. */
  readonly addParts?: boolean;
  /** What rows are, by name, kind or place. */
  readonly rowRules?: readonly RowRule[];
  /** The level whose rows are read. */
  readonly level?: string;
  /** Which of several tables in a file, from 1. */
  readonly table?: number;
  /** Take a table without a header too: its columns have no names. */
  readonly headless?: boolean;
}

export interface Decision {
  readonly plan: ReadingPlan;
  readonly findings: readonly RaisedFinding[];
}

const ROWS_LOOKED_AT = 200;

/**
 * Decides how a file is to be read, from its sample (`read`, where it was taken already) and the options. Throws a CdjError for what cannot be read as a table
 * of areas: no bytes, no decodable text, no header, no such table.
 */
export async function decide(
  source: Source,
  options: IntakeOptions = {},
  read?: Sample,
): Promise<Decision> {
  const wanted = options.table ?? 1;
  const sample = read ?? (await sampleOf(source, options));
  refuseRespondents(source.name, cellsOf(sample.records));
  let layout = findLayout(sample.records, wanted);
  if (!layout && wanted > 1 && !sample.complete)
    layout = findLayout(await recordsFurtherOn(source, sample), wanted);
  if (!layout && wanted > 1) {
    const count = findLayout(sample.records)?.tables.length;
    throw new CdjError("no-such-table", {
      file: source.name,
      table: wanted,
      ...(count !== undefined && { count }),
    });
  }
  if (!layout || (layout.headerRecords === 0 && options.headless !== true)) {
    const seen = (layout?.body[0] ?? sample.records[0])?.fields.slice(0, 12) ?? [];
    throw new CdjError("no-header", { file: source.name, seen: seenSafely(seen) });
  }
  if (layout.preambleRecords > 0)
    refuseRespondents(source.name, [...layout.headerCells, ...cellsOf(layout.body)]);
  return assemble(source, sample, layout, options);
}

const cellsOf = (records: readonly TableRecord[]): (readonly string[])[] =>
  records.slice(0, ROWS_LOOKED_AT).map(({ fields }) => fields);

function assemble(
  { name: file, origin }: Source,
  { encoding, dialect, complete }: Sample,
  layout: Layout,
  options: IntakeOptions,
): Decision {
  const caption = layout.titles.join(" ");
  const rows = layout.body
    .slice(0, ROWS_LOOKED_AT)
    .flatMap(({ fields }) => (numbersColumns(fields) ? [] : [fields]));
  const heads = layout.headers.map((header, i) => ({ header, ...levelsApart(layout, i) }));
  const decimalComma = dialect.delimiter !== "," && writesDecimalComma(rows);
  const context = {
    units: captionUnits(caption),
    rows,
    decimalComma,
    titles: layout.titles,
    file,
  } as const;
  const planned = planColumns(heads, options.mapping ?? new Map(), context);
  const {
    columns,
    period,
    findings: ofPeriods,
  } = periodsOfColumns(
    planned.columns,
    periodOfFile(planned.columns, rows, options.period, layout.titles, file),
  );
  const area = onlyArea(columns, rows, {
    titles: layout.titles,
    ...(origin?.sheet !== undefined && { sheet: origin.sheet }),
    file,
    heads: layout.headers,
  });
  const findings = [
    ...planned.findings,
    ...ofPeriods,
    ...(area
      ? [{ code: codes.onlyArea, place: {}, args: { name: area.value, of: area.from } }]
      : []),
  ];
  const headerLine = layout.preamble.at(-1)?.line ?? 0;
  const addParts =
    options.addParts === true || columns.some((column) => column.role.is === "finer");
  const wholesIn = addParts
    ? wholesAmongParts(
        columns,
        layout.body.map(({ fields }) => fields),
        complete,
      )
    : [];
  const plan: ReadingPlan = {
    file,
    ...encoding,
    dialect,
    decimalComma,
    ...(origin?.madeFrom && { madeFrom: origin.madeFrom }),
    table: layout.table,
    tables: layout.tables,
    preambleRecords: layout.preambleRecords,
    preambleLines: headerLine,
    preamble: layout.preamble,
    titles: layout.titles.filter((title) => title !== ""),
    headerRecords: layout.headerRecords,
    headerLines: layout.headerRecords === 0 ? 0 : layout.firstDataLine - 1 - headerLine,
    headerCells: layout.headerCells,
    ...(layout.bodyRecords !== undefined && { bodyRecords: layout.bodyRecords }),
    columns,
    shape: columns.some((column) => column.role.is === "item") ? "long" : "wide",
    ...(period && { period }),
    ...(area && { area }),
    headings: hasHeadings(columns, rows),
    ...(hasPeriodRows(columns, rows, period) && { periodRows: true as const }),
    ...(hasColumnNumbers(rows, columns.length, areaColumn(columns)) && {
      columnNumbers: true as const,
    }),
    ...(options.rowRules && options.rowRules.length > 0 && { rowRules: options.rowRules }),
    ...(options.level !== undefined && { level: options.level }),
    addParts,
    ...(wholesIn.length > 0 && { wholesIn }),
  };
  const line = Math.max(1, layout.firstDataLine - 1);
  const told =
    layout.headerRecords === 0
      ? findings.filter(({ code }) => code !== codes.blankHeader)
      : findings;
  return {
    plan,
    findings: [
      ...told.map((finding) => ({ ...finding, place: { line, ...finding.place } })),
      ...furtherTables(plan),
    ],
  };
}

const areaColumn = (columns: readonly PlannedColumn[]): number | undefined =>
  columns.find(({ role }) => role.is === "key" && role.key === "area")?.index;

/** Whether streets or towns stand alone in rows of their own, over areas of another kind. */
function hasHeadings(
  columns: readonly PlannedColumn[],
  rows: readonly (readonly string[])[],
): boolean {
  const keys = columns.filter(({ role }) => role.is === "key");
  const area = areaColumn(columns);
  if (
    area === undefined ||
    columns.length < 3 ||
    keys.some(({ role }) => role.is === "key" && role.key === "parent_area")
  )
    return false;
  const alone = (row: readonly string[]): boolean => filledCells(row) === 1;
  const named = rows.filter((row) => !alone(row) && (row[area] ?? "").trim() !== "");
  return (
    rows.some(
      (row) => alone(row) && isHeading(row.find((cell) => cell.trim() !== "")?.trim() ?? ""),
    ) && !named.some((row) => isHeading((row[area] ?? "").trim()))
  );
}

/** Whether periods stand alone in rows of their own, over the rows of each (a date below the rows is that of a signature); not where columns or heads have them. */
function hasPeriodRows(
  columns: readonly PlannedColumn[],
  rows: readonly (readonly string[])[],
  period: ReadingPlan["period"],
): boolean {
  if (
    columns.length < 2 ||
    columns.some(
      ({ role, period }) => period !== undefined || (role.is === "key" && role.key === "period"),
    )
  )
    return false;
  const first = rows.findIndex(
    (row) => filledCells(row) === 1 && isPeriodRow(row.find((cell) => cell.trim() !== "") ?? ""),
  );
  return (
    first !== -1 &&
    (period?.from === "caption" || !rows.slice(0, first).some((row) => filledCells(row) > 1))
  );
}

function levelsApart({ labels, codes: ids }: Layout, i: number): { label?: string; code?: string } {
  if (ids.length === 0) return {};
  return {
    ...(labels[i] !== undefined && { label: labels[i] }),
    ...(ids[i] !== undefined && { code: ids[i] }),
  };
}

/** Tables that are not read; where one was asked for by number, the user knows of the others. */
const furtherTables = ({ table, tables }: ReadingPlan): RaisedFinding[] =>
  table > 1
    ? []
    : tables
        .slice(1)
        .map(({ line }) => ({ code: codes.furtherTable, place: { line }, args: { line } }));

/** The units a caption names: 单位：人、万元 names two. */
function captionUnits(caption: string): ReadUnit[] {
  return [...caption.matchAll(/(?:[单單]位|\bunits?)\s*[:：]?\s*([^\s;；)）】\]]+)/giu)].flatMap(
    ([, written = ""]) =>
      [written, ...written.split(/[、,，/和及]/u)].flatMap((part) => readUnit(part) ?? []),
  );
}

/** Whether figures have a decimal comma: some do for certain (1,5 or 12,3456), and none is written with a decimal point. */
function writesDecimalComma(rows: readonly (readonly string[])[]): boolean {
  let evidence = 0;
  for (const row of rows) {
    for (const cell of row) {
      const text = cell.trim();
      if (!looksNumeric(text)) continue;
      if (/^[-+]?\d*\.\d+$/.test(text) && !/^[-+]?\d{1,3}(?:\.\d{3})+$/.test(text)) return false;
      if (
        /^[-+]?(?:\d{1,3}(?:\.\d{3})+|\d+),\d+$/.test(text) &&
        !/^[-+]?[1-9]\d{0,2},\d{3}$/.test(text)
      )
        evidence++;
    }
  }
  return evidence > 0;
}

/** Whether every period of the first rows is a month or a quarter without its year. */
function isPartOfYear(
  rows: readonly (readonly string[])[],
  columns: readonly PlannedColumn[],
): boolean {
  const cells = rows
    .flatMap((row) => columns.map(({ index }) => (row[index] ?? "").trim()))
    .filter((cell) => cell !== "");
  return (
    cells.length > 0 &&
    cells.every((cell) =>
      /^(?:\d{1,2}月(?:份|底|末)?|第?[1-4一二三四]季度?|[上下]半年)$/u.test(cell),
    )
  );
}

/** When a file was made says nothing of when its figures are of. */
const ofTheFile =
  /导出|導出|匯出|汇出|打印|列印|下载|下載|更新|发布|發布|\b(?:export|print|download|generat|creat|updat|retriev|publish)(?:ed|ion)?\b/iu;

function periodOfFile(
  columns: readonly PlannedColumn[],
  rows: readonly (readonly string[])[],
  option: Period | undefined,
  titles: readonly string[],
  file: string,
): ReadingPlan["period"] {
  const stated = columns.filter(
    (column) => column.role.is === "key" && column.role.key === "period",
  );
  const inCaption = periodFromText(titles.filter((title) => !ofTheFile.test(title)).join(" "));
  // Months and quarters by themselves are those of the caption's year.
  if (stated.length > 0)
    return inCaption && stated.length === 1 && isPartOfYear(rows, stated)
      ? { value: inCaption, from: "caption" }
      : undefined;
  if (inCaption) return { value: inCaption, from: "caption" };
  const inName = periodFromText(file.split(/[\\/]/u).at(-1) ?? "", {
    roc: /[區鄉鎮縣戶歲數齡]/u.test(columns.map(({ header }) => header).join("")),
  });
  if (inName) return { value: inName, from: "file-name" };
  return option === undefined ? undefined : { value: option, from: "option" };
}

/** Throws a CdjError when no column names the area: nothing can be said of a table without one. */
export function requireArea(plan: ReadingPlan): void {
  if (plan.area || keyColumns(plan, "area").length > 0 || keyColumns(plan, "area_code").length > 0)
    return;
  const seen = seenSafely(
    plan.columns.map((column) => column.header).filter((header) => header !== ""),
  );
  const has = (is: (role: PlannedColumn["role"]) => boolean): string | undefined =>
    plan.columns.find(({ role, header }) => header !== "" && is(role))?.header;
  // Areas as columns, indicators as rows; ages and sexes as rows are those of areas that some other column may name.
  const turned = has((role) => role.is === "item" && role.item === "variable");
  const first = has((role) => role.is === "unused" && role.reason !== "ignored");
  throw new CdjError("no-area-column", {
    file: plan.file,
    seen,
    ...(turned !== undefined
      ? { turned: seenSafely([turned])[0] ?? "" }
      : first !== undefined && { first: seenSafely([first])[0] ?? "" }),
  });
}

import { fillBlanks } from "../../areas/fill-blanks.ts";
import { applyForest } from "../../areas/forest/apply-forest.ts";
import { withoutIdentity } from "../../codebook/identity.ts";
import type { Group, Part } from "../../engines/engine.ts";
import { engineFor } from "../../engines/index.ts";
import { isFigure } from "../../intake/cells/cell-kind.ts";
import { periodFromText } from "../../intake/cells/period.ts";
import { type IntakeOptions, requireArea } from "../../intake/decide.ts";
import { openTables } from "../../intake/files/open.ts";
import type { Source } from "../../intake/files/source.ts";
import { type RaisedFinding, withoutPersons, withoutToldColumns } from "../../intake/findings.ts";
import { keyColumns, type ReadingPlan } from "../../intake/plan.ts";
import { type PlannedTable, planTable } from "../../intake/plan-table.ts";
import type { ReadSource } from "../../report/reading.ts";
import { codes } from "../../survey/codes.ts";
import { CdjError } from "../../survey/error.ts";
import type { Finding, Place } from "../../survey/finding.ts";
import type { Progress } from "./progress.ts";
import { requireLocked, type SavedPlans } from "./saved-plans.ts";

export interface TableOptions extends IntakeOptions {
  /** Sheets of a workbook, by name or number, or `all`. */
  readonly sheets?: readonly string[];
  /** Leave out rows and columns that a sheet hides. */
  readonly visible?: boolean;
  /** Headers whose text each area keeps, to group by. */
  readonly attributes?: readonly string[];
  /** Fill blank cells from the parts that add up to them. */
  readonly fill?: boolean;
  /** Compute the digest of each source. */
  readonly digest?: boolean;
  readonly findingsPerCode?: number;
  /** Plans saved in the config, by the name of the file: one that no longer fits ends the run. */
  readonly locked?: SavedPlans;
  /** Is told of every block that was read. */
  readonly progress?: Progress;
}

type Unrated = Omit<Finding, "severity">;

/**
 * The tables of a file that are read as one survey, each with its plan: the file itself, or the sheets of a workbook that are asked
 * for, else those with the same columns as the first table of areas that holds figures (or all forms); other sheets are named in a finding, and so are
 * those that are no tables of areas where all are asked for.
 * Throws a CdjError where there is no table of areas.
 */
export async function planTables(
  file: Source,
  options: TableOptions,
): Promise<{ tables: PlannedTable[]; findings: Unrated[] }> {
  return tablesAmong(file.name, await openTables(file, options), options);
}

/** The same of the sheets or tables that a file was opened to. */
export async function tablesAmong(
  file: string,
  sources: readonly Source[],
  options: TableOptions,
): Promise<{ tables: PlannedTable[]; findings: Unrated[] }> {
  const all = options.sheets?.includes("all") === true;
  if (sources.length === 1 || (options.sheets !== undefined && !all)) {
    const tables: PlannedTable[] = [];
    for (const source of sources) tables.push(await planWithArea(source, options));
    return { tables, findings: [] };
  }
  const planned: (PlannedTable | { readonly source: Source; readonly error: CdjError })[] = [];
  for (const source of sources)
    planned.push(await planWithArea(source, options).catch((error) => refused(source, error)));
  const ofAreas = planned.filter((table): table is PlannedTable => "decision" in table);
  const candidates = withoutLists(ofAreas);
  const first = candidates.find(holdsFigures) ?? candidates[0];
  if (!first) throw (planned[0] as { error: CdjError }).error;
  const alike = all ? candidates : candidates.filter((table) => sameColumns(table, first));
  const parts = all ? alike : alike.filter((table) => !isSummary(table.source));
  const taken = parts.length === 0 ? alike : parts;
  const others = planned
    .filter((table) => !taken.includes(table as PlannedTable))
    .map((table) => table.source.origin?.sheet ?? "");
  const tables = taken.length > 1 && !all ? taken.map(withParent) : taken;
  return {
    tables: [...tables],
    findings:
      others.length === 0
        ? []
        : [{ code: codes.furtherSheet, place: { file }, args: { sheets: others } }],
  };
}

/** Without lists of codes or of the values of a column: tables without a figure, none of whose names stands in a table that has some. */
function withoutLists(tables: readonly PlannedTable[]): readonly PlannedTable[] {
  const withFigures = tables.filter(holdsFigures);
  const named = new Set(withFigures.flatMap(areaCells));
  return withFigures.length === 0
    ? tables
    : tables.filter(
        (table) => withFigures.includes(table) || areaCells(table).some((name) => named.has(name)),
      );
}

/** What stands in the column of areas. */
function areaCells({ source, decision: { plan } }: PlannedTable): string[] {
  const columns = keyColumns(plan, "area");
  const heads = new Set(plan.headerCells.flat().map((head) => head.trim()));
  return (source.rows ?? [])
    .flatMap((row) => columns.map((column) => row[column]?.trim() ?? ""))
    .filter((name) => name !== "" && !heads.has(name));
}

/** How many rows are looked at for figures. */
const ROWS_FOR_FIGURES = 500;

/** Whether a figure stands under any head of one: a list of codes or of the values of a column has none. */
function holdsFigures({ source, decision: { plan } }: PlannedTable): boolean {
  const columns = plan.columns.filter(({ role }) => role.is === "quantity" || role.is === "value");
  return (
    source.rows === undefined ||
    source.rows
      .slice(0, ROWS_FOR_FIGURES)
      .some((row) => columns.some(({ index }) => isFigure(row[index] ?? "")))
  );
}

/** A sheet that adds the others up would count everything twice. */
const isSummary = ({ origin }: Source): boolean =>
  /汇总|彙總|合计|合計|总计|總計|总表|總表|summary|total/iu.test(origin?.sheet ?? "");

/** A sheet for each street names the street. */
function withParent(table: PlannedTable): PlannedTable {
  const { source } = table;
  const parent = source.origin?.sheet?.trim() ?? "";
  if (
    !source.origin ||
    isForm(source) ||
    !/[街镇鎮乡鄉区區县縣市]$|街道$/u.test(parent) ||
    /社[区區]$/u.test(parent)
  )
    return table;
  return { ...table, source: { ...source, origin: { ...source.origin, parent } } };
}

function refused(source: Source, error: unknown): { source: Source; error: CdjError } {
  if (error instanceof CdjError) return { source, error };
  throw error;
}

async function planWithArea(source: Source, options: TableOptions): Promise<PlannedTable> {
  const {
    source: table,
    decision: { plan, findings },
  } = await planTable(source, options);
  requireArea(plan);
  if (options.locked) requireLocked(plan, options.locked);
  return {
    source: table,
    decision: { plan: withSheetPeriod(plan, table.origin?.sheet), findings },
  };
}

/** A sheet named 2023 says when, before the name of the file does. */
function withSheetPeriod(plan: ReadingPlan, sheet: string | undefined): ReadingPlan {
  if (
    sheet === undefined ||
    plan.period?.from === "caption" ||
    keyColumns(plan, "period").length > 0
  )
    return plan;
  const value = periodFromText(sheet);
  return value === undefined ? plan : { ...plan, period: { value, from: "sheet-name" } };
}

const isForm = ({ origin }: Source): boolean => origin?.madeFrom?.is === "form";

/** All forms belong together; tables do when they have the same keys and quantities. */
function sameColumns(a: PlannedTable, b: PlannedTable): boolean {
  if (isForm(a.source) || isForm(b.source)) return isForm(a.source) && isForm(b.source);
  return meaningOf(a.decision.plan) === meaningOf(b.decision.plan);
}

const meaningOf = (plan: ReadingPlan): string =>
  plan.columns
    .flatMap(({ role }) =>
      role.is === "quantity"
        ? [role.quantity]
        : role.is === "key"
          ? [role.key]
          : role.is === "unused"
            ? []
            : [role.is],
    )
    .sort()
    .join();

/** One pass over a table: what it gave, where everything stood, and what was found. Throws a CdjError where no row stands for an area. */
export async function readTable(
  { source, decision }: PlannedTable,
  options: TableOptions,
): Promise<{ read: ReadSource; part: Part; findings: Unrated[] }> {
  const { plan } = decision;
  const { origin } = source;
  const digest = options.digest ? (await import("node:crypto")).createHash("sha256") : undefined;
  const own = origin === undefined;
  const engine = await engineFor(plan, source);
  const request = {
    plan,
    findingsPerCode: options.findingsPerCode ?? 1000,
    ...(options.attributes && { attributes: options.attributes }),
  };
  const tap = digest && own ? { tap: (block: Uint8Array): void => void digest.update(block) } : {};
  const progress = (bytes: number, line: number): void =>
    options.progress?.read(source, bytes, line);
  const scanned = await engine
    .scan(source, request, { ...tap, progress })
    .finally(() => options.progress?.end());
  if (digest && origin) for await (const block of origin.file.blocks()) digest.update(block);
  const grown = applyForest(scanned, plan);
  const nested = options.fill ? fillBlanks(grown) : grown;
  const part = origin ? inOriginal(nested, source) : nested;
  if (part.groups.length === 0) {
    throw part.excluded.length === 0
      ? new CdjError("header-only", { file: source.name })
      : new CdjError("no-observations", { file: source.name, rows: part.excluded.length });
  }
  const read: ReadSource = {
    file: source.name,
    ...(origin?.sheet !== undefined && { sheet: origin.sheet }),
    ...(source.columnar && { parquet: true }),
    plan,
    rows: part.rows,
    areas: areasIn(part.groups),
    periods: [...new Set(part.groups.flatMap((group) => group.period ?? []))].sort(),
    excluded: part.excluded,
    ...(digest && { sha256: digest.digest("hex") }),
  };
  const raised = withoutToldColumns(decision.findings, scanned.findings).map((finding) => ({
    ...finding,
    place: placeIn(source, finding.place),
  }));
  const findings = [
    ...(origin?.findings ?? []).map((finding) => ({
      ...finding,
      place: onSheet(source, finding.place),
    })),
    ...raised,
    ...part.findings,
  ];
  return { read, part, findings: findings.map((finding) => placed(finding, source.name)) };
}

/** How many areas some groups are of: an area is its code, else its parents and its name. */
export const areasIn = (groups: readonly Group[]): number =>
  new Set(
    groups.map(({ code, parents, area }) =>
      JSON.stringify([code, code === null ? parents : [], code === null ? area : ""]),
    ),
  ).size;

export type OwnPlace = Omit<Place, "file">;

/** The places of what was scanned, as places of the original. */
export function inOriginal(part: Part, source: Source): Part {
  const locate = source.origin?.locate;
  const lineOf = (line: number): number => locate?.(line, undefined).line ?? line;
  const leftOut = source.origin?.leftOut ?? [];
  return {
    ...part,
    groups: part.groups.map((group) => ({
      ...group,
      ...parentsIn(source, group.parents),
      place: placeIn(source, group.place),
      ...(locate && group.place.line !== undefined && { row: group.place.line }),
    })),
    excluded: [
      ...part.excluded.map((row) => ({
        ...row,
        line: lineOf(row.line),
        ...(locate && { row: row.line }),
      })),
      ...leftOut,
    ].sort((a, b) => a.line - b.line),
    findings: part.findings.map((finding) => ({
      ...finding,
      place: placeIn(source, finding.place),
      ...(finding.related && { related: finding.related.map((place) => placeIn(source, place)) }),
    })),
  };
}

const parentsIn = (
  { origin }: Source,
  parents: readonly string[],
): { parents: readonly string[] } => ({
  parents:
    parents.length === 0 && origin?.parent !== undefined
      ? [withoutIdentity(origin.parent)]
      : parents,
});

/** A place in a table made from cells has no column of characters; it has a sheet, and the line and field of the original. */
export function placeIn(source: Source, place: OwnPlace): OwnPlace {
  const { origin } = source;
  if (!origin?.written) return place;
  const { column: _, ...rest } = place;
  const original = place.line === undefined ? undefined : origin.locate?.(place.line, place.field);
  return onSheet(source, { ...rest, ...original });
}

export const onSheet = (source: Source, place: OwnPlace): OwnPlace =>
  source.origin?.sheet === undefined ? place : { sheet: source.origin.sheet, ...place };

export function placed({ place, related, ...finding }: RaisedFinding, file: string): Unrated {
  return {
    ...withoutPersons(finding),
    place: { file, ...place },
    ...(related && { related: related.map((other) => ({ file, ...other })) }),
  };
}

import { applyForest } from "../../areas/forest/apply-forest.ts";
import { withSeverity } from "../../checks/index.ts";
import { redacted } from "../../codebook/identity.ts";
import type { Part, Request } from "../../engines/engine.ts";
import { engineFor } from "../../engines/index.ts";
import { tallyOf } from "../../engines/tally/stream-engine.ts";
import { openTables } from "../../intake/files/open.ts";
import { fileSource, memorySource, type Source, streamSource } from "../../intake/files/source.ts";
import { withoutToldColumns } from "../../intake/findings.ts";
import { identityIn, type ReadingPlan } from "../../intake/plan.ts";
import { planTable } from "../../intake/plan-table.ts";
import type { ProtectionRules } from "../../protection/suppression.ts";
import type { Inspected } from "../../report/inspect/inspection-document.ts";
import { CdjError } from "../../survey/error.ts";
import type { Finding } from "../../survey/finding.ts";
import { sharesOf } from "../checking/understood-shares.ts";
import {
  protectedColumns,
  withoutProtected,
  withoutProtectedCells,
} from "../config/protection-rules.ts";
import { expandFiles } from "./expand-files.ts";
import { requireSheets } from "./read-survey.ts";
import {
  inOriginal,
  onSheet,
  placed,
  placeIn,
  type TableOptions,
  tablesAmong,
} from "./read-table.ts";
import { requireLocked } from "./saved-plans.ts";

export interface InspectOptions extends TableOptions {
  /** Keep every record below the header, cell by cell. */
  readonly cells?: boolean;
  /** Figures that are never shown. */
  readonly protection?: ProtectionRules;
}

/** How many rows are shown. */
const FIRST_ROWS = 5;
/** Rows that are not part of the table as it stands in the file. */
const leftOut: ReadonlySet<string> = new Set(["blank", "note", "title", "further-table"]);

/**
 * What is decided about each table of the files, with its rows counted and its first ones kept; also of tables that hold nothing the
 * codebook knows, or have no header. Throws a CdjError for what cannot be read as a table at all.
 */
export async function inspectFiles(
  files: readonly string[],
  options: InspectOptions,
): Promise<Inspected[]> {
  const inspected: Inspected[] = [];
  const tables: Source[] = [];
  for (const file of await expandFiles(files)) {
    const opened = await openTables(
      file === "-" ? streamSource("-", process.stdin) : fileSource(file),
      options,
    );
    tables.push(...opened);
    const { sources, findings } = await readOnes(opened, options);
    for (const [i, source] of sources.entries()) {
      const one = await inspectTable(source, options);
      inspected.push(i === 0 ? { ...one, findings: [...findings, ...one.findings] } : one);
    }
  }
  requireSheets(options.sheets, tables);
  return inspected;
}

/** Of several tables in a file those that are read together; all of them where none is a table of areas. */
async function readOnes(
  opened: readonly Source[],
  options: InspectOptions,
): Promise<{ sources: readonly Source[]; findings: readonly Finding[] }> {
  const [first, second] = opened;
  if (first === undefined || second === undefined) return { sources: opened, findings: [] };
  if (options.sheets !== undefined && !options.sheets.includes("all"))
    return { sources: opened, findings: [] };
  try {
    const { tables, findings } = await tablesAmong(first.name, opened, options);
    const taken = new Set(tables.map(({ source }) => source.origin?.sheet));
    return {
      sources: opened.filter(({ origin }) => taken.has(origin?.sheet)),
      findings: withSeverity(findings),
    };
  } catch (error) {
    if (error instanceof CdjError) return { sources: opened, findings: [] };
    throw error;
  }
}

async function inspectTable(table: Source, options: InspectOptions): Promise<Inspected> {
  const { source, decision } = await planTable(table, { ...options, headless: true });
  const { plan } = decision;
  if (options.locked) requireLocked(plan, options.locked);
  const kept: string[][] = [];
  const withheld = protectedColumns(plan, options.protection);
  const part = await scan(source, plan, options, (fields) => {
    if (options.cells || kept.length < FIRST_ROWS)
      kept.push(withoutProtectedCells(fields, withheld));
  });
  const raised = [...withoutToldColumns(decision.findings, part.findings), ...part.findings].map(
    (finding) => ({
      ...finding,
      place: placeIn(source, finding.place),
    }),
  );
  const ofOrigin = (source.origin?.findings ?? []).map((finding) => ({
    ...finding,
    place: onSheet(source, finding.place),
  }));
  const { sheet } = source.origin ?? {};
  const isShare = sharesOf([{ file: source.name, sheet, plan }]);
  const findings: Finding[] = withSeverity(
    [...ofOrigin, ...raised].map((finding) => placed(finding, source.name)),
  ).filter((finding) => !isShare(finding));
  const placedPart = source.origin ? inOriginal(part, source) : part;
  return {
    file: source.name,
    ...(sheet !== undefined && { sheet }),
    plan,
    rows: part.rows,
    areas: new Set(
      part.groups.map(({ code, parents, area }) => code ?? JSON.stringify([parents, area])),
    ).size,
    periods: [...new Set(part.groups.flatMap(({ period }) => period ?? []))].sort(),
    excluded: placedPart.excluded,
    findings: [...withoutProtected(findings, options.protection)],
    first: kept.slice(0, FIRST_ROWS),
    ...(options.cells && { cells: kept }),
  };
}

/** Where the first rows of a large table are looked for. */
const FIRST_BYTES = 1 << 16;

async function scan(
  source: Source,
  plan: ReadingPlan,
  options: InspectOptions,
  keep: (fields: string[]) => void,
): Promise<Part> {
  const request = { plan, findingsPerCode: options.findingsPerCode ?? 20 };
  if (options.cells) return applyForest(await scanRows(source, request, keep), plan);
  const { bytes, complete } =
    source.rows === undefined ? await source.head(FIRST_BYTES) : { bytes: none, complete: true };
  const rows: string[][] = [];
  if (!complete)
    await scanRows(memorySource(source.name, bytes), request, (fields) => rows.push(fields));
  // The last one may be cut; where the first rows are not among these, they are further down.
  if (rows.length <= FIRST_ROWS) return applyForest(await scanRows(source, request, keep), plan);
  for (const row of rows.slice(0, FIRST_ROWS)) keep(row);
  return applyForest(await (await engineFor(plan, source)).scan(source, request), plan);
}

const none = new Uint8Array(0);

/** Record by record, each handed over with its cells. */
async function scanRows(
  source: Source,
  request: Request,
  keep: (fields: string[]) => void,
): Promise<Part> {
  const hidden = request.plan.columns.map(({ identity }) => identity !== undefined);
  const tally = await tallyOf(source, request, {}, ({ fields }, { setAsideAs }) => {
    if (setAsideAs !== undefined && leftOut.has(setAsideAs)) return;
    keep(
      fields.map((cell, i) =>
        cell !== "" && (hidden[i] || identityIn(cell, request.plan.columns[i]) !== undefined)
          ? redacted
          : cell,
      ),
    );
  });
  return tally.finish();
}

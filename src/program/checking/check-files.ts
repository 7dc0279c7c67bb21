import { shareColumns, sharesIn } from "../../analysis/shares.ts";
import type { Check } from "../../checks/define.ts";
import type { Partition, StatedShare } from "../../checks/evidence.ts";
import { severityOf } from "../../checks/index.ts";
import { identityOfHeader } from "../../codebook/identity.ts";
import { openTables } from "../../intake/files/open.ts";
import type { Source } from "../../intake/files/source.ts";
import { hasColumnPeriods, type ReadingPlan } from "../../intake/plan.ts";
import { planTable } from "../../intake/plan-table.ts";
import { eachRow } from "../../intake/records/each-record.ts";
import { cellPlace } from "../../judging/evidence-of-tables.ts";
import { judge } from "../../judging/judge.ts";
import type { ReadSource } from "../../report/reading.ts";
import { codes } from "../../survey/codes.ts";
import { CdjError, type Problem } from "../../survey/error.ts";
import type { Finding } from "../../survey/finding.ts";
import { type ReadOptions, type ReadSurvey, readSurvey } from "../reading/read-survey.ts";
import { type Schema, schemaFindings } from "../reading/schema-enforce.ts";
import type { CheckedTable } from "./checked-table.ts";

export interface Checked {
  readonly read: ReadSurvey;
  readonly sources: readonly ReadSource[];
  readonly tables: readonly CheckedTable[];
  /** Files that are no tables of areas. */
  readonly refused: readonly string[];
  readonly findings: readonly Finding[];
  /** How often each code was raised, also beyond the findings kept. */
  readonly counts: ReadonlyMap<string, number>;
}

export interface CheckOptions extends ReadOptions {
  readonly partitions?: readonly Partition[];
  readonly schema?: Schema;
  readonly runs?: (check: Check) => boolean;
}

/** Faults of a whole file that are findings here; any other problem of a file ends the run. */
const fileFaults: Partial<Record<Problem, string>> = {
  undecodable: "CDJ101",
  "empty-file": "CDJ104",
  "header-only": "CDJ105",
  "no-header": "CDJ106",
  "uneven-columns": "CDJ109",
  "no-observations": "CDJ107",
  "no-area-column": "CDJ210",
  "old-workbook": "CDJ108",
  "protected-workbook": "CDJ108",
  "far-cell": "CDJ108",
  "unpacks-too-far": "CDJ108",
  "damaged-container": "CDJ108",
  "no-table-inside": "CDJ108",
  "several-tables-inside": "CDJ108",
};

/**
 * Reads files, folders and globs and judges them all in one run: what was met while reading, what the checks on totals find, and, with a
 * schema, what breaks it. A file that is no table of areas is a finding. Throws a CdjError for one that cannot be read at all.
 */
export async function checkFiles(
  words: readonly string[],
  options: CheckOptions,
): Promise<Checked> {
  const faults: Finding[] = [];
  const refused: string[] = [];
  const unjoined: CheckedTable[] = [];
  const read = await readSurvey(words, {
    ...options,
    refused: async (source, error) => {
      const code = fileFaults[error.problem];
      if (code === undefined) throw error;
      refused.push(source.name);
      const { file: _, first, ...rest } = error.args;
      // A column of persons is not offered as the column of areas.
      const args =
        first === undefined || identityOfHeader(String(first)) !== undefined
          ? rest
          : { ...rest, first };
      faults.push({
        code,
        severity: severityOf(code),
        place: { file: source.name },
        args: code === "CDJ108" ? { problem: error.problem } : args,
      });
      const table = await planAnyway(source, options);
      if (!table) return;
      unjoined.push(table.checked);
      faults.push(...table.findings);
    },
  });
  const tables = read.files.map(
    (file, i): CheckedTable => ({
      ...file,
      plan: planOf(read, i),
      source: read.opened[i] as Source,
    }),
  );
  const shares = await statedShares(tables);
  const judged = judge(read.survey, tables, { ...options, shares });
  const bySchema = options.schema
    ? await schemaFindings(
        [...tables, ...unjoined],
        options.schema,
        options.findingsPerCode ?? 1000,
      )
    : undefined;
  const isShare = sharesOf(tables);
  const understood = read.findings
    .filter((finding) => !isShare(finding))
    .map((finding) => atItsColumn(finding, tables));
  const shifted = new Set(
    read.findings
      .filter(({ code }) => code === codes.raggedRow)
      .map(({ place }) => placeKey(place)),
  );
  const sound = judged.findings.filter(({ place }) => !shifted.has(placeKey(place)));
  const findings = [...faults, ...understood, ...sound, ...(bySchema?.findings ?? [])];
  const counts = new Map<string, number>();
  const add = (code: string, count: number): void =>
    void counts.set(code, (counts.get(code) ?? 0) + count);
  for (const { code } of faults) add(code, 1);
  for (const more of [read.counts, judged.counts, bySchema?.counts ?? []])
    for (const [code, count] of more) add(code, count);
  for (const { code, place } of judged.findings) if (shifted.has(placeKey(place))) add(code, -1);
  add(codes.unknownHeader, understood.length - read.findings.length);
  return {
    read,
    sources: read.sources,
    tables: [...tables, ...unjoined],
    refused,
    findings,
    counts,
  };
}

/** The cells of a row with too few or too many of them stand under wrong headers: nothing more is said of it. */
const placeKey = ({ file, sheet, line }: Finding["place"]): string =>
  JSON.stringify([file, sheet, line]);

/** A figure that another file gives differently is known by its row; its column follows from the plan. */
function atItsColumn(finding: Finding, tables: readonly CheckedTable[]): Finding {
  const { code, variable, place, period } = finding;
  if (code !== codes.conflictingValues || variable === undefined) return finding;
  const table = tables.find(
    ({ file, source }) => file === place.file && source.origin?.sheet === place.sheet,
  );
  const { file, sheet, line } = place;
  const { row } =
    table?.part.groups.find((group) => group.area === finding.area && group.period === period) ??
    {};
  return {
    ...finding,
    place: table
      ? cellPlace(table, { line, row, sheet }, variable, period)
      : { file, ...(sheet !== undefined && { sheet }), ...(line !== undefined && { line }) },
  };
}

/** A column of percentages beside their counts is understood by the check that recomputes it. */
function sharesOf(tables: readonly CheckedTable[]): (finding: Finding) => boolean {
  const fields = new Set(
    tables.flatMap(({ file, plan }) =>
      shareColumns(plan).map(({ index }) => JSON.stringify([file, index + 1])),
    ),
  );
  return ({ code, place }) =>
    code === codes.unknownHeader && fields.has(JSON.stringify([place.file, place.field]));
}

const planOf = (read: ReadSurvey, i: number): ReadingPlan => (read.sources[i] as ReadSource).plan;

/** What the headers of a table without areas say: whether they name persons. Undefined where there are no headers. */
async function planAnyway(
  file: Source,
  options: ReadOptions,
): Promise<{ checked: CheckedTable; findings: Finding[] } | undefined> {
  try {
    const [first] = await openTables(file, options);
    if (!first) return undefined;
    const {
      source,
      decision: { plan, findings },
    } = await planTable(first, options);
    const part = {
      groups: [],
      quantities: new Map(),
      findings: [],
      counts: new Map(),
      rows: 0,
      excluded: [],
    };
    // Its headers are told with the table itself; who is named in it has to be told beside.
    const personal = findings.filter(({ code }) => code === codes.identityColumn);
    const placed = personal.map((finding) => ({
      ...finding,
      severity: severityOf(finding.code),
      place: { file: file.name, ...finding.place },
    }));
    return {
      checked: { file: file.name, part, observations: [], plan, source },
      findings: placed as Finding[],
    };
  } catch (error) {
    if (error instanceof CdjError) return undefined;
    throw error;
  }
}

/** Percentages that stand beside their counts: only tables that have such columns are read again. */
async function statedShares(tables: readonly CheckedTable[]): Promise<StatedShare[]> {
  const shares: StatedShare[] = [];
  for (const table of tables) {
    const columns = shareColumns(table.plan);
    if (columns.length === 0 || table.plan.shape === "long" || table.source.origin?.locate)
      continue;
    const dated = hasColumnPeriods(table.plan);
    const keyOf = (line: number | undefined, period: string | undefined): string =>
      `${line} ${dated ? period : ""}`;
    const byLine = new Map(
      table.part.groups.map((group, i) => [
        keyOf(group.place.line, group.period),
        table.observations[i] as number,
      ]),
    );
    await eachRow(table.source, table.plan, (record) => {
      for (const column of columns) {
        const index = byLine.get(keyOf(record.line, column.period));
        if (index !== undefined) shares.push(...sharesIn(record, [column], index, table));
      }
    });
  }
  return shares;
}

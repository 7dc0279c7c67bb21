import { shareColumns, sharesIn } from "../../analysis/shares.ts";
import type { Partition, StatedShare } from "../../checks/evidence.ts";
import type { Source } from "../../intake/files/source.ts";
import { hasColumnPeriods } from "../../intake/plan.ts";
import { eachRow } from "../../intake/records/each-record.ts";
import { cellPlace } from "../../judging/evidence-of-tables.ts";
import { judge } from "../../judging/judge.ts";
import type { ReadSource } from "../../report/reading.ts";
import { codes } from "../../survey/codes.ts";
import type { Finding } from "../../survey/finding.ts";
import type { ReadSurvey } from "../reading/read-survey.ts";
import type { Schema } from "../reading/schema-enforce.ts";
import type { CheckedTable } from "./checked-table.ts";
import { sharesOf } from "./understood-shares.ts";

export interface JudgeTablesOptions {
  readonly partitions?: readonly Partition[];
  readonly schema?: Schema;
  /** How many findings of one code are kept; all are counted. */
  readonly findingsPerCode?: number;
  /** What was refused while reading: the findings that say so, and the tables that are held against the schema all the same. */
  readonly refused?: {
    readonly findings: readonly Finding[];
    readonly tables: readonly CheckedTable[];
  };
}

export interface JudgedTables {
  /** The tables of the survey, and those that were refused. */
  readonly tables: readonly CheckedTable[];
  readonly findings: readonly Finding[];
  /** How often each code was raised, also beyond the findings kept. */
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * All that is found in tables that were read together: what was met while reading, what the checks on totals find, and, with a schema, what
 * breaks it. Every command that reads tables judges them by this.
 */
export async function judgeTables(
  read: ReadSurvey,
  options: JudgeTablesOptions,
): Promise<JudgedTables> {
  const { findingsPerCode = 1000, partitions, schema } = options;
  const refused = options.refused ?? { findings: [], tables: [] };
  const own = checkedTables(read);
  const tables = [...own, ...refused.tables];
  const shares = await statedShares(own);
  const judged = judge(read.survey, own, {
    findingsPerCode,
    shares,
    ...(partitions && { partitions }),
  });
  const bySchema = schema
    ? await (await import("../reading/schema-enforce.ts")).schemaFindings(
        tables,
        schema,
        findingsPerCode,
      )
    : { findings: [], counts: new Map<string, number>() };
  const isShare = sharesOf(
    own.map(({ file, plan, source }) => ({ file, sheet: source.origin?.sheet, plan })),
  );
  const atColumn = columnFinder(own);
  const understood = read.findings.filter((finding) => !isShare(finding)).map(atColumn);
  const shifted = new Set(
    read.findings
      .filter(({ code }) => code === codes.raggedRow)
      .map(({ place }) => placeKey(place)),
  );
  const isShifted = ({ place }: Finding): boolean => shifted.has(placeKey(place));
  const counts = new Map<string, number>();
  const add = (code: string, count: number): void =>
    void counts.set(code, (counts.get(code) ?? 0) + count);
  for (const { code } of refused.findings) add(code, 1);
  for (const more of [read.counts, judged.counts, bySchema.counts])
    for (const [code, count] of more) add(code, count);
  for (const finding of judged.findings) if (isShifted(finding)) add(finding.code, -1);
  add(codes.unknownHeader, understood.length - read.findings.length);
  return {
    tables,
    findings: [
      ...refused.findings,
      ...understood,
      ...judged.findings.filter((finding) => !isShifted(finding)),
      ...bySchema.findings,
    ],
    counts,
  };
}

/** The tables of a survey, with the bytes they can be read from again. */
const checkedTables = (read: ReadSurvey): CheckedTable[] =>
  read.files.map((file, i) => ({
    ...file,
    plan: (read.sources[i] as ReadSource).plan,
    source: read.opened[i] as Source,
  }));

/** The cells of a row with too few or too many of them stand under wrong headers: nothing more is said of it. */
const placeKey = ({ file, sheet, line }: Finding["place"]): string =>
  JSON.stringify([file, sheet, line]);

/** A figure that another file gives differently is known by its row; its column follows from the plan. */
function columnFinder(tables: readonly CheckedTable[]): (finding: Finding) => Finding {
  const keyOf = (area: string | undefined, period: string | undefined): string =>
    JSON.stringify([area, period]);
  const rows = new Map<CheckedTable, ReadonlyMap<string, number | undefined>>();
  const rowsOf = (table: CheckedTable): ReadonlyMap<string, number | undefined> => {
    const known = rows.get(table);
    if (known) return known;
    const found = new Map<string, number | undefined>();
    for (const { area, period, row } of table.part.groups) {
      const key = keyOf(area, period);
      if (!found.has(key)) found.set(key, row);
    }
    rows.set(table, found);
    return found;
  };
  return (finding) => {
    const { code, variable, place, period } = finding;
    if (code !== codes.conflictingValues || variable === undefined) return finding;
    const { file, sheet, line } = place;
    const table = tables.find(
      ({ file: name, source }) => name === file && source.origin?.sheet === sheet,
    );
    if (!table) {
      const bare = {
        file,
        ...(sheet !== undefined && { sheet }),
        ...(line !== undefined && { line }),
      };
      return { ...finding, place: bare };
    }
    const row = rowsOf(table).get(keyOf(finding.area, period));
    return { ...finding, place: cellPlace(table, { line, row, sheet }, variable, period) };
  };
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

import { findCheck } from "../../checks/index.ts";
import { identityOfCell, redacted } from "../../codebook/identity.ts";
import type { ReadingPlan } from "../../intake/plan.ts";
import { placeOfField, rawFields, type TableRecord } from "../../intake/records/records.ts";
import type { ProtectionRules } from "../../protection/suppression.ts";
import { printable } from "../../report/redaction.ts";
import type { Finding } from "../../survey/finding.ts";
import type { Excerpt } from "../../survey/judgement.ts";
import { protectedColumns } from "../config/protection-rules.ts";
import { recordsAt } from "./check-lines.ts";
import type { CheckedTable } from "./checked-table.ts";

export interface WithExcerpt {
  readonly finding: Finding;
  readonly excerpt?: Excerpt;
  readonly endColumn?: number;
}

/**
 * The findings with the rows they are about, read again from their tables, and, where only the field was known, with the column and the
 * cell as written. Rows that have been made from a form are not shown.
 */
export async function withExcerpts(
  findings: readonly Finding[],
  tables: readonly CheckedTable[],
  protection?: ProtectionRules,
): Promise<WithExcerpt[]> {
  const told: WithExcerpt[] = findings.map((finding) => ({ finding }));
  for (const table of tables) {
    const own = findings.flatMap(({ place }, i) =>
      isOf(place, table) && place.line !== undefined ? [i] : [],
    );
    if (own.length === 0 || table.source.origin?.locate) continue;
    const lines = new Set(own.map((i) => (findings[i] as Finding).place.line as number));
    const records = await recordsAt(table.source, table.plan, lines);
    const withheld = protectedColumns(table.plan, protection);
    const rows = new Map<number, Row>();
    for (const [line, record] of records) rows.set(line, rowOf(record, table, withheld));
    for (const i of own) {
      const finding = findings[i] as Finding;
      const row = rows.get(finding.place.line as number);
      if (row) told[i] = excerptOf(finding, row, table);
    }
  }
  return told;
}

const isOf = (place: Finding["place"], { file, source }: CheckedTable): boolean =>
  place.file === file && place.sheet === source.origin?.sheet;

/** A row as it may be shown, made once for all the findings that are about it. */
interface Row {
  readonly record: TableRecord;
  readonly isBody: boolean;
  /** The cells as they stand in the file. */
  readonly raw: readonly string[];
  /** The same, what may not be shown redacted. */
  readonly cells: readonly string[];
  readonly withheld: ReadonlySet<number>;
  /** The first of the withheld cells. */
  readonly firstWithheld: number;
}

function rowOf(record: TableRecord, { plan }: CheckedTable, withheld: ReadonlySet<number>): Row {
  const isBody = record.line > plan.preambleLines + plan.headerLines;
  const raw = rawFields(record, plan.dialect);
  const cells = raw.map((cell, i) => {
    const text = record.fields[i] ?? "";
    return (isBody ? printable(text, plan.columns[i]) && !withheld.has(i) : !namesPerson(text))
      ? cell
      : redacted;
  });
  return { record, isBody, raw, cells, withheld, firstWithheld: Math.min(...withheld) };
}

function excerptOf(finding: Finding, row: Row, { plan, source }: CheckedTable): WithExcerpt {
  const { record, isBody, withheld } = row;
  const { field } = finding.place;
  const at = field === undefined || field > record.fields.length ? undefined : field - 1;
  const excerpt: Excerpt = {
    line: record.line,
    cells: cellsFor(finding, row, at),
    delimiter: plan.dialect.delimiter,
    ...(at !== undefined && { at }),
  };
  if (at === undefined || source.origin?.written)
    return {
      finding: withheld.has(at ?? -1) ? finding : withCell(finding, row, at, plan),
      excerpt,
    };
  // Where a cell begins and ends tells how many digits the withheld ones have.
  if (isBody && row.firstWithheld <= at)
    return { finding: withheld.has(at) ? finding : withCell(finding, row, at, plan), excerpt };
  const start = placeOfField(record, at, plan.dialect);
  const placed = {
    ...finding,
    place: { ...finding.place, line: start.line, column: start.column },
  };
  const multiline = (record.fields[at] ?? "").includes("\n");
  const { length } = row.raw[at] as string;
  return {
    finding: withCell(placed, row, at, plan),
    excerpt,
    ...(multiline ? {} : { endColumn: start.column + length }),
  };
}

/** A small number of persons in need is not shown by the finding that warns of it. */
function cellsFor(
  { code }: Finding,
  { cells, isBody }: Row,
  at: number | undefined,
): readonly string[] {
  return isBody && at !== undefined && code.startsWith("CDJ6") ? cells.with(at, redacted) : cells;
}

/** Above the table: who filled it in, and how to call them. */
const namesPerson = (text: string): boolean =>
  identityOfCell(text) !== undefined ||
  /\d{7,}/u.test(text.replace(/[\s-]/gu, "")) ||
  /填[表报]|填報|联系|聯[絡繫]|电话|電話|负责人|負責人|经办|經辦/u.test(text);

/** The cell as written, where the check's message has a place for it. */
function withCell(
  finding: Finding,
  { record, isBody }: Row,
  at: number | undefined,
  plan: ReadingPlan,
): Finding {
  const cell = at === undefined ? "" : (record.fields[at] ?? "").trim();
  if (
    at === undefined ||
    cell === "" ||
    finding.args.cell !== undefined ||
    findCheck(finding.code)?.sample.cell === undefined
  )
    return finding;
  if (!isBody || !printable(cell, plan.columns[at])) return finding;
  return { ...finding, args: { ...finding.args, cell } };
}

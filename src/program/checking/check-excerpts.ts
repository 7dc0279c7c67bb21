import { findCheck } from "../../checks/index.ts";
import { identityOfCell, redacted } from "../../codebook/identity.ts";
import type { ReadingPlan } from "../../intake/plan.ts";
import { placeOfField, type TableRecord } from "../../intake/records/records.ts";
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
    if (own.length === 0 || table.source.origin?.locate || table.source.origin?.form) continue;
    const lines = new Set(own.map((i) => (findings[i] as Finding).place.line as number));
    const records = await recordsAt(table.source, table.plan, lines);
    for (const i of own) {
      const finding = findings[i] as Finding;
      const record = records.get(finding.place.line as number);
      if (record) told[i] = excerptOf(finding, record, table, protection);
    }
  }
  return told;
}

const isOf = (place: Finding["place"], { file, source }: CheckedTable): boolean =>
  place.file === file && place.sheet === source.origin?.sheet;

function excerptOf(
  finding: Finding,
  record: TableRecord,
  table: CheckedTable,
  protection: ProtectionRules | undefined,
): WithExcerpt {
  const { plan } = table;
  const { field } = finding.place;
  const withheld = protectedColumns(plan, protection);
  const isBody = record.line > plan.preambleLines + plan.headerLines;
  const at = field === undefined || field > record.fields.length ? undefined : field - 1;
  const cells = rawCells(record, plan).map((cell, i) => {
    const text = record.fields[i] ?? "";
    return (isBody ? mayPrint(text, i, finding, plan) && !withheld.has(i) : !namesPerson(text))
      ? cell
      : redacted;
  });
  const excerpt: Excerpt = {
    line: record.line,
    cells,
    delimiter: plan.dialect.delimiter,
    ...(at !== undefined && { at }),
  };
  if (at === undefined || table.source.origin?.written)
    return {
      finding: withheld.has(at ?? -1) ? finding : withCell(finding, record, at, plan),
      excerpt,
    };
  const start = placeOfField(record, at, plan.dialect);
  const length = (rawCells(record, plan)[at] as string).length;
  const placed = {
    ...finding,
    place: { ...finding.place, line: start.line, column: start.column },
  };
  // Where a cell begins and ends tells how many digits the withheld ones have.
  if (isBody && [...withheld].some((index) => index <= at))
    return { finding: withheld.has(at) ? finding : withCell(finding, record, at, plan), excerpt };
  const multiline = (record.fields[at] ?? "").includes("\n");
  return {
    finding: withCell(placed, record, at, plan),
    excerpt,
    ...(multiline ? {} : { endColumn: start.column + length }),
  };
}

/** Above the table: who filled it in, and how to call them. */
const namesPerson = (text: string): boolean =>
  identityOfCell(text) !== undefined ||
  /\d{7,}/u.test(text.replace(/[\s-]/gu, "")) ||
  /填[表报]|填報|联系|聯[絡繫]|电话|電話|负责人|負責人|经办|經辦/u.test(text);

/** A small number of persons in need is not shown by the finding that warns of it. */
function mayPrint(
  cell: string,
  index: number,
  { code, place }: Finding,
  plan: ReadingPlan,
): boolean {
  if (code.startsWith("CDJ6") && place.field === index + 1) return false;
  return printable(cell, plan.columns[index]);
}

/** The cell as written, where the check's message has a place for it. */
function withCell(
  finding: Finding,
  record: TableRecord,
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
  if (record.line <= plan.preambleLines + plan.headerLines || !printable(cell, plan.columns[at]))
    return finding;
  return { ...finding, args: { ...finding.args, cell } };
}

/** The fields as they stand in the file, quotes and all. */
function rawCells(record: TableRecord, plan: ReadingPlan): string[] {
  const starts = record.fields.map((_, i) => {
    const { line, column } = placeOfField(record, i, plan.dialect);
    return offsetOf(record.raw, line - record.line) + column - 1;
  });
  return starts.map((start, i) =>
    record.raw.slice(
      start,
      i + 1 < starts.length ? (starts[i + 1] as number) - plan.dialect.delimiter.length : undefined,
    ),
  );
}

/** Where the physical line of that number (from 0) of a text starts. */
function offsetOf(text: string, line: number): number {
  let at = 0;
  for (let i = 0; i < line; i++) at = text.indexOf("\n", at) + 1;
  return at;
}

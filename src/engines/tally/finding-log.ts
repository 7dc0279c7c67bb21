import { type RaisedFinding, withoutPersons } from "../../intake/findings.ts";
import type { ReadingPlan } from "../../intake/plan.ts";
import { placeOfCharacter, placeOfField, type TableRecord } from "../../intake/records/records.ts";
import { codes, type RaisedCode } from "../../survey/codes.ts";

/** The findings of one scan: the first of each code with their places, and how many there were. */
export class FindingLog {
  readonly findings: RaisedFinding[] = [];
  readonly counts = new Map<string, number>();

  constructor(
    private readonly plan: ReadingPlan,
    private readonly perCode: number,
  ) {}

  /** Raises a finding at a field (from 0) of a record; beyond the number kept per code it is only counted. */
  raise(
    code: RaisedCode,
    record: TableRecord,
    field: number | undefined,
    args: RaisedFinding["args"],
    about: Partial<RaisedFinding> = {},
  ): void {
    if (!this.count(code)) return;
    const place =
      code === codes.replacedBytes ? this.placeOfDamage(record) : this.place(record, field);
    this.findings.push(withoutPersons({ code, place, args, ...about }));
  }

  /** Adds a finding whose place is known. */
  add(finding: RaisedFinding): void {
    if (this.count(finding.code)) this.findings.push(withoutPersons(finding));
  }

  place(record: TableRecord, field: number | undefined): RaisedFinding["place"] {
    if (field === undefined) return { line: record.line };
    const { line, column } = placeOfField(record, field, this.plan.dialect);
    return { line, column, field: field + 1, header: this.header(field) };
  }

  /** As written; empty beyond the last column. */
  header(field: number): string {
    return this.plan.columns[field]?.header ?? "";
  }

  private count(code: RaisedCode): boolean {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    return count <= this.perCode;
  }

  private placeOfDamage(record: TableRecord): RaisedFinding["place"] {
    const field = record.fields.findIndex((cell) => cell.includes("\ufffd"));
    const header = this.header(field);
    return {
      ...placeOfCharacter(record, "\ufffd"),
      ...(field >= 0 && { field: field + 1 }),
      ...(header && { header }),
    };
  }
}

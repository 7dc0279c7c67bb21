import type { TableRecord } from "../../intake/records/records.ts";
import type { ExcludedRow } from "../engine.ts";

type Reason = ExcludedRow["reason"];

/** Runs of blank rows beyond so many are told as one. */
const LONGEST_RUN_TOLD = 100;

/** The records that stand for no area, in the order of the file; long runs of one kind are told as one. */
export class ExcludedRows {
  readonly rows: ExcludedRow[] = [];
  private blankRun = 0;

  add(
    { line }: TableRecord,
    reason: Reason,
    said: Pick<ExcludedRow, "label" | "unit" | "values" | "byPeriod" | "areas" | "years"> = {},
  ): void {
    const last = this.rows.at(-1);
    this.blankRun = reason === "blank" && last?.reason === "blank" ? this.blankRun + 1 : 0;
    const isRun =
      this.blankRun > LONGEST_RUN_TOLD || (reason === "further-table" && last?.reason === reason);
    if (isRun && last) this.rows[this.rows.length - 1] = { ...last, rows: (last.rows ?? 1) + 1 };
    else this.rows.push({ line, reason, ...said });
  }

  /** Takes rows back that are observations after all. */
  remove(lines: ReadonlySet<number>): void {
    this.rows.splice(0, this.rows.length, ...this.rows.filter(({ line }) => !lines.has(line)));
  }
}

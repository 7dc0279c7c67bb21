import { withoutIdentity } from "../../codebook/identity.ts";
import { parseCell } from "../../intake/cells/cell.ts";
import { readRemarked } from "../../intake/cells/cell-remark.ts";
import type { ReadingPlan } from "../../intake/plan.ts";
import type { TableRecord } from "../../intake/records/records.ts";
import { notedTotals } from "../../intake/rows/noted-totals.ts";
import { isOfWhich } from "../../intake/rows/total-words.ts";
import { codes } from "../../survey/codes.ts";
import type { ExcludedRow } from "../engine.ts";
import { ExcludedRows } from "./excluded-rows.ts";
import type { FindingLog } from "./finding-log.ts";
import type { KeyReader } from "./key-reader.ts";
import type { QuantityColumn } from "./quantity-cells.ts";
import { asideOf } from "./row-sorting.ts";

/** What an excluded row says. */
type Said = Pick<ExcludedRow, "label" | "unit" | "values" | "byPeriod" | "areas" | "years">;

/** Rows named as totals that are kept in case the table has no others. */
const MOST_KEPT = 1000;

/** Sets the records aside that stand for no area: blank rows, notes, titles, totals, further tables. */
export class RowsAside {
  private readonly excluded = new ExcludedRows();
  private readonly keptTotals: TableRecord[] = [];
  private afterBreak = false;
  /** Whether another table has begun: nothing that follows belongs to this one. */
  over = false;
  /** Why the record that was taken last is no observation; undefined for an observation. */
  reason: ExcludedRow["reason"] | undefined;

  constructor(
    private readonly plan: ReadingPlan,
    private readonly keyReader: KeyReader,
    private readonly quantityColumns: readonly QuantityColumn[],
    private readonly columnPeriods: readonly string[],
    private readonly log: FindingLog,
  ) {}

  get rows(): readonly ExcludedRow[] {
    return this.excluded.rows;
  }

  /** Sets a record aside that stands for no area; false for an observation. `rows` is how many of these there were. */
  take(record: TableRecord, rows: number): boolean {
    const aside = asideOf(record, this.plan, this.keyReader, { afterBreak: this.afterBreak, rows });
    if (!aside) return false;
    const { reason, heading, period } = aside;
    if (reason === "total-row" || reason === "average-row") {
      this.takeTotal(record, reason, rows === 0);
      return true;
    }
    if (heading !== undefined) this.keyReader.enter(heading);
    if (period !== undefined) this.keyReader.enterPeriod(period);
    if (reason === "further-table") {
      this.over = true;
      this.log.raise(codes.furtherTable, record, undefined, { line: record.line });
    }
    const label = heading ?? period ?? aside.label;
    this.exclude(
      record,
      reason,
      label !== undefined ? { label } : reason === "note" ? notedIn(record) : {},
    );
    this.afterBreak ||= reason === "blank" || reason === "note";
    return true;
  }

  /** Notes that there was an observation. */
  passObservation(): void {
    this.afterBreak = false;
  }

  exclude(record: TableRecord, reason: ExcludedRow["reason"], said: Said = {}): void {
    this.reason = reason;
    this.excluded.add(
      record,
      reason,
      said.label === undefined ? said : { ...said, label: withoutIdentity(said.label) },
    );
  }

  /** The totals that are observations after all, where a table has no other rows: those of one name. They are no longer set aside. */
  takeTotalsBack(): readonly TableRecord[] {
    const names = new Set(
      this.keptTotals.map(({ fields }) => this.keyReader.cells(fields).join("\u0000")),
    );
    if (names.size !== 1 || !this.keyReader.exist) return [];
    const kept = [...this.keptTotals];
    this.excluded.remove(new Set(kept.map(({ line }) => line)));
    return kept;
  }

  private takeTotal(
    record: TableRecord,
    reason: "total-row" | "average-row",
    isKept: boolean,
  ): void {
    const keys = this.keyReader.cells(record.fields);
    const said = [
      new Map<string, number>(),
      ...this.columnPeriods.slice(1).map(() => new Map<string, number>()),
    ];
    const isPart =
      isOfWhich(keys.at(-1) ?? "") ||
      isOfWhich(record.fields.find((cell) => cell.trim() !== "") ?? "");
    for (const { planned, quantity, rules, offset } of isPart ? [] : this.quantityColumns) {
      const cell = record.fields[planned.index] ?? "";
      const plain = parseCell(cell, rules);
      const reading =
        plain.kind === "fault" ? (readRemarked(cell, rules)?.reading ?? plain) : plain;
      if (reading.kind === "number" && "value" in reading.measured)
        said[offset]?.set(quantity, reading.measured.value);
    }
    const label =
      keys
        .map((key) => key.trim())
        .filter((key) => key !== "")
        .at(-1) ?? (record.fields.find((cell) => cell.trim() !== "") ?? "").trim();
    const [values = new Map()] = said;
    const byPeriod = this.columnPeriods.map((period, i) => ({
      period,
      values: said[i] as Map<string, number>,
    }));
    const unit = this.keyReader.unitOf(record.fields);
    this.exclude(record, reason, {
      label,
      ...(unit !== undefined && { unit: withoutIdentity(unit) }),
      ...(byPeriod.length > 0 ? { byPeriod } : { values }),
    });
    if (isKept && reason === "total-row" && this.keptTotals.length < MOST_KEPT)
      this.keptTotals.push(record);
  }
}

/** The totals that a note states; its words are nobody's business. An unquoted comma in a figure has parted its cells. */
function notedIn({ fields }: TableRecord): Said {
  const { values, areas, years } = notedTotals(
    fields.filter((cell) => cell.trim() !== "").join(","),
  );
  return { ...(values.size > 0 && { values, years: [...years] }), ...(areas && { areas }) };
}

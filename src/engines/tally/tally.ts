import { type CellRules, parseCell } from "../../intake/cells/cell.ts";
import { excelDamage } from "../../intake/cells/excel-damage.ts";
import type { RaisedFinding } from "../../intake/findings.ts";
import type { PlannedColumn, ReadingPlan } from "../../intake/plan.ts";
import type { TableRecord } from "../../intake/records/records.ts";
import { isAverageWord } from "../../intake/rows/derived-words.ts";
import { isTotalWord } from "../../intake/rows/total-words.ts";
import { codes, type RaisedCode } from "../../survey/codes.ts";
import { Column } from "../../survey/column.ts";
import type { ExcludedRow, Group, Part, Request } from "../engine.ts";
import { raiseLostZeros, withOwnCodes } from "./area-codes.ts";
import { Groups } from "./area-groups.ts";
import { closed } from "./closed-rows.ts";
import { columnPeriodsOf } from "./column-periods.ts";
import { FindingLog } from "./finding-log.ts";
import { type Counted, ItemReader } from "./item-reader.ts";
import { KeyReader } from "./key-reader.ts";
import { type QuantityColumn, type Target, takeCell, targetOf } from "./quantity-cells.ts";
import { RowsApart } from "./rows-apart.ts";
import { RowsAside } from "./rows-set-aside.ts";
import { isUnstated, UnstatedItems } from "./unstated-items.ts";

/** Distinct labels that are remembered. */
const MOST_ITEMS = 20_000;
const NONE = -1;

/** Adds records to totals by area and period, one at a time: the meaning of a record, shared by every path of the engine. */
export class Tally {
  private readonly plan: ReadingPlan;
  private readonly keyReader: KeyReader;
  private readonly items: ItemReader | undefined;
  private readonly itemOffsets: readonly number[];
  private readonly quantityColumns: readonly QuantityColumn[];
  private readonly columnPeriods: readonly string[];
  private readonly groups: Groups;
  /** Key cells as written → group, for the common row. */
  private readonly rawKeys = new Map<string, number>();
  private readonly quantities = new Map<string, Column>();
  private readonly targets = new Map<string, readonly (Target | undefined)[] | undefined>();
  private readonly log: FindingLog;
  private readonly aside: RowsAside;
  private readonly apart: RowsApart;
  private readonly unstated = new UnstatedItems();
  /** Rows of areas that stand again, to be told where they turn out to be slips. */
  private readonly slips: { readonly record: TableRecord; readonly group: number }[] = [];
  private rows = 0;
  /** Rows of each group, where they are parts to be added up. */
  private readonly partRows: number[] = [];
  private body = 0;

  constructor(request: Request) {
    this.plan = request.plan;
    this.log = new FindingLog(request.plan, request.findingsPerCode);
    this.keyReader = new KeyReader(this.plan);
    this.columnPeriods = columnPeriodsOf(this.plan);
    this.groups = new Groups(request, this.columnPeriods, this.keyReader, this.log);
    this.items = this.plan.columns.some(({ role }) => role.is === "item")
      ? new ItemReader(this.plan)
      : undefined;
    this.itemOffsets = this.items?.figures.map((column) => this.offsetOf(column)) ?? [];
    this.quantityColumns = (this.items ? [] : this.plan.columns).flatMap((planned) =>
      planned.role.is === "quantity"
        ? [{ planned, offset: this.offsetOf(planned), ...this.target(planned.role) }]
        : [],
    );
    this.apart = new RowsApart(this.plan);
    this.aside = new RowsAside(
      this.plan,
      this.keyReader,
      this.quantityColumns,
      this.columnPeriods,
      this.log,
    );
  }

  private offsetOf({ period }: PlannedColumn): number {
    return Math.max(0, this.columnPeriods.indexOf(period ?? this.plan.period?.value ?? ""));
  }

  private target(counted: Counted): Target {
    let column = this.quantities.get(counted.quantity);
    if (!column) {
      column = new Column();
      this.quantities.set(counted.quantity, column);
    }
    return targetOf(counted, column);
  }

  /** Whether another table has begun: nothing that follows belongs to this one. */
  get ended(): boolean {
    return this.aside.over;
  }

  /** Why the record that was taken last is no observation; undefined for an observation. */
  get setAsideAs(): ExcludedRow["reason"] | undefined {
    return this.aside.reason;
  }

  /**
   * Takes one record below the header. Returns the number of its group when every further record with the same key cells is a part of
   * that group too, to be added up (`addParts`); -1 for all others. Where `leavesCells`, the caller adds the cells of such a record as well.
   */
  take(record: TableRecord, leavesCells = false): number {
    this.body++;
    this.aside.reason = undefined;
    if (
      this.aside.over ||
      (this.plan.bodyRecords !== undefined && this.body > this.plan.bodyRecords)
    ) {
      this.aside.exclude(record, "further-table");
      return NONE;
    }
    const { fields } = record;
    const raw = this.keyReader.raw(fields);
    const known = raw === undefined ? undefined : this.rawKeys.get(raw);
    if ((known === undefined || this.plan.wholesIn) && this.aside.take(record, this.rows))
      return NONE;
    this.aside.passObservation();
    if (fields.length !== this.plan.columns.length) this.checkWidth(record);
    if (record.raw.includes("\n")) this.checkLines(record);
    if (!this.keyReader.exist) {
      this.rows++;
      return NONE;
    }
    const group = known === undefined ? this.groupOf(record) : { index: known, isNew: false };
    if (group === undefined) return NONE;
    if (known !== undefined) this.groups.passed(known);
    else if (raw !== undefined) this.rawKeys.set(raw, group.index);
    if (this.items) {
      this.takeItem(record, this.items, group.index);
      return NONE;
    }
    const isPart =
      this.plan.addParts && !this.keyReader.indented && this.columnPeriods.length === 0;
    if (!isPart || !leavesCells) this.takeRow(record, group);
    return isPart ? group.index : NONE;
  }

  /** The columns whose cells are added up, for a path of the engine that reads plain numbers by itself. */
  get summedColumns(): readonly {
    readonly field: number;
    readonly rules: CellRules;
    readonly column: Column;
    readonly addsUp: boolean;
  }[] {
    return this.quantityColumns.map(({ planned, rules, column, addsUp }) => ({
      field: planned.index,
      rules,
      column,
      addsUp,
    }));
  }

  /** The fields that make up the key of a record. */
  get keyFields(): readonly number[] {
    return this.plan.columns.filter(({ role }) => role.is === "key").map(({ index }) => index);
  }

  /** Counts records whose cells were added without `take`; the last one's group carries its parents on to merged cells below it. */
  addParts(group: number, records: number): void {
    this.rows += records;
    this.aside.passObservation();
    this.groups.passed(group);
    this.keyReader.passed(this.groups.asWritten(group));
  }

  /** Notes of a group how many of its records were added without `take`. */
  countParts(group: number, records: number): void {
    this.partRows[group] = (this.partRows[group] ?? 0) + records;
  }

  private checkWidth(record: TableRecord): void {
    const { fields } = record;
    // A trailing delimiter on every line is a habit of exports, not a fault.
    const width = this.plan.columns.length;
    const surplus = fields.slice(width);
    if (fields.length < width || surplus.some((cell) => cell.trim() !== "")) {
      this.raise(codes.raggedRow, record, undefined, { fields: fields.length, expected: width });
    }
  }

  /** A quoted cell one of whose inner lines has as many fields as the table: two lone quotes may have made one cell of rows. */
  private checkLines(record: TableRecord): void {
    const { delimiter } = this.plan.dialect;
    const lines = record.raw.split("\n");
    const width = this.plan.columns.length;
    if (width < 2 || !lines.slice(1).some((line) => line.split(delimiter).length === width)) return;
    const field = record.fields.findIndex(
      (cell) => cell.includes("\n") && cell.includes(delimiter),
    );
    if (field !== -1)
      this.raise(codes.swallowedRecord, record, field, { line: record.line + lines.length - 1 });
  }

  private takeRow(record: TableRecord, group: { index: number; isNew: boolean }): void {
    if (!group.isNew && !this.plan.addParts) {
      this.apart.noteAgain(
        group.index,
        group.index,
        record,
        this.quantityColumns.map((column) => ({
          field: column.planned.index,
          target: column,
          key: group.index + column.offset,
        })),
      );
      const twin = this.groups.twinOf(group.index, record);
      if (twin === undefined) this.noteSlip(record, group.index);
      else this.addRow(record, twin);
      return;
    }
    if (group.isNew) this.apart.noteFirst(group.index, record.fields);
    this.addRow(record, group.index);
  }

  private addRow(record: TableRecord, index: number): void {
    this.rows++;
    for (let i = 0; i < Math.max(1, this.columnPeriods.length); i++) this.countParts(index + i, 1);
    const { area } = this.groups.all[index] as Group;
    for (const column of this.quantityColumns)
      takeCell(record, column.planned.index, column, index + column.offset, area, this.log);
  }

  private takeItem(record: TableRecord, items: ItemReader, group: number): void {
    const labels = items.labels(record.fields);
    const targets = this.targetsOf(items, labels, record.fields);
    if (!targets) {
      if (labels.some(isUnstated)) this.takeUnstated(record, items, labels, group);
      else this.takeUnknownItem(record, items, labels);
      return;
    }
    const offsets = this.itemOffsets;
    const first = targets.findIndex(
      (target, i) => (target?.column.count(group + (offsets[i] as number)) ?? 0) > 0,
    );
    if (
      first !== NONE &&
      !this.plan.addParts &&
      (this.columnPeriods.length > 0 ||
        first === targets.findIndex((target) => target !== undefined))
    ) {
      this.apart.noteAgain(
        this.apart.entryOf(group, items.key(labels, record.fields)),
        group,
        record,
        targets.flatMap((target, i) =>
          target
            ? [
                {
                  field: (items.figures[i] as PlannedColumn).index,
                  target,
                  key: group + (offsets[i] as number),
                },
              ]
            : [],
        ),
      );
      this.noteSlip(record, group + (offsets[first] as number));
      return;
    }
    this.apart.noteFirst(
      this.apart.entryOf(group, items.key(labels, record.fields)),
      record.fields,
    );
    this.rows++;
    const { area } = this.groups.all[group] as Group;
    targets.forEach((target, i) => {
      if (target)
        takeCell(
          record,
          (items.figures[i] as PlannedColumn).index,
          target,
          group + (offsets[i] as number),
          area,
          this.log,
        );
    });
  }

  private targetsOf(
    items: ItemReader,
    labels: readonly string[],
    fields: readonly string[],
  ): readonly (Target | undefined)[] | undefined {
    const key = items.key(labels, fields);
    if (this.targets.has(key)) return this.targets.get(key);
    if (this.targets.size > MOST_ITEMS) this.targets.clear();
    const targets = items
      .counted(labels, fields)
      ?.map((counted) => counted && this.target(counted));
    this.targets.set(key, targets);
    return targets;
  }

  /** People whose age or sex is not stated are none of a band, but of what is wider. */
  private takeUnstated(
    record: TableRecord,
    items: ItemReader,
    labels: readonly string[],
    group: number,
  ): void {
    const wider = labels.map((label) => (isUnstated(label) ? "合计" : label));
    this.rows++;
    items.counted(wider, record.fields)?.forEach((counted, i) => {
      const { index } = items.figures[i] as PlannedColumn;
      const read = counted && parseCell(record.fields[index] ?? "", counted.rules);
      if (read?.kind !== "number" || !("value" in read.measured)) return;
      this.unstated.note(record, labels, {
        key: group + (this.itemOffsets[i] as number),
        quantity: counted?.quantity ?? "",
        value: read.measured.value,
      });
    });
  }

  private takeUnknownItem(record: TableRecord, items: ItemReader, labels: readonly string[]): void {
    const label = labels.join(" ").trim();
    if (labels.some((text) => isTotalWord(text) || isAverageWord(text))) {
      this.aside.exclude(record, labels.some(isTotalWord) ? "total-row" : "average-row", { label });
      return;
    }
    this.rows++;
    const at = labels.findIndex((text) => excelDamage(text, false) !== undefined);
    const was = at === -1 ? undefined : excelDamage(labels[at] as string, false);
    if (was !== undefined)
      this.raise(codes.excelDamage, record, items.columns[at]?.index, {
        cell: labels[at] as string,
        was,
      });
    else
      this.raise(codes.unknownHeader, record, items.columns.at(-1)?.index, {
        header: label,
        suggestions: [],
      });
  }

  private groupOf(record: TableRecord): { index: number; isNew: boolean } | undefined {
    const group = this.groups.of(record);
    if (group === undefined) this.aside.exclude(record, "no-area");
    return group;
  }

  private noteSlip(record: TableRecord, group: number): void {
    this.aside.exclude(record, "duplicate");
    this.slips.push({ record, group });
  }

  private raiseDuplicate(record: TableRecord, index: number): void {
    const group = this.groups.all[index] as Group;
    this.raise(
      codes.duplicateArea,
      record,
      this.keyReader.column,
      {
        area: group.area,
        ...(group.period !== undefined && { period: group.period }),
        lines: [group.place.line ?? 0, record.line],
      },
      { area: group.area, related: [group.place] },
    );
  }

  /** Raises a finding at a field (from 0) of a record. */
  raise(
    code: RaisedCode,
    record: TableRecord,
    field: number | undefined,
    args: RaisedFinding["args"],
    about: Partial<RaisedFinding> = {},
  ): void {
    this.log.raise(code, record, field, args, about);
  }

  /** What was tallied. A table's only rows are never totals: where nothing else stands, they are its observations. */
  finish(): Part {
    if (this.groups.all.length === 0)
      for (const record of this.aside.takeTotalsBack()) this.takeTotalBack(record);
    this.groups.raiseBlanks();
    const unstated = this.unstated.count(this.quantities, this.items?.columns[0]?.index);
    if (unstated) this.log.add(unstated);
    const verdict = this.apart.decide(
      this.groups.areas,
      (group) => (this.groups.all[group] as Group).area,
    );
    if (verdict) this.log.add(verdict.finding);
    else for (const { record, group } of this.slips) this.raiseDuplicate(record, group);
    raiseLostZeros(this.groups.all, this.keyReader.code, this.log);
    const groups = withOwnCodes(this.groups.all, this.log);
    this.expectParts();
    const { findings, counts } = this.log;
    const part: Part = {
      groups,
      quantities: this.quantities,
      findings,
      counts,
      rows: this.rows,
      excluded: this.aside.rows,
    };
    return verdict ? closed(part, verdict) : part;
  }

  /** Where parts leave a cell blank, the total is that of fewer parts than there are. */
  private expectParts(): void {
    if (!this.plan.addParts) return;
    const every = Math.max(1, this.columnPeriods.length);
    for (const { column, addsUp, offset } of this.quantityColumns) {
      if (addsUp)
        this.partRows.forEach(
          (rows, group) => void (group % every === offset && column.expect(group, rows)),
        );
    }
  }

  private takeTotalBack(record: TableRecord): void {
    const group = this.groupOf(record);
    if (group === undefined) return;
    if (this.items) this.takeItem(record, this.items, group.index);
    else this.takeRow(record, group);
  }
}

import { identityOfCell, redacted, withoutIdentity } from "../codebook/identity.ts";
import { type CellRules, parseCell } from "../intake/cell.ts";
import { readRemarked } from "../intake/cell-remark.ts";
import { excelDamage } from "../intake/excel-damage.ts";
import type { RaisedFinding } from "../intake/findings.ts";
import { notedTotals } from "../intake/noted-totals.ts";
import { hasColumnPeriods, type PlannedColumn, type ReadingPlan } from "../intake/plan.ts";
import type { TableRecord } from "../intake/records.ts";
import { isAverageWord, isOfWhich, isTotalWord } from "../intake/rows.ts";
import { codes, type RaisedCode } from "../survey/codes.ts";
import { Column } from "../survey/column.ts";
import { asideOf } from "./asides.ts";
import { type Target, takeCell, targetOf } from "./cells.ts";
import type { ExcludedRow, Group, Part, Request } from "./engine.ts";
import { ExcludedRows } from "./excluded-rows.ts";
import { FindingLog } from "./finding-log.ts";
import { type Counted, ItemReader } from "./items.ts";
import { KeyReader, type KeysAsWritten } from "./keys.ts";
import { lostZeros } from "./lost-zeros.ts";
import { sharedCodes } from "./shared-codes.ts";

interface QuantityColumn extends Target {
  readonly planned: PlannedColumn;
  /** How many groups behind the first one of its row its cells go: 0 where the columns have no periods of their own. */
  readonly offset: number;
}

/** Rows named as totals that are kept in case the table has no others. */
const MOST_KEPT = 1000;
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
  private readonly attributeColumns: readonly PlannedColumn[];
  /** The periods of the columns, where they have their own: a row makes a group for each, one behind the other. */
  private readonly columnPeriods: readonly string[];

  private readonly groups: Group[] = [];
  private readonly keys = new Map<string, number>();
  /** Key cells as written → group, for the common row. */
  private readonly rawKeys = new Map<string, number>();
  private readonly quantities = new Map<string, Column>();
  private readonly targets = new Map<string, readonly (Target | undefined)[] | undefined>();
  private readonly log: FindingLog;
  /** Key cell that holds a number of a person → what it is called instead. */
  private readonly nameless = new Map<string, string>();
  /** Groups that are called otherwise than their cells → those cells. Never printed. */
  private readonly written = new Map<number, KeysAsWritten>();
  private readonly excluded = new ExcludedRows();
  private readonly keptTotals: TableRecord[] = [];
  private rows = 0;
  /** Rows of each group, where they are parts to be added up. */
  private readonly partRows: number[] = [];
  private body = 0;
  private afterBreak = false;
  private over = false;
  private lastPart = NONE;
  /** Why the record that was taken last is no observation; undefined for an observation. */
  setAsideAs: ExcludedRow["reason"] | undefined;

  constructor(request: Request) {
    this.plan = request.plan;
    this.log = new FindingLog(request.plan, request.findingsPerCode);
    this.keyReader = new KeyReader(this.plan);
    this.attributeColumns = this.plan.columns.filter((column) => request.attributes?.includes(column.header));
    this.columnPeriods = periodsOf(this.plan);
    this.items = this.plan.columns.some(({ role }) => role.is === "item") ? new ItemReader(this.plan) : undefined;
    this.itemOffsets = this.items?.figures.map((column) => this.offsetOf(column)) ?? [];
    this.quantityColumns = (this.items ? [] : this.plan.columns).flatMap((planned) =>
      planned.role.is === "quantity" ? [{ planned, offset: this.offsetOf(planned), ...this.target(planned.role) }] : [],
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
    return this.over;
  }

  /**
   * Takes one record below the header. Returns the number of its group when every further record with the same key cells is a part of
   * that group too, to be added up (`addPart`); -1 for all others.
   */
  take(record: TableRecord): number {
    this.body++;
    this.setAsideAs = undefined;
    if (this.over || (this.plan.bodyRecords !== undefined && this.body > this.plan.bodyRecords)) {
      this.exclude(record, "further-table");
      return NONE;
    }
    const { fields } = record;
    const raw = this.keyReader.raw(fields);
    const known = raw === undefined ? undefined : this.rawKeys.get(raw);
    if (known === undefined && this.setAside(record)) return NONE;
    this.afterBreak = false;
    if (fields.length !== this.plan.columns.length) this.checkWidth(record);
    if (record.raw.includes("\n")) this.checkLines(record);
    if (!this.keyReader.exist) {
      this.rows++;
      return NONE;
    }
    const group = known === undefined ? this.groupOf(record) : { index: known, isNew: false };
    if (group === undefined) return NONE;
    if (known !== undefined) this.lastPart = known;
    else if (raw !== undefined) this.rawKeys.set(raw, group.index);
    if (this.items) {
      this.takeItem(record, this.items, group.index);
      return NONE;
    }
    this.takeRow(record, group);
    return this.plan.addParts && !this.keyReader.indented && this.columnPeriods.length === 0 ? group.index : NONE;
  }

  /** The columns whose cells are added up, for a path of the engine that reads plain numbers by itself. */
  get summedColumns(): readonly { readonly field: number; readonly rules: CellRules; readonly column: Column; readonly addsUp: boolean }[] {
    return this.quantityColumns.map(({ planned, rules, column, addsUp }) => ({ field: planned.index, rules, column, addsUp }));
  }

  /** The fields that make up the key of a record. */
  get keyFields(): readonly number[] {
    return this.plan.columns.filter(({ role }) => role.is === "key").map(({ index }) => index);
  }

  /** Counts records whose cells were added without `take`; the last one's group carries its parents on to merged cells below it. */
  addParts(group: number, records: number): void {
    this.rows += records;
    this.body += records;
    this.afterBreak = false;
    this.lastPart = group;
    this.keyReader.passed(this.asWritten(group));
  }

  /** Notes of a group how many of its records were added without `take`. */
  countParts(group: number, records: number): void {
    this.partRows[group] = (this.partRows[group] ?? 0) + records;
  }

  /** Sets a record aside that stands for no area; false for an observation. */
  private setAside(record: TableRecord): boolean {
    const aside = asideOf(record, this.plan, this.keyReader, { afterBreak: this.afterBreak, rows: this.rows });
    if (!aside) return false;
    const { reason, heading, period } = aside;
    if (reason === "total-row" || reason === "average-row") {
      this.setTotalAside(record, reason);
      return true;
    }
    if (heading !== undefined) this.keyReader.enter(heading);
    if (period !== undefined) this.keyReader.enterPeriod(period);
    if (reason === "further-table") {
      this.over = true;
      this.raise(codes.furtherTable, record, undefined, { line: record.line });
    }
    const label = heading ?? period;
    this.exclude(record, reason, label !== undefined ? { label } : reason === "note" ? notedIn(record) : {});
    this.afterBreak ||= reason === "blank" || reason === "note";
    return true;
  }

  private exclude(record: TableRecord, reason: ExcludedRow["reason"], said: Pick<ExcludedRow, "label" | "values" | "byPeriod" | "areas" | "years"> = {}): void {
    this.setAsideAs = reason;
    this.excluded.add(record, reason, said.label === undefined ? said : { ...said, label: withoutIdentity(said.label) });
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
    const field = record.fields.findIndex((cell) => cell.includes("\n") && cell.includes(delimiter));
    if (field !== -1) this.raise(codes.swallowedRecord, record, field, { line: record.line + lines.length - 1 });
  }

  private takeRow(record: TableRecord, group: { index: number; isNew: boolean }): void {
    if (!group.isNew && !this.plan.addParts) {
      this.raiseDuplicate(record, group.index);
      return;
    }
    this.rows++;
    this.countParts(group.index, 1);
    for (let i = 1; i < this.columnPeriods.length; i++) this.countParts(group.index + i, 1);
    const { area } = this.groups[group.index] as Group;
    for (const column of this.quantityColumns) takeCell(record, column.planned.index, column, group.index + column.offset, area, this.log);
  }

  private takeItem(record: TableRecord, items: ItemReader, group: number): void {
    const labels = items.labels(record.fields);
    const targets = this.targetsOf(items, labels, record.fields);
    if (!targets) {
      this.takeUnknownItem(record, items, labels);
      return;
    }
    const offsets = this.itemOffsets;
    const first = targets.findIndex((target, i) => (target?.column.count(group + (offsets[i] as number)) ?? 0) > 0);
    if (first !== NONE && !this.plan.addParts && (this.columnPeriods.length > 0 || first === targets.findIndex((target) => target !== undefined))) {
      this.raiseDuplicate(record, group + (offsets[first] as number));
      return;
    }
    this.rows++;
    const { area } = this.groups[group] as Group;
    targets.forEach((target, i) => {
      if (target) takeCell(record, (items.figures[i] as PlannedColumn).index, target, group + (offsets[i] as number), area, this.log);
    });
  }

  private targetsOf(items: ItemReader, labels: readonly string[], fields: readonly string[]): readonly (Target | undefined)[] | undefined {
    const key = items.key(labels, fields);
    if (this.targets.has(key)) return this.targets.get(key);
    if (this.targets.size > MOST_ITEMS) this.targets.clear();
    const targets = items.counted(labels, fields)?.map((counted) => counted && this.target(counted));
    this.targets.set(key, targets);
    return targets;
  }

  private takeUnknownItem(record: TableRecord, items: ItemReader, labels: readonly string[]): void {
    const label = labels.join(" ").trim();
    if (labels.some((text) => isTotalWord(text) || isAverageWord(text))) {
      this.exclude(record, labels.some(isTotalWord) ? "total-row" : "average-row", { label });
      return;
    }
    this.rows++;
    const at = labels.findIndex((text) => excelDamage(text, false) !== undefined);
    const was = at === -1 ? undefined : excelDamage(labels[at] as string, false);
    if (was !== undefined) this.raise(codes.excelDamage, record, items.columns[at]?.index, { cell: labels[at] as string, was });
    else this.raise(codes.unknownHeader, record, items.columns.at(-1)?.index, { header: label, suggestions: [] });
  }

  private groupOf(record: TableRecord): { index: number; isNew: boolean } | undefined {
    if (this.lastPart !== NONE) {
      this.keyReader.carry(this.asWritten(this.lastPart));
      this.lastPart = NONE;
    }
    const read = this.keyReader.read(record.fields);
    const { unreadPeriod, indent } = read;
    const [period = read.period, ...further] = this.columnPeriods;
    if (read.name === "") {
      this.exclude(record, "no-area");
      this.raise(codes.missingKey, record, this.keyReader.column, { key: "area" });
      return undefined;
    }
    if (unreadPeriod !== undefined) this.raise(codes.unreadPeriod, record, this.keyReader.periods[0]?.index, { cell: unreadPeriod });
    const name = this.nameOf(read.name, record, "area");
    const code = this.nameOf(read.code, record, "area_code");
    const parents = read.parents.map((parent) => this.nameOf(parent, record, "parent_area"));
    const level = withoutIdentity(read.level);
    const key = [code, ...parents, name, period ?? "", this.keyReader.under].join("\u0000");
    const known = this.keys.get(key);
    if (known !== undefined) return { index: known, isNew: false };
    const index = this.groups.length;
    this.keys.set(key, index);
    this.keptTotals.length = 0;
    const printed = period === undefined ? undefined : withoutIdentity(period);
    const isRenamed = name !== read.name || printed !== period || parents.some((parent, i) => parent !== read.parents[i]);
    const group: Group = {
      area: name,
      code: code === "" ? null : code,
      parents,
      ...(level !== "" && { level }),
      ...(printed !== undefined && { period: printed }),
      ...(indent > 0 && { indent }),
      ...this.attributesOf(record.fields),
      place: this.log.place(record, this.keyReader.column),
    };
    this.groups.push(group, ...further.map((other) => ({ ...group, period: other })));
    for (let at = index; isRenamed && at < this.groups.length; at++) {
      const own = at === index ? period : further[at - index - 1];
      this.written.set(at, { area: read.name, parents: read.parents, ...(own !== undefined && { period: own }) });
    }
    return { index, isNew: true };
  }

  private asWritten(group: number): KeysAsWritten {
    return this.written.get(group) ?? (this.groups[group] as Group);
  }

  /** A key cell as it may be printed: one that holds a number of a person is called after the line it was met in. */
  private nameOf(text: string, record: TableRecord, key: "area" | "area_code" | "parent_area"): string {
    const known = this.nameless.get(text);
    if (known !== undefined) return known;
    const identity = identityOfCell(text);
    if (identity === undefined) return text;
    const name = `${redacted} (${record.line})`;
    this.nameless.set(text, name);
    const at = record.fields.findIndex((cell) => identityOfCell(cell) === identity && cell.includes(text));
    this.raise(codes.identityNumber, record, at === -1 ? this.keyReader.column : at, { key, identity }, { area: name });
    return name;
  }

  private attributesOf(fields: readonly string[]): Pick<Group, "attributes"> {
    if (this.attributeColumns.length === 0) return {};
    return { attributes: Object.fromEntries(this.attributeColumns.map(({ header, index }) => [header, withoutIdentity((fields[index] ?? "").trim())])) };
  }

  private setTotalAside(record: TableRecord, reason: "total-row" | "average-row"): void {
    const keys = this.keyReader.cells(record.fields);
    const said = [new Map<string, number>(), ...this.columnPeriods.slice(1).map(() => new Map<string, number>())];
    const isPart = isOfWhich(keys.at(-1) ?? "") || isOfWhich(record.fields.find((cell) => cell.trim() !== "") ?? "");
    for (const { planned, quantity, rules, offset } of isPart ? [] : this.quantityColumns) {
      const cell = record.fields[planned.index] ?? "";
      const plain = parseCell(cell, rules);
      const reading = plain.kind === "fault" ? (readRemarked(cell, rules)?.reading ?? plain) : plain;
      if (reading.kind === "number" && "value" in reading.measured) said[offset]?.set(quantity, reading.measured.value);
    }
    const label =
      keys
        .map((key) => key.trim())
        .filter((key) => key !== "")
        .at(-1) ?? (record.fields.find((cell) => cell.trim() !== "") ?? "").trim();
    const [values = new Map()] = said;
    const byPeriod = this.columnPeriods.map((period, i) => ({ period, values: said[i] as Map<string, number> }));
    this.exclude(record, reason, { label, ...(byPeriod.length > 0 ? { byPeriod } : { values }) });
    if (reason === "total-row" && this.groups.length === 0 && this.keptTotals.length < MOST_KEPT) this.keptTotals.push(record);
  }

  private raiseDuplicate(record: TableRecord, index: number): void {
    const group = this.groups[index] as Group;
    this.exclude(record, "duplicate");
    this.raise(
      codes.duplicateArea,
      record,
      this.keyReader.column,
      { area: group.area, ...(group.period !== undefined && { period: group.period }), lines: [group.place.line ?? 0, record.line] },
      { area: group.area, related: [group.place] },
    );
  }

  /** Raises a finding at a field (from 0) of a record. */
  raise(code: RaisedCode, record: TableRecord, field: number | undefined, args: RaisedFinding["args"], about: Partial<RaisedFinding> = {}): void {
    this.log.raise(code, record, field, args, about);
  }

  /** What was tallied. A table's only rows are never totals: where nothing else stands, they are its observations. */
  finish(): Part {
    if (this.groups.length === 0) this.takeKeptTotals();
    for (const { group, was } of lostZeros(this.groups)) {
      const field = this.keyReader.code;
      const place = field === undefined ? group.place : { line: group.place.line, field: field + 1, header: this.log.header(field) };
      this.log.add({ code: codes.excelDamage, place, args: { cell: group.code ?? "", was }, area: group.area });
    }
    const groups = this.withOwnCodes();
    this.expectParts();
    const { findings, counts } = this.log;
    return { groups, quantities: this.quantities, findings, counts, rows: this.rows, excluded: this.excluded.rows };
  }

  /** The groups, without codes that several areas share. Where that is the rule, the codes are of the units above; else it is a finding. */
  private withOwnCodes(): readonly Group[] {
    const shared = sharedCodes(this.groups);
    if (shared.length === 0) return this.groups;
    const groups = [...this.groups];
    const coded = new Set(groups.flatMap(({ code }) => code ?? [])).size;
    for (const { code, groups: bearers } of shared) {
      for (const i of bearers) groups[i] = { ...(groups[i] as Group), code: null };
      if (shared.length >= coded / 2) continue;
      const [first, ...others] = bearers.map((i) => this.groups[i] as Group) as [Group, ...Group[]];
      const args = { code, areas: [first, ...others].map(({ area }) => area).slice(0, 5) };
      this.log.add({ code: codes.sharedCode, place: (others.at(-1) as Group).place, args, area: (others.at(-1) as Group).area, related: [first.place] });
    }
    return groups;
  }

  /** Where parts leave a cell blank, the total is that of fewer parts than there are. */
  private expectParts(): void {
    if (!this.plan.addParts) return;
    const every = Math.max(1, this.columnPeriods.length);
    for (const { column, addsUp, offset } of this.quantityColumns) {
      if (addsUp) this.partRows.forEach((rows, group) => void (group % every === offset && column.expect(group, rows)));
    }
  }

  private takeKeptTotals(): void {
    const kept = [...this.keptTotals];
    const names = new Set(kept.map(({ fields }) => this.keyReader.cells(fields).join("\u0000")));
    if (kept.length === 0 || names.size > 1 || !this.keyReader.exist) return;
    this.excluded.remove(new Set(kept.map(({ line }) => line)));
    for (const record of kept) {
      const group = this.groupOf(record);
      if (group === undefined) continue;
      if (this.items) this.takeItem(record, this.items, group.index);
      else this.takeRow(record, group);
    }
  }
}

/** The periods that columns of figures have of their own, and that of the table where some have none; none where no column has. */
function periodsOf(plan: ReadingPlan): string[] {
  if (!hasColumnPeriods(plan)) return [];
  const figures = plan.columns.filter(({ role }) => role.is === "quantity" || role.is === "value");
  return [...new Set(figures.flatMap(({ period }) => period ?? plan.period?.value ?? []))];
}

/** The totals that a note states; its words are nobody's business. An unquoted comma in a figure has parted its cells. */
function notedIn({ fields }: TableRecord): Pick<ExcludedRow, "values" | "areas" | "years"> {
  const { values, areas, years } = notedTotals(fields.filter((cell) => cell.trim() !== "").join(","));
  return { ...(values.size > 0 && { values, years: [...years] }), ...(areas && { areas }) };
}

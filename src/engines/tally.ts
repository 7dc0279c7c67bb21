import { findVariable } from "../codebook/index.ts";
import { readUnit } from "../codebook/unit-spellings.ts";
import { type CellReading, type CellRules, parseCell, plainDigits } from "../intake/cell.ts";
import type { RaisedFinding } from "../intake/findings.ts";
import { holdsFigures, knownHeads } from "../intake/heads.ts";
import type { PlannedColumn, ReadingPlan } from "../intake/plan.ts";
import { placeOfCharacter, placeOfField, type TableRecord } from "../intake/records.ts";
import { isAverageWord, isHeaderAgain, isTotalWord, setAsideReason } from "../intake/rows.ts";
import { codes, type RaisedCode } from "../survey/codes.ts";
import { Column } from "../survey/column.ts";
import { highest, lowest } from "../survey/measured.ts";
import type { ExcludedRow, Group, Part, Request } from "./engine.ts";
import { type Counted, countedIn } from "./items.ts";
import { KeyReader } from "./keys.ts";
import { lostZeros } from "./lost-zeros.ts";

interface Target extends Counted {
  readonly column: Column;
  readonly addsUp: boolean;
  /** Plain digits mean what they say. */
  readonly plain: boolean;
}

interface QuantityColumn extends Target {
  readonly planned: PlannedColumn;
}

/** Runs of blank rows beyond so many are told as one. */
const LONGEST_RUN_TOLD = 100;
/** Rows named as totals that are kept in case the table has no others. */
const MOST_KEPT = 1000;
const NONE = -1;

/** Adds records to totals by area and period, one at a time: the meaning of a record, shared by every path of the engine. */
export class Tally {
  private readonly plan: ReadingPlan;
  private readonly headers: readonly string[];
  private readonly keyReader: KeyReader;
  private readonly itemColumns: readonly PlannedColumn[];
  private readonly unitColumn: number | undefined;
  private readonly valueColumns: readonly PlannedColumn[];
  private readonly quantityColumns: readonly QuantityColumn[];
  private readonly attributeColumns: readonly PlannedColumn[];

  private readonly groups: Group[] = [];
  private readonly keys = new Map<string, number>();
  /** Key cells as written → group, for the common row. */
  private readonly rawKeys = new Map<string, number>();
  private readonly quantities = new Map<string, Column>();
  private readonly items = new Map<string, readonly (Target | undefined)[] | undefined>();
  private readonly carriedItems: string[] = [];
  private readonly findings: RaisedFinding[] = [];
  private readonly counts = new Map<string, number>();
  private readonly excluded: ExcludedRow[] = [];
  private readonly keptTotals: TableRecord[] = [];
  private rows = 0;
  private body = 0;
  private blankRun = 0;
  private afterBreak = false;
  private over = false;
  private lastPart = NONE;
  /** Why the record that was taken last is no observation; undefined for an observation. */
  setAsideAs: ExcludedRow["reason"] | undefined;

  constructor(private readonly request: Request) {
    this.plan = request.plan;
    this.headers = this.plan.columns.map((column) => column.header);
    this.keyReader = new KeyReader(this.plan);
    this.attributeColumns = this.plan.columns.filter((column) => request.attributes?.includes(column.header));
    this.itemColumns = this.plan.columns.filter((column) => column.role.is === "item");
    this.unitColumn = this.plan.columns.find(({ role }) => role.is === "unit")?.index;
    const figures = this.plan.columns.filter(({ role }) => role.is === "quantity" || role.is === "value");
    this.valueColumns = this.itemColumns.length > 0 ? figures : [];
    this.quantityColumns = (this.itemColumns.length > 0 ? [] : figures).flatMap((planned) => {
      if (planned.role.is !== "quantity") return [];
      return [{ planned, ...this.target(planned.role) }];
    });
  }

  private target({ quantity, rules }: Counted): Target {
    let column = this.quantities.get(quantity);
    if (!column) {
      column = new Column();
      this.quantities.set(quantity, column);
    }
    const choice = rules.kind === "yes-no" || rules.kind === "category";
    const plain = !choice && rules.exponent === 0 && rules.factor === undefined && rules.missing === undefined;
    return { quantity, rules, column, addsUp: findVariable(quantity)?.parts !== "same", plain };
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
      this.leaveOut(record);
      return NONE;
    }
    const { fields } = record;
    const raw = this.keyReader.raw(fields);
    const known = raw === undefined ? undefined : this.rawKeys.get(raw);
    if (known === undefined && this.setAside(record)) return NONE;
    this.afterBreak = false;
    if (fields.length !== this.headers.length) this.checkWidth(record);
    if (!this.keyReader.exist) {
      this.rows++;
      return NONE;
    }
    const group = known === undefined ? this.groupOf(record) : { index: known, isNew: false };
    if (group === undefined) return NONE;
    if (known === undefined && raw !== undefined) this.rawKeys.set(raw, group.index);
    if (this.itemColumns.length > 0) {
      this.takeItem(record, group.index);
      return NONE;
    }
    this.takeRow(record, group);
    return this.plan.addParts ? group.index : NONE;
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
  }

  /** Sets a record aside that stands for no area; false for an observation. */
  private setAside(record: TableRecord): boolean {
    const { fields } = record;
    const keys = this.keyReader.cells(fields);
    const reason = setAsideReason(fields, keys);
    if (reason === "total-row" || reason === "average-row") {
      this.setTotalAside(record, reason, keys);
      return true;
    }
    if (reason !== undefined) {
      this.exclude(record, reason);
      this.afterBreak = true;
      return true;
    }
    if (isHeaderAgain(fields, this.plan.headerCells)) {
      this.exclude(record, "repeated-header");
      return true;
    }
    return this.headers.length > 1 && this.setLoneAside(record);
  }

  /** Titles, headings and notes have one cell; a header after a break opens another table. */
  private setLoneAside(record: TableRecord): boolean {
    const filled = record.fields.filter((cell) => cell.trim() !== "");
    if (filled.length === 1) {
      const text = (filled[0] as string).trim();
      if (this.plan.titles.includes(text)) {
        this.exclude(record, "title");
        return true;
      }
      const width = this.headers.length;
      if (width > 2 && isHeading(text) && this.keyReader.parents.length === 0) {
        this.keyReader.enter(text);
        this.exclude(record, "title", text);
        return true;
      }
      if (this.afterBreak && (width > 2 || record.fields.length === 1)) {
        this.exclude(record, this.groups.length === 0 ? "title" : "note");
        return true;
      }
      return false;
    }
    if (!this.afterBreak || this.groups.length === 0 || knownHeads(record.fields) < 2 || holdsFigures(record.fields)) return false;
    this.over = true;
    this.raise(codes.furtherTable, record, undefined, { line: record.line });
    this.leaveOut(record);
    return true;
  }

  private exclude({ line }: TableRecord, reason: ExcludedRow["reason"], label?: string): void {
    this.setAsideAs = reason;
    const last = this.excluded.at(-1);
    this.blankRun = reason === "blank" && last?.reason === "blank" ? this.blankRun + 1 : 0;
    if (this.blankRun > LONGEST_RUN_TOLD && last) this.excluded[this.excluded.length - 1] = { ...last, rows: (last.rows ?? 1) + 1 };
    else this.excluded.push({ line, reason, ...(label !== undefined && { label }) });
  }

  /** Rows of another table are told as one. */
  private leaveOut({ line }: TableRecord): void {
    this.setAsideAs = "further-table";
    const last = this.excluded.at(-1);
    if (last?.reason === "further-table") this.excluded[this.excluded.length - 1] = { ...last, rows: (last.rows ?? 1) + 1 };
    else this.excluded.push({ line, reason: "further-table" });
  }

  private checkWidth(record: TableRecord): void {
    const { fields } = record;
    // A trailing delimiter on every line is a habit of exports, not a fault.
    const surplus = fields.slice(this.headers.length);
    if (fields.length < this.headers.length || surplus.some((cell) => cell.trim() !== "")) {
      this.raise(codes.raggedRow, record, undefined, { fields: fields.length, expected: this.headers.length });
    }
  }

  private takeRow(record: TableRecord, group: { index: number; isNew: boolean }): void {
    if (!group.isNew && !this.plan.addParts) {
      this.raiseDuplicate(record, group.index);
      return;
    }
    this.rows++;
    for (const column of this.quantityColumns) this.takeCell(record, column.planned.index, column, group.index);
  }

  private takeItem(record: TableRecord, group: number): void {
    const { fields } = record;
    const labels = this.itemColumns.map(({ index }, i) => {
      const text = (fields[index] ?? "").trim();
      // A merged cell of all but the innermost item is written once and left blank below.
      if (text !== "") this.carriedItems[i] = text;
      return text === "" && i < this.itemColumns.length - 1 ? (this.carriedItems[i] ?? "") : text;
    });
    const unit = this.unitColumn === undefined ? "" : (fields[this.unitColumn] ?? "").trim();
    const targets = this.targetsOf(unit === "" ? labels : labels.map((label, i) => this.inUnit(label, i, unit)));
    if (!targets) {
      this.takeUnknownItem(record, labels);
      return;
    }
    const first = targets.find((target) => target !== undefined);
    if (first && first.column.count(group) > 0 && !this.plan.addParts) {
      this.raiseDuplicate(record, group);
      return;
    }
    this.rows++;
    targets.forEach((target, i) => {
      if (target) this.takeCell(record, (this.valueColumns[i] as PlannedColumn).index, target, group);
    });
  }

  /** 经费总额 beside 万元 is 经费总额(万元), as a head would write it; a unit in the label itself stays. */
  private inUnit(label: string, item: number, unit: string): string {
    const role = this.itemColumns[item]?.role;
    if (role?.is !== "item" || role.item !== "variable" || /[)）]\s*$/u.test(label) || readUnit(unit) === undefined) return label;
    return `${label}(${unit})`;
  }

  private takeUnknownItem(record: TableRecord, labels: readonly string[]): void {
    const label = labels.join(" ").trim();
    if (labels.some((text) => isTotalWord(text) || isAverageWord(text))) {
      this.exclude(record, labels.some(isTotalWord) ? "total-row" : "average-row", label);
      return;
    }
    this.rows++;
    this.raise(codes.unknownHeader, record, this.itemColumns.at(-1)?.index, { header: label, suggestions: [] });
  }

  private targetsOf(labels: readonly string[]): readonly (Target | undefined)[] | undefined {
    const key = labels.join("\u0000");
    if (this.items.has(key)) return this.items.get(key);
    const targets = countedIn(labels, this.itemColumns, this.valueColumns)?.map((counted) => counted && this.target(counted));
    this.items.set(key, targets);
    return targets;
  }

  private takeCell(record: TableRecord, field: number, target: Target, group: number): void {
    const text = record.fields[field] ?? "";
    if (target.plain && target.addsUp) {
      const value = plainDigits(text);
      if (value >= 0) {
        target.column.add(group, value);
        return;
      }
    }
    const reading = parseCell(text, target.rules);
    if (reading.kind === "missing") return;
    if (reading.kind === "fault") {
      this.raiseFault(record, field, text, reading, target, group);
      return;
    }
    const least = lowest(reading.measured) as number;
    const about = { area: this.areaOf(group), variable: target.quantity };
    if (least < 0) this.raise(codes.negative, record, field, { cell: text.trim(), header: this.headers[field] ?? "" }, about);
    else if (target.rules.kind === "count" && "value" in reading.measured && !Number.isInteger(reading.measured.value)) {
      this.raise(codes.fractionalCount, record, field, { cell: text.trim(), header: this.headers[field] ?? "" }, about);
    }
    if (!target.addsUp && target.column.count(group) > 0) {
      const first = target.column.at(group);
      const same = lowest(first) === least && highest(first) === highest(reading.measured);
      if (!same) this.raise(codes.partsDiffer, record, field, { area: about.area, variable: target.quantity, cell: text.trim() }, about);
      return;
    }
    target.column.addMeasured(group, reading.measured);
  }

  private raiseFault(record: TableRecord, field: number, cell: string, reading: CellReading & { kind: "fault" }, target: Target, group: number): void {
    const header = this.headers[field] ?? "";
    const about = { area: this.areaOf(group), variable: target.quantity };
    const shown = cell.trim();
    if (reading.fault === "unit-conflict") this.raise(codes.unitConflict, record, field, { cell: shown, header, expected: target.rules.unit }, about);
    else if (reading.fault === "excel-damage") this.raise(codes.excelDamage, record, field, { cell: shown, was: reading.detail }, about);
    else this.raise(codes.notANumber, record, field, { cell: shown, header }, about);
  }

  private groupOf(record: TableRecord): { index: number; isNew: boolean } | undefined {
    if (this.lastPart !== NONE) {
      const part = this.groups[this.lastPart] as Group;
      this.keyReader.carry(part.parents, part.area);
      this.lastPart = NONE;
    }
    const { name, code, parents, period, unreadPeriod, level, indent } = this.keyReader.read(record.fields);
    if (name === "") {
      this.exclude(record, "no-area");
      this.raise(codes.missingKey, record, this.keyReader.column, { key: "area" });
      return undefined;
    }
    if (unreadPeriod !== undefined) this.raise(codes.unreadPeriod, record, this.keyReader.periods[0]?.index, { cell: unreadPeriod });
    const key = [code, ...parents, name, period ?? ""].join("\u0000");
    const known = this.keys.get(key);
    if (known !== undefined) return { index: known, isNew: false };
    const index = this.groups.length;
    this.keys.set(key, index);
    this.keptTotals.length = 0;
    this.groups.push({
      area: name,
      code: code === "" ? null : code,
      parents,
      ...(level !== "" && { level }),
      ...(period !== undefined && { period }),
      ...(indent > 0 && { indent }),
      ...this.attributesOf(record.fields),
      place: this.place(record, this.keyReader.column),
    });
    return { index, isNew: true };
  }

  private attributesOf(fields: readonly string[]): Pick<Group, "attributes"> {
    if (this.attributeColumns.length === 0) return {};
    return { attributes: Object.fromEntries(this.attributeColumns.map(({ header, index }) => [header, (fields[index] ?? "").trim()])) };
  }

  private setTotalAside(record: TableRecord, reason: "total-row" | "average-row", keys: readonly string[]): void {
    const values = new Map<string, number>();
    for (const { planned, quantity, rules } of this.quantityColumns) {
      const reading = parseCell(record.fields[planned.index] ?? "", rules);
      if (reading.kind === "number" && "value" in reading.measured) values.set(quantity, reading.measured.value);
    }
    const label =
      keys
        .map((key) => key.trim())
        .filter((key) => key !== "")
        .at(-1) ?? (record.fields.find((cell) => cell.trim() !== "") ?? "").trim();
    this.setAsideAs = reason;
    this.excluded.push({ line: record.line, reason, label, values });
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

  /** Raises a finding at a field (from 0) of a record; beyond the number kept per code it is only counted. */
  raise(code: RaisedCode, record: TableRecord, field: number | undefined, args: RaisedFinding["args"], about: Partial<RaisedFinding> = {}): void {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    if (count > this.request.findingsPerCode) return;
    const place = code === codes.replacedBytes ? this.placeOfDamage(record) : this.place(record, field);
    this.findings.push({ code, place, args, ...about });
  }

  private placeOfDamage(record: TableRecord): RaisedFinding["place"] {
    const field = record.fields.findIndex((cell) => cell.includes("\ufffd"));
    const header = this.headers[field];
    return { ...placeOfCharacter(record, "\ufffd"), ...(field >= 0 && { field: field + 1 }), ...(header && { header }) };
  }

  private place(record: TableRecord, field: number | undefined): RaisedFinding["place"] {
    if (field === undefined) return { line: record.line };
    return { ...placeOfField(record, field, this.plan.dialect), field: field + 1, header: this.headers[field] ?? "" };
  }

  private areaOf(index: number): string {
    return (this.groups[index] as Group).area;
  }

  /** What was tallied. A table's only rows are never totals: where nothing else stands, they are its observations. */
  finish(): Part {
    if (this.groups.length === 0) this.takeKeptTotals();
    for (const { group, was } of lostZeros(this.groups)) {
      const { area, code, place } = group;
      const count = (this.counts.get(codes.excelDamage) ?? 0) + 1;
      this.counts.set(codes.excelDamage, count);
      if (count <= this.request.findingsPerCode) this.findings.push({ code: codes.excelDamage, place, args: { cell: code ?? "", was }, area });
    }
    return { groups: this.groups, quantities: this.quantities, findings: this.findings, counts: this.counts, rows: this.rows, excluded: this.excluded };
  }

  private takeKeptTotals(): void {
    const kept = [...this.keptTotals];
    const names = new Set(kept.map(({ fields }) => this.keyReader.cells(fields).join("\u0000")));
    if (kept.length === 0 || names.size > 1 || !this.keyReader.exist) return;
    const lines = new Set(kept.map(({ line }) => line));
    this.excluded.splice(0, this.excluded.length, ...this.excluded.filter(({ line }) => !lines.has(line)));
    for (const record of kept) {
      const group = this.groupOf(record);
      if (group === undefined) continue;
      if (this.itemColumns.length > 0) this.takeItem(record, group.index);
      else this.takeRow(record, group);
    }
  }
}

/** A heading among the rows: the name of a street, town or district alone in its row. */
const isHeading = (text: string): boolean => text.length <= 20 && /(?:街道(?:办事处|辦事處)?|[镇鎮乡鄉县縣市]|(?<![社小])[区區])$/u.test(text);

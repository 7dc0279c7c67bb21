import { findVariable } from "../../codebook/index.ts";
import { type CellReading, LEAST_MOBILE, parseCell, plainDigits } from "../../intake/cells/cell.ts";
import { readRemarked } from "../../intake/cells/cell-remark.ts";
import type { PlannedColumn } from "../../intake/plan.ts";
import type { TableRecord } from "../../intake/records/records.ts";
import { codes } from "../../survey/codes.ts";
import type { Column } from "../../survey/column.ts";
import { highest, lowest } from "../../survey/measured.ts";
import type { FindingLog } from "./finding-log.ts";
import type { Counted } from "./item-reader.ts";

/** Where the figures of one quantity go. */
export interface Target extends Counted {
  readonly column: Column;
  readonly addsUp: boolean;
  /** Plain digits mean what they say. */
  readonly plain: boolean;
}

/** A column of figures. */
export interface QuantityColumn extends Target {
  readonly planned: PlannedColumn;
  /** How many groups behind the first one of its row its cells go: 0 where the columns have no periods of their own. */
  readonly offset: number;
}

export function targetOf({ quantity, rules }: Counted, column: Column): Target {
  const choice = rules.kind === "yes-no" || rules.kind === "category";
  const plain =
    !choice && rules.exponent === 0 && rules.factor === undefined && rules.missing === undefined;
  return { quantity, rules, column, addsUp: findVariable(quantity)?.parts !== "same", plain };
}

/** Adds the figure of a cell to its group, and raises what is wrong with it. A wrong cell adds nothing; an implausible one is added. */
export function takeCell(
  record: TableRecord,
  field: number,
  target: Target,
  group: number,
  area: string,
  log: FindingLog,
): void {
  const text = record.fields[field] ?? "";
  if (target.plain && target.addsUp) {
    const value = plainDigits(text);
    if (value >= 0 && value < LEAST_MOBILE) {
      target.column.add(group, value);
      return;
    }
  }
  const read = parseCell(text, target.rules);
  if (read.kind === "missing") {
    target.column.noteBlank(group);
    return;
  }
  const about = { area, variable: target.quantity };
  const args = { cell: text.trim(), header: log.header(field) };
  const remarked = read.kind === "fault" ? readRemarked(text, target.rules) : undefined;
  if (read.kind === "fault" && !remarked) {
    if (!takeFootnoted(record, field, target, group, about, log))
      raiseFault(record, field, read, target, args, about, log);
    return;
  }
  if (remarked)
    log.raise(codes.cellRemark, record, field, { ...args, value: remarked.figure }, about);
  const { measured } = remarked?.reading ?? (read as CellReading & { kind: "number" });
  const least = lowest(measured) as number;
  if (least < 0) log.raise(codes.negative, record, field, args, about);
  else if (
    target.rules.kind === "count" &&
    "value" in measured &&
    !Number.isInteger(measured.value)
  ) {
    log.raise(codes.fractionalCount, record, field, args, about);
  }
  if (!target.addsUp && target.column.count(group) > 0) {
    const first = target.column.at(group);
    const same = lowest(first) === least && highest(first) === highest(measured);
    if (!same)
      log.raise(
        codes.partsDiffer,
        record,
        field,
        { area, variable: target.quantity, cell: args.cell },
        about,
      );
    return;
  }
  target.column.addMeasured(group, measured);
}

/** A figure that is plain but for a mark behind it: 200*, 500①. */
const footnoted = /^(.*\d\D{0,4}?)\s*(?:[*＊※†‡§#]{1,3}|[①-⑳]{1,2}|\[\d{1,2}\])\s*$/u;

/** Adds a figure without the footnote mark behind it, which is a finding; false where there is no such figure. */
function takeFootnoted(
  record: TableRecord,
  field: number,
  target: Target,
  group: number,
  about: { area: string; variable: string },
  log: FindingLog,
): boolean {
  const text = record.fields[field] ?? "";
  const plain = text.length > 40 ? undefined : footnoted.exec(text)?.[1];
  const reading = plain === undefined ? undefined : parseCell(plain, target.rules);
  if (
    reading?.kind !== "number" ||
    !("value" in reading.measured) ||
    reading.measured.value < 0 ||
    !target.addsUp
  )
    return false;
  log.raise(
    codes.footnoteMark,
    record,
    field,
    { cell: text.trim(), header: log.header(field), value: reading.measured.value },
    about,
  );
  target.column.addMeasured(group, reading.measured);
  return true;
}

function raiseFault(
  record: TableRecord,
  field: number,
  reading: CellReading & { kind: "fault" },
  { rules }: Target,
  args: { readonly cell: string; readonly header: string },
  about: { readonly area: string; readonly variable: string },
  log: FindingLog,
): void {
  if (reading.fault === "unit-conflict")
    log.raise(codes.unitConflict, record, field, { ...args, expected: rules.unit }, about);
  else if (reading.fault === "excel-damage")
    log.raise(codes.excelDamage, record, field, { cell: args.cell, was: reading.detail }, about);
  else log.raise(codes.notANumber, record, field, args, about);
}

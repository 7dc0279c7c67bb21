import {
  identityOfCell,
  identityOfCode,
  redacted,
  withoutIdentity,
} from "../../codebook/identity.ts";
import type { PlannedColumn } from "../../intake/plan.ts";
import type { TableRecord } from "../../intake/records/records.ts";
import { codes } from "../../survey/codes.ts";
import type { Group, Request } from "../engine.ts";
import type { FindingLog } from "./finding-log.ts";
import type { KeyReader, KeysAsWritten } from "./key-reader.ts";

const NONE = -1;
/** Rows of names that were met before, beyond which they are told as standing twice without being looked at. */
const MOST_TWINS = 2000;

/** The areas and periods that records stand for, in the order in which they are first met. */
export class Groups {
  readonly all: Group[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly attributeColumns: readonly PlannedColumn[];
  /** Key cell that holds a number of a person → what it is called instead. */
  private readonly nameless = new Map<string, string>();
  /** Groups that are called otherwise than their cells → those cells. Never printed. */
  private readonly written = new Map<number, KeysAsWritten>();
  /** The column of the areas' codes, whose long numbers are nobody's. */
  private readonly codes: number | undefined;
  private passedLast = NONE;
  private twins = 0;

  /** `columnPeriods` are those of the columns, where they have their own: a record makes a group for each, one behind the other. */
  constructor(
    { plan, attributes }: Request,
    private readonly columnPeriods: readonly string[],
    private readonly keyReader: KeyReader,
    private readonly log: FindingLog,
  ) {
    this.codes = plan.columns[keyReader.code ?? NONE]?.codes ? keyReader.code : undefined;
    this.attributeColumns = plan.columns.filter((column) => attributes?.includes(column.header));
  }

  /** The (first) group of a record, by number; undefined, and a finding, where nothing names its area. */
  of(record: TableRecord): { index: number; isNew: boolean } | undefined {
    if (this.passedLast !== NONE) {
      this.keyReader.carry(this.asWritten(this.passedLast));
      this.passedLast = NONE;
    }
    const read = this.keyReader.read(record.fields);
    const { unreadPeriod, indent } = read;
    const [period = read.period, ...further] = this.columnPeriods;
    if (read.name === "") {
      this.log.raise(codes.missingKey, record, this.keyReader.column, { key: "area" });
      return undefined;
    }
    if (unreadPeriod !== undefined)
      this.log.raise(codes.unreadPeriod, record, this.keyReader.periods[0]?.index, {
        cell: unreadPeriod,
      });
    const name = this.nameOf(read.name, record, "area");
    const code = this.nameOf(read.code, record, "area_code");
    const parents = read.parents.map((parent) => this.nameOf(parent, record, "parent_area"));
    const level = withoutIdentity(read.level);
    const key = [code, ...parents, name, period ?? "", this.keyReader.under].join("\u0000");
    const known = this.numbers.get(key);
    if (known !== undefined) return { index: known, isNew: false };
    const index = this.all.length;
    this.numbers.set(key, index);
    const printed = period === undefined ? undefined : withoutIdentity(period);
    const isRenamed =
      name !== read.name ||
      printed !== period ||
      parents.some((parent, i) => parent !== read.parents[i]);
    const place = this.log.place(record, this.keyReader.column);
    const group: Writable<Group> = { area: name, code: code === "" ? null : code, parents, place };
    if (level !== "") group.level = level;
    if (printed !== undefined) group.period = printed;
    if (indent > 0) group.indent = indent;
    if (this.attributeColumns.length > 0) group.attributes = this.attributesOf(record.fields);
    this.all.push(group);
    for (const other of further) this.all.push({ ...group, period: other });
    for (let at = index; isRenamed && at < this.all.length; at++) {
      const own = at === index ? period : further[at - index - 1];
      this.written.set(at, {
        area: read.name,
        parents: read.parents,
        ...(own !== undefined && { period: own }),
      });
    }
    return { index, isNew: true };
  }

  /**
   * A (first) group of its own for a row that bears the keys of one that was met before: whether it is another area, in another unit of the table, can
   * be told when all rows are known. Undefined where there are too many of them.
   */
  twinOf(first: number, record: TableRecord): number | undefined {
    if (this.twins >= MOST_TWINS) return undefined;
    this.twins++;
    const index = this.all.length;
    const place = this.log.place(record, this.keyReader.column);
    for (let i = 0; i < Math.max(1, this.columnPeriods.length); i++) {
      const { indent: _, ...own } = this.all[first + i] as Group;
      const indent = this.keyReader.indentIn(record.fields);
      this.all.push({ ...own, place, twinOf: first + i, ...(indent > 0 && { indent }) });
    }
    return index;
  }

  /** Notes that a row of a group was passed whose keys were not read: merged cells below it refer to them. */
  passed(group: number): void {
    this.passedLast = group;
  }

  /** A group in the words of its cells. */
  asWritten(group: number): KeysAsWritten {
    return this.written.get(group) ?? (this.all[group] as Group);
  }

  /** A key cell as it may be printed: one that holds a number of a person is called after the line it was met in. */
  private nameOf(
    text: string,
    record: TableRecord,
    key: "area" | "area_code" | "parent_area",
  ): string {
    const known = this.nameless.get(text);
    if (known !== undefined) return known;
    const isCode =
      this.codes !== undefined &&
      (key === "area_code" || (record.fields[this.codes] ?? "").trim() === text);
    const identity = isCode ? identityOfCode(text) : identityOfCell(text);
    if (identity === undefined) return text;
    const name = `${redacted} (${record.line})`;
    this.nameless.set(text, name);
    const at = record.fields.findIndex(
      (cell) => identityOfCell(cell) === identity && cell.includes(text),
    );
    this.log.raise(
      codes.identityNumber,
      record,
      at === -1 ? this.keyReader.column : at,
      { key, identity },
      { area: name },
    );
    return name;
  }

  private attributesOf(fields: readonly string[]): Readonly<Record<string, string>> {
    return Object.fromEntries(
      this.attributeColumns.map(({ header, index }) => [
        header,
        withoutIdentity((fields[index] ?? "").trim()),
      ]),
    );
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

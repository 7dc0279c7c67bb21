import { normalName } from "../../codebook/area-names.ts";
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
/** As many places are told with a finding on names. */
const MOST_RELATED = 50;
/** 红星  社区, 文庙社 区; in 东街道 柳荫社区 the blank parts a unit from the area in it. */
const blankInside =
  /(?<=[\u4e00-\u9fff])(?<![街镇鎮乡鄉区區县縣市省村里][\s\u3000]*|街道[\s\u3000]*)[\s\u3000]+(?=[\u4e00-\u9fff])/u;

/** The areas and periods that records stand for, in the order in which they are first met. */
export class Groups {
  readonly all: Group[] = [];
  /** Area and period, names in their normal form → group. */
  private readonly numbers = new Map<string, number>();
  /** Parents in their normal form → the spelling that was met first. */
  private readonly parentSpellings = new Map<string, string>();
  /** Area in its normal form → the spelling that was met first, where a table has several periods. */
  private readonly spellings = new Map<string, { name: string; place: Group["place"] }>();
  /** Spellings that were told to stand for another one. */
  private readonly respelled = new Set<string>();
  private readonly attributeColumns: readonly PlannedColumn[];
  /** Key cell that holds a number of a person → what it is called instead. */
  private readonly nameless = new Map<string, string>();
  /** Groups that are called otherwise than their cells → those cells. Never printed. */
  private readonly written = new Map<number, KeysAsWritten>();
  /** The column of the areas' codes, whose long numbers are nobody's. */
  private readonly codes: number | undefined;
  /** Names with a blank between two Chinese characters that parts no two units. */
  private readonly blanks: { name: string; place: Group["place"] }[] = [];
  private passedLast = NONE;
  private twins = 0;
  private twinGroups = 0;

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
    let name = this.nameOf(read.name, record, "area");
    const code = this.nameOf(read.code, record, "area_code");
    const parents = read.parents.map((parent) =>
      this.parentSpelling(this.nameOf(parent, record, "parent_area"), record),
    );
    const level = withoutIdentity(read.level);
    const area = [code, ...parents, normalName(name), this.keyReader.under].join("\u0000");
    const key = period === undefined ? area : `${area}\u0000\u0000${period}`;
    const known = this.numbers.get(key);
    if (known !== undefined) {
      const { area: other, place } = this.all[known] as Group;
      if (other !== name) this.tellSpelling(name, other, record, this.keyReader.column, place);
      return { index: known, isNew: false };
    }
    if (this.keyReader.periods.length > 0) name = this.spelling(area, name, record);
    const index = this.all.length;
    this.numbers.set(key, index);
    const printed = period === undefined ? undefined : withoutIdentity(period);
    const isRenamed =
      name !== read.name ||
      printed !== period ||
      parents.some((parent, i) => parent !== read.parents[i]);
    const place = this.log.place(record, this.keyReader.column);
    if (blankInside.test(read.name)) this.blanks.push({ name, place });
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
      this.twinGroups++;
      this.all.push({ ...own, place, twinOf: first + i, ...(indent > 0 && { indent }) });
    }
    return index;
  }

  /** Raises, once for the table, names with blanks that nobody writes on purpose. */
  raiseBlanks(): void {
    const [first, ...others] = this.blanks;
    if (first === undefined) return;
    this.log.add({
      code: codes.blankInName,
      place: first.place,
      args: { area: first.name, names: new Set(this.blanks.map(({ name }) => name)).size },
      area: first.name,
      ...(others.length > 0 && {
        related: others.slice(0, MOST_RELATED).map(({ place }) => place),
      }),
    });
  }

  /** How many areas, in so many periods, were met: a row that stands again is none. */
  get areas(): number {
    return this.all.length - this.twinGroups;
  }

  /** Notes that a row of a group was passed whose keys were not read: merged cells below it refer to them. */
  passed(group: number): void {
    this.passedLast = group;
  }

  /** A group in the words of its cells. */
  asWritten(group: number): KeysAsWritten {
    return this.written.get(group) ?? (this.all[group] as Group);
  }

  /** The spelling of an area that stands for all of its periods. */
  private spelling(area: string, name: string, record: TableRecord): string {
    const first = this.spellings.get(area);
    if (first === undefined) {
      this.spellings.set(area, { name, place: this.log.place(record, this.keyReader.column) });
      return name;
    }
    if (first.name !== name)
      this.tellSpelling(name, first.name, record, this.keyReader.column, first.place);
    return first.name;
  }

  /** The spelling of a parent that was met first. */
  private parentSpelling(name: string, record: TableRecord): string {
    const normal = normalName(name);
    const first = this.parentSpellings.get(normal);
    if (first === undefined) this.parentSpellings.set(normal, name);
    if (first === undefined || first === name) return name;
    this.tellSpelling(name, first, record, this.keyReader.parents[0]);
    return first;
  }

  /** Two spellings of one name within the table, each told once. */
  private tellSpelling(
    area: string,
    other: string,
    record: TableRecord,
    field: number | undefined,
    first?: Group["place"],
  ): void {
    if (this.respelled.has(area)) return;
    this.respelled.add(area);
    const about = { area: other, ...(first && { related: [first] }) };
    this.log.raise(codes.nearName, record, field, { area, other }, about);
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

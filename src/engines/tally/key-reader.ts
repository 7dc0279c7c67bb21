import { withoutFormula, withoutGuard } from "../../intake/cells/cell-text.ts";
import { parsePeriod } from "../../intake/cells/period.ts";
import { keyColumns, type PlannedColumn, type ReadingPlan } from "../../intake/plan.ts";
import { isTotalWord } from "../../intake/rows/total-words.ts";
import type { Group } from "../engine.ts";

/** A name as it stands in a key cell: no invisible characters, no blanks around it; full-width blanks inside stay. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;
/** Year and month as Taiwan's statistical areas are dated: 103Y04M. */
const socioEconomic = /^(\d{2,3})Y(?:(\d{1,2})M)?$/i;

const plainName = (text: string): string =>
  withoutFormula(withoutGuard(text)).replace(invisible, "").trim();

const indentOf = (cell: string): number => cell.length - cell.trimStart().length;

/** What the key cells of a row say. */
export interface RowKeys {
  readonly name: string;
  readonly code: string;
  readonly parents: readonly string[];
  readonly level: string;
  /** Blanks before the name: how deep it stands in a list. */
  readonly indent: number;
  readonly period?: string;
  /** The text of a period that could not be read. */
  readonly unreadPeriod?: string;
}

/** The keys of a group in the words of its cells, which merged and indented cells below it refer to. */
export type KeysAsWritten = Pick<Group, "area" | "parents" | "period">;

/** Reads the key cells of rows: where they stand, what is carried down from merged cells above, and periods. */
export class KeyReader {
  readonly area: number | undefined;
  readonly code: number | undefined;
  readonly parents: readonly number[];
  readonly periods: readonly PlannedColumn[];
  private readonly level: number | undefined;
  private readonly carried: string[] = [];
  private carriedArea = "";
  private carriedPeriod: readonly string[] = [];
  /** Period → the cells it was read from, for merged cells below. */
  private readonly periodCells = new Map<string, readonly string[]>();
  /** The last name that is not indented, and the indented ones below it, each deeper than the one before. */
  private top = "";
  private readonly above: { readonly indent: number; readonly name: string }[] = [];
  /** What the row that `raw` saw last stands under in a list with indented names; empty elsewhere. */
  under = "";
  /** Whether the name of that row is indented: what it stands under may change, though its key cells do not. */
  indented = false;
  private section: string | undefined;
  private sectionPeriod: string | undefined;
  private readonly known = new Map<string, string | undefined>();
  /** Whether an area cell may be merged over the rows of its items or parts. */
  private readonly mergesAreas: boolean;

  constructor(private readonly plan: ReadingPlan) {
    this.area = keyColumns(plan, "area")[0];
    this.code = keyColumns(plan, "area_code")[0];
    this.parents = keyColumns(plan, "parent_area");
    this.level = keyColumns(plan, "level")[0];
    this.periods = plan.columns.filter(({ role }) => role.is === "key" && role.key === "period");
    this.mergesAreas =
      plan.shape === "long" || plan.columns.some(({ role }) => role.is === "finer");
  }

  /** Whether any column names an area. */
  get exist(): boolean {
    return this.area !== undefined || this.code !== undefined || this.plan.area !== undefined;
  }

  /** The column that a finding on the area points to. */
  get column(): number | undefined {
    return this.area ?? this.code;
  }

  /** The cells of the parents and the area, the largest unit first. */
  cells(fields: readonly string[]): string[] {
    const columns = this.area === undefined ? this.parents : [...this.parents, this.area];
    return columns.map((i) => fields[i] ?? "");
  }

  /** The key cells as written, as one text; undefined where one is blank, since such a key does not stand for itself. */
  raw(fields: readonly string[]): string | undefined {
    let text = this.place(fields);
    for (const i of this.parents) {
      const cell = fields[i];
      if (!cell) return undefined;
      text += `${cell}\u0000`;
    }
    if (this.area !== undefined) {
      const cell = fields[this.area];
      if (!cell) return undefined;
      text += `${cell}\u0000`;
    }
    if (this.code !== undefined) text += `${fields[this.code] ?? ""}\u0000`;
    for (const { index } of this.periods) {
      const cell = fields[index];
      if (!cell) return undefined;
      text += `${cell}\u0000`;
    }
    if (this.sectionPeriod !== undefined) text += `${this.sectionPeriod}\u0000`;
    return this.section === undefined ? text : `${text}${this.section}`;
  }

  /** Notes where a row stands in a list with indented names, so that two villages of one name under two districts are told apart. */
  private place(fields: readonly string[]): string {
    this.under = "";
    this.indented = false;
    if (this.area === undefined) return "";
    const cell = fields[this.area] ?? "";
    if (cell === "") return "";
    const first = cell.charCodeAt(0);
    if (first !== 0x20 && first !== 0x3000 && first !== 0x09) {
      this.top = cell;
      this.above.length = 0;
      return "";
    }
    const indent = indentOf(cell);
    while (this.above.length > 0 && (this.above.at(-1)?.indent as number) >= indent)
      this.above.pop();
    this.indented = true;
    this.under = [plainName(this.top), ...this.above.map(({ name }) => name)]
      .filter((name) => name !== "")
      .join("\u0000");
    this.above.push({ indent, name: plainName(cell) });
    return this.under;
  }

  read(fields: readonly string[]): RowKeys {
    const cell = (index: number | undefined): string =>
      index === undefined ? "" : plainName(fields[index] ?? "");
    const code = cell(this.code);
    // 其中：城东社区, the first of those below a total, is 城东社区.
    let name =
      cell(this.area).replace(/^其中\s*[:：]?\s*(?=.)/u, "") ||
      code ||
      (this.plan.area?.value ?? "");
    if (name === "" && this.mergesAreas) name = this.carriedArea;
    // A merged parent cell is written once and left blank below.
    this.parents.forEach((column, i) => {
      const text = cell(column);
      if (text === "") return;
      if (text !== this.carried[i]) this.carried.length = i;
      this.carried[i] = text;
    });
    const stated = this.parents
      .map((_, i) => this.carried[i] ?? "")
      .filter((parent) => parent !== "");
    // A township's own row above its villages has no name in the column of villages.
    const ofParent = name === "" && stated.length > 0 && this.parents.some((i) => cell(i) !== "");
    const parents = ofParent
      ? stated.slice(0, -1)
      : stated.length > 0 || this.section === undefined
        ? stated
        : [this.section];
    if (ofParent) name = stated.at(-1) as string;
    this.carriedArea = ofParent ? "" : name;
    const indent = this.indentIn(fields);
    return {
      name,
      code: ofParent ? "" : code,
      parents,
      level: cell(this.level),
      indent,
      ...this.period(fields),
    };
  }

  /** The nearest parent that a row which names no area stands in, its own or that of a merged cell above. */
  unitOf(fields: readonly string[]): string | undefined {
    const own = this.parents.map((column) => plainName(fields[column] ?? ""));
    const last = own.findLastIndex((text) => text !== "");
    const units = last === -1 ? this.carried : [...this.carried.slice(0, last), ...own.slice(last)];
    return units.findLast((text) => text !== "" && !isTotalWord(text));
  }

  /** Blanks before the name of a row. */
  indentIn(fields: readonly string[]): number {
    return this.area === undefined ? 0 : indentOf(fields[this.area] ?? "");
  }

  /** A heading among the rows names the unit that the following ones lie in. */
  enter(section: string): void {
    this.section = section;
  }

  /** A row with nothing but a period says of when the following ones are. */
  enterPeriod(period: string): void {
    this.sectionPeriod = period;
  }

  /** Tells that rows were added without being read, the last of them under a name that is not indented. */
  passed({ area }: KeysAsWritten): void {
    this.top = area;
    this.above.length = 0;
  }

  /** Carries the parents of a row that was added without being read on to merged cells below it. */
  carry({ parents, area, period }: KeysAsWritten): void {
    this.carried.splice(0, this.carried.length, ...parents);
    this.carriedArea = area;
    if (period !== undefined)
      this.carriedPeriod = this.periodCells.get(period) ?? this.carriedPeriod;
  }

  private period(fields: readonly string[]): Pick<RowKeys, "period" | "unreadPeriod"> {
    const [first] = this.periods;
    if (first === undefined) {
      const period = this.sectionPeriod ?? this.plan.period?.value;
      return period === undefined ? {} : { period };
    }
    // A merged cell is written once and left blank below; a later column (the month) belongs to the one before it.
    let merged = true;
    const texts = this.periods.map(({ index }, i) => {
      const own = plainName(fields[index] ?? "");
      merged &&= own === "";
      return merged ? (this.carriedPeriod[i] ?? "") : own;
    });
    this.carriedPeriod = texts;
    const text = texts.join("\u0000");
    if (text.replaceAll("\u0000", "") === "") return {};
    if (!this.known.has(text)) {
      const read = this.parse(
        texts.map((cell) =>
          cell.replace(
            socioEconomic,
            (_, year: string, month?: string) => `民國${year}年${month ? `${month}月` : ""}`,
          ),
        ),
      );
      this.known.set(text, read);
      if (read !== undefined) this.periodCells.set(read, texts);
    }
    const period = this.known.get(text);
    const written = text.replaceAll("\u0000", " ").trim();
    return period === undefined ? { period: written, unreadPeriod: written } : { period };
  }

  /** A year and a month or a quarter in columns of their own are one period. */
  private parse(texts: readonly string[]): string | undefined {
    const [first] = this.periods as [PlannedColumn];
    const writing = first.role.is === "key" ? first.role : {};
    const [year = "", ...rest] = texts;
    const part = rest.find((text) => text !== "");
    const [ofCaption] = (this.plan.period?.value ?? "").split("-");
    if (part === undefined || year === "") {
      const alone = part ?? year;
      return (
        parsePeriod(alone, writing) ??
        (ofCaption ? parsePeriod(`${ofCaption}年${alone.replace(/份$/u, "")}`) : undefined)
      );
    }
    const years = year.replace(/年度?$/u, "");
    const bare = part.replace(/^0+(?=\d)/, "");
    const header = this.periods[rest.indexOf(part) + 1]?.header ?? "";
    const joined = /^\d{1,2}$/.test(bare)
      ? /季|quarter/iu.test(header)
        ? `${years}年第${bare}季度`
        : `${years}年${bare}月`
      : `${years}年${bare}`;
    return (
      parsePeriod(joined, writing) ??
      parsePeriod(`${years}-${bare}`, writing) ??
      parsePeriod(part, writing) ??
      parsePeriod(year, writing)
    );
  }
}

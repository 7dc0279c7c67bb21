import { bandId, parseBandId } from "../../codebook/age-band.ts";
import { findVariable } from "../../codebook/index.ts";
import { matchHeader, parseBandLabel } from "../../codebook/match.ts";
import type { ReadUnit } from "../../codebook/unit-spellings.ts";
import { readUnit } from "../../codebook/unit-spellings.ts";
import type { CellRules } from "../../intake/cells/cell.ts";
import { rulesFor } from "../../intake/meaning/planned-columns.ts";
import type { PlannedColumn, ReadingPlan } from "../../intake/plan.ts";
import { isWholeLabel } from "../../intake/rows/whole-labels.ts";
import type { AgeBand } from "../../survey/totals.ts";

/** What one figure of a row counts, and how its cell is read. */
export interface Counted {
  readonly quantity: string;
  readonly rules: CellRules;
}

type Subject = AgeBand["of"];

/** What the cells that name a row's item say together: some or all of a subject by age and sex, or another variable. */
type Item =
  | {
      readonly is: "people";
      readonly band: Omit<AgeBand, "of">;
      readonly of?: Subject;
      readonly unit?: ReadUnit;
    }
  | { readonly is: "variable"; readonly counted: Counted };

const everyone = { from: 0, to: Number.POSITIVE_INFINITY } as const;
const isEveryAge = ({ from, to }: Omit<AgeBand, "of">): boolean =>
  from === 0 && to === Number.POSITIVE_INFINITY;

/** Reads the cells that say what the figures of their row count. */
export class ItemReader {
  /** The columns that name the item, and those of the figures. */
  readonly columns: readonly PlannedColumn[];
  readonly figures: readonly PlannedColumn[];
  private readonly unit: number | undefined;
  private readonly carried: string[] = [];

  constructor(plan: ReadingPlan) {
    this.columns = plan.columns.filter(({ role }) => role.is === "item");
    this.figures = plan.columns.filter(({ role }) => role.is === "quantity" || role.is === "value");
    this.unit = plan.columns.find(({ role }) => role.is === "unit")?.index;
  }

  /** The labels of a row. A merged cell of all but the innermost item is written once and left blank below. */
  labels(fields: readonly string[]): string[] {
    return this.columns.map(({ index }, i) => {
      const text = (fields[index] ?? "").trim();
      if (text !== "") this.carried[i] = text;
      return text === "" && i < this.columns.length - 1 ? (this.carried[i] ?? "") : text;
    });
  }

  /** The same for all rows that count the same. */
  key(labels: readonly string[], fields: readonly string[]): string {
    return [...labels, this.unitOf(fields)].join("\u0000");
  }

  /** What each column of figures counts in such a row; undefined where a label is not understood. */
  counted(
    labels: readonly string[],
    fields: readonly string[],
  ): readonly (Counted | undefined)[] | undefined {
    const unit = this.unitOf(fields);
    return countedIn(
      unit === "" ? labels : labels.map((label, i) => this.inUnit(label, i, unit)),
      this.columns,
      this.figures,
    );
  }

  private unitOf(fields: readonly string[]): string {
    return this.unit === undefined ? "" : (fields[this.unit] ?? "").trim();
  }

  /** 经费总额 beside 万元 is 经费总额(万元), as a head would write it; a unit in the label itself stays. */
  private inUnit(label: string, item: number, unit: string): string {
    const role = this.columns[item]?.role;
    if (
      role?.is !== "item" ||
      role.item !== "variable" ||
      /[)）]\s*$/u.test(label) ||
      readUnit(unit) === undefined
    )
      return label;
    return `${label}(${unit})`;
  }
}

/**
 * What each column of figures counts in the rows of one item: the item's age and sex crossed with what the column counts by itself.
 * Undefined for a column that says nothing of the item (households in a row of females); undefined as a whole where a label is not understood.
 */
function countedIn(
  labels: readonly string[],
  items: readonly PlannedColumn[],
  columns: readonly PlannedColumn[],
): readonly (Counted | undefined)[] | undefined {
  let item: Item | undefined;
  for (let i = 0; i < items.length; i++) {
    const role = (items[i] as PlannedColumn).role;
    if (role.is !== "item") continue;
    const read = readLabel(labels[i] as string, role.item, role.of);
    const both = item === undefined ? read : read && cross(item, read);
    if (!both) return undefined;
    item = both;
  }
  if (!item) return undefined;
  const meant = item;
  const said = items.flatMap(({ role }) => (role.is === "item" ? (role.of ?? []) : []))[0];
  return columns.map((column) => inColumn(meant, column, said));
}

function readLabel(
  text: string,
  kind: "band" | "variable",
  of: Subject | undefined,
): Item | undefined {
  const label = text.trim();
  if (kind === "band" && isWholeLabel(label)) return { is: "people", band: everyone };
  const readers = kind === "band" ? [asBand, asVariable] : [asVariable, asBand];
  for (const read of readers) {
    const item = read(label, of);
    if (item) return kind === "variable" && leavesOpen(label, item, of) ? undefined : item;
  }
  return undefined;
}

/** 男 in a column of indicators, of which it is not told whom it counts. */
function leavesOpen(label: string, item: Item, of: Subject | undefined): boolean {
  if (of !== undefined || item.is === "variable") return false;
  const meaning = matchHeader(label);
  return !(meaning.kind === "variable" || (meaning.kind === "band" && meaning.open !== true));
}

/** Where it is not told whom the table counts (`said`), that is left to the column of the figures. */
function asBand(label: string, said: Subject | undefined): Item | undefined {
  const of = said ?? "residents";
  const band =
    parseBandLabel(label, of) ??
    parseBandLabel(label.replace(/(?:合计|总计|小计|合計|總計|小計|计|計)$/u, ""), of) ??
    letterOfSex(label, of);
  return band && { is: "people", band, ...(band.of !== of && { of: band.of }) };
}

/** M and F, 1 and 2 are codes of sex; only the letters are read. */
function letterOfSex(label: string, of: Subject): AgeBand | undefined {
  if (/^m$/i.test(label)) return { of, sex: "male", ...everyone };
  return /^f$/i.test(label) ? { of, sex: "female", ...everyone } : undefined;
}

function asVariable(label: string): Item | undefined {
  const meaning = matchHeader(label);
  const unit = "unit" in meaning && meaning.unit ? { unit: meaning.unit } : {};
  if (meaning.kind === "band")
    return {
      is: "people",
      band: meaning.band,
      ...(meaning.open !== true && { of: meaning.band.of }),
      ...unit,
    };
  if (meaning.kind !== "variable") return undefined;
  if (meaning.variable === "residents" || meaning.variable === "members")
    return { is: "people", band: everyone, of: meaning.variable, ...unit };
  return {
    is: "variable",
    counted: { quantity: meaning.variable, rules: rulesFor(meaning.variable, meaning.unit) },
  };
}

function cross(a: Item, b: Item): Item | undefined {
  if (a.is === "variable")
    return b.is === "people" && isEveryAge(b.band) && !b.band.sex ? a : undefined;
  if (b.is === "variable") return cross(b, a);
  const band = crossBands(a.band, b.band);
  const of = a.of ?? b.of;
  if (!band || (a.of && b.of && a.of !== b.of)) return undefined;
  const unit = a.unit ?? b.unit;
  return { is: "people", band, ...(of && { of }), ...(unit && { unit }) };
}

/** Those in both: the ages of one and the sex of the other. Two different sexes, or two different ages, have nobody in common to count. */
function crossBands(
  a: Omit<AgeBand, "of">,
  b: Omit<AgeBand, "of">,
): Omit<AgeBand, "of"> | undefined {
  if (a.sex && b.sex && a.sex !== b.sex) return undefined;
  const ages = isEveryAge(a) ? b : a;
  if (!isEveryAge(a) && !isEveryAge(b) && (a.from !== b.from || a.to !== b.to)) return undefined;
  const sex = a.sex ?? b.sex;
  return { from: ages.from, to: ages.to, ...(sex && { sex }) };
}

/** `said` is whom the table counts where neither the label nor the column says so. */
function inColumn(
  item: Item,
  { role }: PlannedColumn,
  said: Subject | undefined,
): Counted | undefined {
  if (item.is === "variable")
    return role.is === "value"
      ? { quantity: item.counted.quantity, rules: scaled(item.counted, role.rules) }
      : undefined;
  if (role.is === "value") {
    const of = item.of ?? said;
    return of && people(item, { of, ...everyone }, role.rules);
  }
  if (role.is !== "quantity") return undefined;
  const { quantity, rules } = role;
  if (quantity === "residents" || quantity === "members")
    return people(item, { of: quantity, ...everyone }, rules);
  const band = parseBandId(quantity);
  if (band) return people(item, band, rules);
  return isEveryAge(item.band) && !item.band.sex ? { quantity, rules } : undefined;
}

/** A unit that the item itself names wins over the column's. */
const scaled = ({ quantity, rules }: Counted, column: CellRules): CellRules => {
  const decimalComma = column.decimalComma ? { decimalComma: true } : {};
  const fits =
    findVariable(quantity)?.unit === column.unit &&
    rules.exponent === 0 &&
    rules.factor === undefined;
  return { ...rules, ...decimalComma, ...(fits && { exponent: column.exponent }) };
};

function people(
  item: Item & { is: "people" },
  column: AgeBand,
  rules: CellRules,
): Counted | undefined {
  if (item.of && item.of !== column.of) return undefined;
  const band = crossBands(item.band, column);
  const own = item.unit
    ? { ...rulesFor(column.of, item.unit), ...(rules.decimalComma && { decimalComma: true }) }
    : rules;
  return band && { quantity: bandId({ of: column.of, ...band }), rules: own };
}

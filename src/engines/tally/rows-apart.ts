import { withoutIdentity } from "../../codebook/identity.ts";
import { parseCell } from "../../intake/cells/cell.ts";
import type { RaisedFinding } from "../../intake/findings.ts";
import type { PlannedColumn, ReadingPlan } from "../../intake/plan.ts";
import type { TableRecord } from "../../intake/records/records.ts";
import { mayTellApart } from "../../intake/rows/telling-columns.ts";
import { isWholeLabel } from "../../intake/rows/whole-labels.ts";
import { codes } from "../../survey/codes.ts";
import type { Measured } from "../../survey/measured.ts";
import type { Target } from "./quantity-cells.ts";

/** A figure of a row: in which cell it stands, and where it would go. */
export interface FigureAt {
  readonly field: number;
  readonly target: Target;
  readonly key: number;
}

/** A further row of an area, a period and an item that has one already. */
interface Again {
  readonly entry: number;
  readonly group: number;
  readonly line: number;
  readonly labels: readonly number[];
  readonly figures: readonly FigureAt[];
  readonly values: readonly (Measured | undefined)[];
}

/** A column that may tell rows of one area apart, and what it says of the first row of each. */
interface Candidate {
  readonly column: PlannedColumn;
  readonly numbers: Map<string, number>;
  readonly texts: string[];
  readonly first: number[];
}

/** A row of an entry as it is compared with the others. */
interface Row {
  readonly labels: readonly string[];
  readonly values: readonly (Measured | undefined)[];
}

/** What was decided of the rows that stand beside the first one of their area. */
export type Verdict =
  /** The row for the whole stands among its parts, and proves itself. */
  | { readonly is: "whole"; readonly finding: RaisedFinding }
  /** They are parts of something; nothing says whether of the whole. */
  | { readonly is: "parts"; readonly finding: RaisedFinding };

/** A column with more values is none of categories. */
const MOST_LABELS = 300;
const MOST_AGAIN = 500_000;
const MOST_TOLD = 8;
/** So many of the areas at least have several rows where a category tells them apart; fewer are slips. */
const LEAST_SHARE = 0.2;
/** And so many where nothing does: the rows are of something finer than the areas. */
const LEAST_SHARE_UNTOLD = 0.6;

/**
 * Rows of one area, period and item beside each other: whether a column that is not understood tells them apart (户口性质: 本地, 外来), so that
 * they are parts, and whether one of them is the whole of the others.
 */
export class RowsApart {
  private readonly candidates: readonly Candidate[];
  private readonly again: Again[] = [];
  private readonly entries = new Map<string, number>();
  private readonly groupsMet = new Set<number>();
  private areaOf: (group: number) => string = String;

  constructor(plan: ReadingPlan) {
    this.candidates = plan.addParts
      ? []
      : plan.columns
          .filter(mayTellApart)
          .map((column) => ({ column, numbers: new Map(), texts: [], first: [] }));
  }

  /** The number of what a row of a long table is about: its area and period, and its item. */
  entryOf(group: number, item: string): number {
    if (this.candidates.length === 0) return group;
    const key = `${group}\u0000${item}`;
    const known = this.entries.get(key);
    if (known !== undefined) return known;
    const entry = this.entries.size;
    this.entries.set(key, entry);
    return entry;
  }

  /** Notes the first row of an entry. */
  noteFirst(entry: number, fields: readonly string[]): void {
    for (const candidate of this.candidates) {
      const label = this.labelOf(candidate, fields);
      if (label >= 0) candidate.first[entry] = label;
    }
  }

  /** Notes a further row of an entry. */
  noteAgain(
    entry: number,
    group: number,
    { fields, line }: TableRecord,
    figures: readonly FigureAt[],
  ): void {
    this.groupsMet.add(group);
    if (this.again.length >= MOST_AGAIN) return;
    this.again.push({
      entry,
      group,
      line,
      labels: this.candidates.map((candidate) => this.labelOf(candidate, fields)),
      figures,
      values: figures.map(({ field, target }) => {
        const read = parseCell(fields[field] ?? "", target.rules);
        return read.kind === "number" ? read.measured : undefined;
      }),
    });
  }

  private labelOf(candidate: Candidate, fields: readonly string[]): number {
    const { numbers, texts, column } = candidate;
    const text = (fields[column.index] ?? "").trim();
    let label = numbers.get(text);
    if (label === undefined) {
      if (numbers.size > MOST_LABELS) return -1;
      label = numbers.size;
      numbers.set(text, label);
      texts.push(text);
    }
    return label;
  }

  /**
   * What the further rows are, where `groups` areas (in so many periods) were met, each of the area that `areaOf` names; undefined where they are slips: areas that stand twice.
   * Where one of the rows is the whole of the others, it takes their place in the columns.
   */
  decide(groups: number, areaOf: (group: number) => string): Verdict | undefined {
    this.areaOf = areaOf;
    if (this.again.length === 0) return undefined;
    const byEntry = new Map<number, Again[]>();
    for (const row of this.again) {
      const rows = byEntry.get(row.entry);
      if (rows) rows.push(row);
      else byEntry.set(row.entry, [row]);
    }
    const share = this.groupsMet.size / groups;
    const telling = share >= LEAST_SHARE ? this.tellingColumns(byEntry) : [];
    if (telling.length === 0)
      return groups > 1 && share > LEAST_SHARE_UNTOLD && this.areOfSomethingFiner(byEntry)
        ? { is: "parts", finding: this.finding(codes.rowsOfParts, []) }
        : undefined;
    const wholes = this.wholesOf(byEntry, telling);
    if (!wholes) return { is: "parts", finding: this.finding(codes.unknownCategory, telling) };
    for (const { figures, values } of wholes)
      figures.forEach(({ target, key }, i) => {
        target.column.set(key, values[i] ?? { absent: "no-data" });
      });
    return { is: "whole", finding: this.finding(codes.categoryTotal, telling) };
  }

  /** The fewest columns by which the rows of every entry are told apart, with words that come again in other areas; none where there are no such. */
  private tellingColumns(byEntry: ReadonlyMap<number, readonly Again[]>): number[] {
    const all = this.candidates.flatMap(({ numbers }, i) =>
      numbers.size > 1 && numbers.size <= MOST_LABELS ? [i] : [],
    );
    const tells = (columns: readonly number[]): boolean =>
      columns.length > 0 &&
      [...byEntry].every(([entry, rows]) => {
        const labels = [
          columns.map((i) => this.candidates[i]?.first[entry] ?? -1).join(),
          ...rows.map((row) => columns.map((i) => row.labels[i]).join()),
        ];
        return new Set(labels).size === labels.length;
      });
    const alone = all
      .filter((i) => tells([i]) && this.comeAgain(i, byEntry))
      .sort(
        (a, b) =>
          (this.candidates[a] as Candidate).texts.length -
          (this.candidates[b] as Candidate).texts.length,
      );
    if (alone.length > 0) return [alone[0] as number];
    let columns = all.filter((i) => this.comeAgain(i, byEntry));
    if (!tells(columns)) return [];
    for (const i of [...columns]) {
      const fewer = columns.filter((other) => other !== i);
      if (tells(fewer)) columns = fewer;
    }
    return columns;
  }

  /** Whether most words of a column stand in several entries, as those of a category do. */
  private comeAgain(at: number, byEntry: ReadonlyMap<number, readonly Again[]>): boolean {
    const { first, texts } = this.candidates[at] as Candidate;
    const entries = texts.map(() => new Set<number>());
    first.forEach((label, entry) => {
      entries[label]?.add(entry);
    });
    for (const [entry, rows] of byEntry)
      for (const { labels } of rows) entries[labels[at] as number]?.add(entry);
    const used = entries.filter(({ size }) => size > 0);
    const total = new Set(used.flatMap((set) => [...set])).size;
    return total === 1 || used.filter(({ size }) => size > 1).length >= used.length / 2;
  }

  /** The row of each entry that is the whole of the others, where every entry has one that equals their sum; undefined elsewhere. */
  private wholesOf(
    byEntry: ReadonlyMap<number, readonly Again[]>,
    telling: readonly number[],
  ): Again[] | undefined {
    const isWhole = telling.map((i) => (this.candidates[i] as Candidate).texts.map(isWholeLabel));
    const areWhole = (labels: readonly (number | undefined)[]): boolean =>
      labels.every((label, k) => label !== undefined && isWhole[k]?.[label] === true);
    const firstOf = (entry: number): (number | undefined)[] =>
      telling.map((i) => this.candidates[i]?.first[entry]);
    const entries = this.candidates[telling[0] as number]?.first.length ?? 0;
    for (let entry = 0; entry < entries; entry++)
      if (!byEntry.has(entry) && firstOf(entry)[0] !== undefined && !areWhole(firstOf(entry)))
        return undefined;
    const wholes: Again[] = [];
    let proven = 0;
    for (const [entry, rows] of byEntry) {
      const [{ figures }] = rows as [Again];
      const isWholeAt = (label: number | undefined, k: number): boolean =>
        label !== undefined && isWhole[k]?.[label] === true;
      const all = [
        {
          labels: firstOf(entry),
          values: figures.map(({ target, key }) =>
            target.column.count(key) > 0 ? target.column.at(key) : undefined,
          ),
        },
        ...rows.map((row) => ({ labels: telling.map((i) => row.labels[i]), values: row.values })),
      ].map(({ labels, values }) => ({ wholes: labels.map(isWholeAt), values }));
      const whole = all.filter(({ wholes: own }) => own.every(Boolean));
      const [only, second] = whole;
      if (!only || second) return undefined;
      const { values } = only;
      const compared = isSumOfParts(all, values, figures);
      if (compared === undefined) return undefined;
      proven += compared;
      const again = rows.find((row) => row.values === values);
      if (again) wholes.push(again);
    }
    return proven > 0 ? wholes : undefined;
  }

  /** Whether the rows of most areas have other figures, so that none is a slip, and none is the sum of the others. */
  private areOfSomethingFiner(byEntry: ReadonlyMap<number, readonly Again[]>): boolean {
    let other = 0;
    let sums = 0;
    for (const rows of byEntry.values()) {
      const [{ figures }] = rows as [Again];
      const first = figures.map(({ target, key }) => plainValue(target.column.at(key)));
      const all = [first, ...rows.map(({ values }) => values.map(plainValue))];
      if (
        figures.length === 0 ||
        all.slice(1).some((row) => row.some((value, i) => value !== first[i]))
      )
        other++;
      if (figures.length > 0 && all.length > 2 && all.some((row) => isSum(row, all))) sums++;
    }
    return other > byEntry.size / 2 && sums < byEntry.size / 2;
  }

  private finding(code: RaisedFinding["code"], telling: readonly number[]): RaisedFinding {
    const columns = telling.map((i) => this.candidates[i] as Candidate);
    const [first] = columns;
    const headers = columns.map(({ column }) =>
      column.header === "" ? String(column.index + 1) : column.header,
    );
    const words = columns.flatMap(({ texts }) => texts.filter((text) => text !== ""));
    return {
      code,
      place: {
        line: this.again[0]?.line ?? 1,
        ...(first && { field: first.column.index + 1, header: first.column.header }),
      },
      args: {
        n: new Set([...this.groupsMet].map(this.areaOf)).size,
        ...(headers.length > 0 && { headers }),
        ...(words.length > 0 && { values: words.slice(0, MOST_TOLD).map(withoutIdentity) }),
      },
    };
  }
}

const plainValue = (m: Measured | undefined): number | undefined =>
  m !== undefined && "value" in m ? m.value : undefined;

const near = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

const isSum = (
  row: readonly (number | undefined)[],
  all: readonly (readonly (number | undefined)[])[],
): boolean =>
  row.every((value, i) => {
    const parts = all.flatMap((other) => (other === row ? [] : [other[i] ?? Number.NaN]));
    return (
      value === undefined ||
      near(
        value,
        parts.reduce((sum, part) => sum + part, 0),
      )
    );
  });

/**
 * In how many figures the whole equals the sum of its parts: the rows that are no whole of any column, or else those that are the whole of all
 * but one; undefined where it differs in any, or where nothing can be compared.
 */
function isSumOfParts(
  rows: readonly { readonly wholes: readonly boolean[]; readonly values: Row["values"] }[],
  whole: Row["values"],
  figures: readonly FigureAt[],
): number | undefined {
  const width = rows[0]?.wholes.length ?? 0;
  const crossed = rows.filter(({ wholes }) => wholes.every((own) => !own));
  const margins = Array.from({ length: width }, (_, k) =>
    rows.filter(({ wholes }) => wholes.every((own, i) => own === (i !== k))),
  );
  const sets = [crossed, ...(width > 1 ? margins : [])].filter((set) => set.length > 0);
  let compared = 0;
  for (const set of sets)
    for (const [i, { target }] of figures.entries()) {
      if (!target.addsUp) continue;
      const total = plainValue(whole[i]);
      const parts = set.map(({ values }) => plainValue(values[i]));
      if (total === undefined && parts.every((part) => part === undefined)) continue;
      if (total === undefined || parts.some((part) => part === undefined)) return undefined;
      if (
        !near(
          total,
          (parts as number[]).reduce((sum, part) => sum + part, 0),
        )
      )
        return undefined;
      if (set.length > 1 && total > 0) compared++;
    }
  return compared;
}

import { nameParts, normalName } from "../codebook/area-names.ts";
import type { Area } from "../survey/area.ts";
import type { Column } from "../survey/column.ts";
import { isExact } from "../survey/measured.ts";
import type { IdentifiedTable } from "./levels-of-tables.ts";

interface PartsOfUnit {
  /** Positions of the areas in it. */
  readonly areas: readonly number[];
  /** The tables that have the unit, and not the areas in it. */
  readonly above: ReadonlySet<number>;
}

export interface UnitsAndParts {
  readonly partsOf: ReadonlyMap<number, PartsOfUnit>;
  /** Pairs of tables of two levels of which nothing says what lies in what, and the quantities that both give. */
  readonly undecided: readonly {
    readonly upper: number;
    readonly lower: number;
    readonly quantities: readonly string[];
  }[];
}

/** A code of so many figures is one of an official list, whose beginning is that of the unit above. */
const LEAST_CODE = 6;
/**
 * So many significant figures of sums that agree are no chance: 13257, or 2700 and 8100; round figures meet often. Where the kinds of units say that one is above
 * the other, one is enough.
 */
const LEAST_DIGITS = 4;

/**
 * Which areas of some tables are units that hold areas of others: those that these name as parents, of which their codes begin with the code, after
 * which their sheet or file is called, or to whose figures theirs add up in every quantity that both have.
 */
export function partsOfUnits(
  tables: readonly IdentifiedTable[],
  areas: readonly Area[],
): UnitsAndParts {
  const units = new Units(tables);
  byParents(units, areas);
  byCodes(units, areas);
  byTitles(units, areas);
  const undecided = bySums(units, areas);
  return { partsOf: units.found(), undecided };
}

/** The tables, and what has been found of their units. */
class Units {
  /** Area → the tables it stands in. */
  readonly tablesOf = new Map<number, Set<number>>();
  private readonly parts = new Map<number, Set<number>>();
  private readonly above = new Map<number, Set<number>>();

  constructor(readonly tables: readonly IdentifiedTable[]) {
    for (const [at, { areaOf }] of tables.entries())
      for (const area of areaOf) {
        const own = this.tablesOf.get(area);
        if (own) own.add(at);
        else this.tablesOf.set(area, new Set([at]));
      }
  }

  /** Notes that an area lies in a unit, where they stand in different tables; a table that has both is one of a single level, or was cleared before. */
  add(unit: number, part: number): void {
    if (unit === part) return;
    const below = this.tablesOf.get(part) ?? new Set();
    const above = this.tablesOf.get(unit) ?? new Set();
    if ([...above].some((table) => below.has(table))) return;
    const own = this.parts.get(unit);
    if (own) own.add(part);
    else {
      this.parts.set(unit, new Set([part]));
      this.above.set(unit, above);
    }
  }

  has(unit: number): boolean {
    return this.parts.has(unit);
  }

  found(): Map<number, PartsOfUnit> {
    return new Map(
      [...this.parts].map(([unit, parts]) => [
        unit,
        { areas: [...parts], above: this.above.get(unit) as ReadonlySet<number> },
      ]),
    );
  }
}

function byParents(units: Units, areas: readonly Area[]): void {
  const named = new Map<string, number[]>();
  for (const [i, { parents }] of areas.entries())
    for (const parent of new Set(parents.map(normalName))) {
      const own = named.get(parent);
      if (own) own.push(i);
      else named.set(parent, [i]);
    }
  if (named.size === 0) return;
  const stems = new Map<string, string[]>();
  for (const normal of named.keys()) {
    const { stem } = nameParts(normal);
    stems.set(stem, [...(stems.get(stem) ?? []), normal]);
  }
  for (const [unit, { name, parents }] of areas.entries()) {
    const normal = normalName(name);
    const alike = named.has(normal) ? [normal] : (stems.get(nameParts(name).stem) ?? []);
    if (alike.length !== 1) continue;
    for (const part of named.get(alike[0] as string) ?? []) {
      const above = (areas[part] as Area).parents.map(normalName);
      const higher = above.slice(0, above.indexOf(alike[0] as string));
      if (agreeFromTheNearest(higher, parents.map(normalName))) units.add(unit, part);
    }
  }
}

function agreeFromTheNearest(a: readonly string[], b: readonly string[]): boolean {
  const depth = Math.min(a.length, b.length);
  for (let i = 1; i <= depth; i++) if (a.at(-i) !== b.at(-i)) return false;
  return true;
}

function byCodes(units: Units, areas: readonly Area[]): void {
  const stems = new Map<string, number>();
  for (const [i, { code }] of areas.entries()) {
    const stem = stemOf(code);
    if (stem.length >= LEAST_CODE && !stems.has(stem)) stems.set(stem, i);
  }
  if (stems.size === 0) return;
  for (const [part, { code }] of areas.entries()) {
    const own = stemOf(code);
    for (let length = own.length - 1; length >= LEAST_CODE; length--) {
      const unit = stems.get(own.slice(0, length));
      if (unit !== undefined && isAboveByLength(areas[unit]?.code ?? "", code ?? ""))
        units.add(unit, part);
    }
  }
}

/** 110105000000 and 110105001000 are of one list; 110105001 lies in 110105, and 110105 in 110105001. A number that only happens to be longer by one is none. */
const isAboveByLength = (unit: string, part: string): boolean =>
  unit.length === part.length ? /00$/u.test(unit) : part.length - unit.length >= 2;

const stemOf = (code: string | null): string =>
  code !== null && /^\d+$/u.test(code) ? code.replace(/(?:00)+0?$/u, "") : "";

/** A sheet, or a file, that bears the name of a unit of another table holds the areas in it. */
function byTitles(units: Units, areas: readonly Area[]): void {
  const named = new Map<string, number[]>();
  for (const [at, { file, part }] of units.tables.entries()) {
    const title =
      part.groups[0]?.place.sheet ?? (file.split(/[\\/]/u).at(-1) ?? "").replace(/\.[^.]*$/u, "");
    const normal = normalName(title);
    named.set(normal, [...(named.get(normal) ?? []), at]);
  }
  for (const [unit, { name }] of areas.entries())
    for (const at of named.get(normalName(name)) ?? [])
      for (const part of new Set(units.tables[at]?.areaOf)) units.add(unit, part);
}

/** Sums of the quantities of a table by period; undefined where one has figures that are not exact. */
type Sums = ReadonlyMap<string, Sum>;

interface Sum {
  readonly sum: number;
  /** Of how many figures other than 0. */
  readonly figures: number;
}

/**
 * Tables without an area in common of which one adds up to the other, or to one of its units, in every quantity that both give. Where the kinds of units say that
 * they are of two levels, but the sums differ, it is undecided.
 */
function bySums(units: Units, areas: readonly Area[]): UnitsAndParts["undecided"] {
  const { tables } = units;
  const sums = tables.map(sumsOf);
  const members = tables.map(({ areaOf }) => new Set(areaOf));
  const standings = members.map((own) => standingOf(own, areas));
  const all = sums.reduce((whole, own) => combine(whole, own, 1), new Map<string, Sum>());
  const areasOfAll = members.reduce((n, own) => n + own.size, 0);
  /** A sum is one of several. */
  const lists = members.flatMap((own, at) => (own.size > 1 ? [at] : []));
  const undecided: UnitsAndParts["undecided"][number][] = [];
  for (const [upper, above] of members.entries()) {
    if ([...above].some((unit) => units.has(unit))) continue;
    const own = sums[upper] as Sums;
    const standing = standings[upper] as Standing;
    const least = (at: number): number =>
      standing.rank > Math.max(1, (standings[at] as Standing).rank) ? 1 : LEAST_DIGITS;
    const sharing = new Set([...above].flatMap((area) => [...(units.tablesOf.get(area) ?? [])]));
    const lower = lists.filter(
      (at) => !sharing.has(at) && mayLieIn(standings[at] as Standing, standing),
    );
    const longer = lower.filter((at) => sizeOf(members, at) > above.size);
    const one = longer.find((at) => agreeOn(own, sums[at] as Sums, least(at)));
    if (one !== undefined) {
      addAll(units, above, members[one] as ReadonlySet<number>);
      continue;
    }
    const others = [...sharing].reduce((n, at) => n + sizeOf(members, at), 0);
    const apart = members.flatMap((_, at) => (sharing.has(at) ? [] : [at]));
    if (
      areasOfAll - others > above.size &&
      apart.length > 1 &&
      apart.every((at) => mayLieIn(standings[at] as Standing, standing))
    ) {
      const rest = new Map(all);
      for (const at of sharing) combine(rest, sums[at] as Sums, -1);
      if (agreeOn(own, rest, LEAST_DIGITS)) {
        for (const at of apart) addAll(units, above, members[at] as ReadonlySet<number>);
        continue;
      }
    }
    const known = lower.filter((at) => {
      const unit = unitThatIs(tables[upper] as IdentifiedTable, sums[at] as Sums, least(at));
      if (unit !== undefined) addAll(units, new Set([unit]), members[at] as ReadonlySet<number>);
      return unit !== undefined;
    });
    if (known.length > 0 || longer.length === 0) continue;
    for (const at of lower) {
      const shared = sharedQuantities(own, sums[at] as Sums);
      if (shared.length > 0 && standing.rank > (standings[at]?.rank || standing.rank))
        undecided.push({ upper, lower: at, quantities: shared });
    }
  }
  return undecided;
}

/** What the names of a table's areas say of their level: the rank of their kind, and how many units above they state at least. */
interface Standing {
  readonly rank: number;
  readonly depth: number;
}

function standingOf(members: ReadonlySet<number>, areas: readonly Area[]): Standing {
  let depth = Number.POSITIVE_INFINITY;
  for (const i of members) depth = Math.min(depth, (areas[i] as Area).parents.length);
  return { rank: rankOf(members, areas), depth };
}

/** Whether neither the kinds of units nor what they lie in says that areas cannot lie in others. */
const mayLieIn = (below: Standing, above: Standing): boolean =>
  (below.rank === 0 || above.rank === 0 || below.rank < above.rank) &&
  (above.depth === 0 || below.depth > above.depth);

const sizeOf = (members: readonly ReadonlySet<number>[], at: number): number =>
  members[at]?.size ?? 0;

/** The one area of a table whose figures are the sums, in every quantity and period that both have. */
function unitThatIs(
  { part, areaOf, periods }: IdentifiedTable,
  sums: Sums,
  least: number,
): number | undefined {
  const digits = new Map<number, number>();
  const differs = new Set<number>();
  for (const [quantity, column] of part.quantities)
    for (let i = 0; i < areaOf.length; i++) {
      const figure = exactOf(column, i);
      const sum = sums.get(keyOf(quantity, periods[i]));
      if (figure === undefined || sum === undefined) continue;
      const area = areaOf[i] as number;
      if (!sameSum(figure, sum.sum)) differs.add(area);
      else if (sum.figures > 1) digits.set(area, (digits.get(area) ?? 0) + digitsOf(figure));
    }
  const found = [...digits].flatMap(([area, n]) =>
    !differs.has(area) && n >= least ? [area] : [],
  );
  return found.length === 1 ? found[0] : undefined;
}

function addAll(units: Units, above: ReadonlySet<number>, below: ReadonlySet<number>): void {
  for (const unit of above) for (const part of below) units.add(unit, part);
}

const keyOf = (quantity: string, period: string | undefined): string =>
  `${quantity}\u0000${period ?? ""}`;

const sameSum = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.abs(a);

/** Quantity and period → the sum over the groups; NaN where a figure is not exact. */
function sumsOf({ part, areaOf, periods }: IdentifiedTable): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const [quantity, column] of part.quantities)
    for (let i = 0; i < areaOf.length; i++) {
      const figure = exactOf(column, i);
      if (figure === undefined) continue;
      const key = keyOf(quantity, periods[i]);
      const { sum, figures } = sums.get(key) ?? { sum: 0, figures: 0 };
      sums.set(key, { sum: sum + figure, figures: figures + (figure === 0 ? 0 : 1) });
    }
  return sums;
}

function exactOf(column: Column, i: number): number | undefined {
  if (column.count(i) === 0) return undefined;
  const figure = column.at(i);
  return isExact(figure) ? figure.value : Number.NaN;
}

/** Adds sums to others, or takes them off. */
function combine(to: Map<string, Sum>, sums: Sums, sign: 1 | -1): Map<string, Sum> {
  for (const [key, { sum, figures }] of sums) {
    const before = to.get(key) ?? { sum: 0, figures: 0 };
    to.set(key, { sum: before.sum + sign * sum, figures: before.figures + sign * figures });
  }
  return to;
}

function sharedQuantities(a: Sums, b: Sums): string[] {
  const shared = [...a.keys()].filter((key) => b.has(key));
  return [...new Set(shared.map((key) => key.split("\u0000")[0] as string))];
}

/** How many figures of a sum are significant: 2 of 2700. */
const digitsOf = (sum: number): number =>
  String(Number(sum.toPrecision(12)))
    .replace(/e.*$/u, "")
    .replace(/[-.]/gu, "")
    .replace(/^0+|0+$/gu, "").length;

/** Whether all sums that both have are equal, each below of two figures at least, and so many that it is no chance. */
function agreeOn(a: Sums, b: Sums, least: number): boolean {
  let digits = 0;
  for (const [key, { sum }] of a) {
    const other = b.get(key);
    if (other === undefined) continue;
    if (!sameSum(sum, other.sum)) return false;
    if (other.figures > 1) digits += digitsOf(sum);
  }
  return digits >= least;
}

const kinds: readonly RegExp[] = [
  /(?:社区|居委会|村|里|community|village)$/u,
  /(?:街道|镇|乡|street|township|subdistrict)$/u,
  /(?:区|县|旗|市|district|county|borough|city)$/u,
];

/** How high the kind of unit stands that the names of all areas say; 0 where they say none, or several. */
function rankOf(members: ReadonlySet<number>, areas: readonly Area[]): number {
  let rank = 0;
  for (const i of members) {
    const { name } = areas[i] as Area;
    const { stem, kind } = nameParts(name);
    const own = 1 + kinds.findIndex((words) => words.test(kind === "" ? stem : kind));
    if (own === 0 || (rank !== 0 && own !== rank)) return 0;
    rank = own;
  }
  return rank;
}

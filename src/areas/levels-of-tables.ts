import { sum } from "simple-statistics";
import { findVariable } from "../codebook/index.ts";
import type { ExcludedRow, Group, Part } from "../engines/engine.ts";
import type { Area, Period } from "../survey/area.ts";
import { codes } from "../survey/codes.ts";
import { Column } from "../survey/column.ts";
import type { Finding } from "../survey/finding.ts";
import { isExact } from "../survey/measured.ts";
import { partsOfUnits } from "./parts-of-units.ts";

/** A table whose groups are known by their areas and periods. */
export interface IdentifiedTable {
  readonly file: string;
  readonly part: Part;
  /** Group by group: the position of its area. */
  readonly areaOf: readonly number[];
  /** Group by group. */
  readonly periods: readonly (Period | undefined)[];
}

export interface SeparatedLevels {
  /** The tables without figures that stand in parts elsewhere. */
  readonly tables: readonly IdentifiedTable[];
  readonly findings: readonly Omit<Finding, "severity">[];
  /** Pairs of tables, by position, of which nobody can say what of the one lies in what of the other. */
  readonly undecided: readonly { readonly upper: number; readonly lower: number }[];
  /** Whether larger units stand beside the areas in them. */
  readonly mixed: boolean;
}

/**
 * Takes out of several tables what is counted twice: the figures of a unit (a street) of which another table has the areas in it (its communities). A
 * figure that only the larger unit has stays. A unit whose parts do not add up to it is told, and counted by its parts. Where nothing says which areas lie in which,
 * but the kinds of units or their sums say that the tables are of two levels, what both give is undecided.
 */
export function separateLevels(
  tables: readonly IdentifiedTable[],
  areas: readonly Area[],
): SeparatedLevels {
  const { partsOf, undecided } = partsOfUnits(tables, areas);
  const findings: Omit<Finding, "severity">[] = undecided.map(({ upper, lower, quantities }) => {
    const [above, below] = [tables[upper], tables[lower]] as [IdentifiedTable, IdentifiedTable];
    const place = { file: above.file, ...(above.part.groups[0] as Group).place };
    const args = { file: labelOf(above), other: labelOf(below), variables: quantities.map(idOf) };
    return { code: codes.levelsUndecided, place, args };
  });
  if (partsOf.size === 0) return { tables, findings, undecided, mixed: false };
  const given = figuresByArea(tables);
  let mixed = false;
  const separated = tables.map((table, at) => {
    const covered = new Map<number, ReadonlySet<string>>();
    const taken: Area[] = [];
    const left: Area[] = [];
    const leftVariables = new Set<string>();
    for (const [i, area] of table.areaOf.entries()) {
      const parts = partsOf.get(area);
      if (parts === undefined || !parts.above.has(at)) continue;
      const inParts = new Set<string>();
      const misses: Omit<Finding, "severity">[] = [];
      let others = 0;
      for (const [quantity, column] of table.part.quantities) {
        if (column.count(i) === 0) continue;
        const figures = parts.areas.flatMap(
          (part) => given(quantity, part, table.periods[i], at) ?? [],
        );
        if (figures.length === 0) {
          others++;
          leftVariables.add(idOf(quantity));
          continue;
        }
        inParts.add(quantity);
        const miss = missOf(table, i, quantity, column, figures);
        if (miss) misses.push(miss);
      }
      findings.push(...misses);
      covered.set(i, inParts);
      if (inParts.size > 0 && misses.length === 0) taken.push(areas[area] as Area);
      if (others > 0) left.push(areas[area] as Area);
    }
    if (covered.size === 0) return table;
    if (taken.length > 0) findings.push(told(codes.levelsInTables, table, taken));
    if (left.length > 0) {
      mixed = true;
      findings.push(told(codes.levelsMixed, table, left, [...leftVariables]));
    }
    return withoutFigures(table, covered);
  });
  return { tables: separated, findings, undecided, mixed };
}

const idOf = (quantity: string): string => findVariable(quantity)?.id ?? quantity;

/** A table as it is called in a finding: its file, and its sheet. */
function labelOf({ file, part }: IdentifiedTable): string {
  const sheet = part.groups[0]?.place.sheet;
  return sheet === undefined ? file : `${file} ${sheet}`;
}

/** Looks up what tables other than one give of an area in a period; a table without periods gives it for any. */
function figuresByArea(
  tables: readonly IdentifiedTable[],
): (
  quantity: string,
  area: number,
  period: Period | undefined,
  except: number,
) => number | "not exact" | undefined {
  const byArea = new Map<number, { readonly table: number; readonly group: number }[]>();
  for (const [table, { areaOf }] of tables.entries())
    for (const [group, area] of areaOf.entries()) {
      const own = byArea.get(area);
      if (own) own.push({ table, group });
      else byArea.set(area, [{ table, group }]);
    }
  return (quantity, area, period, except) => {
    for (const { table, group } of byArea.get(area) ?? []) {
      if (table === except) continue;
      const { part, periods } = tables[table] as IdentifiedTable;
      const own = periods[group];
      if (own !== undefined && period !== undefined && own !== period) continue;
      const column = part.quantities.get(quantity);
      if (column === undefined || column.count(group) === 0) continue;
      const figure = column.at(group);
      return isExact(figure) ? figure.value : "not exact";
    }
    return undefined;
  };
}

/** The finding on a unit to which its parts do not add up. */
function missOf(
  { file, part, periods }: IdentifiedTable,
  i: number,
  quantity: string,
  column: Column,
  figures: readonly (number | "not exact")[],
): Omit<Finding, "severity"> | undefined {
  if (findVariable(quantity)?.parts === "same") return undefined;
  const whole = column.at(i);
  const exact = figures.filter((figure) => figure !== "not exact");
  if (!isExact(whole) || exact.length < figures.length) return undefined;
  const added = sum(exact);
  if (Math.abs(added - whole.value) <= 1e-9 * Math.abs(whole.value)) return undefined;
  const { area, place } = part.groups[i] as Group;
  const period = periods[i];
  const args = { area, variable: idOf(quantity), total: whole.value, sum: added };
  return {
    code: codes.childrenSum,
    place: { file, ...place },
    args: { ...args, areas: figures.length, counted: 0 },
    area,
    variable: quantity,
    ...(period !== undefined && { period }),
  };
}

const MOST_NAMED = 5;

function told(
  code: typeof codes.levelsInTables | typeof codes.levelsMixed,
  table: IdentifiedTable,
  units: readonly Area[],
  variables?: readonly string[],
): Omit<Finding, "severity"> {
  const names = [...new Set(units.map(({ name }) => name))];
  return {
    code,
    place: { file: table.file, ...(table.part.groups[0] as Group).place },
    args: {
      file: labelOf(table),
      units: names.length,
      areas: names.slice(0, MOST_NAMED),
      ...(variables && { variables }),
    },
  };
}

/** The table without some figures of some groups, and without the groups of which nothing is left. */
function withoutFigures(
  table: IdentifiedTable,
  covered: ReadonlyMap<number, ReadonlySet<string>>,
): IdentifiedTable {
  const { part } = table;
  const isGone = (i: number): boolean =>
    covered.has(i) &&
    [...part.quantities].every(
      ([quantity, column]) => column.count(i) === 0 || covered.get(i)?.has(quantity),
    );
  const kept = part.groups.flatMap((_, i) => (isGone(i) ? [] : [i]));
  const quantities = new Map<string, Column>();
  for (const [quantity, column] of part.quantities) {
    const copy = new Column(Math.max(1, kept.length));
    kept.forEach((from, to) => {
      if (!covered.get(from)?.has(quantity)) copy.merge(to, column, from);
    });
    quantities.set(quantity, copy);
  }
  const gone = new Map<number, ExcludedRow>();
  for (const [i, { area, place, row }] of part.groups.entries())
    if (isGone(i) && place.line !== undefined)
      gone.set(place.line, {
        line: place.line,
        ...(row !== undefined && { row }),
        reason: "nested-total",
        label: area,
      });
  const places = new Map(kept.map((from, to) => [from, to]));
  const doubts = (part.doubts ?? []).flatMap(({ whole, parts }) => {
    const at = places.get(whole);
    const left = parts.flatMap((i) => places.get(i) ?? []);
    return at === undefined || left.length === 0 ? [] : [{ whole: at, parts: left }];
  });
  return {
    ...table,
    areaOf: kept.map((i) => table.areaOf[i] as number),
    periods: kept.map((i) => table.periods[i]),
    part: {
      ...part,
      groups: kept.map((i) => part.groups[i] as Group),
      quantities,
      ...(part.doubts && { doubts }),
      rows: part.rows - gone.size,
      excluded: [...part.excluded, ...gone.values()].sort((a, b) => a.line - b.line),
    },
  };
}

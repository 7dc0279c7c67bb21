import type { Group } from "../../engines/engine.ts";
import { rankOfName } from "../../intake/rows/unit-kinds.ts";
import type { Block } from "./blocks.ts";
import { compare, type Figures } from "./figures.ts";

/** Units, all of them, and all of their parts, listed apart: the districts of a county, then its wards. */
export interface SideBySide {
  readonly units: readonly number[];
  readonly parts: readonly number[];
  /** How unlikely it is by chance that both come to the same: the power of ten. */
  readonly weight: number;
}

/** Looks for a place in the list at which the rows before it come to as much as those behind it in every column; or for two kinds of units that do. */
export function sideBySide(
  rows: readonly number[],
  groups: readonly Group[],
  figures: Figures,
  may: (whole: number, parts: readonly number[]) => boolean,
): SideBySide | undefined {
  if (rows.length < 6 || figures.columns.length === 0) return undefined;
  for (const [one, other] of halves(rows, groups, figures)) {
    const [units, parts] = one.length < other.length ? [one, other] : [other, one];
    if (units.length < 2 || units.length * 2 > parts.length) continue;
    if (!units.every((unit) => may(unit, parts))) continue;
    const weight = weightOfEquality(figures, units, parts);
    if (weight !== undefined) return { units, parts, weight: weight - Math.log10(rows.length) };
  }
  return undefined;
}

/** The parts in runs, one for each unit in its order, that add up to it; undefined where they do not. */
export function inRuns(
  { units, parts }: Pick<SideBySide, "units" | "parts">,
  figures: Figures,
): Block[] | undefined {
  const [column] = figures.columns;
  if (!column) return undefined;
  const blocks: Block[] = [];
  let at = 0;
  for (const whole of units) {
    const from = at;
    const figure = column.figures[whole] as number;
    for (let sum = 0; at < parts.length && sum < figure * (1 - 1e-9); at++)
      sum += column.figures[parts[at] as number] as number;
    const own = parts.slice(from, at);
    const comparison = compare(figures, whole, own);
    if (own.length === 0 || comparison.agreed < comparison.compared) return undefined;
    blocks.push({ whole, parts: own, comparison });
  }
  return at === parts.length ? blocks : undefined;
}

/** The ways to part the rows in two: in their order where the first column halves, and by the kind of unit. */
function* halves(
  rows: readonly number[],
  groups: readonly Group[],
  { columns }: Figures,
): Generator<readonly [readonly number[], readonly number[]]> {
  const ranks = new Map<number, number[]>();
  for (const row of rows) {
    const rank = rankOfName((groups[row] as Group).area);
    if (rank === undefined) continue;
    const ofRank = ranks.get(rank);
    if (ofRank) ofRank.push(row);
    else ranks.set(rank, [row]);
  }
  const [one, other, ...more] = [...ranks.values()];
  if (one && other && more.length === 0 && one.length + other.length === rows.length)
    yield [one, other];
  const [first] = columns;
  if (!first) return;
  const figureOf = (row: number): number => first.figures[row] as number;
  const all = rows.reduce((sum, row) => sum + figureOf(row), 0);
  let sum = 0;
  for (let at = 0; at < rows.length; at++) {
    if (at > 0 && Math.abs(2 * sum - all) <= Math.abs(all) * 1e-9)
      yield [rows.slice(0, at), rows.slice(at)];
    sum += figureOf(rows[at] as number);
  }
}

/** How unlikely it is that both come to the same in every column; undefined where they do not, or a figure is missing. */
function weightOfEquality(
  { columns }: Figures,
  units: readonly number[],
  parts: readonly number[],
): number | undefined {
  let weight = 0;
  for (const { figures } of columns) {
    let unit = 1e6;
    const sumOf = (rows: readonly number[]): number =>
      rows.reduce((sum, row) => {
        const figure = figures[row] as number;
        while (unit > 1 && figure % unit !== 0) unit /= 10;
        return sum + figure;
      }, 0);
    const sum = sumOf(units);
    const other = sumOf(parts);
    if (Number.isNaN(sum + other) || Math.abs(sum - other) > Math.abs(sum) * 1e-9) return undefined;
    weight += Math.log10(Math.max(1, sum / units.length / unit));
  }
  return weight;
}

import type { Group } from "../../engines/engine.ts";
import { rankOfName } from "../../intake/rows/unit-kinds.ts";
import type { Block } from "./blocks.ts";
import { weightOfKinds } from "./evidence.ts";
import { compare, type Figures, NEAR } from "./figures.ts";

/** Of three rows one is soon nearly the sum of the two others. */
const LEAST_ROWS = 4;

/**
 * The first or the last row of a list, where it is nearly the sum of all others in every column and more than any two of them: a total in which, or
 * in a part of which, a figure is wrong; or a large unit among small ones, which only its name can tell. One wrong figure leaves all other columns
 * exact sums: where two are none, the row is a unit. Undefined where no row is in doubt.
 */
export function nearlySumOfAll(
  rows: readonly number[],
  groups: readonly Group[],
  figures: Figures,
): Block | undefined {
  if (rows.length < LEAST_ROWS) return undefined;
  const sums = figures.columns.map(({ figures: own }) =>
    rows.reduce((sum, row) => sum + (own[row] || 0), 0),
  );
  for (const whole of [rows[0] as number, rows.at(-1) as number]) {
    const isClose = figures.columns.some(({ figures: own }, c) => {
      const total = own[whole] as number;
      return total > 0 && Math.abs((sums[c] as number) - 2 * total) <= NEAR * total;
    });
    if (!isClose) continue;
    const parts = rows.filter((row) => row !== whole);
    const comparison = compare(figures, whole, parts);
    const { compared, agreed, near, exceeded } = comparison;
    if (
      compared > 0 &&
      near === compared &&
      agreed >= compared - 1 &&
      exceeded === 0 &&
      exceedsAnyTwo(figures, whole, parts) &&
      !isLikeThem(groups, whole, parts)
    )
      return { whole, parts, comparison };
  }
  return undefined;
}

/** Whether a row is more than any two others together in some column. */
const exceedsAnyTwo = ({ columns }: Figures, whole: number, parts: readonly number[]): boolean =>
  columns.some(({ figures }) => {
    let [first, second] = [0, 0];
    for (const part of parts) {
      const figure = figures[part] as number;
      if (figure > first) [first, second] = [figure, first];
      else if (figure > second) second = figure;
    }
    return second > 0 && (figures[whole] as number) > first + second;
  });

/** Whether a row is a unit of the kind of the others by its level, the unit it lies in, its code or its name: 南苑社区 among 东苑社区 and 西苑社区. */
function isLikeThem(groups: readonly Group[], whole: number, parts: readonly number[]): boolean {
  const own = groups[whole] as Group;
  const others = parts.map((part) => groups[part] as Group);
  if (own.level !== undefined && others.every(({ level }) => level === own.level)) return true;
  // The whole of a list lies in none of the units in which its parts lie.
  const above = own.parents.at(-1);
  if (above !== undefined && others.some(({ parents }) => parents.at(-1) === above)) return true;
  const weight = weightOfKinds(groups, whole, parts);
  if (weight === undefined || weight < 0 || rankOfName(own.area) === 0) return true;
  return hasCodeOfThem(own, others) || isNamedAsThey(own, others);
}

/** Codes of one length that begin alike; one that ends in zeros (6800) may be that of a unit above the others (6801, 6802). */
function hasCodeOfThem({ code }: Group, others: readonly Group[]): boolean {
  if (code === null || /00$/.test(code)) return false;
  return others.every((other) => other.code?.length === code.length && other.code[0] === code[0]);
}

/** Names that differ in their numbers alone (Ward 1, Ward 2), or end in the same word or character. */
function isNamedAsThey({ area }: Group, others: readonly Group[]): boolean {
  return [withoutNumber, lastOf].some((shape) => {
    const own = shape(area);
    return own !== "" && own !== area && others.every((other) => shape(other.area) === own);
  });
}

const withoutNumber = (name: string): string => name.replace(/\d+/gu, "0");

const lastOf = (name: string): string =>
  /(?:\p{Script=Han}|[\p{L}\p{N}]+)$/u.exec(name.trim())?.[0] ?? "";

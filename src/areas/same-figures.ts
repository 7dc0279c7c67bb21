import type { Group, Part } from "../engines/engine.ts";
import type { Column } from "../survey/column.ts";

/** A group of one table and one of another whose figures are the same. */
export interface Pair {
  readonly ours: number;
  readonly theirs: number;
}

/** Which groups of two tables are compared. */
export interface Compared {
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
  /** Whether two groups are known to be of different things: a street, and a community in it. */
  readonly differ: (ours: number, theirs: number) => boolean;
}

/** So many decimal digits more have to agree than chance lets agree: one table pair in a million. */
const LEAST_DIGITS = 6;
const LEAST_SHARE = 0.5;
/** Where one column alone agrees, and others do not. */
const LEAST_SHARE_ALONE = 0.8;
const LEAST_ROWS_ALONE = 3;

/**
 * The groups of two tables that have the same figures in the columns which both give, in whatever order: of all of these columns, or else of one
 * of them. None where chance may have done it. Areas of like size have like first digits, so that each figure tells one digit less than it has, and rounded
 * figures tell less; each of ours may meet any of theirs. Linear in the groups.
 */
export function sameFigures(ours: Part, theirs: Part, compared: Compared): readonly Pair[] {
  const shared = [...ours.quantities].flatMap(([id, own]) => {
    const other = theirs.quantities.get(id);
    return other ? [{ own, other }] : [];
  });
  const together = agreeing(ours, theirs, shared, compared);
  if (together.length >= LEAST_SHARE * fewest(compared)) return together;
  for (const one of shared.length > 1 ? shared : []) {
    const alone = agreeing(ours, theirs, [one], compared);
    if (alone.length >= Math.max(LEAST_ROWS_ALONE, LEAST_SHARE_ALONE * fewest(compared)))
      return alone;
  }
  return [];
}

const fewest = ({ ours, theirs }: Compared): number => Math.min(ours.length, theirs.length);

function agreeing(
  ours: Part,
  theirs: Part,
  columns: readonly { readonly own: Column; readonly other: Column }[],
  compared: Compared,
): readonly Pair[] {
  const own = columns.map((column) => column.own);
  const other = columns.map((column) => column.other);
  const byFigures = new Map<string, number[]>();
  for (const group of compared.ours) {
    const key = figuresOf(own, group);
    if (key === undefined) continue;
    const groups = byFigures.get(key);
    if (groups) groups.push(group);
    else byFigures.set(key, [group]);
  }
  const pairs: Pair[] = [];
  const met = new Set<string>();
  for (const group of compared.theirs) {
    const key = figuresOf(other, group);
    const groups = key === undefined ? undefined : byFigures.get(key);
    if (key === undefined || groups === undefined) continue;
    const at = groups.findIndex(
      (one) => ofOnePeriod(ours.groups[one], theirs.groups[group]) && !compared.differ(one, group),
    );
    const [one] = at === -1 ? [] : groups.splice(at, 1);
    if (one === undefined) continue;
    pairs.push({ ours: one, theirs: group });
    met.add(key);
  }
  const chance = Math.log10(Math.max(1, compared.ours.length));
  let digits = 0;
  for (const key of met) digits += tellingDigits(key) - chance;
  return digits >= LEAST_DIGITS ? pairs : [];
}

/** The exact figures of a group, as one text; undefined where it has none. */
function figuresOf(columns: readonly Column[], group: number): string | undefined {
  const figures = columns.map((column) => column.plain(group) ?? "");
  return figures.every((figure) => figure === "") ? undefined : figures.join(" ");
}

/** The digits of figures by which areas of like size differ: all but the first, and none of the zeros around them. */
function tellingDigits(figures: string): number {
  let digits = 0;
  for (const figure of figures.split(" ")) {
    const significant = figure.replace(/[^\d]/gu, "").replace(/^0+|0+$/gu, "");
    digits += Math.max(0, significant.length - 1);
  }
  return digits;
}

const ofOnePeriod = (a: Group | undefined, b: Group | undefined): boolean =>
  a?.period === undefined || b?.period === undefined || a.period === b.period;

/** A sum that is shown: over these observations. */
export interface Relation {
  readonly support: readonly number[];
}

/** A relation that gives a withheld count away, and the observations in which another count may be withheld to prevent it. */
export interface Exposure<R extends Relation> {
  readonly relation: R;
  readonly among: readonly number[];
}

/**
 * The relations that give withheld counts away. What each leaves open once the sums of the sets within it are taken off must be two counts at least,
 * which add up to `least` and to more than one each. Where sets overlap without one lying within the other, there must also be, for every withheld
 * count, a move to another table of whole numbers that changes no sum.
 */
export function exposed<R extends Relation>(
  relations: readonly R[],
  withheld: ReadonlySet<number>,
  value: (observation: number) => number,
  least: number,
): Exposure<R>[] {
  const open = relations
    .map((relation) => ({ relation, unknown: relation.support.filter((i) => withheld.has(i)) }))
    .filter(({ unknown }) => unknown.length > 0)
    .sort(
      (a, b) =>
        a.unknown.length - b.unknown.length ||
        a.relation.support.length - b.relation.support.length,
    );
  const { residuals, nested } = residualsOf(open);
  const found = residuals.flatMap(({ relation, unknown, within }) => {
    if (unknown.length === 0) return [];
    const sum = unknown.reduce((total, i) => total + value(i), 0);
    if (unknown.length > 1 && sum >= Math.max(least, unknown.length + 1)) return [];
    const inner = new Set(within.flatMap((other) => other.support));
    return [{ relation, among: relation.support.filter((i) => !inner.has(i)) }];
  });
  if (found.length > 0 || nested) return found;
  return immovable(open, value);
}

interface Open<R> {
  readonly relation: R;
  readonly unknown: readonly number[];
}

/** What each relation leaves open beyond the relations within it; `nested` unless two overlap without one holding the other. */
function residualsOf<R extends Relation>(
  open: readonly Open<R>[],
): { residuals: (Open<R> & { within: R[] })[]; nested: boolean } {
  const owner = new Map<number, Open<R>>();
  let nested = true;
  const residuals = open.map((current) => {
    const counts = new Map<Open<R>, number>();
    const unknown: number[] = [];
    for (const i of current.unknown) {
      const owned = owner.get(i);
      if (owned) counts.set(owned, (counts.get(owned) ?? 0) + 1);
      else unknown.push(i);
    }
    const within = [...counts]
      .filter(([other, count]) => other.unknown.length === count)
      .map(([other]) => other);
    if (within.length < counts.size) {
      // It cuts across another: nothing can be taken off.
      nested = false;
      return { relation: current.relation, unknown: current.unknown, within: [] };
    }
    for (const i of current.unknown) owner.set(i, current);
    return { relation: current.relation, unknown, within: within.map(({ relation }) => relation) };
  });
  return { residuals, nested };
}

/** Withheld counts that stand in the same relations: what one gives another may take. */
interface Alike {
  readonly cells: readonly number[];
  readonly sum: number;
  /** Positions of the relations. */
  readonly relations: readonly number[];
}

/** For each withheld count that no move of whole numbers changes, the smallest relation it is in. */
function immovable<R extends Relation>(
  open: readonly Open<R>[],
  value: (observation: number) => number,
): Exposure<R>[] {
  const groups = alikeGroups(open, value);
  const rows = open.map((_, at) =>
    Float64Array.from(groups, ({ relations }) => (relations.includes(at) ? 1 : 0)),
  );
  const movable = groups.map(({ cells, sum }) => cells.length > 1 && sum > cells.length);
  for (const move of movable.every(Boolean) ? [] : nullSpace(rows, groups.length)) {
    for (const sign of [1, -1]) {
      // Every count of a group stays at 1 or more.
      if (!groups.every(({ cells, sum }, at) => sum + sign * (move[at] as number) >= cells.length))
        continue;
      for (const [at, change] of move.entries()) if (change !== 0) movable[at] = true;
    }
  }
  return groups.flatMap(({ relations }, at) => {
    const smallest = open[relations[0] ?? -1];
    return movable[at] || !smallest
      ? []
      : [{ relation: smallest.relation, among: smallest.relation.support }];
  });
}

/** The relations are in the order of their size: the first of a group is its smallest. */
function alikeGroups<R extends Relation>(
  open: readonly Open<R>[],
  value: (observation: number) => number,
): Alike[] {
  const relationsOf = new Map<number, number[]>();
  for (const [at, { unknown }] of open.entries())
    for (const i of unknown) relationsOf.set(i, [...(relationsOf.get(i) ?? []), at]);
  const groups = new Map<string, { cells: number[]; sum: number; relations: number[] }>();
  for (const [i, relations] of relationsOf) {
    const group = groups.get(relations.join()) ?? { cells: [], sum: 0, relations };
    group.cells.push(i);
    group.sum += value(i);
    groups.set(relations.join(), group);
  }
  return [...groups.values()];
}

const tolerance = 1e-9;

/** Moves in whole numbers that change no sum: a basis of the null space, without vectors that are not whole. */
function nullSpace(rows: readonly Float64Array[], width: number): Float64Array[] {
  const pivots = eliminate(rows, width);
  const pivotOf = new Map(pivots.map((column, row) => [column, row]));
  const moves: Float64Array[] = [];
  for (let free = 0; free < width; free++) {
    if (pivotOf.has(free)) continue;
    const move = new Float64Array(width);
    move[free] = 1;
    for (const [column, row] of pivotOf)
      move[column] = -((rows[row] as Float64Array)[free] as number);
    const whole = move.map(Math.round);
    if (move.every((x, i) => Math.abs(x - (whole[i] as number)) < tolerance))
      moves.push(whole.map((x) => x + 0));
  }
  return moves;
}

/** Brings the rows to reduced echelon form in place; the pivot columns, one for each of the first rows. */
function eliminate(rows: readonly Float64Array[], width: number): number[] {
  const order = rows as Float64Array[];
  const pivots: number[] = [];
  for (let column = 0; column < width && pivots.length < order.length; column++) {
    const at = pivots.length;
    const pivot = order.findIndex(
      (row, i) => i >= at && Math.abs(row[column] as number) > tolerance,
    );
    if (pivot === -1) continue;
    [order[at], order[pivot]] = [order[pivot] as Float64Array, order[at] as Float64Array];
    const head = order[at] as Float64Array;
    const scale = head[column] as number;
    for (let k = column; k < width; k++) head[k] = (head[k] as number) / scale;
    order.forEach((row, i) => {
      const factor = row[column] as number;
      if (i === at || Math.abs(factor) <= tolerance) return;
      for (let k = column; k < width; k++)
        row[k] = (row[k] as number) - factor * (head[k] as number);
    });
    pivots.push(column);
  }
  return pivots;
}

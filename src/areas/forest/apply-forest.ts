import type { Doubt, ExcludedRow, Group, Part } from "../../engines/engine.ts";
import type { RaisedFinding } from "../../intake/findings.ts";
import { codes } from "../../survey/codes.ts";
import { Column } from "../../survey/column.ts";
import { lastRows, otherLevels } from "./declared-rows.ts";
import { figuresOf } from "./figures.ts";
import { type Forest, forestOf, type RowsDeclared } from "./forest.ts";
import { breakdownOf, repeated, twinsIn } from "./twins.ts";

/**
 * Takes the rows that stand for others out of a table, so that nobody is counted twice; their parts have them as parents. Rows of one name that lie
 * in different units are areas of their own; others of one name are told as standing twice, the first one is read. A part without such rows is
 * returned as it is.
 */
export function applyForest(part: Part, plan?: RowsDeclared): Part {
  const { groups } = part;
  const leftOut = new Map<number, LeftOut>();
  for (const row of lastRows(part, plan?.rowRules)) leftOut.set(row, "left-out");
  for (const row of headings(part)) if (!leftOut.has(row)) leftOut.set(row, "title");
  const twins = twinsIn(groups);
  const figures = twins.size === 0 ? undefined : figuresOf(part, plan);
  if (figures)
    for (const rows of twins.values())
      for (const row of breakdownOf(figures, rows)?.parts ?? []) leftOut.set(row, "nested-total");
  let forest = forestOf(part, plan, new Set(leftOut.keys()));
  const before = leftOut.size;
  for (const rows of twins.values()) {
    if (rows.some((row) => leftOut.has(row))) continue;
    for (const row of repeated(forest, rows)) leftOut.set(row, "duplicate");
  }
  if (leftOut.size > before) forest = forestOf(part, plan, new Set(leftOut.keys()));
  if (plan?.level === undefined) return withForest(part, forest, leftOut);
  for (const row of otherLevels(groups, plan.level))
    if (!leftOut.has(row)) leftOut.set(row, "other-level");
  const { parentOf } = forest;
  return withForest(part, { wholes: new Set(), parentOf, doubts: [], findings: [] }, leftOut);
}

type LeftOut = "title" | "duplicate" | "nested-total" | "left-out" | "other-level";

/** Rows with no figure at all that name the unit of others: 东街道 alone in the column of streets, above its communities. */
function headings({ groups, quantities }: Part): number[] {
  const depths = new Map<string, number>();
  for (const { parents } of groups) {
    const unit = parents.at(-1);
    if (unit !== undefined) depths.set(unit, Math.max(depths.get(unit) ?? 0, parents.length));
  }
  if (depths.size === 0) return [];
  const columns = [...quantities.values()];
  return groups.flatMap(({ area, parents }, i) =>
    (depths.get(area) ?? 0) > parents.length && columns.every((column) => column.count(i) === 0)
      ? [i]
      : [],
  );
}

function withForest(part: Part, forest: Forest, leftOut: ReadonlyMap<number, LeftOut>): Part {
  const { groups } = part;
  // A row of several periods is told once, by its first.
  const duplicates = new Map<number | undefined, number>();
  for (const [row, reason] of leftOut) {
    const line = groups[row]?.place.line;
    if (reason === "duplicate" && !duplicates.has(line)) duplicates.set(line, row);
  }
  const findings = [
    ...forest.findings,
    ...[...duplicates.values()].map((row) => duplicateFinding(groups, row)),
  ];
  const counts = new Map(part.counts);
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  const told: Part =
    findings.length === 0 ? part : { ...part, findings: [...part.findings, ...findings], counts };
  const wholes =
    forest.wholes.size === groups.length - leftOut.size ? new Set<number>() : forest.wholes;
  if (wholes.size + leftOut.size + forest.doubts.length === 0) return told;
  const out = new Map<number, ExcludedRow["reason"]>(leftOut);
  for (const row of wholes) out.set(row, "nested-total");
  return without(told, out, forest);
}

function duplicateFinding(groups: readonly Group[], row: number): RaisedFinding {
  const { area, period, place, twinOf = row } = groups[row] as Group;
  const first = (groups[twinOf] as Group).place;
  return {
    code: codes.duplicateArea,
    place,
    args: {
      area,
      ...(period !== undefined && { period }),
      lines: [first.line ?? 0, place.line ?? 0],
    },
    area,
    related: [first],
  };
}

/** The part without the rows that stand for others, and those that stand again. */
function without(
  part: Part,
  out: ReadonlyMap<number, ExcludedRow["reason"]>,
  forest: Forest,
): Part {
  const kept = part.groups.flatMap((_, i) => (out.has(i) ? [] : [i]));
  const places = new Map(kept.map((from, to) => [from, to]));
  const quantities = new Map<string, Column>();
  for (const [quantity, column] of part.quantities) {
    const copy = new Column(kept.length);
    kept.forEach((from, to) => {
      copy.merge(to, column, from);
    });
    quantities.set(quantity, copy);
  }
  const taken = new Map<number, ExcludedRow>();
  for (const [i, reason] of out) {
    const { area, place } = part.groups[i] as Group;
    const line = place.line ?? 0;
    taken.set(line, { line, reason, ...(reason !== "duplicate" && { label: area }) });
  }
  const doubts = forest.doubts.flatMap(({ whole, parts }): Doubt[] => {
    const at = places.get(whole);
    return at === undefined ? [] : [{ whole: at, parts: leavesOf(parts, forest, places) }];
  });
  return {
    ...part,
    groups: kept.map((i) => placed(part.groups, i, forest.parentOf)),
    quantities,
    rows: part.rows - taken.size,
    excluded: [...part.excluded, ...taken.values()].sort((a, b) => a.line - b.line),
    ...(doubts.length > 0 && { doubts }),
  };
}

/** The rows that are counted among some and below them. */
function leavesOf(
  parts: readonly number[],
  { parentOf }: Forest,
  places: ReadonlyMap<number, number>,
): number[] {
  const meant = new Set(parts);
  return [...places].flatMap(([from, to]) => {
    for (let row: number | undefined = from; row !== undefined; row = parentOf.get(row))
      if (meant.has(row)) return [to];
    return [];
  });
}

/** A row that named no parents lies in the units above it. */
function placed(
  groups: readonly Group[],
  index: number,
  parentOf: ReadonlyMap<number, number>,
): Group {
  const { twinOf: _, ...group } = groups[index] as Group;
  if (group.parents.length > 0) return group;
  const parents: string[] = [];
  for (
    let parent = parentOf.get(index);
    parent !== undefined && parents.length < 6;
    parent = parentOf.get(parent)
  )
    parents.unshift((groups[parent] as Group).area);
  return parents.length === 0 ? group : { ...group, parents };
}

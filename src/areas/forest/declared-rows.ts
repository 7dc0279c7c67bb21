import type { ExcludedRow, Group, Part } from "../../engines/engine.ts";
import { rankOfLevel } from "../../intake/rows/level-words.ts";
import { rankOfName } from "../../intake/rows/unit-kinds.ts";
import { CdjError } from "../../survey/error.ts";
import type { RowsDeclared } from "./forest.ts";

/** Rows that stand in a table as such: they count when the last ones are left out. */
const notLeftOut: ReadonlySet<ExcludedRow["reason"]> = new Set([
  "blank",
  "note",
  "title",
  "repeated-header",
  "further-table",
  "column-numbers",
]);

/** The rows that the user leaves out as the last ones of the table; totals that were set aside are among those counted. */
export function lastRows({ groups, excluded }: Part, rules: RowsDeclared["rowRules"]): number[] {
  const count = Math.max(
    0,
    ...(rules ?? []).map((rule) => (rule.rows === "last" ? rule.count : 0)),
  );
  if (count === 0) return [];
  const lines = new Set([
    ...groups.map(({ place }) => place.line ?? 0),
    ...excluded.flatMap(({ reason, line }) => (notLeftOut.has(reason) ? [] : [line])),
  ]);
  const last = new Set([...lines].sort((a, b) => a - b).slice(-count));
  return groups.flatMap(({ place }, i) => (last.has(place.line ?? 0) ? [i] : []));
}

/**
 * The rows that are of another level than the one asked for, by the column of levels, else by the kind of unit their names end in. Throws a CdjError where
 * no row is of that level.
 */
export function otherLevels(groups: readonly Group[], level: string | undefined): number[] {
  if (level === undefined || groups.length === 0) return [];
  const asked = level.trim().toLowerCase();
  const rank = rankOfLevel(level);
  const isOf = (group: Group): boolean =>
    group.level === undefined
      ? rank !== undefined && rankOfName(group.area) === rank
      : group.level.trim().toLowerCase() === asked ||
        (rank !== undefined && rankOfLevel(group.level) === rank);
  const others = groups.flatMap((group, i) => (isOf(group) ? [] : [i]));
  if (others.length === groups.length)
    throw new CdjError("unknown-level", {
      level,
      seen: [...new Set(groups.flatMap((group) => group.level ?? []))].slice(0, 12),
    });
  return others;
}

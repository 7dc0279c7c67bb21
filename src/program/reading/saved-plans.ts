import { basename } from "node:path";
import type { PlannedColumn, ReadingPlan } from "../../intake/plan.ts";
import { CdjError } from "../../survey/error.ts";
import { configName } from "../config/config.ts";

/** What of a reading plan is saved: what must not change from one wave of a survey to the next. */
export interface SavedPlan {
  readonly encoding: string;
  readonly delimiter: string;
  readonly quote: string;
  readonly headerLines: number;
  /** Header as written → what the column was taken for. */
  readonly columns: Readonly<Record<string, string>>;
}

export type SavedPlans = Readonly<Record<string, SavedPlan>>;

/** What a column is taken for, in one word: an id, or the kind of another role in brackets. */
function meaningWord({ role }: PlannedColumn): string {
  switch (role.is) {
    case "quantity":
      return role.quantity;
    case "key":
      return role.key;
    case "item":
      return role.item === "band" ? "age_band" : "variable";
    case "finer":
      return "part";
    case "unit":
      return "unit";
    case "value":
      return "value";
    case "unused":
      return `(${role.reason})`;
  }
}

export const savedPlanOf = ({
  encoding,
  dialect,
  headerLines,
  columns,
}: ReadingPlan): SavedPlan => ({
  encoding,
  delimiter: dialect.delimiter,
  quote: dialect.quote,
  headerLines,
  columns: Object.fromEntries(
    columns
      .filter(({ header }) => header !== "")
      .map((column) => [column.header, meaningWord(column)]),
  ),
});

/** The mapping that reads the next wave in the same way: every header that was understood. */
export const savedMappingOf = ({ columns }: ReadingPlan): Record<string, string> =>
  Object.fromEntries(
    columns
      .filter(({ header, role }) => header !== "" && role.is !== "unused")
      .map((column) => [column.header, meaningWord(column)]),
  );

/** How a plan differs from the one saved: `+ header`, `− header`, `header: residents → members`, `encoding: utf-8 → gb18030`. */
function differences(saved: SavedPlan, now: SavedPlan): string[] {
  const changes = (["encoding", "delimiter", "quote", "headerLines"] as const).flatMap((key) =>
    saved[key] === now[key] ? [] : [`${key}: ${String(saved[key])} → ${String(now[key])}`],
  );
  const headers = new Set([...Object.keys(saved.columns), ...Object.keys(now.columns)]);
  for (const header of headers) {
    const [was, is] = [saved.columns[header], now.columns[header]];
    if (is === undefined) changes.push(`− ${header}`);
    else if (was === undefined) changes.push(`+ ${header}`);
    else if (was !== is) changes.push(`${header}: ${was} → ${is}`);
  }
  return changes;
}

/**
 * Throws a CdjError where a file is not read as its saved plan says: that of its own name, else (a file of the next wave) any that fits.
 */
export function requireLocked(plan: ReadingPlan, saved: SavedPlans): void {
  const now = savedPlanOf(plan);
  const own = saved[basename(plan.file)];
  const candidates = own ? [own] : Object.values(saved);
  if (candidates.length === 0)
    throw new CdjError("no-saved-plan", { file: plan.file, config: configName });
  const compared = candidates
    .map((candidate) => differences(candidate, now))
    .sort((a, b) => a.length - b.length);
  const fewest = compared[0] as string[];
  if (fewest.length > 0)
    throw new CdjError("plan-changed", { file: plan.file, differences: fewest.slice(0, 12) });
}

import { Column } from "../../survey/column.ts";
import type { ExcludedRow, Group, Part } from "../engine.ts";
import type { Verdict } from "./rows-apart.ts";

/**
 * The part without the rows that stand beside the first one of their area: where one of them is the whole, the area has its figures; where
 * they are parts of something, no figure is known.
 */
export function closed(part: Part, { is }: Verdict): Part {
  const kept = part.groups.flatMap(({ twinOf }, i) => (twinOf === undefined ? [i] : []));
  const again = part.groups.flatMap(({ twinOf, place }): ExcludedRow[] =>
    twinOf === undefined ? [] : [{ line: place.line ?? 0, reason: "duplicate" }],
  );
  // With periods in the columns, a row stands for several groups.
  const lines = new Map(again.map((row) => [row.line, row]));
  const quantities = new Map<string, Column>();
  if (is === "whole")
    for (const [quantity, column] of part.quantities) {
      const copy = new Column(kept.length);
      kept.forEach((from, to) => {
        copy.merge(to, column, from);
      });
      quantities.set(quantity, copy);
    }
  return {
    ...part,
    groups: kept.map((i) => part.groups[i] as Group),
    quantities,
    rows: part.rows - lines.size,
    excluded: [...part.excluded, ...lines.values()].sort((a, b) => a.line - b.line),
  };
}

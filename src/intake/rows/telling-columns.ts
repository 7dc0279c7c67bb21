import { findVariable } from "../../codebook/index.ts";
import type { PlannedColumn } from "../plan.ts";
import { isWholeLabel } from "./whole-labels.ts";

/** Whether a column may tell rows of one area apart: its words are not understood, or are those of a choice. */
export function mayTellApart({ role, identity }: PlannedColumn): boolean {
  if (identity !== undefined) return false;
  if (role.is === "unused") return role.reason !== "ignored" && role.reason !== "undated";
  if (role.is !== "quantity") return false;
  const kind = findVariable(role.quantity)?.kind;
  return kind === "category" || kind === "yes-no";
}

/**
 * The fields in which a row may say that it is the whole of others (合计 beside 本地 and 外来): such rows are not added to their parts. Where not all rows are
 * known, those in which none says so yet as well.
 */
export const wholesAmongParts = (
  columns: readonly PlannedColumn[],
  rows: readonly (readonly string[])[],
  areAll: boolean,
): number[] =>
  columns
    .filter((column) => column.role.is === "finer" || mayTellApart(column))
    .map(({ index }) => index)
    .filter((field) => {
      const cells = rows.map((row) => (row[field] ?? "").trim()).filter((cell) => cell !== "");
      const wholes = cells.filter(isWholeLabel).length;
      return areAll
        ? wholes > 0 && wholes < cells.length
        : cells.length === 0 || wholes < cells.length;
    });

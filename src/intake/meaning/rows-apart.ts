import { findVariable } from "../../codebook/index.ts";
import type { HeadMeaning } from "../heads/head-meaning.ts";

/**
 * A category that tells the rows of one area and period apart (the households of a ward that own, and those that rent) is no fact about the
 * area: its rows are parts of the area.
 */
export function settleRowsApart(
  meanings: HeadMeaning[],
  rows: readonly (readonly string[])[],
): void {
  const keys = meanings.flatMap((m, i) => (m.kind === "key" && m.key !== "area_code" ? [i] : []));
  if (meanings.some(({ kind }) => kind === "finer" || kind === "item")) return;
  if (!keys.some((i) => (meanings[i] as { key: string }).key === "area")) return;
  meanings.forEach((meaning, i) => {
    if (meaning.kind !== "variable" || findVariable(meaning.variable)?.kind !== "category") return;
    const values = new Map<string, Set<string>>();
    for (const row of rows) {
      const value = (row[i] ?? "").trim();
      const key = keys.map((k) => (row[k] ?? "").trim()).join("\u0000");
      if (value === "" || key.replaceAll("\u0000", "") === "") continue;
      const own = values.get(key) ?? new Set();
      // The same twice in one area: it does not tell its rows apart.
      if (own.has(value)) return;
      values.set(key, own.add(value));
    }
    const several = [...values.values()].filter(({ size }) => size > 1).length;
    if (several > 0 && several >= values.size / 2) meanings[i] = { kind: "finer" };
  });
}

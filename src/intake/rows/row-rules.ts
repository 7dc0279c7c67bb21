import { isSizeClass } from "./class-words.ts";
import type { SetAside } from "./row-kinds.ts";

/** What the user says rows are: left out, areas like the others, or totals of others. */
export const rowMeanings = ["skip", "area", "total"] as const;
export type RowMeaning = (typeof rowMeanings)[number];

/** Kinds of rows that can be meant together. */
export const rowKindNames = ["total", "average", "derived", "class", "note"] as const;
type RowKindName = (typeof rowKindNames)[number];

/** Rows by name (`*` stands for anything), by kind, or the last ones. Pure data: part of the reading plan. */
export type RowRule =
  | { readonly rows: "named"; readonly name: string; readonly are: RowMeaning }
  | { readonly rows: "kind"; readonly kind: RowKindName; readonly are: RowMeaning }
  | { readonly rows: "last"; readonly count: number; readonly are: "skip" };

/** Reads `上年同期=skip`, `Northmoor=total`, `kind:derived=area` or `last:2`; undefined where it is none of them. */
export function parseRowRule(text: string): RowRule | undefined {
  const [, meant = text, written = "skip"] = /^(.*)=([^=]*)$/u.exec(text) ?? [];
  const are = rowMeanings.find((meaning) => meaning === written.trim().toLowerCase());
  const rows = meant.trim();
  if (are === undefined || rows === "") return undefined;
  if (rows.startsWith("last:")) {
    const count = /^last:([1-9]\d{0,3})$/.exec(rows)?.[1];
    return count !== undefined && are === "skip"
      ? { rows: "last", count: Number(count), are }
      : undefined;
  }
  if (rows.startsWith("kind:")) {
    const kind = rowKindNames.find((name) => name === rows.slice("kind:".length));
    return kind && { rows: "kind", kind, are };
  }
  return { rows: "named", name: rows, are };
}

/** A name as rules compare it: width and case made one, blanks gone. */
const compared = (text: string): string =>
  text.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();

/** Whether a rule means rows of this name. */
export function meansName(rule: RowRule, name: string): boolean {
  if (rule.rows !== "named" || name.trim() === "") return false;
  const pattern = compared(rule.name)
    .split("*")
    .map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, "\\$&"))
    .join(".*");
  return new RegExp(`^${pattern}$`, "u").test(compared(name));
}

const kindOf: Readonly<Partial<Record<SetAside, RowKindName>>> = {
  "total-row": "total",
  "average-row": "average",
  "derived-row": "derived",
  note: "note",
};

/** What the rules say of a row, by its name before its kind; undefined where they say nothing. */
export function declaredMeaning(
  rules: readonly RowRule[],
  names: readonly string[],
  aside: SetAside | undefined,
): RowMeaning | undefined {
  const named = rules.find((rule) => names.some((name) => meansName(rule, name)));
  if (named) return named.are;
  const kind = aside === undefined ? undefined : kindOf[aside];
  return rules.find(
    (rule) =>
      rule.rows === "kind" &&
      (rule.kind === kind || (rule.kind === "class" && names.some(isSizeClass))),
  )?.are;
}

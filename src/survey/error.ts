import type { Arguments } from "./finding.ts";

/** The mistakes an operator can make. Each has one sentence with the way out in every locale. */
export type Problem =
  | "bad-marker"
  | "unknown-name"
  | "marker-needs-norm"
  | "marker-which-norm"
  | "bad-format"
  | "not-utf8"
  | "no-data"
  | "no-text"
  | "no-such-file"
  | "is-a-directory"
  | "file-locked"
  | "unreadable-file"
  | "empty-file"
  | "undecodable"
  | "wrongly-decoded"
  | "unknown-encoding"
  | "bad-delimiter"
  | "no-header"
  | "uneven-columns"
  | "header-only"
  | "no-area-column"
  | "respondents"
  | "no-files"
  | "unknown-indicator"
  | "unknown-theme"
  | "unknown-norm"
  | "bad-own-norm"
  | "unknown-id"
  | "bad-map"
  | "unknown-map-header"
  | "unknown-map-variable"
  | "unknown-by"
  | "unknown-row"
  | "unknown-level"
  | "unknown-period"
  | "no-periods"
  | "unknown-sort"
  | "bad-config"
  | "no-such-config"
  | "no-such-folder"
  | "needs-option"
  | "bad-date"
  | "unwritable-output"
  | "unwritable-stdout"
  | "output-is-input"
  | "bad-reference-document"
  | "bad-option-value"
  | "file-exists"
  | "overlapping-ranges"
  | "no-observations"
  | "too-large"
  | "old-workbook"
  | "protected-workbook"
  | "external-links"
  | "far-cell"
  | "unpacks-too-far"
  | "damaged-container"
  | "no-duckdb"
  | "parquet-not-a-file"
  | "no-table-inside"
  | "several-tables-inside"
  | "no-such-sheet"
  | "no-sheets"
  | "no-tables-in-folder"
  | "no-match"
  | "lock-file"
  | "no-such-table"
  | "plan-changed"
  | "no-saved-plan"
  | "one-period"
  | "period-order"
  | "concordance-columns"
  | "concordance-area"
  | "concordance-ambiguous"
  | "concordance-share"
  | "concordance-sum";

/** A mistake of the operator: the run ends with one sentence and exit code 2, without a stack trace. */
export class CdjError extends Error {
  constructor(
    readonly problem: Problem,
    readonly args: Arguments = {},
  ) {
    super(problem);
    this.name = "CdjError";
  }

  /** By its name: each bundle of the program has a class of its own. */
  static override [Symbol.hasInstance](value: unknown): value is CdjError {
    return value instanceof Error && value.name === "CdjError";
  }
}

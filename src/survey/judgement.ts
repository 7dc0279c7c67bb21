import type { Finding, Severity } from "./finding.ts";
import type { Language } from "./language.ts";

/** The row that a finding is about, cell by cell as it stands in the file, what may identify a person redacted. */
export interface Excerpt {
  readonly line: number;
  readonly cells: readonly string[];
  readonly delimiter: string;
  /** Which cell is meant, from 0. */
  readonly at?: number;
}

/** A finding in words. */
export interface ToldFinding extends Finding {
  readonly message: string;
  readonly fix: string;
  /** The same for the same fault in another run, wherever its row stands. */
  readonly fingerprint: string;
  /** The column (UTF-16 units, from 1) after the last of the cell. */
  readonly endColumn?: number;
  readonly excerpt?: Excerpt;
  readonly under?: readonly ToldFinding[];
}

/** A check in words. */
export interface Rule {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
}

/** How often a code was raised, and how often it is told. */
interface CodeCount {
  readonly rule: Rule;
  readonly count: number;
  readonly told: number;
}

/** A finding of the baseline that is no more. */
export interface FixedFinding {
  readonly code: string;
  readonly title: string;
  readonly area?: string;
  readonly period?: string;
  readonly variable?: string;
  readonly file?: string;
}

/** What `cdj check` says of the files of one run: what every format prints. */
export interface Judgement {
  readonly language: Language;
  readonly tool: { readonly name: string; readonly version: string };
  /** How the sources were read, as `analyze` tells it in JSON. */
  readonly sources: readonly unknown[];
  /** Files that were judged, in order. */
  readonly files: readonly string[];
  /** File → its path from the root of the project, with forward slashes. */
  readonly paths: Readonly<Record<string, string>>;
  /** The least severity that fails the run. */
  readonly failOn: Severity;
  /** New findings, by file, line and column. */
  readonly findings: readonly ToldFinding[];
  /** Findings that the baseline knows, in the same order. */
  readonly suppressed: readonly ToldFinding[];
  readonly rulesOfSuppressed: readonly Rule[];
  /** By severity, of all new findings, also of those not told. */
  readonly counts: Readonly<Record<Severity, number>>;
  readonly byCode: readonly CodeCount[];
  readonly baseline?: { readonly known: number; readonly fixed: readonly FixedFinding[] };
  /** How many cells `--fix` would repair, where that was looked at. */
  readonly fixable: number;
}

import type { Source } from "../intake/files/source.ts";
import type { RaisedFinding } from "../intake/findings.ts";
import type { ReadingPlan } from "../intake/plan.ts";
import type { SetAside } from "../intake/rows/row-kinds.ts";
import type { Column } from "../survey/column.ts";
import type { Place } from "../survey/finding.ts";

/** What is asked of an engine: pure data, so that it can go to a worker, a range of a file, or a database. */
export interface Request {
  readonly plan: ReadingPlan;
  /** How many findings of one code are kept; all are counted. */
  readonly findingsPerCode: number;
  /** Headers, as written, whose text each group keeps (as first met), to group by. */
  readonly attributes?: readonly string[];
}

/** One area in one period, as the file writes them. */
export interface Group {
  readonly area: string;
  readonly code: string | null;
  readonly parents: readonly string[];
  readonly level?: string;
  /** The id of a period; undefined where the file has none. */
  readonly period?: string;
  /** Blanks before its name: how deep it stands in a list. */
  readonly indent?: number;
  /** Header → text, for the attributes asked for. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** The group that bears the same keys and was met before: two areas of one name, or one that stands twice. */
  readonly twinOf?: number;
  /** Where it was first met. */
  readonly place: Omit<Place, "file">;
  /** The line of the table that was made of the original, where its place is one of the original. */
  readonly row?: number;
}

/** A record below the header that stands for no area. */
export interface ExcludedRow {
  readonly line: number;
  /** The line of the table that was made of the original, where `line` is one of the original. */
  readonly row?: number;
  readonly reason: SetAside | "duplicate";
  /** How many rows it stands for, from this line on, where it is more than one. */
  readonly rows?: number;
  /** What the row says, for the cross-check of totals: quantity → figure. */
  readonly label?: string;
  /** The unit that a total stands in, where a column of parents names one. */
  readonly unit?: string;
  readonly values?: ReadonlyMap<string, number>;
  /** The same period by period, where its columns have periods of their own. */
  readonly byPeriod?: readonly {
    readonly period: string;
    readonly values: ReadonlyMap<string, number>;
  }[];
  /** Of a note that says how many areas there are. */
  readonly areas?: { readonly count: number; readonly text: string };
  /** Of a note that states totals: the years it names. */
  readonly years?: readonly string[];
}

/** A group that may be the whole of others, by position: nothing is added up over it and any of them. */
export interface Doubt {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** Totals by area and period, and what was met on the way. */
export interface Part {
  readonly groups: readonly Group[];
  /** Quantity → totals, one key per group. */
  readonly quantities: ReadonlyMap<string, Column>;
  readonly findings: readonly RaisedFinding[];
  /** How often each code was raised, also beyond those kept. */
  readonly counts: ReadonlyMap<string, number>;
  /** Records read as observations. */
  readonly rows: number;
  readonly excluded: readonly ExcludedRow[];
  /** Quantity → the groups whose blank cell was filled from its parts. */
  readonly filled?: ReadonlyMap<string, ReadonlySet<number>>;
  /** Groups of which it is not known whether they contain others. */
  readonly doubts?: readonly Doubt[];
}

export interface ScanOptions {
  readonly signal?: AbortSignal;
  /** Is told of every block: its bytes, and the line that has been reached. */
  readonly progress?: (bytes: number, line: number) => void;
  /** Receives every block of bytes on its way, for the file's digest. */
  readonly tap?: (block: Uint8Array) => void;
}

/** Executes a reading plan on the bytes of a source, in one pass. */
export interface Engine {
  accepts(plan: ReadingPlan, source: Source): boolean;
  scan(source: Source, request: Request, options?: ScanOptions): Promise<Part>;
}

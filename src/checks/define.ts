import type { Arguments, Place, Severity } from "../survey/finding.ts";
import type { Text } from "../survey/language.ts";
import type { Evidence } from "./evidence.ts";

/** file: about bytes and headers · row: run while reading · area: on an area's totals · survey: across areas, periods and files. */
type Scope = "file" | "row" | "area" | "survey";

/** What a check on totals says of one observation, or, without an index, of a row or a table. */
export interface Fault {
  /** Position of the observation; its place is that of the cell of `variable`. */
  readonly index?: number;
  readonly variable?: string;
  /** Where it stands, when it is about no observation. */
  readonly place?: Place;
  readonly args: Arguments;
  /** Other observations that have part in it. */
  readonly related?: readonly number[];
}

/** A table (CSV), or several that are read together. `\xff` stands for the byte of that number: not every fault is text. */
export type Example = string | readonly string[];

/** One kind of finding: everything about it in one object. `explain`, docs/ and the first tests read it. */
export interface Check {
  /** Permanent: CDJ1xx file · 2xx layout · 3xx cells · 4xx across columns · 5xx across rows, periods, files · 6xx privacy · 7xx against a schema. */
  readonly code: `CDJ${number}`;
  readonly name: string;
  readonly severity: Severity;
  readonly scope: Scope;
  readonly title: Text;
  /** One sentence without a full stop, a template (see template.ts) of the arguments that the finding is raised with. */
  readonly message: Text;
  readonly why: Text;
  /** A command-like statement that tells how to mend it; a template of the same arguments. */
  readonly fix: Text;
  /** One instance of all its arguments: the declaration of their names, and what docs and tests print the message with. */
  readonly sample: Arguments;
  /** What it fires on, and what it does not; `roster` is what `--roster` names in both. */
  readonly examples: {
    readonly failing: Example;
    readonly passing: Example;
    readonly roster?: string;
    readonly schema?: string;
    /** Whether both are read with `--fill`. */
    readonly fill?: true;
  };
  /** For checks on totals; the other kinds are raised while reading. */
  readonly run?: (evidence: Evidence) => Iterable<Fault>;
}

/** Declares a check; a missing language, reason or remedy does not compile. */
export const defineCheck = <const C extends Check>(check: C): C => check;

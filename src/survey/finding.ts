/** Where something stands in a source. Lines, columns and fields count from 1; a column counts UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly sheet?: string;
  readonly line?: number;
  readonly column?: number;
  /** The number of the column in the table. */
  readonly field?: number;
  readonly header?: string;
}

export const severities = ["error", "warning", "note"] as const;
export type Severity = (typeof severities)[number];

export type Arguments = Readonly<
  Record<string, string | number | readonly string[] | readonly number[]>
>;

/**
 * A fault in data or text. Faults are data: the code is permanent, the words are made late, in the reader's language,
 * from the check that bears the code and these arguments.
 */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly args: Arguments;
  readonly area?: string;
  readonly period?: string;
  readonly variable?: string;
  /** Other places that have part in it, such as the first of two equal rows. */
  readonly related?: readonly Place[];
  /** Findings of the same cause, told with this one. */
  readonly under?: readonly Finding[];
}

/** The findings one by one, each without those that are told with it. */
export const unfolded = (findings: readonly Finding[]): Finding[] =>
  findings.flatMap(({ under, ...finding }) => [finding, ...unfolded(under ?? [])]);

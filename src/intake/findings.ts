import type { RaisedCode } from "../survey/codes.ts";
import type { Arguments, Place } from "../survey/finding.ts";

/** A finding as intake and engines raise it: the file and the severity are known to those who collect it. */
export interface RaisedFinding {
  readonly code: RaisedCode;
  readonly place: Omit<Place, "file">;
  readonly args: Arguments;
  readonly area?: string;
  readonly period?: string;
  readonly variable?: string;
  readonly related?: readonly Omit<Place, "file">[];
}

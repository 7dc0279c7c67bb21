import type { NormResult } from "../analysis/analyse.ts";
import type { NormState } from "../analysis/norm-states.ts";
import type { Survey } from "../analysis/observed-survey.ts";
import type { Subject } from "../analysis/subject.ts";
import type { Area, Period } from "../survey/area.ts";
import type { Change } from "./change-figures.ts";
import type { BoundaryChange } from "./concordance.ts";
import type { NotCompared } from "./not-compared.ts";

/** How a set of areas stood to a norm at both ends. */
export interface NormChange {
  readonly from: NormResult;
  readonly to: NormResult;
}

/** One subject over the areas that have it in both periods. */
export interface SubjectChange {
  readonly subject: Subject;
  readonly change: Change;
  /** How many areas that is, and how many stand in either period. */
  readonly areas: number;
  readonly of: number;
  /** Areas of both periods of which one period does not report the subject; what is withheld is reported. */
  readonly unreported: number;
  /** Areas of both periods that stand outside the change because a figure of theirs is withheld. */
  readonly withheld: number;
  /** Over all areas of each period, where that is another set and none of them lacks a figure: else the change would be that of the gaps. */
  readonly all?: Change;
  /** Ids of the classes at both ends, of an indicator that classifies. */
  readonly classes?: ClassEnds;
  /** How many of the areas are in each class at both ends, of an indicator that classifies. */
  readonly classCounts?: ClassCounts;
  readonly norms: readonly NormChange[];
}

/** How many areas are in each class at both ends. */
export interface ClassCounts {
  readonly from: Readonly<Record<string, number>>;
  readonly to: Readonly<Record<string, number>>;
}

/** Ids of the classes at both ends. */
export interface ClassEnds {
  readonly from?: string;
  readonly to?: string;
}

/** A change of one area or group, and what it adds to that of the whole. */
export interface PartChange {
  readonly change: Change;
  /** Of an amount, Δxᵢ ÷ X₀ in percentage points; those of all areas add up to the growth of the whole. */
  readonly contribution?: Change["difference"];
  readonly classes?: ClassEnds;
  /** Of a group. */
  readonly classCounts?: ClassCounts;
}

export type AreaStatus = "same" | "appeared" | "vanished" | BoundaryChange["kind"];

export interface AreaChange {
  readonly area: Area;
  readonly status: AreaStatus;
  /** Its observations in the compared survey. */
  readonly from?: number;
  readonly to?: number;
  readonly changes: ReadonlyMap<string, PartChange>;
}

export interface GroupChange {
  readonly by: string;
  readonly group: string;
  readonly areas: number;
  readonly changes: ReadonlyMap<string, PartChange>;
}

/** Two periods of a survey side by side. */
export interface Comparison {
  readonly survey: Survey;
  readonly from: Period;
  readonly to: Period;
  /** From the end of one to the end of the other; undefined where an id is no period's. */
  readonly years: number | undefined;
  readonly subjects: readonly SubjectChange[];
  readonly groups: readonly GroupChange[];
  readonly areas: readonly AreaChange[];
  readonly boundaries: readonly BoundaryChange[];
  readonly notCompared: readonly NotCompared[];
  /** What became of the norms that were named. */
  readonly normStates: readonly NormState[];
}

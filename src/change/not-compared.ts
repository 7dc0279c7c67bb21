import type { Subject } from "../analysis/subject.ts";
import { findVariable } from "../codebook/index.ts";
import { type PeriodKind, periodKind } from "../intake/cells/period.ts";
import type { Basis } from "../intake/plan.ts";
import type { Area, Period } from "../survey/area.ts";

/** What was left out of a comparison, and why. */
export type NotCompared =
  | { readonly subject: Subject; readonly reason: "only-in"; readonly period: Period }
  /** One of the periods, or both, may show no figure, though areas report it. */
  | { readonly subject: Subject; readonly reason: "withheld" }
  | {
      readonly subject: Subject;
      readonly reason: "basis";
      readonly from: Basis;
      readonly to: Basis;
    }
  | {
      readonly subject: Subject;
      readonly reason: "period-kind";
      readonly from: PeriodKind;
      readonly to: PeriodKind;
    }
  | {
      readonly subject: Subject;
      readonly reason: "no-common-area";
      readonly areas: readonly Area[];
    }
  | {
      readonly subject: Subject;
      readonly reason: "areas-without" | "areas-withheld";
      readonly areas: readonly Area[];
    };

/** On what basis the residents of each period are counted; undefined where the tables do not say. */
export interface ResidentsBases {
  readonly from: Basis | undefined;
  readonly to: Basis | undefined;
}

interface Ends {
  readonly from: Period;
  readonly to: Period;
  readonly bases: ResidentsBases;
}

/** Why a subject cannot be compared at all; undefined where it can. Residents on different bases never are, nor what happens in a year with what happens in a month. */
export function reasonAgainst(
  subject: Subject,
  needs: readonly string[],
  inFrom: boolean,
  inTo: boolean,
  { from, to, bases }: Ends,
): NotCompared | "in-neither" | undefined {
  if (!inFrom && !inTo) return "in-neither";
  if (!inFrom || !inTo) return { subject, reason: "only-in", period: inFrom ? from : to };
  if (
    bases.from !== undefined &&
    bases.to !== undefined &&
    bases.from !== bases.to &&
    needs.some(isResidents)
  ) {
    return { subject, reason: "basis", from: bases.from, to: bases.to };
  }
  const kinds = { from: periodKind(from), to: periodKind(to) };
  if (kinds.from && kinds.to && kinds.from !== kinds.to && needs.some(isFlow))
    return { subject, reason: "period-kind", from: kinds.from, to: kinds.to };
  return undefined;
}

const isResidents = (id: string): boolean => id === "residents" || id.startsWith("residents_");

/** What is counted over a period, not at its end: money spent, events, admissions. */
function isFlow(id: string): boolean {
  const variable = findVariable(id);
  return (
    variable !== undefined &&
    ((variable.kind === "money" && variable.parts === "sum") ||
      variable.unit === "occasion" ||
      id === "members_new")
  );
}

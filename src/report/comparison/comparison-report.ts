import type { AreaChange, Comparison } from "../../change/comparison.ts";
import type { ResidentsBases } from "../../change/not-compared.ts";
import type { Finding, Severity } from "../../survey/finding.ts";
import type { Norm } from "../../survey/norm.ts";
import type { ReadSource } from "../reading.ts";

/** What `cdj compare` has to tell, in whatever form. */
export interface ComparisonReport {
  readonly comparison: Comparison;
  readonly sources: readonly ReadSource[];
  readonly findings: readonly Finding[];
  /** How many `cdj check` tells, which may be more. */
  readonly counts: Readonly<Record<Severity, number>>;
  readonly norms: readonly Norm[];
  readonly bases: ResidentsBases;
  /** Of the areas, in their order. */
  readonly shownAreas: readonly AreaChange[];
  /** The subject that stands first beside the areas. */
  readonly lead: string | undefined;
  /** Thousands separators in figures; printed unless false. */
  readonly groupDigits?: boolean | undefined;
}

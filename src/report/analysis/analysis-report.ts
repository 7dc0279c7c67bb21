import type { Analysis, AreaResult } from "../../analysis/analyse.ts";
import type { NormState } from "../../analysis/norm-states.ts";
import type { Finding, Severity } from "../../survey/finding.ts";
import type { DistributionReport } from "../distribution/distribution-blocks.ts";
import type { ReadSource } from "../reading.ts";
import type { AreaOrder } from "./area-order.ts";

/** What `cdj analyze` has to tell, in whatever form. */
export interface AnalysisReport {
  readonly analysis: Analysis;
  readonly sources: readonly ReadSource[];
  readonly findings: readonly Finding[];
  /** How many `cdj check` tells, which may be more. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** What became of the norms that were named. */
  readonly normStates: readonly NormState[];
  readonly order: AreaOrder;
  /** Of the areas, in their order. */
  readonly shownAreas: readonly AreaResult[];
  /** The periods at hand, when only some are shown. */
  readonly otherPeriods: readonly string[];
  /** Shown in place of the tables, where it is asked for. */
  readonly distribution?: DistributionReport;
  /** Thousands separators in figures; printed unless false. */
  readonly groupDigits?: boolean | undefined;
}

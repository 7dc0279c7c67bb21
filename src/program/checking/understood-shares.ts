import { shareColumns } from "../../analysis/shares.ts";
import type { ReadingPlan } from "../../intake/plan.ts";
import { codes } from "../../survey/codes.ts";
import type { Finding } from "../../survey/finding.ts";

/** A column of percentages beside their counts is understood by the check that recomputes it. */
export function sharesOf(
  tables: readonly {
    readonly file: string;
    readonly sheet?: string | undefined;
    readonly plan: ReadingPlan;
  }[],
): (finding: Finding) => boolean {
  const fields = new Set(
    tables.flatMap(({ file, sheet, plan }) =>
      shareColumns(plan).map(({ index }) => JSON.stringify([file, sheet, index + 1])),
    ),
  );
  return ({ code, place }) =>
    code === codes.unknownHeader &&
    fields.has(JSON.stringify([place.file, place.sheet, place.field]));
}

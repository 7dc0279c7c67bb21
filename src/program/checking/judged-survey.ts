import { existsSync } from "node:fs";
import type { ProtectionRules } from "../../protection/suppression.ts";
import { severityCounts } from "../../report/findings/judgement-of.ts";
import type { Finding, Severity } from "../../survey/finding.ts";
import type { LoadedConfig } from "../config/config.ts";
import { configProtection, withoutProtected } from "../config/protection-rules.ts";
import type { ReadSurvey } from "../reading/read-survey.ts";
import { checkSelection } from "./check-selection.ts";
import { judgeTables } from "./judge-tables.ts";
import { mostKept, mostTold } from "./kept-findings.ts";
import { rootOf } from "./project-root.ts";
import { firstOfEach, folded, rateFindings, withUnder } from "./rated-findings.ts";

/** What `cdj check` says of the tables that another command reads. */
export interface JudgedSurvey {
  /** What may be told under the protection of this run, in the order and as grave as `cdj check` tells it. */
  readonly findings: readonly Finding[];
  /** How many `cdj check` tells of each severity, also beyond those that are told one by one. */
  readonly counts: Readonly<Record<Severity, number>>;
}

/** Judges tables that were read for something else just as `cdj check` does with the same files, options and config. */
export async function judgedSurvey(
  read: ReadSurvey,
  { config, file }: LoadedConfig,
  protection: ProtectionRules | undefined,
): Promise<JudgedSurvey> {
  const { partitions, schema, baseline } = config.check ?? {};
  const most = mostTold(config);
  const judged = await judgeTables(read, {
    findingsPerCode: mostKept(most, baseline),
    ...(partitions && { partitions }),
    ...(schema !== undefined && {
      schema: (await import("../reading/schema-enforce.ts")).loadSchema(schema),
    }),
  });
  const { fresh, counts } = rateFindings(judged, {
    selection: checkSelection({ select: [], ignore: [] }, config.check),
    ...configProtection(config),
    root: rootOf(undefined, file, baseline),
    ...(baseline !== undefined &&
      existsSync(baseline) && { baseline: { file: baseline, willBeWritten: false } }),
  });
  const shown = withoutProtected(
    fresh.map(({ finding }) => finding),
    protection,
  ).map((finding) => ({ finding }));
  return {
    findings: firstOfEach(folded(shown, judged), most).map(withUnder),
    counts: severityCounts(counts),
  };
}

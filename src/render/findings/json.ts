import type { Judgement, ToldFinding } from "../../survey/judgement.ts";
import { renderJson } from "../sheets/json.ts";

/** What is told with a finding: other places that have part in it, and findings of the same cause. */
const relatedEntries = ({ related = [], under = [] }: ToldFinding) => [
  ...related,
  ...under.map(({ code, severity, message, place, area, period, variable, fingerprint }) => ({
    code,
    severity,
    message,
    ...place,
    ...(area !== undefined && { area }),
    ...(period !== undefined && { period }),
    ...(variable !== undefined && { variable }),
    fingerprint,
  })),
];

/** A finding as the JSON contract writes it. */
export function findingEntry(finding: ToldFinding) {
  const { code, severity, message, fix, fingerprint, place, endColumn } = finding;
  const { area, period, variable } = finding;
  const related = relatedEntries(finding);
  return {
    code,
    severity,
    message,
    fix,
    ...place,
    ...(endColumn !== undefined && { endColumn }),
    ...(area !== undefined && { area }),
    ...(period !== undefined && { period }),
    ...(variable !== undefined && { variable }),
    ...(related.length > 0 && { related }),
    fingerprint,
  };
}

/** `{tool, sources, findings, counts}`: counts are of all new findings, also of those beyond `--max-findings`. */
export function renderFindingsJson(judgement: Judgement): string {
  const { tool, sources, findings, counts, byCode, baseline } = judgement;
  return renderJson({
    tool,
    sources,
    findings: findings.map(findingEntry),
    counts: {
      ...counts,
      codes: Object.fromEntries(byCode.map(({ rule, count }) => [rule.code, count])),
    },
    ...(baseline && { baseline: { known: baseline.known, fixed: baseline.fixed } }),
  });
}

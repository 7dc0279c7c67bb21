import type { Judgement, ToldFinding } from "../../survey/judgement.ts";
import { renderJson } from "../sheets/json.ts";

/** A finding as the JSON contract writes it. */
export function findingEntry({
  code,
  severity,
  message,
  fix,
  fingerprint,
  place,
  endColumn,
  area,
  period,
  variable,
  related,
}: ToldFinding) {
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
    ...(related && related.length > 0 && { related }),
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

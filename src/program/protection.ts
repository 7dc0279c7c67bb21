import type { ProtectionRules } from "../analysis/suppression.ts";
import { findVariable } from "../codebook/index.ts";
import type { Finding } from "../survey/finding.ts";

const withheld = "‹…›";

/** Whether the figures of a variable or age band are never shown one by one. */
export const isProtected = (id: string, rules: ProtectionRules): boolean =>
  rules.suppress.includes(id) || (rules.minCell !== undefined && (findVariable(id)?.sensitive === true || rules.sensitive.includes(id)));

/** Findings on protected variables without the figures they quote. */
export function withoutProtected(findings: readonly Finding[], rules: ProtectionRules | undefined): readonly Finding[] {
  if (!rules) return findings;
  return findings.map((finding) =>
    finding.variable !== undefined && isProtected(finding.variable, rules) ? { ...finding, args: hidden(finding.args) } : finding,
  );
}

const figures: ReadonlySet<string> = new Set(["cell", "values", "value", "was", "low", "high", "sum", "total", "stated"]);

const hidden = (args: Finding["args"]): Finding["args"] =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [name, figures.has(name) ? withheld : value]));

import type { ProtectionRules } from "../analysis/suppression.ts";
import { findVariable } from "../codebook/index.ts";
import type { Finding } from "../survey/finding.ts";

const withheld = "‹…›";

/** Findings on protected variables without the figures they quote. */
export function withoutProtected(findings: readonly Finding[], rules: ProtectionRules | undefined): readonly Finding[] {
  if (!rules) return findings;
  const isProtected = (id: string): boolean =>
    rules.suppress.includes(id) || (rules.minCell !== undefined && (findVariable(id)?.sensitive === true || rules.sensitive.includes(id)));
  return findings.map((finding) => (finding.variable !== undefined && isProtected(finding.variable) ? { ...finding, args: hidden(finding.args) } : finding));
}

const figures: ReadonlySet<string> = new Set(["cell", "values", "value", "was", "low", "high", "sum", "total", "stated"]);

const hidden = (args: Finding["args"]): Finding["args"] =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [name, figures.has(name) ? withheld : value]));

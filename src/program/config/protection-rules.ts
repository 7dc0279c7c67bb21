import { shareColumns } from "../../analysis/shares.ts";
import { smallCell } from "../../checks/small-cell.ts";
import { bandId } from "../../codebook/age-band.ts";
import { findVariable } from "../../codebook/index.ts";
import { matchHeader } from "../../codebook/match.ts";
import { datedHead } from "../../intake/heads/dated-heads.ts";
import type { ReadingPlan } from "../../intake/plan.ts";
import { isRemoved, type ProtectionRules } from "../../protection/suppression.ts";
import { codes } from "../../survey/codes.ts";
import type { Finding } from "../../survey/finding.ts";
import type { Config } from "./config.ts";

const withheld = "‹…›";

/** What a config withholds: small counts, and variables that are never shown. */
export function configProtection({ minCell, sensitive = [], suppress = [] }: Config): {
  protection?: ProtectionRules;
} {
  return minCell === undefined && suppress.length === 0
    ? {}
    : { protection: { ...(minCell !== undefined && { minCell }), sensitive, suppress } };
}

/** Whether the figures of a variable or age band are never shown one by one. */
const isProtected = (id: string, rules: ProtectionRules): boolean =>
  isRemoved(id, rules) ||
  (rules.minCell !== undefined &&
    (findVariable(id)?.sensitive === true || rules.sensitive.includes(id)));

/** The columns (from 0) that hold figures never shown one by one: their own, second columns of them, percentages of them; in a long table all figures. */
export function protectedColumns(
  plan: ReadingPlan,
  rules: ProtectionRules | undefined,
): ReadonlySet<number> {
  if (!rules) return new Set();
  const shares = shareColumns(plan).filter(
    ({ part, whole }) => isProtected(part, rules) || isRemoved(whole, rules),
  );
  const own = plan.columns.filter(({ role, header }) => {
    if (role.is === "quantity") return isProtected(role.quantity, rules) || plan.shape === "long";
    return (
      role.is === "value" ||
      (role.is === "unused" && candidatesOf(header).some((id) => isProtected(id, rules)))
    );
  });
  return new Set([...shares, ...own].map(({ index }) => index));
}

/** What the figures of a column that is not used may be. */
function candidatesOf(header: string): readonly string[] {
  const meaning = matchHeader(datedHead(header)?.rest || header);
  if (meaning.kind === "variable") return [meaning.variable];
  if (meaning.kind === "band") return [bandId(meaning.band)];
  return meaning.kind === "ambiguous" ? meaning.candidates : [];
}

/** Findings on cells that hold no value, which nothing protects. */
const ofNoValue: ReadonlySet<string> = new Set([
  codes.notANumber,
  codes.unitConflict,
  codes.excelDamage,
  codes.negative,
]);

/**
 * Findings as far as they may be told: without those that name an area or a row for its protected figure, since which figures are small is what
 * is hidden, and without the figures that others quote. For `check`, which must not pass a wrong table, errors stay, without their figures.
 */
export function withoutProtected(
  findings: readonly Finding[],
  rules: ProtectionRules | undefined,
  kept: "errors" | "no-values" = "no-values",
): readonly Finding[] {
  if (!rules) return findings;
  return findings
    .filter(
      (finding) =>
        !tellsOfOne(finding) ||
        ofNoValue.has(finding.code) ||
        (kept === "errors" && finding.severity === "error" && finding.code !== smallCell.code) ||
        !mentions(finding, rules),
    )
    .map((finding) =>
      withoutColumn(
        mentions(finding, rules) ? { ...finding, args: hidden(finding.args) } : finding,
      ),
    );
}

/** How many characters stand before a cell tells how many digits the withheld ones have; the number of the field does not. */
function withoutColumn(finding: Finding): Finding {
  const { column: _, ...place } = finding.place;
  return { ...finding, place };
}

const tellsOfOne = ({ area, place }: Finding): boolean =>
  area !== undefined || place.line !== undefined;

const mentions = ({ variable, args }: Finding, rules: ProtectionRules): boolean =>
  (variable !== undefined && isProtected(variable, rules)) ||
  Object.values(args).some((value) =>
    [value].flat().some((text) => typeof text === "string" && isProtected(text, rules)),
  );

const figures: ReadonlySet<string> = new Set([
  "cell",
  "values",
  "value",
  "was",
  "low",
  "high",
  "sum",
  "total",
  "stated",
]);

const hidden = (args: Finding["args"]): Finding["args"] =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, figures.has(name) ? withheld : value]),
  );

/** The cells of a row below the header, without the protected ones. */
export const withoutProtectedCells = (
  cells: readonly string[],
  columns: ReadonlySet<number>,
): string[] => cells.map((cell, i) => (cell.trim() !== "" && columns.has(i) ? withheld : cell));

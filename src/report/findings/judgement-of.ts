import { checks, findCheck } from "../../checks/index.ts";
import type { Finding, Place, Severity } from "../../survey/finding.ts";
import type { FixedFinding, Judgement, Rule, ToldFinding } from "../../survey/judgement.ts";
import type { Language } from "../../survey/language.ts";
import { fixOf, messageOf } from "./message.ts";

export interface TellOptions {
  readonly language: Language;
  readonly version: string;
}

/** A finding with what the program knows of it beside. */
export interface Kept extends Pick<ToldFinding, "excerpt" | "endColumn" | "fingerprint"> {
  readonly finding: Finding;
  /** What is told with it. */
  readonly under?: readonly Kept[];
}

/** The words of a check in a language; a fix has no arguments there, so what depends on one is left out. */
function ruleOf(code: string, severity: Severity | undefined, language: Language): Rule {
  const check = findCheck(code);
  if (!check) throw new Error(`no check bears the code ${code}`);
  return {
    code: check.code,
    name: check.name,
    severity: severity ?? check.severity,
    title: check.title[language],
    why: check.why[language],
    fix: fixOf({ code: check.code, args: {} }, language),
  };
}

/** A finding in words. */
function tell({ finding, under, ...beside }: Kept, language: Language): ToldFinding {
  const { under: _, ...own } = finding;
  return {
    ...own,
    ...beside,
    ...(under && under.length > 0 && { under: under.map((one) => tell(one, language)) }),
    message: messageOf(finding, language),
    fix: fixOf(finding, language),
  };
}

/** Findings in the order in which files are read: by file as they were named, line, column, code. */
export function inOrder<F extends { readonly place: Place; readonly code: string }>(
  findings: readonly F[],
  files: readonly string[],
): F[] {
  const rank = new Map(files.map((file, i) => [file, i]));
  const of = (place: Place): readonly number[] => [
    rank.get(place.file) ?? files.length,
    place.line ?? 0,
    place.field ?? 0,
    place.column ?? 0,
  ];
  return [...findings].sort((a, b) => {
    const [x, y] = [of(a.place), of(b.place)];
    const sheets =
      (a.place.sheet ?? "") === (b.place.sheet ?? "")
        ? 0
        : (a.place.sheet ?? "") < (b.place.sheet ?? "")
          ? -1
          : 1;
    const first = (x[0] as number) - (y[0] as number) || sheets;
    if (first !== 0) return first;
    for (let i = 1; i < x.length; i++)
      if (x[i] !== y[i]) return (x[i] as number) - (y[i] as number);
    return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
  });
}

export interface JudgementParts extends Pick<Judgement, "files" | "paths" | "failOn"> {
  readonly sources: readonly unknown[];
  /** New findings to be told, in order. */
  readonly kept: readonly Kept[];
  /** Findings that the baseline knows. */
  readonly suppressed?: readonly Kept[];
  /** New findings by code, with those that are only counted; the severity as configured. */
  readonly counts: ReadonlyMap<string, { readonly count: number; readonly severity: Severity }>;
  readonly baseline?: {
    readonly known: number;
    readonly fixed: readonly Omit<FixedFinding, "title">[];
  };
  readonly fixable?: number;
}

/** How many there are of each severity. */
export function severityCounts(counts: JudgementParts["counts"]): Record<Severity, number> {
  const bySeverity: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  for (const { count, severity } of counts.values()) bySeverity[severity] += count;
  return bySeverity;
}

/** All that the formats print of one run. */
export function judgementOf(parts: JudgementParts, { language, version }: TellOptions): Judgement {
  const told = parts.kept.map((kept) => tell(kept, language));
  const order = checks.map((check) => check.code as string);
  const byCode = [...parts.counts]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .filter(([, { count }]) => count > 0)
    .map(([code, { count, severity }]) => ({
      rule: ruleOf(code, severity, language),
      count,
      told: told.filter((finding) => finding.code === code).length,
    }));
  const { baseline, suppressed = [] } = parts;
  return {
    language,
    tool: { name: "cdj", version },
    sources: parts.sources,
    files: parts.files,
    paths: parts.paths,
    failOn: parts.failOn,
    findings: told,
    suppressed: suppressed.map((kept) => tell(kept, language)),
    rulesOfSuppressed: [
      ...new Map(suppressed.map(({ finding }) => [finding.code, finding.severity])),
    ].map(([code, severity]) => ruleOf(code, severity, language)),
    counts: severityCounts(parts.counts),
    byCode,
    ...(baseline && {
      baseline: {
        known: baseline.known,
        fixed: baseline.fixed.map((one) => ({
          ...one,
          title: findCheck(one.code)?.title[language] ?? one.code,
        })),
      },
    }),
    fixable: parts.fixable ?? 0,
  };
}

import { foldFindings } from "../../judging/fold-findings.ts";
import type { ProtectionRules } from "../../protection/suppression.ts";
import { inOrder } from "../../report/findings/judgement-of.ts";
import { type Finding, type Severity, severities } from "../../survey/finding.ts";
import { withoutProtected } from "../config/protection-rules.ts";
import { type KnownFinding, readBaseline } from "./baseline.ts";
import type { CheckSelection } from "./check-selection.ts";
import { fingerprints } from "./fingerprint.ts";
import type { JudgedTables } from "./judge-tables.ts";
import { pathFrom } from "./project-root.ts";

export interface Rating {
  readonly selection: CheckSelection;
  readonly baseline?: { readonly file: string; readonly willBeWritten: boolean };
  /** Figures that are never shown. */
  readonly protection?: ProtectionRules;
  /** The folder from which a baseline knows files by their paths. */
  readonly root: string;
}

/** A finding, and what it is known by in another run. */
export interface MarkedFinding {
  readonly finding: Finding;
  readonly fingerprint: string;
}

type Marked = Pick<MarkedFinding, "finding">;
/** With those of the same cause. */
export type Folded<M extends Marked> = M & { readonly under?: readonly M[] };

export interface RatedFindings {
  /** Files that were judged, as they were named. */
  readonly files: readonly string[];
  /** What is told, in order, as grave as configured; known findings too. */
  readonly all: readonly MarkedFinding[];
  /** Of these the ones that the baseline does not know, one by one. */
  readonly fresh: readonly MarkedFinding[];
  /** The same, one for one cause. */
  readonly causes: readonly Folded<MarkedFinding>[];
  /** All that the baseline knows. */
  readonly known: readonly KnownFinding[];
  /** New findings by code: those at hand, and those that were only counted, which a baseline cannot know. */
  readonly counts: ReadonlyMap<string, { readonly count: number; readonly severity: Severity }>;
}

/** Of what was found, what a run tells: chosen and rated as configured, without what is protected, in order, new or known. */
export function rateFindings(
  judged: JudgedTables & { readonly refused?: readonly string[] },
  { selection, baseline, protection, root }: Rating,
): RatedFindings {
  const files = [...new Set([...judged.tables.map(({ file }) => file), ...(judged.refused ?? [])])];
  const rated = inOrder(
    withoutProtected(chosen(judged.findings, selection), protection, "errors"),
    files,
  );
  const marks = fingerprints(rated, (file) => pathFrom(root, file));
  const all = rated.map((finding, i) => ({ finding, fingerprint: marks[i] as string }));
  const known = baseline ? readBaseline(baseline.file, baseline.willBeWritten) : [];
  const knownMarks = new Set(known.map(({ fingerprint }) => fingerprint));
  const fresh = all.filter(({ fingerprint }) => !knownMarks.has(fingerprint));
  const causes = folded(fresh, judged);
  return { files, all, fresh, causes, known, counts: countsOf(judged, all, causes, selection) };
}

/** One finding for one cause, the gravest first, and of these the ones that mend others. */
export function folded<M extends Marked>(
  marked: readonly M[],
  { tables }: Pick<JudgedTables, "tables">,
): Folded<M>[] {
  const keyOf = (file: string, sheet: string | undefined): string => JSON.stringify([file, sheet]);
  const rows = new Map(
    tables.map(({ file, source, part }) => [keyOf(file, source.origin?.sheet), part.groups.length]),
  );
  return foldFindings(
    marked.map(({ finding }) => finding),
    ({ file, sheet }) => rows.get(keyOf(file, sheet)) ?? Number.POSITIVE_INFINITY,
  )
    .map(({ root, under }) => ({
      ...(marked[root] as M),
      ...(under.length > 0 && { under: under.map((index) => marked[index] as M) }),
    }))
    .sort(byUrgency);
}

/** A finding with those of the same cause under it. */
export const withUnder = ({ finding, under }: Folded<Marked>): Finding =>
  under ? { ...finding, under: under.map((one) => one.finding) } : finding;

const byUrgency = (a: Folded<Marked>, b: Folded<Marked>): number =>
  severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity) ||
  Number(b.under !== undefined) - Number(a.under !== undefined);

/** The first so many of each code. */
export function firstOfEach<M extends Marked>(findings: readonly M[], most: number): M[] {
  const counts = new Map<string, number>();
  return findings.filter(({ finding }) => {
    const count = (counts.get(finding.code) ?? 0) + 1;
    counts.set(finding.code, count);
    return count <= most;
  });
}

function chosen(findings: readonly Finding[], selection: CheckSelection): Finding[] {
  const cwd = process.cwd();
  return findings.flatMap((finding) => {
    const severity = selection.severityOf(finding.code);
    return severity === undefined ||
      selection.ignoredIn(pathFrom(cwd, finding.place.file), finding.code)
      ? []
      : [{ ...finding, severity }];
  });
}

function countsOf(
  judged: JudgedTables,
  all: readonly MarkedFinding[],
  fresh: readonly MarkedFinding[],
  selection: CheckSelection,
): Map<string, { count: number; severity: Severity }> {
  const kept = new Map<string, number>();
  for (const { code } of judged.findings) kept.set(code, (kept.get(code) ?? 0) + 1);
  const counts = new Map<string, { count: number; severity: Severity }>();
  const add = (code: string, more: number): void => {
    const severity = selection.severityOf(code);
    if (severity !== undefined && more > 0)
      counts.set(code, { count: (counts.get(code)?.count ?? 0) + more, severity });
  };
  for (const { finding } of fresh) add(finding.code, 1);
  const told = new Set(all.map(({ finding }) => finding.code));
  for (const [code, count] of judged.counts)
    if (told.has(code)) add(code, count - (kept.get(code) ?? 0));
  return counts;
}

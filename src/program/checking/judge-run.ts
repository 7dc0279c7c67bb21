import { relative, resolve } from "node:path";
import type { ProtectionRules } from "../../protection/suppression.ts";
import { sourceJson } from "../../report/analysis/analysis-json.ts";
import { inOrder, judgementOf, type Kept } from "../../report/findings/judgement-of.ts";
import { CdjError } from "../../survey/error.ts";
import type { Finding, Severity } from "../../survey/finding.ts";
import type { Judgement } from "../../survey/judgement.ts";
import type { Language } from "../../survey/language.ts";
import { withoutProtected } from "../config/protection-rules.ts";
import { fixedFindings, type KnownFinding, knownOf, readBaseline } from "./baseline.ts";
import { withExcerpts } from "./check-excerpts.ts";
import type { Checked } from "./check-files.ts";
import type { CheckSelection } from "./check-selection.ts";
import { fingerprints } from "./fingerprint.ts";

/** With a baseline every finding has to be known by name, not only counted. */
export const mostWithBaseline = 100_000;

export interface JudgeRun {
  readonly selection: CheckSelection;
  readonly maxFindings: number;
  readonly baseline?: { readonly file: string; readonly mayBeMissing: boolean };
  readonly language: Language;
  readonly version: string;
  readonly fixable?: number;
  /** Figures that are never shown. */
  readonly protection?: ProtectionRules;
}

export interface RunResult {
  readonly judgement: Judgement;
  /** Known and new findings as a baseline keeps them. */
  readonly all: readonly KnownFinding[];
  /** Of the baseline: those no longer there, and all it knows. */
  readonly fixed: readonly KnownFinding[];
  readonly known: readonly KnownFinding[];
}

/** The path of a file from the working directory, with forward slashes; standard input keeps its name. */
export const pathOf = (file: string): string =>
  file === "-" ? "stdin" : relative(process.cwd(), resolve(file)).replaceAll("\\", "/") || file;

/** Chooses what is told of what was found, puts it in order and into words. */
export async function judgeRun(checked: Checked, run: JudgeRun): Promise<RunResult> {
  const files = filesOf(checked);
  const rated = inOrder(
    withoutProtected(chosen(checked.findings, run.selection), run.protection, "errors"),
    files,
  );
  const marks = fingerprints(rated, pathOf);
  const known = run.baseline ? readBaseline(run.baseline.file, run.baseline.mayBeMissing) : [];
  const knownMarks = new Set(known.map(({ fingerprint }) => fingerprint));
  const fresh = rated.flatMap((finding, i) =>
    knownMarks.has(marks[i] as string) ? [] : [{ finding, fingerprint: marks[i] as string }],
  );
  const told = await kept(fresh, checked, run);
  const fixed = fixedFindings(known, new Set(marks), new Set(files.map(pathOf)));
  const judgement = judgementOf(
    {
      files,
      paths: Object.fromEntries(
        [...files, ...rated.map(({ place }) => place.file)].map((file) => [file, pathOf(file)]),
      ),
      failOn: run.selection.failOn,
      sources: checked.sources.map(sourceJson),
      kept: told,
      counts: countsOf(checked, rated, fresh, run.selection),
      ...(run.baseline && {
        baseline: {
          known: rated.length - fresh.length,
          fixed: fixed.map(({ fingerprint: _, ...one }) => one),
        },
      }),
      ...(run.fixable !== undefined && { fixable: run.fixable }),
    },
    { language: run.language, version: run.version },
  );
  return {
    judgement,
    all: rated.map((finding, i) =>
      knownOf(finding, marks[i] as string, pathOf(finding.place.file)),
    ),
    fixed,
    known,
  };
}

const filesOf = ({ tables, refused }: Checked): string[] => [
  ...new Set([...tables.map(({ file }) => file), ...refused]),
];

function chosen(findings: readonly Finding[], selection: CheckSelection): Finding[] {
  return findings.flatMap((finding) => {
    const severity = selection.severityOf(finding.code);
    return severity === undefined || selection.ignoredIn(pathOf(finding.place.file), finding.code)
      ? []
      : [{ ...finding, severity }];
  });
}

/** The first of each code, with their rows. */
async function kept(
  fresh: readonly { finding: Finding; fingerprint: string }[],
  { tables }: Checked,
  { maxFindings, protection }: JudgeRun,
): Promise<Kept[]> {
  const counts = new Map<string, number>();
  const first = fresh.filter(({ finding }) => {
    const count = (counts.get(finding.code) ?? 0) + 1;
    counts.set(finding.code, count);
    return count <= maxFindings;
  });
  const shown = await withExcerpts(
    first.map(({ finding }) => finding),
    tables,
    protection,
  );
  return shown.map((one, i) => ({
    ...one,
    fingerprint: (first[i] as { fingerprint: string }).fingerprint,
  }));
}

/** New findings by code: those at hand, and those that were only counted, which a baseline cannot know. */
function countsOf(
  checked: Checked,
  rated: readonly Finding[],
  fresh: readonly { finding: Finding }[],
  selection: CheckSelection,
): Map<string, { count: number; severity: Severity }> {
  const raised = new Map<string, number>();
  for (const { code } of checked.findings) raised.set(code, (raised.get(code) ?? 0) + 1);
  const counts = new Map<string, { count: number; severity: Severity }>();
  const add = (code: string, more: number): void => {
    const severity = selection.severityOf(code);
    if (severity !== undefined && more > 0)
      counts.set(code, { count: (counts.get(code)?.count ?? 0) + more, severity });
  };
  for (const { finding } of fresh) add(finding.code, 1);
  for (const [code, count] of checked.counts)
    if (rated.some((finding) => finding.code === code)) add(code, count - (raised.get(code) ?? 0));
  return counts;
}

/** A number option; throws a CdjError for anything but a whole number from 1. */
export function wholeOption(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new CdjError("bad-option-value", { option, value: text, expected: "1, 2, 3, …" });
  return number;
}

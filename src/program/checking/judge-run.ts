import { sourceJson } from "../../report/analysis/analysis-json.ts";
import { judgementOf, type Kept } from "../../report/findings/judgement-of.ts";
import { CdjError } from "../../survey/error.ts";
import type { Judgement } from "../../survey/judgement.ts";
import type { Language } from "../../survey/language.ts";
import { fixedFindings, type KnownFinding, knownOf } from "./baseline.ts";
import { withExcerpts } from "./check-excerpts.ts";
import type { Checked } from "./check-files.ts";
import { pathFrom } from "./project-root.ts";
import {
  type Folded,
  firstOfEach,
  type MarkedFinding,
  type Rating,
  rateFindings,
} from "./rated-findings.ts";

export interface JudgeRun extends Rating {
  readonly maxFindings: number;
  /** The folder from which formats name files by their paths. */
  readonly pathsFrom: string;
  readonly language: Language;
  readonly version: string;
  readonly fixable?: number;
}

export interface RunResult {
  readonly judgement: Judgement;
  /** Known and new findings as a baseline keeps them. */
  readonly all: readonly KnownFinding[];
  /** Of the baseline: those no longer there, and all it knows. */
  readonly fixed: readonly KnownFinding[];
  readonly known: readonly KnownFinding[];
}

/** Chooses what is told of what was found, puts it in order and into words. */
export async function judgeRun(checked: Checked, run: JudgeRun): Promise<RunResult> {
  const { files, all, causes, known, counts } = rateFindings(checked, run);
  const keyPath = (file: string): string => pathFrom(run.root, file);
  const fixed = fixedFindings(
    known,
    new Set(all.map(({ fingerprint }) => fingerprint)),
    new Set(files.map(keyPath)),
  );
  const knownMarks = new Set(known.map(({ fingerprint }) => fingerprint));
  const standing = all.filter(({ fingerprint }) => knownMarks.has(fingerprint));
  const judgement = judgementOf(
    {
      files,
      paths: Object.fromEntries(
        [...files, ...all.map(({ finding }) => finding.place.file)].map((file) => [
          file,
          pathFrom(run.pathsFrom, file),
        ]),
      ),
      failOn: run.selection.failOn,
      sources: checked.sources.map(sourceJson),
      kept: await kept(causes, checked, run),
      suppressed: standing,
      counts,
      ...(run.baseline && {
        baseline: {
          known: standing.length,
          fixed: fixed.map(({ fingerprint: _, ...one }) => one),
        },
      }),
      ...(run.fixable !== undefined && { fixable: run.fixable }),
    },
    { language: run.language, version: run.version },
  );
  return {
    judgement,
    all: all.map(({ finding, fingerprint }) =>
      knownOf(finding, fingerprint, keyPath(finding.place.file)),
    ),
    fixed,
    known,
  };
}

/** The first of each code, with their rows. */
async function kept(
  causes: readonly Folded<MarkedFinding>[],
  { tables }: Checked,
  { maxFindings, protection }: JudgeRun,
): Promise<Kept[]> {
  const first = firstOfEach(causes, maxFindings);
  const single = first.flatMap(({ under = [], ...root }): MarkedFinding[] => [root, ...under]);
  const shown = await withExcerpts(
    single.map(({ finding }) => finding),
    tables,
    protection,
  );
  const told = shown.map(
    (one, i): Kept => ({ ...one, fingerprint: (single[i] as MarkedFinding).fingerprint }),
  );
  let at = 0;
  return first.map(({ under = [] }) => {
    const root = told[at] as Kept;
    const below = told.slice(at + 1, at + 1 + under.length);
    at += 1 + under.length;
    return below.length === 0 ? root : { ...root, under: below };
  });
}

/** A number option; throws a CdjError for anything but a whole number from 1. */
export function wholeOption(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new CdjError("bad-option-value", { option, value: text, expected: "1, 2, 3, …" });
  return number;
}

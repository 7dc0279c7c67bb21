import { checkFiles } from "../../../src/program/checking/check-files.ts";
import { checkSelection } from "../../../src/program/checking/check-selection.ts";
import { judgeRun } from "../../../src/program/checking/judge-run.ts";
import type { Finding } from "../../../src/survey/finding.ts";
import type { Judgement, ToldFinding } from "../../../src/survey/judgement.ts";
import type { Language } from "../../../src/survey/language.ts";

/** What `cdj check` says of files, before it is printed. */
export async function judged(
  files: readonly string[],
  language: Language = "en",
  failOn?: string,
): Promise<Judgement> {
  const selection = checkSelection({
    select: [],
    ignore: [],
    ...(failOn !== undefined && { failOn }),
  });
  return (
    await judgeRun(await checkFiles(files, {}), {
      selection,
      maxFindings: 1000,
      language,
      version: "0.0.0",
      root: ".",
      pathsFrom: ".",
    })
  ).judgement;
}

/** A judgement made of these findings, for what no small table shows. */
export function judgementOf(
  findings: readonly (Partial<ToldFinding> & Pick<Finding, "code" | "severity">)[],
): Judgement {
  const told = findings.map(
    (finding, i): ToldFinding => ({
      place: { file: "a.csv", line: i + 1 },
      args: {},
      message: `message ${i}`,
      fix: "Fix it.",
      fingerprint: `f${i}`,
      ...finding,
    }),
  );
  const codes = [...new Set(told.map(({ code }) => code))];
  const rule = (code: string) =>
    ({
      code,
      name: "name",
      severity: told.find((f) => f.code === code)?.severity ?? "error",
      title: "Title",
      why: "Why.",
      fix: "Fix.",
    }) as const;
  const count = (code: string): number => told.filter((finding) => finding.code === code).length;
  const of = (severity: string): number =>
    told.filter((finding) => finding.severity === severity).length;
  return {
    language: "en",
    tool: { name: "cdj", version: "0.0.0" },
    sources: [],
    files: ["a.csv"],
    paths: { "a.csv": "a.csv" },
    failOn: "error",
    findings: told,
    suppressed: [],
    rulesOfSuppressed: [],
    counts: { error: of("error"), warning: of("warning"), note: of("note") },
    byCode: codes.map((code) => ({ rule: rule(code), count: count(code), told: count(code) })),
    fixable: 0,
  };
}

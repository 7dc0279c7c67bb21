import { existsSync, readFileSync } from "node:fs";
import { CdjError } from "../../survey/error.ts";
import type { Finding } from "../../survey/finding.ts";
import type { FixedFinding } from "../../survey/judgement.ts";
import { writeWhole } from "../output/output.ts";

/** A known finding: its fingerprint, and what a reader needs to tell which one it is. */
export interface KnownFinding extends Omit<FixedFinding, "title"> {
  readonly fingerprint: string;
}

/** The findings of a baseline file, none where there is no such file yet. Throws a CdjError for a file that is no baseline. */
export function readBaseline(file: string, mayBeMissing: boolean): KnownFinding[] {
  if (!existsSync(file)) {
    if (mayBeMissing) return [];
    throw new CdjError("no-such-file", { file, suggestions: ["--update-baseline"] });
  }
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new CdjError("bad-config", { file, reason: (error as Error).message });
  }
  const { version, findings } = (data ?? {}) as { version?: unknown; findings?: unknown };
  const sound =
    version === 1 &&
    Array.isArray(findings) &&
    findings.every((one) => typeof one?.fingerprint === "string" && typeof one?.code === "string");
  if (!sound)
    throw new CdjError("bad-config", {
      file,
      reason: "version 1, findings: [{fingerprint, code, …}]",
    });
  return findings as KnownFinding[];
}

/** What of the baseline is no more: known findings of files judged in this run that were not found again. */
export function fixedFindings(
  known: readonly KnownFinding[],
  found: ReadonlySet<string>,
  paths: ReadonlySet<string>,
): KnownFinding[] {
  return known.filter(
    ({ fingerprint, file }) => !found.has(fingerprint) && (file === undefined || paths.has(file)),
  );
}

/** A finding as the baseline keeps it: no line, for lines move. */
export const knownOf = (
  { code, area, period, variable }: Finding,
  fingerprint: string,
  path: string,
): KnownFinding => ({
  fingerprint,
  code,
  file: path,
  ...(area !== undefined && { area }),
  ...(period !== undefined && { period }),
  ...(variable !== undefined && { variable }),
});

/** Writes a baseline, sorted, so that two runs and two people write the same bytes. */
export function writeBaseline(file: string, findings: readonly KnownFinding[]): void {
  const keyOf = ({ file: path, code, area, fingerprint }: KnownFinding): string =>
    JSON.stringify([path ?? "", code, area ?? "", fingerprint]);
  const unique = [...new Map(findings.map((finding) => [finding.fingerprint, finding])).values()];
  const sorted = unique
    .map((finding) => [keyOf(finding), finding] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const entries = sorted.map(([, finding]) => `    ${JSON.stringify(finding)}`);
  writeWhole(
    file,
    `{\n  "version": 1,\n  "findings": [${entries.length > 0 ? `\n${entries.join(",\n")}\n  ` : ""}]\n}\n`,
  );
}

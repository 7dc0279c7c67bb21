import { existsSync, readFileSync } from "node:fs";
import { CdjError } from "../../survey/error.ts";
import type { Finding } from "../../survey/finding.ts";
import type { FixedFinding } from "../../survey/judgement.ts";
import { configWords } from "../../words/locales/config.ts";
import { phrase } from "../../words/phrase.ts";
import { parsedJson } from "../config/json-text.ts";
import { spokenLanguage } from "../language.ts";
import { writeWhole } from "../output/output.ts";

/** A known finding: its fingerprint, and what a reader needs to tell which one it is. */
export interface KnownFinding extends Omit<FixedFinding, "title"> {
  readonly fingerprint: string;
}

/** Fingerprints of another version know other findings. */
const baselineVersion = 2;

/**
 * The findings of a baseline file, none where there is no such file yet, or, where it is about to be written, one of an earlier version.
 * Throws a CdjError for a file that is no baseline; what stands in it is not printed.
 */
export function readBaseline(file: string, willBeWritten: boolean): KnownFinding[] {
  if (!existsSync(file)) {
    if (willBeWritten) return [];
    throw new CdjError("no-such-file", { file, suggestions: ["--update-baseline"] });
  }
  const { version, findings } = (parsedJson(file, readFileSync(file, "utf8"), true) ?? {}) as {
    version?: unknown;
    findings?: unknown;
  };
  const isBaseline =
    Array.isArray(findings) &&
    findings.every((one) => typeof one?.fingerprint === "string" && typeof one?.code === "string");
  if (isBaseline && version === baselineVersion) return findings as KnownFinding[];
  if (isBaseline && willBeWritten && Number(version) < baselineVersion) return [];
  const language = spokenLanguage();
  throw new CdjError("bad-config", {
    file,
    reason: phrase(configWords(language).noBaseline, { file }, language),
  });
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
    `{\n  "version": ${baselineVersion},\n  "findings": [${entries.length > 0 ? `\n${entries.join(",\n")}\n  ` : ""}]\n}\n`,
  );
}

import type { Severity } from "../../survey/finding.ts";
import type { Judgement } from "../../survey/judgement.ts";
import { neutraliseTerminal } from "../neutralise.ts";
import { renderJson } from "../sheets/json.ts";

const severities: Readonly<Record<Severity, "major" | "minor" | "info">> = {
  error: "major",
  warning: "minor",
  note: "info",
};

/**
 * GitLab's code quality report (https://docs.gitlab.com/ci/testing/code_quality/): the code stands in the description, for GitLab shows
 * nothing else; paths are relative, fingerprints unique.
 */
export function renderFindingsGitlab({ findings, paths }: Judgement): string {
  return renderJson(
    findings.map(({ code, severity, message, place, fingerprint }) => ({
      description: `${code}: ${neutraliseTerminal(message)}`,
      check_name: code,
      fingerprint,
      severity: severities[severity],
      location: { path: paths[place.file] ?? place.file, lines: { begin: place.line ?? 1 } },
    })),
  );
}

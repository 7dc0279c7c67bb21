import type { Severity } from "../../survey/finding.ts";
import type { Judgement, ToldFinding } from "../../survey/judgement.ts";
import { checkWords } from "../../words/locales/check.ts";
import { neutraliseTerminal } from "../neutralise.ts";
import { say } from "./say.ts";
import { commandless } from "./text.ts";

/** GitHub shows so many annotations of each type for a step, and drops the others without a word. */
const mostPerType = 10;

const commands: Readonly<Record<Severity, "error" | "warning" | "notice">> = {
  error: "error",
  warning: "warning",
  note: "notice",
};

/** The text of a workflow command (https://docs.github.com/actions/reference/workflow-commands): it ends at no line break of the data. */
const data = (text: string): string =>
  neutraliseTerminal(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

/**
 * Findings as annotations of GitHub: the gravest first, of each code one before a second of any, and a notice that tells what did not fit.
 */
export function renderFindingsGithub({ findings, paths, byCode, language }: Judgement): string {
  const shown = (["error", "warning", "note"] as const).flatMap((severity) => {
    const of = findings.filter((finding) => finding.severity === severity);
    // The notice of what is left out takes a place itself.
    return inTurns(of).slice(0, severity === "note" ? mostPerType - 1 : mostPerType);
  });
  const left = byCode.flatMap(({ rule, count }) => {
    const more = count - shown.filter(({ code }) => code === rule.code).length;
    return more > 0 ? [{ code: rule.code, more }] : [];
  });
  const lines = shown.map((finding) =>
    annotation(finding, paths[finding.place.file] ?? finding.place.file),
  );
  if (left.length > 0) {
    const n = left.reduce((sum, { more }) => sum + more, 0);
    const list = left.map(({ code, more }) => `${code} ×${more}`).join(", ");
    lines.push(
      `::notice title=cdj::${data(say(checkWords(language).more, { n, list: "{list}" }, language).replace("{list}", list))}`,
    );
  }
  return lines.map((line) => `${line}\n`).join("");
}

/** One of each code, then the second of each, and so on; within a code the order stays. */
function inTurns(findings: readonly ToldFinding[]): ToldFinding[] {
  const turn = new Map<string, number>();
  const keyed = findings.map((finding, i) => {
    const round = turn.get(finding.code) ?? 0;
    turn.set(finding.code, round + 1);
    return { finding, round, i };
  });
  return keyed.sort((a, b) => a.round - b.round || a.i - b.i).map(({ finding }) => finding);
}

function annotation(
  { code, severity, message, fix, place, endColumn }: ToldFinding,
  path: string,
): string {
  const properties = [
    `file=${property(path)}`,
    ...(place.line === undefined ? [] : [`line=${place.line}`]),
    ...(place.line === undefined || place.column === undefined ? [] : [`col=${place.column}`]),
    ...(place.line === undefined || endColumn === undefined
      ? []
      : [`endColumn=${Math.max(endColumn - 1, place.column ?? 1)}`]),
    `title=${property(code)}`,
  ];
  return `::${commands[severity]} ${properties.join(",")}::${commandless(`${data(message)}%0A${data(fix)}`)}`;
}

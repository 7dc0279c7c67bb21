import type { Judgement, ToldFinding } from "../../survey/judgement.ts";
import { checkWords } from "../../words/locales/check.ts";
import { markupLine } from "../markup.ts";
import { fails, sentences } from "./say.ts";
import { placeText } from "./text.ts";

/**
 * JUnit XML as Jenkins reads it (xunit-plugin, junit-10.xsd): a suite for each file, a case for each finding; those that fail the run are
 * failures, the others pass with their text as output. A file without findings is one case that passes.
 */
export function renderFindingsJunit(judgement: Judgement): string {
  const { files, findings, failOn } = judgement;
  const byFile = new Map<string, ToldFinding[]>(files.map((file) => [file, []]));
  for (const finding of findings)
    byFile.set(finding.place.file, [...(byFile.get(finding.place.file) ?? []), finding]);
  const suites = [...byFile].map(([file, own]) => suite(file, own, judgement));
  const failures = findings.filter(({ severity }) => fails(severity, failOn)).length;
  const tests = [...byFile.values()].reduce((sum, own) => sum + Math.max(1, own.length), 0);
  const lines = [
    `<testsuites name="cdj check" tests="${tests}" failures="${failures}" errors="0">`,
    ...suites.flat(),
    "</testsuites>",
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join("\n")}\n`;
}

function suite(file: string, findings: readonly ToldFinding[], judgement: Judgement): string[] {
  const { failOn, language } = judgement;
  const failures = findings.filter(({ severity }) => fails(severity, failOn)).length;
  const name = markupLine(file);
  const cases =
    findings.length === 0
      ? [
          `    <testcase classname="${name}" name="${markupLine(checkWords(language).noFindings)}" time="0"/>`,
        ]
      : findings.flatMap((finding) => testCase(finding, judgement));
  return [
    `  <testsuite name="${name}" tests="${cases.filter((line) => line.startsWith("    <testcase")).length}" failures="${failures}" errors="0" skipped="0" time="0">`,
    ...cases,
    "  </testsuite>",
  ];
}

function testCase(finding: ToldFinding, { failOn, language }: Judgement): string[] {
  const { code, severity, message, place } = finding;
  const where = placeText(finding);
  const open = `    <testcase classname="${markupLine(place.file)}" name="${markupLine(`${code} ${where}`)}" time="0">`;
  const text = markupLine(`${where} ${sentences(finding, language)}`);
  const body = fails(severity, failOn)
    ? `      <failure type="${code}" message="${markupLine(message)}">${text}</failure>`
    : `      <system-out>${markupLine(severity)} ${text}</system-out>`;
  return [open, body, "    </testcase>"];
}

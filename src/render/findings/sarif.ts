import type { Place, Severity } from "../../survey/finding.ts";
import type { Judgement, Rule, ToldFinding } from "../../survey/judgement.ts";
import { neutraliseTerminal } from "../neutralise.ts";
import { renderJson } from "../sheets/json.ts";
import { sentences, uriOf, worstFirst } from "./say.ts";

/** GitHub takes no more results of one run. */
const mostResults = 25_000;

const home = "https://json.schemastore.org/sarif-2.1.0.json";

/**
 * SARIF 2.1.0 (OASIS, 2020): one run, its rules with help, results with relative URIs, regions in UTF-16 units and fingerprints that
 * survive moved lines. Beyond 25,000 results the gravest are kept. What the baseline knows stays, as suppressed.
 */
export function renderFindingsSarif(judgement: Judgement): string {
  const { tool, findings, suppressed, byCode, language } = judgement;
  const rules = [
    ...new Map(
      [...byCode.map(({ rule }) => rule), ...judgement.rulesOfSuppressed].map((rule) => [
        rule.code,
        rule,
      ]),
    ).values(),
  ];
  const index = new Map(rules.map(({ code }, i) => [code, i]));
  const kept =
    findings.length > mostResults ? worstFirst(findings).slice(0, mostResults) : findings;
  return renderJson({
    $schema: home,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: tool.name, semanticVersion: tool.version, rules: rules.map(ruleEntry) },
        },
        language: language === "en" ? "en-US" : language,
        columnKind: "utf16CodeUnits",
        results: [
          ...kept.map((finding) => resultEntry(finding, index, judgement)),
          ...suppressed.slice(0, mostResults - kept.length).map((finding) => ({
            ...resultEntry(finding, index, judgement),
            suppressions: [{ kind: "external", status: "accepted" }],
          })),
        ],
      },
    ],
  });
}

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  note: "note",
};

const ruleEntry = ({ code, name, severity, title, why, fix }: Rule) => ({
  id: code,
  name: name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  shortDescription: { text: title },
  fullDescription: { text: why },
  help: { text: `${why}\n\n${fix}`, markdown: `${why}\n\n${fix}` },
  defaultConfiguration: { level: levels[severity] },
  properties: {
    "problem.severity": severity === "note" ? "recommendation" : severity,
    tags: ["survey-data"],
  },
});

function resultEntry(
  finding: ToldFinding,
  index: ReadonlyMap<string, number>,
  { paths, language }: Judgement,
) {
  const { code, severity, place, endColumn, fingerprint, related = [], under = [] } = finding;
  const others = [
    ...related.filter(({ file }) => file !== "").map((other) => ({ place: other, end: undefined })),
    ...under.map((one) => ({ place: one.place, end: one.endColumn, text: one.message })),
  ];
  return {
    ruleId: code,
    ruleIndex: index.get(code) ?? -1,
    level: levels[severity],
    message: { text: neutraliseTerminal(sentences(finding, language)) },
    locations: [locationOf(place, endColumn, paths)],
    ...(others.length > 0 && {
      relatedLocations: others.map(({ place: other, end, ...said }, id) => ({
        id,
        ...locationOf(other, end, paths),
        ...("text" in said && { message: { text: neutraliseTerminal(said.text) } }),
      })),
    }),
    partialFingerprints: { "cdjFinding/v2": fingerprint },
  };
}

function locationOf(
  { file, sheet, line, column, header }: Place,
  endColumn: number | undefined,
  paths: Judgement["paths"],
) {
  const region =
    line === undefined
      ? undefined
      : {
          startLine: line,
          ...(column !== undefined && { startColumn: column }),
          ...(column !== undefined && endColumn !== undefined && { endColumn }),
        };
  const name = [sheet, header].filter((part) => part !== undefined && part !== "").join("!");
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(paths[file] ?? file) },
      ...(region && { region }),
    },
    ...(name !== "" && { logicalLocations: [{ name: neutraliseTerminal(name), kind: "member" }] }),
  };
}

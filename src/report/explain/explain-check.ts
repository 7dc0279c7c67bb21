import type { Check, Example } from "../../checks/define.ts";
import type { Block, Document, Fact, Inline } from "../../survey/document.ts";
import type { Finding } from "../../survey/finding.ts";
import type { Language } from "../../survey/language.ts";
import { wordsOf } from "../../words/locales/index.ts";
import { fact, factLines, factList } from "../fact-lines.ts";
import { fixOf, messageOf } from "../findings/message.ts";

/** Everything about a kind of finding, out of its definition. */
export const checkDocument = (check: Check, language: Language): Document => ({
  language,
  blocks: checkBlocks(check, language, 1),
});

/** Everything about a kind of finding under a heading of its own. */
export function checkBlocks(check: Check, language: Language, level: 1 | 2): Block[] {
  const { explain: words, grades, scopes } = wordsOf(language);
  const sample = { code: check.code, args: check.sample };
  return [
    { kind: "heading", level, text: `${check.code}  ${check.title[language]}` },
    factList(
      fact(words.title, [{ code: check.name }]),
      fact(words.severity, grades[check.severity]),
      fact(words.scope, scopes[check.scope]),
      fact(words.message, messageOf(sample, language)),
      fact(words.why, check.why[language]),
      fact(words.fix, fixOf(sample, language)),
      exampleFact(words.failing, check.examples.failing),
      exampleFact(words.passing, check.examples.passing),
    ),
  ];
}

/** The lines of a table, tables after one another divided by a blank line. */
function exampleFact(label: string, example: Example): Fact | undefined {
  const tables = typeof example === "string" ? [example] : example;
  const lines = tables.flatMap((table, i) => [
    ...(i > 0 ? [""] : []),
    ...table.replace(/\n$/, "").split(/\r\n|\r|\n/),
  ]);
  return factLines(
    label,
    lines.map((line): Inline[] => [{ code: line }]),
  );
}

/** The findings of one code: where, and what is said of each. */
export function findingBlocks(findings: readonly Finding[], language: Language): Block[] {
  const { explain: words } = wordsOf(language);
  const lines = findings.map(
    (finding) =>
      `${[finding.place.file, finding.place.line, finding.place.column].filter((part) => part !== undefined).join(":")}  ${messageOf(finding, language)}`,
  );
  return [factList(factLines(words.findingsHere, lines.length > 0 ? lines : [words.findingsNone]))];
}

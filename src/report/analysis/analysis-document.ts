import type { Analysis } from "../../analysis/analyse.ts";
import type { NormState } from "../../analysis/norm-states.ts";
import type { Block, Document, Paragraph } from "../../survey/document.ts";
import type { Language } from "../../survey/language.ts";
import type { Norm } from "../../survey/norm.ts";
import { configWords } from "../../words/locales/config.ts";
import { wordsOf } from "../../words/locales/index.ts";
import { phrase, pointer } from "../../words/phrase.ts";
import { quantityTitle } from "../../words/quantity-title.ts";
import { distributionBlocks } from "../distribution/distribution-blocks.ts";
import { normStateRemarks } from "../norm-state-text.ts";
import { yearText } from "../norm-text.ts";
import { readingOfAll } from "../reading.ts";
import type { AnalysisReport } from "./analysis-report.ts";
import { areaTable, groupTables } from "./area-table.ts";
import { spreadParagraphs } from "./spread-paragraphs.ts";
import { surveyBlocks } from "./survey-table.ts";

/** The screen of `cdj analyze`: what was read, the survey as a whole, groups, areas, norms, findings. */
export function analysisDocument(report: AnalysisReport, language: Language): Document {
  const { analysis, sources } = report;
  const style =
    report.groupDigits === undefined ? { language } : { language, groupDigits: report.groupDigits };
  const blocks: Block[] = readingOfAll(sources, language);
  if (report.otherPeriods.length > 0)
    blocks.push(
      pointer(
        phrase(wordsOf(language).analysis.latestPeriod, { periods: report.otherPeriods }, language),
      ),
    );
  if (report.distribution) {
    blocks.push(
      ...distributionBlocks(report.distribution, report.shownAreas, language),
      findingsLine(report, language),
    );
    return { ...style, blocks };
  }
  for (const whole of analysis.wholes)
    blocks.push(
      ...surveyBlocks(report, whole, language),
      ...spreadParagraphs(analysis, whole, language),
    );
  if (analysis.groups.length > 0) blocks.push(...groupTables(analysis, language));
  if (analysis.areas.length > 1) blocks.push(areaTable(report, language));
  blocks.push(...normNotes(analysis.norms, report.normStates, language));
  blocks.push(...settingsNote(analysis, language), ...withheldNote(analysis, language));
  blocks.push(findingsLine(report, language));
  return { ...style, blocks };
}

/** The documents behind the norms that are compared, and what has to be told of the others and of some of these. */
export function normNotes(
  norms: readonly Norm[],
  states: readonly NormState[],
  language: Language,
): Paragraph[] {
  const idle = new Set(states.flatMap(({ norm, against }) => (against ? [norm.id] : [])));
  const compared = norms.filter(
    ({ id, joins = [] }) => ![id, ...joins].some((one) => idle.has(one)),
  );
  return [
    ...compared.map((norm) => normNote(norm, language)),
    ...normStateRemarks(states, language),
  ];
}

/** The document behind a norm: without it a threshold is a rumour. */
function normNote(norm: Norm, language: Language): Paragraph {
  const { analysis: words, bases } = wordsOf(language);
  const facts = [
    norm.document[language],
    norm.number?.[language] ?? "",
    norm.year === undefined ? "" : yearText(norm.year, language),
    norm.basis ? phrase(words.basis, { basis: bases[norm.basis] }, language) : "",
    norm.confidence === "own" ? "" : phrase(words.confidence, { grade: norm.confidence }, language),
  ].filter((fact) => fact !== "");
  return { kind: "paragraph", role: "source", content: [`${norm.id}  ${facts.join(" · ")}`] };
}

/** What the sign in place of a figure stands for. */
function withheldNote({ protection }: Analysis, language: Language): Paragraph[] {
  if (!protection) return [];
  const { withheld, suppressed } = configWords(language);
  const list = protection.suppress
    .map((id) => quantityTitle(id, language))
    .join(wordsOf(language).reading.separator);
  const told = [
    ...(protection.minCell === undefined
      ? []
      : [phrase(withheld, { most: protection.minCell - 1 }, language)]),
    ...(list === ""
      ? []
      : [phrase(suppressed, { list: "{list}" }, language).replace("{list}", list)]),
  ];
  return told.map((text) => ({ kind: "paragraph", role: "note", content: [text] }));
}

/** The options that were set, of the indicators shown. */
function settingsNote({ indicators }: Analysis, language: Language): Paragraph[] {
  const list = indicators.flatMap(({ id, options = {} }) =>
    Object.entries(options).flatMap(([option, { set }]) =>
      set === undefined
        ? []
        : [`${id}.${option} = ${typeof set === "object" ? set.join(",") : set}`],
    ),
  );
  return list.length === 0
    ? []
    : [
        {
          kind: "paragraph",
          role: "note",
          content: [
            phrase(
              configWords(language).options,
              { list: list.join(wordsOf(language).reading.separator) },
              language,
            ),
          ],
        },
      ];
}

/** How many findings there are, and where to read them. */
export function findingsLine(
  { counts, sources }: Pick<AnalysisReport, "counts" | "sources">,
  language: Language,
): Paragraph {
  const words = wordsOf(language);
  const parts = (["error", "warning", "note"] as const).flatMap((severity) =>
    counts[severity] === 0
      ? []
      : [phrase(words.severities[severity], { n: counts[severity] }, language)],
  );
  if (parts.length === 0) return pointer(words.analysis.noFindings);
  return pointer(
    phrase(
      words.analysis.findings,
      {
        summary: parts.join(words.reading.separator),
        files: [...new Set(sources.map((source) => source.file))].join(" "),
      },
      language,
    ),
  );
}

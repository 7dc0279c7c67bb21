import type { Variable } from "../../codebook/define.ts";
import type { Indicator } from "../../indicators/define.ts";
import type { Block } from "../../survey/document.ts";
import { unfolded } from "../../survey/finding.ts";
import { isWithheld } from "../../survey/measured.ts";
import { inSentence } from "../../words/quantity-title.ts";
import { compose, separated } from "../../words/sentence.ts";
import { isTold } from "../analysis/survey-table.ts";
import { shownResults } from "../norm-columns.ts";
import { ageBlocks } from "./ages-section.ts";
import { count } from "./appendix-figures.ts";
import { barBlocks } from "./bar-blocks.ts";
import type { Context, Section } from "./context.ts";
import { normEntries, normSentence } from "./norm-sentences.ts";
import { note, paragraph } from "./notes.ts";
import { isCounted } from "./quality-section.ts";
import { type ThemeSection, themesOf, variablesOf } from "./subjects.ts";
import { classSentence, indicatorSentence, totalsSentence } from "./theme-sentences.ts";
import {
  areaTable,
  classTable,
  groupTable,
  mostListed,
  reportedTable,
  themeTable,
} from "./theme-tables.ts";
import { titleOf } from "./titles.ts";

/** A theme: what is reported in sum, the indicators with their norms, each class, each community, each street. */
export function themeSection(context: Context, section: ThemeSection): Section {
  const { words, whole, areas } = context;
  const themes = themesOf(section);
  const told = whole.indicators
    .filter(
      (entry) =>
        themes.includes(entry.indicator.theme) && (isTold(entry) || isWithheld(entry.result.value)),
    )
    .flatMap(shownResults);
  const variables = variablesOf(context, section);
  if (told.length === 0 && variables.length === 0) return "noColumn";
  const norms = normEntries(told);
  const blocks: (Block | undefined)[] = [
    caution(
      context,
      told.map(({ indicator }) => indicator),
      variables,
    ),
    paragraph(context, [totalsSentence(context, variables), indicatorSentence(context, told)]),
    paragraph(
      context,
      norms.map((entry) => normSentence(context, entry)),
    ),
  ];
  blocks.push(themeTable(context, section, told));
  for (const entry of told.filter(({ indicator }) => indicator.classes)) {
    const table = classTable(context, entry);
    if (table) blocks.push(paragraph(context, [classSentence(context, entry)]), table);
  }
  if (section === "population")
    blocks.push(...ageBlocks(context, "residents"), ...ageBlocks(context, "members"));
  blocks.push(...barBlocks(context, section, norms));
  // Long tables last: on paper they begin a page.
  blocks.push(
    groupTable(context, section, told),
    reportedTable(context, section, variables),
    areaTable(context, section, told),
  );
  if (areas.length > mostListed)
    blocks.push({
      kind: "paragraph",
      role: "note",
      content: note(context, words.areasOmitted, { n: count(context, areas.length) }),
    });
  return blocks.filter((block) => block !== undefined);
}

/** Figures that rest on what the checks call wrong say so before they are read. */
function caution(
  context: Context,
  indicators: readonly Indicator[],
  variables: readonly Variable[],
): Block | undefined {
  const { words, input, areas, whole } = context;
  const needed = new Set([
    ...variables.map(({ id }) => id),
    ...indicators.flatMap(({ needs }) => needs),
  ]);
  const names = new Set(areas.map(({ area }) => area.name));
  const codes = new Map<string, Set<string>>();
  for (const finding of unfolded(input.findings)) {
    const { severity, code, variable, area, period } = finding;
    if (
      severity !== "error" ||
      variable === undefined ||
      !needed.has(variable) ||
      !isCounted(input, finding)
    )
      continue;
    if (
      (area !== undefined && !names.has(area)) ||
      (period !== undefined && whole.period !== null && period !== whole.period)
    )
      continue;
    codes.set(variable, (codes.get(variable) ?? new Set()).add(code));
  }
  if (codes.size === 0) return undefined;
  const items = [...codes].map(([id, own]) =>
    compose(words.cautionItem, {
      title: inSentence(titleOf(context, id)),
      codes: [...own].join(words.listComma),
    }),
  );
  return {
    kind: "paragraph",
    role: "note",
    content: compose(words.caution, { list: separated(items, words.listComma) }),
  };
}

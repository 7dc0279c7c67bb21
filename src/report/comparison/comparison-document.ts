import type { Comparison } from "../../change/comparison.ts";
import type { BoundaryChange } from "../../change/concordance.ts";
import type { NotCompared } from "../../change/not-compared.ts";
import { periodLabel } from "../../intake/cells/period.ts";
import type { Area } from "../../survey/area.ts";
import type { Block, Document, Paragraph } from "../../survey/document.ts";
import type { Language } from "../../survey/language.ts";
import { compareWordsOf } from "../../words/locales/compare.ts";
import { wordsOf } from "../../words/locales/index.ts";
import { phrase, pointer } from "../../words/phrase.ts";
import { fillTemplate } from "../../words/template.ts";
import { findingsLine, normNotes } from "../analysis/analysis-document.ts";
import { partsLackingText } from "../parts-lacking.ts";
import { readingParagraphs } from "../reading.ts";
import type { ComparisonReport } from "./comparison-report.ts";
import {
  areaChangeTable,
  classChangeTables,
  groupChangeTables,
  indicatorChangeTable,
  totalChangeTable,
} from "./comparison-tables.ts";

/** The screen of `cdj compare`: totals, indicators, groups and areas of two periods, what became of the areas, what could not be compared. */
export function comparisonDocument(report: ComparisonReport, language: Language): Document {
  const { comparison, sources, counts } = report;
  const words = compareWordsOf(language);
  const blocks: Block[] = sources.flatMap((source) => readingParagraphs(source, language));
  blocks.push(spanLine(comparison, language));
  const tables = [
    totalChangeTable(comparison, language),
    indicatorChangeTable(comparison, language),
    ...classChangeTables(comparison, language),
  ].filter((table) => table !== undefined);
  if (tables.length === 0) blocks.push(pointer(words.nothing));
  blocks.push(...tables);
  const partial = comparison.subjects.some((entry) => entry.areas < entry.of);
  const all = comparison.subjects.some((entry) => entry.all);
  if (partial)
    blocks.push(
      note([words.sameAreas, ...(all ? [words.allNote] : [])].join(language === "en" ? " " : "")),
    );
  blocks.push(...lackingLines(comparison, language));
  blocks.push(...boundaryLines(comparison, language));
  if (tables.length > 0) {
    blocks.push(...groupChangeTables(comparison, language));
    if (comparison.areas.length > 1) blocks.push(areaChangeTable(report, language));
  }
  blocks.push(...notComparedLines(report, language));
  blocks.push(...normNotes(report.norms, comparison.normStates, language));
  blocks.push(findingsLine({ counts, sources }, language));
  return {
    language,
    ...(report.groupDigits !== undefined && { groupDigits: report.groupDigits }),
    blocks,
  };
}

const note = (text: string): Paragraph => ({ kind: "paragraph", role: "note", content: [text] });

/** Which totals of each period are of fewer parts than their areas have. */
function lackingLines({ survey, from, to }: Comparison, language: Language): Paragraph[] {
  return [from, to].flatMap((period) => {
    const members = survey.observations.flatMap((observation, i) =>
      observation.period === period ? [i] : [],
    );
    const text = partsLackingText(survey, members, language);
    return text === undefined
      ? []
      : [note(`${periodName(period, language)}${language === "en" ? ": " : "："}${text}`)];
  });
}

/** A period's id as it stands in a sentence. */
const periodName = (period: string, language: Language): string => periodLabel(period)[language];

function spanLine({ from, to, years, areas }: Comparison, language: Language): Paragraph {
  const words = compareWordsOf(language);
  const args = {
    from: periodName(from, language),
    to: periodName(to, language),
    n: areas.filter((area) => area.from !== undefined && area.to !== undefined).length,
  };
  const content =
    years === undefined || years === 1
      ? phrase(words.span, args, language)
      : phrase(words.spanYears, { ...args, years }, language);
  return { kind: "paragraph", role: "remark", content: [content] };
}

/** Names at most so many areas in a sentence. */
const named = 12;

function areaNames(areas: readonly Area[], language: Language): string {
  const names = areas.slice(0, named).map((area) => [...area.parents, area.name].join(" "));
  if (areas.length <= named) return phrase("{names}", { names }, language);
  const list = names.join(language === "en" ? ", " : "、");
  return whole(compareWordsOf(language).more, { list, n: areas.length - named, all: areas.length });
}

/** A template filled with texts that are whole already, however long: a list of areas or of indicators. */
const whole = (template: string, args: Readonly<Record<string, string | number>>): string =>
  fillTemplate(template, args, (name) => String(args[name] ?? ""));

function boundaryLines(comparison: Comparison, language: Language): Paragraph[] {
  const words = compareWordsOf(language);
  const lines = boundaryTexts(comparison, language).map(note);
  const moved = comparison.areas.some(
    ({ status }) => status === "appeared" || status === "vanished",
  );
  return [...lines, ...(moved ? [pointer(words.concordance)] : [])];
}

/** What became of the areas between the periods, a text each: merged, split, renamed, new, gone. Empty where they are the same. */
export function boundaryTexts(
  { areas, boundaries, from, to }: Comparison,
  language: Language,
): string[] {
  const words = compareWordsOf(language);
  const lines = boundaries.map((change) => boundaryText(change, language));
  if (boundaries.some(({ kind }) => kind === "split" || kind === "rearranged"))
    lines.push(withoutStop(words.shared));
  const periods = { from: periodName(from, language), to: periodName(to, language) };
  const moved = (["appeared", "vanished"] as const).flatMap((status) => {
    const own = areas.filter((area) => area.status === status).map(({ area }) => area);
    return own.length === 0
      ? []
      : [whole(words[status], { ...periods, areas: areaNames(own, language) })];
  });
  return [...lines, ...moved];
}

const withoutStop = (text: string): string => text.replace(/[.。]$/u, "");

const boundaryText = (change: BoundaryChange, language: Language): string =>
  whole(compareWordsOf(language)[change.kind], {
    old: areaNames(change.old, language),
    new: areaNames(change.new, language),
  });

function notComparedLines({ comparison, bases }: ComparisonReport, language: Language): Block[] {
  const words = compareWordsOf(language);
  const lines = sameReason(comparison.notCompared).map((left) =>
    note(reasonText(left, comparison, language)),
  );
  const blocks: Block[] =
    lines.length === 0 ? [] : [{ kind: "heading", level: 3, text: words.notCompared }, ...lines];
  const stated = bases.from ?? bases.to;
  if (stated !== undefined && (bases.from === undefined) !== (bases.to === undefined)) {
    const [without, other] =
      bases.from === undefined
        ? [comparison.from, comparison.to]
        : [comparison.to, comparison.from];
    const args = {
      period: periodName(without, language),
      other: periodName(other, language),
      basis: wordsOf(language).bases[stated],
    };
    blocks.push(note(phrase(words.basisUnstated, args, language)));
  }
  return blocks;
}

/** What was left out for one and the same reason goes on one line. */
export function sameReason(all: readonly NotCompared[]): NotCompared[][] {
  const lines = new Map<string, NotCompared[]>();
  for (const left of all) {
    const { subject: _, ...reason } = left;
    const key = JSON.stringify(reason);
    const line = lines.get(key);
    if (line) line.push(left);
    else lines.set(key, [left]);
  }
  return [...lines.values()];
}

/** Why these subjects, all for one reason, were not compared; in words. */
export function reasonText(
  group: readonly NotCompared[],
  { from, to }: Comparison,
  language: Language,
): string {
  const words = compareWordsOf(language);
  const left = group[0] as NotCompared;
  const subject = group
    .map((each) => each.subject.title[language])
    .join(language === "en" ? "; " : "、");
  const periods = { from: periodName(from, language), to: periodName(to, language) };
  const filled = (template: string, args: Readonly<Record<string, string | number>> = {}): string =>
    whole(template, { ...periods, ...args, subject });
  switch (left.reason) {
    case "only-in":
      return filled(words["only-in"], { period: periodName(left.period, language) });
    case "withheld":
      return filled(words.withheld);
    case "basis": {
      const { bases } = wordsOf(language);
      return filled(words.basis, { a: bases[left.from], b: bases[left.to] });
    }
    case "period-kind":
      return filled(words["period-kind"], { a: words.kinds[left.from], b: words.kinds[left.to] });
    case "no-common-area":
      return filled(words["no-common-area"]);
    case "areas-without":
    case "areas-withheld":
      return filled(words[left.reason], {
        areas: areaNames(left.areas, language),
        n: left.areas.length,
      });
  }
}

import {
  type Analysis,
  type IndicatorResult,
  type NormResult,
  type SetResult,
  totalOf,
  underNorm,
} from "../../analysis/analyse.ts";
import { partsOf } from "../../analysis/parts-of-areas.ts";
import { findVariable } from "../../codebook/index.ts";
import { filledClasses, type Indicator, titleOfClass } from "../../indicators/define.ts";
import type {
  Block,
  Cell,
  FigureValue,
  Inline,
  Paragraph,
  Table,
  TableColumn,
} from "../../survey/document.ts";
import type { Language } from "../../survey/language.ts";
import { exact, isAbsent, isExact, type Measured } from "../../survey/measured.ts";
import type { Norm } from "../../survey/norm.ts";
import { writtenDecimals } from "../../survey/written-decimals.ts";
import { joined } from "../../words/argument.ts";
import { absentReasonText } from "../../words/locales/absent-reasons.ts";
import { wordsOf } from "../../words/locales/index.ts";
import { inBrackets, phrase, phraseWithFigure, pointer } from "../../words/phrase.ts";
import { inSentence } from "../../words/quantity-title.ts";
import { figureOf, markOf, showsUnit, totalled, unitBehind } from "../figure-columns.ts";
import { underTitle } from "../norm-columns.ts";
import { partsLackingText } from "../parts-lacking.ts";
import { variableTitle } from "../residents-title.ts";
import { shareOfCount } from "../share-of-count.ts";
import { verdictNotes } from "../verdict-notes.ts";
import type { AnalysisReport } from "./analysis-report.ts";

/** The survey as a whole in one period: its totals, a row per indicator with its norms, and what could not be told. */
export function surveyBlocks(
  { analysis, sources }: AnalysisReport,
  whole: SetResult,
  language: Language,
): Block[] {
  const { analysis: words } = wordsOf(language);
  const told = whole.indicators.filter(isTold);
  const blocks: Block[] = [];
  const totals = totalsLine(
    analysis,
    whole,
    (id) => variableTitle(id, sources, language),
    language,
  );
  if (totals) blocks.push(totals);
  const lacking = partsLackingText(analysis.survey, whole.members, language);
  if (lacking !== undefined) blocks.push({ kind: "paragraph", role: "remark", content: [lacking] });
  if (told.length === 0) blocks.push(pointer(words.nothingComputed));
  else blocks.push(wholeTable(analysis, whole, told, language));
  if (analysis.norms.length === 0) blocks.push(pointer(words.nameNorm));
  blocks.push(...withoutValue(whole, language));
  return blocks;
}

/** Whether an indicator has something to say: its value, that under one of several norms, or how many communities miss one. */
export const isTold = ({ result, norms }: IndicatorResult): boolean =>
  !isAbsent(result.value) ||
  norms.some((under) => !isAbsent(under.result.value) || under.areasTested > 0);

/** What stands in the survey in sum: "households 4,300 · residents 16,000". */
function totalsLine(
  { survey }: Analysis,
  whole: SetResult,
  titleOf: (id: string) => string,
  language: Language,
): Paragraph | undefined {
  const content: Inline[] = [];
  for (const id of totalled) {
    const { value, areas } = whole.protectedTotals?.get(id) ?? totalOf(survey, whole.members, id);
    const variable = findVariable(id);
    if (isAbsent(value) || !variable) continue;
    content.push(
      content.length === 0 ? `${wordsOf(language).analysis.totals}  ` : " · ",
      `${titleOf(id)} `,
    );
    content.push({
      measured: value,
      unit: variable.unit,
      decimals: 0,
      withUnit: variable.kind !== "count",
    });
    const parts = partsOf(survey, whole.members, id);
    if (parts)
      content.push(
        inBrackets(
          phrase(
            wordsOf(language).analysis.partCoverage,
            { k: parts.reported, n: parts.of },
            language,
          ),
          language,
        ),
      );
    if (areas < whole.members.length)
      content.push(
        inBrackets(
          phrase(
            wordsOf(language).analysis.coverage,
            { k: areas, n: whole.members.length },
            language,
          ),
          language,
        ),
      );
  }
  return content.length === 0 ? undefined : { kind: "paragraph", role: "remark", content };
}

function wholeTable(
  analysis: Analysis,
  whole: SetResult,
  told: readonly IndicatorResult[],
  language: Language,
): Table {
  const { analysis: words } = wordsOf(language);
  const title =
    whole.period !== null && analysis.wholes.length > 1
      ? phrase(words.surveyIn, { period: whole.period }, language)
      : words.survey;
  const withNorms = analysis.norms.length > 0;
  const columns: TableColumn[] = [
    { id: "indicator", title, align: "left" },
    { id: "value", title: words.value, align: "right" },
    ...(withNorms ? ([{ id: "norm", title: words.norm, align: "left" }] as const) : []),
    { id: "gap", title: withNorms ? words.gap : "", align: "left" },
  ];
  const rows = told.flatMap((entry) => indicatorRows(entry, whole, withNorms, language));
  return {
    kind: "table",
    id: "survey",
    title: "",
    columns,
    rows,
    wholeCells: true,
    notes: [
      ...told.flatMap((entry) => variantsNote(entry, language)),
      ...verdictNotes(told, language).map((text) => [text]),
    ],
  };
}

/** The same figure by other rules: "Workers needed: on the totals, residents 130 · on the totals, managed population 180". */
function variantsNote({ indicator, norms }: IndicatorResult, language: Language): Inline[][] {
  return norms.flatMap(({ norm, result }): Inline[][] => {
    const variants = (result.variants ?? []).filter(({ value }) => !isAbsent(value));
    if (variants.length === 0) return [];
    const parts = variants.flatMap(({ title, value }, i): Inline[] => [
      `${i === 0 ? "" : " · "}${title[language]} `,
      figureOf(indicator, value),
    ]);
    const title = underTitle({ indicator, norm, named: norms.length > 1 }, language);
    return [[`${title}${language === "en" ? ": " : "："}`, ...parts]];
  });
}

function indicatorRows(
  entry: IndicatorResult,
  whole: SetResult,
  withNorms: boolean,
  language: Language,
): Cell[][] {
  const { indicator } = entry;
  const title = indicator.title[language];
  const remark: Cell = remarkOf(entry, language);
  const value = valueCell(indicator, entry, language);
  if (!withNorms) return [[title, value, remark]];
  if (entry.norms.length === 0) return [[title, value, "", remark]];
  return entry.norms.map((standing, i) => [
    i === 0 ? title : "",
    {
      ...figureOf(indicator, standing.result.value),
      mark: markOf(standing),
      ...unitBehind(indicator.unit),
    },
    normCell(standing.norm, indicator, language),
    gapCell(standing, indicator, whole, language),
  ]);
}

function valueCell(indicator: Indicator, { result }: IndicatorResult, language: Language): Cell {
  const named = titleOfClass(indicator, result.class);
  return named
    ? named[language]
    : { ...figureOf(indicator, result.value), ...unitBehind(indicator.unit) };
}

/** How many areas the figure rests on where not on all, and how many are in each class. */
export function remarkOf(
  { indicator, result }: Pick<IndicatorResult, "indicator" | "result">,
  language: Language,
): string {
  const { analysis: words, reading } = wordsOf(language);
  const parts: string[] = [];
  if (result.classes && indicator.classes && result.class === undefined) {
    const counted = filledClasses(indicator, result);
    parts.push(counted.map(({ title, count }) => `${title[language]} ${count}`).join(" · "));
  }
  if (result.coverage && result.coverage.areas < result.coverage.of) {
    parts.push(
      phrase(words.coverage, { k: result.coverage.areas, n: result.coverage.of }, language),
    );
  }
  return parts.join(reading.separator);
}

const signs = { ">=": "≥", "<=": "≤", ">": ">", "<": "<", between: "", "=": "=" } as const;

function normCell(norm: Norm, indicator: Indicator, _language: Language): Cell {
  const own =
    norm.subject === indicator.id ||
    (indicator.population !== undefined && norm.unit === indicator.unit);
  const figure = (value: number): FigureValue => ({
    measured: exact(value),
    unit: norm.unit,
    // Beside a figure in another unit: 175 persons, ≥ 1 per 1,000.
    ...(norm.unit !== indicator.unit && showsUnit(indicator.unit) && { withUnit: true }),
    decimals:
      Number.isInteger(value) && !own
        ? 0
        : Math.max(writtenDecimals(value), own ? indicator.decimals : 0),
  });
  const range = norm.upper === undefined ? [] : ["–", figure(norm.upper)];
  return [`${signs[norm.op]} `, figure(norm.value), ...range, `  ${norm.id}`];
}

const isSame = (a: Measured, b: Measured): boolean =>
  isExact(a) && isExact(b) && a.value === b.value;

/** "91 workers short · 13 of 13 below (100 %)": the gap in the unit people decide in, then how many areas miss the norm. */
function gapCell(
  standing: NormResult,
  indicator: Indicator,
  whole: SetResult,
  language: Language,
): Cell {
  const { analysis: words } = wordsOf(language);
  const { result } = standing;
  const parts: Inline[][] = [];
  const decisive = decisiveOf(indicator, standing.norm, whole);
  if (standing.standing.met === false && decisive && !isAbsent(decisive.result.value)) {
    parts.push(
      phraseWithFigure(words.shortBy, {
        ...figureOf(decisive.indicator, decisive.result.value),
        withUnit: true,
      }),
    );
  }
  // Without surpluses anywhere it says nothing new.
  if (result.net && indicator.rollup === "sum-of-shortfalls" && !isSame(result.net, result.value)) {
    parts.push(
      phraseWithFigure(words.netGap, {
        ...figureOf(indicator, result.net),
        withUnit: true,
      }),
    );
  }
  if (standing.areasTested > 0 && whole.members.length > 1)
    parts.push(countPhrase(standing, words, language));
  const remark = remarkOf({ indicator, result }, language);
  if (remark !== "") parts.push([remark]);
  return parts.flatMap((part, i) => (i === 0 ? part : [" · ", ...part]));
}

/** The indicator that states a gap in the unit people decide in, under the same norm; undefined where there is none. */
export function decisiveOf(
  { gapIn }: Indicator,
  norm: Norm,
  { indicators }: SetResult,
): (NormResult & { readonly indicator: Indicator }) | undefined {
  const decisive = indicators.find(({ indicator }) => indicator.id === gapIn);
  const under = decisive && underNorm(decisive, norm);
  return under && { ...under, indicator: decisive.indicator };
}

/** “10 of 13 below (76.9 %)”: how many areas miss a norm. */
export function countPhrase(
  { norm, areasMissing: k, areasTested: n }: NormResult,
  words: ReturnType<typeof wordsOf>["analysis"],
  language: Language,
): Inline[] {
  if (k === 0) return [phrase(words.metByAll, { n }, language)];
  const template = norm.op.startsWith("<")
    ? words.aboveOf
    : norm.op.startsWith(">")
      ? words.belowOf
      : words.missOf;
  const [before = "", after = ""] = phrase(template, { k, n, share: SHARE }, language).split(SHARE);
  return [before, { ...shareOfCount(k, n), withUnit: true }, after];
}

/** Holds the place of a figure while the words around it are put together; no locale uses the character. */
const SHARE = "\u{F0000}";

/** Which indicators have no figure, by reason. */
function withoutValue(whole: SetResult, language: Language): Paragraph[] {
  const { analysis: words } = wordsOf(language);
  const reasons = new Map<string, IndicatorResult[]>();
  for (const entry of whole.indicators) {
    if (isAbsent(entry.result.value) && !isTold(entry))
      reasons.set(entry.result.value.absent, [
        ...(reasons.get(entry.result.value.absent) ?? []),
        entry,
      ]);
  }
  const missing = reasons.get("missing-variable")?.length ?? 0;
  const noNorm = reasons.get("no-norm") ?? [];
  reasons.delete("missing-variable");
  reasons.delete("no-norm");
  const lines: string[] = [];
  if (noNorm.length > 0)
    lines.push(
      phrase(
        words.needNorm,
        {
          n: noNorm.length,
          titles: noNorm.map((entry) => inSentence(entry.indicator.title[language])),
        },
        language,
      ),
    );
  if (reasons.size > 0)
    lines.push(phrase(words.notTold, { titles: groupedByReason(reasons, language) }, language));
  if (missing > 0) lines.push(phrase(words.needColumns, { n: missing }, language));
  return lines.map(pointer);
}

/** “residents aged 65 and over and old–young ratio (an age band lies across the limit); …”: each reason once, behind all that it stands for. */
function groupedByReason(
  reasons: ReadonlyMap<string, readonly IndicatorResult[]>,
  language: Language,
): string {
  const groups = [...reasons].map(([reason, entries]) => {
    const titles = entries.map(({ indicator }) => inSentence(indicator.title[language]));
    return (
      joined(titles, "and", language) +
      inBrackets(
        absentReasonText(reason as Parameters<typeof absentReasonText>[0], language),
        language,
      )
    );
  });
  return groups.join(language === "en" ? "; " : "；");
}

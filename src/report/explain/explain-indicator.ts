import { unitOf } from "../../codebook/units.ts";
import {
  arithmeticText,
  formulaOfIds,
  formulaText,
  isBareFigure,
  isTree,
} from "../../formula/print.ts";
import {
  type Example,
  filledClasses,
  type Indicator,
  normsOf,
  type OptionValue,
  type Result,
  titleOfClass,
  withOptions,
} from "../../indicators/define.ts";
import { norms } from "../../norms/index.ts";
import type { Block, Document, FigureValue, Inline } from "../../survey/document.ts";
import type { Language } from "../../survey/language.ts";
import { isAbsent, isExact, type Measured } from "../../survey/measured.ts";
import type { Norm } from "../../survey/norm.ts";
import { writtenDecimals } from "../../survey/written-decimals.ts";
import { absentReasonText } from "../../words/locales/absent-reasons.ts";
import { wordsOf } from "../../words/locales/index.ts";
import { inBrackets, phrase } from "../../words/phrase.ts";
import { quantityTitle, valueTitle } from "../../words/quantity-title.ts";
import { fact, factLines, factList, namedId } from "../fact-lines.ts";
import { isHidden, normLine } from "../norm-text.ts";
import { exampleResult } from "./worked-example.ts";

export interface ExplainOptions {
  /** Of the heading. */
  readonly level: 1 | 2;
  /** Historical, draft and anonymous norms too. */
  readonly all: boolean;
}

/** The title in the reader's language, and beside it in the one that the tables, or foreign readers, have. */
export const bothTitles = (title: Indicator["title"], language: Language): string => {
  const other = language === "en" ? title["zh-CN"] : title.en;
  return title[language] === other ? other : `${title[language]} · ${other}`;
};

/** The presets that speak of an indicator. */
export const presetsOf = (indicator: Indicator, all: boolean): readonly Norm[] =>
  normsOf(indicator, norms).filter((norm) => all || !isHidden(norm));

/** Everything about an indicator, out of its definition. */
export const indicatorDocument = (
  indicator: Indicator,
  language: Language,
  all = false,
): Document => ({
  language,
  blocks: indicatorBlocks(indicator, language, { level: 1, all }),
});

/** Everything about an indicator under a heading of its own. */
export function indicatorBlocks(
  indicator: Indicator,
  language: Language,
  options: ExplainOptions,
): Block[] {
  const { explain: words, themes } = wordsOf(language);
  const facts = factList(
    ...formulaFacts(indicator, language),
    fact(
      words.needs,
      indicator.needs.flatMap((id, i): Inline[] => [
        i === 0 ? "" : wordsOf(language).reading.separator,
        ...namedId(id, language),
      ]),
    ),
    fact(words.classes, indicator.classes?.map((c) => c.title[language]).join(" · ")),
    factLines(
      words.options,
      Object.entries(indicator.options ?? {}).map(([id, option]) =>
        optionLine(id, option, language),
      ),
    ),
    fact(words.reading, indicator.reading?.[language]),
    // A page of all indicators would say it sixty times.
    fact(
      words.why,
      options.level === 1 && indicator.rollup === "ratio-of-sums"
        ? words.whyRatioOfSums
        : undefined,
    ),
    fact(words.source, indicator.source[language]),
    factLines(
      words.norms,
      presetsOf(indicator, options.all).map((norm) => normLine(norm, language)),
    ),
    factLines(
      words.example,
      indicator.examples
        .filter(({ expected }) => !isAbsent(expected))
        .map((example) => exampleLine(indicator, example, language)),
    ),
  );
  return [
    {
      kind: "heading",
      level: options.level,
      text: `${indicator.id}  ${bothTitles(indicator.title, language)}`,
    },
    { kind: "paragraph", content: [themes[indicator.theme]] },
    facts,
  ];
}

/** Formula by titles and by ids, unit and roll-up. */
export function formulaFacts({ formula, unit, rollup }: Indicator, language: Language) {
  const { explain: words, rollups } = wordsOf(language);
  return [
    factLines(words.formula, [
      formulaText(formula, language),
      ...(isTree(formula) ? [[{ code: formulaOfIds(formula, language) }]] : []),
    ]),
    fact(words.unit, unitOf(unit).title[language]),
    fact(words.rollup, rollups[rollup]),
  ];
}

function optionLine(
  id: string,
  option: NonNullable<Indicator["options"]>[string],
  language: Language,
): Inline[] {
  const { explain: words, reading } = wordsOf(language);
  const choices =
    option.choices === undefined
      ? []
      : [phrase(words.choices, { list: option.choices.join(reading.separator) }, language)];
  const facts = [
    option.title[language],
    ...choices,
    ...(optionText(option.default) === ""
      ? []
      : [phrase(words.default, { value: optionText(option.default) }, language)]),
  ];
  return [{ code: id }, `  ${facts.join(" · ")}`];
}

const optionText = (value: OptionValue): string =>
  typeof value === "object" ? value.join(", ") : String(value);

/** Sums of more terms than these are told by what is given. */
const mostExampleTerms = 4;

/** The arithmetic of an example and its value; the given figures where there is no arithmetic to see. */
function exampleLine(indicator: Indicator, example: Example, language: Language): Inline[] {
  const under = withOptions(indicator, example.options ?? {});
  const result = exampleResult(under, example);
  // Sources are written in English; the arithmetic behind a citation stands here already.
  const source = language === "en" ? ` · ${example.source.split(": ")[0]}` : "";
  const { arithmetic } = result;
  if (arithmetic !== undefined && !isBareFigure(arithmetic, mostExampleTerms)) {
    return [
      `${arithmeticText(arithmetic, language, mostExampleTerms)} = `,
      ...outcome(indicator, result, language),
      source,
    ];
  }
  const given = Object.entries(example.given).map(
    ([id, cells]) => `${quantityTitle(id, language)} ${givenList(id, cells, language)}`,
  );
  return [
    `${given.join(" · ")} → `,
    ...outcome(indicator, result, language),
    classesText(under, result, language),
    source,
  ];
}

/** “16,000, 9,500 ×12”: equal figures that follow one another are written once. */
function givenList(id: string, cells: Example["given"][string], language: Language): string {
  const texts = cells.map((cell) => givenText(id, cell, language));
  const runs: { text: string; count: number }[] = [];
  for (const text of texts) {
    const last = runs.at(-1);
    if (last?.text === text) last.count++;
    else runs.push({ text, count: 1 });
  }
  return runs
    .map(({ text, count }) => (count === 1 ? text : `${text} ×${count}`))
    .join(wordsOf(language).reading.separator);
}

function givenText(id: string, cell: number | null | Measured, language: Language): string {
  if (cell === null) return "—";
  const measured: Measured = typeof cell === "number" ? { value: cell } : cell;
  const named = isExact(measured) ? valueTitle(id, measured.value, language) : undefined;
  return named ?? arithmeticText({ leaf: measured }, language).replace(/^\((.*)\)$/, "$1");
}

/** How many areas are in each class, in brackets; nothing for a single area. */
function classesText(indicator: Indicator, result: Result, language: Language): string {
  const counted =
    result.class === undefined
      ? filledClasses(indicator, result).map(({ title, count }) => `${title[language]} ${count}`)
      : [];
  if (counted.length === 0) return "";
  return language === "en" ? ` (${counted.join(", ")})` : `（${counted.join("、")}）`;
}

/** “3 ÷ 16,000 × 1000 = 0.1875”; what the result is where there is no arithmetic to see, why there is none where it is absent. */
export function equation(indicator: Indicator, result: Result, language: Language): Inline[] {
  if (result.arithmetic === undefined || isBareFigure(result.arithmetic))
    return outcome(indicator, result, language);
  return [
    `${arithmeticText(result.arithmetic, language)} = `,
    ...outcome(indicator, result, language),
  ];
}

/** The value in its unit's decimals and two more where it has them, its class, or why it is absent. */
export function outcome(
  indicator: Indicator,
  { value, class: named }: Result,
  language: Language,
): Inline[] {
  if (isAbsent(value))
    return [`—${inBrackets(absentReasonText(value.absent, language), language)}`];
  const title = titleOfClass(indicator, named)?.[language];
  return title === undefined ? [valueFigure(value, indicator)] : [title];
}

/** A value as it is needed to check an arithmetic: up to two decimals more than in print, none that are zero. */
export function valueFigure(
  measured: Measured,
  { unit, decimals }: Pick<Indicator, "unit" | "decimals">,
): FigureValue {
  const bounds = isAbsent(measured)
    ? []
    : isExact(measured)
      ? [measured.value]
      : [measured.low, measured.high].filter(Number.isFinite);
  const needed = bounds.map((bound) => writtenDecimals(Number(bound.toFixed(decimals + 2))));
  return { measured, unit, decimals: Math.max(0, ...needed) };
}

import type { Analysis, AreaResult, IndicatorResult, SetResult } from "../../analysis/analyse.ts";
import { arithmeticText, isBareFigure } from "../../formula/print.ts";
import type { Indicator, Result } from "../../indicators/define.ts";
import type { Block, Fact, Inline, Table } from "../../survey/document.ts";
import type { Language } from "../../survey/language.ts";
import { isAbsent } from "../../survey/measured.ts";
import { wordsOf } from "../../words/locales/index.ts";
import { phrase, phraseWithFigure } from "../../words/phrase.ts";
import { countPhrase, remarkOf } from "../analysis/survey-table.ts";
import { fact, factLines, factList } from "../fact-lines.ts";
import { ofArea, type ShownResult, shownResults, shownTitle } from "../norm-columns.ts";
import { normLine } from "../norm-text.ts";
import { partsLackingText } from "../parts-lacking.ts";
import { placesOf, placeText, quantitiesRead, type ReadTables } from "./cell-places.ts";
import { equation, outcome, valueFigure } from "./explain-indicator.ts";

export interface FiguresReport extends ReadTables {
  readonly analysis: Analysis;
}

/** The figures put into the formula of an indicator: for the survey, with its norms, then area by area with the place they come from. */
export function figureBlocks(
  report: FiguresReport,
  indicator: Indicator,
  language: Language,
): Block[] {
  const { analysis } = report;
  return analysis.wholes.flatMap((whole): Block[] => {
    const entry = whole.indicators.find((e) => e.indicator.id === indicator.id);
    if (!entry) return [];
    const heading: Block[] =
      whole.period !== null && analysis.wholes.length > 1
        ? [{ kind: "heading", level: 2, text: whole.period }]
        : [];
    const areas = analysis.areas.filter((area) => area.period === whole.period);
    const lacking = partsLackingText(
      analysis.survey,
      whole.members,
      language,
      quantitiesRead(indicator, report),
    );
    return [
      ...heading,
      ...shownResults(entry).flatMap((shown, i, all): Block[] => {
        const facts = [
          ...wholeFacts(shown, whole, language),
          ...(i === all.length - 1 ? [fact("", lacking)] : []),
        ];
        const own: Block[] = shown.under
          ? [{ kind: "heading", level: 2, text: shownTitle(shown, language) }]
          : [];
        return [...own, factList(...facts), areaTable(report, areas, shown, language)];
      }),
    ];
  });
}

function wholeFacts(
  entry: IndicatorResult,
  whole: SetResult,
  language: Language,
): (Fact | undefined)[] {
  const { explain: words, analysis } = wordsOf(language);
  const { indicator, result, norms } = entry;
  const facts = [
    factLines(words.all, [
      ...wholeLines(entry, language),
      ...netLines(indicator, result, language),
    ]),
    ...(result.variants ?? []).map((variant) =>
      fact("", [
        `${variant.title[language]}${language === "en" ? ": " : "："}`,
        ...variantLine(indicator, variant, language),
      ]),
    ),
    factLines(
      "",
      (result.notes ?? []).map((note) => note[language]),
    ),
  ];
  const normFacts = norms.map((standing) => {
    const counted =
      standing.areasTested > 0 && whole.members.length > 1
        ? countPhrase(standing, analysis, language)
        : [];
    return factLines(words.norms, [
      normLine(standing.norm, language),
      ...(counted.length > 0 ? [counted] : []),
    ]);
  });
  return [...facts, ...normFacts];
}

function wholeLines(entry: IndicatorResult, language: Language): Inline[][] {
  const { explain: words } = wordsOf(language);
  const { indicator, result } = entry;
  if (isAbsent(result.value)) return [outcome(indicator, result, language)];
  const bare = result.arithmetic === undefined || isBareFigure(result.arithmetic);
  const below = !bare
    ? []
    : indicator.rollup === "count"
      ? [` · ${words.countBelow}`]
      : [` · ${words.sumBelow}`];
  const classes =
    result.classes && result.class === undefined
      ? [
          [
            remarkOf(
              { ...entry, result: { value: result.value, classes: result.classes } },
              language,
            ),
          ],
        ]
      : [];
  return [
    [...equation(indicator, result, language), ...below],
    [coverageText(result, language)],
    ...classes,
  ].filter((line) => line.some((part) => part !== ""));
}

function coverageText({ coverage }: Result, language: Language): string {
  const { explain: words } = wordsOf(language);
  const { areas, of } = coverage ?? { areas: 1, of: 1 };
  if (of === 1) return "";
  return areas === of
    ? phrase(words.overAll, { n: of }, language)
    : phrase(words.overSome, { k: areas, n: of }, language);
}

const netLines = (indicator: Indicator, { net }: Result, language: Language): Inline[][] =>
  net === undefined
    ? []
    : [
        phraseWithFigure(wordsOf(language).analysis.netGap, {
          ...valueFigure(net, indicator),
          withUnit: true,
        }),
      ];

const variantLine = (
  indicator: Indicator,
  { value, arithmetic }: NonNullable<Result["variants"]>[number],
  language: Language,
): Inline[] =>
  arithmetic === undefined || isBareFigure(arithmetic) || isAbsent(value)
    ? outcome(indicator, { value }, language)
    : [`${arithmeticText(arithmetic, language)} = `, valueFigure(value, indicator)];

function areaTable(
  { analysis, ...tables }: FiguresReport,
  areas: readonly AreaResult[],
  { indicator, under }: ShownResult,
  language: Language,
): Table {
  const { explain: words, analysis: shared } = wordsOf(language);
  const column = { id: "", indicator, named: false, ...(under && { norm: under }) };
  const placesAt = placesOf(tables, quantitiesRead(indicator, tables));
  return {
    kind: "table",
    id: `figures-${indicator.id}${under ? ` ${under.id}` : ""}`,
    title: "",
    columns: [
      { id: "area", title: shared.areaHead, align: "left" },
      { id: "figures", title: words.figures, align: "left" },
      { id: "place", title: words.where, align: "left" },
    ],
    rows: areas.map((one) => [
      [...one.area.parents, one.area.name].join(" "),
      equation(
        indicator,
        ofArea(one, column)?.result ?? { value: { absent: "no-data" } },
        language,
      ),
      placeText(placesAt(one.observation), tables.sources, language),
    ]),
    wholeCells: true,
  };
}

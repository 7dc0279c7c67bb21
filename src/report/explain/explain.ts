import { type AnalysisOptions, analyse } from "../../analysis/analyse.ts";
import { normStates } from "../../analysis/norm-states.ts";
import type { Survey } from "../../analysis/observed-survey.ts";
import type { Indicator } from "../../indicators/define.ts";
import { indicators } from "../../indicators/index.ts";
import { withJoined } from "../../norms/joined-norms.ts";
import type { Block, Document } from "../../survey/document.ts";
import type { Finding } from "../../survey/finding.ts";
import type { Language } from "../../survey/language.ts";
import type { Norm } from "../../survey/norm.ts";
import { wordsOf } from "../../words/locales/index.ts";
import { fact, factLines, factList } from "../fact-lines.ts";
import { normStateRemarks } from "../norm-state-text.ts";
import { normLine } from "../norm-text.ts";
import type { ReadTables } from "./cell-places.ts";
import { checkDocument, findingBlocks } from "./explain-check.ts";
import { type FiguresReport, figureBlocks } from "./explain-figures.ts";
import { bothTitles, formulaFacts, indicatorDocument, presetsOf } from "./explain-indicator.ts";
import {
  bandJson,
  checkJson,
  figuresJson,
  findingsJson,
  indicatorJson,
  keyJson,
  normJson,
  quantityJson,
  variableJson,
} from "./explain-json.ts";
import { indicatorsOf, normDocument } from "./explain-norm.ts";
import { statisticDocument, statisticJson } from "./explain-statistic.ts";
import { bandDocument, keyDocument, quantityBlocks, variableDocument } from "./explain-variable.ts";
import type { Topic } from "./topic.ts";

export interface Explained {
  readonly topic: Topic;
  /** Those the user named. */
  readonly norms: readonly Norm[];
  /** Historical, draft and anonymous norms too. */
  readonly all: boolean;
  /** The tables whose figures are put in. */
  readonly read?: ReadTables & {
    readonly survey: Survey;
    readonly findings: readonly Finding[];
    readonly periods: readonly (string | null)[];
    /** What small counts are withheld from: the survey as read. */
    readonly guarded?: Pick<AnalysisOptions, "protection" | "groupings" | "known"> & {
      readonly survey: Survey;
    };
  };
}

type Read = NonNullable<Explained["read"]>;

const figuresOf = (
  { survey, sources, files, periods, guarded }: Read,
  indicator: Indicator,
  norms: readonly Norm[],
): FiguresReport => ({
  analysis: analyse(guarded?.survey ?? survey, {
    indicators: [indicator],
    norms: withJoined(norms),
    periods,
    groupings: [],
    ...guarded,
  }),
  sources,
  files,
});

/** Every indicator that one of these norms may speak of. */
const knownFor = (norms: readonly Norm[]): readonly Indicator[] => [
  ...new Set([...indicators, ...norms.flatMap(indicatorsOf)]),
];

/** Everything about one id; with tables at hand what they say of it. */
export function explainDocument(explained: Explained, language: Language): Document {
  const { topic, read, norms, all } = explained;
  switch (topic.kind) {
    case "indicator":
      return read
        ? { language, blocks: indicatorFigures(topic.indicator, read, norms, language) }
        : indicatorDocument(topic.indicator, language, all);
    case "variable":
      return withBlocks(
        variableDocument(topic.variable, language, all),
        read && quantities(topic.id, topic.variable.unit, read, language),
      );
    case "band":
      return withBlocks(
        bandDocument(topic.id, topic.band, language, all),
        read && quantities(topic.id, "person", read, language),
      );
    case "key":
      return keyDocument(topic.key, language);
    case "norm":
      return withBlocks(
        normDocument(topic.norm, language),
        read && normFigures(topic.norm, read, norms, language),
      );
    case "statistic":
      return statisticDocument(topic.statistic, language);
    case "check":
      return withBlocks(
        checkDocument(topic.check, language),
        read && findingBlocks(findingsOf(topic.id, read), language),
      );
  }
}

const withBlocks = (document: Document, blocks: readonly Block[] | undefined): Document => ({
  ...document,
  blocks: [...document.blocks, ...(blocks ?? [])],
});

const findingsOf = (code: string, { findings }: Read): Finding[] =>
  findings.filter((finding) => finding.code === code);

const quantities = (id: string, unit: string, read: Read, language: Language): Block[] =>
  quantityBlocks(id, unit, read.survey, read, read.periods, language);

/** Formula, the figures in it, and why it is computed so; the rest of the definition is one command away. */
function indicatorFigures(
  indicator: Indicator,
  read: Read,
  norms: readonly Norm[],
  language: Language,
): Block[] {
  const { explain: words } = wordsOf(language);
  const named = norms.length > 0;
  const figures = figuresOf(read, indicator, norms);
  const blocks: Block[] = [
    {
      kind: "heading",
      level: 1,
      text: `${indicator.id}  ${bothTitles(indicator.title, language)}`,
    },
    factList(...formulaFacts(indicator, language)),
    ...figureBlocks(figures, indicator, language),
    ...normStateRemarks(normStates(figures.analysis, knownFor(norms)), language),
    factList(
      named
        ? undefined
        : factLines(
            words.norms,
            presetsOf(indicator, false).map((norm) => normLine(norm, language)),
          ),
      fact(words.why, indicator.rollup === "ratio-of-sums" ? words.whyRatioOfSums : undefined),
      fact(words.reading, indicator.reading?.[language]),
    ),
  ];
  return blocks.filter((block) => block.kind !== "facts" || block.facts.length > 0);
}

/** How the tables stand to a norm, by each indicator that it speaks of. */
const normFigures = (
  norm: Norm,
  read: Read,
  others: readonly Norm[],
  language: Language,
): Block[] =>
  indicatorsOf(norm).flatMap((indicator): Block[] => [
    { kind: "heading", level: 2, text: `${indicator.id}  ${indicator.title[language]}` },
    ...figureBlocks(figuresOf(read, indicator, [norm, ...others]), indicator, language),
    ...normStateRemarks(normStates(figuresOf(read, indicator, [norm]).analysis), language),
  ]);

/** The same as data. */
export function explainJson(
  { topic, read, norms, all }: Explained,
  language: Language,
): Record<string, unknown> {
  switch (topic.kind) {
    case "indicator":
      return {
        ...indicatorJson(topic.indicator, language, all),
        ...(read && {
          figures: figuresJson(figuresOf(read, topic.indicator, norms), topic.indicator, language),
        }),
      };
    case "variable":
      return {
        ...variableJson(topic.variable, language),
        ...(read && { figures: quantityJson(topic.id, read.survey, read, read.periods) }),
      };
    case "band":
      return {
        ...bandJson(topic.id, topic.band, language),
        ...(read && { figures: quantityJson(topic.id, read.survey, read, read.periods) }),
      };
    case "key":
      return keyJson(topic.key, language);
    case "norm":
      return {
        ...normJson(topic.norm, language),
        ...(read && {
          figures: Object.fromEntries(
            indicatorsOf(topic.norm).map((indicator) => [
              indicator.id,
              figuresJson(figuresOf(read, indicator, [topic.norm, ...norms]), indicator, language),
            ]),
          ),
        }),
      };
    case "statistic":
      return statisticJson(topic.statistic, language);
    case "check":
      return {
        ...checkJson(topic.check, language),
        ...(read && { findings: findingsJson(findingsOf(topic.id, read), language) }),
      };
  }
}

import type { IndicatorResult, NormResult } from "../../analysis/analyse.ts";
import { findVariable } from "../../codebook/index.ts";
import type { Indicator } from "../../indicators/define.ts";
import type { FigureValue, Inline } from "../../survey/document.ts";
import { isAbsent, isExact, type Measured } from "../../survey/measured.ts";
import type { Norm } from "../../survey/norm.ts";
import { quantityTitle } from "../../words/quantity-title.ts";
import { compose } from "../../words/sentence.ts";
import { decisiveOf } from "../analysis/survey-table.ts";
import { thresholdPhrase } from "../norm-text.ts";
import { count, inProse, proseFigure, shareFigure, thresholdInProse } from "./appendix-figures.ts";
import type { Context } from "./context.ts";

/** The indicator that tells best how a norm is met, under that norm. */
export interface NormEntry extends NormResult {
  readonly indicator: Indicator;
}

/** For each norm named, the indicator among these that tells how many communities meet it: the norm's own subject, else the one that tested most. */
export function normEntries(entries: readonly IndicatorResult[]): NormEntry[] {
  const best = new Map<string, NormEntry>();
  for (const entry of entries) {
    for (const result of entry.norms) {
      // The edge of a class is asked of nobody.
      if (result.areasTested === 0 || result.norm.opens !== undefined || result.norm.op === "=")
        continue;
      const known = best.get(result.norm.id);
      const own = entry.indicator.id === result.norm.subject;
      if (
        !known ||
        own ||
        (known.indicator.id !== result.norm.subject && result.areasTested > known.areasTested)
      )
        best.set(result.norm.id, { ...result, indicator: entry.indicator });
    }
  }
  return [...best.values()];
}

/** What a norm is about, as a title. */
const subjectTitle = (context: Context, { norm, indicator }: NormEntry): string =>
  norm.subject === indicator.id || !findVariable(norm.subject)
    ? indicator.title[context.language]
    : quantityTitle(norm.subject, context.language);

type Side = "below" | "above" | "miss";
const sideOf = (norm: Norm): Side =>
  norm.op.startsWith(">") ? "below" : norm.op.startsWith("<") ? "above" : "miss";

/** “办公用房面积：13个社区中有10个（76.9%）低于500平方米，共缺3,820平方米；另有1个无法判断。” */
export function normSentence(context: Context, told: NormEntry): Inline[] {
  const { words, areas } = context;
  const { norm, areasMissing: k, areasTested: n, indicator, result } = told;
  const side = sideOf(norm);
  const source = (part: string) => ({ of: indicator.id, norm: norm.id, part });
  const template =
    areas.length === 1
      ? k === 0
        ? words.meetsOne
        : words.missesOne
      : k === 0
        ? words.metAll
        : words[`${side}${k === n ? "All" : "Some"}`];
  const untold = (result.coverage?.areas ?? n) - n;
  const sentence = compose(template, {
    subject: subjectTitle(context, told),
    n: count(context, n, source("areasTested")),
    k: count(context, k, source("areasMissing")),
    share: shareFigure(context, k, n, source("areasMissingShare")),
    threshold: thresholdInProse(norm),
    asked: thresholdPhrase(norm, context.language).map((part) => inProse(part, context.language)),
    gap: k === 0 ? undefined : shortfall(context, told),
  });
  const rest = untold > 0 ? [words.comma, ...compose(words.untold, { u: untold })] : [];
  return [...sentence, ...rest, words.stop];
}

/** What is short in the unit that people decide in. */
function shortfall(context: Context, told: NormEntry): FigureValue | undefined {
  const { norm } = told;
  if (sideOf(norm) !== "below") return undefined;
  const decisive =
    told.indicator.rollup === "sum-of-shortfalls"
      ? told
      : decisiveOf(told.indicator, norm, context.whole);
  if (decisive?.indicator.rollup !== "sum-of-shortfalls" || !isPositive(decisive.result.value))
    return undefined;
  const { indicator, result } = decisive;
  return proseFigure(context, result.value, indicator.unit, indicator.decimals, {
    of: indicator.id,
    norm: norm.id,
  });
}

const isPositive = (m: Measured): boolean =>
  !isAbsent(m) && (isExact(m) ? m.value > 0 : m.high > 0);

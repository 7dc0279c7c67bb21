import { findVariable } from "../../codebook/index.ts";
import { unitOf } from "../../codebook/units.ts";
import type { Indicator } from "../../indicators/define.ts";
import type { FigureSource, FigureValue, Inline } from "../../survey/document.ts";
import { exact, isExact, type Measured } from "../../survey/measured.ts";
import type { Norm } from "../../survey/norm.ts";
import { compose } from "../../words/sentence.ts";
import { unitText } from "../../words/unit-text.ts";
import { ofCount, printedHeadUnit } from "../figure-columns.ts";
import { type ShownResult, shownTitle } from "../norm-columns.ts";
import { thresholdFigure } from "../norm-text.ts";
import { shareOfCount } from "../share-of-count.ts";
import type { Context } from "./context.ts";

/** What a figure of an appendix is of; the period is that of the appendix. */
type Of = Omit<FigureSource, "period">;

/** Named in a source only where the survey has one. */
const withPeriod = (context: Context, of: Of): FigureSource => ({
  ...of,
  ...(context.whole.period !== null && { period: context.whole.period }),
});

/** The decimals of a variable in print. */
export const decimalsOf = (id: string): number =>
  unitOf(findVariable(id)?.unit ?? "person").decimals;

/** A figure for a table: its unit stands in the head. */
export const cellFigure = (
  context: Context,
  measured: Measured,
  unit: string,
  decimals: number,
  of: Of,
): FigureValue => ({
  measured,
  unit,
  decimals,
  tiny: "…",
  source: withPeriod(context, of),
});

/** What a sentence says of a figure that is not 0 and would print as 0, where a table has “…”: 不足0.05, in the unit. */
function tinyText(
  { words }: Pick<Context, "words">,
  measured: Measured,
  decimals: number,
): { tiny?: string } {
  if (!isExact(measured) || measured.value <= 0 || measured.value >= 0.5 / 10 ** decimals)
    return {};
  return {
    tiny: compose(words.tinyText, { bound: (0.5 / 10 ** decimals).toFixed(decimals + 1) }).join(""),
  };
}

/** A figure for a sentence, with its unit as a sentence says it. */
export function proseFigure(
  context: Context,
  measured: Measured,
  unit: string,
  decimals: number,
  of?: Of,
): FigureValue {
  const { tiny } = tinyText(context, measured, decimals);
  return {
    measured,
    unit,
    decimals,
    withUnit: true,
    unitAs: "prose",
    ...(tiny !== undefined && { tiny: tiny + unitText(unit, context.language, "prose") }),
    ...(of && { source: withPeriod(context, of) }),
  };
}

/** A figure behind its name in a sentence: in English the name is the thing counted, "households 44,363". */
export function namedFigure(
  context: Context,
  title: string,
  measured: Measured,
  unit: string,
  decimals: number,
  of?: Of,
): FigureValue {
  const figure = proseFigure(context, measured, unit, decimals, of);
  if (context.language !== "en" || printedHeadUnit(title, unit, "en") !== "") return figure;
  const { tiny } = tinyText(context, measured, decimals);
  return { ...figure, unitText: "", ...(tiny !== undefined && { tiny }) };
}

/** The value of an indicator over the survey, in a sentence. */
export const indicatorFigure = (context: Context, entry: ShownResult): FigureValue => ({
  ...namedFigure(
    context,
    shownTitle(entry, context.language),
    entry.result.value,
    entry.indicator.unit,
    entry.indicator.decimals,
    sourceOf(entry),
  ),
  ...ofCount(entry.indicator),
});

/** Which figure an entry is: of several norms, that under its own. */
export const sourceOf = ({ indicator, under }: ShownResult): Of => ({
  of: indicator.id,
  ...(under && { norm: under.id }),
});

/** How many: no unit, no decimals. */
export const count = (context: Context, value: number, of?: Of): FigureValue => ({
  measured: exact(value),
  unit: "",
  decimals: 0,
  ...(of && { source: withPeriod(context, of) }),
});

/** k of n in per cent, one decimal. */
export const shareFigure = (context: Context, k: number, n: number, of?: Of): FigureValue => ({
  ...shareOfCount(k, n),
  withUnit: true,
  ...(of && { source: withPeriod(context, of) }),
});

/** The threshold of a norm in a sentence: 500平方米, 1,000～3,000户; in a table: 500 m². */
export const thresholdInProse = (norm: Norm): FigureValue => ({
  ...thresholdFigure(norm),
  unitAs: "prose",
});

/** Whether an indicator of one community says no more than a variable: a mean per community. */
export const isMeanPerCommunity = ({ needs }: Indicator): boolean => needs.includes("communities");

/** A figure of a phrase with its unit as a sentence says it. */
export function inProse(part: Inline, language: Context["language"]): Inline {
  if (typeof part === "string" || !("measured" in part)) return part;
  return language === "en" ? part : { ...part, unitAs: "prose" };
}

import { findVariable } from "../../codebook/index.ts";
import { unitOf } from "../../codebook/units.ts";
import type { Indicator } from "../../indicators/define.ts";
import type { FigureSource, FigureValue, Inline } from "../../survey/document.ts";
import { exact, isExact, type Measured } from "../../survey/measured.ts";
import type { Norm } from "../../survey/norm.ts";
import { writtenDecimals } from "../../survey/written-decimals.ts";
import { compose } from "../../words/sentence.ts";
import { singular, unitInProse } from "../../words/unit-in-prose.ts";
import { printedHeadUnit } from "../figure-columns.ts";
import { type ShownResult, shownTitle } from "../norm-columns.ts";
import type { Context } from "./context.ts";

/** What a figure of an appendix is of; the period is that of the appendix. */
type Of = Omit<FigureSource, "period">;

/** Named in a source only where the survey has one. */
const withPeriod = (context: Context, of: Of): FigureSource => ({
  ...of,
  ...(context.whole.period !== null && { period: context.whole.period }),
});

/** The decimals of a variable in print. */
export const decimalsOf = (id: string): number => (findVariable(id)?.unit === "km²" ? 2 : 0);

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
  const value = isExact(measured) ? measured.value : undefined;
  const unitText = unitInProse(unit, context.language, value);
  const { tiny } = tinyText(context, measured, decimals);
  return {
    measured,
    unit,
    decimals,
    withUnit: true,
    unitText,
    ...(tiny !== undefined && { tiny: tiny + unitText }),
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
export const indicatorFigure = (context: Context, entry: ShownResult): FigureValue =>
  namedFigure(
    context,
    shownTitle(entry, context.language),
    entry.result.value,
    entry.indicator.unit,
    entry.indicator.decimals,
    sourceOf(entry),
  );

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
  measured: n === 0 ? { absent: "zero-denominator" } : exact((k / n) * 100),
  unit: "%",
  decimals: 1,
  withUnit: true,
  ...(of && { source: withPeriod(context, of) }),
});

/** The threshold of a norm in a sentence: 500平方米, 1,000～3,000户. */
export function thresholdFigure(context: Context, norm: Norm): FigureValue {
  const figure = thresholdCell(context, norm);
  const value = isExact(figure.measured) ? figure.measured.value : undefined;
  return { ...figure, unitText: unitInProse(norm.unit, context.language, value) };
}

/** The threshold of a norm in a table: 500 m². */
export function thresholdCell({ language }: Pick<Context, "language">, norm: Norm): FigureValue {
  const decimals = Math.max(
    writtenDecimals(norm.value),
    norm.upper === undefined ? 0 : writtenDecimals(norm.upper),
  );
  const one =
    language === "en" && norm.value === 1 && norm.upper === undefined
      ? { unitText: singular(unitOf(norm.unit).sign.en) }
      : {};
  return {
    measured: norm.upper === undefined ? exact(norm.value) : { low: norm.value, high: norm.upper },
    unit: norm.unit,
    decimals,
    withUnit: true,
    ...one,
  };
}

/** Whether an indicator of one community says no more than a variable: a mean per community. */
export const isMeanPerCommunity = ({ needs }: Indicator): boolean => needs.includes("communities");

/** A figure of a phrase with its unit as a sentence says it. */
export function inProse(part: Inline, language: Context["language"]): Inline {
  if (typeof part === "string" || !("measured" in part)) return part;
  return language === "en" ? part : { ...part, unitText: unitInProse(part.unit, language) };
}

import { type ScaleLinear, scaleLinear } from "d3-scale";
import type { ChartNorm, ChartScale, FigureValue } from "../../survey/document.ts";
import { exact, isAbsent, isExact, type Measured } from "../../survey/measured.ts";
import { figureText, type Style } from "../documents/inline-text.ts";
import { ink, line } from "./chart-ink.ts";
import { fontSize, type TextOptions, textAt, textWidth, wrapLabel } from "./svg.ts";

/** All charts are so many pixels wide: the width of the text on an A4 page. */
export const chartWidth = 720;

/** What a kind of chart hands back: its marks from y = 0 to its height. */
export interface Drawing {
  readonly height: number;
  readonly marks: readonly string[];
}

/** Where a figure lies on an axis: both ends finite; they are one for an exact figure. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** The part of a figure that can be drawn: an unbounded one reaches from the bound that it has to zero, if zero lies that way. */
export function spanOf(measured: Measured): Span | undefined {
  if (isAbsent(measured)) return undefined;
  if (isExact(measured)) return { low: measured.value, high: measured.value };
  const { low, high } = measured;
  if (low === -Infinity && high === Infinity) return undefined;
  return {
    low: low === -Infinity ? Math.min(0, high) : low,
    high: high === Infinity ? Math.max(0, low) : high,
  };
}

export const spansOf = (figures: readonly Measured[]): Span[] =>
  figures.map(spanOf).filter((span) => span !== undefined);

/** A figure of a chart as words beside its mark: without its unit, which stands at the axis. */
export const valueText = (
  measured: Measured,
  scale: ChartScale,
  style: Style,
  mark?: FigureValue["mark"],
): string =>
  figureText(
    {
      measured,
      unit: scale.unit,
      decimals: scale.decimals,
      mark: isAbsent(measured) ? undefined : mark,
    },
    style,
  );

/** The axis title with its unit in brackets. */
export function scaleTitle(
  { title, unit }: Pick<ChartScale, "title" | "unit">,
  style: Style,
): string {
  if (unit === "") return title;
  return style.language === "en" ? `${title} (${unit})` : `${title}（${unit}）`;
}

const normEnds = (norm: ChartNorm | undefined): number[] =>
  norm === undefined ? [] : [norm.value, norm.upper ?? norm.value];

/** An axis over all spans and the norm, from or through zero where `zero` is asked for, its ends round numbers. */
export function axisScale(
  spans: readonly Span[],
  norm: ChartNorm | undefined,
  range: readonly [number, number],
  zero: boolean,
): ScaleLinear<number, number> {
  const ends = [
    ...spans.flatMap(({ low, high }) => [low, high]),
    ...normEnds(norm),
    ...(zero ? [0] : []),
  ];
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  const domain =
    ends.length === 0
      ? [0, 1]
      : low === high
        ? [Math.min(0, low), low > 0 ? low * 1.25 : low < 0 ? 0 : 1]
        : [low, high];
  return scaleLinear()
    .domain(domain)
    .range([...range])
    .nice(6);
}

/** The decimals that tell the ticks apart. */
function tickDecimals(ticks: readonly number[]): number {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  return step >= 1 || step === 0 ? 0 : Math.min(6, Math.ceil(-Math.log10(step) - 1e-9));
}

/** Tick values of an axis: whole numbers only where the figures are. */
const ticksOf = (axis: ScaleLinear<number, number>, count: number, decimals: number): number[] =>
  axis.ticks(count).filter((tick) => decimals > 0 || Number.isInteger(tick));

/** A tick in print. */
function tickText(tick: number, ticks: readonly number[], style: Style): string {
  return figureText({ measured: exact(tick), unit: "", decimals: tickDecimals(ticks) }, style);
}

/** As many ticks as have room for their labels. */
function tickCount(axis: ScaleLinear<number, number>, style: Style, size = fontSize): number {
  const [from = 0, to = 1] = axis.range();
  const widest = Math.max(
    ...axis.domain().map((end) => textWidth(tickText(end, [0, 1], style), size)),
  );
  return Math.max(2, Math.min(8, Math.floor(Math.abs(to - from) / (widest + 44))));
}

export interface AxisOptions {
  readonly top: number;
  readonly bottom: number;
  readonly decimals: number;
  readonly size?: number;
  /** Prints a tick otherwise than as it is: the left half of a pyramid counts up to the left. */
  readonly tick?: (value: number) => number;
}

/** Grid lines from top to bottom with their labels below, 20 pixels of room. */
export function gridMarks(
  axis: ScaleLinear<number, number>,
  style: Style,
  { top, bottom, decimals, size = fontSize - 1, tick = (value) => value }: AxisOptions,
): string[] {
  const ticks = ticksOf(axis, tickCount(axis, style, size), decimals);
  return ticks.flatMap((value) => {
    const text = tickText(tick(value), ticks, style);
    const x = withinPaper(axis(value), textWidth(text, size) / 2);
    return [
      line(axis(value), top, axis(value), bottom, value === 0 ? ink.axis : ink.grid),
      textAt(x, bottom + 11, text, { anchor: "middle", size, fill: ink.muted }),
    ];
  });
}

/** The middle of a text of so many pixels to either side, moved so that it lies on the paper. */
const withinPaper = (x: number, half: number): number =>
  Math.min(Math.max(x, half + 2), chartWidth - half - 2);

/** A line of words around `x`, kept on the paper and cut where it is longer than that: a title of an axis, a norm. */
export function titleMark(x: number, y: number, title: string, options: TextOptions = {}): string {
  const [text = ""] = wrapLabel(title, chartWidth - 8, 1);
  return textAt(withinPaper(x, textWidth(text) / 2), y, text, {
    anchor: "middle",
    fill: ink.text,
    ...options,
  });
}

/** The room above a plot for the label of its norm. */
export const normRoom = (norm: ChartNorm | undefined): number => (norm === undefined ? 0 : 20);

/** The norm's line across the plot (two for a range), its label above, kept within the chart. */
export function normMarks(
  norm: ChartNorm | undefined,
  axis: ScaleLinear<number, number>,
  top: number,
  bottom: number,
  label = true,
): string[] {
  if (norm === undefined) return [];
  const lines = [...new Set(normEnds(norm))].map((value) =>
    line(axis(value), top - (label ? 4 : 0), axis(value), bottom, ink.vermilion, 2, "7 3"),
  );
  if (!label) return lines;
  return [...lines, titleMark(axis(norm.value), top - 13, norm.label, { bold: true })];
}

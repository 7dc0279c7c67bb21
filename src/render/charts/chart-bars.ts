import type { ScaleLinear } from "d3-scale";
import type { BarChart, ChartBar, ChartScale } from "../../survey/document.ts";
import { isExact } from "../../survey/measured.ts";
import type { Style } from "../documents/inline-text.ts";
import { missSign } from "../number.ts";
import {
  axisScale,
  chartWidth,
  type Drawing,
  gridMarks,
  normMarks,
  normRoom,
  scaleTitle,
  spanOf,
  spansOf,
  titleMark,
  valueText,
} from "./chart-frame.ts";
import { type Fill, filledBox, ink, line } from "./chart-ink.ts";
import { type ChartRow, labelMarks, layRows } from "./chart-rows.ts";
import { element, textAt, textWidth } from "./svg.ts";

const plain: Fill = { colour: ink.blue, hatching: "none", contrast: ink.paper };
const short: Fill = { colour: ink.orange, hatching: "rising", contrast: ink.text };

const barText = (bar: ChartBar, scale: ChartScale, style: Style): string =>
  valueText(bar.measured, scale, style, bar.mark);

const misses = ({ measured, mark }: ChartBar): boolean =>
  missSign({ measured, unit: "", decimals: 0, mark }) !== "";

/** What a figure that lies between two values adds to its bar: a pale box over what is not known, closed at both ends. */
function intervalMarks(x: number, width: number, row: ChartRow, thick: number): string[] {
  const y = row.top + (row.height - thick) / 2;
  return [
    element("rect", {
      x,
      y: y + 1,
      width: Math.max(width, 1),
      height: thick - 2,
      fill: ink.paleBlue,
      stroke: ink.axis,
      "stroke-width": 1,
      "stroke-dasharray": "3 2",
    }),
  ];
}

/** The norm's line runs over the bars and under the words. */
export interface BarMarks {
  readonly body: readonly string[];
  readonly words: readonly string[];
}

/** A bar from zero, its figure in words at its end; a figure that cannot be told is — at zero and no bar. */
export function barMarks(
  bar: ChartBar,
  row: ChartRow,
  axis: ScaleLinear<number, number>,
  scale: ChartScale,
  style: Style,
  size: number,
): BarMarks {
  const zero = axis(0);
  const text = barText(bar, scale, style);
  const middle = row.top + row.height / 2;
  const span = spanOf(bar.measured);
  if (span === undefined)
    return { body: [], words: [textAt(zero + 5, middle, text, { size, fill: ink.muted })] };
  const thick = Math.min(16, row.height - 5);
  const negative = span.high <= 0 && span.low < 0;
  // An interval is certain up to the end nearer to zero.
  const certain = span.low <= 0 && span.high >= 0 ? 0 : negative ? span.high : span.low;
  const box = {
    x: Math.min(zero, axis(certain)),
    y: middle - thick / 2,
    width: Math.abs(axis(certain) - zero),
    height: thick,
  };
  const body =
    box.width < 1
      ? line(zero, box.y, zero, box.y + thick, ink.text, 2)
      : filledBox(box, misses(bar) ? short : plain);
  const unsure = isExact(bar.measured)
    ? []
    : intervalMarks(axis(span.low), axis(span.high) - axis(span.low), row, thick);
  const at = negative ? axis(span.low) - 5 : axis(span.high) + 5;
  const width = textWidth(text, size);
  // Paper behind the words keeps the grid and the norm's line from running through them.
  const behind = element("rect", {
    x: negative ? at - width - 1 : at - 1,
    y: middle - size * 0.6,
    width: width + 2,
    height: size * 1.2,
    fill: ink.paper,
  });
  return {
    body: [body, ...unsure],
    words: [
      behind,
      textAt(at, middle, text, { size, anchor: negative ? "end" : "start", fill: ink.text }),
    ],
  };
}

/** How much room the words at the ends of bars need on either side. */
export function valueRoom(
  bars: readonly ChartBar[],
  scale: ChartScale,
  style: Style,
  size: number,
): { left: number; right: number } {
  let left = 0;
  let right = 0;
  for (const bar of bars) {
    const span = spanOf(bar.measured);
    const width = textWidth(barText(bar, scale, style), size) + 10;
    if (span !== undefined && span.high <= 0 && span.low < 0) left = Math.max(left, width);
    else right = Math.max(right, width);
  }
  return { left, right };
}

/** Horizontal bars, the norm as a line across them; a bar that misses it is orange and hatched and carries ▼ or ▲. */
export function drawBars(chart: BarChart, style: Style): Drawing {
  const { bars, scale, norm } = chart;
  const top = 8 + normRoom(norm);
  const layout = layRows(
    bars.map((bar) => bar.label),
    top,
    210,
  );
  const room = valueRoom(bars, scale, style, layout.size);
  const labelEnd = 10 + layout.labelWidth;
  const axis = axisScale(
    spansOf(bars.map((bar) => bar.measured)),
    norm,
    [labelEnd + 8 + room.left, chartWidth - 8 - Math.max(room.right, 24)],
    true,
  );
  const bottom = layout.bottom + 2;
  const drawn = layout.rows.map((row, i) =>
    barMarks(bars[i] as ChartBar, row, axis, scale, style, layout.size),
  );
  return {
    height: bottom + 42,
    marks: [
      ...gridMarks(axis, style, { top, bottom, decimals: scale.decimals }),
      ...drawn.flatMap((marks) => marks.body),
      ...normMarks(norm, axis, top, bottom),
      ...drawn.flatMap((marks) => marks.words),
      ...layout.rows.flatMap((row) => labelMarks(row, labelEnd, layout.size)),
      titleMark(
        (axis.range()[0] ?? 0) / 2 + (axis.range()[1] ?? 0) / 2,
        bottom + 30,
        scaleTitle(scale, style),
      ),
    ],
  };
}

import { scaleLinear } from "d3-scale";
import type { PyramidChart } from "../../survey/document.ts";
import type { Measured } from "../../survey/measured.ts";
import type { Style } from "../documents/inline-text.ts";
import {
  chartWidth,
  type Drawing,
  gridMarks,
  scaleTitle,
  spanOf,
  spansOf,
  titleMark,
  valueText,
} from "./chart-frame.ts";
import { type Fill, filledBox, ink } from "./chart-ink.ts";
import { labelMarks, layRows } from "./chart-rows.ts";
import { textAt, textWidth } from "./svg.ts";

const leftFill: Fill = { colour: ink.blue, hatching: "none", contrast: ink.paper };
const rightFill: Fill = { colour: ink.orange, hatching: "rising", contrast: ink.text };

/** Bands back to back on one scale, the youngest lowest, their labels between the halves. A bar shows the upper end of an interval. */
export function drawPyramid(chart: PyramidChart, style: Style): Drawing {
  const { scale } = chart;
  const bands = [...chart.bands].reverse();
  const top = 34;
  const layout = layRows(
    bands.map((band) => band.label),
    top,
    120,
  );
  const figures = bands.flatMap((band) => [band.left, band.right]);
  const room = Math.max(
    24,
    ...figures.map((figure) => textWidth(valueText(figure, scale, style), layout.size) + 10),
  );
  const middle = chartWidth / 2;
  const half = layout.labelWidth / 2 + 10;
  const greatest = Math.max(0, ...spansOf(figures).map(({ high }) => high)) || 1;
  const right = scaleLinear()
    .domain([0, greatest])
    .range([middle + half, chartWidth - 8 - room])
    .nice(5);
  const left = scaleLinear()
    .domain(right.domain())
    .range([middle - half, 8 + room]);
  const bottom = layout.bottom + 2;
  const bar = (
    figure: Measured,
    axis: typeof left,
    fill: Fill,
    y: number,
    height: number,
  ): string[] => {
    const direction = axis === left ? -1 : 1;
    const text = valueText(figure, scale, style);
    const span = spanOf(figure);
    const end = span === undefined ? axis(0) : axis(Math.max(0, span.high));
    const thick = Math.min(18, height - 3);
    const words = textAt(end + direction * 5, y, text, {
      size: layout.size,
      anchor: direction < 0 ? "end" : "start",
      fill: span ? ink.text : ink.muted,
    });
    return span === undefined
      ? [words]
      : [
          filledBox(
            {
              x: Math.min(axis(0), end),
              y: y - thick / 2,
              width: Math.abs(end - axis(0)),
              height: thick,
            },
            fill,
          ),
          words,
        ];
  };
  const centre = (axis: typeof left) => ((axis.range()[0] ?? 0) + (axis.range()[1] ?? 0)) / 2;
  const swatch = (axis: typeof left, name: string, fill: Fill) => [
    filledBox({ x: centre(axis) - textWidth(name) / 2 - 22, y: 8, width: 16, height: 14 }, fill),
    textAt(centre(axis), 15, name, { anchor: "middle", bold: true, fill: ink.text }),
  ];
  return {
    height: bottom + 42,
    marks: [
      ...swatch(left, chart.left, leftFill),
      ...swatch(right, chart.right, rightFill),
      ...gridMarks(left, style, { top, bottom, decimals: scale.decimals }),
      ...gridMarks(right, style, { top, bottom, decimals: scale.decimals }),
      ...layout.rows.flatMap((row, i) => {
        const band = bands[i] as (typeof bands)[number];
        const y = row.top + row.height / 2;
        return [
          ...labelMarks(row, middle, layout.size, "middle"),
          ...bar(band.left, left, leftFill, y, row.height),
          ...bar(band.right, right, rightFill, y, row.height),
        ];
      }),
      titleMark(middle, bottom + 30, scaleTitle(scale, style)),
    ],
  };
}

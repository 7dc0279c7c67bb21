import type { DotChart } from "../../survey/document.ts";
import type { Style } from "../documents/inline-text.ts";
import { absentSign } from "../number.ts";
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
import { ink, line } from "./chart-ink.ts";
import { type ChartRow, labelMarks, layRows } from "./chart-rows.ts";
import { element, textAt, textWidth } from "./svg.ts";

const circle = (x: number, y: number, filled: boolean): string =>
  element("circle", {
    cx: x,
    cy: y,
    r: 5,
    fill: filled ? ink.blue : ink.paper,
    stroke: filled ? ink.blue : ink.vermilion,
    "stroke-width": 2,
  });

/** Before as a ring, after as a disc, a line between; the middle of an interval is where its mark stands, its ends are printed. */
export function drawDots(chart: DotChart, style: Style): Drawing {
  const { scale, rows, norm } = chart;
  const top = 32 + normRoom(norm);
  const layout = layRows(
    rows.map((row) => row.label),
    top,
    190,
  );
  const { size } = layout;
  const figures = rows.flatMap((row) => [row.before, row.after]);
  const room =
    Math.max(20, ...figures.map((figure) => textWidth(valueText(figure, scale, style), size))) + 14;
  const labelEnd = 10 + layout.labelWidth;
  const axis = axisScale(
    spansOf(figures),
    norm,
    [labelEnd + 8 + room, chartWidth - 8 - room],
    false,
  );
  const bottom = layout.bottom + 2;
  const place = (figure: DotChart["rows"][number]["before"]): number | undefined => {
    const span = spanOf(figure);
    return span === undefined ? undefined : axis((span.low + span.high) / 2);
  };
  const words = (x: number, y: number, text: string, right: boolean): string[] => {
    const width = textWidth(text, size);
    const at = right ? x + 10 : x - 10;
    const behind = element("rect", {
      x: right ? at - 1 : at - width - 1,
      y: y - size * 0.6,
      width: width + 2,
      height: size * 1.2,
      fill: ink.paper,
    });
    return [behind, textAt(at, y, text, { size, anchor: right ? "start" : "end", fill: ink.text })];
  };
  const rowMarks = (row: DotChart["rows"][number], { top: y0, height }: ChartRow): string[] => {
    const y = y0 + height / 2;
    const from = place(row.before);
    const to = place(row.after);
    const left = axis.range()[0] ?? 0;
    if (from === undefined && to === undefined)
      return [textAt(left, y, absentSign, { size, fill: ink.muted })];
    const before = valueText(row.before, scale, style);
    const after = valueText(row.after, scale, style);
    const level = line(left, y, axis.range()[1] ?? 0, y, ink.grid, 1, "1 3");
    if (from === undefined)
      return [level, ...words(to as number, y, after, true), circle(to as number, y, true)];
    if (to === undefined) return [level, ...words(from, y, before, false), circle(from, y, false)];
    const rising = to >= from;
    return [
      level,
      ...(from === to && before === after ? [] : words(from, y, before, !rising)),
      ...words(to, y, after, rising),
      line(from, y, to, y, ink.axis, 2),
      circle(from, y, false),
      circle(to, y, true),
    ];
  };
  const key = (x: number, name: string, filled: boolean) => [
    circle(x, 14, filled),
    textAt(x + 12, 14, name, { fill: ink.text }),
  ];
  const keyStart = labelEnd + 14;
  return {
    height: bottom + 42,
    marks: [
      ...key(keyStart, chart.before, false),
      ...key(keyStart + textWidth(chart.before) + 40, chart.after, true),
      ...gridMarks(axis, style, { top, bottom, decimals: scale.decimals }),
      ...normMarks(norm, axis, top, bottom),
      ...layout.rows.flatMap((row, i) => [
        ...labelMarks(row, labelEnd, size),
        ...rowMarks(rows[i] as DotChart["rows"][number], row),
      ]),
      titleMark(
        ((axis.range()[0] ?? 0) + (axis.range()[1] ?? 0)) / 2,
        bottom + 30,
        scaleTitle(scale, style),
      ),
    ],
  };
}

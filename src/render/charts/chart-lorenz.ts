import { scaleLinear } from "d3-scale";
import type { LorenzChart } from "../../survey/document.ts";
import type { Style } from "../documents/inline-text.ts";
import { chartWidth, type Drawing, scaleTitle, titleMark } from "./chart-frame.ts";
import { ink, line } from "./chart-ink.ts";
import { element, fontSize, textAt, wrapLabel } from "./svg.ts";

const side = 360;
const fifths = [0, 20, 40, 60, 80, 100];

/** The curve under the line of equal shares, both axes in percent; what the lines are stands beside the plot. */
export function drawLorenz(chart: LorenzChart, style: Style): Drawing {
  const top = 40;
  const left = 64;
  const x = scaleLinear()
    .domain([0, 100])
    .range([left, left + side]);
  const y = scaleLinear()
    .domain([0, 100])
    .range([top + side, top]);
  const at = (value: number) => Math.round(value * 100) / 100;
  const corner = (point: LorenzChart["points"][number]) =>
    `${at(x(point.x * 100))} ${at(y(point.y * 100))}`;
  const curve = chart.points.map((point, i) => `${i === 0 ? "M" : "L"}${corner(point)}`).join("");
  const key = left + side + 30;
  const beside = (row: number, text: string) =>
    wrapLabel(text, chartWidth - key - 44, 2).map((words, i) =>
      textAt(key + 40, top + 20 + row * 48 + i * (fontSize + 3), words, { fill: ink.text }),
    );
  return {
    height: top + side + 50,
    marks: [
      textAt(8, 14, scaleTitle({ title: chart.yTitle, unit: "%" }, style), { fill: ink.text }),
      ...fifths.flatMap((tick) => [
        line(x(tick), y(0), x(tick), y(100), ink.grid),
        line(x(0), y(tick), x(100), y(tick), ink.grid),
        textAt(x(tick), y(0) + 12, String(tick), {
          anchor: "middle",
          size: fontSize - 1,
          fill: ink.muted,
        }),
        textAt(x(0) - 8, y(tick), String(tick), {
          anchor: "end",
          size: fontSize - 1,
          fill: ink.muted,
        }),
      ]),
      element("path", { d: `${curve}Z`, fill: ink.paleBlue, "fill-opacity": 0.6 }),
      line(x(0), y(0), x(100), y(100), ink.vermilion, 2, "7 3"),
      element("path", {
        d: curve,
        fill: "none",
        stroke: ink.blue,
        "stroke-width": 2.5,
        "stroke-linejoin": "round",
      }),
      ...(chart.points.length <= 40
        ? chart.points.map((point) =>
            element("circle", {
              cx: x(point.x * 100),
              cy: y(point.y * 100),
              r: 2.5,
              fill: ink.blue,
            }),
          )
        : []),
      line(key, top + 20, key + 30, top + 20, ink.vermilion, 2, "7 3"),
      ...beside(0, chart.equality),
      line(key, top + 68, key + 30, top + 68, ink.blue, 2.5),
      ...beside(1, chart.yTitle),
      ...(chart.remark === undefined ? [] : beside(2, chart.remark)),
      titleMark(
        left + side / 2,
        top + side + 34,
        scaleTitle({ title: chart.xTitle, unit: "%" }, style),
      ),
    ],
  };
}

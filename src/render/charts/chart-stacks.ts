import { scaleLinear } from "d3-scale";
import type { StackChart } from "../../survey/document.ts";
import { isExact } from "../../survey/measured.ts";
import type { Style } from "../documents/inline-text.ts";
import { absentSign } from "../number.ts";
import {
  chartWidth,
  type Drawing,
  gridMarks,
  scaleTitle,
  titleMark,
  valueText,
} from "./chart-frame.ts";
import { type Fill, filledBox, fills, ink } from "./chart-ink.ts";
import { type ChartRow, labelMarks, layRows } from "./chart-rows.ts";
import { element, textAt, textWidth, wrapLabel } from "./svg.ts";

/** The parts named in their order, in as many lines as they need. */
function legend(series: readonly string[]): { marks: string[]; height: number } {
  let x = 8;
  let y = 8;
  const marks = series.flatMap((full, i) => {
    const [name = ""] = wrapLabel(full, 240, 1);
    const width = 24 + textWidth(name) + 18;
    if (x > 8 && x + width > chartWidth) {
      x = 8;
      y += 22;
    }
    x += width;
    return [
      filledBox({ x: x - width, y, width: 18, height: 14 }, fills[i] as Fill),
      textAt(x - width + 24, y + 7, name, { fill: ink.text }),
    ];
  });
  return { marks, height: y + 24 };
}

/** The parts of a row from left to right; undefined when one of them cannot be told. */
function partsOf(row: StackChart["rows"][number]): number[] | undefined {
  const parts = row.parts.map((part) => (isExact(part) ? part.value : undefined));
  return parts.every((part): part is number => part !== undefined && part >= 0) ? parts : undefined;
}

/** Parts of a whole, one bar a row; figures stand in the parts that have room. More than eight parts are a RangeError. */
export function drawStacks(chart: StackChart, style: Style): Drawing {
  const { series, rows, scale } = chart;
  if (series.length > fills.length)
    throw new RangeError(
      `at most ${fills.length} parts of a whole can be told apart, not ${series.length}`,
    );
  const names = legend(series);
  const top = names.height + 4;
  const layout = layRows(
    rows.map((row) => row.label),
    top,
    210,
  );
  const sums = rows.map((row) => (partsOf(row) ?? []).reduce((sum, part) => sum + part, 0));
  // Rounded shares may add up to a little more than 100.
  const whole = Math.max(0, ...sums);
  const labelEnd = 10 + layout.labelWidth;
  const axis = scaleLinear()
    .domain([0, scale.unit === "%" && whole < 102 ? 100 : whole || 1])
    .range([labelEnd + 8, chartWidth - 24]);
  const bottom = layout.bottom + 2;
  const size = layout.size - 1;
  const rowMarks = (source: StackChart["rows"][number], row: ChartRow): string[] => {
    const parts = partsOf(source);
    const y = row.top + row.height / 2;
    const thick = Math.min(18, row.height - 3);
    if (parts === undefined)
      return [textAt(axis(0) + 5, y, absentSign, { size: layout.size, fill: ink.muted })];
    let from = 0;
    return parts.flatMap((part, i) => {
      const fill = fills[i] as Fill;
      const box = {
        x: axis(from),
        y: y - thick / 2,
        width: axis(from + part) - axis(from),
        height: thick,
      };
      from += part;
      if (box.width <= 0) return [];
      const text = valueText(source.parts[i] ?? { absent: "no-data" }, scale, style);
      const width = textWidth(text, size);
      const edge = element("rect", { ...box, fill: "none", stroke: ink.paper, "stroke-width": 1 });
      if (width + 6 > box.width) return [filledBox(box, fill), edge];
      // A plate of the part's own colour keeps its hatching from running through the figure.
      const plate = element("rect", {
        x: box.x + box.width / 2 - width / 2 - 2,
        y: box.y + 1,
        width: width + 4,
        height: thick - 2,
        fill: fill.colour,
      });
      return [
        filledBox(box, fill),
        edge,
        fill.hatching === "none" ? "" : plate,
        textAt(box.x + box.width / 2, y, text, { size, anchor: "middle", fill: fill.contrast }),
      ];
    });
  };
  return {
    height: bottom + 42,
    marks: [
      ...names.marks,
      ...gridMarks(axis, style, { top, bottom, decimals: scale.decimals }),
      ...layout.rows.flatMap((row, i) => [
        ...labelMarks(row, labelEnd, layout.size),
        ...rowMarks(rows[i] as StackChart["rows"][number], row),
      ]),
      titleMark((axis(0) + (axis.range()[1] ?? 0)) / 2, bottom + 30, scaleTitle(scale, style)),
    ],
  };
}

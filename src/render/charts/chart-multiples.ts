import type { ChartBar, SmallMultiples } from "../../survey/document.ts";
import type { Style } from "../documents/inline-text.ts";
import { barMarks, valueRoom } from "./chart-bars.ts";
import {
  axisScale,
  chartWidth,
  type Drawing,
  gridMarks,
  normMarks,
  scaleTitle,
  spansOf,
  titleMark,
} from "./chart-frame.ts";
import { ink, line } from "./chart-ink.ts";
import { labelMarks, layRows } from "./chart-rows.ts";
import { fontSize, textAt, textWidth, wrapLabel } from "./svg.ts";

const gutter = 24;
const panelWidth = (chartWidth - gutter - 16) / 2;
const headHeight = 26;

/** Panels of bars, two in a row, all on one scale; the norm is named once above them. */
export function drawMultiples(chart: SmallMultiples, style: Style): Drawing {
  const { panels, scale, norm } = chart;
  const all = panels.flatMap((panel) => panel.bars);
  const size = fontSize - 1;
  const room = valueRoom(all, scale, style, size);
  const widestLabel = layRows(
    all.map((bar) => bar.label),
    0,
    110,
  ).labelWidth;
  const spans = spansOf(all.map((bar) => bar.measured));
  const marks: string[] = [];
  let top = 8;
  if (norm !== undefined) {
    const [label = ""] = wrapLabel(norm.label, chartWidth - 60, 1);
    const start = chartWidth / 2 - (textWidth(label) + 34) / 2;
    marks.push(
      line(start, top + 8, start + 26, top + 8, ink.vermilion, 2, "7 3"),
      textAt(start + 34, top + 8, label, { fill: ink.text }),
    );
    top += 26;
  }
  for (let first = 0; first < panels.length; first += 2) {
    let lowest = top;
    for (const [column, panel] of panels.slice(first, first + 2).entries()) {
      const left = 8 + column * (panelWidth + gutter);
      const labelEnd = left + widestLabel;
      const axis = axisScale(
        spans,
        norm,
        [labelEnd + 8 + room.left, left + panelWidth - Math.max(room.right, 16)],
        true,
      );
      const rowsTop = top + headHeight;
      const layout = layRows(
        panel.bars.map((bar) => bar.label),
        rowsTop,
        110,
      );
      const bottom = layout.bottom + 2;
      const drawn = layout.rows.map((row, i) =>
        barMarks(panel.bars[i] as ChartBar, row, axis, scale, style, Math.min(size, layout.size)),
      );
      const [head = ""] = wrapLabel(panel.title, panelWidth, 1);
      marks.push(
        textAt(left, top + 10, head, { bold: true, fill: ink.text }),
        ...gridMarks(axis, style, {
          top: rowsTop,
          bottom,
          decimals: scale.decimals,
          size: fontSize - 2,
        }),
        ...drawn.flatMap((bar) => bar.body),
        ...normMarks(norm, axis, rowsTop, bottom, false),
        ...drawn.flatMap((bar) => bar.words),
        ...layout.rows.flatMap((row) => labelMarks(row, labelEnd, Math.min(size, layout.size))),
      );
      lowest = Math.max(lowest, bottom + 30);
    }
    top = lowest + 6;
  }
  marks.push(titleMark(chartWidth / 2, top + 6, scaleTitle(scale, style)));
  return { height: top + 20, marks };
}

import type { FileChild } from "docx";
import type { Figure } from "../../survey/document.ts";
import { drawChart } from "../charts/chart.ts";
import { styleIds } from "./docx-style.ts";
import { notesOf } from "./docx-table.ts";
import { captionRuns, paragraphOf, plainText, type Sheet } from "./docx-text.ts";

/** Pixels at 96 to the inch: the width of the text, and as high as leaves room for the sentence above, caption and source. */
const widest = 605;
const highest = 760;

/**
 * A chart as SVG with a PNG beside it for programs that show none, its description as alternative text, the caption below.
 */
export function figureOf(sheet: Sheet, figure: Figure): FileChild[] {
  const { svg, width: chartWidth, height: chartHeight } = drawChart(figure, sheet.style);
  const scale = Math.min(widest / chartWidth, highest / chartHeight);
  const size = { width: Math.round(chartWidth * scale), height: Math.round(chartHeight * scale) };
  const picture = new sheet.docx.ImageRun({
    type: "svg",
    data: new TextEncoder().encode(svg),
    transformation: size,
    fallback: { type: "png", data: sheet.rasteriser.png(svg) },
    altText: {
      name: plainText(figure.id),
      title: plainText(figure.title),
      description: plainText(figure.description),
    },
  });
  const notes = notesOf(sheet, figure);
  return [
    paragraphOf(sheet, styleIds.body, [picture], {
      alignment: "center",
      keepNext: true,
      spacing: { before: 200, after: 0 },
    }),
    paragraphOf(sheet, styleIds.caption, captionRuns(sheet, figure.id, "figure", figure.title), {
      spacing: { before: 60, after: 120 },
      keepNext: notes.length > 0,
    }),
    ...notes,
  ];
}

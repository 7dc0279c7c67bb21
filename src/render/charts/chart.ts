import type { Chart, Figure } from "../../survey/document.ts";
import type { Style } from "../documents/inline-text.ts";
import { markupLine } from "../markup.ts";
import { drawBars } from "./chart-bars.ts";
import { drawDots } from "./chart-dots.ts";
import { chartWidth, type Drawing } from "./chart-frame.ts";
import { ink } from "./chart-ink.ts";
import { drawLorenz } from "./chart-lorenz.ts";
import { drawMultiples } from "./chart-multiples.ts";
import { drawPyramid } from "./chart-pyramid.ts";
import { drawStacks } from "./chart-stacks.ts";
import { element, safeId, sansFonts } from "./svg.ts";

function draw(chart: Chart, style: Style): Drawing {
  switch (chart.kind) {
    case "bars":
      return drawBars(chart, style);
    case "pyramid":
      return drawPyramid(chart, style);
    case "stacks":
      return drawStacks(chart, style);
    case "lorenz":
      return drawLorenz(chart, style);
    case "dots":
      return drawDots(chart, style);
    case "multiples":
      return drawMultiples(chart, style);
  }
}

export interface DrawnChart {
  /** One `<svg>` element, without a declaration: fit for a file of its own and for HTML. */
  readonly svg: string;
  /** In pixels, of which 720 are as wide as the text on an A4 page. */
  readonly width: number;
  readonly height: number;
}

/**
 * A chart as SVG on white paper of its own: the same bytes for the same data. Colours are literal and vertical places explicit, because librsvg
 * and LibreOffice know neither CSS variables nor baselines. Title and description are inside, for those who hear it. More than eight parts
 * in a stack are a RangeError.
 */
export function drawChart(figure: Figure, style: Style): DrawnChart {
  const { height, marks } = draw(figure.chart, style);
  const id = `chart-${safeId(figure.id)}`;
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `0 0 ${chartWidth} ${Math.ceil(height)}`,
    width: chartWidth,
    height: Math.ceil(height),
    role: "img",
    lang: style.language,
    "xml:lang": style.language,
    "aria-labelledby": `${id}-title`,
    "aria-describedby": `${id}-description`,
    "font-family": sansFonts[style.language],
  };
  const svg = element(
    "svg",
    attributes,
    element("title", { id: `${id}-title` }, markupLine(figure.title)),
    element("desc", { id: `${id}-description` }, markupLine(figure.description)),
    element("rect", { width: chartWidth, height: Math.ceil(height), fill: ink.paper }),
    ...marks.map((mark) => `\n${mark}`),
    "\n",
  );
  return { svg, width: chartWidth, height: Math.ceil(height) };
}

/** As a file: one `<svg>` element and a line feed. */
export const renderSvg = (figure: Figure, style: Style): string =>
  `${drawChart(figure, style).svg}\n`;

import type {
  Block,
  Document,
  Facts,
  Figure,
  Heading,
  Paragraph,
  Table,
} from "../../survey/document.ts";
import { renderWords } from "../../words/render-words.ts";
import { drawChart } from "../charts/chart.ts";
import { chartTable } from "../charts/chart-table.ts";
import { safeId } from "../charts/svg.ts";
import { markupLine } from "../markup.ts";
import { captionNumbers, captionText, continuedTitle } from "./caption.ts";
import { pageScript, pageScriptHash } from "./html-script.ts";
import { pageStyle, pageStyleHash } from "./html-style.ts";
import { partHtml, phraseHtml, printClasses, tableHtml } from "./html-tables.ts";
import { type Style, styleOf } from "./inline-text.ts";
import { partsOf } from "./page-parts.ts";

/** What belongs to the whole page. */
interface Page {
  readonly style: Style;
  readonly numbers: ReadonlyMap<string, string>;
}

/** Nothing is fetched, nothing is sent: only this one style sheet and this one script. */
const policy = `default-src 'none'; style-src 'sha256-${pageStyleHash}'; script-src 'sha256-${pageScriptHash}'; base-uri 'none'; form-action 'none'`;

function below(
  { notes = [], sources = [] }: Pick<Table, "notes" | "sources">,
  style: Style,
): string {
  const lines = [...notes, ...sources];
  return lines.length === 0
    ? ""
    : `<div class="notes">\n${lines.map((line) => `<p>${phraseHtml(line, style)}</p>\n`).join("")}</div>\n`;
}

/** A section may be called as its table is. */
const sectionId = (id: string): string => `section-${safeId(id)}`;

const headingHtml = ({ id, level, text }: Heading): string =>
  `<h${level}${id === undefined ? "" : ` id="${sectionId(id)}"`}>${markupLine(text)}</h${level}>\n`;

function paragraphHtml({ role, content }: Paragraph, style: Style): string {
  return `<p${role === undefined ? "" : ` class="${role}"`}>${phraseHtml(content, style)}</p>\n`;
}

function factsHtml({ facts }: Facts, style: Style): string {
  const groups = facts.map(({ label, lines }) => {
    const texts = lines.map((line) => `<dd>${phraseHtml(line, style)}</dd>`).join("");
    return `<div><dt>${markupLine(label)}</dt>${texts}</div>\n`;
  });
  return `<dl>\n${groups.join("")}</dl>\n`;
}

/** The chart, its caption below, and its figures behind a button: they are for those who cannot see it, and for the names in full. */
function figureHtml(figure: Figure, { style, numbers }: Page): string {
  const caption = captionText(figure, numbers, style.language);
  const words = renderWords(style.language);
  const data = tableHtml(chartTable(figure, words.dataOf(caption)), words.dataOf(caption), style);
  const details = `<details>\n<summary>${words.chartData}</summary>\n${data}</details>\n`;
  const drawn = `${drawChart(figure, style).svg}\n<figcaption>${markupLine(caption)}</figcaption>\n`;
  return `<figure id="${safeId(figure.id)}">\n${drawn}${details}</figure>\n${below(figure, style)}`;
}

/** A table for the screen; one that a page does not hold stands there in parts for paper as well, each under its number. */
function tableBlock(table: Table, { style, numbers }: Page): string {
  const caption = captionText(table, numbers, style.language);
  const screen = `${tableHtml(table, caption, style)}${below(table, style)}`;
  const parts = partsOf(table, style);
  const [only] = parts;
  if (only === undefined) return `<div class="block">\n${screen}</div>\n`;
  // A table in panels is another one on paper too.
  if (parts.length === 1 && only.table.columns.length === table.columns.length)
    return `<div class="${printClasses(table, only)}">\n${screen}</div>\n`;
  const paper = parts.map((part) => {
    const title = part.continued ? continuedTitle(caption, style.language) : caption;
    return `<div class="${printClasses(part.table, part)}${part.full ? " full" : ""}">\n${partHtml(part, title, style)}${below(part.table, style)}</div>\n`;
  });
  return `<div class="block screen">\n${screen}</div>\n<div class="paper">\n${paper.join("")}</div>\n`;
}

function blockHtml(block: Block, page: Page): string {
  const { style } = page;
  switch (block.kind) {
    case "heading":
      return headingHtml(block);
    case "paragraph":
      return paragraphHtml(block, style);
    case "facts":
      return factsHtml(block, style);
    case "table":
      return tableBlock(block, page);
    case "figure":
      return figureHtml(block, page);
    case "page-break":
      return '<div class="break"></div>\n';
  }
}

/** Headings that can be linked to, when there are enough of them to look for one. */
function contentsHtml(document: Document): string {
  const headings = document.blocks
    .filter((block) => block.kind === "heading")
    .filter((heading) => heading.id !== undefined);
  if (headings.length < 3) return "";
  const { contents } = renderWords(document.language);
  const items = headings.map(
    ({ id = "", level, text }) =>
      `<li class="l${level}"><a href="#${sectionId(id)}">${markupLine(text)}</a></li>\n`,
  );
  return `<nav aria-label="${contents}">\n<ul>\n${items.join("")}</ul>\n</nav>\n`;
}

/**
 * A document as one HTML file that needs nothing else and may load nothing else: charts stand in it as SVG, a policy of content
 * forbids the network and any script but its own. Tables sort by their heads and work without the script; on A4 paper their heads repeat.
 * All text is escaped; what acts on a reader's screen is made visible.
 */
export function renderHtml(document: Document): string {
  const page: Page = { style: styleOf(document), numbers: captionNumbers(document) };
  const heading = document.blocks.find((block) => block.kind === "heading");
  const name = document.title ?? heading?.text ?? "cdj";
  const title = document.title === undefined ? "" : `<h1>${markupLine(document.title)}</h1>\n`;
  return `<!DOCTYPE html>
<html lang="${document.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${markupLine(name)}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
${title}${contentsHtml(document)}${document.blocks.map((block) => blockHtml(block, page)).join("")}</main>
<script>${pageScript}</script>
</body>
</html>
`;
}

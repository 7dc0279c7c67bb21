import type { ListItem, Paragraph, PhrasingContent, RootContent, TableRow, Text } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { defaultHandlers, type Handle, toMarkdown } from "mdast-util-to-markdown";
import type { Block, Cell, Document, Fact, Figure, Inline, Table } from "../../survey/document.ts";
import { renderWords } from "../../words/render-words.ts";
import { chartTable } from "../charts/chart-table.ts";
import { neutraliseMarkdown, neutraliseTerminal } from "../neutralise.ts";
import { displayWidth } from "../width.ts";
import { captionNumbers, captionText } from "./caption.ts";
import { headText, inlineText, phraseOf, type Style, styleOf } from "./inline-text.ts";

/** Every < becomes &lt;: a backslash before it is enough for Markdown, but not for all that people put behind it. */
const handleText: Handle = (node, parent, state, info) =>
  defaultHandlers
    .text(node, parent, state, info)
    .replace(/(?<!\\)((?:\\\\)*)\\</g, "$1&lt;")
    .replaceAll("<", "&lt;");

/** Texts run together to one node, code stands apart; nothing for an empty phrase, which would leave a trace in print. */
function phrasing(content: readonly Inline[], style: Style): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let text = "";
  const put = () => {
    if (text !== "") nodes.push({ type: "text", value: text } satisfies Text);
    text = "";
  };
  for (const inline of content) {
    const value = neutraliseTerminal(inlineText(inline, style));
    if (typeof inline === "string" || !("code" in inline) || value.trim() === "") text += value;
    else {
      put();
      nodes.push({ type: "inlineCode", value });
    }
  }
  put();
  // Markdown drops spaces at the ends.
  const first = nodes[0];
  const last = nodes.at(-1);
  if (first?.type === "text") first.value = first.value.trimStart();
  if (last?.type === "text") last.value = last.value.trimEnd();
  return nodes.filter((node) => node.type !== "text" || node.value !== "");
}

const paragraph = (content: readonly Inline[], style: Style): RootContent[] => {
  const children = phrasing(content, style);
  return children.length === 0 ? [] : [{ type: "paragraph", children }];
};

const row = (cells: readonly Cell[], style: Style): TableRow => ({
  type: "tableRow",
  children: cells.map((cell) => ({ type: "tableCell", children: phrasing(phraseOf(cell), style) })),
});

/** What belongs to a whole document: how it prints, the numbers of its captions, where its charts lie. */
interface Sheet extends Style {
  readonly numbers: ReadonlyMap<string, string>;
  readonly figureHref?: MarkdownOptions["figureHref"];
}

const below = (block: Pick<Table, "notes" | "sources">, style: Style): RootContent[] =>
  [...(block.notes ?? []), ...(block.sources ?? [])].flatMap((line) => paragraph(line, style));

function renderTable(table: Table, caption: string, style: Style): RootContent[] {
  const head = row(
    table.columns.map((column) => headText(column, style.language)),
    style,
  );
  const body = [...table.rows, ...(table.foot ?? [])].map((cells) =>
    row(
      table.columns.map((_, index) => cells[index] ?? ""),
      style,
    ),
  );
  return [
    ...paragraph([caption], style),
    ...(table.unit === undefined ? [] : paragraph([table.unit], style)),
    ...(table.columns.length === 0
      ? []
      : [
          {
            type: "table" as const,
            align: table.columns.map((column) => column.align),
            children: [head, ...body],
          },
        ]),
    ...below(table, style),
  ];
}

/** “**Label**: text”, or the lines as a list below their label. */
function renderFact({ label, lines }: Fact, style: Style): ListItem {
  const [only] = lines;
  const after = (content: readonly Inline[]) =>
    phrasing([style.language === "en" ? ": " : "：", ...content], style);
  const head: Paragraph = {
    type: "paragraph",
    children: [
      { type: "strong", children: phrasing([label], style) },
      ...(lines.length === 1 && only ? after(only) : []),
    ],
  };
  if (lines.length < 2) return { type: "listItem", spread: false, children: [head] };
  const items = lines.map(
    (line): ListItem => ({
      type: "listItem",
      spread: false,
      children: [{ type: "paragraph", children: phrasing(line, style) }],
    }),
  );
  return {
    type: "listItem",
    spread: false,
    children: [head, { type: "list", ordered: false, spread: false, children: items }],
  };
}

/** The picture where a file of it is at hand, else its description; the caption; the figures in a table, unless one of the document holds them. */
function renderFigure(figure: Figure, sheet: Sheet): RootContent[] {
  const caption = captionText(figure, sheet.numbers, sheet.language);
  const url = sheet.figureHref?.(figure);
  const data = figure.dataTable === undefined ? undefined : sheet.names?.get(figure.dataTable);
  const description = url === undefined ? [figure.description] : [];
  const reference = data === undefined ? [] : [renderWords(sheet.language).dataIn(data)];
  const between =
    description.length > 0 && reference.length > 0 && sheet.language === "en" ? [" "] : [];
  return [
    ...(url === undefined
      ? []
      : [
          {
            type: "paragraph" as const,
            children: [
              { type: "image" as const, url, alt: neutraliseMarkdown(figure.description) },
            ],
          },
        ]),
    ...paragraph([caption], sheet),
    ...paragraph([...description, ...between, ...reference], sheet),
    ...(data === undefined
      ? renderTable(chartTable(figure, ""), renderWords(sheet.language).dataOf(caption), sheet)
      : []),
    ...below(figure, sheet),
  ];
}

function renderBlock(block: Block, style: Sheet): RootContent[] {
  switch (block.kind) {
    case "heading":
      return [{ type: "heading", depth: block.level, children: phrasing([block.text], style) }];
    case "paragraph":
      return paragraph(block.content, style);
    case "facts":
      return [
        {
          type: "list",
          ordered: false,
          spread: false,
          children: block.facts.map((fact) => renderFact(fact, style)),
        },
      ];
    case "table":
      return renderTable(block, captionText(block, style.numbers, style.language), style);
    case "figure":
      return renderFigure(block, style);
    case "page-break":
      return [];
  }
}

export interface MarkdownOptions {
  /** Where the SVG file of a chart lies, seen from the Markdown file; without it charts appear as their figures only. */
  readonly figureHref?: (figure: Figure) => string;
}

/**
 * A document as GitHub-flavoured Markdown, LF at the end. A table has its caption as a paragraph above and its notes below; all columns are printed.
 * Text is text: what Markdown, HTML or a terminal would act on is escaped, so no emphasis, link or markup ever comes from data.
 * A chart appears as a link to its file (its description as the alternative text) or its description, its caption and its figures.
 */
export function renderMarkdown(document: Document, options: MarkdownOptions = {}): string {
  const title: Block[] =
    document.title === undefined ? [] : [{ kind: "heading", level: 1, text: document.title }];
  const sheet: Sheet = {
    ...styleOf(document),
    numbers: captionNumbers(document),
    figureHref: options.figureHref,
  };
  const children = [...title, ...document.blocks].flatMap((block) => renderBlock(block, sheet));
  return toMarkdown(
    { type: "root", children },
    { extensions: [gfmToMarkdown({ stringLength: displayWidth })], handlers: { text: handleText } },
  );
}

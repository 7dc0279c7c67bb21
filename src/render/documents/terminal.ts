import { Chalk, type ChalkInstance } from "chalk";
import CliTable from "cli-table3";
import type {
  Block,
  Document,
  Facts,
  Figure,
  Inline,
  Paragraph,
  Table,
} from "../../survey/document.ts";
import { renderWords } from "../../words/render-words.ts";
import { chartTable } from "../charts/chart-table.ts";
import { neutraliseTerminal } from "../neutralise.ts";
import { displayWidth, padEnd, padStart, truncate, wrap, wrapEvenly } from "../width.ts";
import { captionNumbers, captionText } from "./caption.ts";
import { type Style, styleOf } from "./inline-text.ts";
import {
  breakable,
  fitColumns,
  gap,
  headLines,
  neutralPhrase,
  type TerminalCell,
  type TerminalColumn,
  terminalColumns,
  totalWidth,
} from "./terminal-columns.ts";

export interface TerminalOptions {
  /** Columns of the terminal; Infinity for a medium without lines. */
  readonly width: number;
  readonly color: boolean;
}

interface Sheet {
  readonly style: Style;
  readonly numbers: ReadonlyMap<string, string>;
  readonly width: number;
  readonly chalk: ChalkInstance;
  /** Of the widest label of all facts and the gap behind it, so that lists under one another align. */
  readonly labelWidth: number;
}

/** Facts stand beside their labels where at least so many columns are left. */
const narrowest = 24;

const slot = "x";
const cellLines = 3;

/** Running text in lines; a figure and its unit stay together. */
function paragraphLines(content: readonly Inline[], sheet: Sheet): string[] {
  const text = neutralPhrase(content, sheet.style);
  const indent = text.length - text.trimStart().length;
  return wrap(text.slice(indent), sheet.width - indent).map(
    (line) => " ".repeat(indent) + breakable(line),
  );
}

function renderParagraph(paragraph: Paragraph, sheet: Sheet): string[] {
  const lines = paragraphLines(paragraph.content, sheet);
  return paragraph.role === "remark" || paragraph.role === "source"
    ? lines.map((line) => sheet.chalk.dim(line))
    : lines;
}

/**
 * The lines of head, rule and body with a slot of its width for each cell. cli-table3 draws this frame once for all rows: laying out
 * every row it would take seconds for thousands of them, and it measures marks and emoji otherwise than `displayWidth`.
 */
function drawFrame(widths: readonly number[], headHeight: number): string[] {
  const blank = {
    top: "",
    "top-mid": "",
    "top-left": "",
    "top-right": "",
    bottom: "",
    "bottom-mid": "",
    "bottom-left": "",
    "bottom-right": "",
  };
  const between = {
    left: "",
    right: "",
    "left-mid": "",
    "right-mid": "",
    middle: " ".repeat(gap),
    mid: "─",
    "mid-mid": "─".repeat(gap),
  };
  const frame = new CliTable({
    head: widths.map((width) => Array(headHeight).fill(slot.repeat(width)).join("\n")),
    chars: { ...blank, ...between },
    style: { head: [], border: [], compact: true, "padding-left": 0, "padding-right": 0 },
  });
  frame.push(widths.map((width) => slot.repeat(width)));
  return frame.toString().split("\n");
}

function fill(line: string, texts: readonly string[]): string {
  let next = 0;
  return line.replace(/x+/g, () => texts[next++] ?? "").trimEnd();
}

const blankLines = (count: number): string[] => Array(Math.max(0, count)).fill("");

/** A cell in at most three lines, the last of them cut short, unless it must stand whole. */
function layCell(text: string, width: number, whole: boolean): string[] {
  const lines = wrap(text, width, { breakWords: true });
  if (whole || lines.length <= cellLines)
    return lines.length === 1 ? lines : wrapEvenly(text, width, { breakWords: true });
  return [...lines.slice(0, cellLines - 1), truncate(lines.slice(cellLines - 1).join(" "), width)];
}

interface Shown {
  readonly column: TerminalColumn;
  readonly width: number;
}

function bodyRow(
  shown: readonly Shown[],
  row: number,
  line: string,
  chalk: ChalkInstance,
): string[] {
  const laid = shown.map(({ column, width }) => {
    const cell: TerminalCell = column.cells[row] ?? { text: "", miss: false };
    const pad = column.align === "right" ? padStart : padEnd;
    // A right-aligned cell has its padding already: trailing blanks keep the decimal points under each other.
    const lines =
      column.align === "right" ? [cell.text] : layCell(cell.text, width, column.wholeCells);
    return lines.map((text) => {
      const padded = pad(breakable(text), width);
      const bare = padded.trim();
      return cell.miss ? padded.replace(bare, () => chalk.red(bare)) : padded;
    });
  });
  const height = Math.max(...laid.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    fill(
      line,
      laid.map((lines, index) => lines[at] ?? " ".repeat(shown[index]?.width ?? 0)),
    ),
  );
}

function tableLines(
  shown: readonly Shown[],
  rows: number,
  foot: number,
  chalk: ChalkInstance,
): string[] {
  const heads = shown.map(({ column, width }) => headLines(column.head, width));
  const height = Math.max(...heads.map((lines) => lines.length));
  const frame = drawFrame(
    shown.map(({ width }) => width),
    height,
  );
  const head = frame.slice(0, height).map((line, at) => {
    const texts = heads.map((lines, index) => {
      const { column, width } = shown[index] as Shown;
      const text = [...blankLines(height - lines.length), ...lines][at] ?? "";
      return column.align === "right" ? padStart(text, width) : padEnd(text, width);
    });
    return fill(line, texts);
  });
  const [rule = "", body = ""] = frame.slice(height);
  const bodyRows = Array.from({ length: rows + foot }, (_, row) =>
    bodyRow(shown, row, body, chalk),
  );
  const below = foot === 0 ? [] : [chalk.dim(rule), ...bodyRows.slice(rows).flat()];
  return [...head, chalk.dim(rule), ...bodyRows.slice(0, rows).flat(), ...below];
}

/** The title, and at the right end of its line, if there is room, what is said of columns left out; else that comes below the table. */
function titled(
  title: string,
  lines: readonly string[],
  tableWidth: number,
  remark: string,
  sheet: Sheet,
): string[] {
  const remarkWidth = displayWidth(remark);
  const fits = remark !== "" && displayWidth(title) + gap + remarkWidth <= sheet.width;
  if (title === "")
    return remark === ""
      ? [...lines]
      : [...lines, ...wrap(remark, sheet.width).map((line) => sheet.chalk.dim(line))];
  if (fits) {
    const start = Math.max(displayWidth(title) + gap, tableWidth - remarkWidth);
    return [
      `${sheet.chalk.bold(title)}${" ".repeat(start - displayWidth(title))}${sheet.chalk.dim(remark)}`,
      ...lines,
    ];
  }
  const above = wrap(title, sheet.width).map((line) => sheet.chalk.bold(line));
  return [
    ...above,
    ...lines,
    ...(remark === "" ? [] : wrap(remark, sheet.width).map((line) => sheet.chalk.dim(line))),
  ];
}

const below = (block: Pick<Table, "notes" | "sources">, sheet: Sheet): string[] =>
  [...(block.notes ?? []), ...(block.sources ?? [])].flatMap((line) => paragraphLines(line, sheet));

function renderTable(table: Table, caption: string, sheet: Sheet): string[] {
  const unit =
    table.unit === undefined || table.unit === ""
      ? ""
      : sheet.style.language === "en"
        ? ` (${table.unit})`
        : `（${table.unit}）`;
  const title = neutraliseTerminal(caption + unit);
  const notes = below(table, sheet);
  if (table.columns.length === 0) return [...titled(title, [], 0, "", sheet), ...notes];
  const { columns, widths } = fitColumns(terminalColumns(table, sheet.style), sheet.width);
  const lines = tableLines(
    columns.map((column, index) => ({ column, width: widths[index] ?? 1 })),
    table.rows.length,
    table.foot?.length ?? 0,
    sheet.chalk,
  );
  const left = table.columns.length - columns.length;
  const remark =
    left > 0 && table.moreColumns !== undefined
      ? neutraliseTerminal(table.moreColumns).replaceAll("{count}", String(left))
      : "";
  return [...titled(title, lines, totalWidth(widths), remark, sheet), ...notes];
}

/** Labels in a column of their own, what they label beside it; below it where the width leaves no room. */
function renderFacts({ facts }: Facts, sheet: Sheet): string[] {
  const beside = sheet.width - sheet.labelWidth >= narrowest;
  return facts.flatMap(({ label, lines }) => {
    const indent = beside ? sheet.labelWidth : gap;
    const text = lines.flatMap((line) =>
      paragraphLines(line, { ...sheet, width: sheet.width - indent }),
    );
    const name = neutraliseTerminal(label);
    if (!beside) return [sheet.chalk.dim(name), ...text.map((line) => " ".repeat(indent) + line)];
    return text.map(
      (line, at) => (at === 0 ? sheet.chalk.dim(padEnd(name, indent)) : " ".repeat(indent)) + line,
    );
  });
}

const widestLabel = (blocks: readonly Block[]): number =>
  Math.max(
    0,
    ...blocks
      .flatMap((block) => (block.kind === "facts" ? block.facts : []))
      .map((fact) => displayWidth(neutraliseTerminal(fact.label))),
  );

const heading = (text: string, sheet: Sheet): string[] =>
  wrap(neutraliseTerminal(text), sheet.width).map((line) => sheet.chalk.bold(line));

/** A chart as its caption, its description and its figures. */
function renderFigure(figure: Figure, sheet: Sheet): string[] {
  const data =
    figure.dataTable === undefined ? undefined : sheet.style.names?.get(figure.dataTable);
  const remark =
    data === undefined
      ? []
      : [sheet.style.language === "en" ? " " : "", renderWords(sheet.style.language).dataIn(data)];
  return [
    ...heading(captionText(figure, sheet.numbers, sheet.style.language), sheet),
    ...paragraphLines([figure.description, ...remark], sheet),
    ...(data === undefined ? renderTable(chartTable(figure, ""), "", sheet) : []),
    ...below(figure, sheet),
  ];
}

function renderBlock(block: Block, sheet: Sheet): string[] {
  switch (block.kind) {
    case "heading":
      return heading(block.text, sheet);
    case "paragraph":
      return renderParagraph(block, sheet);
    case "facts":
      return renderFacts(block, sheet);
    case "table":
      return renderTable(block, captionText(block, sheet.numbers, sheet.style.language), sheet);
    case "figure":
      return renderFigure(block, sheet);
    case "page-break":
      return [];
  }
}

/** Blocks that belong together stand without a blank line: a lower heading and what follows, remarks in a row, a note and what it is about. */
function together(before: Block, after: Block): boolean {
  if (before.kind === "heading") return before.level > 1;
  if (after.kind !== "paragraph" || after.role === undefined) return false;
  return (
    after.role === "note" ||
    after.role === "source" ||
    (before.kind === "paragraph" && before.role !== undefined)
  );
}

/**
 * A document as text for a terminal of the given width, LF at the end; an empty document is an empty text. Tables have a rule under the head and
 * no verticals; columns that do not fit are left out by their priority. A figure that misses its norm is red and carries ▼ or ▲.
 * A chart appears as its caption, its description and its figures. Text from data cannot act on the terminal.
 */
export function renderTerminal(document: Document, options: TerminalOptions): string {
  const printed = document.blocks.filter((block) => block.kind !== "page-break");
  const blocks: Block[] =
    document.title === undefined
      ? printed
      : [{ kind: "heading", level: 1, text: document.title }, ...printed];
  const chalk = new Chalk({ level: options.color ? 1 : 0 });
  const sheet: Sheet = {
    style: styleOf(document),
    numbers: captionNumbers(document),
    width: Math.max(1, options.width),
    chalk,
    labelWidth: widestLabel(blocks) + gap,
  };
  const lines = blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    return before === undefined || together(before, block)
      ? renderBlock(block, sheet)
      : ["", ...renderBlock(block, sheet)];
  });
  return lines.map((line) => `${line}\n`).join("");
}

import { describe, expect, test } from "vitest";
import { headText, phraseOf, phraseText, styleOf } from "../../src/render/documents/inline-text.ts";
import { renderMarkdown } from "../../src/render/documents/markdown.ts";
import { neutraliseMarkdown } from "../../src/render/neutralise.ts";
import type { Document } from "../../src/survey/document.ts";
import { appendix, charts, hostile } from "../render/sample/document.ts";
import { runProgram } from "./programs.ts";

type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** The text of a piece of pandoc's tree: strings, spaces and code, in order. */
function textOf(node: Json): string {
  if (Array.isArray(node)) return node.map(textOf).join("");
  if (node === null || typeof node !== "object") return "";
  const { t, c } = node as { t?: Json; c?: Json };
  if (t === "Str") return String(c);
  if (t === "Space" || t === "SoftBreak") return " ";
  if (t === "Code") return String((c as readonly Json[])[1]);
  if (t === "Quoted" || t === "Link" || t === "Math" || t === "RawInline" || t === "RawBlock")
    throw new Error(`pandoc reads markup: ${JSON.stringify(node)}`);
  return c === undefined ? "" : textOf(c);
}

/** Every table that pandoc finds, as rows of texts: heads first. */
function tablesIn(node: Json): string[][][] {
  if (Array.isArray(node)) return node.flatMap(tablesIn);
  if (node === null || typeof node !== "object") return [];
  const { t, c } = node as { t?: Json; c?: Json };
  if (t !== "Table") return Object.values(node).flatMap(tablesIn);
  const [, , , head, bodies] = c as readonly Json[];
  const rowsOf = (rows: Json) =>
    (rows as readonly Json[]).map((row) =>
      ((row as readonly Json[])[1] as readonly Json[]).map((cell) =>
        textOf((cell as readonly Json[])[4] ?? null),
      ),
    );
  const headRows = rowsOf((head as readonly Json[])[1] ?? []);
  return [
    [
      ...headRows,
      ...(bodies as readonly Json[]).flatMap((body) => rowsOf((body as readonly Json[])[3] ?? [])),
    ],
  ];
}

/** The cells of the document's own tables in print. */
function cellsOf(document: Document): string[][][] {
  const style = styleOf(document);
  const text = (value: string) => neutraliseMarkdown(value).replace(/ +/g, " ");
  return document.blocks.flatMap((block) =>
    block.kind !== "table"
      ? []
      : [
          [
            block.columns.map((column) => text(headText(column, document.language))),
            ...[...block.rows, ...(block.foot ?? [])].map((row) =>
              row.map((cell) => text(phraseText(phraseOf(cell), style))),
            ),
          ],
        ],
  );
}

describe.each([
  ["appendix", appendix],
  ["hostile names", hostile],
  ["charts", charts],
] as const)("pandoc reads %s", (_, document) => {
  test("without a warning, every table with every cell", () => {
    const json = runProgram(
      "pandoc",
      ["--fail-if-warnings", "-f", "gfm", "-t", "json"],
      renderMarkdown(document),
    );
    const tables = tablesIn(JSON.parse(json) as Json);
    const own = cellsOf(document);
    const figures = document.blocks.filter(
      (block) => block.kind === "figure" && block.dataTable === undefined,
    ).length;
    expect(tables).toHaveLength(own.length + figures);
    for (const cells of own) expect(tables).toContainEqual(cells);
  });

  test("and writes it as Word and HTML with as many tables", () => {
    const markdown = renderMarkdown(document);
    const html = runProgram("pandoc", ["--fail-if-warnings", "-f", "gfm", "-t", "html"], markdown);
    const own =
      cellsOf(document).length +
      document.blocks.filter((block) => block.kind === "figure" && block.dataTable === undefined)
        .length;
    expect(html.match(/<table/g) ?? []).toHaveLength(own);
    expect(html).not.toContain("<script");
  });
});

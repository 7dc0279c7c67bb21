import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { afterAll, describe, expect, it } from "vitest";
import { type Language, languages } from "../../src/survey/language.ts";
import { type AppendixJson, blocksOf } from "../cli/appendix.ts";
import { cdj } from "../cli/run.ts";
import { decodeEntities } from "../render/sample/markup.ts";
import { appendices } from "./appendices.ts";

/* Every format says what the Markdown says, which golden.test.ts keeps as a whole; JSON and the sort keys of HTML say it unrounded. */

const folder = mkdtempSync(join(tmpdir(), "cdj-formats-"));
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * Formats differ in blanks and in how a head holds its unit, “(60+ to 35 and under, %)” or “(60+ to 35 and under) (%)”; the command names its
 * format.
 */
const bare = (text: string): string =>
  text.replace(/[\s\u3000()（），,]+/gu, "").replace(/--(?:format|output).*$/u, "");

interface Said {
  /** Heads, rows and foot, by cells. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly headings: readonly string[];
  readonly texts: ReadonlySet<string>;
}

const textOf = (node: Nodes): string =>
  "value" in node ? node.value : "children" in node ? node.children.map(textOf).join("") : "";

function saidInMarkdown(markdown: string): Said {
  const said = { tables: [] as string[][][], headings: [] as string[], texts: new Set<string>() };
  const walk = (node: Nodes): void => {
    if (node.type === "table")
      said.tables.push(node.children.map((row) => row.children.map((cell) => bare(textOf(cell)))));
    else if (node.type === "heading") said.headings.push(bare(textOf(node)));
    else if (node.type === "paragraph") {
      // A label of a list stands in bold, before its colon.
      const label = node.children[0]?.type === "strong" ? node.children[0] : undefined;
      if (label) said.texts.add(bare(textOf(label)));
      const text = textOf({ ...node, children: label ? node.children.slice(1) : node.children });
      const told = bare(label ? text.replace(/^[:：]/u, "") : text);
      if (told !== "") said.texts.add(told);
    } else if ("children" in node) for (const child of node.children) walk(child);
  };
  walk(unified().use(remarkParse).use(remarkGfm).parse(markdown) as Root);
  return said;
}

const inside = (markup: string, tag: string): string[] =>
  [...markup.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?>([\\s\\S]*?)</${tag}>`, "gu"))].map(
    ([, content = ""]) => content,
  );
const plain = (markup: string): string => decodeEntities(markup.replace(/<[^>]*>/gu, ""));

/** What the page shows on a screen, without contents and what is only read aloud; of the figures of charts, those that stand in no table of their own. */
function screenOf(page: string, json: AppendixJson): string {
  const charts = blocksOf(json).filter(({ kind }) => kind === "figure");
  let chart = 0;
  return (inside(page, "main")[0] ?? "")
    .replace(
      /<nav\b[\s\S]*?<\/nav>|<div class="paper">[\s\S]*?(?:<\/div>\n){3}|<span class="s">.*?<\/span>/gu,
      "",
    )
    .replace(/<details>[\s\S]*?<\/details>/gu, (details) =>
      charts[chart++]?.dataTable === undefined ? details : "",
    )
    .replace(/<span class="unit">([^<]*)<\/span><\/caption>/gu, "</caption><p>$1</p>");
}

function saidInHtml(screen: string): Said {
  return {
    tables: inside(screen, "table").map((table) =>
      inside(table, "tr").map((row) => inside(row, "t[hd]").map((cell) => bare(plain(cell)))),
    ),
    headings: inside(screen, "h[1-6]").map((heading) => bare(plain(heading))),
    texts: new Set(
      ["p", "dt", "dd", "caption", "figcaption"]
        .flatMap((tag) => inside(screen, tag))
        .map((text) => bare(plain(text))),
    ),
  };
}

async function report(
  name: string,
  norms: string,
  language: Language,
  ...options: readonly string[]
): Promise<string> {
  const run = await cdj([
    "report",
    `fixtures/${name}.csv`,
    "--norm",
    norms,
    "--lang",
    language,
    "--quiet",
    ...options,
  ]);
  expect([run.code, run.stderr]).toEqual([0, ""]);
  return run.stdout;
}

type Two = { readonly markdown: Said; readonly json: AppendixJson };
const kept = new Map<string, Promise<Two>>();

/** The appendix in the two formats that the others are held against; printed once. */
function markdownAndJson(name: string, norms: string, language: Language): Promise<Two> {
  const key = `${name} ${language}`;
  const found =
    kept.get(key) ??
    Promise.all([
      report(name, norms, language, "--format", "markdown"),
      report(name, norms, language, "--format", "json"),
    ]).then(([markdown, json]) => ({
      markdown: saidInMarkdown(markdown),
      json: JSON.parse(json) as AppendixJson,
    }));
  kept.set(key, found);
  return found;
}

/** A chart whose figures stand in no table is followed by one in Markdown. */
const tableBlocks = (json: AppendixJson) =>
  blocksOf(json).filter(
    ({ kind, dataTable }) => kind === "table" || (kind === "figure" && dataTable === undefined),
  );

/** What is said in words of a chart, and where the drawing itself says it. */
const withoutDescriptions = (texts: ReadonlySet<string>, json: AppendixJson): string[] => {
  const descriptions = descriptionsIn(json);
  return [...texts].filter(
    (text) => !descriptions.some((description) => text.startsWith(description)),
  );
};
const descriptionsIn = (json: AppendixJson): string[] =>
  blocksOf(json).flatMap(({ description }) =>
    description === undefined ? [] : [bare(description)],
  );

describe.each(appendices)("the appendix of $name", ({ name, norms }) => {
  it.each(languages)("in %s: HTML says what Markdown says", async (language) => {
    const { markdown, json } = await markdownAndJson(name, norms, language);
    const page = await report(name, norms, language, "--format", "html");
    const screen = screenOf(page, json);
    const html = saidInHtml(screen);
    expect(html.tables).toEqual(markdown.tables);
    expect(html.headings).toEqual(markdown.headings);
    expect([...html.texts].sort()).toEqual(withoutDescriptions(markdown.texts, json).sort());
    const drawn = bare(inside(page, "desc").map(plain).join("\n"));
    for (const description of descriptionsIn(json)) expect(drawn).toContain(description);
    const sortKeys = inside(screen, "tbody").map((body) =>
      [...body.matchAll(/ data-value="([^"]*)"/gu)].map(([, value]) => Number(value)),
    );
    for (const [t, { kind, rows = [] }] of tableBlocks(json).entries())
      if (kind === "table") expect(sortKeys[t]).toEqual(rows.flatMap(valuesIn));
  });

  it.each(languages)("in %s: JSON holds the tables of Markdown, unrounded", async (language) => {
    const {
      markdown: { tables },
      json,
    } = await markdownAndJson(name, norms, language);
    const blocks = tableBlocks(json);
    expect(blocks).toHaveLength(tables.length);
    for (const [t, { kind, columns = [], rows = [], foot = [] }] of blocks.entries()) {
      if (kind !== "table") continue;
      const [head, ...printed] = tables[t] as string[][];
      expect(head).toEqual(columns.map(({ title, unit = "" }) => bare(`${title}${unit}`)));
      expect(printed).toHaveLength(rows.length + foot.length);
      for (const [r, row] of [...rows, ...foot].entries()) {
        for (const [c, cell] of row.entries()) {
          const text = printed[r]?.[c] as string;
          if (typeof cell === "string") expect(text).toBe(bare(cell));
          else if (!Array.isArray(cell)) expectRounded(text, cell as Printed);
        }
      }
    }
  });
});

interface Printed {
  readonly measured: { readonly value?: number };
  readonly decimals: number;
}

/** The exact figures that fill a cell alone. */
const valuesIn = (row: readonly unknown[]): number[] =>
  row.flatMap((cell) =>
    Array.isArray(cell) ? [] : ((cell as Partial<Printed>).measured?.value ?? []),
  );

function expectRounded(text: string, { measured: { value }, decimals }: Printed): void {
  const [number] = /^[约~～]?([−-]?[\d.]+)/u.exec(text)?.slice(1) ?? [];
  if (value === undefined || number === undefined) {
    // Not to be told, an interval, or less than half of the last digit.
    expect(text).toMatch(/^(?:[—–*…]|[<>≤≥～~]|\d.*[～–~])/u);
    return;
  }
  expect(Math.abs(Number(number.replace("−", "-")) - value), text).toBeLessThanOrEqual(
    0.5 * 10 ** -decimals * (1 + 1e-9),
  );
}

it.each(appendices)(
  "the appendix of $name: Word says what Markdown says",
  async ({ name, norms }) => {
    const { markdown, json } = await markdownAndJson(name, norms, "zh-CN");
    const path = join(folder, `${name}.docx`);
    await report(name, norms, "zh-CN", "--output", path);
    const xml = Buffer.from(
      unzipSync(readFileSync(path))["word/document.xml"] as Uint8Array,
    ).toString();
    const wordsOf = (markup: string): string => bare(plain(inside(markup, "w:t").join("")));
    const whole = wordsOf(xml);
    // A chart whose figures Markdown writes as a table is drawn.
    const texts = withoutDescriptions(markdown.texts, json).filter(
      (text) => !text.startsWith("图中数据"),
    );
    expect([...markdown.headings, ...texts].filter((text) => !whole.includes(text))).toEqual([]);
    const described = bare(
      decodeEntities([...xml.matchAll(/ descr="([^"]*)"/gu)].map(([, text]) => text).join("\n")),
    );
    for (const description of descriptionsIn(json)) expect(described).toContain(description);
    // Tables are divided for paper, with first columns and heads repeated: no cell is lost.
    const left = inside(xml, "w:tc").map(wordsOf);
    const cells = markdown.tables.filter((_, t) => tableBlocks(json)[t]?.kind === "table").flat(2);
    const lost = cells.filter((cell) => {
      const at = left.indexOf(cell);
      if (at !== -1) left.splice(at, 1);
      return at === -1;
    });
    expect(lost).toEqual([]);
  },
);

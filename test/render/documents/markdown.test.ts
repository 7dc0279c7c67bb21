import fc from "fast-check";
import type { Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "../../../src/render/documents/markdown.ts";
import { neutraliseMarkdown } from "../../../src/render/neutralise.ts";
import type { Block, Document, Figure, Table } from "../../../src/survey/document.ts";

const parse = (markdown: string): Root => unified().use(remarkParse).use(remarkGfm).parse(markdown);
const textOf = (node: Nodes): string =>
  "value" in node ? node.value : "children" in node ? node.children.map(textOf).join("") : "";
/** The kinds of nodes in a tree. A bare address that a reader makes a link of is text as long as it leads where it says. */
function kindsOf(node: Nodes, found = new Set<string>()): Set<string> {
  if (node.type === "link") expect(node.url.endsWith(textOf(node))).toBe(true);
  else found.add(node.type);
  if ("children" in node) for (const child of node.children) kindsOf(child, found);
  return found;
}

const print = (blocks: Block[], language: Document["language"] = "en") =>
  renderMarkdown({ language, blocks });
const tableOf = (rows: string[][], title = "Table", heads = ["a", "b"]): Table => ({
  kind: "table",
  id: "t",
  title,
  columns: heads.map((head, index) => ({
    id: String(index),
    title: head,
    align: index === 0 ? "left" : "right",
  })),
  rows,
});

test("a table: title above, units in the heads, figures to the right, notes below", () => {
  const table: Table = {
    kind: "table",
    id: "office",
    title: "表 A-1　各社区办公用房",
    columns: [
      { id: "area", title: "社区", align: "left" },
      { id: "office", title: "面积", unit: "m²", align: "right" },
    ],
    rows: [
      ["城东社区", { measured: { value: 40 }, unit: "m²", decimals: 0, mark: "below" }],
      ["北", { measured: { low: 3820, high: 4460 }, unit: "m²", decimals: 0 }],
      ["合计", { measured: { absent: "no-data" }, unit: "m²", decimals: 0 }],
    ],
    notes: [
      [
        "注：",
        { measured: { value: 76.92 }, unit: "%", decimals: 1, withUnit: true },
        "低于标准。",
      ],
      ["资料来源：某街道。"],
    ],
  };
  expect(
    renderMarkdown({
      language: "zh-CN",
      title: "附录A",
      blocks: [{ kind: "heading", level: 2, text: "空间" }, table],
    }),
  ).toBe(
    `# 附录A

## 空间

表 A-1　各社区办公用房

| 社区     |   面积（m²） |
| :------- | -----------: |
| 城东社区 |         40 ▼ |
| 北       | 3,820～4,460 |
| 合计     |            — |

注：76.9%低于标准。

资料来源：某街道。
`,
  );
});

describe("text stays text", () => {
  test.each([
    ["占比**12.3%**的", "占比\\*\\*12.3%\\*\\*的"],
    ["10~20，30~40", "10\\~20，30\\~40"],
    ["<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"],
    ["<!-- cdj:v x -->", "&lt;!-- cdj:v x -->"],
    ["a\\< b", "a\\\\&lt; b"],
    ["5 < 6", "5 &lt; 6"],
    ["a|b", "a|b"],
    ["one\ntwo", "one␤two"],
    ["\u001b[31m\u202e", "␛\\[31m‹U+202E›"],
    ["# no heading", "\\# no heading"],
    ["1. no list", "1\\. no list"],
    ["&amp;", "\\&amp;"],
  ])("%j is written %j", (value, written) => {
    expect(print([{ kind: "paragraph", content: [value] }])).toBe(`${written}\n`);
  });

  test("a phrase in a cell", () => {
    const phrase = [{ measured: { value: 10 }, unit: "community", decimals: 0 }, " of 13 | all"];
    expect(textOf(parse(print([{ ...tableOf([]), title: "", rows: [[phrase, "x"]] }])))).toBe(
      "ab10 of 13 | allx",
    );
  });

  test("a pipe in a cell is escaped", () => {
    expect(print([tableOf([["a|b", "=1+1"]], "")])).toBe(
      "| a    |    b |\n| :--- | ---: |\n| a\\|b | =1+1 |\n",
    );
  });
});

const pieces = [
  "|",
  "\\",
  "`",
  "*",
  "**",
  "_",
  "~",
  "~~",
  "<",
  ">",
  "<b>",
  "<!--",
  "[a](b)",
  "![",
  "[^1]",
  "]",
  "#",
  "# ",
  "- ",
  "+ ",
  "1. ",
  "> ",
  "=",
  "---",
  "&",
  "&lt;",
  "&#x41;",
  "\n",
  "\r\n",
  "\t",
  "  ",
  "http://a.cn",
  "www.a.cn",
  "a@b.cn",
  ":",
  "$",
  "\u001b[31m",
  "\u202e",
  "社区",
  "，",
  "（",
  "12.3%",
  "a",
  "[x] ",
];
const hostile = fc
  .array(fc.constantFrom(...pieces), { maxLength: 8 })
  .map((parts) => parts.join(""));

describe("hostile text read back by remark", () => {
  test("in cells and heads", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(hostile, hostile), { minLength: 2, maxLength: 4 }),
        hostile,
        (rows, title) => {
          const [heads = [], ...body] = rows;
          const tree = parse(print([tableOf(body, title, [...heads])]));
          const table = tree.children.at(-1);
          expect(table?.type).toBe("table");
          const cells =
            table?.type === "table" ? table.children.map((row) => row.children.map(textOf)) : [];
          expect(cells).toEqual(rows.map((row) => row.map(neutraliseMarkdown)));
          expect(
            [...kindsOf(tree)].filter(
              (kind) =>
                !["root", "paragraph", "table", "tableRow", "tableCell", "text"].includes(kind),
            ),
          ).toEqual([]);
          if (neutraliseMarkdown(title) !== "")
            expect(textOf(tree.children[0] as Nodes)).toBe(neutraliseMarkdown(title));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("in headings and paragraphs", () => {
    fc.assert(
      fc.property(hostile, hostile, (heading, paragraph) => {
        const tree = parse(
          print([
            { kind: "heading", level: 3, text: `a${heading}` },
            { kind: "paragraph", content: [paragraph, "b"] },
          ]),
        );
        expect(tree.children.map((node) => [node.type, textOf(node)])).toEqual([
          ["heading", neutraliseMarkdown(`a${heading}`)],
          ["paragraph", neutraliseMarkdown(`${paragraph}b`)],
        ]);
        expect([...kindsOf(tree)].sort()).toEqual(["heading", "paragraph", "root", "text"]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a chart", () => {
  const chart: Figure = {
    kind: "figure",
    id: "office",
    title: "办公用房",
    description: "北社区40 m²，[低于](x)标准。",
    chart: {
      kind: "bars",
      labelTitle: "社区",
      scale: { title: "面积", unit: "m²", decimals: 0 },
      bars: [{ label: "北", measured: { value: 40 }, mark: "below" }],
    },
    notes: [["注：n = 1"]],
  };
  const captions = { table: "表 A-", figure: "图 A-" };
  const data = "| 社区 | 面积（m²） |\n| :--- | ---------: |\n| 北   |       40 ▼ |\n";

  test("as its caption, its description and its figures", () => {
    expect(renderMarkdown({ language: "zh-CN", captions, blocks: [chart] })).toBe(
      `图 A-1　办公用房\n\n北社区40 m²，\\[低于]\\(x)标准。\n\n图中数据：图 A-1　办公用房\n\n${data}\n注：n = 1\n`,
    );
  });

  test("with a link to its file, and a reference instead of figures that stand in a table of the document", () => {
    const table = { ...tableOf([["北", "40"]], "面积"), id: "areas" };
    const document: Document = {
      language: "zh-CN",
      captions,
      blocks: [table, { ...chart, notes: [], dataTable: "areas" }, { kind: "page-break" }],
    };
    const printed = renderMarkdown(document, { figureHref: (figure) => `图/${figure.id}.svg` });
    const tree = parse(printed);
    expect(tree.children.map((child) => child.type)).toEqual([
      "paragraph",
      "table",
      "paragraph",
      "paragraph",
      "paragraph",
    ]);
    expect(tree.children[2]).toMatchObject({
      children: [{ type: "image", url: "图/office.svg", alt: chart.description }],
    });
    expect(tree.children.slice(3).map(textOf)).toEqual(["图 A-1　办公用房", "数据见表 A-1。"]);
  });
});

test("code and references in running text; total rows last, unit above, sources below", () => {
  const table: Table = {
    ...tableOf([["北", "40"]], "面积"),
    id: "areas",
    unit: "单位：m²",
    foot: [["合计", "40"]],
    notes: [["注：x"]],
    sources: [["资料来源：y"]],
  };
  const content = ["见", { reference: "areas" }, "：", { code: "a|b`c" }];
  const tree = parse(
    renderMarkdown({
      language: "zh-CN",
      captions: { table: "附表", figure: "附图" },
      blocks: [{ kind: "paragraph", content }, table],
    }),
  );
  expect(tree.children.map(textOf)).toEqual([
    "见附表1：a|b`c",
    "附表1　面积",
    "单位：m²",
    "ab北40合计40",
    "注：x",
    "资料来源：y",
  ]);
  expect(tree.children[0]).toMatchObject({
    children: [{ type: "text" }, { type: "inlineCode", value: "a|b`c" }],
  });
});

test("an empty cell empty, nothing for nothing", () => {
  expect(textOf(parse(print([tableOf([["", "x"]])])))).toBe("Tableabx");
  expect(print([])).toBe("");
});

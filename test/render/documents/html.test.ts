import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { renderHtml } from "../../../src/render/documents/html.ts";
import { pageScript, pageScriptHash } from "../../../src/render/documents/html-script.ts";
import { pageStyle, pageStyleHash } from "../../../src/render/documents/html-style.ts";
import { neutraliseTerminal } from "../../../src/render/neutralise.ts";
import type { Block, Document, FigureValue, Table } from "../../../src/survey/document.ts";
import { appendix, charts, hostile, withNames } from "../sample/document.ts";
import { decodeEntities, skeletonOf, type Tag, tagsOf } from "../sample/markup.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("base64");

const between = (text: string, start: string, end: string): string =>
  text.slice(text.indexOf(start) + start.length, text.indexOf(end));

/** What stands between `<body>` and the script. */
const bodyOf = (html: string): string =>
  html.slice(html.indexOf("<main>"), html.indexOf("<script>"));
const print = (blocks: Block[], more: Partial<Document> = {}): string =>
  bodyOf(renderHtml({ language: "zh-CN", blocks, ...more }));

test("figures of several units in one column do not line up, and keep their decimals", () => {
  const figure = (value: number, unit: "household" | "%"): FigureValue => ({
    measured: { value },
    unit,
    decimals: unit === "%" ? 1 : 0,
  });
  const rows = [
    ["户数", figure(44363, "household")],
    ["占比", figure(27.84, "%")],
  ];
  const table: Table = {
    kind: "table",
    id: "whole",
    title: "总体",
    columns: [
      { id: "indicator", title: "指标", align: "left" },
      { id: "value", title: "数值", align: "right" },
    ],
    rows,
  };
  expect(print([table])).toContain(">44,363<");
  expect(print([table])).toContain(">27.8<");
});

describe("the page", () => {
  const page = renderHtml(appendix);

  test("allows its one style sheet and its one script by their hashes, and nothing else", () => {
    const [policy] = tagsOf(
      page
        .slice(0, page.indexOf("<style>"))
        .replace("<!DOCTYPE html>", "")
        .replace(/<html[^>]*>|<head>/g, ""),
    ).filter((tag) => tag.attributes["http-equiv"] === "Content-Security-Policy") as [Tag];
    const [style, script] = [
      between(page, "<style>", "</style>"),
      between(page, "<script>", "</script>"),
    ];
    expect(policy.attributes.content).toBe(
      `default-src 'none'; style-src 'sha256-${sha256(style)}'; script-src 'sha256-${sha256(script)}'; base-uri 'none'; form-action 'none'`,
    );
    expect(page.match(/<(?:style|script)\b/g)).toHaveLength(2);
  });

  test("names hashes of what is written: after a change, these are the new ones", () => {
    expect(pageStyleHash).toBe(sha256(pageStyle));
    expect(pageScriptHash).toBe(sha256(pageScript));
  });

  test("loads nothing, styles no element outright, and runs nothing but its script", () => {
    for (const tag of tagsOf(bodyOf(page))) {
      expect(
        Object.keys(tag.attributes).filter(
          (name) => name === "style" || name === "src" || name.startsWith("on"),
        ),
      ).toEqual([]);
      expect(tag.attributes.href ?? "#").toMatch(/^#/);
    }
    expect(page.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|url\(|@import/);
  });

  test("says its language and its title, and is the same every time", () => {
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    expect(page).toContain(`<title>${appendix.title}</title>`);
    expect(renderHtml(appendix)).toBe(page);
  });

  test("has no id twice, and every link leads somewhere", () => {
    const tags = [appendix, charts, hostile].map((document) =>
      tagsOf(bodyOf(renderHtml(document))),
    );
    for (const list of tags) {
      const ids = list.flatMap((tag) => tag.attributes.id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      const links = list.flatMap((tag) =>
        tag.name === "a" ? [tag.attributes.href?.slice(1)] : [],
      );
      expect(links.filter((link) => !ids.includes(link ?? ""))).toEqual([]);
    }
    expect(tags[0]?.filter((tag) => tag.name === "a").length).toBeGreaterThan(5);
  });
});

test("hostile names change texts and nothing else", () => {
  const named = bodyOf(renderHtml(hostile));
  const plain = bodyOf(renderHtml(withNames(Array.from({ length: 10 }, (_, i) => `name ${i}`))));
  expect(skeletonOf(named)).toEqual(skeletonOf(plain));
  const texts = decodeEntities(named.replace(/<[^>]*>/g, "\u0000"));
  for (const block of hostile.blocks)
    if (block.kind === "heading")
      expect(texts).toContain(
        `\u0000${neutraliseTerminal(block.text).replace("\uFFFF", "\uFFFD")}\u0000`,
      );
});

const figure = (value: number, decimals = 0, mark?: FigureValue["mark"]): FigureValue => ({
  measured: { value },
  unit: "m²",
  decimals,
  mark,
});

test("a table: caption and unit above, heads and row names as such, notes and sources below", () => {
  const table: Table = {
    kind: "table",
    id: "office",
    title: "办公用房",
    unit: "单位：m²",
    columns: [
      { id: "area", title: "社区", align: "left" },
      { id: "size", title: "面积", unit: "m²", align: "right" },
    ],
    rows: [
      ["城东社区", figure(40.5, 1, "below")],
      ["城西社区", { measured: { absent: "no-data" }, unit: "m²", decimals: 0 }],
    ],
    foot: [["合计", figure(1040.5, 1)]],
    notes: [["注：n = 1"]],
    sources: [["资料来源：某街道"]],
  };
  expect(print([table], { captions: { table: "附表", figure: "附图" } })).toBe(`<main>
<div class="block narrow whole">
<div class="scroll" id="office" tabindex="0" role="region" aria-label="附表1　办公用房">
<table data-sortable="按“{}”排序">
<caption>附表1　办公用房<span class="unit">单位：m²</span></caption>
<thead><tr><th scope="col">社区</th><th scope="col" class="n">面积<span class="unit">（m²）</span></th></tr></thead>
<tbody>
<tr><th scope="row">城东社区</th><td class="n miss" data-value="40.5">40<span class="t t2">.5</span><span class="m"><span aria-hidden="true">▼</span><span class="s"> 低于标准</span></span></td></tr>
<tr><th scope="row">城西社区</th><td class="n" data-absent="">—<span class="t t2"></span><span class="m"></span></td></tr>
</tbody>
<tfoot>
<tr><th scope="row">合计</th><td class="n" data-value="1040.5">1,040<span class="t t2">.5</span><span class="m"></span></td></tr>
</tfoot>
</table>
</div>
<div class="notes">
<p>注：n = 1</p>
<p>资料来源：某街道</p>
</div>
</div>
</main>
`);
});

test("figures sort by the middle of what is known of them", () => {
  const rows = [
    { low: 10, high: 30 },
    { low: 50, high: Infinity },
    { low: -Infinity, high: Infinity },
    { value: -3 },
  ].map((measured) => [{ measured, unit: "", decimals: 0 }]);
  const html = print([
    { kind: "table", id: "t", title: "", columns: [{ id: "a", title: "x", align: "right" }], rows },
  ]);
  expect(
    tagsOf(html).flatMap((tag) => (tag.name === "td" ? [tag.attributes["data-value"]] : [])),
  ).toEqual(["20", "50", undefined, "-3"]);
});

test("headings, roles, lists of definitions, code, references, pages", () => {
  const blocks: Block[] = [
    { kind: "heading", level: 2, id: "a b", text: "定义" },
    {
      kind: "paragraph",
      role: "remark",
      content: ["见", { reference: "none" }, { ...figure(40, 0, "below"), withUnit: true }],
    },
    { kind: "page-break" },
    { kind: "facts", facts: [{ label: "公式", lines: [[{ code: "a < b" }], ["说明"]] }] },
  ];
  expect(print(blocks)).toBe(`<main>
<h2 id="section-a_20_b">定义</h2>
<p class="remark">见none<span class="miss">40 m² <span aria-hidden="true">▼</span><span class="s"> 低于标准</span></span></p>
<div class="break"></div>
<dl>
<div><dt>公式</dt><dd><code>a &lt; b</code></dd><dd>说明</dd></div>
</dl>
</main>
`);
});

test("a chart with its caption below and its figures behind a button", () => {
  const html = print([charts.blocks[0] as Block], { captions: charts.captions });
  const names = tagsOf(html).map((tag) => tag.name);
  expect(names.indexOf("svg")).toBeLessThan(names.indexOf("figcaption"));
  expect(tagsOf(html).find((tag) => tag.name === "figcaption")?.text).toBe(
    "附图1　各社区办公用房面积",
  );
  expect(names.slice(names.indexOf("details"))).toContain("table");
  expect(names.filter((name) => name === "tr")).toHaveLength(14);
});

import type { Document, FigureValue, Table } from "../../../src/survey/document.ts";
import { absent, exact, interval } from "../../../src/survey/measured.ts";
import { hostileNames, lorenz, sampleFigures, stacks, thirteenBars } from "./figures.ts";

const figure = (
  value: number,
  unit: string,
  decimals: number,
  mark?: FigureValue["mark"],
): FigureValue => ({ measured: exact(value), unit, decimals, mark });

const areas: Table = {
  kind: "table",
  id: "areas",
  title: "各社区居民、党员与办公用房",
  columns: [
    { id: "area", title: "社区", align: "left" },
    { id: "residents", title: "居民", unit: "人", align: "right" },
    { id: "share", title: "60岁及以上党员占比", unit: "%", align: "right" },
    { id: "office", title: "办公用房面积", unit: "m²", align: "right" },
    { id: "remark", title: "说明", align: "left" },
  ],
  rows: [
    ["社区01", figure(16000, "人", 0), figure(43.75, "%", 1), figure(40, "m²", 0, "below"), "借用"],
    ["社区02", figure(6100, "人", 0), figure(9.8, "%", 1), figure(620, "m²", 0, "met"), ""],
    [
      "社区03",
      { measured: exact(130000, true), unit: "人", decimals: 0 },
      { measured: absent("no-data"), unit: "%", decimals: 1 },
      { measured: interval(300, 400), unit: "m²", decimals: 0, mark: "below" },
      ["差", figure(100, "m²", 0), " m²以上"],
    ],
  ],
  foot: [["全部3个社区", figure(152100, "人", 0), figure(41.2, "%", 1), figure(1010, "m²", 0), ""]],
  notes: [["注：n = 3；“—”表示未报。合计为总数之比，不是各社区比率的平均。"]],
  sources: [["资料来源：2024年社区调查表（", { code: "调查表.csv" }, "）。"]],
};

const long: Table = {
  kind: "table",
  id: "long",
  title: "各社区户数",
  unit: "单位：户",
  columns: [
    { id: "area", title: "社区", align: "left" },
    { id: "a", title: "户数", align: "right" },
    { id: "b", title: "其中：老年人户", align: "right" },
    { id: "c", title: "其中：独居", align: "right" },
  ],
  rows: Array.from({ length: 60 }, (_, i) => [
    `第${i + 1}社区居民委员会`,
    figure(4300 - i * 37, "", 0),
    figure(800.5 - i * 3, "", 1),
    figure(90 - i, "", 0),
  ]),
  notes: [["注：数字为登记数。"]],
};

const broad: Table = {
  kind: "table",
  id: "broad",
  title: "各社区年龄构成",
  unit: "单位：%",
  columns: [
    { id: "area", title: "社区", align: "left" as const },
    ...Array.from({ length: 12 }, (_, i) => ({
      id: `b${i}`,
      title: `${i * 5}～${i * 5 + 4}岁`,
      align: "right" as const,
    })),
  ],
  rows: Array.from({ length: 4 }, (_, r) => [
    `社区${r + 1}`,
    ...Array.from({ length: 12 }, (_, i) => figure(8.3 + ((i * 7 + r) % 5), "%", 1)),
  ]),
};

/** Every kind of block and inline, in Chinese, as an appendix has them. */
export const appendix: Document = {
  language: "zh-CN",
  title: "附录A　社区党建与公共服务调查统计表",
  captions: { table: "表 A-", figure: "图 A-" },
  blocks: [
    { kind: "heading", level: 2, id: "basis", text: "编制说明" },
    {
      kind: "paragraph",
      content: [
        "本附录依据2024年调查表编制，13个社区中有10个（",
        { ...figure(76.92, "%", 1), withUnit: true },
        "）低于500平方米，见",
        { reference: "areas" },
        "和",
        { reference: "office-area" },
        "。",
      ],
    },
    { kind: "paragraph", role: "remark", content: ["四舍五入，合计可能与分项之和不等。"] },
    { kind: "heading", level: 2, id: "space", text: "办公用房" },
    areas,
    thirteenBars,
    { ...stacks, dataTable: "broad", notes: [["注：未报社区未绘。"]] },
    { kind: "heading", level: 2, id: "population", text: "人口" },
    long,
    broad,
    lorenz,
    { kind: "page-break" },
    { kind: "heading", level: 2, id: "definitions", text: "定义" },
    {
      kind: "facts",
      role: "definitions",
      facts: [
        {
          label: "每千居民工作人员数",
          lines: [[{ code: "workers ÷ residents × 1000" }], ["各社区合计数之比。"]],
        },
        { label: "办公用房面积缺口", lines: [["低于标准的社区与标准之差的总和。"]] },
      ],
    },
    { kind: "heading", level: 2, id: "provenance", text: "数据来源" },
    {
      kind: "facts",
      role: "provenance",
      facts: [
        {
          label: "调查表.csv",
          lines: [
            [
              "SHA-256 ",
              { code: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" },
            ],
            ["读取20行，排除4行"],
          ],
        },
        {
          label: "命令",
          lines: [[{ code: "cdj report 调查表.csv --norm js-jintan-2007-office" }]],
        },
      ],
    },
  ],
};

/** Blocks of every kind in which all words are these names, in English. */
export const withNames = (names: readonly string[]): Document => ({
  language: "en",
  title: names.join(" "),
  captions: { table: "Table <A>-", figure: "Figure |-" },
  blocks: names.flatMap((name, i): Document["blocks"] => [
    { kind: "heading", level: 2, id: name, text: name },
    { kind: "paragraph", content: [name, { code: name }, { reference: `t${name}` }] },
    { kind: "facts", facts: [{ label: name, lines: [[name], [{ code: name }]] }] },
    {
      kind: "table",
      id: `t${name}`,
      title: name,
      unit: name,
      columns: [
        { id: "a", title: name, align: "left" },
        { id: "b", title: name, unit: name, align: "right" },
      ],
      rows: [
        [name, { measured: exact(i), unit: name, decimals: 0, withUnit: true }],
        [name, name],
      ],
      foot: [[[name, name], name]],
      notes: [[name]],
      sources: [[name]],
    },
    {
      kind: "figure",
      id: `f${name}`,
      title: name,
      description: name,
      chart: {
        kind: "bars",
        labelTitle: name,
        scale: { title: name, unit: name, decimals: 0 },
        bars: [{ label: name, measured: exact(1) }],
        norm: { value: 2, label: name },
      },
      notes: [[name]],
    },
  ]),
});

export const hostile: Document = withNames(hostileNames);

/** All charts, one after the other. */
export const charts: Document = {
  language: "zh-CN",
  title: "图",
  captions: { table: "附表", figure: "附图" },
  blocks: sampleFigures,
};

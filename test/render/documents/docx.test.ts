import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { loadRasteriser } from "../../../src/program/output/rasteriser.ts";
import type { Rasteriser } from "../../../src/render/charts/png.ts";
import { renderDocx } from "../../../src/render/documents/docx.ts";
import { neutraliseTerminal } from "../../../src/render/neutralise.ts";
import type { Block, Document, FigureValue, Table } from "../../../src/survey/document.ts";
import { appendix, hostile, withNames } from "../sample/document.ts";
import { hostileNames, thirteenBars } from "../sample/figures.ts";
import { decodeEntities, skeletonOf, tagsOf } from "../sample/markup.ts";

let rasteriser: Rasteriser;
beforeAll(async () => {
  rasteriser = await loadRasteriser();
});

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
  );
const print = async (blocks: Block[], more: Partial<Document> = {}): Promise<string> =>
  partsOf(await renderDocx({ language: "zh-CN", blocks, ...more }, { rasteriser }))[
    "word/document.xml"
  ] ?? "";

/** The text of each paragraph, results of fields included. */
const paragraphsOf = (xml: string): string[] =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      .map(([, text = ""]) => decodeEntities(text))
      .join(""),
  );
const declared = (xml: string): string => xml.replace(/^<\?xml[^>]*\?>/, "");

const figure = (value: number, decimals = 0, mark?: FigureValue["mark"]): FigureValue => ({
  measured: { value },
  unit: "m²",
  decimals,
  mark,
});
const table: Table = {
  kind: "table",
  id: "office",
  title: "办公用房",
  unit: "单位：m²",
  columns: [
    { id: "area", title: "社区", align: "left" },
    { id: "size", title: "面积", align: "right" },
  ],
  rows: [
    ["城东社区", figure(40.25, 2, "below")],
    ["城西社区", figure(600)],
  ],
  foot: [["合计", figure(640.25, 2)]],
  notes: [["注：n = 2"]],
  sources: [["资料来源：某街道"]],
};

describe("the bytes", () => {
  test("are the same whatever was made before, with one date on all parts and no clock anywhere", async () => {
    const first = await renderDocx(appendix, { rasteriser });
    await renderDocx(hostile, { rasteriser });
    expect(Buffer.from(await renderDocx(appendix, { rasteriser })).equals(first)).toBe(true);
    const parts = partsOf(first);
    expect(parts["docProps/core.xml"]).not.toContain("dcterms:");
    expect(Object.values(parts).join("")).not.toMatch(/\d{4}-\d\d-\d\dT/);
    // Offsets 12 and 14 of every central directory entry (PK 1 2) hold time and date: 1980-01-01, 00:00 is 0x0021, 0.
    const entries = [
      ...Buffer.from(first)
        .toString("latin1")
        .matchAll(/PK\x01\x02/g),
    ].map(({ index }) => Buffer.from(first).readUInt32LE(index + 12));
    expect(entries.length).toBe(Object.keys(parts).length);
    expect(new Set(entries)).toEqual(new Set([0x0021_0000]));
  });

  test("carry the day of the report in the properties when it is given", async () => {
    const core = partsOf(
      await renderDocx({ language: "en", blocks: [] }, { rasteriser, date: "2024-06-30" }),
    )["docProps/core.xml"];
    expect(core).toContain(
      '<dcterms:created xsi:type="dcterms:W3CDTF">2024-06-30T00:00:00Z</dcterms:created>',
    );
    expect(core).toContain(
      '<dcterms:modified xsi:type="dcterms:W3CDTF">2024-06-30T00:00:00Z</dcterms:modified>',
    );
  });

  test("are well-formed XML whose relations all lead to a part", async () => {
    const parts = partsOf(await renderDocx(appendix, { rasteriser }));
    for (const [name, part] of Object.entries(parts))
      if (/\.(xml|rels)$/.test(name)) expect(() => tagsOf(declared(part)), name).not.toThrow();
    const relations = tagsOf(declared(parts["word/_rels/document.xml.rels"] ?? "")).filter(
      (tag) => tag.name === "Relationship",
    );
    const targets = new Map(
      relations.map(({ attributes }) => [attributes.Id, `word/${attributes.Target}`]),
    );
    for (const target of targets.values()) expect(Object.keys(parts)).toContain(target);
    const used = [
      ...(parts["word/document.xml"] ?? "").matchAll(/ r:(?:embed|id|link)="([^"]+)"/g),
    ].map(([, id = ""]) => id);
    expect(used.length).toBeGreaterThan(3);
    for (const id of used) expect(targets.has(id)).toBe(true);
  });
});

describe("a table", () => {
  test("has its caption and unit above, notes and sources below", async () => {
    const xml = await print([table], { captions: { table: "附表", figure: "附图" } });
    expect(paragraphsOf(xml)).toEqual([
      "附表1　办公用房",
      "单位：m²",
      "社区",
      "面积",
      "城东社区",
      "40.25▼",
      "城西社区",
      "600",
      "合计",
      "640.25",
      "注：n = 2",
      "资料来源：某街道",
    ]);
  });

  test("sets decimal points under each other: 600 stands off by the room of .25▼, 9 pt × (0.25 + 2 × 0.5 + 1) = 405 twips", async () => {
    const cells = paragraphsOf(await print([table]));
    const indents = [...(await print([table])).matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(
      ([paragraph]) => /<w:ind w:right="(\d+)"\/>/.exec(paragraph)?.[1],
    );
    expect(
      cells.flatMap((text, i) =>
        indents[i] === undefined || text.startsWith("单位") ? [] : [[text, indents[i]]],
      ),
    ).toEqual([
      ["600", "405"],
      ["640.25", "180"],
    ]);
  });

  test("has rules of 1.5 pt above and below and of 0.75 pt under the head and over the foot, in eighths of a point, and no others", async () => {
    const xml = await print([table]);
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => {
      const rule = (side: string) =>
        new Set(
          [
            ...row.matchAll(new RegExp(`<w:${side} [^>]*w:val="(\\w+)"[^>]*w:sz="(\\d+)"`, "g")),
          ].map(([, kind, size]) => (kind === "single" ? size : "none")),
        );
      return ["top", "bottom", "left", "right"].map((side) => [...rule(side)].join());
    });
    expect(rows).toEqual([
      ["12", "6", "none", "none"],
      ["none", "none", "none", "none"],
      ["none", "none", "none", "none"],
      ["6", "12", "none", "none"],
    ]);
  });

  test("of texts that take many lines repeats its head, breaks no row, and keeps caption, head and notes with it", async () => {
    const long = {
      ...table,
      rows: Array.from({ length: 20 }, (_, i) => ["很长的说明".repeat(40), figure(i)]),
    };
    const xml = await print([long]);
    const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    const kept = rows.map((row) => row.includes("<w:keepNext/>"));
    expect(rows.map((row) => row.includes("<w:tblHeader/>"))).toEqual([
      true,
      ...Array(21).fill(false),
    ]);
    expect(rows.every((row) => row.includes("<w:cantSplit/>"))).toBe(true);
    // The head and the first row with the second, the last two rows with the total, the total with the notes.
    expect(kept).toEqual([true, true, ...Array(17).fill(false), true, true, true]);
    expect(/<w:p>.*?办公用房/s.exec(xml)?.[0]).toContain("<w:keepNext/>");
  });

  test("stays on one page when it is short", async () => {
    const rows = (await print([table])).match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    expect(rows.map((row) => row.includes("<w:keepNext/>"))).toEqual([true, true, true, true]);
  });

  test("is set smaller, and its texts break, before any figure does", async () => {
    const columns = [
      table.columns[0] as Table["columns"][number],
      ...Array.from({ length: 6 }, (_, i) => ({
        id: String(i),
        title: "每名工作人员服务户数",
        align: "right" as const,
      })),
    ];
    const rows = [
      [
        "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗",
        ...Array.from({ length: 6 }, () => figure(123456.789, 3)),
      ],
    ];
    const xml = await print([{ ...table, columns, rows, foot: [] }]);
    const tags = tagsOf(declared(xml));
    const widths = tags
      .filter((tag) => tag.name === "w:gridCol")
      .map((tag) => Number(tag.attributes["w:w"]));
    expect(widths.reduce((all, width) => all + width, 0)).toBe(11906 - 2 * 1418);
    const size = Number(
      /123,456\.789/.test(xml)
        ? /w:sz w:val="(\d+)"\/>(?:(?!<w:sz ).)*?123,456/s.exec(xml)?.[1]
        : Number.NaN,
    );
    expect(size).toBeLessThan(18);
    // Digits of Times New Roman are half an em wide, comma and point a quarter; ten half-points are a hundred twips.
    const digits = (9 * 0.5 + 2 * 0.25) * size * 10;
    for (const width of widths.slice(1)) expect(width - 120).toBeGreaterThanOrEqual(digits);
  });

  test("stands upright in parts where it has too many columns, the first of them in each, every page in one direction", async () => {
    const columns = Array.from({ length: 25 }, (_, i) => ({
      id: String(i),
      title: i === 0 ? "社区" : `第${i}栏`,
      align: "right" as const,
    }));
    const rows = [["城东社区", ...Array.from({ length: 24 }, (_, i) => figure(1000 + i))]];
    const xml = await print([{ ...table, columns, rows, foot: [] }], {
      captions: { table: "附表", figure: "附图" },
    });
    expect(
      tagsOf(declared(xml))
        .filter((tag) => tag.name === "w:pgSz")
        .map((tag) => tag.attributes["w:orient"]),
    ).toEqual(["portrait"]);
    const heads = (xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).map((part) =>
      paragraphsOf(/<w:tr>.*?<\/w:tr>/s.exec(part)?.[0] ?? ""),
    );
    expect(heads.length).toBeGreaterThan(1);
    expect(heads.map(([first]) => first)).toEqual(heads.map(() => "社区"));
    expect(heads.flatMap(([, ...others]) => others)).toEqual(
      columns.slice(1).map(({ title }) => title),
    );
    const captions = paragraphsOf(xml).filter((text) => text.startsWith("附表"));
    expect(captions).toEqual([
      "附表1　办公用房",
      ...heads.slice(1).map(() => "附表1　办公用房（续）"),
    ]);
    // Notes stand below the last part alone.
    expect(paragraphsOf(xml).filter((text) => text.startsWith("注："))).toHaveLength(1);
  });

  test("that is higher than a page is divided by rows: each part on a page of its own, counted once, said to be continued", async () => {
    const columns = ["社区", "户数", "人口", "党员"].map((title, i) => ({
      id: title,
      title,
      align: i === 0 ? ("left" as const) : ("right" as const),
    }));
    const rows = Array.from({ length: 100 }, (_, i) => [
      `社区${i + 1}`,
      figure(i),
      figure(2 * i),
      figure(3 * i),
    ]);
    const xml = await print(
      [{ ...table, columns, rows, foot: [["合计", figure(1), figure(2), figure(3)]] }],
      {
        captions: { table: "表 A-", figure: "图 A-" },
      },
    );
    const fields = tagsOf(declared(xml)).flatMap((tag) =>
      tag.name === "w:fldSimple" ? [tag.attributes["w:instr"]?.trim()] : [],
    );
    // A4 less its margins is 14,002 twips high, a row of 9 pt takes 245 + 2 × 30 = 305: at most 45 rows, so 100 take three pages.
    expect(fields).toEqual(["SEQ 表_A \\* ARABIC", "REF _RefCdj1", "REF _RefCdj1"]);
    const parts = (xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).map((part) =>
      (part.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).map((row) => paragraphsOf(row)[0]),
    );
    expect(
      parts.flatMap(([head, ...body]) =>
        [expect.anything(), ...body].slice(head === "社区" ? 1 : 0),
      ),
    ).toEqual([...rows.map(([name]) => name), "合计"]);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(46);
    const captions = (xml.match(/<w:p>(?:(?!<\/w:p>).)*w:val="Caption".*?<\/w:p>/gs) ?? []).map(
      (caption) => caption.includes("<w:pageBreakBefore/>"),
    );
    expect(captions).toEqual([true, true, false]);
  });

  test("of two columns and many rows stands in panels, read down and then across", async () => {
    const rows = Array.from({ length: 30 }, (_, i) => [`社区${i + 1}`, figure(i + 1)]);
    const xml = await print([{ ...table, rows }]);
    const cells = (xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).map((row) => paragraphsOf(row));
    expect(cells[0]).toEqual(["社区", "面积", "", "社区", "面积", "", "社区", "面积"]);
    expect(cells[1]).toEqual(["社区1", "1", "", "社区11", "11", "", "社区21", "21"]);
    expect(cells[10]).toEqual(["社区10", "10", "", "社区20", "20", "", "社区30", "30"]);
    expect(cells[11]).toEqual(["合计", "640.25", "", "", "", "", "", ""]);
  });
});

test("captions count in a sequence of their prefix, and references are fields that name their bookmark", async () => {
  const xml = await print(
    [
      {
        kind: "paragraph",
        content: ["见", { reference: "office" }, "和", { reference: thirteenBars.id }],
      },
      table,
      thirteenBars,
    ],
    {
      captions: { table: "表 A-", figure: "图 A-" },
    },
  );
  const fields = tagsOf(declared(xml)).flatMap((tag) =>
    tag.name === "w:fldSimple" ? [tag.attributes["w:instr"]?.trim()] : [],
  );
  expect(fields).toEqual([
    "REF _RefCdj1 \\h",
    "REF _RefCdj2 \\h",
    "SEQ 表_A \\* ARABIC",
    "SEQ 图_A \\* ARABIC",
  ]);
  const bookmarks = tagsOf(declared(xml)).filter((tag) => tag.name === "w:bookmarkStart");
  expect(bookmarks.map((tag) => [tag.attributes["w:name"], tag.attributes["w:id"]])).toEqual([
    ["_RefCdj1", "1"],
    ["_RefCdj2", "2"],
  ]);
  expect(paragraphsOf(xml)[0]).toBe("见表 A-1和图 A-1");
  expect(paragraphsOf(xml)).toContain("图 A-1　各社区办公用房面积");
});

describe("fonts", () => {
  const runsOf = (xml: string) =>
    (xml.match(/<w:r>.*?<\/w:r>/gs) ?? []).filter((run) => run.includes("<w:t"));

  test("are set for both scripts in every run of words", async () => {
    const xml = await print(appendix.blocks as Block[], {
      title: "附录A",
      captions: appendix.captions,
    });
    const fonts = runsOf(xml).map(
      (run) => tagsOf(run).find((tag) => tag.name === "w:rFonts")?.attributes,
    );
    expect(fonts.length).toBeGreaterThan(100);
    expect(new Set(fonts.map((font) => font?.["w:eastAsia"]))).toEqual(new Set(["宋体", "黑体"]));
    expect(new Set(fonts.map((font) => font?.["w:ascii"]))).toEqual(
      new Set(["Times New Roman", "Consolas"]),
    );
  });

  test("are those of Taiwan for Taiwan, and others when asked for", async () => {
    const blocks: Block[] = [
      { kind: "heading", level: 1, text: "甲" },
      { kind: "paragraph", content: ["乙"] },
    ];
    const fontsOf = (xml: string) =>
      runsOf(xml).map(
        (run) => tagsOf(run).find((tag) => tag.name === "w:rFonts")?.attributes["w:eastAsia"],
      );
    expect(fontsOf(await print(blocks, { language: "zh-TW" }))).toEqual(["微軟正黑體", "新細明體"]);
    const pair = { eastAsia: "仿宋", latin: "Arial" };
    const bytes = await renderDocx(
      { language: "zh-CN", blocks },
      { rasteriser, fonts: { body: pair, heading: pair } },
    );
    expect(fontsOf(partsOf(bytes)["word/document.xml"] ?? "")).toEqual(["仿宋", "仿宋"]);
  });
});

describe("a chart", () => {
  test("is there as SVG and PNG, with its title and description for those who cannot see it", async () => {
    const parts = unzipSync(
      await renderDocx({ language: "zh-CN", blocks: [thirteenBars] }, { rasteriser }),
    );
    const media = Object.keys(parts).filter((name) => name.startsWith("word/media/"));
    expect(media.sort()).toEqual(["word/media/chart1.png", "word/media/chart1.svg"]);
    expect(strFromU8(parts["word/media/chart1.svg"] ?? new Uint8Array())).toMatch(/^<svg /);
    const png = Buffer.from(parts["word/media/chart1.png"] ?? new Uint8Array());
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    // Twice the 720 pixels of the SVG.
    expect(png.readUInt32BE(16)).toBe(1440);
    const picture = tagsOf(
      declared(strFromU8(parts["word/document.xml"] ?? new Uint8Array())),
    ).find((tag) => tag.name === "wp:docPr");
    expect(picture?.attributes).toMatchObject({
      id: "1",
      title: thirteenBars.title,
      descr: thirteenBars.description,
    });
  });

  test("needs no table of its figures: its words are drawn too", async () => {
    expect(paragraphsOf(await print([thirteenBars]))).toEqual(["", "各社区办公用房面积"]);
  });
});

test("a page break stands before the next heading, or on its own before a table", async () => {
  const xml = await print([
    { kind: "page-break" },
    { kind: "heading", level: 2, text: "人口" },
    { kind: "page-break" },
    table,
  ]);
  expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
  expect(xml.match(/<w:br w:type="page"\/>/g)).toHaveLength(1);
});

test("hostile names change texts and nothing else", async () => {
  const names = Array.from({ length: hostileNames.length }, (_, i) => `name ${i}`);
  const documentOf = async (document: Document) =>
    declared(partsOf(await renderDocx(document, { rasteriser }))["word/document.xml"] ?? "");
  const named = await documentOf(hostile);
  expect(skeletonOf(named)).toEqual(skeletonOf(await documentOf(withNames(names))));
  for (const name of hostileNames)
    expect(paragraphsOf(named)).toContain(neutraliseTerminal(name).replace("\uFFFF", "\uFFFD"));
});

describe("a reference document", () => {
  const styles = `<?xml version="1.0" encoding="UTF-8"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style><w:style w:type="paragraph" w:styleId="a5"><w:name w:val="caption"/></w:style></w:styles>`;
  const house = { name: "house.docx", bytes: zipSync({ "word/styles.xml": strToU8(styles) }) };
  const blocks: Block[] = [{ kind: "heading", level: 1, text: "人口" }, table];

  test("gives its styles by their names, whatever their ids; ours fill up what it lacks", async () => {
    const parts = partsOf(
      await renderDocx({ language: "zh-CN", blocks }, { rasteriser, referenceDoc: house }),
    );
    const used = [...(parts["word/document.xml"] ?? "").matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(
      ([, id]) => id,
    );
    expect(used.slice(0, 2)).toEqual(["1", "a5"]);
    const defined = tagsOf(declared(parts["word/styles.xml"] ?? "")).flatMap((tag) =>
      tag.name === "w:style" ? [tag.attributes["w:styleId"]] : [],
    );
    expect(new Set(defined).size).toBe(defined.length);
    for (const id of used) expect(defined).toContain(id);
    expect(parts["word/styles.xml"]).toContain('<w:basedOn w:val="a"/>');
    // Fonts are the house's: no run overrides them.
    expect(parts["word/document.xml"]).not.toContain("w:eastAsia=");
  });

  test.each([
    ["no zip", strToU8("hello")],
    ["a zip without styles", zipSync({ "a.txt": strToU8("x") })],
  ])("that is %s is the operator's mistake", async (_, bytes) => {
    await expect(
      renderDocx(
        { language: "en", blocks },
        { rasteriser, referenceDoc: { name: "x.docx", bytes } },
      ),
    ).rejects.toMatchObject({
      problem: "bad-reference-document",
      args: { file: "x.docx" },
    });
  });
});

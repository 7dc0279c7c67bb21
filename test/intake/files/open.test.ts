import { gzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { type FileKind, fileKind } from "../../../src/intake/files/file-kind.ts";
import { openTables } from "../../../src/intake/files/open.ts";
import { memorySource, type Source } from "../../../src/intake/files/source.ts";
import { CdjError } from "../../../src/survey/error.ts";
import {
  makeWorkbook,
  type PartSheet,
  workbookParts,
  zipped,
} from "../../fixtures/workbook-parts.ts";

/** Milliseconds: generous for a machine under load, far below what inflating or laying out would take. */
const soon = 20_000;
const utf8 = (text: string) => Buffer.from(text);
const open = (bytes: Uint8Array, sheets?: string[]) =>
  openTables(memorySource("表.xlsx", bytes), sheets && { sheets });

async function textOf(source: Source | undefined): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const block of source?.blocks() ?? []) pieces.push(Uint8Array.from(block));
  return Buffer.concat(pieces).toString();
}
const textsOf = async (sources: readonly Source[]) =>
  Object.fromEntries(
    await Promise.all(sources.map(async (s) => [s.origin?.sheet ?? "", await textOf(s)])),
  );

async function problemOf(opening: Promise<Source[]>): Promise<string> {
  try {
    for (const source of await opening) await textOf(source);
  } catch (error) {
    expect(error).toBeInstanceOf(CdjError);
    expect((error as CdjError).args.file).toBe("表.xlsx");
    return (error as CdjError).problem;
  }
  return "none";
}

describe("fileKind", () => {
  it.each<[string, Uint8Array, FileKind]>([
    ["CSV", utf8("社区,户数\n"), "text"],
    ["CSV that begins with a less-than sign", utf8("<60,60+\n"), "text"],
    ["nothing", utf8(""), "text"],
    ["a workbook", makeWorkbook([{ name: "a", rows: [["x"]] }]), "zip"],
    ["gzip", gzipSync(utf8("a")), "gzip"],
    ["a true .xls", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), "compound"],
    ["a page", utf8('\ufeff\n<!DOCTYPE html>\n<html lang="zh">'), "html"],
    ["a page in UTF-16", Buffer.from("\ufeff<html><table>", "utf16le"), "html"],
    ["a bare table", utf8("<table border=1>"), "html"],
    ["a page as XML", utf8('<?xml version="1.0"?><html>'), "html"],
    [
      "a workbook as XML",
      utf8(
        '<?xml version="1.0"?><?mso-application?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      ),
      "other-workbook",
    ],
    ["a web archive", utf8("MIME-Version: 1.0\nX-Document-Type: Workbook\n"), "other-workbook"],
  ])("%s", (_, bytes, kind) => {
    expect(fileKind(bytes)).toBe(kind);
  });
});

describe("a workbook", () => {
  const sheets: PartSheet[] = [
    {
      name: "一",
      rows: [
        ["社区", "户数"],
        ["甲", 1],
      ],
    },
    {
      name: "2",
      rows: [
        ["社区", "户数"],
        ["乙", 2],
      ],
    },
    { name: "空", rows: [[""]] },
    {
      name: "藏",
      hidden: true,
      rows: [
        ["社区", "户数"],
        ["丙", 3],
      ],
    },
  ];
  const one = "社区,户数\n甲,1\n";
  const two = "社区,户数\n乙,2\n";
  const hidden = "社区,户数\n丙,3\n";

  it.each([
    ["all that are not hidden or blank", undefined, { 一: one, 2: two }],
    ["by name", ["一"], { 一: one }],
    ["by number, but a name goes first", ["1", "2"], { 一: one, 2: two }],
    ["a hidden one that is asked for", ["藏"], { 藏: hidden }],
    ["all", ["all"], { 一: one, 2: two }],
  ])("gives its sheets as text: %s", async (_, wanted, texts) => {
    expect(await textsOf(await open(makeWorkbook(sheets), wanted))).toEqual(texts);
  });

  it("shows a formula that was never computed, so that it does not pass for a blank cell", async () => {
    const cells =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>SUM(A1:A1)</f></c><c r="C1"><f>A1*2</f><v>2</v></c></row>';
    const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`;
    const bytes = zipped({ ...workbookParts(sheets.slice(0, 1)), "xl/worksheets/sheet1.xml": xml });
    expect(await textsOf(await open(bytes))).toEqual({ 一: "1,=SUM(A1:A1),2\n" });
  });

  it("names its sheets where one is not there", async () => {
    const error = await open(makeWorkbook(sheets), ["三"]).catch((e: unknown) => e);
    expect(error).toMatchObject({
      problem: "no-such-sheet",
      args: { sheet: "三", seen: ["一", "2", "空", "藏"] },
    });
  });

  it("writes a line for every row, whatever the cells hold", async () => {
    const rows: PartSheet["rows"] = [
      ["标题"],
      [],
      ["社区\n名称", 'a"b,c', "x\r\ny"],
      ["甲", 1, null],
    ];
    const [source] = await open(makeWorkbook([{ name: "一", rows }]));
    expect(await textOf(source)).toBe('标题,,\n,,\n社区\u2028名称,"a""b,c",x\u2028y\n甲,1,\n');
    expect(source?.origin).toMatchObject({
      sheet: "一",
      written: { encoding: "utf-8", delimiter: "," },
    });
  });

  it("writes a merged header once, a merged name on each of its rows, and a merged figure on none", async () => {
    const rows: PartSheet["rows"] = [
      ["街道", "社区", "人口", null],
      [null, null, "户数", "面积"],
      ["东街道", "甲", 1, 500],
      [null, "乙", 2, null],
    ];
    const [source] = await open(
      makeWorkbook([{ name: "一", rows, merges: ["A1:A2", "B1:B2", "C1:D1", "A3:A4", "D3:D4"] }]),
    );
    expect(await textOf(source)).toBe("街道,社区,人口,\n,,户数,面积\n东街道,甲,1,\n东街道,乙,2,\n");
    expect(source?.origin?.findings).toEqual([
      { code: "CDJ310", place: { line: 3, field: 4 }, args: { cell: "500", range: "D3:D4" } },
    ]);
  });

  it("shows each member of a shared formula without a value, none as a blank", async () => {
    const parts = workbookParts([{ name: "一", rows: [["社区", "户数", "人口"]] }]);
    const row = (r: number, cells: string) =>
      `<row r="${r}"><c r="A${r}" t="inlineStr"><is><t>第${r}</t></is></c><c r="B${r}"><v>7</v></c>${cells}</row>`;
    const data = [
      row(2, '<c r="C2"><f t="shared" ref="C2:C4" si="3">B2*4</f></c>'),
      row(3, '<c r="C3"><f t="shared" si="3"/></c>'),
      row(4, '<c r="C4"><f t="shared" si="3"/><v>28</v></c>'),
      row(5, '<c r="C5"><f t="array" ref="C5:C6">B5:B6*2</f></c>'),
      row(6, '<c r="C6"/>'),
    ].join("");
    const [source] = await open(
      zipped({
        ...parts,
        "xl/worksheets/sheet1.xml": (parts["xl/worksheets/sheet1.xml"] as string).replace(
          "</sheetData>",
          `${data}</sheetData>`,
        ),
      }),
    );
    expect(source?.rows?.map((cells) => cells[2])).toEqual([
      "人口",
      "=B2*4",
      "=…",
      "28",
      "=B5:B6*2",
      "=…",
    ]);
  });
});

describe("a hostile or foreign workbook is refused, and soon", () => {
  const plain: PartSheet[] = [
    {
      name: "S",
      rows: [
        ["社区", "户数"],
        ["甲", 1],
      ],
    },
  ];
  const withSheet = (xml: string) =>
    zipped({ ...workbookParts(plain), "xl/worksheets/sheet1.xml": xml });
  const cells = (data: string) =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`;
  const cell = (ref: string) => `<row r="${/\d+/.exec(ref)?.[0]}"><c r="${ref}"><v>1</v></c></row>`;

  /** Declares another size for an entry than it has, in the directory at the end. */
  function withDeclaredSize(bytes: Uint8Array, name: string, size: number): Uint8Array {
    const copy = Buffer.from(bytes);
    const at = copy.lastIndexOf(name) - 46;
    expect(copy.readUInt32LE(at)).toBe(0x02014b50);
    copy.writeUInt32LE(size, at + 24);
    return copy;
  }

  it.each<[string, () => Uint8Array, string]>([
    ["one cell at XFD1048576", () => withSheet(cells(cell("A1") + cell("XFD1048576"))), "far-cell"],
    ["one cell at A1048576", () => withSheet(cells(cell("A1") + cell("A1048576"))), "far-cell"],
    ["one cell at XFD1", () => withSheet(cells(cell("XFD1"))), "far-cell"],
    [
      "an entry that says it holds 4 GB",
      () => withDeclaredSize(makeWorkbook(plain), "xl/worksheets/sheet1.xml", 0xfffffff0),
      "unpacks-too-far",
    ],
    [
      "an entry that says it holds less than it does",
      () => withDeclaredSize(makeWorkbook(plain), "xl/worksheets/sheet1.xml", 20),
      "damaged-container",
    ],
    ["17 MB of nothing", () => withSheet(cells(" ".repeat(17 << 20))), "unpacks-too-far"],
    [
      "an external link",
      () =>
        zipped({
          ...workbookParts(plain),
          "xl/externalLinks/externalLink1.xml": "<externalLink/>",
        }),
      "external-links",
    ],
    ["a file cut off", () => makeWorkbook(plain).subarray(0, 600), "damaged-container"],
    [
      "no sheet where one is named",
      () =>
        zipped(
          Object.fromEntries(
            Object.entries(workbookParts(plain)).filter(([name]) => !/sheet1/.test(name)),
          ),
        ),
      "damaged-container",
    ],
    [
      "a true .xls",
      () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0),
      "old-workbook",
    ],
    [
      "a workbook with a password",
      () =>
        Buffer.concat([
          Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
          Buffer.from("EncryptedPackage", "utf16le"),
        ]),
      "protected-workbook",
    ],
    ["an .xlsb", () => zipped({ "xl/workbook.bin": "x" }), "old-workbook"],
    [
      "an .ods",
      () =>
        zipped({
          mimetype: "application/vnd.oasis.opendocument.spreadsheet",
          "content.xml": "<x/>",
        }),
      "old-workbook",
    ],
    [
      "a workbook of blank sheets",
      () => makeWorkbook([{ name: "S", rows: [[" "]] }]),
      "empty-file",
    ],
  ])(
    "%s",
    async (_, make, problem) => {
      const bytes = make();
      expect(await problemOf(open(bytes))).toBe(problem);
    },
    soon,
  );

  it("takes no entity of a document type for text", async () => {
    const xml = `<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">]>${cells('<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>')}`;
    expect(await textsOf(await open(withSheet(xml)))).toEqual({ S: "&a;\n" });
  });

  it("does not spread a merged cell over the whole sheet", async () => {
    const xml = cells(
      `${cell("A1")}<row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2"><v>1</v></c></row>`,
    ).replace(
      "</sheetData>",
      '</sheetData><mergeCells count="1"><mergeCell ref="A2:A1048576"/></mergeCells>',
    );
    expect(await textsOf(await open(withSheet(xml)))).toEqual({ S: "1,\n甲,1\n" });
  });
});

describe("an archive", () => {
  const csv = "社区,户数\n甲,1\n";
  const zip = (entries: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, utf8(text)])));

  it.each([
    ["one table", { "表.csv": csv }],
    ["in a folder, beside other files", { "a/表.CSV": csv, "a/读我.pdf": "%PDF", "a/": "" }],
    ["beside what a Mac adds", { "表.csv": csv, "__MACOSX/._表.csv": "x", ".DS_Store": "x" }],
  ])("gives its table: %s", async (_, entries) => {
    expect(await textsOf(await open(zip(entries)))).toEqual({ "": csv });
  });

  it("gives a workbook inside by its sheets", async () => {
    const inner = makeWorkbook([
      {
        name: "一",
        rows: [
          ["社区", "户数"],
          ["甲", 1],
        ],
      },
    ]);
    expect(await textsOf(await open(zipped({ "表.xlsx": inner })))).toEqual({ 一: csv });
  });

  it.each([
    ["several tables", { "a.csv": csv, "b.csv": csv }, "several-tables-inside"],
    ["none", { "a.pdf": "%PDF" }, "no-table-inside"],
  ])("is refused with %s", async (_, entries, problem) => {
    expect(await problemOf(open(zip(entries)))).toBe(problem);
  });

  it("shows the Chinese names that Windows packs", async () => {
    const name = Buffer.from(new Uint8Array([0xc8, 0xcb, 0xbf, 0xda])).toString("latin1");
    const packed = Buffer.from(zip({ "aaaa.pdf": "x" }));
    for (let at = packed.indexOf("aaaa"); at !== -1; at = packed.indexOf("aaaa", at + 4))
      packed.write(name, at, "latin1");
    await expect(open(packed)).rejects.toMatchObject({ args: { seen: ["人口.pdf"] } });
  });
});

describe("gzip", () => {
  const csv = `社区,户数\n${Array.from({ length: 30_000 }, (_, i) => `甲${i},${i * 7919}\n`).join("")}`;

  it("gives the unpacked bytes, and the first of them before the rest", async () => {
    const [source] = await open(gzipSync(utf8(csv)));
    expect(await textOf(source)).toBe(csv);
    expect(await source?.head(12)).toEqual({ bytes: utf8(csv).subarray(0, 12), complete: false });
    const whole = await source?.head(10_000_000);
    expect([whole?.complete, whole?.bytes.length]).toEqual([true, utf8(csv).length]);
  });

  it.each<[string, () => Uint8Array, string]>([
    ["cut off", () => gzipSync(utf8(csv)).subarray(0, 5000), "damaged-container"],
    [
      "damaged",
      () => Buffer.concat([gzipSync(utf8(csv)).subarray(0, 5000), Buffer.alloc(200, 0x55)]),
      "damaged-container",
    ],
    ["a bomb", () => gzipSync(Buffer.alloc(17 << 20, 0x30)), "unpacks-too-far"],
  ])("%s is refused", async (_, make, problem) => {
    expect(await problemOf(open(make()))).toBe(problem);
  });
});

describe("a page", () => {
  const tables = async (html: string | Uint8Array) =>
    textsOf(await open(typeof html === "string" ? utf8(html) : html));

  it("keeps spans, line breaks and characters", async () => {
    const html = `<html><body><p>标题</p><table><tr><th rowspan=2>街道<th colspan="2">人口</tr><tr><td>户数<td>面积(m&sup2;)</tr>
      <tr><td rowspan=2>东街道</td><td>1&nbsp;234</td><td>&#53;&#x30;<br/>左右 &lt;约&gt; A&amp;B &foo;</td></tr><tr><td>2<td></tr></table></body></html>`;
    expect(await tables(html)).toEqual({
      table1: "街道,人口,\n,户数,面积(m²)\n东街道,1 234,50\u2028左右 <约> A&B &foo;\n东街道,2,\n",
    });
  });

  it("leaves out scripts, styles, comments, layout, and keeps tables in tables apart", async () => {
    const inner = "<table><tr><td>社区<td>户数<tr><td>甲<td>1</table>";
    const html = `<table><tr><td>one cell only</td></tr></table><script>"<table>"</script><!-- <table> --><style>td{}</style>
      <table><tr><td>左${inner}</td><td>右</td></tr><tr><td>a</td><td>b</td></tr></table>`;
    expect(await tables(html)).toEqual({ table1: "左,右\na,b\n", table2: "社区,户数\n甲,1\n" });
  });

  it.each<[string, Uint8Array]>([
    [
      "GB2312, declared",
      Buffer.concat([
        utf8('<html><meta charset="gb2312"><table><tr><td>'),
        Uint8Array.of(0xc9, 0xe7, 0xc7, 0xf8),
        utf8("<td>1<tr><td>a<td>2</table>"),
      ]),
    ],
    [
      "UTF-16",
      Buffer.from("\ufeff<html><table><tr><td>社区<td>1<tr><td>a<td>2</table>", "utf16le"),
    ],
  ])("reads %s", async (_, bytes) => {
    expect(await tables(bytes)).toEqual({ table1: "社区,1\na,2\n" });
  });

  it.each([
    [
      "spans beyond all measure",
      `<table><tr><td colspan=999999999 rowspan=999999999>a<td>b<tr><td>c<td>d</table>${"<tr></tr>".repeat(2000)}`,
    ],
    ["tags that never close", `<table><tr><td>a<td>b<tr><td>c${"<table><tr><td".repeat(3000)}`],
    ["comments that never close", `<table><tr><td>a<td>b<tr><td>c<td>d${"<!--".repeat(30_000)}`],
  ])(
    "ends soon with %s",
    async (_, html) => {
      const opened = await open(utf8(html)).catch((error: unknown) => error);
      expect(Array.isArray(opened) || opened instanceof CdjError).toBe(true);
    },
    soon,
  );
});

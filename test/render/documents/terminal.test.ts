import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderTerminal } from "../../../src/render/documents/terminal.ts";
import { displayWidth } from "../../../src/render/width.ts";
import type {
  Block,
  Cell,
  Chart,
  Document,
  FigureValue,
  Table,
  TableColumn,
} from "../../../src/survey/document.ts";

const figure = (value: number, decimals = 0, extra: Partial<FigureValue> = {}): FigureValue => ({
  measured: { value },
  unit: "m²",
  decimals,
  ...extra,
});
const documentOf = (blocks: Block[], language: Document["language"] = "en"): Document => ({
  language,
  blocks,
});
const print = (blocks: Block[], width = 80, language: Document["language"] = "en") =>
  renderTerminal(documentOf(blocks, language), { width, color: false });
const lines = (...all: string[]) => all.map((line) => `${line}\n`).join("");

const community: TableColumn = { id: "area", title: "community", align: "left" };
const office: TableColumn = { id: "office", title: "office", unit: "m²", align: "right" };
const areas: Table = {
  kind: "table",
  id: "areas",
  title: "Communities (2)",
  moreColumns: "{count} more: --all",
  columns: [
    community,
    { id: "residents", title: "residents", align: "right" },
    { id: "members", title: "members", align: "right", priority: 2 },
    { id: "share", title: "60+", unit: "%", align: "right", priority: 1 },
    office,
  ],
  rows: [
    ["社区13", figure(4300), figure(32), figure(43.75, 1), figure(40, 0, { mark: "below" })],
    [
      "社区1",
      figure(16000),
      figure(151),
      { measured: { absent: "no-data" }, unit: "%", decimals: 1 },
      figure(1048, 0, { mark: "met" }),
    ],
  ],
};

describe("a table", () => {
  test("has a rule under its head, figures to the right, decimals under each other", () => {
    expect(print([areas])).toBe(
      lines(
        "Communities (2)",
        "community  residents  members  60+ (%)  office (m²)",
        "───────────────────────────────────────────────────",
        "社区13         4,300       32     43.8         40 ▼",
        "社区1         16,000      151      —        1,048",
      ),
    );
  });

  test("in Chinese has its units in full-width brackets", () => {
    const table: Table = {
      kind: "table",
      id: "t",
      title: "表 A-1　办公用房",
      columns: [
        { id: "area", title: "社区", align: "left" },
        { id: "office", title: "办公用房面积", unit: "m²", align: "right" },
      ],
      rows: [
        ["城东社区", figure(40.5, 1)],
        ["北", { measured: { low: 100, high: 200 }, unit: "m²", decimals: 1 }],
      ],
      notes: [["注：", figure(76.9, 1, { unit: "%", withUnit: true }), "低于标准。"]],
    };
    expect(print([table], 80, "zh-CN")).toBe(
      lines(
        "表 A-1　办公用房",
        "社区      办公用房面积（m²）",
        "────────────────────────────",
        "城东社区                40.5",
        "北              100.0～200.0",
        "注：76.9%低于标准。",
      ),
    );
    // Too narrow for the head in one line: the unit goes below the title.
    expect(print([{ ...table, title: "", notes: [] }], 22, "zh-CN")).toBe(
      lines(
        "          办公用房面积",
        "社区            （m²）",
        "──────────────────────",
        "城东社区          40.5",
        "北        100.0～200.0",
      ),
    );
  });

  test("aligns figures of different units and decimals by their points, each with its unit", () => {
    const rows: Cell[][] = [
      ["a", figure(0.2932, 2, { mark: "below" })],
      ["b", figure(4180, 0, { withUnit: true })],
      ["c", figure(41.2, 1, { unit: "%", withUnit: true })],
      ["d", "no figure"],
    ];
    const table: Table = {
      kind: "table",
      id: "t",
      title: "",
      columns: [community, { id: "v", title: "value", align: "right" }],
      rows,
    };
    expect(print([table]).split("\n").slice(2, -1)).toEqual([
      "a              0.29 ▼",
      "b          4,180 m²",
      "c             41.2 %",
      "d           no figure",
    ]);
  });

  test("breaks heads first, then leaves out columns by their priority, the highest first", () => {
    const heads = (width: number) =>
      print([areas], width)
        .split("\n")
        .slice(1)
        .filter((_, at, all) => at < all.findIndex((other) => other.startsWith("─")));
    expect(heads(51)).toEqual(["community  residents  members  60+ (%)  office (m²)"]);
    expect(heads(50)).toEqual([
      "                                60+   office",
      "community  residents  members   (%)     (m²)",
    ]);
    // 9 + 9 + 7 + 4 + 7 and four gaps of 2 make 44: at 43 the members go, at 34 (9 + 9 + 4 + 7 + 6 = 35) the share.
    expect(heads(44)).toEqual(heads(50));
    expect(heads(43)).toEqual(["community  residents  60+ (%)  office (m²)"]);
    expect(heads(35)).toEqual([
      "                       60+   office",
      "community  residents   (%)     (m²)",
    ]);
    expect(heads(34)).toEqual(["community  residents  office (m²)"]);
  });

  test("says how many columns are left out: beside the title, or below when there is no room", () => {
    // The table is 9 + 9 + 7 + 11 and three gaps of 2, 42 wide: the remark ends there.
    expect(print([areas], 43).split("\n")[0]).toBe("Communities (2)              1 more: --all");
    const below = print(
      [{ ...areas, moreColumns: "{count} columns more: cdj analyze --all" }],
      40,
    ).split("\n");
    expect(below[0]).toBe("Communities (2)");
    expect(below.at(-2)).toBe("1 columns more: cdj analyze --all");
    expect(print([{ ...areas, moreColumns: undefined }], 40)).not.toContain("more");
  });

  test("keeps its first column whatever the width", () => {
    expect(print([areas], 9)).toBe(
      lines("Communities", "(2)", "community", "─────────", "社区13", "社区1", "4 more:", "--all"),
    );
  });

  test("without rows is a head and a rule; without columns its title", () => {
    expect(print([{ ...areas, title: "", rows: [] }], 60)).toBe(
      lines(
        "community  residents  members  60+ (%)  office (m²)",
        "───────────────────────────────────────────────────",
      ),
    );
    expect(print([{ ...areas, columns: [], rows: [] }])).toBe(lines("Communities (2)"));
  });

  test("breaks long texts evenly, into three lines at most", () => {
    const table: Table = {
      kind: "table",
      id: "t",
      title: "",
      columns: [{ id: "a", title: "社区", align: "left" }, office],
      rows: [
        ["东方红大街居民委员会", figure(1)],
        ["很".repeat(100), figure(2)],
      ],
    };
    // 27 less the gap and the 6 of （m²） leaves 19: nine characters a line; ten go as five and five.
    expect(print([table], 27, "zh-CN").split("\n").slice(3, -1)).toEqual([
      "东方红大街                1",
      "居民委员会",
      "很很很很很很很很很        2",
      "很很很很很很很很很",
      "很很很很很很很很很…",
    ]);
  });

  test("keeps a figure with its unit in a phrase, and colours the phrase when the figure misses", () => {
    const short = figure(4180, 0, { withUnit: true, mark: "below" });
    const table: Table = {
      kind: "table",
      id: "t",
      title: "",
      columns: [{ id: "gap", title: "gap", align: "left" }],
      rows: [[["it is ", short]]],
    };
    expect(print([table], 12)).toBe(lines("gap", "────────────", "it is", "4,180 m² ▼"));
    expect(renderTerminal(documentOf([table]), { width: 40, color: true })).toContain(
      "\u001b[31mit is 4,180 m² ▼\u001b[39m",
    );
  });

  test("of eight thousand rows takes no time worth naming", () => {
    const rows = Array.from({ length: 8000 }, (_, index): Cell[] => [
      `社区${index}`,
      ...(areas.rows[0] ?? []).slice(1),
    ]);
    expect(print([{ ...areas, rows }], 120).split("\n").length).toBe(8004);
  }, 5000);
});

const hostile = [
  "\u001b[31mred",
  "\u202e反",
  "one\ntwo",
  "a\tb",
  "\u009b",
  "x\u0007",
  "\ud800",
  "e\u0301",
  "\u0301",
  "👩‍👩‍👧",
  "𠮷",
  "城东社区",
  "བོད",
  "（",
  "。",
  " ",
  "long words here",
];
const cellText = fc
  .array(fc.constantFrom(...hostile), { maxLength: 8 })
  .map((parts) => parts.join(""));

test("every line of any table has the width of its rule, and none is wider than the terminal", () => {
  const rowOf = fc.tuple(
    cellText,
    fc.integer({ min: -1e6, max: 1e6 }),
    cellText,
    fc.integer({ min: 0, max: 99 }),
  );
  fc.assert(
    fc.property(
      fc.array(rowOf, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 40, max: 200 }),
      fc.boolean(),
      (values, width, color) => {
        const table: Table = {
          kind: "table",
          id: "t",
          title: "",
          columns: [
            { id: "a", title: "社区名称", align: "left" },
            { id: "b", title: "办公用房面积", unit: "m²", align: "right" },
            { id: "c", title: "remark", align: "left", priority: 1 },
            { id: "d", title: "n", align: "right" },
          ],
          rows: values.map(([name, area, remark, n]) => [
            name,
            figure(area, 1, { mark: area < 0 ? "below" : undefined }),
            remark,
            figure(n),
          ]),
        };
        const printed = renderTerminal(documentOf([table]), { width, color }).replace(
          /\u001b\[(?:1|2|22|31|39)m/g,
          "",
        );
        expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
        const all = printed.split("\n").slice(0, -1);
        const rule = all.findIndex((line) => line.startsWith("─"));
        const ruleWidth = displayWidth(all[rule] ?? "");
        expect(ruleWidth).toBeLessThanOrEqual(width);
        for (const line of all) expect(displayWidth(line)).toBeLessThanOrEqual(ruleWidth);
        // The first line of a row holds its last figure, which ends where the rule ends; lines below hold only text.
        const ending = all
          .slice(rule + 1)
          .filter((line) => displayWidth(line) === ruleWidth && /\d$/.test(line));
        expect(ending.length).toBeGreaterThanOrEqual(values.length);
      },
    ),
  );
});

describe("colour", () => {
  test("marks the misses, and takes nothing away when it is off", () => {
    const coloured = renderTerminal(documentOf([areas]), { width: 80, color: true });
    expect(coloured).toContain("\u001b[31m40 ▼\u001b[39m");
    expect(coloured.split("\u001b[31m").length).toBe(2);
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(print([areas]));
  });

  test("is not on when it is off", () => {
    expect(print([areas])).not.toContain("\u001b");
  });
});

describe("text", () => {
  test("is wrapped, a figure kept with its unit, leading spaces kept for all lines", () => {
    const floor = figure(4180, 0, { withUnit: true });
    expect(
      print([{ kind: "paragraph", content: ["The office area is ", floor, " in all."] }], 25),
    ).toBe(lines("The office area is", "4,180 m² in all."));
    expect(print([{ kind: "paragraph", content: ["  set aside: line 1 title"] }], 16)).toBe(
      lines("  set aside:", "  line 1 title"),
    );
  });

  test("headings, remarks in a row, a note to its table, a chart as words", () => {
    const chart: Chart = {
      kind: "bars",
      labelTitle: "area",
      scale: { title: "m²", unit: "", decimals: 0 },
      bars: [{ label: "North", measured: { value: 40 } }],
    };
    const remark: Block = { kind: "paragraph", role: "remark", content: ["read"] };
    const blocks: Block[] = [
      { kind: "heading", level: 2, text: "Space" },
      remark,
      remark,
      { kind: "figure", id: "f", title: "Figure 1", description: "13 bars", chart },
      { kind: "paragraph", role: "note", content: ["n = 13"] },
      { kind: "paragraph", content: ["Text."] },
    ];
    expect(
      renderTerminal({ language: "en", title: "Survey", blocks }, { width: 40, color: false }),
    ).toBe(
      lines(
        "Survey",
        "",
        "Space",
        "read",
        "read",
        "",
        "Figure 1",
        "13 bars",
        "area   m²",
        "─────────",
        "North  40",
        "n = 13",
        "",
        "Text.",
      ),
    );
  });

  test("from data cannot act on the terminal, wherever it stands", () => {
    const bad = "a\u001b[2Jb\n\u202ec";
    const printed = print([
      { kind: "heading", level: 1, text: bad },
      { kind: "paragraph", content: [bad] },
      {
        kind: "figure",
        id: "f",
        title: bad,
        description: bad,
        chart: {
          kind: "bars",
          labelTitle: bad,
          scale: { title: bad, unit: bad, decimals: 0 },
          bars: [{ label: bad, measured: { value: 1 } }],
        },
      },
      {
        kind: "table",
        id: "t",
        title: bad,
        columns: [{ id: "c", title: bad, unit: bad, align: "left" }],
        rows: [[bad]],
        notes: [[bad]],
      },
    ]);
    expect(printed).not.toMatch(/[\u001b\u202e]/);
    expect(printed.split("a␛[2Jb␤‹U+202E›c").length - 1).toBe(13);
  });

  test("thousands separators can be left out; an empty document is an empty text", () => {
    const document: Document = {
      language: "en",
      groupDigits: false,
      blocks: [{ kind: "paragraph", content: [figure(4180)] }],
    };
    expect(renderTerminal(document, { width: 80, color: false })).toBe("4180\n");
    expect(print([])).toBe("");
  });
});

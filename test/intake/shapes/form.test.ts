import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memorySource } from "../../../src/intake/files/source.ts";
import { readForm } from "../../../src/intake/shapes/form.ts";
import { asForm } from "../../../src/intake/shapes/form-source.ts";
import type { WholeTable } from "../../../src/intake/shapes/rewritten.ts";
import { wholeTableOf } from "../../../src/intake/shapes/table-taken-out.ts";

/** A table small enough to be told whole. */
const whole = async (...from: Parameters<typeof wholeTableOf>): Promise<WholeTable> =>
  (await wholeTableOf(...from)) as WholeTable;

const rowsOf = (text: string) =>
  text.split("\n").map((line, i) => ({ line: i + 1, fields: line.split(",") }));
const pairsOf = (text: string) =>
  readForm(rowsOf(text))?.pairs.map(({ label, value, at }) => [label, value, at.line, at.field]);

describe("readForm", () => {
  it("pairs labels on the left with the values beside them", () => {
    expect(pairsOf("社区名称,城东社区,所属街道,东街道\n户数,5483,常住人口,16000")).toEqual([
      ["社区名称", "城东社区", 1, 2],
      ["所属街道", "东街道", 1, 4],
      ["户数", "5483", 2, 2],
      ["常住人口", "16000", 2, 4],
    ]);
  });

  it("takes a unit that stands behind the value, and values beyond merged cells", () => {
    expect(pairsOf("社区名称：城东社区\n户数,,5483,户\n经费总额,,3,万元")).toEqual([
      ["社区名称", "城东社区", 1, 1],
      ["户数(户)", "5483", 2, 3],
      ["经费总额(万元)", "3", 3, 3],
    ]);
  });

  it("pairs labels above with the values below, block by block", () => {
    expect(
      pairsOf("社区名称,户数,常住人口\n城东社区,5483,16000\n党员数,党支部数\n84,3")?.map(
        ([label, value]) => [label, value],
      ),
    ).toEqual([
      ["社区名称", "城东社区"],
      ["户数", "5483"],
      ["常住人口", "16000"],
      ["党员数", "84"],
      ["党支部数", "3"],
    ]);
  });

  it("takes a value that is also a label for what it is beside its own label", () => {
    expect(pairsOf("社区名称,城东社区\n党组织类型,党支部\n户数,5483\n党员数,84")).toContainEqual([
      "党组织类型",
      "党支部",
      2,
      2,
    ]);
  });

  it("leaves a label without a value out", () => {
    expect(
      pairsOf("社区名称,城东社区\n户数,,常住人口,16000\n党员数,84")?.map(([label]) => label),
    ).toEqual(["社区名称", "常住人口", "党员数"]);
  });

  it("leaves the lines of persons out, and names them", () => {
    const form = readForm(
      rowsOf(
        "调查表\n社区名称,城东社区\n户数,5483\n党员数,84\n填表人,张三,联系电话,13800000000\n审核人（签字）：",
      ),
    );
    expect(form?.leftOut).toEqual([5, 6]);
    expect(form?.titles).toEqual([{ text: "调查表", line: 1 }]);
    expect(JSON.stringify(form?.pairs)).not.toMatch(/张三|138/);
  });

  it.each([
    [
      "a table of several areas",
      "社区名称,户数,常住人口,党员数\n城东社区,5483,16000,84\n城西社区,5157,14853,89",
    ],
    ["a table of one area", "社区名称,户数,常住人口,党员数\n城东社区,5483,16000,84"],
    [
      "a table of one area whose cells are words of the codebook",
      "area,households,residents,members,space_tenure\n城东社区,5483,16000,84,rented",
    ],
    [
      "a table of one area under two header rows",
      "社区,户数,党员情况,\n,,党员数,60岁以上党员\n城东社区,5483,84,35",
    ],
    ["a table without names", "户数,常住人口,党员数\n5483,16000,84\n5157,14853,89"],
    [
      "a table turned round",
      "指标,城东社区,城西社区\n户数,5483,5157\n常住人口,16000,14853\n党员数,84,89",
    ],
    [
      "a long table",
      "社区,指标,数值\n城东社区,户数,5483\n城东社区,常住人口,16000\n城东社区,党员数,84",
    ],
    [
      "a pasted page with its header again",
      "社区名称,户数,常住人口\n城东社区,5483,16000\n社区名称,户数,常住人口\n城西社区,5157,14853",
    ],
    ["words without figures", "社区名称,城东社区\n户数,多\n党员数,少"],
    ["nothing", ""],
  ])("is not taken in by %s", (_, text) => {
    expect(readForm(rowsOf(text))).toBeUndefined();
  });

  it("takes no table with a header that names the area for a form, whatever stands in it", () => {
    const heads = [
      "户数",
      "常住人口",
      "党员数",
      "60岁以上党员",
      "办公用房面积",
      "产权性质",
      "一肩挑",
      "备注",
      "网格数",
    ];
    const cell = fc.constantFrom(
      "",
      "5483",
      "1,200",
      "约300",
      "自有",
      "租用",
      "是",
      "党支部",
      "户数",
      "无",
      "13万多",
      "人",
      "社区",
    );
    const table = fc
      .tuple(
        fc.subarray(heads, { minLength: 2 }),
        fc.array(fc.array(cell, { minLength: 9, maxLength: 9 }), { minLength: 1, maxLength: 6 }),
      )
      .map(([columns, rows]) => [
        ["社区名称", ...columns],
        ...rows.map((row, i) => [`第${i}村`, ...row.slice(0, columns.length)]),
      ]);
    fc.assert(
      fc.property(table, (rows) => {
        const form = readForm(rows.map((fields, i) => ({ line: i + 1, fields })));
        expect(form?.pairs.filter(({ label }) => label === "社区名称") ?? []).toEqual([]);
        expect(form).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});

describe("asForm", () => {
  const form = "户数,5483\n常住人口,16000\n党员数,84\n";
  const named = async (name: string, text = form) => {
    const source = asForm(await whole(memorySource(name, Buffer.from(text))));
    return (
      source &&
      Buffer.from((await source.head(1000)).bytes)
        .toString()
        .split("\n")
        .slice(-3, -1)
        .join(" / ")
    );
  };

  it.each([
    ["城东社区.csv", "城东社区"],
    ["forms\\03-城东社区调查表.csv", "城东社区"],
    ["城东社区基本情况表（2007年）.csv", "城东社区"],
    ["城东村.csv.gz", "城东村"],
  ])("is named after its file: %s", async (file, name) => {
    expect(await named(file)).toBe(`社区名称,户数,常住人口,党员数 / ${name},5483,16000,84`);
  });

  it("is named by its title before its file", async () => {
    expect(await named("01.csv", `2007年城东社区基本情况表\n${form}`)).toContain("城东社区");
  });

  it.each(["调查表.csv", "表1.csv", "2007年.csv", "-"])(
    "is no form when nothing names the community: %s",
    async (file) => {
      expect(await named(file)).toBeUndefined();
    },
  );

  it("says which cell of the form a value came from", async () => {
    const source = asForm(
      await whole(memorySource("城东社区.csv", Buffer.from(`调查表\n${form}`))),
    );
    // Line 1 is the title, line 2 the header, line 3 the values; field 1 is the name, which stands nowhere.
    expect(source?.origin?.locate?.(3, 3)).toEqual({ line: 3, field: 2 });
    expect(source?.origin?.locate?.(2, 3)).toEqual({ line: 3, field: 1 });
    expect(source?.origin?.locate?.(1, undefined)).toEqual({ line: 1 });
  });
});

describe("a form as offices make it", () => {
  const text = [
    "城东社区党建情况调查表,,,",
    "一、基本情况,,,",
    "户数,5483,常住人口,16000",
    "65岁以上,2100,,",
    "二、党组织情况,,,",
    "党员总数,84,其中：60岁以上,35",
    "35岁及以下,13,支部数,3",
    "书记姓名,张三,联系电话,13812345678",
    "三、经费,,,",
    "工作经费,万元,3,",
    "备注：截至2007年底,,,",
    "填表人：李四,,日期：2008年1月5日,",
  ].join("\n");

  it("gives an age alone the subject of its section", () => {
    expect(pairsOf(text)?.map(([label, value]) => [label, value])).toEqual([
      ["户数", "5483"],
      ["常住人口", "16000"],
      ["常住人口/65岁以上", "2100"],
      ["党员总数", "84"],
      ["党员总数/其中：60岁以上", "35"],
      ["党员总数/35岁及以下", "13"],
      ["支部数", "3"],
      ["工作经费(万元)", "3"],
    ]);
  });

  it("names every line: titles, those it reads, and those it leaves out", () => {
    const form = readForm(rowsOf(text));
    expect(form?.titles.map(({ line }) => line)).toEqual([1, 2]);
    expect(form?.leftOut).toEqual([5, 8, 9, 11, 12]);
  });
});

describe("forms one below another", () => {
  const text =
    "各社区基本情况\n社区名称,清河社区,户数,1120\n常住人口,3120,党员数,88\n\n社区名称,北苑社区,户数,800\n常住人口,2210,党员数,60\n办公用房面积(㎡),420,,\n填表人,张三,,\n";

  it("are a table with a row for each, under the labels of them all", async () => {
    const source = asForm(await whole(memorySource("forms.csv", Buffer.from(text))));
    const read = await source?.head(10_000);
    expect(
      Buffer.from(read?.bytes ?? [])
        .toString()
        .split("\n"),
    ).toEqual([
      "各社区基本情况",
      "社区名称,户数,常住人口,党员数,办公用房面积(㎡)",
      "清河社区,1120,3120,88,",
      "北苑社区,800,2210,60,420",
      "",
    ]);
    expect(
      source?.origin?.findings?.map(({ code, place, area }) => [code, place.line, area]),
    ).toEqual([
      ["CDJ220", 2, "清河社区"],
      ["CDJ220", 5, "北苑社区"],
    ]);
    expect(source?.origin?.leftOut).toEqual([{ line: 8, reason: "note" }]);
  });

  it("have the places of the file as it stands", async () => {
    const { locate } =
      asForm(await whole(memorySource("forms.csv", Buffer.from(text))))?.origin ?? {};
    expect([
      locate?.(1, undefined),
      locate?.(2, 3),
      locate?.(3, 4),
      locate?.(4, 1),
      locate?.(4, 5),
    ]).toEqual([
      { line: 1 },
      { line: 3, field: 1 },
      { line: 3, field: 4 },
      { line: 5, field: 2 },
      { line: 7, field: 2 },
    ]);
  });

  it("are read where a community left its form blank, or nearly", async () => {
    const text =
      "社区名称,清河社区\n户数,1120\n党员数,8\n社区名称,北苑社区\n户数,\n党员数,60\n社区名称,南湾社区\n户数,\n党员数,\n";
    const read = await asForm(await whole(memorySource("forms.csv", Buffer.from(text))))?.head(
      10_000,
    );
    expect(Buffer.from(read?.bytes ?? []).toString()).toBe(
      "社区名称,户数,党员数\n清河社区,1120,8\n北苑社区,,60\n南湾社区,,\n",
    );
  });

  it("are none where one of them asks nothing", async () => {
    const text = "社区名称,清河社区\n户数,1120\n党员数,8\n社区名称,北苑社区\n";
    expect(asForm(await whole(memorySource("forms.csv", Buffer.from(text))))).toBeUndefined();
  });
});

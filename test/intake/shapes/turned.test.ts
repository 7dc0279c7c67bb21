import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Part } from "../../../src/engines/engine.ts";
import { streamEngine } from "../../../src/engines/tally/stream-engine.ts";
import { type Decision, decide } from "../../../src/intake/decide.ts";
import { memorySource, type Source } from "../../../src/intake/files/source.ts";
import type { WholeTable } from "../../../src/intake/shapes/rewritten.ts";
import { asTable, wholeTableOf } from "../../../src/intake/shapes/table-taken-out.ts";
import { asTurned } from "../../../src/intake/shapes/turned-source.ts";

/** A table small enough to be told whole. */
const whole = async (...from: Parameters<typeof wholeTableOf>): Promise<WholeTable> =>
  (await wholeTableOf(...from)) as WholeTable;

interface Read extends Decision {
  readonly source: Source;
  readonly part: Part;
}

async function read(text: string, name = "table.csv"): Promise<Read> {
  const { source } = await asTable(memorySource(name, Buffer.from(text)));
  const decision = await decide(source);
  return {
    source,
    ...decision,
    part: await streamEngine.scan(source, { plan: decision.plan, findingsPerCode: 50 }),
  };
}

const observations = ({ part }: Read): unknown[] =>
  part.groups.map(({ area, parents, period }, i) => [
    [...parents, area, period].filter((text) => text !== undefined).join(" "),
    Object.fromEntries([...part.quantities].map(([id, column]) => [id, column.at(i)])),
  ]);

const figures = (values: Record<string, number>) =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value }]));

describe("areas across the columns", () => {
  const fixture = readFileSync(
    new URL("../../../fixtures/shapes/areas-across.csv", import.meta.url),
    "utf8",
  );

  test("are read as a table with a row for each", async () => {
    const found = await read(fixture);
    expect(found.plan.madeFrom).toEqual({ is: "turned" });
    expect(found.plan.period).toEqual({ value: "2022", from: "caption" });
    expect(observations(found)).toEqual([
      [
        "东街道 清河社区 2022",
        figures({ households: 1120, residents: 3120, residents_60_plus: 300, funds: 30000 }),
      ],
      [
        "东街道 北苑社区 2022",
        figures({ households: 800, residents: 2210, residents_60_plus: 220, funds: 25000 }),
      ],
      [
        "西街道 南湾社区 2022",
        figures({ households: 1500, residents: 4100, residents_60_plus: 400, funds: 40000 }),
      ],
      [
        "西街道 桥头社区 2022",
        figures({ households: 900, residents: 2000, residents_60_plus: 200, funds: 20000 }),
      ],
    ]);
    expect(
      found.part.excluded.map(({ reason, label, values }) => [
        reason,
        label,
        values?.get("residents"),
      ]),
    ).toEqual([["total-row", "合计", 11430]]);
    expect(
      found.source.origin?.findings?.map(({ code, place, args }) => [code, place.line, args.n]),
    ).toEqual([["CDJ223", 3, 4]]);
  });

  test("places are those of the file as it stands", async () => {
    const { source, part } = await read(
      "各社区情况\n指标,清河社区,北苑社区\n户数,1120,8x0\n常住人口,-5,2210\n",
    );
    const [unread, negative] = part.findings;
    expect([
      unread?.code,
      unread && source.origin?.locate?.(unread.place.line as number, unread.place.field),
    ]).toEqual(["CDJ302", { line: 4, field: 2, column: 6 }]);
    expect([
      negative?.code,
      negative && source.origin?.locate?.(negative.place.line as number, negative.place.field),
    ]).toEqual(["CDJ301", { line: 3, field: 3, column: 9 }]);
  });

  test("under the word 社区, and under no word at all", async () => {
    for (const word of ["社区", "", "指标\\社区"]) {
      const found = await read(`${word},清河社区,北苑社区\n户数,1120,800\n常住人口,3120,2210\n`);
      expect(observations(found)).toEqual([
        ["清河社区", figures({ households: 1120, residents: 3120 })],
        ["北苑社区", figures({ households: 800, residents: 2210 })],
      ]);
    }
  });

  test("the years of one area, which the file names", async () => {
    const text = "指标,2021年,2022年\n户数,1120,1150\n常住人口,3120,3305\n";
    expect(observations(await read(text, "清河社区.csv"))).toEqual([
      ["清河社区 2021", figures({ households: 1120, residents: 3120 })],
      ["清河社区 2022", figures({ households: 1150, residents: 3305 })],
    ]);
    // Nothing names it: it is that of the survey.
    expect(observations(await read(text, "table.csv"))).toEqual([
      ["本调查 2021", figures({ households: 1120, residents: 3120 })],
      ["本调查 2022", figures({ households: 1150, residents: 3305 })],
    ]);
  });

  test("areas with their years below them", async () => {
    const found = await read(
      "指标,清河社区,,北苑社区,\n,2021年,2022年,2021年,2022年\n户数,1,2,3,4\n常住人口,5,6,7,8\n",
    );
    expect(observations(found)).toEqual([
      ["清河社区 2021", figures({ households: 1, residents: 5 })],
      ["清河社区 2022", figures({ households: 2, residents: 6 })],
      ["北苑社区 2021", figures({ households: 3, residents: 7 })],
      ["北苑社区 2022", figures({ households: 4, residents: 8 })],
    ]);
  });

  test("sections say whom ages count, in a row or in a column of their own", async () => {
    const inRow = await read(
      "项目,清河社区,北苑社区\n一、人口情况,,\n户数,11,8\n常住人口,31,22\n二、党员情况,,\n党员总数,9,8\n35岁以下,2,1\n",
    );
    const inColumn = await read(
      "类别,项目,清河社区,北苑社区\n人口情况,户数,11,8\n,常住人口,31,22\n党员情况,党员总数,9,8\n,35岁以下,2,1\n",
    );
    for (const found of [inRow, inColumn]) {
      expect(observations(found)[0]).toEqual([
        "清河社区",
        figures({ households: 11, residents: 31, members: 9, members_35_under: 2 }),
      ]);
    }
  });

  test("a column of shares is none of the areas, and is told", async () => {
    const { source, part } = await read(
      "指标,清河社区,北苑社区,占比(%)\n户数,11,8,58\n常住人口,31,22,58\n",
    );
    expect(part.groups.map(({ area }) => area)).toEqual(["清河社区", "北苑社区"]);
    expect(
      source.origin?.findings?.map(({ code, place }) => [code, place.line, place.field]),
    ).toEqual([
      ["CDJ223", 1, undefined],
      ["CDJ201", 1, 4],
    ]);
  });
});

describe("names of areas and what stands beside them", () => {
  test.each([
    [
      "names with the words of shares and growth",
      "指标,增江社区,占坡村,比干社区",
      ["增江社区", "占坡村", "比干社区"],
    ],
    [
      "the year before and the greatest",
      "指标,清河社区,北苑社区,上年清河社区,最大值",
      ["清河社区", "北苑社区"],
    ],
    [
      "English names",
      "Indicator,Franklin village,Notting ward,Change",
      ["Franklin village", "Notting ward"],
    ],
  ])("%s", async (_, head, areas) => {
    const row = (label: string): string =>
      [
        label,
        ...head
          .split(",")
          .slice(1)
          .map(() => "8"),
      ].join(",");
    const { part } = await read(`${head}\n${row("户数")}\n${row("常住人口")}\n`);
    expect(part.groups.map(({ area }) => area)).toEqual(areas);
  });

  test("two of one name in two streets are two", async () => {
    const { source } = await read(
      ",东街道,,西街道,\n指标,清河社区,北苑社区,清河社区,北苑社区\n户数,1,2,3,4\n常住人口,5,6,7,8\n",
    );
    expect(source.origin?.findings?.[0]?.args).toMatchObject({ n: 4, items: 2 });
  });
});

describe("what is not certainly turned stays as it is", () => {
  test.each([
    ["names that are no areas'", "指标,甲,乙,丙\n户数,1120,800,1500\n常住人口,3120,2210,4100\n"],
    [
      "labels that the codebook does not know",
      "项目,清河社区,北苑社区\n路灯,11,8\n水井,31,22\n户数,5,6\n树,5,6\n",
    ],
    ["a table of areas by rows", "社区,户数,常住人口\n清河社区,11,31\n北苑社区,8,22\n"],
    [
      "a long table",
      "社区,指标,数值\n清河社区,户数,11\n清河社区,常住人口,31\n北苑社区,户数,8\n北苑社区,常住人口,22\n",
    ],
    [
      "a long table by years with merged areas",
      "社区,指标,2021年,2022年\n清河社区,户数,1120,1130\n,人口,3120,3130\n北苑社区,户数,800,810\n,人口,2210,2200\n",
    ],
    ["texts in the cells", "指标,清河社区,北苑社区\n户数,见附表,见附表\n常住人口,见附表,见附表\n"],
  ])("%s", async (_, text) => {
    expect(asTurned(await whole(memorySource("清河社区.csv", Buffer.from(text))))).toBeUndefined();
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyForest } from "../../../src/areas/forest/apply-forest.ts";
import { parseBandId } from "../../../src/codebook/age-band.ts";
import type { Part } from "../../../src/engines/engine.ts";
import { engineFor } from "../../../src/engines/index.ts";
import { decide } from "../../../src/intake/decide.ts";
import { memorySource } from "../../../src/intake/files/source.ts";

async function read(text: string, addParts = false): Promise<Part> {
  const source = () => memorySource("table.csv", Buffer.from(text));
  const { plan } = await decide(source(), { addParts });
  const engine = await engineFor(plan, source());
  return applyForest(await engine.scan(source(), { plan, findingsPerCode: 50 }), plan);
}

/** area → quantity → figure. */
const figuresOf = ({ groups, quantities }: Part): Record<string, Record<string, number>> =>
  Object.fromEntries(
    groups.map(({ area }, i) => [
      area,
      Object.fromEntries(
        [...quantities].flatMap(([id, column]) => {
          const value = column.plain(i);
          return value === undefined ? [] : [[id, value]];
        }),
      ),
    ]),
  );
const codesOf = ({ findings }: Part): string[] => findings.map(({ code }) => code);

describe("a column that is not understood", () => {
  const parts =
    "社区,住房性质,户数\n望江社区,自住,90\n望江社区,出租,30\n和平社区,自住,80\n和平社区,出租,20\n";

  test("divides areas: no figure, and one finding that names it and its words", async () => {
    const part = await read(parts);
    expect([...part.quantities.keys()]).toEqual([]);
    expect(part.findings).toHaveLength(1);
    expect(part.findings[0]).toMatchObject({
      code: "CDJ231",
      args: { n: 2, headers: ["住房性质"], values: ["自住", "出租"] },
    });
  });

  test("with a row that is the sum of the others everywhere, that row is the area's, wherever it stands", async () => {
    const total = "社区,住房性质,户数\n望江社区,合计,120\n望江社区,自住,90\n望江社区,出租,30\n";
    const part = await read(`${total}和平社区,自住,80\n和平社区,出租,20\n和平社区,合计,100\n`);
    expect(figuresOf(part)).toEqual({
      望江社区: { households: 120 },
      和平社区: { households: 100 },
    });
    expect(codesOf(part)).toEqual(["CDJ233"]);
    // One figure off, and nothing is proven.
    const off = await read(`${total}和平社区,自住,80\n和平社区,出租,21\n和平社区,合计,100\n`);
    expect([...off.quantities.keys()]).toEqual([]);
    expect(codesOf(off)).toEqual(["CDJ231"]);
    // A row for the whole in one area only.
    const one = await read(`${total}和平社区,自住,80\n和平社区,出租,20\n`);
    expect([...one.quantities.keys()]).toEqual([]);
  });

  test("stands first, and its row for the whole is no total of areas", async () => {
    const part = await read(
      "Tenure,Ward,Households\nAll,Elmby,120\nOwned,Elmby,90\nRented,Elmby,30\nAll,Oakby,100\nOwned,Oakby,80\nRented,Oakby,20\n",
    );
    expect(figuresOf(part)).toEqual({ Elmby: { households: 120 }, Oakby: { households: 100 } });
  });

  test("with --sum the rows are added up, the row for the whole is none of them", async () => {
    expect(figuresOf(await read(parts, true))).toEqual({
      望江社区: { households: 120 },
      和平社区: { households: 100 },
    });
    const withWhole = `${parts}望江社区,合计,120\n和平社区,合计,100\n`;
    expect(figuresOf(await read(withWhole, true))).toEqual({
      望江社区: { households: 120 },
      和平社区: { households: 100 },
    });
  });

  test("divides one area in two years: one area is told", async () => {
    const part = await read(
      "社区,年份,住房性质,户数\n望江社区,2021,自住,9\n望江社区,2021,出租,3\n望江社区,2022,自住,8\n望江社区,2022,出租,4\n",
    );
    expect(part.findings[0]).toMatchObject({ code: "CDJ231", args: { n: 1 } });
  });

  test("that says one thing of each area divides none", async () => {
    const part = await read("社区,类型,户数\n望江社区,城市,90\n和平社区,农村,30\n");
    expect(figuresOf(part)).toEqual({ 望江社区: { households: 90 }, 和平社区: { households: 30 } });
  });

  test("beside a slip is no reason to compute nothing", async () => {
    const rows = Array.from({ length: 12 }, (_, i) => `第${i}社区,城市,${100 + i}`);
    const part = await read(`社区,类型,户数\n${rows.join("\n")}\n第3社区,农村,90\n`);
    expect(Object.keys(figuresOf(part))).toHaveLength(12);
    expect(codesOf(part)).toEqual(["CDJ204"]);
  });
});

test("rows finer than the areas that nothing tells apart: one finding, no figure", async () => {
  const part = await read(
    "序号,社区,户数\n1,望江社区,90\n2,望江社区,30\n3,和平社区,80\n4,和平社区,20\n",
  );
  expect([...part.quantities.keys()]).toEqual([]);
  expect(codesOf(part)).toEqual(["CDJ232"]);
});

describe("people whose age or sex is not stated", () => {
  test("are in the total, in no band", async () => {
    const part = await read(
      "社区,年龄组,人口\n望江社区,0-14岁,15\n望江社区,15岁及以上,80\n望江社区,年龄不详,5\n和平社区,0-14岁,10\n和平社区,15岁及以上,70\n",
    );
    // 15 + 80 + 5; of the second nobody is unknown, its bands are added up by whoever asks.
    expect(figuresOf(part)).toEqual({
      望江社区: { residents: 100, residents_0_14: 15, residents_15_plus: 80 },
      和平社区: { residents_0_14: 10, residents_15_plus: 70 },
    });
    expect(codesOf(part)).toEqual(["CDJ234"]);
  });

  test("a total that is given stands", async () => {
    const part = await read(
      "社区,性别,人口\n望江社区,合计,100\n望江社区,男,50\n望江社区,女,45\n望江社区,未知,5\n",
    );
    expect(figuresOf(part)).toEqual({
      望江社区: { residents: 100, residents_male: 50, residents_female: 45 },
    });
  });

  test("of a known sex they are among those of that sex", async () => {
    const part = await read(
      "社区,性别,年龄组,人口\n望江社区,男,0-14岁,7\n望江社区,男,15岁及以上,40\n望江社区,男,不详,3\n望江社区,女,0-14岁,8\n望江社区,女,15岁及以上,41\n望江社区,女,不详,1\n",
    );
    expect(figuresOf(part).望江社区).toEqual({
      residents_male_0_14: 7,
      residents_male_15_plus: 40,
      residents_female_0_14: 8,
      residents_female_15_plus: 41,
      // 7 + 40 + 3, 8 + 41 + 1, and both.
      residents_male: 50,
      residents_female: 50,
      residents: 100,
    });
  });
});

/* A survey written as a long table: areas by known and unknown dimensions, each with or without rows for its whole, in any order. */

interface Dimension {
  readonly head: string;
  readonly words: readonly string[];
  readonly whole: string | undefined;
  readonly known: boolean;
}

const wholeWord = fc.option(fc.constantFrom("合计", "总计", "Total", "All"), { nil: undefined });
const known = fc.record({
  sex: fc.option(wholeWord, { nil: null }),
  age: fc.option(wholeWord, { nil: null }),
});
const unknown = fc.array(
  fc.record({
    head: fc.constantFrom("住房来源", "Tenure type", "迁入类别", "组别X"),
    words: fc.constantFrom(
      ["本", "外"],
      ["Owned", "Rented", "Other"],
      ["1", "2"],
      ["甲类", "乙类", "丙类"],
    ),
    whole: wholeWord,
  }),
  { maxLength: 2 },
);

const survey = fc.record({
  areas: fc.integer({ min: 1, max: 5 }),
  known,
  unknown: unknown.map((dimensions) =>
    dimensions.filter(({ head }, i) => dimensions.findIndex((other) => other.head === head) === i),
  ),
  figures: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 60, maxLength: 60 }),
  order: fc.array(fc.nat(10_000), { minLength: 200, maxLength: 200 }),
  shuffled: fc.boolean(),
  columns: fc.array(fc.nat(100), { minLength: 6, maxLength: 6 }),
  remark: fc.boolean(),
  sum: fc.boolean(),
});

type Survey = typeof survey extends fc.Arbitrary<infer T> ? T : never;

const ages = ["0-14岁", "15-64岁", "65岁及以上"] as const;
const bandOf = [
  { from: 0, to: 15 },
  { from: 15, to: 65 },
  { from: 65, to: Number.POSITIVE_INFINITY },
] as const;

function dimensionsOf({ known: { sex, age }, unknown: others }: Survey): Dimension[] {
  return [
    ...(sex === null ? [] : [{ head: "性别", words: ["男", "女"], whole: sex, known: true }]),
    ...(age === null ? [] : [{ head: "年龄组", words: ages, whole: age, known: true }]),
    ...others.map((dimension) => ({ ...dimension, known: false })),
  ];
}

/** All combinations of a word of each dimension, by its number; -1 is its whole. */
function combinations(dimensions: readonly Dimension[], wholes: boolean): number[][] {
  return dimensions.reduce<number[][]>(
    (rows, { words, whole }) =>
      rows.flatMap((row) =>
        [...words.keys(), ...(wholes && whole !== undefined ? [-1] : [])].map((i) => [...row, i]),
      ),
    [[]],
  );
}

function tableOf(own: Survey) {
  const dimensions = dimensionsOf(own);
  const cells = combinations(dimensions, false);
  const names = Array.from({ length: own.areas }, (_, i) => `第${i + 1}社区`);
  const figure = (area: number, cell: number): number =>
    own.figures[(area * cells.length + cell) % own.figures.length] as number;
  /** Of all cells that agree with what is asked. */
  const sum = (area: number, agrees: (cell: readonly number[]) => boolean): number =>
    cells.reduce((total, cell, i) => total + (agrees(cell) ? figure(area, i) : 0), 0);
  const rows = names.flatMap((name, area) =>
    combinations(dimensions, true).map((row) => ({
      name,
      labels: row.map((i, d) => {
        const { words, whole } = dimensions[d] as Dimension;
        return i === -1 ? (whole as string) : (words[i] as string);
      }),
      value: sum(area, (cell) => row.every((i, d) => i === -1 || cell[d] === i)),
    })),
  );
  const sorted = own.shuffled
    ? rows
        .map((row, i) => ({ row, key: own.order[i % own.order.length] as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ row }) => row)
    : rows;
  const heads = [
    "社区",
    ...dimensions.map(({ head }) => head),
    "人口",
    ...(own.remark ? ["备注栏"] : []),
  ];
  const columns = heads
    .map((_, i) => i)
    .sort((a, b) => (own.columns[a % 6] as number) - (own.columns[b % 6] as number));
  const lines = sorted.map(({ name, labels, value }) => {
    const line = [name, ...labels, String(value), ...(own.remark ? ["无"] : [])];
    return columns.map((i) => line[i]).join(",");
  });
  const text = `${[columns.map((i) => heads[i]).join(","), ...lines].join("\n")}\n`;
  /** What a quantity is of an area, by the words of its id. */
  const truth = (area: string, id: string): number => {
    const band = parseBandId(id);
    return sum(names.indexOf(area), (cell) =>
      dimensions.every(({ head }, d) => {
        if (head === "性别" && band?.sex) return (cell[d] === 0) === (band.sex === "male");
        if (head !== "年龄组" || !band) return true;
        const own = bandOf[cell[d] as number] as { from: number; to: number };
        return own.from >= band.from && own.to <= band.to;
      }),
    );
  };
  return { text, dimensions, truth };
}

test("a long table gives right figures, or none and a finding", async () => {
  await fc.assert(
    fc.asyncProperty(survey, async (own) => {
      const { text, dimensions, truth } = tableOf(own);
      const part = await read(text, own.sum);
      const figures = figuresOf(part);
      for (const [area, quantities] of Object.entries(figures))
        for (const [id, value] of Object.entries(quantities))
          expect([area, id, value, text]).toEqual([area, id, truth(area, id), text]);
      const told = codesOf(part);
      if ([...part.quantities.keys()].length === 0)
        expect(
          told.filter((code) => code === "CDJ231" || code === "CDJ232"),
          text,
        ).toHaveLength(1);
      // Where nothing is unknown, or all of it has its whole, there is a figure.
      const others = dimensions.filter((dimension) => !dimension.known);
      if (others.length === 0) expect([...part.quantities.keys()].length, text).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
}, 120_000);

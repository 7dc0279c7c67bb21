import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyForest } from "../../src/areas/forest/apply-forest.ts";
import type { Group, Part } from "../../src/engines/engine.ts";
import { Column } from "../../src/survey/column.ts";

type Row = Partial<Group> & { readonly area: string; readonly figures: readonly number[] };

/** A part with a row for each area and as many quantities as there are figures. */
function partOf(rows: readonly Row[]): Part {
  const ids = ["residents", "households", "members"];
  const quantities = new Map(ids.slice(0, rows[0]?.figures.length).map((id) => [id, new Column()]));
  rows.forEach(({ figures }, i) => {
    figures.forEach((figure, k) => {
      quantities.get(ids[k] as string)?.add(i, figure);
    });
  });
  const groups = rows.map(
    ({ figures: _, ...group }, i): Group => ({
      code: null,
      parents: [],
      place: { line: i + 2 },
      ...group,
    }),
  );
  return { groups, quantities, findings: [], counts: new Map(), rows: rows.length, excluded: [] };
}

const names = (part: Part): string[] => part.groups.map(({ area }) => area);
const total = (part: Part, id: string): number =>
  part.groups.reduce((sum, _, i) => {
    const figure = part.quantities.get(id)?.at(i);
    return sum + (figure && "value" in figure ? figure.value : 0);
  }, 0);

describe("applyForest", () => {
  test("a unit that its parts miss, or that not all parts are listed of, stays in doubt, and is a finding; one that they miss by far is another unit", () => {
    const beside = (whole: number): Part =>
      applyForest(
        partOf([
          { area: "甲市", figures: [whole] },
          { area: "甲市东区", figures: [103] },
          { area: "甲市西区", figures: [204] },
        ]),
      );
    // 103 + 204 = 307.
    expect(names(beside(321))).toHaveLength(3);
    expect(beside(321).findings).toMatchObject([
      {
        code: "CDJ520",
        args: { area: "甲市", variable: "residents", total: 321, areas: 2, sum: 307, counted: 1 },
      },
    ]);
    expect(beside(321).doubts).toEqual([{ whole: 0, parts: [1, 2] }]);
    // 307 of 521 is more than half of it, 307 of 700 is not.
    expect(beside(521).findings).toHaveLength(1);
    expect(beside(700)).toMatchObject({ findings: [] });
    expect(beside(700).doubts).toBeUndefined();
  });

  test("of stated levels the lowest is read, whether or not it adds up", () => {
    const part = applyForest(
      partOf([
        { area: "城东", level: "街道", figures: [999] },
        { area: "甲", level: "社区", figures: [100] },
        { area: "乙", level: "社区", figures: [200] },
      ]),
    );
    expect([names(part), total(part, "residents")]).toEqual([["甲", "乙"], 300]);
  });

  test("one code that continues another is no unit and its only part", () => {
    const rows = [
      { area: "甲里", code: "6800100", figures: [300] },
      { area: "乙里", code: "68001001", figures: [300] },
      { area: "丙里", code: "6900", figures: [50] },
    ];
    expect(names(applyForest(partOf(rows)))).toEqual(["甲里", "乙里", "丙里"]);
  });

  test("takes a unit out whose parts add up to it, in all quantities, and makes it their parent", () => {
    const part = applyForest(
      partOf([
        { area: "甲市", figures: [300, 100] },
        { area: "甲市东区", figures: [100, 40] },
        { area: "甲市西区", figures: [200, 60] },
      ]),
    );
    expect(names(part)).toEqual(["甲市东区", "甲市西区"]);
    expect(part.groups[0]?.parents).toEqual(["甲市"]);
    expect(part.excluded).toEqual([{ line: 2, reason: "nested-total", label: "甲市" }]);
    expect([part.rows, total(part, "residents"), total(part, "households")]).toEqual([2, 300, 100]);
  });

  test("leaves it where the parts do not add up", () => {
    const rows = [
      { area: "甲市", figures: [301] },
      { area: "甲市东区", figures: [100] },
      { area: "甲市西区", figures: [200] },
    ];
    expect(names(applyForest(partOf(rows)))).toEqual(["甲市", "甲市东区", "甲市西区"]);
  });

  test("one slip among many columns does not make the unit an observation", () => {
    const rows = [
      { area: "东街道", figures: [300, 100, 31] },
      { area: "一社区", figures: [100, 40, 10] },
      { area: "二社区", figures: [200, 60, 20] },
    ];
    expect(names(applyForest(partOf(rows)))).toHaveLength(3);
    const four = rows.map(({ area, figures }) => ({
      area,
      figures: [figures[0] as number, figures[1] as number],
    }));
    expect(names(applyForest(partOf(four)))).toEqual(["一社区", "二社区"]);
  });

  describe("rows behind the total of the table", () => {
    const total = (line: number, residents: number, label = "合计"): Part["excluded"][number] => ({
      line,
      reason: "total-row",
      label,
      values: new Map([["residents", residents]]),
    });
    // 310 + 420 = 730.
    const table = partOf([
      { area: "甲社区", figures: [310] },
      { area: "乙社区", figures: [420] },
      { area: "临港", figures: [655], place: { line: 5 } },
    ]);

    test("are in doubt where the total leaves them out", () => {
      const { doubts, findings } = applyForest({ ...table, excluded: [total(4, 730)] });
      expect(doubts).toEqual([{ whole: 2, parts: [0, 1] }]);
      expect(findings).toMatchObject([
        { code: "CDJ560", args: { names: ["临港"], count: 1, total: "合计" } },
      ]);
    });

    test.each([
      ["the total is that of a page", [total(4, 730, "本页小计")]],
      ["the total is of all rows, wherever it stands", [total(4, 1385)]],
      ["a total of all stands behind them", [total(4, 730), total(6, 1385)]],
      ["the total is that of a unit", [{ ...total(4, 730), unit: "东街道" }]],
    ])("are none where %s", (_, excluded) => {
      expect(applyForest({ ...table, excluded }).doubts).toBeUndefined();
    });

    test("are areas where the user says so", () => {
      const rule = { rows: "named", name: "临港", are: "area" } as const;
      const part = { ...table, excluded: [total(4, 730)] };
      expect(applyForest(part, { columns: [], rowRules: [rule] }).doubts).toBeUndefined();
    });
  });

  describe("a row at the edge that is nearly the sum of all others", () => {
    const others: readonly [string, number][] = [
      ["松坡", 1240],
      ["竹园", 3010],
      ["梅岭", 2530],
      ["兰溪", 2170],
    ];
    const list = (row: Row, rest: readonly Row[]): Row[][] => [
      [row, ...rest],
      [...rest, row],
    ];
    const rest = others.map(([area, figure]): Row => ({ area, figures: [figure] }));

    test("is an area where it lies in the unit that others lie in", () => {
      const placed = [{ area: "河东片", figures: [9130], parents: ["北区"] }, ...rest].map(
        (row, i): Row => ({ ...row, parents: [i < 3 ? "北区" : "南区"] }),
      );
      expect(applyForest(partOf(placed)).doubts).toBeUndefined();
    });

    // 1,240 + 3,010 + 2,530 + 2,170 = 8,950; the two largest are 5,540. 9,130 is 2 % more.
    test("is in doubt, first or last, and a finding names it", () => {
      for (const rows of list({ area: "河东片", figures: [9130] }, rest)) {
        const { doubts, findings, groups } = applyForest(partOf(rows));
        expect(groups).toHaveLength(5);
        const whole = rows.findIndex(({ area }) => area === "河东片");
        expect(doubts).toEqual([{ whole, parts: [0, 1, 2, 3, 4].filter((row) => row !== whole) }]);
        expect(findings).toMatchObject([
          {
            code: "CDJ540",
            area: "河东片",
            args: { areas: 4, total: 9130, variable: "residents" },
          },
        ]);
      }
    });

    test("is an area where the user says so", () => {
      const part = partOf([{ area: "河东片", figures: [9130] }, ...rest]);
      const rule = { rows: "named", name: "河东片", are: "area" } as const;
      expect(applyForest(part, { columns: [], rowRules: [rule] }).doubts).toBeUndefined();
    });

    const named = (change: (area: string, i: number) => Partial<Row>): Row[] =>
      rest.map((row, i) => ({ ...row, ...change(row.area, i) }));

    test.each<[string, Row, readonly Row[]]>([
      [
        "by its kind",
        { area: "河东社区", figures: [9130] },
        named((area) => ({ area: `${area}社区` })),
      ],
      [
        "by its number",
        { area: "Ward 5", figures: [9130] },
        named((_, i) => ({ area: `Ward ${i + 1}` })),
      ],
      [
        "by its word",
        { area: "Bigwood Parish", figures: [9130] },
        named((_, i) => ({ area: `${"ABCD"[i]} Parish` })),
      ],
      [
        "by its code",
        { area: "河东", code: "6815", figures: [9130] },
        named((_, i) => ({ code: `681${i + 1}` })),
      ],
      [
        "by its level",
        { area: "河东", level: "社区", figures: [9130] },
        named(() => ({ level: "社区" })),
      ],
      // 10,200 is 14 % more than 8,950; 4,700 + 4,350 = 9,050, more than 9,000.
      ["as it is too large", { area: "河东片", figures: [10_200] }, rest],
      [
        "as it is less than two others",
        { area: "河东片", figures: [9000] },
        [
          { area: "松坡", figures: [4700] },
          { area: "竹园", figures: [4350] },
          { area: "梅岭", figures: [110] },
        ],
      ],
    ])("is an area %s", (_, row, those) => {
      for (const rows of list(row, those)) {
        const { doubts, findings } = applyForest(partOf(rows));
        expect([doubts, findings]).toEqual([undefined, []]);
      }
    });

    // 420 + 990 + 810 + 730 = 2,950: one wrong figure does not make two columns miss.
    test("is an area where two columns are no sums, in doubt where one is", () => {
      const households = [420, 990, 810, 730];
      const two = rest.map((row, i) => ({
        ...row,
        figures: [row.figures[0] as number, households[i] as number],
      }));
      for (const rows of list({ area: "河东片", figures: [9130, 2890] }, two))
        expect(applyForest(partOf(rows)).doubts).toBeUndefined();
      for (const rows of list({ area: "河东片", figures: [9130, 2950] }, two))
        expect(applyForest(partOf(rows)).doubts).toHaveLength(1);
    });

    test("is an area where another column is no sum", () => {
      const two = rest.map((row) => ({ ...row, figures: [row.figures[0] as number, 100] }));
      for (const rows of list({ area: "河东片", figures: [9130, 100] }, two))
        expect(applyForest(partOf(rows)).doubts).toBeUndefined();
    });
  });

  test("a city is one of the towns of its county", () => {
    const part = partOf([
      { area: "花山縣", figures: [9417] },
      { area: "花山市", figures: [5306] },
      { area: "吉水鄉", figures: [4111] },
    ]);
    // 5306 + 4111 = 9417.
    expect(names(applyForest(part))).toEqual(["花山市", "吉水鄉"]);
  });

  describe("units that are listed apart from their parts", () => {
    // 2317 + 1784 = 4101, 3029 + 2483 = 5512.
    const wards = [
      { area: "Holgate", figures: [2317] },
      { area: "Fulford", figures: [1784] },
      { area: "Acomb", figures: [3029] },
      { area: "Heworth", figures: [2483] },
    ];

    test.each([
      [
        "before",
        [{ area: "North", figures: [4101] }, { area: "South", figures: [5512] }, ...wards],
      ],
      [
        "behind",
        [...wards, { area: "North", figures: [4101] }, { area: "South", figures: [5512] }],
      ],
    ])("%s them are not counted with them", (_, rows) => {
      const part = applyForest(partOf(rows));
      expect(names(part)).toEqual(["Holgate", "Fulford", "Acomb", "Heworth"]);
      expect(part.groups[2]?.parents).toEqual(["South"]);
      expect(part.findings).toMatchObject([{ code: "CDJ518" }]);
    });

    test("in another order are in doubt, unless the figures leave just one reading", () => {
      const south = { area: "河口区", figures: [5512] };
      const north = { area: "云山区", figures: [4101] };
      const a = { area: "甲街道", figures: [2317] };
      const b = { area: "乙街道", figures: [1784] };
      const c = { area: "丙街道", figures: [3029] };
      const d = { area: "丁街道", figures: [2483] };
      const doubtful = applyForest(partOf([a, south, c, b, north, d]));
      expect(doubtful.doubts?.length).toBeGreaterThan(0);
      expect(doubtful.findings.length).toBeGreaterThan(0);
      // 云山区 is the sum of the two below it, 河口区 of the two that are left over.
      expect(names(applyForest(partOf([south, north, a, b, c, d])))).toEqual(
        [a, b, c, d].map(({ area }) => area),
      );
    });

    test("are areas like the others where their sum is another, or of small figures", () => {
      const off = [
        { area: "North", figures: [4102] },
        { area: "South", figures: [5512] },
        ...wards,
      ];
      expect(applyForest(partOf(off))).toMatchObject({ findings: [] });
      const small = [3, 3, 1, 2, 1, 2].map((n, i) => ({ area: `Ward ${i}`, figures: [n] }));
      expect(applyForest(partOf(small))).toMatchObject({ findings: [] });
    });
  });

  test("a row without figures that names the unit of others is a heading", () => {
    const part = partOf([
      { area: "North", figures: [] },
      { area: "Holgate", parents: ["North"], figures: [2317] },
      { area: "South", parents: ["North"], figures: [] },
    ]);
    const residents = new Column();
    residents.add(1, 2317);
    const read = applyForest({ ...part, quantities: new Map([["residents", residents]]) });
    // South names no unit of others: an area of which nothing is known.
    expect(names(read)).toEqual(["Holgate", "South"]);
    expect(read.excluded).toMatchObject([{ reason: "title", label: "North" }]);
  });

  test("keeps periods apart", () => {
    const rows = ["2022", "2023"].flatMap((period, k) => [
      { area: "甲市", period, figures: [300 + 30 * k] },
      { area: "甲市东区", period, figures: [100 + 10 * k] },
      { area: "甲市西区", period, figures: [200 + 20 * k] },
    ]);
    const part = applyForest(partOf(rows));
    expect([part.rows, total(part, "residents"), part.excluded.map(({ line }) => line)]).toEqual([
      4,
      630,
      [2, 5],
    ]);
  });

  test("figures rounded to 万 with two decimals may be off by their rounding", () => {
    // 1.23 + 2.34 + 0.46 = 4.03 万, written 4.02: three roundings and its own, at most 4 × 50 = 200 persons.
    const rows = [
      { area: "甲市", figures: [40_200] },
      { area: "甲市东区", figures: [12_300] },
      { area: "甲市西区", figures: [23_400] },
      { area: "甲市南区", figures: [4600] },
    ];
    const column = {
      index: 1,
      header: "常住人口（万人）",
      role: {
        is: "quantity",
        quantity: "residents",
        rules: { unit: "person", kind: "count", exponent: 4, noneMeans: "missing" },
      },
    } as const;
    expect(names(applyForest(partOf(rows), { columns: [column] }))).toEqual([
      "甲市东区",
      "甲市西区",
      "甲市南区",
    ]);
    // Written out, figures are taken at their word.
    expect(names(applyForest(partOf(rows)))).toHaveLength(4);
  });

  test("a table of nothing but one unit and another of the same figures is left alone", () => {
    const rows = [
      { area: "新村", figures: [300] },
      { area: "新村二", figures: [300] },
    ];
    expect(names(applyForest(partOf(rows)))).toEqual(["新村", "新村二"]);
  });
});

test("whatever the levels, the sum over what is left is that of the smallest units", () => {
  const leaf = fc.integer({ min: 1, max: 5000 });
  const district = fc.array(fc.array(leaf, { minLength: 2, maxLength: 5 }), {
    minLength: 2,
    maxLength: 4,
  });
  fc.assert(
    fc.property(district, (streets) => {
      const rows: Row[] = [];
      const sum = (figures: readonly number[]): number => figures.reduce((a, b) => a + b, 0);
      rows.push({ area: "某区", code: "320000", figures: [sum(streets.flat())] });
      streets.forEach((communities, s) => {
        rows.push({ area: `第${s}街道`, code: `320${s + 1}00`, figures: [sum(communities)] });
        communities.forEach((figure, c) => {
          rows.push({
            area: `第${s}街道第${c}社区`,
            code: `320${s + 1}0${c + 1}`,
            figures: [figure],
          });
        });
      });
      const part = applyForest(partOf(rows));
      expect(total(part, "residents")).toBe(sum(streets.flat()));
      expect(part.rows + part.excluded.length).toBe(rows.length);
    }),
  );
});

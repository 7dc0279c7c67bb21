import fc from "fast-check";
import { expect, test } from "vitest";
import { streamEngine } from "../../../src/engines/tally/stream-engine.ts";
import { decide } from "../../../src/intake/decide.ts";
import { memorySource } from "../../../src/intake/files/source.ts";

/**
 * Surveys made from the grammar of heads: populations with breakdowns that close, each breakdown beside its whole, the populations in any order.
 * What is printed must be the figure that the survey was made with, or nothing and a finding.
 */
interface Population {
  /** As the totals call it; undefined for people of whom no parts are kept. */
  readonly of?: "residents" | "members";
  readonly heads: readonly string[];
  readonly most: number;
  readonly ages: readonly (readonly [head: string, id: string])[];
}
interface Language {
  readonly area: string;
  readonly male: readonly string[];
  readonly female: readonly string[];
  readonly names: readonly string[];
  readonly populations: readonly Population[];
}

const small = [
  ["35岁以下", "35_under"],
  ["36-59岁", "36_59"],
  ["60岁以上", "60_plus"],
] as const;
const traditional = small.map(([head, id]) => [head.replace("岁", "歲"), id] as const);
const plain = [
  ["35 and under", "35_under"],
  ["36-59", "36_59"],
  ["60 & over", "60_plus"],
] as const;

const languages: readonly Language[] = [
  {
    area: "社区",
    male: ["男", "男性"],
    female: ["女", "女性"],
    names: ["东社区", "西社区", "南社区", "北社区", "中社区"],
    populations: [
      {
        of: "residents",
        heads: ["常住人口", "人口数", "总人口"],
        most: 9000,
        ages: [
          ["0-14岁", "0_14"],
          ["15-59岁", "15_59"],
          ["60岁以上", "60_plus"],
        ],
      },
      { of: "members", heads: ["党员数", "党员总数"], most: 300, ages: small },
      { heads: ["社区工作者", "工作人员数"], most: 40, ages: small },
      { heads: ["残疾人", "志愿者人数"], most: 200, ages: small },
      { heads: ["网格员", "特困人员", "参保人数"], most: 2000, ages: small },
    ],
  },
  {
    area: "村里",
    male: ["男", "男性"],
    female: ["女", "女性"],
    names: ["東里", "西里", "南里", "北里", "中里"],
    populations: [
      {
        of: "residents",
        heads: ["人口數", "總人口"],
        most: 6000,
        ages: [
          ["0-14歲", "0_14"],
          ["15-64歲", "15_64"],
          ["65歲以上", "65_plus"],
        ],
      },
      { of: "members", heads: ["黨員數"], most: 200, ages: traditional },
      { heads: ["身心障礙者", "志工"], most: 300, ages: traditional },
      { heads: ["新住民", "獨居人數"], most: 300, ages: traditional },
    ],
  },
  {
    area: "Ward",
    male: ["Male", "Men", "Males"],
    female: ["Female", "Women", "Females"],
    names: ["Ashby", "Oakby", "Elmby", "Beechby", "Larchby"],
    populations: [
      {
        of: "residents",
        heads: ["Population", "Usual residents", "All persons"],
        most: 9000,
        ages: [
          ["Under 15", "0_14"],
          ["15 to 64", "15_64"],
          ["65 & over", "65_plus"],
        ],
      },
      { of: "members", heads: ["Party members"], most: 300, ages: plain },
      { heads: ["Community workers", "Volunteers"], most: 60, ages: plain },
      { heads: ["Vaccinated", "Disabled persons"], most: 2000, ages: plain },
    ],
  },
];

interface Column {
  readonly head: string;
  readonly figures: readonly number[];
  /** Totals that this column may be printed as; none where its people have no parts. */
  readonly id?: string;
}

/** Splits a whole into so many parts by shares. */
function split(whole: number, shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const parts = shares.slice(0, -1).map((share) => Math.floor((whole * share) / total));
  return [...parts, whole - parts.reduce((sum, part) => sum + part, 0)];
}

const shares = (length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 5, max: 60 }), { minLength: length, maxLength: length });

const group = (
  { of, heads, most, ages }: Population,
  { male, female }: Language,
  areas: number,
): fc.Arbitrary<Column[]> =>
  fc
    .record({
      head: fc.nat(),
      sexes: fc.nat(),
      wholes: fc.array(fc.integer({ min: Math.ceil(most / 3), max: most }), {
        minLength: areas,
        maxLength: areas,
      }),
      bySex: fc.option(fc.array(shares(2), { minLength: areas, maxLength: areas })),
      byAge: fc.option(fc.array(shares(ages.length), { minLength: areas, maxLength: areas })),
      wholeLast: fc.boolean(),
    })
    .map(({ head, sexes, wholes, bySex, byAge, wholeLast }) => {
      const id = (part: string): { id?: string } => (of ? { id: `${of}_${part}` } : {});
      const columns = (
        parts: readonly (readonly [string, string])[],
        by: readonly (readonly number[])[] | null,
      ): Column[] => {
        if (!by) return [];
        const splits = wholes.map((whole, i) => split(whole, by[i] as number[]));
        return parts.map(([name, part], p) => ({
          head: name,
          figures: splits.map((own) => own[p] as number),
          ...id(part),
        }));
      };
      const s = sexes % male.length;
      const parts = [
        ...columns(
          [
            [male[s] as string, "male"],
            [female[s] as string, "female"],
          ],
          bySex,
        ),
        ...columns(
          ages.map(([name, part]) => [
            name,
            of === "residents" ? part.replace(/^35_under$/u, "0_35") : part,
          ]),
          byAge,
        ),
      ];
      const whole: Column = {
        head: heads[head % heads.length] as string,
        figures: wholes,
        ...(of && { id: of }),
      };
      return wholeLast ? [...parts, whole] : [whole, ...parts];
    });

const survey = fc
  .record({ language: fc.constantFrom(...languages), areas: fc.integer({ min: 3, max: 5 }) })
  .chain(({ language, areas }) =>
    fc
      .shuffledSubarray([...language.populations], { minLength: 1 })
      .chain((chosen) => fc.tuple(...chosen.map((one) => group(one, language, areas))))
      .map((groups) => ({ language, areas, columns: groups.flat() })),
  );

interface Read {
  readonly totals: ReadonlyMap<string, number>;
  readonly findings: number;
}

async function read({
  language,
  areas,
  columns,
}: {
  language: Language;
  areas: number;
  columns: readonly Column[];
}): Promise<Read> {
  const text = [
    [language.area, ...columns.map(({ head }) => head)],
    ...language.names
      .slice(0, areas)
      .map((name, i) => [name, ...columns.map(({ figures }) => figures[i])]),
  ]
    .map((row) => row.join(","))
    .join("\n");
  const source = memorySource("table.csv", Buffer.from(`${text}\n`));
  const { plan, findings } = await decide(source);
  const { groups, quantities } = await streamEngine.scan(source, { plan, findingsPerCode: 10 });
  const totals = new Map<string, number>();
  for (const [id, column] of quantities) {
    const figures = groups.map((_, i) => column.at(i)).filter((at) => at !== undefined);
    if (figures.length > 0)
      totals.set(
        id,
        figures.reduce((sum, at) => sum + (at as { value: number }).value, 0),
      );
  }
  return { totals, findings: findings.length };
}

const sum = (figures: readonly number[]): number => figures.reduce((a, b) => a + b, 0);
const isPart = (id: string): boolean => /^(?:residents|members)(?:_|$)/u.test(id);

test("a total is that of the people it names, or is absent with a finding", async () => {
  await fc.assert(
    fc.asyncProperty(survey, async (made) => {
      const { totals, findings } = await read(made);
      const truth = new Map(
        made.columns.flatMap(({ id, figures }) => (id ? [[id, sum(figures)] as const] : [])),
      );
      for (const [id, total] of totals)
        if (isPart(id)) expect([id, total]).toEqual([id, truth.get(id)]);
      if ([...truth.keys()].some((id) => !totals.has(id))) expect(findings).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

test("with one figure changed, no part is counted as that of other people", async () => {
  await fc.assert(
    fc.asyncProperty(
      survey,
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 4 }),
      async (made, c, r, by) => {
        const column = c % made.columns.length;
        const row = r % made.areas;
        const changed = made.columns.map((own, i) =>
          i === column
            ? {
                ...own,
                figures: own.figures.map((figure, k) => (k === row ? figure + by : figure)),
              }
            : own,
        );
        const { totals, findings } = await read({ ...made, columns: changed });
        const truth = new Map(
          changed.flatMap(({ id, figures }) => (id ? [[id, sum(figures)] as const] : [])),
        );
        for (const [id, total] of totals)
          if (isPart(id)) expect([id, total]).toEqual([id, truth.get(id)]);
        if ([...truth.keys()].some((id) => !totals.has(id))) expect(findings).toBeGreaterThan(0);
      },
    ),
    { numRuns: 300 },
  );
});

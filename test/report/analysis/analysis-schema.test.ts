import Ajv from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import {
  analysisJsonSchema,
  analysisSchema,
} from "../../../src/report/analysis/analysis-schema.ts";
import { cdj, words } from "../../cli/run.ts";

const norms =
  "--norm js-jintan-2007-office,js-cz-2007-workers,cn-rclaw-2025-scale,ccp-general-branch,ccp-committee";
const four = ["households", "members-by-age", "office-space", "funding"]
  .map((name) => `fixtures/town-four-files/${name}.csv`)
  .join(" ");

const commands = [
  "fixtures/town-2007.csv",
  `fixtures/town-2007.csv ${norms} --by street`,
  `fixtures/town-2007.csv --norm wage_ratio=60 --by 产权性质`,
  `fixtures/community-2009.csv ${norms}`,
  `fixtures/county-town.csv --norm office_area=300..500`,
  `fixtures/town-2007-gb18030.csv --lang zh-TW`,
  `${four} ${norms}`,
  "fixtures/town-2007.csv --distribution --by street",
  "fixtures/community-2009.csv --distribution residents,workers_per_1000",
  "fixtures/faults/duplicate-area.csv",
  "fixtures/faults/text-in-number.csv",
  "fixtures/faults/negative-count.csv",
  "fixtures/faults/fractional-count.csv",
  "fixtures/faults/total-row.csv",
  "fixtures/faults/no-area-column.csv --map 填报者=area",
];

const twoPeriods =
  "社区名称,年份,户数,常住人口\n社区01,2006,1000,3000\n社区01,2007,1100,3100\n社区02,2007,约900,2万多\n";

async function report(command: string, stdin?: string): Promise<unknown> {
  const run = await cdj(
    ["analyze", ...words(command), "--format", "json"],
    stdin === undefined ? {} : { stdin },
  );
  expect(run.code, run.stderr).toBe(0);
  return JSON.parse(run.stdout);
}

const validate = new Ajv({ strict: false }).compile(analysisJsonSchema() as object);

function expectValid(data: unknown): void {
  const { error } = analysisSchema.safeParse(data);
  expect(error?.issues ?? []).toEqual([]);
  validate(data);
  expect(validate.errors ?? []).toEqual([]);
}

describe.concurrent("what the program prints keeps the contract", () => {
  test.each(commands)("analyze %s", async (command) => {
    expectValid(await report(command));
  });

  test("several periods, approximate figures and intervals from standard input", async () => {
    const data = await report("- --period all", twoPeriods);
    expectValid(data);
    expect(JSON.stringify(data)).toContain('"approximate":true');
    expect(JSON.stringify(data)).toContain('"highOpen":true');
  });
});

describe("the contract refuses", () => {
  let sound: Record<string, unknown[]>;
  beforeAll(async () => {
    sound = (await report("fixtures/county-town.csv")) as Record<string, unknown[]>;
  });

  const broken: [string, (data: Record<string, unknown[]>) => unknown][] = [
    ["a key that it does not know", (data) => ({ ...data, extra: 1 })],
    ["a missing part", ({ areas: _, ...rest }) => rest],
    [
      "a figure that is neither a value nor an interval nor absent",
      (data) => ({ ...data, indicators: [{ ...(data.indicators?.[0] as object), value: null }] }),
    ],
    [
      "a reason that has no words",
      (data) => ({
        ...data,
        totals: [
          {
            variable: "residents",
            unit: "person",
            absent: "unknown",
            coverage: { areas: 0, of: 1 },
          },
        ],
      }),
    ],
  ];

  test.each(broken)("%s", (_, breaking) => {
    const data = breaking(sound);
    expect(analysisSchema.safeParse(data).success).toBe(false);
    expect(validate(data)).toBe(false);
  });
});

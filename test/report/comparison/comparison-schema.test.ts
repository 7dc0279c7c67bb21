import Ajv from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import {
  comparisonJsonSchema,
  comparisonSchema,
} from "../../../src/report/comparison/comparison-schema.ts";
import { cdj, words } from "../../cli/run.ts";

const town = "fixtures/town-2006-2007.csv";
const commands = [
  town,
  `${town} --by street --norm office_area=500,js-cz-2007-workers --lang en`,
  "fixtures/merge-split.csv",
  "fixtures/merge-split.csv --concordance fixtures/merge-split-concordance.csv --variable residents,monthly_wage",
  "fixtures/bases/2022.csv fixtures/bases/2023.csv",
  "fixtures/no-period/before.csv fixtures/no-period/after.csv --from 2022 --to 2024",
];
const uncertain =
  "社区名称,年份,户数,常住人口\n甲,2006,约1000,3万多\n乙,2006,0,900\n甲,2007,1100,3.1万\n乙,2007,10,\n";

const validate = new Ajv({ strict: false }).compile(comparisonJsonSchema() as object);

async function comparison(command: string, stdin?: string): Promise<Record<string, unknown>> {
  const run = await cdj(
    ["compare", ...words(command), "--format", "json"],
    stdin === undefined ? {} : { stdin },
  );
  expect(run.code, run.stderr).toBe(0);
  return JSON.parse(run.stdout) as Record<string, unknown>;
}

function expectValid(data: unknown): void {
  expect(comparisonSchema.safeParse(data).error?.issues ?? []).toEqual([]);
  validate(data);
  expect(validate.errors ?? []).toEqual([]);
}

describe.concurrent("what the program prints keeps the contract", () => {
  test.each(commands)("compare %s", async (command) => {
    expectValid(await comparison(command));
  });

  test("approximate figures, intervals and bases of 0", async () => {
    const data = await comparison("-", uncertain);
    expectValid(data);
    const text = JSON.stringify(data);
    for (const part of [
      '"approximate":true',
      '"high":',
      '"absent":"zero-denominator"',
      '"areas-without"',
    ])
      expect(text).toContain(part);
  });
});

test("the contract refuses a key that it does not know, and a missing part", async () => {
  const { scope, ...rest } = await comparison(town);
  expect(comparisonSchema.safeParse(rest).success).toBe(false);
  expect(comparisonSchema.safeParse({ ...rest, scope, extra: 1 }).success).toBe(false);
  expect(validate(rest)).toBe(false);
});

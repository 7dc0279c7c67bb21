import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { applyForest } from "../../src/areas/forest/apply-forest.ts";
import type { Part } from "../../src/engines/engine.ts";
import { streamEngine } from "../../src/engines/tally/stream-engine.ts";
import { type Decision, decide, type IntakeOptions } from "../../src/intake/decide.ts";
import { memorySource } from "../../src/intake/files/source.ts";
import type { PlannedColumn } from "../../src/intake/plan.ts";
import { eachRecord } from "../../src/intake/records/each-record.ts";
import { CdjError } from "../../src/survey/error.ts";

/*
 * fixtures/oddities: a table with one oddity, named after it, and beside it what is to be decided about it. Only what is named there is compared:
 * totals are sums of the figures in the file; a finding is its code, its line and, where given, its column.
 */
const folder = fileURLToPath(new URL("../../fixtures/oddities/", import.meta.url));
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".csv"))
  .map((file) => file.slice(0, -4))
  .sort();

interface Expected {
  readonly options?: IntakeOptions;
  readonly problem?: string;
  readonly headless?: {
    readonly headerLines: number;
    readonly rows: number;
    readonly width: number;
  };
  readonly [key: string]: unknown;
}

async function read(
  name: string,
  options: IntakeOptions,
): Promise<Decision & { part: Part; body: number }> {
  const source = memorySource(`${name}.csv`, readFileSync(`${folder}${name}.csv`));
  const decision = await decide(source, options);
  const part = applyForest(
    await streamEngine.scan(source, { plan: decision.plan, findingsPerCode: 100 }),
  );
  let body = 0;
  await eachRecord(source, decision.plan, (_, isBody) => {
    if (isBody) body++;
  });
  return { ...decision, part, body };
}

const idOf = ({ role }: PlannedColumn): string | null =>
  role.is === "quantity" ? role.quantity : role.is === "key" ? role.key : null;

/** What was decided and read, under the names that the expectations use. */
function facts({ plan, findings, part }: Decision & { part: Part }): Record<string, unknown> {
  const total = (quantity: string): number => {
    const column = part.quantities.get(quantity);
    const figures = part.groups.map((_, i) => column?.at(i) ?? ({ absent: "no-data" } as const));
    return figures.reduce<number>((sum, figure) => sum + ("value" in figure ? figure.value : 0), 0);
  };
  return {
    encoding: plan.encoding,
    bom: plan.bom,
    ...plan.dialect,
    decimalComma: plan.decimalComma,
    tables: plan.tables.length,
    preambleLines: plan.preambleLines,
    preamble: plan.preamble.map(({ line, reason }) => [line, reason]),
    headerLines: plan.headerLines,
    period: plan.period,
    columns: Object.fromEntries(plan.columns.map((column) => [column.header, idOf(column)])),
    identity: Object.fromEntries(
      plan.columns.flatMap(({ header, identity }) => (identity ? [[header, identity]] : [])),
    ),
    rows: part.rows,
    areas: new Set(
      part.groups.map(({ code, area, parents }) => code ?? [...parents, area].join("/")),
    ).size,
    areaNames: part.groups.map(({ area }) => area),
    parents: Object.fromEntries(part.groups.map(({ area, parents }) => [area, parents])),
    periods: [...new Set(part.groups.flatMap(({ period }) => period ?? []))].sort(),
    excluded: part.excluded.map(({ line, reason }) => [line, reason]),
    findings: [...findings, ...part.findings].map(({ code, place }) => [
      code,
      place.line,
      place.column,
    ]),
    totals: Object.fromEntries(
      [...part.quantities.keys()].map((quantity) => [
        quantity,
        Number(total(quantity).toPrecision(12)),
      ]),
    ),
  };
}

function expectFacts(actual: Record<string, unknown>, expected: Expected): void {
  for (const [key, value] of Object.entries(expected)) {
    if (key === "options") continue;
    if (key === "findings") {
      const found = (actual.findings as (string | number | undefined)[][]).map((finding, i) =>
        finding.slice(0, ((value as unknown[][])[i] ?? finding).length),
      );
      expect(found, key).toEqual(value);
    } else if (["columns", "totals", "parents", "identity"].includes(key))
      expect(actual[key], key).toMatchObject(value as object);
    else expect(actual[key], key).toEqual(value);
  }
}

describe.each(names)("%s", (name) => {
  const expected = JSON.parse(readFileSync(`${folder}${name}.json`, "utf8")) as Expected;

  test("is read as expected", async () => {
    if (expected.problem !== undefined) {
      const error = await decide(
        memorySource(`${name}.csv`, readFileSync(`${folder}${name}.csv`)),
      ).catch((e: unknown) => e);
      expect((error as CdjError).problem).toBe(expected.problem);
      return;
    }
    const result = await read(name, expected.options ?? {});
    expectFacts(facts(result), expected);
  });

  test("no row is lost: rows in = observations + rows set aside", async () => {
    const { plan, part, body } = await read(name, { ...expected.options, headless: true });
    const setAside = part.excluded.reduce((sum, { rows = 1 }) => sum + rows, 0);
    expect(part.rows + setAside).toBe(body);
    if (expected.headless) {
      expect({
        headerLines: plan.headerLines,
        rows: part.rows,
        width: plan.columns.length,
      }).toEqual(expected.headless);
    }
  });
});

test("every expectation has its table", () => {
  const expectations = readdirSync(folder).filter((file) => file.endsWith(".json"));
  expect(expectations.map((file) => file.slice(0, -5)).sort()).toEqual(names);
  expect(new CdjError("no-header").name).toBe("CdjError");
});

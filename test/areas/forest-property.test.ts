import fc from "fast-check";
import { expect, test } from "vitest";
import { totalOf } from "../../src/analysis/analyse.ts";
import { join } from "../../src/areas/join.ts";
import { withSeverity } from "../../src/checks/index.ts";
import { memorySource } from "../../src/intake/files/source.ts";
import { judge } from "../../src/judging/judge.ts";
import { planTables, readTable } from "../../src/program/reading/read-table.ts";
import { forest, isTold, layout, print, type Unit } from "./printed-forests.ts";

const ids = ["households", "residents", "members"];
const english = ["households", "residents", "workers"];

interface Read {
  readonly totals: readonly (number | undefined)[];
  /** Findings that a reader cannot overlook. */
  readonly told: readonly string[];
}

/** The totals of a table as the program computes them, and what it says. */
async function read(text: string, quantities: readonly string[]): Promise<Read> {
  const source = memorySource("table.csv", new TextEncoder().encode(`${text}\n`));
  const { tables } = await planTables(source, {});
  const [table] = tables;
  if (!table) return { totals: [], told: ["none"] };
  const { part, findings, read: of } = await readTable(table, {});
  const joined = join([{ file: "table.csv", part }]);
  const { survey } = joined;
  const all = survey.observations.map((_, i) => i);
  const judged = judge(survey, [
    { ...(joined.files[0] as (typeof joined.files)[0]), plan: of.plan },
  ]);
  return {
    totals: quantities.map((id) => {
      const { value } = totalOf(survey, all, id);
      return "value" in value ? value.value : undefined;
    }),
    told: [...withSeverity([...findings, ...joined.findings]), ...judged.findings].flatMap(
      ({ severity, code }) => (severity === "note" ? [] : [code]),
    ),
  };
}

const sumOf = (units: readonly Unit[], column: number): number =>
  units.reduce((total, unit) => total + (unit.figures[column] as number), 0);

const shape = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([levels, columns]) => fc.tuple(forest(levels, columns), layout, fc.constant(columns)));

test("the total of any printed forest is that of its communities, or absent with a finding", {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(shape, async ([units, of, columns]) => {
      if (!isTold(of, columns)) return;
      const text = print(units, of);
      const quantities = (of.language === "en" ? english : ids).slice(0, columns);
      const { totals, told } = await read(text, quantities);
      quantities.forEach((id, column) => {
        const total = totals[column];
        if (total === undefined) expect(told, `${id} is absent\n${text}`).not.toEqual([]);
        else expect(total, `${id}\n${text}\n${told.join()}`).toBe(sumOf(units, column));
      });
    }),
    { numRuns: Number(process.env.FORESTS ?? 100) },
  );
});

/** The table with one figure of its rows of units changed by so much. */
function changed(text: string, at: number, by: number, rows: number): string {
  const lines = text.split("\n");
  const cells = lines.flatMap((line, row) =>
    row === 0 || row > rows
      ? []
      : line.split(",").flatMap((cell, field) => (/^\d{3,}$/.test(cell) ? [{ row, field }] : [])),
  );
  const cell = cells[at % cells.length];
  if (!cell) return text;
  const fields = (lines[cell.row] as string).split(",");
  fields[cell.field] = String(Number(fields[cell.field]) + by);
  lines[cell.row] = fields.join(",");
  return lines.join("\n");
}

test("where one figure of a forest is changed, that is told or nothing is added up", {
  timeout: 120_000,
}, async () => {
  const change = fc.record({ at: fc.nat(500), by: fc.integer({ min: 1, max: 200 }) });
  await fc.assert(
    fc.asyncProperty(shape, change, async ([units, of, columns], { at, by }) => {
      const levels = units.some(({ parts }) => parts.length > 0);
      if (!isTold(of, columns) || (!levels && of.whole === "none")) return;
      const sound = print(units, of);
      const rows = sound.split("\n").length - 1 - (of.derived ? 2 : 0);
      const text = changed(sound, at, by, rows);
      const quantities = (of.language === "en" ? english : ids).slice(0, columns);
      const { totals, told } = await read(text, quantities);
      const isRight = totals.every((total, column) => total === sumOf(units, column));
      const isAbsent = totals.every((total) => total === undefined);
      expect(
        isRight || isAbsent || told.length > 0,
        `${text}\n${totals.join()} ${told.join()}`,
      ).toBe(true);
    }),
    { numRuns: Number(process.env.FORESTS ?? 100) },
  );
});

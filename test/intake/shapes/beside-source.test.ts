import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { streamEngine } from "../../../src/engines/tally/stream-engine.ts";
import { decide } from "../../../src/intake/decide.ts";
import { memorySource } from "../../../src/intake/files/source.ts";
import { asBlocksBelow } from "../../../src/intake/shapes/beside-source.ts";
import type { WholeTable } from "../../../src/intake/shapes/rewritten.ts";
import { asTable, wholeTableOf } from "../../../src/intake/shapes/table-taken-out.ts";

/** A table small enough to be told whole. */
const whole = async (...from: Parameters<typeof wholeTableOf>): Promise<WholeTable> =>
  (await wholeTableOf(...from)) as WholeTable;

describe("a list in blocks beside each other", () => {
  test("is read whole, each block below the one before", async () => {
    const bytes = readFileSync(
      new URL("../../../fixtures/shapes/blocks-beside-each-other.csv", import.meta.url),
    );
    const { source } = await asTable(memorySource("table.csv", bytes));
    const { plan } = await decide(source);
    const { groups, quantities } = await streamEngine.scan(source, { plan, findingsPerCode: 10 });
    expect(plan.madeFrom).toEqual({ is: "beside", blocks: 2 });
    expect(
      groups.map(({ area }, i) => [
        area,
        quantities.get("households")?.at(i),
        quantities.get("residents")?.at(i),
      ]),
    ).toEqual([
      ["清河社区", { value: 1120 }, { value: 3120 }],
      ["北苑社区", { value: 800 }, { value: 2210 }],
      ["南湾社区", { value: 900 }, { value: 2500 }],
    ]);
    // 南湾社区 stands in line 3, behind `1,清河社区,1120,3120,,3,`: 20 characters.
    expect(source.origin?.locate?.(groups[2]?.place.line as number, 2)).toEqual({
      line: 3,
      field: 7,
      column: 21,
    });
  });

  test("of a county is read whole too", async () => {
    const rows = Array.from(
      { length: 2000 },
      (_, i) => `第${i}社区,900,2700,第${i + 2000}社区,800,2400\n`,
    ).join("");
    const { source } = await asTable(
      memorySource("table.csv", Buffer.from(`社区名称,户数,人口,社区名称,户数,人口\n${rows}`)),
    );
    const { groups } = await streamEngine.scan(source, {
      plan: (await decide(source)).plan,
      findingsPerCode: 10,
    });
    expect(groups.length).toBe(4000);
  });

  test.each([
    ["two columns of areas under different heads", "街道,社区,户数\n东街道,清河社区,10\n"],
    ["the same heads without an area in each", "社区,户数,人口,户数,人口\n清河社区,1,2,3,4\n"],
    ["blocks that differ", "社区,户数,社区,人口\n清河社区,1,北苑社区,4\n"],
    ["one block", "社区,户数\n清河社区,1\n"],
  ])("%s is none", async (_, text) => {
    expect(
      asBlocksBelow(await whole(memorySource("table.csv", Buffer.from(text)))),
    ).toBeUndefined();
  });
});

import { describe, expect, test } from "vitest";
import { comparableName } from "../../src/analysis/area-names.ts";
import { join } from "../../src/analysis/join.ts";
import type { Part } from "../../src/engines/engine.ts";
import { streamEngine } from "../../src/engines/stream.ts";
import { decide } from "../../src/intake/decide.ts";
import { memorySource } from "../../src/intake/source.ts";

async function read(file: string, text: string): Promise<{ file: string; part: Part }> {
  const source = memorySource(file, Buffer.from(text));
  const { plan } = await decide(source);
  return { file, part: await streamEngine.scan(source, { plan, findingsPerCode: 10 }) };
}

describe("areas of several files", () => {
  test.each(["城东 社区", "城東社區", "城东社区\u200b", "城东　社区"])(
    "%j is 城东社区, and a finding unless only an invisible character tells them apart",
    async (spelling) => {
      const { survey, findings } = join([await read("a.csv", "社区名称,常住人口\n城东社区,100\n"), await read("b.csv", `社区名称,党员数\n${spelling},5\n`)]);
      expect(survey.observations.map(({ area }) => area.name)).toEqual(["城东社区"]);
      expect([survey.series("residents").at(0), survey.series("members").at(0)]).toEqual([{ value: 100 }, { value: 5 }]);
      const near = spelling.includes("\u200b") ? [] : [{ code: "CDJ530", place: { file: "b.csv", line: 2 }, args: { area: spelling, other: "城东社区" } }];
      expect(findings).toMatchObject(near);
      expect(findings).toHaveLength(near.length);
    },
  );

  test("names that differ in a character are two areas", async () => {
    const { survey, findings } = join([await read("a.csv", "社区名称,常住人口\n城东社区,100\n"), await read("b.csv", "社区名称,党员数\n城西社区,5\n")]);
    expect(survey.observations).toHaveLength(2);
    expect(findings).toEqual([]);
  });

  test("two spellings within one table stay two areas", async () => {
    const { survey } = join([
      await read("a.csv", "社区名称,常住人口\n城东社区,100\n城东 社区,200\n"),
      await read("b.csv", "社区名称,党员数\n城东社区,5\n城东 社区,6\n"),
    ]);
    expect(survey.observations.map(({ area }) => area.name)).toEqual(["城东社区", "城东 社区"]);
  });
});

test("a comparable name is the same for width, script, blanks and case", () => {
  expect(new Set(["鳳凰橋社區 1", "凤凰桥社区１", "鳳凰橋社區・1"].map(comparableName)).size).toBe(1);
  expect(comparableName("Ward A")).toBe(comparableName("WARD a"));
  expect(comparableName("东门社区")).not.toBe(comparableName("东关社区"));
});

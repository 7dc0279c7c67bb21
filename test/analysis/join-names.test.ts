import { describe, expect, test } from "vitest";
import { comparableName } from "../../src/areas/area-names.ts";
import { join } from "../../src/areas/join.ts";
import type { Part } from "../../src/engines/engine.ts";
import { streamEngine } from "../../src/engines/tally/stream-engine.ts";
import { decide } from "../../src/intake/decide.ts";
import { memorySource } from "../../src/intake/files/source.ts";

async function read(file: string, text: string): Promise<{ file: string; part: Part }> {
  const source = memorySource(file, Buffer.from(text));
  const { plan } = await decide(source);
  return { file, part: await streamEngine.scan(source, { plan, findingsPerCode: 10 }) };
}

describe("areas of several files", () => {
  test.each(["城东 社区", "城東社區", "城东社区\u200b", "城东　社区"])(
    "%j is 城东社区, and a finding unless only an invisible character tells them apart",
    async (spelling) => {
      const { survey, findings } = join([
        await read("a.csv", "社区名称,常住人口\n城东社区,100\n"),
        await read("b.csv", `社区名称,党员数\n${spelling},5\n`),
      ]);
      expect(survey.observations.map(({ area }) => area.name)).toEqual(["城东社区"]);
      expect([survey.series("residents").at(0), survey.series("members").at(0)]).toEqual([
        { value: 100 },
        { value: 5 },
      ]);
      const near = spelling.includes("\u200b")
        ? []
        : [
            {
              code: "CDJ530",
              place: { file: "b.csv", line: 2 },
              args: { area: spelling, other: "城东社区" },
            },
          ];
      expect(findings).toMatchObject(near);
      expect(findings).toHaveLength(near.length);
    },
  );

  test("a file without a period is named where the others have several, and joins where they have one", async () => {
    const members = await read("b.csv", "社区名称,党员数\n城东社区,5\n");
    const several = join([
      await read("a.csv", "年份,社区名称,户数\n2022,城东社区,100\n2023,城东社区,110\n"),
      members,
    ]);
    expect(several.findings).toEqual([
      {
        code: "CDJ535",
        place: { file: "b.csv", line: 2 },
        args: { file: "b.csv", periods: ["2022", "2023"] },
      },
    ]);
    const one = join([await read("a.csv", "年份,社区名称,户数\n2023,城东社区,110\n"), members]);
    expect(one.findings).toEqual([]);
    expect(one.survey.series("members").at(0)).toEqual({ value: 5 });
  });

  test("a name that fits two parents is told, and stays an area of its own", async () => {
    const streets = await read(
      "a.csv",
      "街道,社区名称,户数\n东街,中心社区,100\n西街,中心社区,200\n",
    );
    const { survey, findings } = join([
      streets,
      await read("b.csv", "社区名称,党员数\n中心社区,50\n"),
    ]);
    expect(findings).toMatchObject([
      {
        code: "CDJ536",
        place: { file: "b.csv", line: 2 },
        args: { area: "中心社区", parents: ["东街", "西街"] },
      },
    ]);
    expect(survey.observations).toHaveLength(3);
  });

  test("areas under one code are told apart by their names", async () => {
    const { survey } = join([
      await read(
        "a.csv",
        "社区代码,社区名称,户数\n1,城东社区,100\n1,城西社区,200\n2,城南社区,300\n3,城北社区,400\n",
      ),
    ]);
    expect(survey.observations.map(({ area }) => [area.code, area.name])).toEqual([
      [null, "城东社区"],
      [null, "城西社区"],
      ["2", "城南社区"],
      ["3", "城北社区"],
    ]);
  });

  test("names that differ in a character are two areas", async () => {
    const { survey, findings } = join([
      await read("a.csv", "社区名称,常住人口\n城东社区,100\n"),
      await read("b.csv", "社区名称,党员数\n城西社区,5\n"),
    ]);
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
  expect(new Set(["鳳凰橋社區 1", "凤凰桥社区１", "鳳凰橋社區・1"].map(comparableName)).size).toBe(
    1,
  );
  expect(comparableName("Ward A")).toBe(comparableName("WARD a"));
  expect(comparableName("东门社区")).not.toBe(comparableName("东关社区"));
});

import { describe, expect, test } from "vitest";
import { applyForest } from "../../src/areas/forest/apply-forest.ts";
import { type Joined, join } from "../../src/areas/join.ts";
import type { Part } from "../../src/engines/engine.ts";
import { streamEngine } from "../../src/engines/tally/stream-engine.ts";
import { decide } from "../../src/intake/decide.ts";
import { memorySource } from "../../src/intake/files/source.ts";

async function read(file: string, text: string): Promise<{ file: string; part: Part }> {
  const source = memorySource(file, Buffer.from(text));
  const { plan } = await decide(source);
  const part = await streamEngine.scan(source, { plan, findingsPerCode: 10 });
  return { file, part: applyForest(part, plan) };
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

  test("names that differ in a character are two areas: tables of which no area fits are not joined, and say so", async () => {
    const { survey, findings } = join([
      await read("a.csv", "社区名称,常住人口\n城东社区,100\n"),
      await read("b.csv", "社区名称,党员数\n城西社区,5\n"),
    ]);
    expect(survey.observations).toHaveLength(2);
    expect(survey.series("communities").at(0)).toEqual({ absent: "no-data" });
    expect(findings).toMatchObject([
      { code: "CDJ553", args: { matched: 0, areas: 1, pairs: ["城西社区 ≠ 城东社区"] } },
    ]);
  });

  test("two spellings within one table are one area, which stands twice", async () => {
    const a = await read("a.csv", "社区名称,常住人口\n城东社区,100\n城东 社区,200\n");
    expect(a.part.groups.map(({ area }) => area)).toEqual(["城东社区"]);
    expect(a.part.findings).toMatchObject([
      { code: "CDJ530", args: { area: "城东 社区", other: "城东社区" }, place: { line: 3 } },
      { code: "CDJ204", place: { line: 3 } },
    ]);
    const { survey } = join([a, await read("b.csv", "社区名称,党员数\n城东社区,5\n")]);
    expect(survey.observations.map(({ area }) => area.name)).toEqual(["城东社区"]);
  });

  test.each([
    [
      ["柳浪社区", "花溪社区"],
      ["柳浪", "花溪"],
    ],
    [
      ["柳浪社区", "花溪社区"],
      ["柳浪社区居委会", "花溪社区居民委员会"],
    ],
    [
      ["光华村", "新民村"],
      ["光华村社区", "新民村委会"],
    ],
    [
      ["光华村委会", "新民村民委员会"],
      ["光华村社区居委会", "新民"],
    ],
    [
      ["柳浪社区", "花溪社区"],
      ["东街道柳浪社区党委", "东街道花溪社区党总支"],
    ],
    [
      ["Elm Ward", "St. Mary's"],
      ["ELM", "Saint Marys"],
    ],
    [
      ["中正里", "大同里"],
      ["中正里辦公處", "大同里辦公處"],
    ],
  ])("%j and %j are the same areas, in whichever order, and it is told", async (names, others) => {
    const rows = (own: readonly string[]) => own.map((name, i) => `${name},${10 + i}\n`).join("");
    const a = await read("a.csv", `社区名称,户数\n${rows(names)}`);
    const b = await read("b.csv", `社区名称,党员数\n${rows(others)}`);
    for (const files of [
      [a, b],
      [b, a],
    ]) {
      const { survey, findings } = join(files);
      expect(survey.observations).toHaveLength(2);
      expect(survey.series("members").at(1)).toEqual({ value: 11 });
      expect(findings.length).toBeGreaterThan(0);
    }
  });

  test("光华村 and 光华社区 of one table are two areas; a table that says 光华 alone fits neither", async () => {
    const villages = await read("a.csv", "社区名称,户数\n光华村,10\n光华社区,20\n南岗社区,30\n");
    const { survey, findings } = join([
      villages,
      await read("b.csv", "社区名称,党员数\n光华,5\n南岗社区,6\n"),
    ]);
    expect(survey.observations).toHaveLength(4);
    expect(findings).toMatchObject([{ code: "CDJ536", args: { area: "光华" } }]);
    const full = join([
      villages,
      await read("b.csv", "社区名称,党员数\n光华社区居委会,5\n光华村委会,7\n"),
    ]);
    expect(full.survey.observations.map(({ area }) => area.name)).toEqual([
      "光华村",
      "光华社区",
      "南岗社区",
    ]);
    expect(full.survey.series("members").at(0)).toEqual({ value: 7 });
    expect(full.survey.series("members").at(1)).toEqual({ value: 5 });
  });

  test("row numbers that another table gives otherwise do not join its areas", async () => {
    const { survey, findings } = join([
      await read("a.csv", "社区代码,社区名称,户数\n1,城东社区,10\n2,城西社区,20\n3,城南社区,30\n"),
      await read("b.csv", "社区代码,社区名称,党员数\n1,城西社区,2\n2,城南社区,3\n3,城东社区,1\n"),
    ]);
    expect(survey.observations).toHaveLength(3);
    expect([0, 1, 2].map((i) => survey.series("members").at(i))).toEqual([
      { value: 1 },
      { value: 2 },
      { value: 3 },
    ]);
    expect(findings).toMatchObject([{ code: "CDJ552" }]);
  });

  test("a code that lost its zero is told with both, a near name is asked", async () => {
    const { survey, findings } = join([
      await read("a.csv", "社区代码,社区名称,户数\n0320101,城东社区,10\n0320102,滨河花园社区,20\n"),
      await read("b.csv", "社区代码,社区名称,党员数\n320101,城东社区,1\n,滨江花园社区,2\n"),
    ]);
    expect(survey.observations).toHaveLength(3);
    expect(findings).toMatchObject([
      { code: "CDJ551", args: { areas: 1, pairs: ["320101 = 0320101"] } },
      { code: "CDJ554", args: { area: "滨江花园社区", names: ["滨河花园社区"] } },
    ]);
  });
});

describe("periods of several files", () => {
  const a = "社区名称,年份,户数\n城东社区,2007,10\n";
  test("the last day of a year is the year", async () => {
    const { survey, findings } = join([
      await read("a.csv", a),
      await read("b.csv", "社区名称,统计时间,党员数\n城东社区,2007-12-31,1\n"),
    ]);
    expect(survey.observations.map(({ period }) => period)).toEqual(["2007"]);
    expect(findings).toMatchObject([{ code: "CDJ557", args: { period: "2007-12" } }]);
  });

  test.each([
    ["another day is not", "社区名称,统计时间,党员数\n城东社区,2007-06-30,1\n"],
    ["nor one that gives the same thing", "社区名称,统计时间,户数\n城东社区,2007-12-31,11\n"],
  ])("%s", async (_, text) => {
    const { survey, findings } = join([await read("a.csv", a), await read("b.csv", text)]);
    expect(survey.observations).toHaveLength(2);
    expect(findings).toMatchObject([{ code: "CDJ558" }]);
  });
});

describe("levels in several files", () => {
  const communities =
    "街道,社区名称,户数,常住人口\n东街道,柳荫社区,1200,3600\n东街道,柳塘社区,1500,4500\n西街道,柳岸社区,1000,2900\n";
  const total = (survey: Joined["survey"], id: string): number =>
    survey.observations.reduce((sum, _, i) => {
      const figure = survey.series(id).at(i);
      return sum + ("value" in figure ? figure.value : 0);
    }, 0);

  test.each([
    ["named as parents", "街道,户数,常住人口\n东街道,2700,8100\n西街道,1000,2900\n"],
    ["named otherwise", "街道,户数,常住人口\n东街道办事处,2700,8100\n西街道办事处,1000,2900\n"],
    ["of which one alone has communities", "街道,户数,常住人口\n东街道,2700,8100\n"],
  ])("streets %s are counted by their communities", async (_, streets) => {
    for (const order of [
      [streets, communities],
      [communities, streets],
    ]) {
      const { survey, findings } = join(
        await Promise.all(order.map((text, i) => read(`${i}.csv`, text))),
      );
      expect(total(survey, "households")).toBe(3700);
      expect(total(survey, "residents")).toBe(11000);
      expect(survey.observations).toHaveLength(3);
      expect(findings).toMatchObject([{ code: "CDJ555" }]);
    }
  });

  test("without a column of streets their sums tell; where they differ it is undecided", async () => {
    const plain = await read(
      "b.csv",
      "社区名称,户数,常住人口\n柳荫社区,1200,3600\n柳塘社区,1500,4500\n柳岸社区,1000,2900\n",
    );
    const sums = join([
      await read("a.csv", "街道,户数,常住人口\n东街道,2700,8100\n西街道,1000,2900\n"),
      plain,
    ]);
    expect(total(sums.survey, "households")).toBe(3700);
    const differ = join([
      await read("a.csv", "街道,户数,常住人口\n东街道,2710,8100\n西街道,1000,2900\n"),
      plain,
    ]);
    expect(differ.survey.isUncertain([0, 1, 2, 3, 4])).toBe(true);
    expect(differ.findings).toMatchObject([
      { code: "CDJ556", args: { file: "a.csv", other: "b.csv" } },
    ]);
  });

  test("a unit to which its communities do not add up is told, and what only it has is kept", async () => {
    const { survey, findings } = join([
      await read("a.csv", "街道,户数,社区工作者人数\n东街道,2800,40\n"),
      await read("b.csv", communities),
    ]);
    expect(total(survey, "households")).toBe(3700);
    expect(total(survey, "workers")).toBe(40);
    expect(survey.series("communities").at(0)).toEqual({ absent: "no-data" });
    expect(findings.map(({ code }) => code)).toEqual(["CDJ517", "CDJ559"]);
  });

  test("two lists of communities are none of each other's units, whatever their sums", async () => {
    const { survey, findings } = join([
      await read("a.csv", "社区名称,户数\n城南社区,2700\n"),
      await read("b.csv", "社区名称,户数\n柳荫社区,1200\n柳塘社区,1500\n"),
    ]);
    expect(total(survey, "households")).toBe(5400);
    expect(findings).toEqual([]);
    const unnamed = join([
      await read("a.csv", "社区名称,户数\n城南,2700\n"),
      await read("b.csv", "社区名称,户数\n柳荫,1200\n柳塘,1500\n"),
    ]);
    expect(total(unnamed.survey, "households")).toBe(5400);
  });
});

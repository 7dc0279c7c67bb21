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

const joined = async (...texts: readonly string[]): Promise<Joined> =>
  join(await Promise.all(texts.map((text, i) => read(`${"abcdef"[i]}.csv`, text))));

const codesOf = ({ findings }: Joined): string[] => findings.map(({ code }) => code);

/** Whether all observations have a common total of residents. */
function totalOf({ survey }: Joined): unknown {
  const { length } = survey.observations;
  const all = survey.select(survey.observations.map((_, i) => i));
  if (survey.isUncertain(survey.observations.map((_, i) => i)))
    return all.series("residents").at(0);
  let sum = 0;
  for (let i = 0; i < length; i++) {
    const figure = all.series("residents").at(i);
    sum += "value" in figure ? figure.value : Number.NaN;
  }
  return sum;
}

const names = ["柳浪社区", "枫林社区", "石桥社区", "梅园社区", "望湖社区"];
const figures = [
  [4127, 11938],
  [2386, 6754],
  [3518, 9871],
  [1943, 5227],
  [2764, 7613],
];
const table = (header: string, rows: readonly (readonly (string | number)[])[]): string =>
  `${header}\n${rows.map((row) => row.join()).join("\n")}\n`;
const inChinese = table(
  "社区名称,户数,常住人口",
  names.map((name, i) => [name, ...(figures[i] as number[])]),
);

describe("one table delivered twice under other names", () => {
  test.each([
    ["社区代码,户数,常住人口", ["330106001", "330106002", "330106003", "330106004", "330106005"]],
    ["社区名称,户数,常住人口", ["A-1", "A-2", "A-3", "A-4", "A-5"]],
    [
      "Community,Households,Residents",
      ["Willow Bay", "Maple", "Stone Bridge", "Plum", "Lake View"],
    ],
    ["社區名稱,戶數,常住人口", ["第一居", "第二居", "第三居", "第四居", "第五居"]],
  ])("%s is told, and no total is doubled", async (header, others) => {
    const rows = others.map((name, i) => [name, ...(figures[i] as number[])]);
    for (const order of [rows, rows.toReversed()]) {
      const both = await joined(inChinese, table(header, order));
      expect(codesOf(both)).toContain("CDJ565");
      expect(totalOf(both)).toEqual({ absent: "rows-uncertain" });
      expect(both.survey.areasUncounted).toBe(true);
    }
  });

  test("a row that was corrected in one of them, and a column that only one has, change nothing", async () => {
    const rows = figures.map(([households, residents], i) => [
      `区${i + 1}`,
      households as number,
      i === 2 ? 9877 : (residents as number),
      i + 3,
    ]);
    const both = await joined(inChinese, table("社区名称,户数,常住人口,党支部数", rows));
    expect(both.findings[0]).toMatchObject({ code: "CDJ565", args: { areas: 4, other: "a.csv" } });
    expect(totalOf(both)).toEqual({ absent: "rows-uncertain" });
  });

  test("one column alone tells, where the other was counted anew", async () => {
    const rows = figures.map(([households, residents], i) => [
      `区${i + 1}`,
      (households as number) + 7,
      residents as number,
    ]);
    expect(codesOf(await joined(inChinese, table("社区名称,户数,常住人口", rows)))).toEqual([
      "CDJ565",
    ]);
  });

  test("names that match leave the others to be compared", async () => {
    const rows = names.map((name, i) => [i < 3 ? name : `区${i}`, ...(figures[i] as number[])]);
    const both = await joined(inChinese, table("社区名称,户数,常住人口", rows));
    expect(both.findings).toMatchObject([
      { code: "CDJ565", args: { areas: 2, pairs: ["区3 = 梅园社区", "区4 = 望湖社区"] } },
    ]);
    expect(totalOf(both)).toEqual({ absent: "rows-uncertain" });
  });
});

describe("tables of other communities stay stacked", () => {
  test("though small and round figures are equal", async () => {
    const header = "社区名称,党支部数,社区工作者人数,常住人口";
    const both = await joined(
      table(header, [
        ["柳浪社区", 3, 12, 12000],
        ["枫林社区", 4, 10, 8000],
        ["石桥社区", 3, 11, 9000],
      ]),
      table(header, [
        ["梅园社区", 3, 12, 12000],
        ["望湖社区", 4, 10, 8000],
        ["竹苑社区", 3, 11, 9000],
      ]),
    );
    expect(codesOf(both)).toEqual([]);
    // (12 000 + 8 000 + 9 000) × 2
    expect(totalOf(both)).toBe(58000);
  });

  test("though one community of several has the figures of another", async () => {
    const both = await joined(
      inChinese,
      table("社区名称,户数,常住人口", [
        ["竹苑社区", 4127, 11938],
        ["东湖社区", 3021, 8714],
        ["西溪社区", 2217, 6328],
      ]),
    );
    expect(codesOf(both)).toEqual([]);
    // 11 938 + 6 754 + 9 871 + 5 227 + 7 613 + 11 938 + 8 714 + 6 328
    expect(totalOf(both)).toBe(68383);
  });

  test("and the same figures in another period are no second delivery", async () => {
    const rows = figures.map(([households, residents], i) => [
      `区${i + 1}`,
      2024,
      households as number,
      residents as number,
    ]);
    const both = await joined(
      table(
        "社区名称,年份,户数,常住人口",
        names.map((name, i) => [name, 2023, ...(figures[i] as number[])]),
      ),
      table("社区名称,年份,户数,常住人口", rows),
    );
    expect(codesOf(both)).not.toContain("CDJ565");
  });
});

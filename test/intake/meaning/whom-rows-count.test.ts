import { describe, expect, test } from "vitest";
import type { Part } from "../../../src/engines/engine.ts";
import { streamEngine } from "../../../src/engines/tally/stream-engine.ts";
import { decide, type IntakeOptions } from "../../../src/intake/decide.ts";
import { memorySource } from "../../../src/intake/files/source.ts";

/** Quantity → its sum over all areas, and the codes of the findings on the columns. */
async function read(
  text: string,
  name = "table.csv",
  options: IntakeOptions = {},
): Promise<[Record<string, number>, string[]]> {
  const source = memorySource(name, Buffer.from(text));
  const { plan, findings } = await decide(source, options);
  const part = await streamEngine.scan(source, { plan, findingsPerCode: 10 });
  return [sums(part), findings.map(({ code }) => code)];
}

const sums = ({ groups, quantities }: Part): Record<string, number> =>
  Object.fromEntries(
    [...quantities].flatMap(([id, column]) => {
      let sum = 0;
      let n = 0;
      groups.forEach((_, i) => {
        const cell = column.at(i);
        if (column.count(i) === 0 || !("value" in cell)) return;
        sum += cell.value;
        n++;
      });
      return n > 0 ? [[id, sum]] : [];
    }),
  );

const sexes = (head: string): string =>
  `社区,性别,${head}\n桃溪社区,男,31\n桃溪社区,女,42\n梅溪社区,男,20\n梅溪社区,女,25\n`;
const traditional = (head: string): string =>
  `村里,性別,${head}\n東安里,男,31\n東安里,女,42\n西安里,男,20\n西安里,女,25\n`;
const english = (head: string): string =>
  `Ward,Sex,${head}\nNorthby,Male,31\nNorthby,Female,42\nSouthby,Male,20\nSouthby,Female,25\n`;
const ages = (head: string): string =>
  `Ward,Age,${head}\nNorthby,0-14,31\nNorthby,15+,42\nSouthby,0-14,20\nSouthby,15+,25\n`;

describe("a long table of people the codebook keeps no sexes and ages of is not used", () => {
  test.each([
    [`志愿者性别构成\n${sexes("人数")}`, "t.csv"],
    [`低保对象性别情况\n${sexes("数量")}`, "t.csv"],
    [sexes("人数"), "残疾人.csv"],
    [`各里志工性別\n${traditional("人數")}`, "t.csv"],
    [traditional("合計"), "身心障礙者.csv"],
    [ages("Number"), "volunteers.csv"],
    [`Patients by age\n${ages("Count")}`, "t.csv"],
    [english("Value"), "staff.csv"],
    [sexes("人数"), "年报.xlsx!志愿者"],
    // Neither residents nor members alone.
    [sexes("人数"), "党员和居民.csv"],
  ])("%s in %s", async (text, name) => expect(await read(text, name)).toEqual([{}, ["CDJ224"]]));
});

test.each([
  ["sexes, zh-CN", sexes("人数")],
  ["sexes, zh-TW", traditional("人數")],
  ["sexes, en", english("Count")],
  ["ages, en", ages("Value")],
  ["a bare total", sexes("合计")],
])("bare numbers of which nothing is told are not used: %s", async (_, text) => {
  expect(await read(text)).toEqual([{}, ["CDJ224"]]);
});

// 31 + 20 = 51 men, 42 + 25 = 67 women.
describe("a long table of residents or members is read", () => {
  test.each([
    [`各社区人口性别构成\n${sexes("人数")}`, "t.csv", "residents"],
    [sexes("人口数"), "t.csv", "residents"],
    [sexes("人数"), "居民情况.csv", "residents"],
    [sexes("合计"), "人口.csv", "residents"],
    [`各社区党员性别构成\n${sexes("人数")}`, "t.csv", "members"],
    [sexes("党员数"), "t.csv", "members"],
    [traditional("人數"), "人口.csv", "residents"],
    [traditional("人數"), "黨員.csv", "members"],
    [english("Persons"), "t.csv", "residents"],
    [english("Pop"), "t.csv", "residents"],
    [`Population by sex\n${english("Number")}`, "t.csv", "residents"],
    [english("Count"), "residents.csv", "residents"],
    [english("Number"), "party-members.csv", "members"],
  ])("%s in %s", async (text, name, of) =>
    expect(await read(text, name)).toEqual([{ [`${of}_male`]: 51, [`${of}_female`]: 67 }, []]),
  );
});

test.each([
  ["人数", sexes("人数"), "residents"],
  ["人數", traditional("人數"), "members"],
  ["Number", english("Number"), "residents"],
])("the line to paste settles it: %s", async (header, text, of) => {
  const mapping = new Map([[header, of]]);
  expect(await read(text, "volunteers.csv", { mapping })).toEqual([
    { [`${of}_male`]: 51, [`${of}_female`]: 67 },
    [],
  ]);
});

test("the finding names the readings and the line", async () => {
  const { findings } = await decide(
    memorySource("t.csv", Buffer.from(`志愿者性别构成\n${sexes("人数")}`)),
  );
  expect(findings[0]?.args).toEqual({
    headers: ["人数"],
    candidates: ["residents"],
    others: ["志愿者性别构成"],
    residents: ["人数=residents"],
    members: [],
  });
});

test("a title of the old says nothing of a row of all ages", async () => {
  const rows = (all: string) =>
    `老年人口情况\n社区,年龄,人数\n桃溪社区,60-79岁,30\n桃溪社区,80岁以上,5\n${all}`;
  expect(await read(rows(""))).toEqual([{ residents_60_79: 30, residents_80_plus: 5 }, []]);
  expect(await read(rows("桃溪社区,合计,35\n"))).toEqual([{}, ["CDJ224"]]);
});

test("sexes among indicators count the only people named beside them, or nobody", async () => {
  const rows = (more: string) =>
    `社区,指标,数值\n桃溪社区,常住人口,73\n桃溪社区,男,31\n桃溪社区,女,42\n${more}`;
  expect((await read(rows("")))[0]).toEqual({
    residents: 73,
    residents_male: 31,
    residents_female: 42,
  });
  expect((await read(rows("桃溪社区,党员数,80\n")))[0]).toEqual({ residents: 73, members: 80 });
});

test("sexes across and ages in the rows count what the title says", async () => {
  const rows = "社区,年龄,男,女\n桃溪社区,18-59岁,9,8\n桃溪社区,60岁以上,5,4\n";
  expect((await read(`志愿者情况\n${rows}`))[0]).toEqual({});
  expect((await read(rows))[0]).toEqual({});
  expect((await read(`党员情况\n${rows}`))[0]).toMatchObject({ members_male_18_59: 9 });
});

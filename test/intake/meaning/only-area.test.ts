import { describe, expect, test } from "vitest";
import { decide } from "../../../src/intake/decide.ts";
import { memorySource } from "../../../src/intake/files/source.ts";
import { nameOfOnlyArea } from "../../../src/intake/meaning/only-area.ts";

const areaOf = async (text: string, name = "data.csv") =>
  (await decide(memorySource(name, Buffer.from(text)))).plan.area;

describe("a table of one area", () => {
  test.each([
    [
      "ages and sexes",
      "年龄,合计,男,女\n合计,900,450,450\n0-14岁,200,100,100\n15岁以上,700,350,350\n",
    ],
    [
      "ages and sexes, long",
      "Age,Sex,Population\n0-14,Male,9\n0-14,Female,8\n15+,Male,30\n15+,Female,31\n",
    ],
    ["years", "年份,户数,常住人口\n2020,300,900\n2021,310,910\n"],
    ["years and sexes", "年份,性别,人口\n2020,男,51\n2020,女,49\n2021,男,52\n2021,女,50\n"],
    [
      "a constant beside",
      "区域类型,年龄,人口\n城镇,0-14岁,20\n城镇,15-59岁,60\n城镇,60岁及以上,19\n",
    ],
  ])("%s", async (_, text) => {
    expect(await areaOf(text)).toBeDefined();
  });

  test.each([
    ["a column of areas", "社区,性别,人口\n甲社区,男,51\n甲社区,女,49\n"],
    ["words that may name areas", "甲乙,性别,人口\n东,男,51\n东,女,49\n西,男,52\n西,女,50\n"],
    ["rows that are alike", "性别,人口\n男,51\n女,49\n男,52\n女,50\n"],
    ["nothing that tells rows apart", "户数,人口\n300,900\n310,910\n"],
    ["no figures", "年份,性别\n2020,男\n2020,女\n"],
  ])("not with %s", async (_, text) => {
    expect(await areaOf(text)).toBeUndefined();
  });
});

test.each([
  [["青溪镇2022年分年龄、性别人口"], "a.csv", "青溪镇", "caption"],
  [["表2-1 2023年末江南省云州市青溪镇人口年龄构成"], "a.csv", "江南省云州市青溪镇", "caption"],
  [["永樂里111年底各年齡層人口數"], "a.csv", "永樂里", "caption"],
  [["各社区人口统计表"], "青溪镇人口统计表.csv", "青溪镇", "file-name"],
  [["Table 3. Population of Elmby by age and sex, 2021"], "a.csv", "Elmby", "caption"],
  [["Elmby: population by age"], "a.csv", "Elmby", "caption"],
  [[], "data/Elmby population by age 2021.csv", "Elmby", "file-name"],
  [[], "elmby-census-2021.xlsx", "elmby", "file-name"],
  [[], "elmby.csv", "elmby", "file-name"],
  [[], "柳荫社区2023年人口.xlsx", "柳荫社区", "file-name"],
  [[], "分年龄人口.csv", "本调查", "none"],
  [[], "population_by_age.csv", "本调查", "none"],
] as const)("%j in %s: %s", (titles, file, value, from) => {
  expect(nameOfOnlyArea({ titles, file, heads: ["年龄", "人口"] })).toEqual({ value, from });
});

test("where nothing names it, it is called the survey, in the script of the heads", () => {
  const named = (heads: string[]) => nameOfOnlyArea({ titles: [], file: "data.csv", heads }).value;
  expect(named(["Age", "Persons"])).toBe("survey");
  expect(named(["年齡", "人口數"])).toBe("本調查");
});

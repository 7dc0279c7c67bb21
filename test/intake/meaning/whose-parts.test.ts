import { expect, test } from "vitest";
import { decide } from "../../../src/intake/decide.ts";
import { memorySource } from "../../../src/intake/files/source.ts";

/** Header → what its column was taken for, and the codes of the findings. */
async function read(text: string, name = "table.csv"): Promise<[Record<string, string>, string[]]> {
  const { plan, findings } = await decide(memorySource(name, Buffer.from(text)));
  return [
    Object.fromEntries(
      plan.columns.map(({ header, role }) => [
        header,
        role.is === "quantity"
          ? role.quantity
          : role.is === "key"
            ? role.key
            : role.is === "unused"
              ? `(${role.reason})`
              : role.is,
      ]),
    ),
    findings.map(({ code }) => code),
  ];
}

test("sexes that add up to the workers are theirs, whatever else the table counts", async () => {
  // 6+5 = 11, 4+8 = 12; the residents are thousands.
  const [columns, codes] = await read(
    "社区,常住人口,社区工作者,男,女\n桃园社区,4100,11,6,5\n李园社区,3900,12,4,8\n",
  );
  expect(columns).toMatchObject({ 男: "(elsewhere)", 女: "(elsewhere)", 社区工作者: "workers" });
  expect(codes).toEqual(["CDJ225"]);
});

test("the same heads behind the residents are residents, in any order", async () => {
  // 2000+2100 = 4100, 1950+1950 = 3900.
  const [columns, codes] = await read(
    "社区,男,女,社区工作者,常住人口\n桃园社区,2000,2100,11,4100\n李园社区,1950,1950,12,3900\n",
  );
  expect(columns).toMatchObject({ 男: "residents_male", 女: "residents_female" });
  expect(codes).toEqual([]);
});

test("the sexes of the old are residents of a sex and age", async () => {
  // 300+320 = 620, 250+270 = 520.
  const [columns] = await read(
    "社区,常住人口,60岁以上,男,女\n桃园社区,4100,620,300,320\n李园社区,3900,520,250,270\n",
  );
  expect(columns).toMatchObject({
    "60岁以上": "residents_60_plus",
    男: "residents_male_60_plus",
    女: "residents_female_60_plus",
  });
});

test("parts with nothing to close them are told with the lines that settle it", async () => {
  const { findings } = await decide(
    memorySource("t.csv", Buffer.from("社区,男,女\n桃园社区,20,31\n李园社区,19,22\n")),
  );
  expect(findings.map(({ code, args }) => [code, args.residents, args.members])).toEqual([
    [
      "CDJ224",
      ["男=residents_male", "女=residents_female"],
      ["男=members_male", "女=members_female"],
    ],
  ]);
});

test("a title says whom they count, an unknown one does not", async () => {
  const rows = "桃园社区,20,31\n李园社区,19,22\n";
  expect((await read(`各社区党员性别情况,,\n社区,男,女\n${rows}`))[0]).toMatchObject({
    男: "members_male",
  });
  expect((await read(`社区,男,女\n${rows}`, "低保人员.csv"))[0]).toMatchObject({
    男: "(elsewhere)",
  });
});

test("schooling is that of members only beside members", async () => {
  const parts = "小学,初中,高中,大专及以上";
  // 10+20+30+40 = 100, 5+10+20+45 = 80.
  const rows = "甲社区,100,10,20,30,40\n乙社区,80,5,10,20,45\n";
  expect((await read(`社区,居民人数,${parts}\n${rows}`))[0]).toMatchObject({
    大专及以上: "(elsewhere)",
  });
  expect((await read(`社区,党员人数,${parts}\n${rows}`))[0]).toMatchObject({
    大专及以上: "members_college_educated",
  });
});

test("ages from birth on are residents where nobody else is named", async () => {
  const [columns, codes] = await read(
    "Area,All ages,Under 15,15 to 64,65 & over\nAshby,4000,700,2500,800\nOakby,3000,500,2000,500\n",
  );
  expect(columns).toMatchObject({
    "All ages": "residents",
    "Under 15": "residents_0_14",
    "65 & over": "residents_65_plus",
  });
  expect(codes).toEqual([]);
});

test("a general word is the codebook's beside a survey, or with its size", async () => {
  const census = await read("Ward,Population,Workers\nAshby,4000,1900\nOakby,3000,1500\n");
  expect(census).toEqual([
    { Ward: "area", Population: "residents", Workers: "(open)" },
    ["CDJ226"],
  ]);
  const survey = await read("Ward,Population,Workers\nAshby,4000,9\nOakby,3000,8\n");
  expect(survey[0]).toMatchObject({ Workers: "workers" });
});

test.each([
  ["Barangay,Municipality,Pop\nPoblacion,Santa Lea,800\nRio,Santa Lea,700\n", "Barangay"],
  ["Name,Region,Area,Population\nOakby,north,12.4,800\nElmby,north,3.1,700\n", "Name"],
  [
    "LSOA11CD,LSOA11NM,All persons\nE01000001,City 001A,1500\nE01000002,City 001B,1600\n",
    "LSOA11NM",
  ],
  ["项目\\社区,户数,人口\n桃园社区,100,300\n李园社区,200,500\n", "项目\\社区"],
  ["社区\\年龄,0-14岁,15-59岁,60岁及以上\n桃园,40,180,80\n李园,60,300,140\n", "社区\\年龄"],
  ["里別＼性別,合計,男,女\n桃園里,300,140,160\n李園里,500,240,260\n", "里別＼性別"],
  ["村委会,户数,人口\n上河村,100,300\n下河村,200,500\n", "村委会"],
])("the area of %s", async (text, head) => {
  expect((await read(text))[0]).toMatchObject({ [head]: "area" });
});

test.each([
  ["户数（户，选填）", "households"],
  ["Q7_常住人口", "residents"],
  ["X60岁以上党员.人.", "members_60_plus"],
  ["常住人口³", "residents"],
  ["专职工作者月均补贴（元）", "monthly_wage"],
  ["应签约单位数", "eligible_units"],
  ["户数（计划）", "(unknown)"],
  ["目标人口（必填）", "(unknown)"],
])("%s is %s", async (head, meaning) => {
  const [columns] = await read(`社区,${head},备注\n桃园社区,12,x\n李园社区,34,y\n`);
  expect(columns[head]).toBe(meaning);
});

import { readdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkFiles } from "../../src/program/checking/check-files.ts";
import type { Finding } from "../../src/survey/finding.ts";
import { fixturePath } from "../fixtures/tables.ts";

const found = async (...names: readonly string[]): Promise<readonly Finding[]> =>
  (await checkFiles(names.map(fixturePath), {})).findings;
const codesOf = (findings: readonly Finding[]): string[] =>
  [...new Set(findings.map(({ code }) => code))].sort();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cdj-judge-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** What is found in a table written here. */
async function inTable(text: string, ...further: readonly string[]): Promise<readonly Finding[]> {
  const files = [text, ...further].map((_, i) => join(folder, `${i}.csv`));
  await Promise.all(files.map((file, i) => writeFile(file, [text, ...further][i] as string)));
  return (await checkFiles(files, {})).findings;
}

describe("the faults of the survey texts", () => {
  test("30000万元 and 20000万元: both scaled values, which no outlier within the column shows", async () => {
    const findings = await found("faulty/funds-ten-thousandfold.csv");
    expect(codesOf(findings)).toEqual(["CDJ409"]);
    expect(findings).toHaveLength(13);
    // 30000万元 ÷ 16,000 residents = 300,000,000 ÷ 16,000 = 18,750; 30,000 ÷ 16,000 = 1.875, three digits: 1.88.
    expect(findings[0]).toMatchObject({
      severity: "error",
      area: "社区01",
      variable: "funds",
      place: { line: 2, field: 16, header: "经费总额(元)" },
      args: {
        value: 300_000_000,
        residents: 16_000,
        each: 18_750,
        meant: 30_000,
        meantEach: 1.88,
        all: 13,
      },
    });
    // 20000万元 ÷ 9,868 = 20,267.5…, four digits.
    expect(findings.find(({ area }) => area === "社区07")?.args).toMatchObject({
      value: 200_000_000,
      each: 20_270,
      meant: 20_000,
    });
  });

  test("15 committees in the title, 13 in the table", async () => {
    const findings = await found("faulty/fifteen-committees.csv");
    expect(findings).toMatchObject([
      { code: "CDJ513", place: { line: 1 }, args: { stated: 15, areas: 13 } },
    ]);
  });

  test("two columns headed 常住人口", async () => {
    expect(await found("faulty/two-resident-columns.csv")).toMatchObject([
      { code: "CDJ203", place: { field: 4 } },
    ]);
  });

  test("240 members recorded as a general branch", async () => {
    const findings = await found("faulty/tier-below-threshold.csv");
    expect(findings).toMatchObject([
      {
        code: "CDJ410",
        area: "某社区甲",
        args: { members: 240, tier: "general_branch", due: "committee" },
      },
    ]);
    expect(codesOf(await found("community-2009.csv"))).toContain("CDJ410");
  });

  test("4.64 persons in a household", async () => {
    // 38,700 ÷ 8,332 = 4.6447…
    const sized = (await found("faulty/household-size.csv")).filter(
      ({ code }) => code === "CDJ406",
    );
    expect(sized).toMatchObject([
      { severity: "warning", args: { residents: 38_700, households: 8332, size: 4.64 } },
    ]);
    // All four communities of the county town are off: that is the basis of the table, told once.
    expect((await found("county-town.csv")).filter(({ code }) => code === "CDJ406")).toMatchObject([
      { args: { others: 3, areas: 4 } },
    ]);
  });
});

describe("no false alarm", () => {
  test.each([["town-2007.csv"], ["town-2007-utf8-bom.csv"], ["town-2007-gb18030.csv"]])(
    "nothing at all on %s",
    async (name) => {
      expect(await found(name)).toEqual([]);
    },
  );

  test("nothing at all on the town in four files", async () => {
    const names = ["funding", "households", "members-by-age", "office-space"].map(
      (name) => `town-four-files/${name}.csv`,
    );
    expect(await found(...names)).toEqual([]);
  });

  const clean = readdirSync(fixturePath("."), { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && entry.name.endsWith(".csv") && !entry.name.includes("concordance"),
    )
    .map((entry) => entry.name);
  test.each(clean)("no error on %s", async (name) => {
    expect((await found(name)).filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

describe("totals rows", () => {
  test("subtotals of streets and a total of all are each held against their own rows", async () => {
    const rows =
      "街道,社区名称,常住人口\n东街道,社区01,16000\n东街道,社区02,14853\n东街道小计,,30853\n西街道,社区07,9868\n西街道小计,,9868\n合计,,40721\n";
    expect(await inTable(rows)).toEqual([]);
    // 16,000 + 14,853 + 9,868 = 40,721.
    const wrong = await inTable(rows.replace("合计,,40721", "合计,,40711"));
    expect(wrong).toMatchObject([
      {
        code: "CDJ512",
        place: { line: 7, field: 3 },
        args: { total: 40_711, sum: 40_721, difference: 10 },
      },
    ]);
  });

  test("a total above the rows is a total too", async () => {
    expect(await inTable("社区名称,常住人口\n总计,30853\n社区01,16000\n社区02,14853\n")).toEqual(
      [],
    );
  });

  test("where a cell is missing no sum is told", async () => {
    expect(
      codesOf(
        await inTable(
          "社区名称,常住人口,户数\n社区01,16000,5483\n社区02,,5157\n合计,30853,10640\n",
        ),
      ),
    ).toEqual(["CDJ541"]);
  });

  test("a column in 万 may differ by the rounding of its terms", async () => {
    // 1.60 + 1.49 + 1.39 = 4.48 万; the total of the unrounded figures may print as 4.47. Four figures of half a hundredth: ±0.02.
    const rows = "社区名称,常住人口(万人)\n社区01,1.60\n社区02,1.49\n社区03,1.39\n";
    expect(await inTable(`${rows}合计,4.47\n`)).toEqual([]);
    expect(codesOf(await inTable(`${rows}合计,4.51\n`))).toEqual(["CDJ512"]);
  });

  test("ranges: the total lies between the sums of their ends", async () => {
    // At least 620 + 0 + 0, below 620 + 60 + 100 = 780.
    const rows = "社区名称,办公用房面积(㎡)\n社区01,620\n社区02,不足60\n社区03,不足100\n";
    expect(await inTable(`${rows}合计,779\n`)).toEqual([]);
    expect(await inTable(`${rows}合计,600\n`)).toMatchObject([
      { code: "CDJ514", args: { total: 600 } },
    ]);
  });
});

describe("how far a sum may be off", () => {
  const sexes = (...lines: readonly string[]): string =>
    `社区名称,常住人口(万人),男(万人),女(万人)\n${lines.join("\n")}\n`;

  test("males, females and their total in tenths of 万: three figures of half a tenth, 0.15 together", async () => {
    expect(await inTable(sexes("社区01,1.6,0.8,0.8", "社区02,1.5,0.7,0.7"))).toEqual([]);
    // 0.8 + 1.0 = 1.8, 0.2 from 1.6.
    expect(await inTable(sexes("社区01,1.6,0.8,1.0", "社区02,1.5,0.7,0.8"))).toMatchObject([
      { code: "CDJ402", area: "社区01", args: { sum: 18_000, total: 16_000 } },
    ]);
  });

  test("rounding of two parts and their total makes 1 at most: all rows off by 2 are wrong", async () => {
    const table = (off: number): string =>
      `Ward,Population,Male,Female\n${[480, 500, 610, 440]
        .map((males, i) => `${"ABCD"[i]},${males + 520 + off},${males},520`)
        .join("\n")}\n`;
    expect(await inTable(table(1))).toEqual([]);
    expect(codesOf(await inTable(table(2)))).toEqual(["CDJ402"]);
  });

  test("a total of areas in ㎡ may be rounded by half, one of persons may not", async () => {
    const offices = (total: string): string =>
      `社区名称,办公用房面积(㎡)\n社区01,620.3\n社区02,411.2\n合计,${total}\n`;
    // 620.3 + 411.2 = 1031.5.
    for (const total of ["1031.5", "1032", "1031"])
      expect(await inTable(offices(total)), total).toEqual([]);
    for (const total of ["1032.1", "1030.9"])
      expect(codesOf(await inTable(offices(total))), total).toEqual(["CDJ512"]);
    expect(
      codesOf(await inTable("社区名称,常住人口\n社区01,16000\n社区02,14853\n合计,30853.4\n")),
    ).toContain("CDJ512");
  });

  test("a total in hundredths of 万 of three such figures may be off by 0.02, not by 0.03", async () => {
    // 1.60 + 1.49 + 1.39 = 4.48.
    const rows = "社区名称,常住人口(万人)\n社区01,1.60\n社区02,1.49\n社区03,1.39\n";
    expect(await inTable(`${rows}合计,4.46\n`)).toEqual([]);
    expect(codesOf(await inTable(`${rows}合计,4.45\n`))).toEqual(["CDJ512"]);
  });
});

describe("soft bounds", () => {
  test("hold after the rows of one area are added up", async () => {
    const parts = "社区名称,党员数\n社区01,900\n社区01,900\n";
    const file = join(folder, "parts.csv");
    await writeFile(file, parts);
    const { findings } = await checkFiles([file], { addParts: true });
    expect(findings).toMatchObject([{ code: "CDJ306", args: { value: 1800, high: 1500 } }]);
  });

  test("are for communities: a table of districts is not judged by them", async () => {
    const districts = ["松山", "大安", "中正"]
      .map((name, i) => `${name}区,${200_000 + i}\n`)
      .join("");
    expect(await inTable(`地区,常住人口\n${districts}`)).toEqual([]);
  });

  test("do not hold villages to the least size of a community", async () => {
    expect(
      await inTable(
        "區域別,村里,人口數\n南竿鄉,四維村,164\n南竿鄉,介壽村,2403\n南竿鄉,復興村,1382\n",
      ),
    ).toEqual([]);
  });
});

test("in-service members may exceed members", async () => {
  expect(await inTable("社区名称,党员数,在职党员\n社区01,84,213\n")).toEqual([]);
});

test("several wrong cells do not hide each other among the outliers", async () => {
  // Nine offices of 100 m² for 1,000 households and three of 9,600: the standard deviation would swallow them, the median does not.
  const rows = Array.from(
    { length: 12 },
    (_, i) => `社区${i + 1},1000,${i < 9 ? 100 + i : 9600}\n`,
  ).join("");
  const findings = (await inTable(`社区名称,户数,办公用房面积(㎡)\n${rows}`)).filter(
    ({ code }) => code === "CDJ502",
  );
  expect(findings.map(({ area }) => area)).toEqual(["社区10", "社区11", "社区12"]);
});

test("shares are accepted rounded half up, half to even and cut off", async () => {
  // 122 ÷ 240 = 50.8333… %; 1 ÷ 8 = 12.5 %: half up 13, half to even 12, cut off 12.
  const table = (percent: string, part = 122, whole = 240): string =>
    `社区名称,党员数,60岁以上党员,60岁以上党员占比(%)\n某社区,${whole},${part},${percent}\n`;
  for (const percent of ["50", "51", "50.8", "50.83", "50.83%"])
    expect(await inTable(table(percent)), percent).toEqual([]);
  for (const percent of ["13", "12"])
    expect(await inTable(table(percent, 1, 8)), percent).toEqual([]);
  expect(await inTable(table("50.9"))).toMatchObject([
    {
      code: "CDJ420",
      place: { line: 2, field: 4 },
      args: { stated: 50.9, rounded: 50.8, cut: 50.8 },
    },
  ]);
});

test("the place of a figure is its cell in the file that has it", async () => {
  const findings = await inTable(
    "社区名称,年份,户数\n社区01,2007,2412\n",
    "社区名称,常住人口,年份\n社区01,11183,2007\n",
  );
  expect(findings).toMatchObject([
    {
      code: "CDJ406",
      place: { file: join(folder, "1.csv"), line: 2, field: 2, header: "常住人口" },
    },
  ]);
});

test("wages have to fit into the funds where personnel funds are not told", async () => {
  const table = (funds: number, wage: number, personnel = ""): string =>
    `社区名称,工作人员数,月工资(元/月),人头经费(元),经费总额(元)\n某社区,3,${wage},${personnel},${funds}\n`;
  // 3 × 5,280 × 12 = 190,080, of 30,000 yuan 633.6 %.
  const blank = { code: "CDJ541", args: { variable: "funds_personnel" } };
  expect(await inTable(table(30000, 5280))).toMatchObject([
    { code: "CDJ424", place: { line: 2, field: 5 }, args: { funds: 30000, bill: 190080 } },
    blank,
  ]);
  // 3 × 500 × 12 = 18,000 of 30,000 yuan is a part; of 15,000 it is 1.2 of the whole, within what staff who left explain.
  expect(await inTable(table(30000, 500))).toMatchObject([blank]);
  expect(await inTable(table(15000, 500))).toMatchObject([blank]);
  // Personnel funds that are told are what wages are held against.
  expect(await inTable(table(30000, 500, "2000"))).toMatchObject([
    { code: "CDJ424", place: { line: 2, field: 4 }, args: { personnel: 2000, bill: 18000 } },
  ]);
});

describe("sums of rounded cells", () => {
  const rows = (...lines: readonly string[]): string =>
    `Ward,Population,Male,Female\n${lines.join("\n")}\n`;

  test("off by one in two of eight rows or more are rounding; one row is an error, whatever it is off by", async () => {
    const exact = [
      "A,1000,480,520",
      "B,1100,500,600",
      "C,1200,610,590",
      "D,900,440,460",
      "E,800,390,410",
      "F,700,350,350",
    ];
    expect(codesOf(await inTable(rows(...exact, "G,701,350,350", "H,900,450,451")))).toEqual([]);
    expect(codesOf(await inTable(rows(...exact, "G,701,350,350", "H,900,450,450")))).toEqual([
      "CDJ402",
    ]);
    // Two of ten: too few for a table that is rounded.
    const more = ["I,500,250,250", "J,600,300,300"];
    expect(await inTable(rows(...exact, ...more, "G,701,350,350", "H,900,450,451"))).toMatchObject([
      { code: "CDJ402" },
      { code: "CDJ402" },
    ]);
  });

  test("what is off by more than rounding can do stays an error beside it", async () => {
    const text = rows("A,1001,480,520", "B,1100,500,601", "C,1200,610,590", "D,930,440,460");
    expect(await inTable(text)).toMatchObject([{ code: "CDJ402", area: "D" }]);
  });
});

describe("zeros that another figure contradicts", () => {
  test("are told row by row, however many they are", async () => {
    const text = "里別,戶數,人口數\n東里,1200,0\n西里,900,0\n南里,0,0\n";
    expect(await inTable(text)).toMatchObject([
      { code: "CDJ428", area: "東里", args: { other: "households", count: 1200 } },
      { code: "CDJ428", area: "西里", args: { other: "households", count: 900 } },
    ]);
  });

  test("are no zeros of joint branches: two members need no branch", async () => {
    expect(codesOf(await inTable("社区,党员数,党支部数\n甲社区,2,0\n乙社区,40,1\n"))).not.toContain(
      "CDJ428",
    );
    expect(await inTable("社区,党员数,党支部数\n甲社区,3,0\n乙社区,40,1\n")).toMatchObject([
      { code: "CDJ428", variable: "branches" },
    ]);
  });
});

describe("persons per household", () => {
  const table = (area: string, ...sizes: readonly number[]): string =>
    `${area},Households,Population\n${sizes.map((size, i) => `${area}${i + 1},100,${size * 100}`).join("\n")}\n`;

  test("outside China are held against their own table, and against what is possible", async () => {
    expect(codesOf(await inTable(table("Ward", 5.5, 6.1, 5.2, 5.8)))).toEqual([]);
    // The median of 2.5, 2.6, 2.7 and 8 is 2.65: 1.3 to 5.3.
    expect(await inTable(table("Ward", 2.5, 8, 2.6, 2.7))).toMatchObject([
      { code: "CDJ406", area: "Ward2", args: { low: 1.3, high: 5.3 } },
    ]);
    expect(await inTable(table("Ward", 0.5, 2.6))).toMatchObject([{ code: "CDJ406" }]);
  });

  test("in China lie between 1.5 and 4.5", async () => {
    const text = "社区,户数,人口\n甲社区,200,1040\n乙社区,200,560\n";
    expect(await inTable(text)).toMatchObject([{ code: "CDJ406", args: { low: 1.5, high: 4.5 } }]);
  });
});

describe("two columns of one area", () => {
  // The codebook's bounds: at the bound nothing is told, beyond it something is.
  test.each([
    ["户籍人口", "常住人口", 3000, 2000, 3002],
    ["流动人口", "户籍人口", 10_000, 2000, 10_001],
    ["管理人口", "常住人口", 2000, 2000, 1999],
    ["管理人口", "户籍人口", 2000, 2000, 1999],
    ["低保人数", "低保户数", 30, 30, 29],
    ["办公用房面积(㎡)", "户数", 400, 40, 401],
  ])("%s beside %s: %i to %i, not %s", async (header, other, within, base, beyond) => {
    const told = async (value: number): Promise<unknown[]> =>
      (await inTable(`社区名称,${header},${other}\n城东社区,${value},${base}\n`))
        .filter(({ code }) => code === "CDJ423")
        .map(({ args }) => [args.value, args.base]);
    expect(await told(within)).toEqual([]);
    expect(await told(beyond)).toEqual([[beyond, base]]);
  });

  test("funds: personnel and office together above the whole, a single one above it told as such, once", async () => {
    const told = async (personnel: number, office: number): Promise<string[]> =>
      codesOf(
        await inTable(
          `社区名称,经费总额(元),人头经费(元),办公经费(元)\n某社区,300000,${personnel},${office}\n`,
        ),
      );
    // 200,000 + 100,000 = 300,000.
    expect(await told(200_000, 100_000)).not.toContain("CDJ408");
    expect(await told(200_000, 100_001)).toContain("CDJ408");
    expect(await told(300_001, 1000)).not.toContain("CDJ408");
    expect(await told(1000, 300_001)).not.toContain("CDJ408");
  });
});

test("of a code as many findings are kept as asked for, and all are counted", async () => {
  const file = join(folder, "many.csv");
  await writeFile(
    file,
    "社区名称,常住人口,男,女\n甲,1600,810,780\n乙,1500,710,780\n丙,1400,710,680\n",
  );
  const judged = async (findingsPerCode: number) =>
    (await checkFiles([file], { findingsPerCode })).findings.filter(
      ({ code }) => code === "CDJ402",
    );
  expect((await judged(2)).map(({ area }) => area)).toEqual(["甲", "乙"]);
  expect(await judged(3)).toHaveLength(3);
});

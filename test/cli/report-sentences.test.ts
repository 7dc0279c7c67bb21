import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cdj, cdjProcess } from "./run.ts";

const report = async (stdin: string, ...options: string[]): Promise<string> => {
  const run = await cdj(["report", "-", "--lang", "zh-CN", ...options], { stdin });
  expect(run.code, run.stderr).toBe(0);
  return run.stdout;
};

describe("age structure of communities that do not all report every age", () => {
  const partial =
    "社区,0-14岁,15-59岁,60岁及以上,常住人口\n甲,100,700,200,1000\n乙,50,600,350,1000\n丙,,6000,,8000\n";

  it("is that of those that report all", async () => {
    const text = await report(partial, "--sections", "population");
    // 甲 and 乙: 100 + 50, 700 + 600, 200 + 350 of 2,000: 7.5, 65 and 27.5 %; the 6,000 of 丙 would make it 6.9 %.
    expect(text).toContain(
      "人口年龄构成（3个社区中填报齐全的2个）：0～14岁占7.5%、15～59岁占65.0%、60岁及以上占27.5%。",
    );
    expect(text).toMatch(/\| 合计\s*\|\s+2,000 \|\s+100\.0 \|/);
    expect(text).toContain("n = 2个社区，各年龄组均已填报；其余1个填报不全，各行均未计入。");
    expect(text).not.toContain("6.9");
  });
});

describe("change in an appendix", () => {
  const needy = `社区名称,年份,户数,低保户
甲,2022,1000,12
乙,2022,900,8
丙,2022,1100,7
丁,2022,800,6
戊,2022,700,9
甲,2023,1000,12
乙,2023,900,3
丙,2023,1100,7
丁,2023,800,2
戊,2023,700,9
`;

  it("is that of all communities where only small counts are withheld", async () => {
    const text = await report(needy, "--sections", "change");
    // 12 + 8 + 7 + 6 + 9 = 42; 12 + 3 + 7 + 2 + 9 = 33; −9 ÷ 42 = −21.4 %.
    expect(text).toContain("低保户由42户减至33户，下降21.4%");
    expect(text).toMatch(/\| 低保户（户）\s*\|\s+5 \|\s+0 \|\s+42 \|\s+33 \|\s+−9 \|/);
    expect(text).not.toContain("低保户持平");
  });

  const streets = (bing: string, jia = "12") => `街道,社区,年份,户数,低保户
东街道,甲,2022,500,${jia}
东街道,乙,2022,400,3
东街道,丙,2022,600,${bing}
西街道,丁,2022,500,8
西街道,戊,2022,700,10
西街道,己,2022,650,22
东街道,甲,2023,510,11
东街道,乙,2023,420,2
东街道,丙,2023,610,8
西街道,丁,2023,520,9
西街道,戊,2023,710,11
西街道,己,2023,660,20
`;
  const split = async (table: string): Promise<string> => {
    const folder = mkdtempSync(join(tmpdir(), "cdj-split-"));
    const run = await cdj(
      [
        "report",
        "-",
        "--lang",
        "zh-CN",
        "--split-by",
        "街道",
        "--output-dir",
        folder,
        "--sections",
        "change",
      ],
      { stdin: table },
    );
    expect(run.code, run.stderr).toBe(0);
    const text = readFileSync(join(folder, "东街道.md"), "utf8");
    rmSync(folder, { recursive: true });
    return text;
  };

  it("is that of the whole group in the group’s own appendix; what is withheld is not called unreported", async () => {
    const text = await split(streets("9"));
    // 12 + 3 + 9 = 24; 11 + 2 + 8 = 21: the sums of the group, as its other tables show them; −3 ÷ 24 = −12.5 %.
    expect(text).toContain("低保户由24户减至21户，下降12.5%");
    expect(text).toMatch(/\| 低保户（户）\s*\|\s+3 \|\s+0 \|\s+24 \|\s+21 \|\s+−3 \|/);
    expect(text).not.toContain("可比的");
  });

  it("is not told where a group may show nothing, and is said to be withheld, not to be lacking", async () => {
    // Without a figure of 甲, 3 and 2 are all that the group has in 2022.
    const text = await split(streets("2", ""));
    expect(text).toContain("未作比较：低保户、低保户率：数值不予公布。");
    expect(text).not.toMatch(/低保户（户）|仅有2023|没有可用/);
  });

  it("says of all areas what it says where some are new or gone, and names them", async () => {
    const text = await report(
      "社区名称,年份,常住人口\n甲,2022,5000\n乙,2022,3000\n甲,2023,5100\n丙,2023,3500\n",
      "--sections",
      "change",
    );
    // 8,000 → 8,600: 600 ÷ 8,000 = 7.5 %; 甲 alone 5,000 → 5,100, 2 %.
    expect(text).toContain("按两期全部社区计，常住人口由8,000人增至8,600人，增长7.5%");
    expect(text).toMatch(
      /\| 常住人口（人）\s*\|\s+1 \|\s+0 \|\s+5,000 \|\s+5,100 \|\s+100 \|\s+2\.0 \|\s+8,000 → 8,600（7\.5%） \|/,
    );
    expect(text).toContain("仅2023年有：丙");
    expect(text).toContain("仅2022年有：乙");
  });

  it("says whose figures they are where the others have gaps", async () => {
    const text = await report(
      "社区名称,年份,常住人口\n甲,2022,5000\n乙,2022,3000\n甲,2023,5100\n乙,2023,\n",
      "--sections",
      "change",
    );
    expect(text).toContain("可比的1个社区（共2个），常住人口由5,000人增至5,100人，增长2.0%");
    expect(text).toMatch(/\| 常住人口（人）\s*\|\s+1 \|\s+1 \|/);
  });

  it("knows from a concordance which areas were merged and split", async () => {
    const text = (
      await cdj([
        "report",
        "fixtures/merge-split.csv",
        "--concordance",
        "fixtures/merge-split-concordance.csv",
        "--sections",
        "change",
        "--lang",
        "zh-CN",
      ])
    ).stdout;
    // 5,000 + 3,000 + 2,000 + 10,000 = 20,000 → 20,600.
    expect(text).toContain("常住人口由约20,000人增至20,600人，增长约3.0%");
    expect(text).toContain("合并：乙社区、丙社区并为乙丙社区");
    expect(text).not.toContain("仅2023年有");
  });

  it("names no direction in which nothing moved", async () => {
    const text = await report(
      "社区名称,年份,户数\n甲,2022,100\n乙,2022,200\n甲,2023,110\n乙,2023,200\n",
      "--sections",
      "change",
    );
    expect(text).toContain("1个社区上升、1个社区持平。");
    expect(text).not.toContain("0个");
  });

  it("is of two periods in the basis, with the cells of both", async () => {
    const text = await report(
      "社区名称,年份,户数,党员数\n甲,2022,100,\n乙,2022,200,3\n甲,2023,110,4\n乙,2023,200,5\n",
      "--sections",
      "basis,quality",
    );
    expect(text).toContain("**数据时间**：2022年、2023年");
    // Of 2 × 2 cells of 2022 one is empty.
    expect(text).toContain("2022年：应填4格，实填3格，填报率75.0%");
    expect(text).toContain("2023年：应填4格，实填4格，填报率100.0%");
    expect(text).toMatch(/\| 2022年 \| 党员数\s*\|\s+2 \|\s+1 \|\s+1 \|/);
  });
});

describe("sentences of an appendix", () => {
  it("say of a share too small for the table that it is, and warn of columns with errors", async () => {
    const text = (
      await cdj([
        "report",
        "fixtures/faulty/funds-ten-thousandfold.csv",
        "--sections",
        "funding",
        "--lang",
        "zh-CN",
      ])
    ).stdout;
    // 39 workers × 500 × 12 = 234,000 of 3,200,000,000 yuan: 0.007 %.
    expect(text).toContain("人员经费占比不足0.05%");
    expect(text).toMatch(/\| 人员经费占比（%）\s*\|\s+… \|/);
    expect(text).toContain("请注意：检查发现经费总额（CDJ409）有错误");
  });

  it("say which named norm was not applied, and why", async () => {
    const text = await report(
      "社区名称,户数\n甲,100\n乙,200\n",
      "--norm",
      "js-jintan-2007-office,ccp-term",
      "--sections",
      "basis",
    );
    expect(text).toMatch(/`js-jintan-2007-office`）。因缺少办公用房面积，未能对照/);
    expect(text).toMatch(
      /：5年（.*`ccp-term`）。因没有指标或变量衡量社区党组织委员会任期（年），未能对照/,
    );
    const applied = await report(
      "社区名称,办公用房面积\n甲,100\n乙,200\n",
      "--norm",
      "js-jintan-2007-office",
      "--sections",
      "basis",
    );
    expect(applied).not.toContain("未能对照");
  });

  it("count ranges in the distribution and under its figure", async () => {
    const text = await report(
      "社区名称,户数\n甲,100多\n乙,200\n丙,300\n丁,\n",
      "--sections",
      "population,distribution",
    );
    expect(text).toMatch(/\| 户数（户）\s*\|\s+2 \|\s+1 \|\s+1 \|/);
    expect(text).toContain("图 A-1为4个社区的户数，其中1个仅知范围、1个未填报。");
  });

  it("leave out what is none", async () => {
    const text = await report("社区名称,户数\n甲,100\n乙,200\n", "--sections", "quality");
    expect(text).toContain("读取数据2行。");
    expect(text).toContain("检查未发现问题。");
    const found = await report("社区名称,户数\n甲,x\n乙,200\n", "--sections", "quality");
    expect(found).toMatch(/检查发现错误1处。|检查发现警告1处。|检查发现错误1处、/u);
    expect(found).not.toContain("0处");
  });

  it("say of a column that identifies persons that it is not used", async () => {
    const text = await report(
      "社区名称,户数,负责人手机号\n甲,100,13800138000\n乙,200,13900139000\n",
      "--sections",
      "quality",
    );
    expect(text).toMatch(/CDJ601.*该列未使用/u);
  });

  it("number several notes of a table in one paragraph", async () => {
    const text = (
      await cdj(["report", "fixtures/town-2007.csv", "--sections", "population", "--lang", "zh-CN"])
    ).stdout;
    expect(text).toMatch(/^注：1\. n为计入该指标的社区数。2\. 党员平均年龄：.*3\. /mu);
  });
});

describe("heads of tables in an appendix", () => {
  it("have their units, and one above the table only where all columns share it", async () => {
    const text = (await cdj(["report", "fixtures/town-2007.csv", "--lang", "zh-CN"])).stdout;
    expect(text).toContain("平均办公用房面积（m²）");
    expect(text).toContain("| 党员数（人） | 一肩挑 |");
    expect(text).toMatch(/单位：人\n\n\| 社区\s+\| 工作人员数 \|/u);
  });
});

describe("citations", () => {
  it("have the grades of a class, and the single years that an index needs", async () => {
    const cite = async (id: string) =>
      (await cdj(["explain", id, "--cite", "--lang", "zh-CN"])).stdout;
    expect(await cite("residents_ageing_level")).toContain("× 100（%）；");
    expect(await cite("residents_ageing_level")).toContain(
      "10%～20%轻度，20%～30%中度，30%以上重度",
    );
    expect(await cite("whipple_index")).toContain("按单岁年龄");
    expect(await cite("myers_index")).toContain("按单岁年龄");
  });
});

describe("options of report", () => {
  const refused = async (...options: string[]): Promise<string> => {
    const run = await cdjProcess(["report", "fixtures/town-2007.csv", ...options], {
      env: { LANG: "zh_CN.UTF-8" },
    });
    expect(run.code).toBe(2);
    expect(run.stdout).toBe("");
    return run.stderr;
  };

  it.each(["2024-13-45", "2024-02-30", "明天", "2024-1-5"])("refuse %s as a day", async (day) => {
    expect(await refused("--date", day)).toContain("不是日期：请写成 2024-03-31");
  });

  it("say what --split-by needs", async () => {
    expect(await refused("--split-by", "street")).toContain("--split-by 须与 --output-dir");
    expect(await refused("--output-dir", "out")).toContain(
      "--output-dir 须与 --split-by street 一起使用",
    );
  });

  it("name the option that was mistaken", async () => {
    const text = await refused("--split-by", "nix", "--output-dir", "out");
    expect(text).toContain("--split-by“nix”");
    expect(text).not.toContain("--by“");
  });

  it("make no folder for a file", async () => {
    expect(await refused("-o", "no-such-folder/deep/a.md")).toContain(
      "没有文件夹“no-such-folder/deep”",
    );
  });
});

describe("comparing", () => {
  it("counts the areas of each class, and names the class of each area", async () => {
    const table = "社区名称,年份,办公用房面积\n甲,2022,50\n乙,2022,150\n甲,2023,120\n乙,2023,150\n";
    const { stdout } = await cdj(
      ["compare", "-", "--indicator", "office_area_bands", "--lang", "zh-CN"],
      { stdin: table },
    );
    expect(stdout).toMatch(/不足60 ?m²\s+1\s+0\s+−1/u);
    expect(stdout).toMatch(/100～不足200 ?m²\s+1\s+2\s+1/u);
    expect(stdout).toMatch(/甲\s+不足60 ?m² → 100～不足200 ?m²/u);
    expect(stdout).toMatch(/乙\s+100～不足200 ?m²\s*$/mu);
    expect(stdout).not.toContain("0.0");
  });

  it("has the classes in JSON too", async () => {
    const table = "社区名称,年份,办公用房面积\n甲,2022,50\n乙,2022,150\n甲,2023,120\n乙,2023,150\n";
    const { stdout } = await cdj(
      ["compare", "-", "--indicator", "office_area_bands", "--format", "json"],
      { stdin: table },
    );
    const { subjects, areas } = JSON.parse(stdout);
    const [first] = Object.keys(subjects[0].classCounts.from);
    // 甲 leaves the lowest class, 50 m², for that of 乙.
    expect([
      subjects[0].classCounts.from[first as string],
      subjects[0].classCounts.to[first as string],
    ]).toEqual([1, 0]);
    const [own, other] = areas.map(
      (area: { changes: Record<string, { classes: unknown }> }) =>
        area.changes.office_area_bands?.classes,
    );
    expect(own).toEqual({ from: first, to: other.to });
    expect(other.from).toBe(other.to);
  });

  it("has nothing to say of a norm that no area was held against", async () => {
    const { stdout } = await cdj([
      "compare",
      "fixtures/town-2006-2007.csv",
      "--norm",
      "js-cz-2007-workers",
      "--theme",
      "staffing",
      "--lang",
      "zh-CN",
    ]);
    expect(stdout).toContain("由13个变为13个（共13个）");
    expect(stdout).not.toContain("共0个");
  });

  it("tells what all areas report where single counts are withheld", async () => {
    const table =
      "社区名称,年份,低保户\n甲,2022,12\n乙,2022,8\n丙,2022,9\n甲,2023,12\n乙,2023,3\n丙,2023,4\n";
    const { stdout } = await cdj(
      ["compare", "-", "--variable", "dibao_households", "--min-cell", "5", "--lang", "zh-CN"],
      { stdin: table },
    );
    // 12 + 8 + 9 = 29 → 12 + 3 + 4 = 19, or nothing: never the 12 → 12 of 甲 alone.
    expect(stdout).not.toMatch(/低保户\s+12\s+12/u);
    expect(stdout).toMatch(/低保户\s+29\s+19\s+−10/u);
  });
});

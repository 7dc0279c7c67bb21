import { describe, expect, it } from "vitest";
import { blocksOf, reportJson } from "./appendix.ts";
import { cdj } from "./run.ts";

const bySex = `社区名称,residents_male_0_14,residents_male_15_59,residents_male_60_plus,residents_female_0_14,residents_female_15_59,residents_female_60_plus
甲,10,60,30,20,50,30
乙,20,40,10,10,30,10
`;

describe("the age structure in an appendix", () => {
  it("is a pyramid where sexes and ages are known", async () => {
    const run = await cdj(["report", "-", "--lang", "zh-CN"], { stdin: bySex });
    // Men 100 + 70 = 170, women 100 + 50 = 150, of 320: 53.1 % and 46.9 %. Aged 60+: 30 + 10 men, 30 + 10 women, 80 ÷ 320 = 25 %.
    expect(run.stdout).toContain("男性170人，占53.1%；女性150人，占46.9%。");
    expect(run.stdout).toMatch(/\| 60岁及以上\s*\|\s+40 \|\s+40 \|\s+80 \|\s+25\.0 \|/);
    expect(run.stdout).toMatch(/\| 合计\s*\|\s+170 \|\s+150 \|\s+320 \|\s+100\.0 \|/);
  });

  it("is a stack for each community where only ages are", async () => {
    const run = await cdj(["report", "-", "--lang", "en"], {
      stdin: "社区名称,0-14岁,15-59岁,60岁以上\n甲,10,60,30\n乙,20,40,40\n",
    });
    // 30, 100 and 70 of 200.
    expect(run.stdout).toContain("residents by age: 0–14 15.0 %, 15–59 50.0 %, 60+ 35.0 % of all.");
  });

  it("is left out where the bands leave a gap or overlap", async () => {
    const run = await cdj(["report", "-"], {
      stdin: "社区名称,常住人口,60岁以上,65岁以上\n甲,100,30,20\n乙,100,40,30\n",
    });
    expect(run.code).toBe(0);
    expect(run.stdout).not.toContain("年龄构成");
  });

  it("draws each street in a panel of its own where communities are many", async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `街${i % 3},社区${i},${1000 + i}`).join("\n");
    const run = await cdj(["report", "-", "--format", "json", "--quiet"], {
      stdin: `街道,社区名称,常住人口\n${rows}\n`,
    });
    const [chart] = blocksOf(JSON.parse(run.stdout)).flatMap((block) => block.chart ?? []);
    expect(chart?.kind).toBe("multiples");
    const one = await reportJson("fixtures/town-2007.csv", "--sections", "space");
    expect(one.sections.map(({ id }) => id)).toEqual(["space"]);
  });
});

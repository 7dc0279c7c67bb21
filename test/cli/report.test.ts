import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { blocksOf, figuresIn, reportJson } from "./appendix.ts";
import { cdj, cdjProcess, projectRoot } from "./run.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cdj-report-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const town = "fixtures/town-2007.csv";
const norms = ["--norm", "js-jintan-2007-office,js-cz-2007-workers"];

async function written(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("cdj report", () => {
  it("states the main findings from the data", async () => {
    const run = await cdj(["report", town, ...norms]);
    expect(run.code).toBe(0);
    // fixtures/README.md: 10 of 13 communities below 500 m², 10 ÷ 13 = 76.9 %; 39 workers; 877 members.
    expect(run.stdout).toContain(
      "办公用房面积：13个社区中有10个（76.9%）低于500平方米，共缺4,180平方米。",
    );
    expect(run.stdout).toContain("13个社区合计：工作人员数39人。");
    expect(run.stdout).toContain("每千居民工作人员数（管理人口）：13个社区均低于1人，共缺136人");
    expect(run.stdout).toMatch(/\| 不足60 ?m²\s+\|\s+3 \|\s+23\.1 \|/);
  });

  it("says in each language how many tables it has and what it left out", async () => {
    const zh = await cdj(["report", "fixtures/county-town.csv", "-o", join(folder, "县城.md")]);
    expect(zh.stdout).toBe("");
    expect(zh.stderr).toMatch(
      /县城\.md {2}\d+张表、\d+幅图、7项指标解释 · 4节未列：组织（没有相应的列）、人员（没有相应的列）、经费（没有相应的列）、变动情况（只有一个时期）/,
    );
    const en = await cdj([
      "report",
      "fixtures/community-2009.csv",
      "--lang",
      "en",
      "-o",
      join(folder, "one.json"),
    ]);
    expect(en.stderr).toContain(
      "4 sections left out: premises (no column), funding (no column), differences between communities (fewer than two communities), change (one period)",
    );
  });

  it("agrees in number where there is one", async () => {
    const file = await written(
      "two.csv",
      "社区名称,常住人口(人),办公用房面积(㎡)\n甲,1000,600\n乙,1000,100\n",
    );
    const run = await cdj(["report", file, "--norm", "office_area=500", "--lang", "en"]);
    expect(run.stdout).toContain(
      "Office floor space: 1 of 2 communities (50.0 %) is below 500 m², 400 m² short in all.",
    );
  });

  it("tells what is not reported from zero and from what is withheld", async () => {
    const file = await written(
      "gaps.csv",
      "社区名称,常住人口(人),残疾人(人),办公用房面积(㎡)\n甲,1000,0,600\n乙,1000,3,\n丙,1000,9,0\n丁,1000,30,100\n",
    );
    const run = await cdj(["report", file, "--norm", "office_area=500"]);
    expect(run.stdout).toMatch(/\| 甲\s+\|\s+1,000 \|\s+0 \|/);
    expect(run.stdout).toMatch(/\| 乙\s+\|\s+1,000 \|\s+\\\* \|/);
    expect(run.stdout).toMatch(/\| 乙\s+\|\s+— \|/);
    expect(run.stdout).toMatch(/\| 丙\s+\|\s+0 \|/);
    expect(run.stdout).toContain("n = 4个社区；未填报：办公用房面积1个。");
  });

  it("numbers captions as offices do", async () => {
    const run = await cdj(["report", town, ...norms, "--caption-prefix", "附表"]);
    expect(run.stdout).toContain("附表1　人口与年龄结构：总体情况");
    expect(run.stdout).toContain("附图1　");
    expect(run.stdout).toContain("附图1为");
    expect(run.stdout).not.toContain("表 A-");
    const own = await reportJson(town, "--caption-prefix", "B", "--lang", "en");
    expect(own.captions).toEqual({ table: "Table B-", figure: "Figure B-" });
  });

  it("compares the first period with the last", async () => {
    const before = await written(
      "2006.csv",
      "社区名称,年份,常住人口(人),60岁以上党员(人),党员数(人)\n甲,2006,1000,10,40\n乙,2006,1000,10,40\n",
    );
    const after = await written(
      "2008.csv",
      "社区名称,年份,常住人口(人),60岁以上党员(人),党员数(人)\n甲,2008,1100,12,40\n乙,2008,1100,12,40\n",
    );
    const run = await cdj(["report", before, after]);
    // 2000 → 2200 is 10 %, √1.1 − 1 = 4.88 % a year; 20 ÷ 80 = 25 % → 24 ÷ 80 = 30 %, 5 points.
    expect(run.stdout).toContain("常住人口由2,000人增至2,200人，增长10.0%，年均4.9%。");
    expect(run.stdout).toContain("60岁以上党员占比由25.0%增至30.0%，上升5.0个百分点。");
  });

  it("writes the same bytes again, in another folder and another time zone", async () => {
    const other = join(folder, "elsewhere", "deeper");
    mkdirSync(other, { recursive: true });
    cpSync(join(projectRoot, town), join(other, "town-2007.csv"));
    for (const suffix of ["md", "html", "json", "docx"]) {
      const first = join(folder, `a.${suffix}`);
      const second = join(other, `a.${suffix}`);
      await cdj(["report", town, ...norms, "-o", first]);
      const run = await cdjProcess(
        ["report", "town-2007.csv", ...norms, "--output", second, "--quiet"],
        {
          cwd: other,
          env: { TZ: "Asia/Shanghai", LANG: "zh_TW.UTF-8", LC_ALL: "zh_TW.UTF-8" },
        },
      );
      expect(run.stderr).toBe("");
      expect(readFileSync(second).equals(readFileSync(first)), suffix).toBe(true);
    }
    expect(
      readFileSync(join(other, "a-fig-1.svg")).equals(readFileSync(join(folder, "a-fig-1.svg"))),
    ).toBe(true);
  });

  it("links the charts that lie beside the Markdown", async () => {
    const path = join(folder, "报告 (1).md");
    await cdj(["report", town, ...norms, "-o", path]);
    const links = [...readFileSync(path, "utf8").matchAll(/^!\[.*\]\((.*)\)$/gm)].map(
      ([, url = ""]) => decodeURI(url).replace("%28", "(").replace("%29", ")"),
    );
    expect(links).toEqual([
      "报告 (1)-fig-1.svg",
      "报告 (1)-fig-2.svg",
      "报告 (1)-fig-3.svg",
      "报告 (1)-fig-4.svg",
      "报告 (1)-fig-5.svg",
      "报告 (1)-fig-6.svg",
    ]);
    for (const link of links) expect(existsSync(join(folder, link))).toBe(true);
  });

  it("prints the command with base names and without the options of output", async () => {
    const run = await cdj([
      "report",
      join(projectRoot, town),
      "--quiet",
      "--lang=en",
      "--title",
      "A b",
      "-o",
      join(folder, "x.json"),
    ]);
    expect(run.code).toBe(0);
    expect(readFileSync(join(folder, "x.json"), "utf8")).toContain(
      '"cdj report town-2007.csv --lang en --title \\"A b\\""',
    );
    expect(readFileSync(join(folder, "x.json"), "utf8")).not.toContain(folder);
  });

  it.each([
    [["report", town, "-o", "x.pdf"], "--output"],
    [["report", town, "--format", "pdf"], "--format"],
    [["report", town, "--sections", "wages"], "--sections"],
    [["report", town, "--lorenz", "office_aera"], "office_area"],
    [["report", town, "--split-by", "street"], "--output-dir"],
    [["report", town, "--min-cell", "x"], "--min-cell"],
    [["report"], "cdj analyze"],
  ])("says what is wrong with %j", async (args, said) => {
    const run = await cdj(args);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe("");
    expect(run.stderr).toContain(said);
    expect(run.stderr).not.toContain(" at ");
  });

  it("leaves nothing behind where it cannot write", async () => {
    const before = readdirSync(folder).sort();
    const run = await cdj(["report", town, "-o", join(folder, "gaps.csv", "x.md")]);
    expect(run.code).toBe(2);
    expect(readdirSync(folder).sort()).toEqual(before);
  });
});

describe("cdj report --split-by", () => {
  it("writes one appendix for each group with its own figures, and an index", async () => {
    const out = join(folder, "out");
    const run = await cdj([
      "report",
      town,
      ...norms,
      "--split-by",
      "street",
      "--output-dir",
      out,
      "--format",
      "json",
    ]);
    expect(run.code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(["index.json", "东街道.json", "西街道.json"].sort());
    const east = readFileSync(join(out, "东街道.json"), "utf8");
    const whole = await reportJson(town, ...norms);
    const group = blocksOf(whole).find(({ id }) => id === "staffing-groups")?.rows?.[0];
    const own = figuresIn(JSON.parse(east).sections).find(
      ({ source }) =>
        source?.of === "workers_per_1000" && source.part === undefined && !source.area,
    );
    expect(own?.measured).toEqual(
      figuresIn(group).find(({ source }) => source?.of === "workers_per_1000")?.measured,
    );
    // The town's fixture: 社区01 to 社区06 lie in 东街道.
    expect(east).toContain("社区06");
    expect(east).not.toContain("社区07");
  });

  it("gives every group a file that every system takes", async () => {
    const file = await written(
      "names.csv",
      "街道,社区名称,常住人口(人)\nCON,甲,100\nCON,戊,150\na/b,乙,200\nA_B,丙,300\nindex,丁,300\n",
    );
    const out = join(folder, "names");
    const run = await cdj(["report", file, "--split-by", "street", "--output-dir", out, "--quiet"]);
    expect(run.stderr).toBe("");
    expect(
      readdirSync(out)
        .filter((name) => name.endsWith(".md"))
        .sort(),
    ).toEqual(["A_B (2).md", "_CON.md", "a_b.md", "index (2).md", "index.md"].sort());
  });
});

describe("names from the data", () => {
  const hostile = [
    "甲|乙",
    "<script>alert(1)</script>",
    "**粗**",
    "=1+1",
    "[x](javascript:alert(1))",
    "a\u001B[31mred",
    "&amp;<b>",
    "`code`",
    "::warning::x",
  ];
  it.each(["markdown", "html", "json"])("come through %s as text", async (format) => {
    const rows = hostile.map((name, i) => `"${name}",${1000 + i},${10 + i}`).join("\n");
    const file = await written("hostile.csv", `社区名称,常住人口(人),办公用房面积(㎡)\n${rows}\n`);
    const run = await cdj(["report", file, "--format", format, "--norm", "office_area=500"]);
    expect(run.code).toBe(0);
    expect(run.stdout).not.toMatch(/[\u001B\u202E]/);
    if (format === "html") expect(run.stdout.match(/<script/g)).toHaveLength(1);
    if (format === "markdown") expect(run.stdout).not.toContain("<script>");
    if (format === "json") expect(() => JSON.parse(run.stdout)).not.toThrow();
    expect(run.stdout).toContain("alert(1)");
  });
});

describe("suppression", () => {
  const table = `街道,社区名称,常住人口(人),残疾人(人),低保户(户),户数(户)
东街,甲,3000,2,40,1000
东街,乙,3500,30,50,1200
东街,丙,2800,20,60,900
西街,丁,2500,12,3,800
西街,戊,2000,14,33,700
`;

  it.each(["markdown", "html", "json"])(
    "hides small counts and what would reveal them in %s",
    async (format) => {
      const file = await written("sensitive.csv", table);
      const run = await cdj(["report", file, "--format", format, "--lorenz", "residents"]);
      expect(run.code).toBe(0);
      // 2 disabled and 3 households are small; 20 and 33 are the next smallest of their streets, which would give them away.
      // 2 ÷ 3000 = 0.67 ‰, 20 ÷ 2800 = 7.14 ‰, 3 ÷ 800 = 3.75 ‰, 33 ÷ 700 = 47.14 ‰ of what is withheld.
      for (const figure of ["0.67", "7.14", "3.75", "47.14", "0.66666", "7.142857", "47.142857"])
        expect(run.stdout).not.toContain(figure);
      expect(run.stdout).toContain(format === "json" ? '"suppressed"' : "*");
      expect(run.stdout).not.toContain("CDJ621");
    },
  );

  it("keeps the true totals, and withholds in the parts what it withholds in the whole", async () => {
    const file = await written("sensitive.csv", table);
    const whole = await reportJson(file);
    // 2 + 30 + 20 + 12 + 14 = 78
    const total = figuresIn(whole.sections).find(
      ({ source }) => source?.of === "disabled" && !source.area && source.part === undefined,
    );
    expect(total?.measured).toEqual({ value: 78 });
    const out = join(folder, "protected");
    await cdj([
      "report",
      file,
      "--split-by",
      "street",
      "--output-dir",
      out,
      "--format",
      "json",
      "--quiet",
    ]);
    const hidden = (sections: unknown): string[] =>
      [
        ...new Set(
          figuresIn(sections).flatMap(({ measured, source }) =>
            measured.absent === "suppressed" && source?.area ? [`${source.of} ${source.area}`] : [],
          ),
        ),
      ].sort();
    const parts = ["东街", "西街"].flatMap((name) =>
      hidden(JSON.parse(readFileSync(join(out, `${name}.json`), "utf8")).sections),
    );
    expect(parts.length).toBeGreaterThan(3);
    expect(hidden(whole.sections)).toEqual(expect.arrayContaining(parts));
  });

  it("is left out on request", async () => {
    const file = await written("sensitive.csv", table);
    const run = await cdj(["report", file, "--no-min-cell"]);
    expect(run.stdout).toMatch(/\| 甲\s.*\|\s+2 \|/);
    expect(run.stdout).not.toContain("不予公布");
  });
});

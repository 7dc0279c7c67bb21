import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cdj } from "./run.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cdj-render-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const town = ["--data", "fixtures/town-2007.csv", "--norm", "js-jintan-2007-office"];
const one = ["--data", "fixtures/community-2009.csv"];

function text(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const marker = (key: string, old: string): string => `<!-- cdj:v ${key} -->${old}<!-- /cdj:v -->`;

/** The text of the only marker of a rendered file. */
async function rendered(key: string, data: readonly string[] = town): Promise<string> {
  const path = text("one.md", `x ${marker(key, "")} y`);
  const run = await cdj(["render", path, ...data, "--quiet"]);
  expect(run.stderr).toBe("");
  expect(run.code).toBe(0);
  return /-->(.*)<!-- \/cdj:v/.exec(readFileSync(path, "utf8"))?.[1] ?? "";
}

it("says what is amiss with a name in the language of the screen, and that a norm has to be named", async () => {
  const path = text("amiss.md", marker("office_area.areasMissing", ""));
  const unnamed = await cdj(["render", path, "--data", "fixtures/town-2007.csv"]);
  expect(unnamed.code).toBe(2);
  expect(unnamed.stderr).toContain("office_area.areasMissing tells how the areas stand to a norm");
  expect(unnamed.stderr).not.toMatch(/Did you mean|数据项/u);
  const misspelt = await cdj([
    "render",
    text("misspelt.md", marker("workerss", "")),
    "--data",
    "fixtures/town-2007.csv",
  ]);
  expect(misspelt.stderr).toContain("the figure “workerss” is not known");
});

describe("the figures that a marker names", () => {
  // fixtures/README.md: 122 of 240 members are 60 or over, 50.83 %; 105 in service.
  it.each([
    ["members_60_plus_share fmt=percent1", "50.8%"],
    ["members_60_plus_share fmt=percent0", "51%"],
    ['members_60_plus_share area="某社区" fmt=percent2', "50.83%"],
    ["members_60_plus", "122"],
    ["in_service_ratio", "43.8%"],
    ["workers_per_1000 fmt=fixed1", "4.2"],
    ["household_size fmt=unit", "2.64人/户"],
    ["organisation_tier area=某社区", "党总支"],
  ])("%s of one community", async (key, expected) => {
    expect(await rendered(key, one)).toBe(expected);
  });

  // fixtures/README.md: 130,000 residents, 39 workers, 3 in each; 10 of 13 below 500 m², 620 m² the most; 6 communities lie in 东街道.
  it.each([
    ["residents", "130,000"],
    ["residents fmt=wan", "13.00万"],
    ["workers", "39"],
    ['workers area="社区13"', "3"],
    ['workers group="东街道" by="street"', "18"],
    ['communities group="西街道"', "7"],
    ["communities period=2007", "13"],
    ["office_area.areasMissing", "10"],
    ["office_area_shortfall.areasMissing norm=js-jintan-2007-office", "10"],
    ["office_area_shortfall.areasMissingShare fmt=percent1", "76.9%"],
    ["office_area_shortfall.threshold", "500"],
    ["office_area_bands.0-60", "3"],
    ["office_area_bands.60-100Share", "30.8%"],
    ["office_area.max", "620"],
    ["office_area.median", "96"],
    ["members.missing", "0"],
  ])("%s of the town", async (key, expected) => {
    expect(await rendered(key)).toBe(expected);
  });

  it("withholds small counts of people in need", async () => {
    const data = text(
      "sensitive.csv",
      "社区名称,常住人口(人),残疾人(人)\n甲,3000,2\n乙,3500,30\n丙,2800,20\n",
    );
    const path = text(
      "w.md",
      `${marker("disabled area=甲", "2")} ${marker("disabled", "")} ${marker("disabled_rate area=甲", "")}`,
    );
    const run = await cdj(["render", path, "--data", data]);
    expect(run.stderr).toContain("甲");
    expect(readFileSync(path, "utf8").match(/-->([^<]*)<!-- \//g)).toEqual([
      "-->*<!-- /",
      "-->52<!-- /",
      "-->*<!-- /",
    ]);
  });
});

describe("filling in place", () => {
  it("changes what stands between the markers, and no other byte", async () => {
    const prose = [
      "\uFEFF# 报告\r\n\r\n占",
      "（不含*流动*党员）。  \r\n\ttab\u00A0 ",
      " 尾\n没有换行",
    ];
    const before = `${prose[0]}${marker("members_60_plus_share fmt=percent1", "50%")}${prose[1]}${marker("residents", "")}${prose[2]}`;
    const path = text("bytes.md", before);
    await cdj(["render", path, ...town]);
    const after = readFileSync(path, "utf8");
    // 361 of 877 members are 60 or over: 41.16 %.
    expect(after).toBe(
      `${prose[0]}${marker("members_60_plus_share fmt=percent1", "41.2%")}${prose[1]}${marker("residents", "130,000")}${prose[2]}`,
    );
  });

  it("leaves code alone", async () => {
    const before = `\`\`\`md\n${marker("nothing_known", "1")}\n\`\`\`\n\n写法：\`${marker("nor_this", "2")}\`\n`;
    const path = text("code.md", before);
    const run = await cdj(["render", path, ...town]);
    expect(run.code).toBe(0);
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  it("fills a block with a section, twice the same", async () => {
    const path = text(
      "block.md",
      "a\r\n\r\n<!-- cdj:begin staffing -->old<!-- cdj:end -->\r\n\r\nz\r\n",
    );
    await cdj(["render", path, ...town]);
    const once = readFileSync(path, "utf8");
    expect(once.startsWith("a\r\n\r\n<!-- cdj:begin staffing -->\r\n")).toBe(true);
    expect(once.endsWith("<!-- cdj:end -->\r\n\r\nz\r\n")).toBe(true);
    expect(once).toContain("13个社区合计：工作人员数39人。");
    expect(once.replaceAll("\r\n", "")).not.toContain("\n");
    await cdj(["render", path, ...town]);
    expect(readFileSync(path, "utf8")).toBe(once);
    const run = await cdj(["render", path, ...town, "--check"]);
    expect(run.code).toBe(0);
  });

  it("fills a block with one table of a group, within a quotation too", async () => {
    const path = text(
      "quoted.md",
      '> <!-- cdj:begin staffing-reported group="西街道" --><!-- cdj:end -->\n',
    );
    await cdj(["render", path, ...town]);
    const filled = readFileSync(path, "utf8");
    for (const line of filled.trimEnd().split("\n")) expect(line).toMatch(/^>/);
    expect(filled).toContain("社区07");
    expect(filled).not.toContain("社区06");
  });

  it("keeps hostile names within a block", async () => {
    const data = text("hostile.csv", "社区名称,工作人员数(人)\n<!-- cdj:end -->,3\na|b,4\n");
    const path = text("hostile.md", "<!-- cdj:begin staffing --><!-- cdj:end -->\n\nz\n");
    await cdj(["render", path, "--data", data]);
    const filled = readFileSync(path, "utf8");
    expect(filled.match(/<!-- cdj:end -->/g)).toHaveLength(1);
    expect((await cdj(["render", path, "--data", data, "--check"])).code).toBe(0);
  });
});

describe("cdj render --check", () => {
  it("lists what is stale or was edited by hand, changes nothing and ends with 1", async () => {
    const before = `一\n${marker("members_60_plus_share fmt=percent1", "50.1%")}\n${marker("workers", "大约四十")}\n${marker("residents", "130,000")}\n<!-- cdj:begin space -->x<!-- cdj:end -->`;
    const path = text("stale.md", before);
    const run = await cdj(["render", path, ...town, "--check", "--lang", "zh-CN"]);
    expect(run.code).toBe(1);
    const lines = run.stdout.trim().split("\n");
    expect(lines[0]).toContain(
      "stale.md:2  members_60_plus_share   文中 50.1%   数据 41.2%   （361 ÷ 877 × 100）",
    );
    expect(lines[0]).not.toContain("手工");
    expect(lines[1]).toMatch(/stale\.md:3 {2}workers {3}文中 大约四十 {3}数据 39 .*经手工改动$/);
    expect(lines[2]).toContain("stale.md:5  space");
    expect(lines).toHaveLength(4);
    expect(lines[3]).toContain("3处与数据不符 · cdj render ");
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  it("tells a block that was edited from one that is stale", async () => {
    const path = text("edited.md", "<!-- cdj:begin staffing --><!-- cdj:end -->");
    await cdj(["render", path, ...town]);
    writeFileSync(path, readFileSync(path, "utf8").replace("39人", "40人"));
    const edited = await cdj(["render", path, ...town, "--check", "--lang", "en"]);
    expect(edited.stdout).toContain("block was edited by hand");
    await cdj(["render", path, ...town]);
    const stale = await cdj([
      "render",
      path,
      "--data",
      "fixtures/community-2009.csv",
      "--check",
      "--lang",
      "en",
    ]);
    expect(stale.stdout).toContain("block is stale");
  });

  it("ends with 0 when all is in step", async () => {
    const path = text("fine.md", marker("workers", "39"));
    const run = await cdj(["render", path, ...town, "--check", "--lang", "en"]);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain("all 1 place is in step with the data");
  });
});

describe("mistakes", () => {
  it.each([
    [`a\n${marker("members_60_plus_shar", "1")}`, ":2:", "members_60_plus_share"],
    [marker("office_area.areasMising", "1"), ":1:", "office_area.areasMissing"],
    [marker('workers area="社区14"', "1"), ":1:", "社区1"],
    [marker('workers group="东街" by=street', "1"), ":1:", "东街道"],
    [marker("workers period=2008", "1"), ":1:", "2007"],
    [marker("workers fmt=percent1", "1"), ":1:", "fmt"],
    ["<!-- cdj:begin stafing --><!-- cdj:end -->", ":1:", "staffing"],
    ["a\n\n<!-- cdj:v workers -->1", ":3:", "not closed"],
    [`<!-- cdj:begin space -->${marker("workers", "1")}<!-- cdj:end -->`, ":1:", "within another"],
  ])("%j names its line and the way out", async (content, line, said) => {
    const path = text("wrong.md", content);
    const run = await cdj(["render", path, ...town]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(`wrong.md${line}`);
    expect(run.stderr).toContain(said);
    expect(run.stderr.trim().split("\n")).toHaveLength(1);
    expect(readFileSync(path, "utf8")).toBe(content);
  });

  it("takes UTF-8 only, and says so", async () => {
    const path = text("gbk.md", Uint8Array.from([0xb1, 0xa8, 0xb8, 0xe6]));
    const run = await cdj(["render", path, ...town]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("UTF-8");
  });

  it("needs data and a text", async () => {
    expect((await cdj(["render", text("x.md", "x")])).stderr).toContain("--data");
    expect((await cdj(["render", ...town])).stderr).toContain("report.md");
    expect((await cdj(["render", join(folder, "none.md"), ...town])).code).toBe(2);
  });
});

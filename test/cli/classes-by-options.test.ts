import { describe, expect, it } from "vitest";
import { languages } from "../../src/survey/language.ts";
import { cdj } from "./run.ts";

/** Classes by other edges than the usual ones bear their titles everywhere: their ids are for programs. */
const set = ["--set", "office_area_bands.edges=50,300"];
const usual = /60|100|200/u;
const titles = {
  en: ["below 50 m²", "50 to below 300 m²", "300 m² and more"],
  "zh-CN": ["不足50 m²", "50～不足300 m²", "300 m²及以上"],
  "zh-TW": ["未滿50 m²", "50～未滿300 m²", "300 m²以上"],
} as const;

const runs = {
  analyze: ["analyze", "fixtures/town-2007.csv", "--indicator", "office_area_bands"],
  compare: ["compare", "fixtures/town-2006-2007.csv", "--indicator", "office_area_bands", "--all"],
  explain: ["explain", "office_area_bands", "fixtures/town-2007.csv"],
};

describe.each(languages)("classes by options of one's own in %s", (language) => {
  it.each(Object.entries(runs))("%s", async (_, args) => {
    const { stdout, stderr } = await cdj([
      ...args,
      ...set,
      "--format",
      "markdown",
      "--lang",
      language,
    ]);
    for (const title of titles[language]) expect(stdout, stderr).toContain(title);
    expect(stdout).not.toMatch(/(?<![\d.-])(?:0-50|50-300|300\+)/u);
  });

  it("report, in its tables, sentences and definitions", async () => {
    const { stdout, stderr } = await cdj([
      ...["report", "fixtures/town-2007.csv", "--format", "markdown", "--lang", language, ...set],
    ]);
    for (const title of titles[language]) expect(stdout, stderr).toContain(title);
    expect(stdout).not.toMatch(/(?<![\d.-])(?:0-50|50-300|300\+)/u);
    const definition = stdout
      .split("\n")
      .find((line) => /exclusive classes|互不重叠|互不重疊/u.test(line));
    expect(definition?.replace(/.*(?:classes|上限：)/u, "")).not.toMatch(usual);
  });
});

// Writes docs/ and the generated blocks of README from the definitions and the built program; the same definitions give the same bytes.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checks } from "../src/checks/index.ts";
import { variables } from "../src/codebook/index.ts";
import { unitOf } from "../src/codebook/units.ts";
import { type Indicator, themes } from "../src/indicators/define.ts";
import { indicators } from "../src/indicators/index.ts";
import { norms } from "../src/norms/index.ts";
import { configJsonSchema } from "../src/program/config/config-json-schema.ts";
import { renderMarkdown } from "../src/render/documents/markdown.ts";
import { analysisJsonSchema } from "../src/report/analysis/analysis-schema.ts";
import { comparisonJsonSchema } from "../src/report/comparison/comparison-schema.ts";
import { checkBlocks } from "../src/report/explain/explain-check.ts";
import { indicatorBlocks } from "../src/report/explain/explain-indicator.ts";
import { type ListName, listNames } from "../src/report/explain/explain-lists.ts";
import { normBlocks } from "../src/report/explain/explain-norm.ts";
import { statisticBlocks } from "../src/report/explain/explain-statistic.ts";
import { variableBlocks } from "../src/report/explain/explain-variable.ts";
import { statistics } from "../src/report/statistics/index.ts";
import type { Block } from "../src/survey/document.ts";
import { type Language, languages, type Text } from "../src/survey/language.ts";
import { wordsOf } from "../src/words/locales/index.ts";

const generated: Text = {
  en: "Generated from the definitions by npm run docs; changes belong in src.",
  "zh-CN": "由 npm run docs 根据定义生成；修改请在 src 中进行。",
  "zh-TW": "由 npm run docs 依定義產生；修改請在 src 中進行。",
};

const pages: Readonly<Record<ListName, (language: Language) => Block[]>> = {
  variables: (language) =>
    variables.flatMap((variable) => variableBlocks(variable, language, 2, true)),
  indicators: (language) =>
    indicators.flatMap((indicator) =>
      indicatorBlocks(indicator, language, { level: 2, all: true }),
    ),
  norms: (language) => norms.flatMap((norm) => normBlocks(norm, language, 2)),
  statistics: (language) =>
    statistics.flatMap((statistic) => statisticBlocks(statistic, language, 2)),
  checks: (language) => checks.flatMap((check) => checkBlocks(check, language, 2)),
};

function write(path: string, text: string): void {
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
}

function writePages(): void {
  for (const language of languages) {
    for (const name of listNames) {
      const head: Block[] = [
        { kind: "heading", level: 1, text: wordsOf(language).explain[name] },
        { kind: "paragraph", content: [generated[language]] },
      ];
      write(
        `docs/${language}/${name}.md`,
        renderMarkdown({ language, blocks: [...head, ...pages[name](language)] }),
      );
    }
  }
}

/** The words of a command line: split at blanks, but not inside "…". */
const words = (line: string): string[] =>
  [...line.matchAll(/(?:"[^"]*"|[^\s"])+/g)].map(([word]) => word.replace(/"([^"]*)"/g, "$1"));

/** What the built program prints, nothing of this machine's locale, colours or width in it. */
function cdj(args: readonly string[]): string {
  const env = {
    PATH: process.env.PATH ?? "",
    LANG: "C.UTF-8",
    NO_COLOR: "1",
    COLUMNS: "100",
    TZ: "UTC",
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/cdj.js", ...args], {
    encoding: "utf8",
    env,
  });
  if (status !== 0) throw new Error(`cdj ${args.join(" ")}: exit ${status}\n${stderr}`);
  return stdout;
}

const fenced = (text: string): string =>
  `\`\`\`text\n${text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim()}\n\`\`\`\n`;

function writeCommands(): void {
  const overview = cdj(["--help"]);
  const listed = /^Commands:\n((?: {2}.*\n)+)/m.exec(overview)?.[1] ?? "";
  const names = [...listed.matchAll(/^ {2}([a-z]+)/gm)]
    .map(([, name = ""]) => name)
    .filter((name) => name !== "help");
  if (names.length === 0) throw new Error("cdj --help names no command");
  const sections = names.map((name) => `## cdj ${name}\n\n${fenced(cdj([name, "--help"]))}`);
  write(
    "docs/commands.md",
    ["# Commands\n", `${generated.en}\n`, fenced(overview), ...sections].join("\n"),
  );
}

/** All indicators in one table: what stands in README. */
function catalogue(): string {
  const { themes: themeTitles, rollups } = wordsOf("en");
  const rows = themes.flatMap((theme) =>
    (indicators as readonly Indicator[])
      .filter((indicator) => indicator.theme === theme)
      .map(({ id, title, unit, rollup }, i) => [
        i === 0 ? themeTitles[theme] : "",
        [{ code: id }],
        title.en,
        title["zh-CN"],
        unitOf(unit).sign.en,
        rollups[rollup].split(/[:;,]/)[0] as string,
      ]),
  );
  const columns = ["Theme", "Id", "Indicator", "指标", "Unit", "Roll-up"].map((title) => ({
    id: title,
    title,
    align: "left" as const,
  }));
  return renderMarkdown({
    language: "en",
    blocks: [{ kind: "table", id: "catalogue", title: "", columns, rows }],
  });
}

/** Fills the blocks between `<!-- screen: … -->` and `<!-- /screen -->`, and the catalogue. */
function fillReadme(): void {
  const readme = readFileSync("README.md", "utf8");
  const filled = readme
    .replace(
      /(<!-- screen: (.*?) -->\n)[\s\S]*?(<!-- \/screen -->)/g,
      (_, open: string, command: string, close: string) =>
        open + fenced(cdj(words(command))) + close,
    )
    .replace(
      /(<!-- catalogue -->\n)[\s\S]*?(<!-- \/catalogue -->)/g,
      (_, open: string, close: string) => `${open}\n${catalogue()}\n${close}`,
    );
  if (filled !== readme) writeFileSync("README.md", filled);
}

writePages();
writeCommands();
write("docs/analyze.schema.json", `${JSON.stringify(analysisJsonSchema(), null, 2)}\n`);
write("docs/config.schema.json", `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
write("docs/compare.schema.json", `${JSON.stringify(comparisonJsonSchema(), null, 2)}\n`);
fillReadme();

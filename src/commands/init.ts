import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import type { CommandModule } from "../program/command.ts";
import { configName } from "../program/config/config.ts";
import { selectIndicators, selectNorms } from "../program/config/selection.ts";
import { languageOption, machineLanguage } from "../program/language.ts";
import { list } from "../program/list-option.ts";
import { remark, writeWhole } from "../program/output/output.ts";
import { renderCsv } from "../render/sheets/csv.ts";
import { renderForm } from "../render/sheets/form-xlsx.ts";
import { renderJson } from "../render/sheets/json.ts";
import { type TemplateColumn, templateColumns } from "../report/tidy/template-columns.ts";
import { CdjError } from "../survey/error.ts";
import type { Language, Text } from "../survey/language.ts";
import { wordsOf } from "../words/locales/index.ts";
import { phrase } from "../words/phrase.ts";

const usage = `
Examples:
  cdj init
  cdj init --form --lang zh-CN
  cdj init --schema survey.csv
  cdj init survey-2025 --theme staffing,space --norm js-jintan-2007-office

It writes cdj.config.json and an empty table: survey.csv (调查表.csv), or with --form survey.xlsx (调查表.xlsx) with drop-down lists and
checked cells. Fill it in and run cdj analyze on it: no --map is needed. Files that are there are left alone without --force.
With --schema and a table it writes survey.schema.json, a Frictionless Table Schema which that table meets: cdj check --schema holds others to it.

Exit codes: 0 written, 2 could not run.`;

interface Options {
  form?: boolean;
  schema?: boolean;
  indicator: string[];
  theme: string[];
  norm: string[];
  lang?: string;
  force?: boolean;
  quiet?: boolean;
}

export const declare: CommandModule["declare"] = (command: Command, done) => {
  command
    .argument("[folder]", "where to write; with --schema, a table", ".")
    .option("--form", "an .xlsx form with drop-down lists and checked cells instead of a CSV file")
    .option(
      "--schema",
      "of a table: its Frictionless Table Schema; else the JSON Schema of the config file too, for editors",
    )
    .option("--indicator <ids>", "columns for these indicators", list, [])
    .option(
      "--theme <names>",
      "columns for these themes: population, age, organisation, staffing, space, funding",
      list,
      [],
    )
    .option("--norm <ids>", "norms for the config file", list, [])
    .option("--lang <language>", "en, zh-CN or zh-TW: of the headers and of the config file")
    .option("--force", "replace files that are there")
    .option("--quiet", "no remarks on standard error")
    .addHelpText("after", usage)
    .action(async (folder: string, options: Options) => {
      if (options.schema && existsSync(folder) && statSync(folder).isFile())
        await writeTableSchema(folder, options);
      else await run(folder, options);
      done(0);
    });
};

const tableNames: Text = { en: "survey", "zh-CN": "调查表", "zh-TW": "調查表" };
const schemaName = "cdj.config.schema.json";

async function run(folder: string, options: Options): Promise<void> {
  const language = options.lang === undefined ? machineLanguage() : languageOption(options.lang);
  const named = options.indicator.length + options.theme.length > 0;
  const indicators = named ? selectIndicators(options.indicator, options.theme) : [];
  selectNorms(options.norm);
  const columns = templateColumns(indicators, language);
  const config = {
    ...(options.schema && { $schema: `./${schemaName}` }),
    language,
    norms: options.norm,
    ...(named && { onlyIndicators: [...options.theme, ...options.indicator] }),
    mapping: {},
    indicators: {},
  };
  // A form comes beside a config that is there already.
  const begun =
    options.form === true && options.force !== true && existsSync(join(folder, configName));
  const files: readonly (readonly [string, string | Uint8Array])[] = [
    ...(begun ? [] : ([[configName, renderJson(config)]] as const)),
    options.form
      ? [`${tableNames[language]}.xlsx`, renderForm(columns, language)]
      : [`${tableNames[language]}.csv`, emptyCsv(columns)],
    ...(options.schema
      ? ([
          [
            schemaName,
            renderJson(
              (await import("../program/config/config-json-schema.ts")).configJsonSchema(),
            ),
          ],
        ] as const)
      : []),
  ];
  write(folder, files, options, language);
}

/** A schema beside the table that meets it. */
async function writeTableSchema(table: string, options: Options): Promise<void> {
  const language = options.lang === undefined ? machineLanguage() : languageOption(options.lang);
  const { inferSchema } = await import("../program/reading/schema-write.ts");
  const schema = renderJson(await inferSchema(table, {}, language));
  write(".", [[`${table.replace(/\.[^./\\]*$/u, "")}.schema.json`, schema]], options, language);
}

/** With a byte order mark and CR LF: Excel then reads it as UTF-8. */
const emptyCsv = (columns: readonly TemplateColumn[]): string =>
  renderCsv([columns.map(({ header }) => header)], { bom: true }).replaceAll("\n", "\r\n");

/** All or none: nothing is written where one of them is there. */
function write(
  folder: string,
  files: readonly (readonly [string, string | Uint8Array])[],
  options: Options,
  language: Language,
): void {
  const paths = files.map(([name]) => (folder === "." ? name : join(folder, name)));
  const there = paths.find((path) => existsSync(path));
  if (there !== undefined && options.force !== true)
    throw new CdjError("file-exists", { file: there });
  files.forEach(([, content], i) => {
    writeWhole(paths[i] as string, content);
    if (!options.quiet)
      remark(phrase(wordsOf(language).program.written, { file: paths[i] as string }, language));
  });
}

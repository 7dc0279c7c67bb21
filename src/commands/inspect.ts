import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import type { Command } from "commander";
import type { CommandModule } from "../program/command.ts";
import { configName, loadConfig } from "../program/config/config.ts";
import { configProtection } from "../program/config/protection-rules.ts";
import { headerLanguage, languageOption, machineLanguage, speakIn } from "../program/language.ts";
import { formatAmong } from "../program/output/delivery.ts";
import { colourful, print, remark, terminalWidth, writeWhole } from "../program/output/output.ts";
import { keepInputs } from "../program/reading/inputs-kept.ts";
import { inspectFiles } from "../program/reading/inspect-files.ts";
import {
  addReadingOptions,
  type ReadingOptions,
  readingOptions,
} from "../program/reading/reading-options.ts";
import { savedMappingOf, savedPlanOf } from "../program/reading/saved-plans.ts";
import { renderTerminal } from "../render/documents/terminal.ts";
import { renderJson } from "../render/sheets/json.ts";
import { type Inspected, inspectionDocument } from "../report/inspect/inspection-document.ts";
import { inspectionJson } from "../report/inspect/inspection-json.ts";
import { CdjError } from "../survey/error.ts";
import { wordsOf } from "../words/locales/index.ts";
import { inspectWords } from "../words/locales/inspect.ts";
import { phrase } from "../words/phrase.ts";

const usage = `
JSON:     one table is an object, several are an array of such objects.
--cells:  with --format json, also "header" (one text per column) and "cells" (every row below the header as it stands in the file; totals are
          kept, notes and blank rows left out; only columns that may identify persons, and those that the config protects, are withheld).
--save:   puts the mapping and the plan of each file into cdj.config.json beside it; --locked then fails when a file no longer fits.

Examples:
  cdj inspect survey.csv
  cdj inspect survey.csv --format json --cells
  cdj inspect yearbook.csv --table 2
  cdj inspect survey.csv --map "单位=area" --save
  cdj inspect survey.csv --locked

Exit codes: 0 shown, 2 could not be read (or, with --locked, no longer fits).`;

interface Options extends ReadingOptions {
  cells?: boolean;
  save?: boolean;
  format: string;
  lang?: string;
  output?: string;
  all?: boolean;
  quiet?: boolean;
  config?: string | false;
}

export const declare: CommandModule["declare"] = (command: Command, done) => {
  command.argument("[files...]", "tables, folders or globs; - is standard input");
  addReadingOptions(command)
    .option("--cells", "with --format json: the header and every row below it")
    .option("--save", "put mapping and plan into the config file")
    .option("--all", "show every column, whatever the width")
    .option("--lang <language>", "en, zh-CN or zh-TW")
    .option("--format <format>", "terminal or json", "terminal")
    .option("-o, --output <file>", "write there instead of standard output")
    .option("--config <file>", "a config file; else cdj.config.json beside the data or above it")
    .option("--no-config", "read no config file")
    .option("--quiet", "no remarks on standard error")
    .addHelpText("after", usage)
    .action(async (files: string[], options: Options) => {
      await run(files, options);
      done(0);
    });
};

async function run(files: readonly string[], options: Options): Promise<void> {
  if (files.length === 0) throw new CdjError("no-files");
  const loaded = await loadConfig(options.config, files);
  await keepInputs([options.output], [...files, loaded.file]);
  const format = formatAmong(options.format, { terminal: true, json: true }, options.output);
  const asked = options.lang ?? loaded.config.language;
  const tables = await inspectFiles(files, {
    ...readingOptions(options, loaded.config),
    ...(options.cells && { cells: true }),
    ...configProtection(loaded.config),
  });
  const headers = tables.flatMap(({ plan }) => plan.columns.map(({ header }) => header));
  const ofTerminal = format === "terminal" && options.output === undefined;
  const language =
    asked === undefined
      ? ofTerminal
        ? machineLanguage()
        : headerLanguage(headers)
      : languageOption(asked);
  speakIn(language);
  const config = loaded.file ?? configBeside(tables);
  const text =
    format === "json"
      ? renderJson(inspectionJson(tables, language))
      : renderTerminal(inspectionDocument(tables, config, language), {
          width: options.all ? Number.POSITIVE_INFINITY : terminalWidth(),
          color: options.output === undefined && colourful(),
        });
  if (options.output === undefined) await print(text);
  else {
    writeWhole(options.output, text);
    if (!options.quiet)
      remark(phrase(wordsOf(language).program.written, { file: options.output }, language));
  }
  if (!options.save) return;
  save(tables, config);
  if (!options.quiet)
    for (const { file } of tables)
      remark(phrase(inspectWords(language).saved, { file, config }, language));
}

/** The config file beside the first table. */
function configBeside([first]: readonly Inspected[]): string {
  const file = first?.file ?? "-";
  const path = file === "-" ? configName : join(dirname(file), configName);
  return relative(process.cwd(), path) || path;
}

/** Adds mappings and plans to a config file, or makes one; whatever else it says stays as it is. */
function save(tables: readonly Inspected[], config: string): void {
  const before = existsSync(config)
    ? (JSON.parse(readFileSync(config, "utf8").replace(/^\uFEFF/u, "")) as Record<string, unknown>)
    : {};
  const mapping = Object.assign(
    {},
    before.mapping,
    ...tables.map(({ plan }) => savedMappingOf(plan)),
  );
  const plans = Object.assign(
    {},
    before.plans,
    ...tables.map(({ plan }) => ({ [basename(plan.file)]: savedPlanOf(plan) })),
  );
  writeWhole(config, `${JSON.stringify({ ...before, mapping, plans }, undefined, 2)}\n`);
}

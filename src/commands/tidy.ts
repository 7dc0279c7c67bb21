import type { Command } from "commander";
import type { CommandModule } from "../cli.ts";
import { wordsOf } from "../locales/words.ts";
import { loadConfig } from "../program/config.ts";
import { languageOption, machineLanguage } from "../program/language.ts";
import { colourful, print, remark, terminalWidth, writeWhole } from "../program/output.ts";
import { askedPeriods } from "../program/periods.ts";
import { readSurvey } from "../program/read.ts";
import { addReadingOptions, type ReadingOptions, readingOptions } from "../program/reading-options.ts";
import { renderCsv } from "../render/csv.ts";
import { renderTerminal } from "../render/terminal.ts";
import { phrase } from "../report/phrase.ts";
import { type TidyTable, tidyObjects, tidyRows, tidyTable } from "../report/tidy.ts";
import { readingRemarks } from "../report/tidy-remarks.ts";
import { CdjError } from "../survey/error.ts";

const usage = `
Columns: area_code, the units the area lies in (street, district, …), area, period; then ids of the codebook in base units (yuan, m², persons).
Cells:   ≈16000 is approximate, [130000..140000) an interval (13万多); categories are ids, cdj explain variables lists them.
Formats: csv, jsonl and xlsx by the name of --output, or by --format; cdj reads csv and xlsx back with the same totals.

Examples:
  cdj tidy survey.xlsx
  cdj tidy households.csv members.csv office.csv --output tidy.csv --bom
  cdj tidy forms/ --output tidy.xlsx
  cdj tidy survey.csv --long --output tidy.jsonl

Exit codes: 0 written (also with findings in the data), 2 could not run.`;

interface Options extends ReadingOptions {
  long?: boolean;
  format?: string;
  output?: string;
  bom?: boolean;
  lang?: string;
  quiet?: boolean;
  config?: string | false;
}

export const declare: CommandModule["declare"] = (command: Command, done) => {
  command.argument("[files...]", "tables of areas, folders or globs; - is standard input");
  addReadingOptions(command)
    .option("--long", "one row per area, period and variable")
    .option("--output <file>", "write there instead of standard output; .csv, .jsonl or .xlsx")
    .option("--format <format>", "csv, jsonl or xlsx")
    .option("--bom", "begin a CSV file with a mark by which Excel knows UTF-8")
    .option("--lang <language>", "of the remarks: en, zh-CN or zh-TW")
    .option("--config <file>", "a config file (mapping)")
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
  const format = formatOf(options);
  const { config } = await loadConfig(options.config, files);
  const asked = options.lang ?? config.language;
  const language = asked === undefined ? machineLanguage() : languageOption(asked);
  const read = await readSurvey(files, readingOptions(options, config));
  const periods = options.period.length === 0 ? undefined : askedPeriods(read, options.period);
  const table = tidyTable(read.survey, { long: options.long === true, ...(periods && { periods }) });
  const content = await renderings[format](table, options);
  if (!options.quiet) remark(renderTerminal(readingRemarks(read, language), { width: terminalWidth(), color: colourful() }).trimEnd());
  if (options.output === undefined) {
    await print(content);
    return;
  }
  writeWhole(options.output, content);
  if (!options.quiet) remark(phrase(wordsOf(language).program.written, { file: options.output }, language));
}

const renderings: Readonly<Record<Format, (table: TidyTable, options: Options) => Promise<string | Uint8Array>>> = {
  csv: async (table, options) => renderCsv(tidyRows(table), { bom: options.bom === true }),
  jsonl: async (table) => (await import("../render/json-lines.ts")).renderJsonLines(tidyObjects(table)),
  xlsx: async (table) => (await import("../render/xlsx.ts")).renderXlsx(tidyRows(table), { sheet: "tidy" }),
};

type Format = "csv" | "jsonl" | "xlsx";

/** By --format, else by the name of the output, else CSV. */
function formatOf({ format, output }: Options): Format {
  const text = format ?? /\.(jsonl|ndjson|xlsx)$/i.exec(output ?? "")?.[1]?.toLowerCase() ?? "csv";
  if (text === "ndjson") return "jsonl";
  if (text === "xlsx" && output === undefined && process.stdout.isTTY) {
    throw new CdjError("bad-option-value", { option: "format", value: text, expected: "--output table.xlsx" });
  }
  if (Object.hasOwn(renderings, text)) return text as Format;
  throw new CdjError("bad-option-value", { option: "format", value: text, expected: Object.keys(renderings).join(", ") });
}

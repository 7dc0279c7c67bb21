import type { Command } from "commander";
import { guarded } from "../analysis/analyse.ts";
import { type JudgedSurvey, judgedSurvey } from "../program/checking/judged-survey.ts";
import type { CommandModule } from "../program/command.ts";
import { openProject } from "../program/config/project.ts";
import { groupingOf } from "../program/config/selection.ts";
import { machineLanguage } from "../program/language.ts";
import { formatOfFile } from "../program/output/format-of-file.ts";
import { colourful, print, remark, terminalWidth, writeWhole } from "../program/output/output.ts";
import { askedPeriods, periodsOf } from "../program/reading/asked-periods.ts";
import { keepInputs } from "../program/reading/inputs-kept.ts";
import { type ReadSurvey, readSurvey } from "../program/reading/read-survey.ts";
import {
  addReadingOptions,
  type ReadingOptions,
  readingOptions,
} from "../program/reading/reading-options.ts";
import { basesOfObservations } from "../program/reading/residents-basis.ts";
import { renderTerminal } from "../render/documents/terminal.ts";
import { renderCsv } from "../render/sheets/csv.ts";
import { renderJson } from "../render/sheets/json.ts";
import { readingRemarks, type Shown } from "../report/tidy/tidy-remarks.ts";
import { type TidyTable, tidyObjects, tidyRows, tidyTable } from "../report/tidy/tidy-table.ts";
import { CdjError } from "../survey/error.ts";
import type { Language } from "../survey/language.ts";
import { wordsOf } from "../words/locales/index.ts";
import { phrase } from "../words/phrase.ts";

const usage = `
Columns: area_code, the units the area lies in (street, district, …), area, period, residents_basis (where it is not the
         usual one); then ids of the codebook in base units (yuan, m², persons).
Cells:   ≈16000 is approximate, [130000..140000) an interval (13万多); categories are ids, cdj explain variables lists them.
Formats: csv, json (with sources and findings), jsonl, xlsx and parquet by the name of --output, or by --format; cdj reads csv, xlsx and parquet back with the same totals.

Examples:
  cdj tidy survey.xlsx
  cdj tidy households.csv members.csv office.csv --output tidy.csv --bom
  cdj tidy forms/ --output tidy.xlsx
  cdj tidy survey.csv --long --output tidy.jsonl
  cdj tidy survey.csv --output tidy.parquet

Exit codes: 0 written (also with findings in the data), 2 could not run.`;

interface Options extends ReadingOptions {
  long?: boolean;
  format?: string;
  output?: string;
  bom?: boolean;
  lang?: string;
  quiet?: boolean;
  config?: string | false;
  minCell?: string;
}

export const declare: CommandModule["declare"] = (command: Command, done, version) => {
  command.argument("[files...]", "tables of areas, folders or globs; - is standard input");
  addReadingOptions(command)
    .option("--long", "one row per area, period and variable")
    .option(
      "-o, --output <file>",
      "write there instead of standard output; .csv, .json, .jsonl, .xlsx or .parquet",
    )
    .option("--format <format>", "csv, json, jsonl, xlsx or parquet")
    .option("--bom", "begin a CSV file with a mark by which Excel knows UTF-8")
    .option("--lang <language>", "of the remarks: en, zh-CN or zh-TW")
    .option("--config <file>", "a config file (mapping)")
    .option("--no-config", "read no config file")
    .option(
      "--min-cell <n>",
      "withhold counts from 1 to n−1 of people in need, and what would reveal them",
    )
    .option("--quiet", "no remarks on standard error")
    .addHelpText("after", usage)
    .action(async (files: string[], options: Options) => {
      await run(files, options, version);
      done(0);
    });
};

async function run(files: readonly string[], options: Options, version: string): Promise<void> {
  if (files.length === 0) throw new CdjError("no-files");
  const format = formatOf(options);
  const project = await openProject(files, options);
  const { config, file, language = machineLanguage(), known, by, protection } = project;
  await keepInputs([options.output], [...files, options.roster, file]);
  const read = await readSurvey(files, { ...readingOptions(options, config), attributes: by });
  const judged = await judgedSurvey(read, project, protection);
  const periods = options.period.length === 0 ? undefined : askedPeriods(read, options.period);
  const headers = read.sources.flatMap(({ plan }) => plan.columns.map(({ header }) => header));
  const groupings = protection
    ? by.map((name) => groupingOf(name, read.survey, headers, language))
    : [];
  const shown = guarded(read.survey, {
    periods: periods ?? periodsOf(read),
    groupings,
    indicators: known,
    ...(protection && { protection }),
  });
  const table = tidyTable(shown, {
    long: options.long === true,
    bases: basesOfObservations(read),
    ...(periods && { periods }),
  });
  const members = shown.observations.flatMap(({ period }, i) =>
    periods === undefined || periods.includes(period) ? [i] : [],
  );
  const content = await renderings[format](table, {
    options,
    read,
    judged,
    shown: { survey: shown, members },
    version,
    language,
  });
  if (!options.quiet)
    remark(
      renderTerminal(readingRemarks({ ...read, ...judged }, { survey: shown, members }, language), {
        width: terminalWidth(),
        color: colourful(),
      }).trimEnd(),
    );
  if (options.output === undefined) {
    await print(content);
    return;
  }
  writeWhole(options.output, content);
  if (!options.quiet)
    remark(phrase(wordsOf(language).program.written, { file: options.output }, language));
}

/** What a format may say beside the table. */
interface Rendering {
  readonly options: Options;
  readonly read: ReadSurvey;
  readonly judged: JudgedSurvey;
  readonly shown: Shown;
  readonly version: string;
  readonly language: Language;
}

const renderings: Readonly<
  Record<Format, (table: TidyTable, rendering: Rendering) => Promise<string | Uint8Array>>
> = {
  csv: async (table, { options }) => renderCsv(tidyRows(table), { bom: options.bom === true }),
  json: async (table, { read, judged, shown, version, language }) => {
    const { tidyJson } = await import("../report/tidy/tidy-json.ts");
    return renderJson(tidyJson(table, shown, { ...read, ...judged }, version, language));
  },
  jsonl: async (table) =>
    (await import("../render/sheets/json-lines.ts")).renderJsonLines(tidyObjects(table)),
  xlsx: async (table) =>
    (await import("../render/sheets/xlsx.ts")).renderXlsx(tidyRows(table), { sheet: "tidy" }),
  parquet: async (table, { options: { output = "-" } }) =>
    (await import("../program/output/parquet-output.ts")).parquetBytes(tidyRows(table), output),
};

type Format = "csv" | "json" | "jsonl" | "xlsx" | "parquet";

/** By --format, else by the name of the output, else CSV. */
function formatOf({ format, output }: Options): Format {
  const asked = format === "ndjson" ? "jsonl" : format;
  const formats = Object.keys(renderings) as Format[];
  const text =
    asked === undefined || Object.hasOwn(renderings, asked)
      ? (formatOfFile(asked as Format | undefined, formats, output) ?? "csv")
      : asked;
  if ((text === "xlsx" || text === "parquet") && output === undefined && process.stdout.isTTY) {
    throw new CdjError("bad-option-value", {
      option: "format",
      value: text,
      expected: `--output table.${text}`,
    });
  }
  if (Object.hasOwn(renderings, text)) return text as Format;
  throw new CdjError("bad-option-value", {
    option: "format",
    value: text,
    expected: Object.keys(renderings).join(", "),
  });
}

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import type { CommandModule } from "../program/command.ts";
import { addProjectOptions, openProject } from "../program/config/project.ts";
import { headerLanguage } from "../program/language.ts";
import { list } from "../program/list-option.ts";
import {
  type AppendixFormat,
  filesOf,
  formatNamed,
  formatOfFile,
  suffixOf,
  textOf,
} from "../program/output/appendix-files.ts";
import {
  type AppendixRequest,
  appendixInput,
  type Computed,
  computeFor,
  sectionsOf,
} from "../program/output/appendix-input.ts";
import { commandLine } from "../program/output/command-line.ts";
import { tellNorms } from "../program/output/norms-told.ts";
import { print, remark } from "../program/output/output.ts";
import { type OutputFile, writeSet } from "../program/output/output-set.ts";
import { readConcordance } from "../program/reading/concordance-file.ts";
import { keepInputs } from "../program/reading/inputs-kept.ts";
import { readSurvey } from "../program/reading/read-survey.ts";
import {
  addReadingOptions,
  type ReadingOptions,
  readingOptions,
} from "../program/reading/reading-options.ts";
import { appendixOf, summaryOf } from "../report/appendix/appendix.ts";
import { appendixIndex } from "../report/appendix/appendix-index.ts";
import { safeFileNames } from "../report/safe-file-name.ts";
import { CdjError } from "../survey/error.ts";
import type { Language } from "../survey/language.ts";
import { appendixWordsOf } from "../words/locales/appendix/index.ts";
import { compose } from "../words/sentence.ts";

const usage = `
Examples:
  cdj report survey.csv
  cdj report survey.csv --norm js-jintan-2007-office -o appendix.docx
  cdj report 2006.csv 2007.csv --norm office_area=500 --lang zh-CN --caption-prefix 附表 -o 附件.docx
  cdj report survey.csv --sections basis,space,definitions -o space.html
  cdj report survey.csv --lorenz office_area,funds -o appendix.md
  cdj report survey.csv --split-by street --output-dir out/ --format html

The format is that of the suffix: .md, .html, .docx or .json. Beside Markdown each chart is written as an SVG file.
Counts of people in need below 5 are withheld (--min-cell), with whatever would reveal them.

Exit codes: 0 written (also with findings in the data), 2 could not run.`;

interface Options extends ReadingOptions {
  norm: string[];
  indicator: string[];
  theme: string[];
  by: string[];
  set: string[];
  config?: string | false;
  minCell?: string | false;
  concordance?: string;
  title?: string;
  output?: string;
  format?: string;
  lang?: string;
  captionPrefix?: string;
  fonts?: string;
  referenceDoc?: string;
  date?: string;
  sections: string[];
  lorenz: string[];
  splitBy?: string;
  outputDir?: string;
  quiet?: boolean;
}

export const declare: CommandModule["declare"] = (command: Command, done, version, typed) => {
  command.argument("[files...]", "tables of areas, folders or globs; - is standard input");
  addProjectOptions(addReadingOptions(command))
    .option("--no-min-cell", "withhold nothing")
    .option(
      "--norm <ids>",
      "norms to compare with, or figures of your own such as office_area=500",
      list,
      [],
    )
    .option("--indicator <ids>", "only these indicators", list, [])
    .option(
      "--theme <names>",
      "only these themes: population, age, organisation, staffing, space, funding",
      list,
      [],
    )
    .option(
      "--by <name>",
      "group by a level, a variable or a header as written; by street or township where left out",
      list,
      [],
    )
    .option(
      "--concordance <file>",
      "how areas were merged, split or renamed: a CSV file with the columns old, new, share",
    )
    .option("--title <text>", "of the appendix")
    .option(
      "-o, --output <file>",
      "write there instead of standard output: .md, .html, .docx or .json",
    )
    .option("--format <format>", "markdown, html, docx or json, where no suffix says it")
    .option(
      "--sections <ids>",
      "only these sections: basis, population, organisation, staffing, space, funding, distribution, change, …",
      list,
      [],
    )
    .option("--lorenz <ids>", "draw the Lorenz curves of these indicators or variables", list, [])
    .option(
      "--caption-prefix <text>",
      "what stands before the numbers of tables: 附表, 表 B-, Table B-",
    )
    .option(
      "--fonts <names>",
      "in Word: of the text, of headings, of Latin letters, as 宋体,黑体,Times New Roman",
    )
    .option("--reference-doc <file>", "in Word: a document whose styles are taken")
    .option("--date <date>", "the day of preparation to be printed; without it none is")
    .option(
      "--split-by <name>",
      "one appendix for each group: a level, a variable or a header as written",
    )
    .option("--output-dir <folder>", "where the appendices of the groups go, with an index")
    .option("--lang <language>", "en, zh-CN or zh-TW; else the config’s, else that of the headers")
    .option("--quiet", "no remarks on standard error")
    .addHelpText("after", usage)
    .action(async (files: string[], options: Options) => {
      await run(files, options, command, version, typed);
      done(0);
    });
};

async function run(
  files: readonly string[],
  options: Options,
  command: Command,
  version: string,
  typed: readonly string[],
): Promise<void> {
  if (files.length === 0) throw new CdjError("no-files");
  const split = options.splitBy !== undefined;
  if (split !== (options.outputDir !== undefined)) {
    const needed = split
      ? { option: "split-by", other: "output-dir", what: "‹folder›" }
      : { option: "output-dir", other: "split-by", what: "street" };
    throw new CdjError("needs-option", needed);
  }
  if (options.date !== undefined && !isDay(options.date))
    throw new CdjError("bad-date", { value: options.date });
  if (options.output !== undefined) needFolder(options.output);
  const format = formatOf(options);
  const sections = sectionsOf(options.sections);
  const { minCell, ...others } = options;
  const project = await openProject(files, {
    ...others,
    ...(typeof minCell === "string" && { minCell }),
  });
  const inputs = [
    ...files,
    options.roster,
    options.concordance,
    options.referenceDoc,
    project.file,
  ];
  await keepInputs([options.output], inputs);
  const read = await readSurvey(files, {
    ...readingOptions(options, project.config),
    attributes: [...project.by, ...(options.splitBy === undefined ? [] : [options.splitBy])],
    digest: true,
  });
  const headers = read.sources.flatMap(({ plan }) => plan.columns.map(({ header }) => header));
  // Never the machine's locale: a written file says the same on every machine.
  const language = project.language ?? headerLanguage(headers);
  const computed = await computeFor(read, project, {
    period: options.period,
    unprotected: minCell === false,
    language,
    by: options.splitBy === undefined ? [] : [options.splitBy],
    ...(options.splitBy !== undefined && { splitBy: options.splitBy }),
    ...(options.concordance !== undefined && {
      concordance: {
        file: options.concordance,
        entries: await readConcordance(options.concordance),
      },
    }),
  });
  const words = typed.slice(typed.indexOf(command.name()) + 1);
  const request: AppendixRequest = {
    language,
    version,
    command: commandLine(command, words),
    lorenz: options.lorenz,
    sections,
    ...(options.title !== undefined && { title: options.title }),
    ...(options.captionPrefix !== undefined && { captionPrefix: options.captionPrefix }),
    ...(options.date !== undefined && { date: options.date }),
  };
  tellNorms(computed.normStates, false, options, language);
  if (options.outputDir !== undefined) {
    const groupFiles = await filesOfGroups(computed, request, format, options, options.outputDir);
    await keepInputs(
      groupFiles.map(({ path }) => path),
      inputs,
    );
    return writeSet(groupFiles);
  }
  const appendix = appendixOf(appendixInput(computed, request), language);
  const fileOptions = { ...options, version };
  if (options.output === undefined) await print(await textOf(format, appendix, fileOptions));
  else writeSet(await filesOf(options.output, format, appendix, fileOptions));
  if (!options.quiet) remark(summaryOf(options.output ?? "-", appendix, language));
}

/** A day of the calendar, as 2024-03-31. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** A misspelt path would make a folder where nobody looks for the file. */
function needFolder(file: string): void {
  const folder = dirname(file);
  if (!existsSync(folder)) throw new CdjError("no-such-folder", { file, folder });
}

function formatOf({ format, output }: Options): AppendixFormat {
  if (output !== undefined && format === undefined) return formatOfFile(output);
  return format === undefined ? "markdown" : formatNamed(format);
}

/** One appendix for each group, and an index of them. */
async function filesOfGroups(
  computed: Computed,
  request: AppendixRequest,
  format: AppendixFormat,
  options: Options,
  folder: string,
): Promise<OutputFile[]> {
  const { language, version } = request;
  const own = computed.analysis.groups.filter(({ period }) => period === computed.shown);
  const suffix = suffixOf(format);
  const names = safeFileNames(
    own.map(({ group }) => group),
    ["index"],
  );
  const written: OutputFile[] = [];
  const entries = [];
  for (const [i, { group, members }] of own.entries()) {
    const title = titleOf(request, group, language);
    const appendix = appendixOf(appendixInput(computed, { ...request, title }, group), language);
    const file = `${names[i]}${suffix}`;
    written.push(...(await filesOf(join(folder, file), format, appendix, { ...options, version })));
    entries.push({ group, file, areas: members.length });
    if (!options.quiet) remark(summaryOf(file, appendix, language));
  }
  const grouped = new Set(own.flatMap(({ members }) => members)).size;
  const ungrouped =
    (computed.analysis.wholes.find(({ period }) => period === computed.shown)?.members.length ??
      0) - grouped;
  if (ungrouped > 0 && !options.quiet)
    remark(compose(appendixWordsOf(language).ungrouped, { n: ungrouped }).join(""));
  const { title } = request;
  const index = appendixIndex(
    entries,
    { by: computed.grouping?.by ?? "", ungrouped, ...(title !== undefined && { title }) },
    language,
  );
  written.push(
    ...(await filesOf(join(folder, `index${suffix}`), format, index, { ...options, version })),
  );
  return written;
}

function titleOf({ title }: AppendixRequest, group: string, language: Language): string {
  const words = appendixWordsOf(language);
  return compose(words.scope, { title: title ?? words.title, group }).join("");
}

import type { Command } from "commander";
import { analyse } from "../analysis/analyse.ts";
import { normStates } from "../analysis/norm-states.ts";
import { findVariable } from "../codebook/index.ts";
import { judgedSurvey } from "../program/checking/judged-survey.ts";
import type { CommandModule } from "../program/command.ts";
import { addProjectOptions, openProject, type ProjectOptions } from "../program/config/project.ts";
import { groupingOf } from "../program/config/selection.ts";
import { speakIn } from "../program/language.ts";
import { list } from "../program/list-option.ts";
import { deliver, formatAmong, topOf } from "../program/output/delivery.ts";
import {
  addDistributionOptions,
  type DistributionOptions,
  distributionReport,
  distributionRequest,
} from "../program/output/distribution-request.ts";
import { tellNorms } from "../program/output/norms-told.ts";
import { colourful, terminalWidth } from "../program/output/output.ts";
import {
  addResultOptions,
  headersOf,
  languageOfResult,
  type ResultOptions,
} from "../program/output/result-options.ts";
import { askedPeriods, periodsOf } from "../program/reading/asked-periods.ts";
import { keepInputs } from "../program/reading/inputs-kept.ts";
import { type ReadSurvey, readSurvey } from "../program/reading/read-survey.ts";
import {
  addReadingOptions,
  type ReadingOptions,
  readingOptions,
} from "../program/reading/reading-options.ts";
import { renderTerminal } from "../render/documents/terminal.ts";
import { renderCsv } from "../render/sheets/csv.ts";
import { renderJson } from "../render/sheets/json.ts";
import { analysisDocument } from "../report/analysis/analysis-document.ts";
import { analysisJson } from "../report/analysis/analysis-json.ts";
import type { AnalysisReport } from "../report/analysis/analysis-report.ts";
import { analysisRows } from "../report/analysis/analysis-rows.ts";
import { type AreaOrder, orderAreas, worstFirst } from "../report/analysis/area-order.ts";
import { distributionRows } from "../report/distribution/distribution-rows.ts";
import type { Period } from "../survey/area.ts";
import { CdjError } from "../survey/error.ts";
import type { Language } from "../survey/language.ts";
import { nearest } from "../words/nearest.ts";

const usage = `
Examples:
  cdj analyze survey.csv
  cdj analyze survey.csv --norm js-jintan-2007-office,js-cz-2007-workers
  cdj analyze households.csv members.csv office.csv --by street
  cdj analyze survey.csv --norm office_area=500 --sort office_area_shortfall --top 5
  cdj analyze survey.csv --map "单位=area" --format json --output result.json
  cdj analyze survey.csv --distribution office_area,workers_per_1000 --by street
  cat survey.csv | cdj analyze -

Exit codes: 0 computed (also with findings in the data), 2 could not run.`;

interface Options extends ReadingOptions, ResultOptions, DistributionOptions, ProjectOptions {
  norm: string[];
  indicator: string[];
  theme: string[];
  by: string[];
  lang?: string;
  quiet?: boolean;
  sort?: string;
}

export const declare: CommandModule["declare"] = (command: Command, done, version) => {
  command.argument("[files...]", "tables of areas, folders or globs; - is standard input");
  const own = addDistributionOptions(addProjectOptions(addReadingOptions(command, "latest")))
    .option(
      "--norm <ids>",
      "norms to compare with, or figures of your own such as office_area=500",
      list,
      [],
    )
    .option(
      "--sort <id>",
      "order the areas by an indicator or variable, the greatest first; id:asc turns it round",
    );
  addResultOptions(own)
    .addHelpText("after", usage)
    .action(async (files: string[], options: Options) => {
      await run(files, options, version);
      done(0);
    });
};

async function run(given: readonly string[], options: Options, version: string): Promise<void> {
  const request = distributionRequest(options, given);
  const files = request?.files ?? given;
  if (files.length === 0) throw new CdjError("no-files");
  const format = formatAmong(options.format, renderings, options.output);
  const top = topOf(options.top);
  const project = await openProject(files, options);
  await keepInputs([options.output], [...files, options.roster, project.file]);
  const read = await readSurvey(files, {
    ...readingOptions(options, project.config),
    attributes: project.by,
    digest: format === "json",
  });
  const headers = headersOf(read);
  const language = languageOfResult(project, headers, options);
  speakIn(language);
  const { periods, others } = choosePeriods(read, options.period);
  const groupings = project.by.map((by) => groupingOf(by, read.survey, headers, language));
  const { indicators, norms, protection } = project;
  const analysis = analyse(read.survey, {
    indicators,
    norms,
    periods,
    groupings,
    ...(protection && { protection, known: project.known }),
  });
  const states = normStates(analysis, project.known);
  tellNorms(states, format === "json" || format === "csv", options, language);
  const order =
    orderOf(options.sort, analysis.indicators) ??
    (format === "terminal" || format === "markdown" ? worstFirst(analysis) : {});
  const shownAreas = orderAreas(analysis, order).slice(0, top);
  const distribution = request && distributionReport(request, analysis, read.survey, groupings);
  const report: AnalysisReport = {
    analysis,
    sources: read.sources,
    ...(await judgedSurvey(read, project, protection)),
    normStates: states,
    order,
    shownAreas,
    otherPeriods: others,
    ...(distribution && { distribution }),
    ...(project.groupDigits !== undefined && { groupDigits: project.groupDigits }),
  };
  await deliver(await renderings[format](report, options, version, language), options, language);
}

const renderings: Readonly<
  Record<
    Format,
    (
      report: AnalysisReport,
      options: Options,
      version: string,
      language: Language,
    ) => Promise<string>
  >
> = {
  terminal: async (report, options, _version, language) =>
    renderTerminal(analysisDocument(report, language), {
      width: options.all ? Number.POSITIVE_INFINITY : terminalWidth(),
      color: options.output === undefined && colourful(),
    }),
  json: async (report, _options, version, language) =>
    renderJson(analysisJson(report, version, language)),
  csv: async (report) =>
    renderCsv(report.distribution ? distributionRows(report.distribution) : analysisRows(report)),
  markdown: async (report, _options, _version, language) =>
    (await import("../render/documents/markdown.ts")).renderMarkdown(
      analysisDocument(report, language),
    ),
};

type Format = "terminal" | "json" | "csv" | "markdown";

function choosePeriods(
  read: ReadSurvey,
  asked: readonly string[],
): { periods: (Period | null)[]; others: string[] } {
  if (asked.length > 0) return { periods: askedPeriods(read, asked), others: [] };
  const all = periodsOf(read);
  return all.length < 2
    ? { periods: all, others: [] }
    : { periods: all.slice(-1), others: all.filter((period) => period !== null) };
}

function orderOf(
  sort: string | undefined,
  indicators: AnalysisReport["analysis"]["indicators"],
): AreaOrder | undefined {
  if (sort === undefined) return undefined;
  const [id = "", direction] = sort.split(":");
  const ascending = direction === "asc";
  const indicator = indicators.find((i) => i.id === id);
  if (indicator) return { indicator, ascending };
  if (findVariable(id)) return { variable: id, ascending };
  throw new CdjError("unknown-sort", {
    id: sort,
    suggestions: nearest(
      id,
      indicators.map((i) => i.id),
    ),
  });
}

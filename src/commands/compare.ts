import type { Command } from "commander";
import { analyse, type SetResult } from "../analysis/analyse.ts";
import type { Survey } from "../analysis/observed-survey.ts";
import {
  indicatorSubjects,
  type Subject,
  subjectKey,
  variableSubject,
} from "../analysis/subject.ts";
import { compare } from "../change/compare-surveys.ts";
import type { Comparison } from "../change/comparison.ts";
import { variables } from "../codebook/index.ts";
import { comparePeriods, parsePeriod } from "../intake/cells/period.ts";
import { judgedSurvey } from "../program/checking/judged-survey.ts";
import type { CommandModule } from "../program/command.ts";
import { addProjectOptions, openProject, type ProjectOptions } from "../program/config/project.ts";
import { groupingOf } from "../program/config/selection.ts";
import { speakIn } from "../program/language.ts";
import { list } from "../program/list-option.ts";
import { deliver, formatAmong, topOf } from "../program/output/delivery.ts";
import { tellNorms } from "../program/output/norms-told.ts";
import { colourful, terminalWidth } from "../program/output/output.ts";
import {
  addResultOptions,
  headersOf,
  languageOfResult,
  type ResultOptions,
} from "../program/output/result-options.ts";
import { askedPeriods, periodsOf } from "../program/reading/asked-periods.ts";
import { applyConcordance, readConcordance } from "../program/reading/concordance-file.ts";
import { keepInputs } from "../program/reading/inputs-kept.ts";
import { type ReadSurvey, readSurvey } from "../program/reading/read-survey.ts";
import {
  addReadingOptions,
  type ReadingOptions,
  readingOptions,
} from "../program/reading/reading-options.ts";
import { residentsBasis } from "../program/reading/residents-basis.ts";
import { renderTerminal } from "../render/documents/terminal.ts";
import { renderCsv } from "../render/sheets/csv.ts";
import { renderJson } from "../render/sheets/json.ts";
import { orderChanges } from "../report/comparison/change-order.ts";
import { comparisonDocument } from "../report/comparison/comparison-document.ts";
import { comparisonJson } from "../report/comparison/comparison-json.ts";
import type { ComparisonReport } from "../report/comparison/comparison-report.ts";
import { comparisonRows } from "../report/comparison/comparison-rows.ts";
import { leadOf } from "../report/comparison/comparison-tables.ts";
import { withoutHashes } from "../report/reading.ts";
import type { Period } from "../survey/area.ts";
import { CdjError } from "../survey/error.ts";
import type { Language } from "../survey/language.ts";
import { nearest } from "../words/nearest.ts";

const usage = `
Examples:
  cdj compare 2006.csv 2007.csv
  cdj compare survey.csv --from 2006 --to 2007 --by street
  cdj compare old.csv new.csv --from 2006 --to 2007 --concordance boundaries.csv
  cdj compare survey.csv --norm office_area=500 --indicator office_area_shortfall
  cdj compare survey.csv --variable residents,members --sort members --top 5
  cdj compare survey.csv --format json --output change.json

Exit codes: 0 compared (also with findings in the data), 2 could not run.`;

interface Options extends ReadingOptions, ResultOptions, ProjectOptions {
  from?: string;
  to?: string;
  concordance?: string;
  norm: string[];
  indicator: string[];
  theme: string[];
  variable: string[];
  by: string[];
  lang?: string;
  quiet?: boolean;
  sort?: string;
}

export const declare: CommandModule["declare"] = (command: Command, done, version) => {
  command.argument(
    "[files...]",
    "tables of areas with two or more periods, in one file or several; - is standard input",
  );
  const own = addProjectOptions(addReadingOptions(command, "two"))
    .option("--from <period>", "the earlier period; the first where left out")
    .option("--to <period>", "the later period; the last where left out")
    .option(
      "--concordance <file>",
      "how areas were merged, split or renamed: a CSV file with the columns old, new, share",
    )
    .option(
      "--norm <ids>",
      "norms to hold both periods against, or figures of your own such as office_area=500",
      list,
      [],
    )
    .option("--variable <ids>", "only these variables or age bands", list, [])
    .option(
      "--sort <id>",
      "order the areas by the change of an indicator or variable, the greatest first; id:asc turns it round",
    );
  addResultOptions(own)
    .addHelpText("after", usage)
    .action(async (files: string[], options: Options) => {
      await run(files, options, version);
      done(0);
    });
};

async function run(files: readonly string[], options: Options, version: string): Promise<void> {
  if (files.length === 0) throw new CdjError("no-files");
  const format = formatAmong(options.format, renderings, options.output);
  const top = topOf(options.top);
  const project = await openProject(files, options);
  await keepInputs([options.output], [...files, options.roster, options.concordance, project.file]);
  const named = namedPeriods(options);
  const indicators =
    options.variable.length > 0 && options.indicator.length + options.theme.length === 0
      ? []
      : project.indicators;
  const { norms, protection } = project;
  const read = await readSurvey(files, {
    ...readingOptions(options, project.config),
    attributes: project.by,
    digest: format === "json",
    ...(named.from !== undefined &&
      named.to !== undefined && { filePeriods: [named.from, named.to] }),
  });
  const headers = headersOf(read);
  const language = languageOfResult(project, headers, options);
  speakIn(language);
  const { from, to } = choosePeriods(read, named, files);
  const entries =
    options.concordance === undefined ? [] : await readConcordance(options.concordance);
  const { survey: whole, boundaries } =
    entries.length === 0
      ? { survey: read.survey, boundaries: [] }
      : applyConcordance(read.survey, options.concordance ?? "", entries, from, to);
  const bases = { from: residentsBasis(read.sources, from), to: residentsBasis(read.sources, to) };
  const groupings = project.by.map((by) => groupingOf(by, whole, headers, language));
  const shown =
    protection &&
    analyse(whole, {
      periods: [from, to],
      groupings,
      indicators,
      norms,
      protection,
      known: project.known,
    });
  const survey = shown?.survey ?? whole;
  const comparison = compare(survey, {
    from,
    to,
    indicators,
    norms,
    groupings,
    variables: variableSubjects(options, survey),
    indicatorSubjects: indicators.flatMap((indicator) => indicatorSubjects(indicator, norms)),
    bases,
    boundaries,
    known: project.known,
    ...(shown && {
      wholes: { from: shown.wholes[0] as SetResult, to: shown.wholes[1] as SetResult },
    }),
  });
  tellNorms(comparison.normStates, format === "json" || format === "csv", options, language);
  const lead = leading(options.sort, comparison);
  const shownAreas = orderChanges(
    comparison.areas,
    options.sort === undefined
      ? undefined
      : { id: lead as string, ascending: options.sort.endsWith(":asc") },
  );
  const report = {
    comparison,
    sources: shown?.withheld ? withoutHashes(read.sources) : read.sources,
    ...(await judgedSurvey(read, project, protection)),
    norms,
    bases,
    shownAreas: shownAreas.slice(0, top),
    lead,
    ...(project.groupDigits !== undefined && { groupDigits: project.groupDigits }),
  };
  await deliver(await renderings[format](report, options, version, language), options, language);
}

const renderings: Readonly<
  Record<
    Format,
    (
      report: ComparisonReport,
      options: Options,
      version: string,
      language: Language,
    ) => Promise<string>
  >
> = {
  terminal: async (report, options, _version, language) =>
    renderTerminal(comparisonDocument(report, language), {
      width: options.all ? Number.POSITIVE_INFINITY : terminalWidth(),
      color: options.output === undefined && colourful(),
    }),
  json: async (report, _options, version, language) =>
    renderJson(comparisonJson(report, version, language)),
  csv: async (report) => renderCsv(comparisonRows(report)),
  markdown: async (report, _options, _version, language) =>
    (await import("../render/documents/markdown.ts")).renderMarkdown(
      comparisonDocument(report, language),
    ),
};

type Format = "terminal" | "json" | "csv" | "markdown";

interface NamedPeriods {
  readonly from?: Period;
  readonly to?: Period;
}

/** The periods as named: `--from` and `--to`, or two of `--period`. */
function namedPeriods({ from, to, period }: Options): NamedPeriods {
  if (period.length > 0 && period.length !== 2)
    throw new CdjError("bad-option-value", {
      option: "period",
      value: period.join(","),
      expected: "--from, --to",
    });
  const [first = from, last = to] = period.map(String);
  const id = (text: string): Period => parsePeriod(text) ?? text;
  return {
    ...(first !== undefined && { from: id(first) }),
    ...(last !== undefined && { to: id(last) }),
  };
}

function choosePeriods(
  read: ReadSurvey,
  named: NamedPeriods,
  files: readonly string[],
): { from: Period; to: Period } {
  const all = periodsOf(read).filter((period) => period !== null);
  if (all.length < 2) throw new CdjError("one-period", { files, periods: all });
  const [from] = named.from === undefined ? all : askedPeriods(read, [named.from]);
  const [to] = named.to === undefined ? all.slice(-1) : askedPeriods(read, [named.to]);
  if (comparePeriods(from as Period, to as Period) >= 0)
    throw new CdjError("period-order", { from: from as Period, to: to as Period });
  return { from: from as Period, to: to as Period };
}

/** The variables to compare: those named, else every amount that a table has; none where only indicators or themes are asked for. */
function variableSubjects(options: Options, survey: Survey): Subject[] {
  if (options.variable.length > 0)
    return options.variable.map((id) => variableSubject(id) ?? unknownVariable(id));
  if (options.indicator.length + options.theme.length > 0) return [];
  const present = variables.filter(
    ({ id }) =>
      survey.quantities.has(id) ||
      (id === "residents" || id === "members"
        ? survey.observations.some((_, i) => "value" in survey.series(id).at(i))
        : false),
  );
  return present
    .flatMap(({ id }) => variableSubject(id) ?? [])
    .filter(({ nature }) => nature === "amount");
}

function unknownVariable(id: string): never {
  const known = variables.map((variable) => variable.id);
  throw new CdjError("unknown-id", { id, suggestions: nearest(id, known) });
}

/** The subject that stands first beside the areas: that of `--sort`, else the one readers ask for first. */
function leading(sort: string | undefined, comparison: Comparison): string | undefined {
  if (sort === undefined) return leadOf(comparison);
  const id = sort.split(":")[0] ?? "";
  const subject = comparison.subjects.map((entry) => entry.subject).find((one) => one.id === id);
  if (!subject) {
    const known = comparison.subjects.map((entry) => entry.subject.id);
    throw new CdjError("unknown-sort", { id: sort, suggestions: nearest(id, known) });
  }
  return subjectKey(subject);
}

import type { Command } from "commander";
import { guarded } from "../analysis/analyse.ts";
import { normsOf } from "../indicators/define.ts";
import { findIndicator } from "../indicators/index.ts";
import { judgedSurvey } from "../program/checking/judged-survey.ts";
import type { CommandModule } from "../program/command.ts";
import {
  addProjectOptions,
  openProject,
  type Project,
  type ProjectOptions,
} from "../program/config/project.ts";
import { groupingOf } from "../program/config/selection.ts";
import { headerLanguage, machineLanguage, speakIn } from "../program/language.ts";
import { list } from "../program/list-option.ts";
import { deliver, formatAmong } from "../program/output/delivery.ts";
import { colourful, remark, terminalWidth } from "../program/output/output.ts";
import { headersOf } from "../program/output/result-options.ts";
import { findTopic, topicIds, topicOfHeader } from "../program/output/topics.ts";
import { askedPeriods, periodsOf } from "../program/reading/asked-periods.ts";
import { keepInputs } from "../program/reading/inputs-kept.ts";
import { type ReadSurvey, readSurvey } from "../program/reading/read-survey.ts";
import {
  addReadingOptions,
  type ReadingOptions,
  readingOptions,
} from "../program/reading/reading-options.ts";
import { phraseText } from "../render/documents/inline-text.ts";
import { renderTerminal } from "../render/documents/terminal.ts";
import { renderJson } from "../render/sheets/json.ts";
import { type Explained, explainDocument, explainJson } from "../report/explain/explain.ts";
import { listsJson } from "../report/explain/explain-json.ts";
import { type ListName, listDocument, listNames } from "../report/explain/explain-lists.ts";
import type { Topic } from "../report/explain/topic.ts";
import { citationDocument, openReferences } from "../report/prose/citation.ts";
import type { Document } from "../survey/document.ts";
import { CdjError } from "../survey/error.ts";
import type { Language } from "../survey/language.ts";
import type { Norm } from "../survey/norm.ts";
import { wordsOf } from "../words/locales/index.ts";
import { nearest } from "../words/nearest.ts";
import { phrase } from "../words/phrase.ts";

const usage = `
Examples:
  cdj explain
  cdj explain norms --all
  cdj explain workers_per_1000
  cdj explain workers_per_1000 survey.csv --norm js-cz-2007-workers
  cdj explain members_60_plus survey.csv
  cdj explain area_per_100_households --norm cn-145-space --cite --lang zh-CN
  cdj explain CDJ301

Exit codes: 0 explained, 2 could not run.`;

interface Options extends ReadingOptions, ProjectOptions {
  norm: string[];
  lang?: string;
  format: string;
  output?: string;
  all?: boolean;
  cite?: boolean;
  quiet?: boolean;
}

export const declare: CommandModule["declare"] = (command: Command, done) => {
  command
    .argument(
      "[id]",
      "indicators, variables, norms, statistics or checks (a list), or the id of one: workers_per_1000, office_area, CDJ301",
    )
    .argument("[files...]", "tables whose figures are put into the formula; - is standard input");
  addProjectOptions(addReadingOptions(command, "latest"))
    .option(
      "--norm <ids>",
      "norms to compare with, or figures of your own such as office_area=500",
      list,
      [],
    )
    .option("--cite", "the sentence that says under a table how an indicator is computed")
    .option("--all", "historical, draft and anonymous norms too")
    .option("--lang <language>", "en, zh-CN or zh-TW")
    .option("--format <format>", "terminal, json or markdown", "terminal")
    .option("-o, --output <file>", "write there instead of standard output")
    .option("--quiet", "no remarks on standard error")
    .addHelpText("after", usage)
    .action(async (id: string | undefined, files: string[], options: Options) => {
      await run(id, files, options);
      done(0);
    });
};

interface Explanation {
  readonly document: Document;
  readonly json: unknown;
}

async function run(
  id: string | undefined,
  files: readonly string[],
  options: Options,
): Promise<void> {
  const project = await openProject(files, options);
  await keepInputs([options.output], [...files, options.roster, project.file]);
  const format = formatAmong(options.format, renderings, options.output);
  const declared = project.language;
  const forTerminal = format === "terminal" && options.output === undefined;
  if (id === undefined || isListName(id)) {
    const language = declared ?? machineLanguage();
    const names = id === undefined ? listNames : [id];
    const own = project.known.filter((indicator) => findIndicator(indicator.id) === undefined);
    return show(
      {
        document: listDocument(names, language, options.all === true, own),
        json: listsJson(names, language, options.all === true, own),
      },
      format,
      options,
    );
  }
  const own = project.known.find((indicator) => indicator.id === id);
  const topic: Topic = own
    ? { kind: "indicator", id, indicator: own }
    : (findTopic(id) ?? byHeader(id, project, options));
  const { norms } = project;
  const read =
    files.length > 0
      ? await readSurvey(files, {
          ...readingOptions(options, project.config),
          attributes: project.by,
        })
      : undefined;
  const headers = read ? headersOf(read) : [];
  const language =
    declared ?? (forTerminal || read === undefined ? machineLanguage() : headerLanguage(headers));
  speakIn(language);
  if (options.cite) return show(cite(topic, read, norms, options, language), format, options);
  const explained: Explained = {
    topic,
    norms,
    all: options.all === true,
    ...(read && { read: await shownTables(read, topic, project, options, language) }),
  };
  const style = project.groupDigits === undefined ? {} : { groupDigits: project.groupDigits };
  await show(
    {
      document: { ...explainDocument(explained, language), ...style },
      json: explainJson(explained, language),
    },
    format,
    options,
  );
}

/** What a header stands for, told in a remark. Throws a CdjError for a word that is neither an id nor a header that means one thing. */
function byHeader(
  id: string,
  { known, language = machineLanguage() }: Project,
  { quiet }: Options,
): Topic {
  const topic = topicOfHeader(id);
  if ("candidates" in topic) {
    const near = nearest(id, [
      ...listNames,
      ...known.map((indicator) => indicator.id),
      ...topicIds(),
    ]);
    throw new CdjError("unknown-id", {
      id,
      suggestions: near.length > 0 ? near : topic.candidates,
    });
  }
  if (!quiet)
    remark(phrase(wordsOf(language).explain.byHeader, { header: id, id: topic.id }, language));
  return topic;
}

const isListName = (id: string): id is ListName => (listNames as readonly string[]).includes(id);

/** The tables in the periods to be shown, without what is to be withheld. */
async function shownTables(
  read: ReadSurvey,
  topic: Topic,
  project: Project,
  options: Options,
  language: Language,
): Promise<NonNullable<Explained["read"]>> {
  const { protection, known } = project;
  const periods = shownPeriods(read, options, language);
  const shown = {
    ...read,
    // Only what is said of a finding's code lists findings.
    findings:
      topic.kind === "check" ? (await judgedSurvey(read, project, protection)).findings : [],
    periods,
  };
  if (!protection) return shown;
  const headers = read.sources.flatMap(({ plan }) => plan.columns.map(({ header }) => header));
  const groupings = project.by.map((by) => groupingOf(by, read.survey, headers, language));
  const survey = guarded(read.survey, { periods, groupings, indicators: known, protection });
  return { ...shown, survey, guarded: { survey: read.survey, protection, groupings, known } };
}

/** The periods asked for; the latest where none is, and a remark on the others. */
function shownPeriods(
  read: ReadSurvey,
  options: Options,
  language: Language,
): readonly (string | null)[] {
  if (options.period.length > 0) return askedPeriods(read, options.period);
  const all = periodsOf(read);
  if (all.length > 1 && !options.quiet)
    remark(
      phrase(
        wordsOf(language).analysis.latestPeriod,
        { periods: all.filter((period) => period !== null) },
        language,
      ),
    );
  return all.slice(-1);
}

/** The sentence on one indicator; a norm or a variable has none. */
function cite(
  topic: Topic,
  read: ReadSurvey | undefined,
  named: readonly Norm[],
  options: Options,
  language: Language,
): Explanation {
  if (topic.kind !== "indicator")
    throw new CdjError("bad-option-value", {
      option: "cite",
      value: topic.id,
      expected: "cdj explain indicators",
    });
  const norms = normsOf(topic.indicator, named);
  const open = openReferences(topic.indicator, norms);
  if (open.length > 0 && !options.quiet)
    remark(
      phrase(wordsOf(language).explain.citeNorms, { ids: open.map((norm) => norm.id) }, language),
    );
  const basis = read?.sources
    .flatMap(({ plan }) => plan.columns)
    .flatMap(({ role }) =>
      role.is === "quantity" && role.quantity === "residents" && role.basis ? [role.basis] : [],
    )[0];
  const document = citationDocument(topic.indicator, { norms, ...(basis && { basis }) }, language);
  const sentence = document.blocks
    .map((block) => (block.kind === "paragraph" ? phraseText(block.content, document) : ""))
    .join("");
  return { document, json: { id: topic.id, sentence } };
}

type Format = "terminal" | "json" | "markdown";

const renderings: Readonly<
  Record<Format, (explanation: Explanation, options: Options) => Promise<string>>
> = {
  // A citation is to be copied: it stands in one line.
  terminal: async ({ document }, options) =>
    renderTerminal(document, {
      width: options.cite ? Number.POSITIVE_INFINITY : terminalWidth(),
      color: options.output === undefined && colourful(),
    }),
  json: async ({ json }) => renderJson(json),
  markdown: async ({ document }) =>
    (await import("../render/documents/markdown.ts")).renderMarkdown(document),
};

/** Prints or writes what was explained, in the language it was explained in. */
const show = async (explanation: Explanation, format: Format, options: Options): Promise<void> =>
  deliver(await renderings[format](explanation, options), options, explanation.document.language);

import { readFileSync } from "node:fs";
import type { Command } from "commander";
import type { CommandModule } from "../program/command.ts";
import { addProjectOptions, openProject, type Project } from "../program/config/project.ts";
import { headerLanguage, machineLanguage } from "../program/language.ts";
import { list } from "../program/list-option.ts";
import { type Computed, computeFor } from "../program/output/appendix-input.ts";
import { quoted } from "../program/output/command-line.ts";
import {
  type Filled,
  filledLine,
  fillMarkers,
  markersOf,
  nameOf,
} from "../program/output/fill-markers.ts";
import { tellNorms } from "../program/output/norms-told.ts";
import { print, remark } from "../program/output/output.ts";
import { writeSet } from "../program/output/output-set.ts";
import { keepInputs } from "../program/reading/inputs-kept.ts";
import { readSurvey } from "../program/reading/read-survey.ts";
import {
  addReadingOptions,
  type ReadingOptions,
  readingOptions,
} from "../program/reading/reading-options.ts";
import { phraseText } from "../render/documents/inline-text.ts";
import { neutraliseTerminal } from "../render/neutralise.ts";
import { type Marker, splice } from "../report/prose/markers.ts";
import { CdjError } from "../survey/error.ts";
import type { Language } from "../survey/language.ts";
import { proseWordsOf } from "../words/locales/prose.ts";
import { compose, type Slots } from "../words/sentence.ts";

const usage = `
In the text:
  <!-- cdj:v workers -->39<!-- /cdj:v -->
  <!-- cdj:v members_60_plus_share area="城东社区" fmt=percent1 -->50.8%<!-- /cdj:v -->
  <!-- cdj:v office_area_shortfall.areasMissing norm=js-jintan-2007-office -->10<!-- /cdj:v -->
  <!-- cdj:begin staffing -->…<!-- cdj:end -->

A key is the id of an indicator, a variable or an age band, with a part where one is meant: .areas, .missing, .areasMissing, .areasTested,
.areasMissingShare, .threshold, .gap, .net, .min, .q1, .median, .q3, .max, .mean, .sd, .cv, .gini, a class. Without area= or group= (by=) it is of the
whole survey; without period= of the latest. fmt: percent0–percent2, int, fixed1–fixed6, wan, unit. A block is a section or table of the appendix.

Examples:
  cdj render report.md --data survey.csv --check
  cdj render report.md --data survey.csv --norm js-jintan-2007-office

Exit codes: 0 written, or all in step; 1 with --check: something is stale or was edited by hand; 2 could not run.`;

interface Options extends ReadingOptions {
  data: string[];
  check?: boolean;
  norm: string[];
  set: string[];
  config?: string | false;
  minCell?: string | false;
  lang?: string;
  quiet?: boolean;
}

export const declare: CommandModule["declare"] = (command: Command, done, version, typed) => {
  command.argument("[texts...]", "Markdown files in UTF-8 with markers");
  addProjectOptions(addReadingOptions(command, "latest"))
    .option("--no-min-cell", "withhold nothing")
    .option(
      "--data <files>",
      "the tables: files, folders or globs, comma-separated, repeatable",
      list,
      [],
    )
    .option("--check", "change nothing; exit code 1 when a number is not in step with the data")
    .option(
      "--norm <ids>",
      "norms to compare with, or figures of your own such as office_area=500",
      list,
      [],
    )
    .option("--lang <language>", "en, zh-CN or zh-TW; else the config’s, else that of the headers")
    .option("--quiet", "no remarks on standard error")
    .addHelpText("after", usage)
    .action(async (texts: string[], options: Options) =>
      done(await run(texts, options, version, typed)),
    );
};

interface Text {
  readonly file: string;
  readonly text: string;
  readonly markers: readonly Marker[];
}

async function run(
  files: readonly string[],
  options: Options,
  version: string,
  typed: readonly string[],
): Promise<number> {
  if (files.length === 0) throw new CdjError("no-text");
  if (options.data.length === 0) throw new CdjError("no-data", { file: files[0] as string });
  const { minCell, ...others } = options;
  const project = await openProject(options.data, {
    ...others,
    ...(typeof minCell === "string" && { minCell }),
  });
  await keepInputs(files, [...options.data, options.roster, project.file]);
  const spoken = project.language ?? machineLanguage();
  const texts = files.map((file): Text => {
    const text = textOf(file);
    return { file, text, markers: markersOf(text, file, spoken) };
  });
  const { computed, language } = await compute(texts, project, options);
  const results = texts.map((one) => ({
    ...one,
    filled: fillMarkers(one.text, one.markers, { computed, language, version, file: one.file }),
  }));
  tellNorms(computed.normStates, true, options, spoken);
  if (!options.quiet) for (const { file, filled } of results) remarks(file, filled, spoken);
  if (options.check) return check(results, spoken, typed);
  const changed = results.filter(({ filled }) => filled.some(({ state }) => state !== "in-step"));
  writeSet(
    changed.map(({ file, text, filled }) => ({ path: file, content: splice(text, filled) })),
  );
  if (!options.quiet)
    for (const { file, filled } of results)
      if (filled.length > 0) remark(writtenLine(file, filled, spoken));
  return 0;
}

async function compute(
  texts: readonly Text[],
  project: Project,
  options: Options,
): Promise<{ computed: Computed; language: Language }> {
  const by = [
    ...new Set(
      texts.flatMap(({ markers }) => markers.flatMap(({ attributes }) => attributes.by ?? [])),
    ),
  ];
  const read = await readSurvey(options.data, {
    ...readingOptions(options, project.config),
    attributes: [...new Set([...project.by, ...by])],
    digest: texts.some(({ markers }) => markers.some(({ kind }) => kind === "block")),
  });
  // Never the machine's locale: a text says the same on every machine.
  const language =
    project.language ??
    headerLanguage(read.sources.flatMap(({ plan }) => plan.columns.map(({ header }) => header)));
  return {
    computed: await computeFor(read, project, {
      period: options.period,
      by,
      allPeriods: true,
      unprotected: options.minCell === false,
      language,
    }),
    language,
  };
}

/** Only UTF-8 can be taken apart and put together again with every byte in its place; a byte order mark stays. */
function textOf(file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new CdjError("no-such-file", { file });
    if (code === "EISDIR") throw new CdjError("is-a-directory", { file });
    throw new CdjError("unreadable-file", { file, reason: code ?? String(error) });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CdjError("not-utf8", { file });
  }
}

const say = (template: string, slots: Slots, language: Language): string =>
  phraseText(compose(template, slots), { language });

interface Result extends Text {
  readonly filled: readonly Filled[];
}

/** Lists what is not in step, on standard output. */
async function check(
  results: readonly Result[],
  language: Language,
  typed: readonly string[],
): Promise<number> {
  const words = proseWordsOf(language);
  const lines: string[] = [];
  let off = 0;
  for (const { file, filled } of results) {
    const own = filled.filter(({ state }) => state !== "in-step");
    off += own.length;
    lines.push(...own.map((one) => filledLine(one, file, language)));
    if (own.length === 0) lines.push(say(words.inStep, { file, n: filled.length }, language));
  }
  if (off > 0) {
    const writing = ["cdj", ...typed.filter((word) => word !== "--check")].map(quoted).join(" ");
    lines.push(
      `${say(words.stale, { n: off }, language)} · ${say(words.writes, { command: writing }, language)}`,
    );
  }
  await print(`${lines.map(neutraliseTerminal).join("\n")}\n`);
  return off > 0 ? 1 : 0;
}

/** What has no figure, and a text without markers. */
function remarks(file: string, filled: readonly Filled[], language: Language): void {
  const words = proseWordsOf(language);
  if (filled.length === 0) remark(say(words.noMarkers, { file }, language));
  for (const { marker, reason } of filled) {
    if (reason !== undefined)
      remark(
        neutraliseTerminal(
          say(words.untold, { file, line: marker.line, key: nameOf(marker), reason }, language),
        ),
      );
  }
}

function writtenLine(file: string, filled: readonly Filled[], language: Language): string {
  const k = filled.filter(({ state }) => state !== "in-step").length;
  const edited = filled
    .filter(({ state }) => state === "edited")
    .map((one) => filledLine(one, file, language));
  return [...edited, say(proseWordsOf(language).written, { file, n: filled.length, k }, language)]
    .map(neutraliseTerminal)
    .join("\n");
}

import type { Command } from "commander";
import type { Language } from "../../survey/language.ts";
import type { Project } from "../config/project.ts";
import { headerLanguage, machineLanguage } from "../language.ts";
import { list } from "../list-option.ts";
import type { ReadSurvey } from "../reading/read-survey.ts";

/** What commands that print tables of indicators by area have in common, as commander hands it over. */
export interface ResultOptions {
  indicator: string[];
  theme: string[];
  by: string[];
  top?: string;
  all?: boolean;
  lang?: string;
  format: string;
  output?: string;
  quiet?: boolean;
}

/** Declares on a command which figures its tables show, how many rows and columns of them, and where they go. */
export const addResultOptions = (command: Command): Command =>
  command
    .option("--indicator <ids>", "only these indicators", list, [])
    .option(
      "--theme <names>",
      "only these themes: population, age, organisation, staffing, space, funding",
      list,
      [],
    )
    .option("--by <names>", "group by a level, a variable or a header as written", list, [])
    .option("--top <n>", "show the first n areas")
    .option("--all", "show every column, whatever the width")
    .option("--lang <language>", "en, zh-CN or zh-TW")
    .option("--format <format>", "terminal, json, csv or markdown", "terminal")
    .option("-o, --output <file>", "write there instead of standard output")
    .option("--quiet", "no remarks on standard error");

/** The headers of all tables that were read, as written. */
export const headersOf = ({ sources }: Pick<ReadSurvey, "sources">): string[] =>
  sources
    .flatMap(({ plan }) => plan.columns.map(({ header }) => header))
    .filter((header) => header !== "");

/** The language of the result: as asked for, else that of the machine on a terminal, and of the headers in what is kept or read by programs. */
export const languageOfResult = (
  { language }: Pick<Project, "language">,
  headers: readonly string[],
  { format, output }: Pick<ResultOptions, "format" | "output">,
): Language =>
  language ??
  (format === "terminal" && output === undefined ? machineLanguage() : headerLanguage(headers));

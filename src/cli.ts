import { Command, CommanderError } from "commander";
import type { CommandModule } from "./program/command.ts";
import { speak } from "./program/help.ts";
import { beginToSpeak, spokenLanguage } from "./program/language.ts";
import { CdjError } from "./survey/error.ts";
import { printArgument } from "./words/argument.ts";
import { wordsOf } from "./words/locales/index.ts";
import { fillTemplate } from "./words/template.ts";

interface Entry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<CommandModule>;
}

/** The commands, in reading order; each is loaded only when it is called. */
const commands: readonly Entry[] = [
  {
    name: "analyze",
    summary: "read survey tables, compute indicators, compare them with norms",
    load: () => import("./commands/analyze.ts"),
  },
  {
    name: "compare",
    summary: "hold two periods side by side: growth, points, what each area adds",
    load: () => import("./commands/compare.ts"),
  },
  {
    name: "inspect",
    summary: "say how a table is read, and why",
    load: () => import("./commands/inspect.ts"),
  },
  {
    name: "tidy",
    summary: "write survey tables as one clean table",
    load: () => import("./commands/tidy.ts"),
  },
  {
    name: "check",
    summary: "judge survey tables: wrong cells with their place, reason and remedy",
    load: () => import("./commands/check.ts"),
  },
  {
    name: "report",
    summary: "write the appendix of a survey: tables, charts, definitions, sources",
    load: () => import("./commands/report.ts"),
  },
  {
    name: "init",
    summary: "begin a survey: a config file and an empty table or form",
    load: () => import("./commands/init.ts"),
  },
  {
    name: "render",
    summary: "keep the numbers in a text in step with the data",
    load: () => import("./commands/render.ts"),
  },
  {
    name: "explain",
    summary: "say what an indicator, variable, norm or finding code is",
    load: () => import("./commands/explain.ts"),
  },
];

const examples = `
Examples:
  cdj analyze survey.csv
  cdj analyze survey.csv --norm js-jintan-2007-office,js-cz-2007-workers
  cdj explain workers_per_1000 survey.csv`;

/** Runs the program; the exit code. Throws CdjError for a mistake of the user, anything else for a fault of the program. */
export async function main(argv: readonly string[], version: string): Promise<number> {
  let exitCode = 0;
  beginToSpeak(argv);
  const language = spokenLanguage();
  const program = speak(new Command("cdj"), language)
    .description("Survey analysis for people who study communities")
    .version(version)
    .exitOverride()
    .addHelpText("after", examples);
  const called = argv.slice(2).find((word) => !word.startsWith("-"));
  for (const entry of commands) {
    const command = speak(program.command(entry.name), language)
      .description(entry.summary)
      .exitOverride();
    if (entry.name !== called) continue;
    const module = await entry.load();
    module.declare(
      command,
      (code) => {
        exitCode = code;
      },
      version,
      argv.slice(2),
    );
  }
  try {
    await program.parseAsync(argv as string[]);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander has printed its message; help and version are no error.
    return error.exitCode === 0 ? 0 : 2;
  }
  return exitCode;
}

/** What is printed for an error that ended the run: one sentence for a mistake of the user, else the stack and a request to report it. */
export function report(error: unknown): string {
  const language = spokenLanguage();
  const words = wordsOf(language);
  if (isCdjError(error)) {
    const text = fillTemplate(words.problems[error.problem], error.args, (name, format) =>
      printArgument(name, error.args[name], format, language),
    );
    return `${words.program.prefix}${text}\n`;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${stack}\n${words.program.bug}\n`;
}

/** A fault of standard output comes from outside the bundle; its name tells. */
const isCdjError = (error: unknown): error is CdjError =>
  error instanceof CdjError || (error instanceof Error && error.name === "CdjError");

import { type Command, Help } from "commander";
import type { Language } from "../survey/language.ts";
import { helpText } from "../words/locales/help.ts";
import { wordsOf } from "../words/locales/index.ts";

/** An option's description with its default, but for an empty list, which says nothing. */
const optionDescription: Help["optionDescription"] = (option) =>
  Array.isArray(option.defaultValue) && option.defaultValue.length === 0
    ? option.description
    : new Help().optionDescription(option);

/** Makes a command print its help and its mistakes in a language; to be called before anything is declared on it. */
export function speak(command: Command, language: Language): Command {
  command
    .configureHelp({
      helpWidth: 100,
      styleTitle: (title) => helpText(title, language),
      commandDescription: (of) => helpText(of.description(), language),
      subcommandDescription: (of) => helpText(of.description(), language),
      argumentDescription: (argument) => helpText(argument.description, language),
      optionDescription: (option) =>
        inWords(
          optionDescription(option),
          helpText(option.description, language),
          option.description,
          language,
        ),
    })
    .helpOption("-h, --help", "display help for command")
    .configureOutput({ outputError: (text, write) => write(mistake(text, language)) });
  const add = command.addHelpText.bind(command);
  command.addHelpText = ((position: "after", text: string) =>
    add(position, paragraphs(text, language))) as Command["addHelpText"];
  return command;
}

/** The description, and behind it what commander adds: “(default: …)”. */
function inWords(full: string, description: string, original: string, language: Language): string {
  const added = full.slice(original.length).trim();
  if (added === "") return description;
  const value = /^\(default: (.*)\)$/u.exec(added)?.[1];
  return value === undefined
    ? `${description} ${added}`
    : `${description}${wordsOf(language).program.default.replace("{value}", value)}`;
}

/** The text below a help page, paragraph by paragraph; a list of examples has words only in its head. */
function paragraphs(text: string, language: Language): string {
  return text
    .split("\n\n")
    .map((paragraph) => {
      const [head = "", ...rest] = paragraph.replace(/^\n/u, "").split("\n");
      const lead = paragraph.startsWith("\n") ? "\n" : "";
      if (rest.length > 0 && rest.every((line) => line.startsWith("  ")))
        return lead + [helpText(head, language), ...rest].join("\n");
      return lead + helpText([head, ...rest].join("\n"), language);
    })
    .join("\n\n");
}

/** Commander's own words for a mistake, as a pattern and the words of the locale. */
const mistakes = [
  {
    pattern: /^error: unknown option '(?<name>.+?)'(?:\n\(Did you mean (?<suggestions>.+)\?\))?/u,
    words: "unknownOption",
  },
  {
    pattern: /^error: unknown command '(?<name>.+?)'(?:\n\(Did you mean (?<suggestions>.+)\?\))?/u,
    words: "unknownCommand",
  },
  { pattern: /^error: option '(?<name>.+?)' argument missing/u, words: "missingArgument" },
  {
    pattern: /^error: option '(?<name>.+?)' argument '.*' is invalid\./u,
    words: "missingArgument",
  },
  { pattern: /^error: missing required argument '(?<name>.+?)'/u, words: "missingArgument" },
  { pattern: /^error: too many arguments/u, words: "tooManyArguments" },
] as const;

function mistake(text: string, language: Language): string {
  const { program } = wordsOf(language);
  for (const { pattern, words } of mistakes) {
    const found = pattern.exec(text);
    if (!found) continue;
    const { name = "", suggestions } = found.groups ?? {};
    const hint =
      suggestions === undefined
        ? ""
        : program.didYouMean.replace("{suggestions}", suggestions.replace(/^one of /u, ""));
    return `${program.prefix}${program[words].replace("{name}", name)}${hint === "" && words === "unknownCommand" ? program.helpHint : hint}\n`;
  }
  return text.replace(/^error: /u, program.prefix);
}

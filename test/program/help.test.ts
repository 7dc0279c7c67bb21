import { readdirSync } from "node:fs";
import { Command } from "commander";
import { describe, expect, test } from "vitest";
import type { CommandModule } from "../../src/program/command.ts";
import { speak } from "../../src/program/help.ts";
import { helpTexts } from "../../src/words/locales/help.ts";

const files = readdirSync(new URL("../../src/commands/", import.meta.url)).filter((name) =>
  name.endsWith(".ts"),
);

/** A command as declared, and the texts that stand below its help. */
async function declared(file: string): Promise<{ command: Command; below: string[] }> {
  const { declare } = (await import(`../../src/commands/${file}`)) as CommandModule;
  const command = new Command(file.replace(".ts", ""));
  const below: string[] = [];
  command.addHelpText = ((_position: string, text: string) => {
    below.push(text);
    return command;
  }) as Command["addHelpText"];
  declare(command, () => {}, "0", []);
  return { command, below };
}

/** What a reader reads there: descriptions, and paragraphs that are not examples. */
const texts = ({ command, below }: { command: Command; below: string[] }): string[] => [
  ...command.options.map((option) => option.description),
  ...command.registeredArguments.map((argument) => argument.description),
  ...below.flatMap((text) =>
    text.split("\n\n").map((paragraph) => {
      const [head = "", ...rest] = paragraph.replace(/^\n/, "").split("\n");
      return rest.length > 0 && rest.every((line) => line.startsWith("  "))
        ? head
        : [head, ...rest].join("\n");
    }),
  ),
];

describe("help pages", () => {
  test.each(files)("every text of %s has its words in all languages", async (file) => {
    expect(texts(await declared(file)).filter((text) => !(text in helpTexts))).toEqual([]);
  });

  test("no words are left over", async () => {
    const used = new Set((await Promise.all(files.map(declared))).flatMap(texts));
    const general = new Set([
      "Usage:",
      "Arguments:",
      "Options:",
      "Commands:",
      "display help for command",
      "output the version number",
    ]);
    const summaries = Object.keys(helpTexts).filter(
      (text) => !used.has(text) && !general.has(text),
    );
    const program = await import("node:fs").then(({ readFileSync }) =>
      readFileSync(new URL("../../src/cli.ts", import.meta.url), "utf8"),
    );
    expect(summaries.filter((text) => !program.includes(`"${text}"`))).toEqual([]);
  });

  test("print in the language asked for", () => {
    const command = speak(new Command("x"), "zh-CN").option(
      "--top <n>",
      "show the first n areas",
      "5",
    );
    expect(command.helpInformation()).toContain("只显示前 n 个地区（默认：");
    expect(command.helpInformation()).toContain("选项：");
  });
});

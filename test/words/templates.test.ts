import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checks } from "../../src/checks/index.ts";
import { type Language, languages } from "../../src/survey/language.ts";
import { faultsOf, type Template } from "./template-faults.ts";

const folder = fileURLToPath(new URL("../../src/words/locales/", import.meta.url));

/** Every text that three values of one shape have at the same place. */
function templatesIn(path: string, values: Readonly<Record<Language, unknown>>): Template[] {
  const { en } = values;
  if (typeof en === "string")
    return [{ path, texts: values as Readonly<Record<Language, string>> }];
  if (typeof en !== "object" || en === null) return [];
  return Object.keys(en).flatMap((key) => {
    const inner = languages.map((language) => [
      language,
      (values[language] as Readonly<Record<string, unknown>>)[key],
    ]);
    return templatesIn(`${path}.${key}`, Object.fromEntries(inner));
  });
}

/** The words of a module of locales: what its functions say in each language. */
async function templatesOf(file: string): Promise<Template[]> {
  const module: Readonly<Record<string, unknown>> = await import(`${folder}${file}`);
  return Object.values(module).flatMap((words) => {
    if (typeof words !== "function" || words.length !== 1) return [];
    return templatesIn(
      file,
      Object.fromEntries(languages.map((language) => [language, words(language)])) as never,
    );
  });
}

/** A picture of JSON, and a list of which English counts the rest and Chinese all. */
const apart: ReadonlySet<string> = new Set(["config.ts.types.object", "compare.ts.more"]);

const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts") && !/(?:^|\/)(?:en|zh-CN|zh-TW)\.ts$/u.test(file));
const templates = [
  ...(await Promise.all(files.sort().map(templatesOf))).flat(),
  ...checks.flatMap(({ code, message, fix }): Template[] => [
    { path: `${code}.message`, texts: message },
    { path: `${code}.fix`, texts: fix },
  ]),
].filter(({ path }) => !apart.has(path));
/** What decides a form without being printed: counts of things that are listed, and whether both levels are counted. */
const countsBeside = ["n", "k", "counted"];
describe("the templates", () => {
  it("are all here", () => {
    expect(templates.length).toBeGreaterThan(1000);
    expect(templates.filter(({ texts }) => texts.en.includes("{")).length).toBeGreaterThan(400);
  });

  it("print the same slots in the same formats in every language, and are whole", () => {
    const faulty = templates
      .map((template) => [template.path, ...faultsOf(template, countsBeside)])
      .filter(({ length }) => length > 1);
    expect(faulty).toEqual([]);
  });
});

/** Mistakes that a translator makes. Undefined where a template has no place for one. */
const mistakes: Readonly<Record<string, (text: string) => string>> = {
  "a slot renamed": (text) => text.replace(/\{(\w+)\}/u, "{$1x}"),
  "a slot left out": (text) => text.replace(/\{\w+\}/u, ""),
  "a slot twice the name of another": (text) =>
    text.replace(/\{(\w+)\}(.*)\{(\w+)\}/u, "{$1}$2{$1}"),
  "a slot not closed": (text) => text.replace(/\{(\w+)\}/u, "{$1"),
  "a slot not opened": (text) => text.replace(/\{(\w+)\}/u, "$1}"),
  "full-width braces": (text) => text.replace(/\{(\w+)\}/u, "｛$1｝"),
  "a blank within a slot": (text) => text.replace(/\{(\w+)\}/u, "{ $1 }"),
  "a format left out": (text) => text.replace(/\{(\w+):\w+\}/u, "{$1}"),
  "another format": (text) => text.replace(/\{(\w+):\w+\}/u, "{$1:and}"),
  "a bracket not closed": (text) => text.replace(/\]/u, ""),
  "a bracket not opened": (text) => text.replace(/\[/u, ""),
  "a noun in one form": (text) => text.replace(/\{(\w+)\|[^|{}]*\|([^|{}]*)\}/u, "{$1|$2}"),
  "a noun without its second form": (text) =>
    text.replace(/\{(\w+)\|([^|{}]*)\|[^|{}]*\}/u, "{$1|$2|}"),
  "a noun that agrees with nothing": (text) => text.replace(/\{\w+\|/u, "{nobody|"),
};

describe("a mistake in a translation is noticed", () => {
  it.each(Object.entries(mistakes))("%s", (_, mistake) => {
    const mutants = languages.flatMap((language) =>
      templates.flatMap(({ path, texts }) => {
        const text = mistake(texts[language]);
        return text === texts[language] ? [] : [{ path, texts: { ...texts, [language]: text } }];
      }),
    );
    expect(mutants.length).toBeGreaterThan(0);
    expect(mutants.filter((mutant) => faultsOf(mutant, countsBeside).length === 0)).toEqual([]);
  });
});

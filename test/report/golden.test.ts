import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { languages } from "../../src/survey/language.ts";
import { cdj } from "../cli/run.ts";
import { appendices } from "./appendices.ts";

/*
 * Appendices that were read by eye and kept. Where a change is meant, UPDATE_GOLDEN=1 writes them anew: read the difference before it is kept.
 * Left out are the version, and of HTML all but its text: charts, style and script have tests of their own. Markdown is kept of all of them,
 * the other formats once: formats.test.ts holds them against the Markdown.
 */
const suffixes = { markdown: "md", html: "html", json: "json" } as const;
const kept = [
  ...appendices.flatMap(({ name }) =>
    languages.map((language) => ({ name, language, format: "markdown" as const })),
  ),
  ...(["html", "json"] as const).map((format) => ({
    name: "county-town",
    language: "zh-CN" as const,
    format,
  })),
];

const stable: Readonly<Record<keyof typeof suffixes, (text: string) => string>> = {
  markdown: (text) => text,
  html: (text) =>
    (/<main>[\s\S]*<\/main>/u.exec(text)?.[0] ?? text).replace(
      /<svg[\s\S]*?<\/svg>/gu,
      (svg) => `<svg>${/<title[^>]*>[^<]*<\/title>/u.exec(svg)?.[0] ?? ""}</svg>`,
    ),
  json: (text) => text,
};

it.each(kept)(
  "the appendix of $name in $language as $format",
  async ({ name, language, format }) => {
    const norms = appendices.find((appendix) => appendix.name === name)?.norms as string;
    const run = await cdj([
      "report",
      `fixtures/${name}.csv`,
      "--norm",
      norms,
      "--lang",
      language,
      "--format",
      format,
      "--quiet",
    ]);
    expect(run.stderr).toBe("");
    const text = stable[format](run.stdout)
      .replace(/\bcdj \d+\.\d+\.\d+\b/gu, "cdj ‹version›")
      .replace(/("version": )"[^"]*"/u, '$1"‹version›"');
    const path = fileURLToPath(
      new URL(`golden/${name}.${language}.${suffixes[format]}`, import.meta.url),
    );
    if (process.env.UPDATE_GOLDEN) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    expect(existsSync(path), `${path} is missing`).toBe(true);
    expect(text).toBe(readFileSync(path, "utf8"));
  },
);

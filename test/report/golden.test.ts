import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { languages } from "../../src/survey/language.ts";
import { cdj } from "../cli/run.ts";

/*
 * Appendices that were read by eye and kept. Where a change is meant, UPDATE_GOLDEN=1 writes them anew: read the difference before it is kept.
 * Left out are the version, and of HTML all but its text: charts, style and script have tests of their own.
 */
const fixtures = [
  { name: "town-2007", norms: "js-jintan-2007-office,js-cz-2007-workers" },
  { name: "community-2009", norms: "ccp-general-branch,ccp-committee,cn-145-workers" },
  { name: "county-town", norms: "cn-census-hh" },
];
const suffixes = { markdown: "md", html: "html", json: "json" } as const;

const stable: Readonly<Record<keyof typeof suffixes, (text: string) => string>> = {
  markdown: (text) => text,
  html: (text) =>
    (/<main>[\s\S]*<\/main>/u.exec(text)?.[0] ?? text).replace(
      /<svg[\s\S]*?<\/svg>/gu,
      (svg) => `<svg>${/<title[^>]*>[^<]*<\/title>/u.exec(svg)?.[0] ?? ""}</svg>`,
    ),
  json: (text) => text,
};

describe.each(fixtures)("the appendix of $name", ({ name, norms }) => {
  describe.each(languages)("in %s", (language) => {
    it.each(Object.keys(suffixes) as (keyof typeof suffixes)[])("as %s", async (format) => {
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
    });
  });
});

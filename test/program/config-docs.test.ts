import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { optionsOf } from "../../src/indicators/define.ts";
import { configSchema } from "../../src/program/config/config-schema.ts";
import { configNorms } from "../../src/program/config/norms-of-config.ts";
import { selectNorms } from "../../src/program/config/selection.ts";
import { knownIndicators } from "../../src/program/config/settings.ts";
import { languages } from "../../src/survey/language.ts";

const page = (language: string): string =>
  readFileSync(new URL(`../../docs/${language}/config.md`, import.meta.url), "utf8");
const exampleOf = (language: string) =>
  configSchema.parse(JSON.parse(/```json\n([^`]*)```/u.exec(page(language))?.[1] ?? ""));

describe.each(languages)("docs/%s/config.md", (language) => {
  it("shows a config that works", () => {
    const loaded = { config: exampleOf(language), file: "cdj.config.json" };
    const indicators = knownIndicators(loaded);
    expect(indicators.at(-1)).toMatchObject({ id: "grid_load", rollup: "ratio-of-sums" });
    const needed = indicators.find(({ id }) => id === "workers_needed");
    expect(needed && optionsOf(needed)).toMatchObject({ rounding: "nearest", clamp: [5, 7] });
    const { names, own } = configNorms(loaded, indicators);
    expect(selectNorms(names, own).map(({ id }) => id)).toContain("our-plan");
  });

  it("tells of every key", () => {
    // $schema is the editor's; plans and the section of cdj check have their own pages.
    const apart = new Set(["$schema", "plans", "check"]);
    for (const key of Object.keys(configSchema.shape))
      if (!apart.has(key)) expect(page(language)).toContain(key);
  });
});

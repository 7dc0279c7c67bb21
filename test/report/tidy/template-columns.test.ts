import { describe, expect, it } from "vitest";
import { bandId } from "../../../src/codebook/age-band.ts";
import { findVariable } from "../../../src/codebook/index.ts";
import { matchHeader } from "../../../src/codebook/match.ts";
import type { Indicator } from "../../../src/indicators/define.ts";
import { indicators } from "../../../src/indicators/index.ts";
import { readCategory, readYesNo } from "../../../src/intake/cells/choice.ts";
import { templateColumns } from "../../../src/report/tidy/template-columns.ts";
import { languages } from "../../../src/survey/language.ts";

const all = indicators as readonly Indicator[];

function idOf(header: string): string | undefined {
  const meaning = matchHeader(header);
  if (meaning.kind === "variable") return meaning.variable;
  if (meaning.kind === "key") return meaning.key;
  return meaning.kind === "band" ? bandId(meaning.band) : undefined;
}

describe.each(languages)("an empty table in %s", (language) => {
  it("has heads that cdj reads without a mapping, for each indicator that can be computed from columns", () => {
    for (const indicator of all) {
      const columns = templateColumns([indicator], language);
      const ids = columns.map(({ header }) => idOf(header));
      const needed = indicator.needs.filter((id) => id !== "communities");
      expect({ id: indicator.id, ids: [...ids].sort() }).toEqual({
        id: indicator.id,
        ids: ["parent_area", "area", "period", ...new Set(needed)].sort(),
      });
    }
  });

  it("asks what most surveys ask where no indicator is named", () => {
    const columns = templateColumns([], language);
    expect(columns.map(({ header }) => idOf(header))).not.toContain(undefined);
    expect(new Set(columns.map(({ header }) => header)).size).toBe(columns.length);
  });

  it("offers answers that cdj reads", () => {
    for (const { header, choices = [] } of templateColumns([], language)) {
      const values = findVariable(idOf(header) ?? "")?.values;
      const read = choices.map((choice) =>
        values ? readCategory(choice, values) : readYesNo(choice),
      );
      expect(read).toEqual(values ? choices.map((_, i) => i) : choices.length === 0 ? [] : [1, 0]);
    }
  });
});

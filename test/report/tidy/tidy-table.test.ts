import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Survey } from "../../../src/analysis/observed-survey.ts";
import { variables } from "../../../src/codebook/index.ts";
import { readSurvey } from "../../../src/program/reading/read-survey.ts";
import { renderCsv } from "../../../src/render/sheets/csv.ts";
import { renderXlsx } from "../../../src/render/sheets/xlsx.ts";
import { tidyObjects, tidyRows, tidyTable } from "../../../src/report/tidy/tidy-table.ts";
import type { Measured } from "../../../src/survey/measured.ts";
import { fixturePath } from "../../fixtures/tables.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cdj-tidy-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function readText(text: string | Uint8Array, name = "table.csv"): Promise<Survey> {
  const path = join(folder, name);
  writeFileSync(path, text);
  return (await readSurvey([path], {})).survey;
}

/** What a survey holds, as data: area and period → quantity → figure. */
function contents(survey: Survey): Record<string, Record<string, Measured>> {
  return Object.fromEntries(
    survey.observations.map(({ area, period }, i) => [
      JSON.stringify([area.code, area.parents, area.name, period]),
      Object.fromEntries(
        [...survey.quantities]
          .filter(([, column]) => column.count(i) > 0)
          .map(([id, column]) => [id, column.at(i)]),
      ),
    ]),
  );
}

describe("tidyTable", () => {
  it("gives keys first, then ids in base units", async () => {
    const survey = await readText(
      "街道,代码,社区名称,年份,经费总额(万元),办公用房面积,一肩挑,产权性质\n东街道,0012,社区01,2007年,3,620.5㎡,是,租用\n",
    );
    expect(tidyRows(tidyTable(survey))).toEqual([
      [
        "area_code",
        "street",
        "area",
        "period",
        "funds",
        "office_area",
        "dual_post",
        "space_tenure",
      ],
      ["0012", "东街道", "社区01", "2007", 30_000, 620.5, "yes", "rented"],
    ]);
  });

  it("writes one row for each figure when it is long", async () => {
    const survey = await readText("社区名称,户数,常住人口\n社区01,5483,16000\n社区02,,14853\n");
    expect(tidyRows(tidyTable(survey, { long: true }))).toEqual([
      ["area", "variable", "value"],
      ["社区01", "households", 5483],
      ["社区01", "residents", 16_000],
      ["社区02", "residents", 14_853],
    ]);
  });

  it("keeps approximate figures and intervals", async () => {
    const survey = await readText(
      "社区名称,户数,常住人口,流动人口\n社区01,约5400,13万多,不足500\n",
    );
    const table = tidyTable(survey);
    expect(tidyRows(table)[1]).toEqual(["社区01", "≈5400", "[130000..140000)", "[0..500)"]);
    expect(tidyObjects(table)[0]).toEqual({
      area: "社区01",
      households: { value: 5400, approximate: true },
      residents: { low: 130_000, high: 140_000, highOpen: true },
      floating_population: { low: 0, high: 500, highOpen: true },
    });
    expect(contents(await readText(renderCsv(tidyRows(table))))).toEqual(contents(survey));
  });

  it("adds up branches to one row for their community", async () => {
    const survey = await readText(
      "社区名称,支部名称,党员数\n社区01,第一支部,30\n社区01,第二支部,54\n社区02,第一支部,89\n",
    );
    expect(tidyRows(tidyTable(survey))).toEqual([
      ["area", "members"],
      ["社区01", 84],
      ["社区02", 89],
    ]);
  });

  it("says on what basis residents are counted, and reads that back", async () => {
    const bases = (survey: Survey) => survey.observations.map(() => "registered");
    const survey = await readText("社区名称,常住人口\n社区01,16000\n");
    const rows = tidyRows(tidyTable(survey, { bases: bases(survey) }));
    expect(rows).toEqual([
      ["area", "residents_basis", "residents"],
      ["社区01", "registered", 16_000],
    ]);
    const path = join(folder, "basis.csv");
    writeFileSync(path, renderCsv(rows));
    const back = await readSurvey([path], {});
    expect(back.findings).toEqual([]);
    expect(back.sources[0]?.plan.columns.at(-1)?.role).toMatchObject({
      is: "quantity",
      quantity: "residents",
      basis: "registered",
    });
    expect(tidyRows(tidyTable(survey, { bases: ["usual"] }))[0]).toEqual(["area", "residents"]);
  });

  it("keeps only the periods asked for", async () => {
    const survey = await readText("社区名称,年份,户数\n社区01,2006,5400\n社区01,2007,5483\n");
    expect(tidyRows(tidyTable(survey, { periods: ["2007"] }))).toEqual([
      ["area", "period", "households"],
      ["社区01", "2007", 5483],
    ]);
  });
});

describe("a tidy table is read back with the same totals", () => {
  const amount = fc.oneof(
    fc.integer({ min: 0, max: 40_000 }).map(String),
    fc.constant(""),
    fc.integer({ min: 1, max: 900 }).map((n) => `约${n}0`),
    fc.constant("3000多"),
  );
  const area = fc.oneof(
    fc.integer({ min: 1, max: 5_000_000 }).map((n) => String(n / 100)),
    fc.constant(""),
    fc.constant("近500"),
  );
  const choice = fc.constantFrom("是", "否", "");
  const tenure = fc.constantFrom("自有", "租用", "借用", "共建", "");
  const row = fc.tuple(
    amount,
    amount,
    amount,
    amount,
    area,
    area.map((text) => (text === "近500" ? "12.5" : text)),
    choice,
    tenure,
  );
  const survey = fc.record({
    rows: fc.array(row, { minLength: 1, maxLength: 12 }),
    years: fc.constantFrom(1, 2),
    street: fc.boolean(),
    code: fc.boolean(),
  });

  const header =
    "户数,常住人口,60岁以上党员,36-45岁党员,办公用房面积(㎡),经费总额(万元),一肩挑,产权性质";
  const textOf = ({
    rows,
    years,
    street,
    code,
  }: {
    rows: readonly (readonly string[])[];
    years: number;
    street: boolean;
    code: boolean;
  }): string => {
    const lines = rows.flatMap((cells, i) =>
      Array.from({ length: years }, (_, y) =>
        [
          ...(street ? [`街道${i % 2}`] : []),
          ...(code ? [`00${i + 11}7`] : []),
          `=甲${i}村`,
          String(2006 + y),
          ...cells,
        ].join(","),
      ),
    );
    return `${street ? "街道," : ""}${code ? "代码," : ""}社区名称,年份,${header}\n${lines.join("\n")}\n`;
  };
  /** A name that a spreadsheet would run as a formula is written with an apostrophe. */
  const named = (held: Record<string, Record<string, Measured>>): unknown =>
    Object.fromEntries(
      Object.entries(held).map(([key, value]) => [key.replaceAll("'=", "="), value]),
    );

  it.each([
    [
      "CSV",
      false,
      (survey: Survey) => renderCsv(tidyRows(tidyTable(survey)), { bom: true }),
      "tidy.csv",
    ],
    [
      "long CSV",
      true,
      (survey: Survey) => renderCsv(tidyRows(tidyTable(survey, { long: true }))),
      "tidy-long.csv",
    ],
    [
      "a workbook",
      false,
      (survey: Survey) => renderXlsx(tidyRows(tidyTable(survey)), { sheet: "tidy" }),
      "tidy.xlsx",
    ],
  ])("%s", async (_, long, render, name) => {
    await fc.assert(
      fc.asyncProperty(survey, async (drawn) => {
        const original = await readText(textOf(drawn));
        const held = contents(original);
        // A long table has no row for an area of which nothing is known.
        const expected = long
          ? Object.fromEntries(
              Object.entries(held).filter(([, figures]) => Object.keys(figures).length > 0),
            )
          : held;
        if (Object.keys(expected).length === 0) return;
        expect(named(contents(await readText(render(original), name)))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it("for the town of 2007, whole", async () => {
    const { survey: town } = await readSurvey([fixturePath("town-2007.csv")], {});
    const back = await readText(renderCsv(tidyRows(tidyTable(town))));
    expect(contents(back)).toEqual(contents(town));
    expect(back.quantities.size).toBe(14);
  });
});

it("names every variable by an id that is read back as itself", async () => {
  const ids = variables.map(({ id }) => id);
  const survey = await readText(`area,${ids.join(",")}\n社区01,${ids.map(() => "1").join(",")}\n`);
  expect([...survey.quantities.keys()]).toEqual(ids);
});

import { type Observation, Survey } from "../../src/analysis/observed-survey.ts";
import { Column } from "../../src/survey/column.ts";
import { exact, type Measured } from "../../src/survey/measured.ts";

/** One area in one period; figures by variable or age band, null where there is none. */
export interface Row {
  readonly area: string;
  readonly period?: string;
  readonly code?: string;
  readonly parents?: readonly string[];
  readonly figures: Readonly<Record<string, number | Measured | null>>;
}

/** A survey as intake would make it of these rows. */
export function makeSurvey(rows: readonly Row[]): Survey {
  const observations = rows.map(
    ({ area, period = "2023", code = null, parents = [] }, i): Observation => ({
      area: { name: area, code, parents },
      period,
      attributes: {},
      place: { file: "test.csv", line: i + 2 },
    }),
  );
  const quantities = new Map<string, Column>();
  rows.forEach(({ figures }, i) => {
    for (const [id, figure] of Object.entries(figures)) {
      const column = quantities.get(id) ?? new Column(rows.length);
      quantities.set(id, column);
      if (figure !== null)
        column.addMeasured(i, typeof figure === "number" ? exact(figure) : figure);
    }
  });
  return new Survey(observations, quantities);
}

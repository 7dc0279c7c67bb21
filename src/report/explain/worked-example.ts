import { Survey } from "../../analysis/observed-survey.ts";
import type { Example, Indicator, Result } from "../../indicators/define.ts";
import { Column } from "../../survey/column.ts";

/** A worked example as a survey: its communities, each with the figures that the example gives. */
function exampleSurvey({ given }: Example): Survey {
  const size = Math.max(0, ...Object.values(given).map((cells) => cells.length));
  const observations = Array.from({ length: size }, (_, i) => ({
    area: { name: String(i + 1), code: null, parents: [] },
    period: null,
    attributes: {},
    place: { file: "" },
  }));
  const quantities = new Map(
    Object.entries(given).map(([id, cells]) => [id, columnOf(cells, size)]),
  );
  return new Survey(observations, quantities);
}

function columnOf(cells: Example["given"][string], size: number): Column {
  const column = new Column(size);
  cells.forEach((cell, i) => {
    if (cell !== null) column.set(i, typeof cell === "number" ? { value: cell } : cell);
  });
  return column;
}

/** The result of a worked example. */
export function exampleResult(indicator: Indicator, example: Example): Result {
  const survey = exampleSurvey(example);
  const totals = survey.select(survey.observations.map((_, i) => i));
  return indicator.compute(totals, {
    ...(example.norm && { norm: example.norm }),
    options: example.options ?? {},
  });
}

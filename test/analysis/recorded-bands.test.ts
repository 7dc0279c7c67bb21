import { expect, test } from "vitest";
import { RecordedBands } from "../../src/analysis/recorded-bands.ts";
import { Column } from "../../src/survey/column.ts";

/** Bands of one area each, in columns. */
function recorded(rows: readonly Readonly<Record<string, number>>[]): RecordedBands {
  const quantities = new Map<string, Column>();
  rows.forEach((row, i) => {
    for (const [id, value] of Object.entries(row)) {
      const column = quantities.get(id) ?? new Column();
      column.add(i, value);
      quantities.set(id, column);
    }
  });
  return new RecordedBands("residents", quantities, rows.length);
}

const older = { of: "residents", from: 65, to: Number.POSITIVE_INFINITY } as const;
const bands = { residents_0_64: 850, residents_65_74: 100, residents_75_89: 50 };

test("bands that end in a closed one are those of everybody where they add up to everybody", () => {
  const series = recorded([
    { residents: 1000, ...bands },
    // One of 1001 is in no band: older than 89, or of unknown age.
    { residents: 1001, ...bands },
    bands,
  ]).series(older, undefined);
  expect([0, 1, 2].map((i) => series.at(i))).toEqual([
    { value: 150 },
    { absent: "missing-variable" },
    { absent: "missing-variable" },
  ]);
});

test("of one sex, everybody are those of that sex", () => {
  const male = { residents_male_0_64: 400, residents_male_65_89: 60 };
  const series = recorded([
    { residents_male: 460, ...male },
    { residents: 460, ...male },
  ]).series({ ...older, sex: "male" }, undefined);
  expect([0, 1].map((i) => series.at(i))).toEqual([{ value: 60 }, { absent: "missing-variable" }]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Part } from "../../../src/engines/engine.ts";
import { streamEngine } from "../../../src/engines/tally/stream-engine.ts";
import { decide } from "../../../src/intake/decide.ts";
import { memorySource } from "../../../src/intake/files/source.ts";

async function read(text: string): Promise<Part> {
  const source = memorySource("t.csv", Buffer.from(text));
  return streamEngine.scan(source, { plan: (await decide(source)).plan, findingsPerCode: 10 });
}

/** Area → quantity → figure. */
const figures = ({ groups, quantities }: Part): Record<string, Record<string, unknown>> =>
  Object.fromEntries(
    groups.map(({ area }, i) => [
      area,
      Object.fromEntries(
        [...quantities].flatMap(([id, column]) =>
          column.count(i) > 0 ? [[id, column.at(i)]] : [],
        ),
      ),
    ]),
  );

const bands = ["0-14歲", "15-64歲", "65歲以上"] as const;
const sexes = ["男", "女"] as const;
const village = fc.array(fc.nat(500), { minLength: 6, maxLength: 6 });

test("one table of ages by sex reads the same in every shape", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(village, { minLength: 2, maxLength: 4 }), async (villages) => {
      const at = (v: number, s: number, b: number): number =>
        (villages[v] as number[])[3 * s + b] as number;
      const names = villages.map((_, v) => `${"甲乙丙丁"[v]}村`);
      const cells = <T>(make: (v: number, s: number, b: number) => T): T[] =>
        names.flatMap((_, v) => sexes.flatMap((_s, s) => bands.map((_b, b) => make(v, s, b))));
      const wide = [
        `村里,${sexes.flatMap((sex) => bands.map((band) => `${band}-${sex}`)).join(",")}`,
        ...names.map((name, v) =>
          [name, ...sexes.flatMap((_, s) => bands.map((_b, b) => at(v, s, b)))].join(","),
        ),
      ];
      const long = [
        "村里,性別,年齡,人口數",
        ...cells((v, s, b) => [names[v], sexes[s], bands[b], at(v, s, b)].join(",")),
      ];
      const agesAcross = [
        `村里,性別,${bands.join(",")}`,
        ...names.flatMap((name, v) =>
          sexes.map((sex, s) => [name, sex, ...bands.map((_, b) => at(v, s, b))].join(",")),
        ),
      ];
      const sexesAcross = [
        "村里,年齡,男,女",
        ...names.flatMap((name, v) =>
          bands.map((band, b) => [name, band, at(v, 0, b), at(v, 1, b)].join(",")),
        ),
      ];
      const twoRows = [
        `村里,${sexes.map((sex) => `${sex},,`).join(",")}`,
        `,${sexes.map(() => bands.join(",")).join(",")}`,
        ...names.map((name, v) =>
          [name, ...sexes.flatMap((_, s) => bands.map((_b, b) => at(v, s, b)))].join(","),
        ),
      ];
      const expected = figures(await read(`${wide.join("\n")}\n`));
      expect(Object.keys(expected)).toEqual(names);
      for (const shape of [long, agesAcross, sexesAcross, twoRows])
        expect(figures(await read(`${shape.join("\n")}\n`))).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

test("households in a row of males are households of nobody", async () => {
  const part = await read("村里,性別,戶數,人口數\n甲村,計,30,100\n甲村,男,30,48\n甲村,女,30,52\n");
  expect(figures(part)).toEqual({
    甲村: {
      households: { value: 30 },
      residents: { value: 100 },
      residents_male: { value: 48 },
      residents_female: { value: 52 },
    },
  });
});

test("an item that nobody understands is a finding, and no figure", async () => {
  const part = await read("村里,年齡,人口數\n甲村,0-14歲,10\n甲村,不詳年齡層級,3\n");
  expect(part.findings.map(({ code, place }) => [code, place.line])).toEqual([["CDJ201", 3]]);
  expect(figures(part)).toEqual({ 甲村: { residents_0_14: { value: 10 } } });
});

import { describe, expect, test } from "vitest";
import { decide } from "../../../src/intake/decide.ts";
import { memorySource } from "../../../src/intake/files/source.ts";

const males = [4211, 3874, 2956, 5120, 3345, 2788, 4467, 3012, 3699, 2534, 4043, 3158];
const females = [4108, 3790, 3011, 5046, 3402, 2695, 4391, 3127, 3580, 2611, 3976, 3240];

/** A table of so many rows; `wrong` holds the residents of some of them as mistyped. */
const table = (head: string, rows: number, wrong: ReadonlyMap<number, number>): string =>
  [
    head,
    ...males.slice(0, rows).map((male, i) => {
      const female = females[i] as number;
      return [
        `${i + 1}号社区`,
        2000 + 37 * i,
        wrong.get(i) ?? male + female,
        male,
        female,
        150 + 11 * i,
      ].join();
    }),
    "",
  ].join("\n");

async function codesOf(text: string): Promise<readonly string[]> {
  const { findings } = await decide(memorySource("a.csv", Buffer.from(text)));
  return findings.map(({ code }) => code);
}

const heads = [
  "社区名称,户数,常住人口,男,女,党员数",
  "社區名稱,戶數,常住人口,男,女,黨員數",
  "Community,Households,Residents,Male,Female,Party members",
];

describe("men and women beside a total with a slip in it", () => {
  test.each(heads)("%s: eleven rows of twelve say whom they count", async (head) => {
    // 4 467 + 4 391 = 8 858, of which a digit was lost.
    expect(await codesOf(table(head, 12, new Map([[6, 885]])))).not.toContain("CDJ224");
  });

  test("most rows of a few say nothing", async () => {
    const wrong = new Map([
      [0, 831],
      [2, 596],
    ]);
    expect(await codesOf(table(heads[0] as string, 4, wrong))).toContain("CDJ224");
  });
});

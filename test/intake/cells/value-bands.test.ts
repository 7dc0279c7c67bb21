import { describe, expect, it } from "vitest";
import { parseCell } from "../../../src/intake/cells/cell.ts";
import { bandCell, partition, valueBand } from "../../../src/intake/cells/value-bands.ts";
import { memorySource } from "../../../src/intake/files/source.ts";
import { asCommunityBands } from "../../../src/intake/shapes/bands-source.ts";
import type { WholeTable } from "../../../src/intake/shapes/rewritten.ts";
import { wholeTableOf } from "../../../src/intake/shapes/table-taken-out.ts";

/** A table small enough to be told whole. */
const whole = async (...from: Parameters<typeof wholeTableOf>): Promise<WholeTable> =>
  (await wholeTableOf(...from)) as WholeTable;

const area = { kind: "area", unit: "m²", exponent: 0, noneMeans: "zero" } as const;

describe("a range in words", () => {
  it.each([
    ["不足60平方米", { high: "60", highOpen: true, unit: "平方米" }],
    ["60平方米以下(个)", { high: "60", unit: "平方米" }],
    ["60～100㎡", { low: "60", high: "100", unit: "平方米" }],
    ["60-100平方米的社区数", { low: "60", high: "100", unit: "平方米" }],
    ["60平方米以上不足100平方米", { low: "60", high: "100", highOpen: true, unit: "平方米" }],
    ["500平方米及以上", { low: "500", unit: "平方米" }],
    ["超过500平方米", { low: "500", lowOpen: true, unit: "平方米" }],
    ["1,000～3,000户", { low: "1000", high: "3000", unit: "户" }],
    ["below 60 m²", { high: "60", highOpen: true, unit: "平方米" }],
    ["60 to 100 m²", { low: "60", high: "100", unit: "平方米" }],
    ["500 m² and more", { low: "500", unit: "平方米" }],
  ])("%s", (label, band) => expect(valueBand(label)).toEqual(band));

  it.each(["合计", "社区01", "办公用房面积", "60", "2007-01-30", "东街道"])("%s is none", (label) =>
    expect(valueBand(label)).toBeUndefined(),
  );
});

describe("ranges beside each other", () => {
  const read = (...labels: string[]) =>
    partition(labels.map((label) => valueBand(label) ?? { unit: "?" }))?.map(bandCell);

  it("leave the edge that two share to the upper one, and the last end too", () => {
    expect(read("60平方米以下", "60～100平方米", "100～200平方米", "500平方米以上")).toEqual([
      "<60平方米",
      "≥60平方米且<100平方米",
      "≥100平方米且<200平方米",
      "≥500平方米",
    ]);
  });

  it("keep their ends where the next begins one later", () => {
    expect(read("49人以下", "50～99人", "100人以上")).toEqual(["≤49人", "≥50人且≤99人", "≥100人"]);
  });

  it("are no partition where they overlap: “below 60, below 100, below 200” would count twice", () => {
    expect(read("60平方米以下", "100平方米以下", "200平方米以下")).toBeUndefined();
    expect(read("60～100平方米", "80～200平方米")).toBeUndefined();
  });

  it("are cells that the reading of cells understands", () => {
    expect(parseCell("≥60平方米且<100平方米", area)).toMatchObject({
      kind: "number",
      measured: { low: 60, high: 100, highOpen: true },
    });
    expect(parseCell("60以上且不足100", area)).toMatchObject({
      kind: "number",
      measured: { low: 60, high: 100, highOpen: true },
    });
    expect(parseCell("≥100且<60", area)).toMatchObject({ kind: "fault" });
    expect(parseCell("60且<100", area)).toMatchObject({ kind: "fault" });
  });
});

const table = async (text: string, options = {}) => {
  const source = asCommunityBands(await whole(memorySource("t.csv", Buffer.from(text)), options));
  return source && Buffer.from((await source.head(10_000)).bytes).toString();
};

describe("ranges that only say “below”", () => {
  it("follow each other where a count falls: 3 below 60, 4 below 100, 3 below 200 cannot include each other", async () => {
    // domain/survey-texts.md: the cumulative reading would need n(<60) ≤ n(<100) ≤ n(<200), but 4 > 3
    expect(
      await table("面积分组,社区数\n不足60平方米,3\n不足100平方米,4\n不足200平方米,3\n"),
    ).toContain("不足200平方米 #3,≥100平方米且<200平方米");
  });

  it("are refused where they may be meant either way", async () => {
    await expect(
      table("面积分组,社区数\n不足60平方米,3\n不足100平方米,7\n不足200平方米,10\n"),
    ).rejects.toMatchObject({ problem: "overlapping-ranges" });
  });
});

describe("a table of communities by ranges", () => {
  it("has a row for each community, with the place it comes from", async () => {
    const source = asCommunityBands(
      await whole(
        memorySource(
          "t.csv",
          Buffer.from(
            "社区用房情况表\n办公用房面积分组,社区数\n60平方米以下,1\n60～100平方米,2\n合计,3\n",
          ),
        ),
      ),
    );
    expect(Buffer.from((await source?.head(10_000))?.bytes ?? []).toString()).toBe(
      "社区用房情况表\n社区,office_area\n60平方米以下 #1,<60平方米\n60～100平方米 #1,≥60平方米且<100平方米\n60～100平方米 #2,≥60平方米且<100平方米\n",
    );
    expect(source?.origin?.locate?.(3, 2)).toEqual({ line: 3, field: 2 });
    expect(source?.origin?.locate?.(5, 2)).toEqual({ line: 4, field: 2 });
    expect(source?.origin?.findings?.[0]).toMatchObject({
      code: "CDJ222",
      args: { variable: "office_area", n: 3 },
    });
  });

  it("may be wide, with a row for each street", async () => {
    expect(
      await table("街道,60平方米以下(个),60～100平方米(个)\n东街道,1,0\n西街道,0,1\n合计,1,1\n"),
    ).toBe(
      "街道,社区,office_area\n东街道,60平方米以下 #1,<60平方米\n西街道,60～100平方米 #1,≥60平方米且<100平方米\n",
    );
  });

  it("keeps the total that stands beside the counts, for the check of what is possible (C14)", async () => {
    // 1 below 60 and 2 from 60 to 100: at least 120, below 260
    const text = await table("60平方米以下(个),60～100平方米(个),办公用房面积(㎡)\n1,2,400\n");
    expect(text?.endsWith("合计,400\n")).toBe(true);
  });

  it("is about what the mapping says", async () => {
    expect(
      await table("面积分组,社区数\n60平方米以下,1\n60～100平方米,1\n", {
        mapping: new Map([["面积分组", "activity_area"]]),
      }),
    ).toContain("activity_area");
    expect(await table("户数分组,社区数\n1000户以下,1\n1000～3000户,1\n")).toContain("households");
  });

  it.each([
    ["a table of communities", "社区名称,办公用房面积(㎡)\n社区01,620\n社区02,500\n"],
    ["age bands", "社区,0-14岁,15-64岁,65岁以上\n社区01,10,20,30\n"],
    ["a long table of ages", "社区,年龄段,人数\n社区01,0-14岁,10\n社区01,15岁以上,20\n"],
    ["ages that overlap", "年龄分组,数量\n60岁以上,20\n65岁以上,10\n"],
    ["units that do not fit", "户数分组,社区数\n60平方米以下,1\n60～100平方米,1\n"],
    ["counts that are none", "面积分组,社区数\n60平方米以下,一些\n60～100平方米,1\n"],
  ])("%s is left alone", async (_, text) => expect(await table(text)).toBeUndefined());
});

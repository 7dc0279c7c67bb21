import { describe, expect, test } from "vitest";
import { applyForest } from "../../../src/areas/forest/apply-forest.ts";
import { byteEngine } from "../../../src/engines/bytes/byte-engine.ts";
import type { Part } from "../../../src/engines/engine.ts";
import { engineFor } from "../../../src/engines/index.ts";
import { type Decision, decide, type IntakeOptions } from "../../../src/intake/decide.ts";
import { memorySource } from "../../../src/intake/files/source.ts";

async function read(
  text: string,
  options: IntakeOptions = {},
  name = "table.csv",
): Promise<Decision & { part: Part }> {
  const source = memorySource(name, Buffer.from(text));
  const decision = await decide(source, options);
  const part = await (await engineFor(decision.plan, source)).scan(source, {
    plan: decision.plan,
    findingsPerCode: 50,
  });
  return { ...decision, part };
}

const observations = ({ groups, quantities }: Part): unknown[] =>
  groups.map(({ area, period }, i) => [
    area,
    period,
    ...[...quantities].map(([id, column]) => [id, column.at(i)]),
  ]);

const heads = (text: string, options?: IntakeOptions, name?: string) =>
  read(text, options, name).then(({ plan, findings }) => [
    plan.columns
      .slice(1)
      .map(({ role, period }) => [
        role.is === "quantity" ? role.quantity : role.is === "unused" ? role.reason : role.is,
        period,
      ]),
    plan.period,
    findings.map(({ code }) => code),
  ]);

describe("columns of several periods", () => {
  test("say the same as rows of several periods", async () => {
    const wide = await read(
      "社区,2021年户数,2021年人口,2022年户数,2022年人口\n清河社区,10,30,12,33\n北苑社区,8,22,9,21\n",
    );
    const rows = await read(
      "社区,年份,户数,人口\n清河社区,2021,10,30\n清河社区,2022,12,33\n北苑社区,2021,8,22\n北苑社区,2022,9,21\n",
    );
    expect(observations(wide.part)).toEqual(observations(rows.part));
    expect(wide.part.rows).toBe(2);
  });

  test("a finding names the line and the column of its cell", async () => {
    const { part } = await read("社区,2021年户数,2022年户数\n清河社区,10,十x\n北苑社区,-8,9\n");
    expect(
      part.findings.map(({ code, place }) => [
        code,
        place.line,
        place.field,
        place.header,
        place.column,
      ]),
    ).toEqual([
      ["CDJ301", 2, 3, "2022年户数", 9],
      ["CDJ302", 3, 2, "2021年户数", 6],
    ]);
  });

  test("a row of totals tells one of each period", async () => {
    const { part } = await read(
      "社区,2021年户数,2022年户数\n清河社区,10,12\n北苑社区,8,9\n合计,18,20\n",
    );
    expect(part.excluded[0]?.byPeriod).toEqual([
      { period: "2021", values: new Map([["households", 18]]) },
      { period: "2022", values: new Map([["households", 20]]) },
    ]);
  });

  test("an area that stands twice is a finding, and with --sum both rows are its parts", async () => {
    const text = "社区,2021年户数,2022年户数\n清河社区,10,12\n北苑社区,8,9\n清河社区,1,2\n";
    const twice = await read(text);
    const { findings } = applyForest(twice.part);
    expect(findings.map(({ code, place }) => [code, place.line])).toEqual([["CDJ204", 4]]);
    const { part } = await read(text, { addParts: true });
    expect(observations(part).slice(0, 2)).toEqual([
      ["清河社区", "2021", ["households", { value: 11 }]],
      ["清河社区", "2022", ["households", { value: 14 }]],
    ]);
    const households = part.quantities.get("households");
    expect([0, 1, 2, 3].map((group) => households?.rows(group))).toEqual([2, 2, 1, 1]);
  });

  test("the byte path takes them as the other does", async () => {
    const text = "社区,2021年户数,2022年户数\n清河社区,10,12\n清河社区,1,2\n清河社区,,3\n";
    const { plan, part } = await read(text, { addParts: true });
    const bytes = await byteEngine.scan(memorySource("table.csv", Buffer.from(text)), {
      plan,
      findingsPerCode: 50,
    });
    expect(observations(bytes)).toEqual(observations(part));
  });

  test("sexes that add up make a whole in each period", async () => {
    expect(
      await heads(
        "社区,2021年,,,2022年,,\n,计,男,女,计,男,女\n清河社区,10,6,4,12,5,7\n北苑社区,9,4,5,8,4,4\n",
      ),
    ).toEqual([
      [
        ["residents", "2021"],
        ["residents_male", "2021"],
        ["residents_female", "2021"],
        ["residents", "2022"],
        ["residents_male", "2022"],
        ["residents_female", "2022"],
      ],
      undefined,
      [],
    ]);
  });
});

describe("which period a column is of", () => {
  test("one and the same in all heads is that of the table", async () => {
    expect(await heads("社区,2022年户数,2022年人口\n清河社区,10,30\n")).toEqual([
      [
        ["households", undefined],
        ["residents", undefined],
      ],
      { value: "2022", from: "header" },
      [],
    ]);
  });

  test("the period of the file is that of a column without one", async () => {
    const text = "社区,户数,2021年人口,2022年人口\n清河社区,10,30,33\n";
    expect(await heads(text, {}, "社区2022.csv")).toEqual([
      [
        ["households", undefined],
        ["residents", "2021"],
        ["residents", "2022"],
      ],
      { value: "2022", from: "file-name" },
      [],
    ]);
    const { part } = await read(text, { period: "2021" });
    expect(observations(part)).toEqual([
      ["清河社区", "2021", ["households", { value: 10 }], ["residents", { value: 30 }]],
      ["清河社区", "2022", ["households", { absent: "no-data" }], ["residents", { value: 33 }]],
    ]);
  });

  test("where nothing tells it, the fewer columns are left out with a finding", async () => {
    const fewer = await heads("社区,户数,2021年人口,2022年人口\n清河社区,10,30,33\n");
    expect(fewer[0]).toEqual([
      ["undated", undefined],
      ["residents", "2021"],
      ["residents", "2022"],
    ]);
    expect(fewer[2]).toEqual(["CDJ213"]);
    const more = await heads("社区,户数,常住人口,2020年常住人口\n清河社区,10,30,33\n");
    expect(more[0]).toEqual([
      ["households", undefined],
      ["residents", undefined],
      ["undated", undefined],
    ]);
  });

  test("the same quantity of the same period is read once", async () => {
    const [columns, , findings] = await heads(
      "2022年社区情况\n社区,常住人口,2022年常住人口,2021年常住人口\n清河社区,31,31,30\n北苑社区,22,22,21\n",
    );
    expect(columns).toEqual([
      ["residents", undefined],
      ["duplicate", undefined],
      ["residents", "2021"],
    ]);
    expect(findings).toEqual(["CDJ203"]);
  });

  test("a column of periods stands before the heads", async () => {
    const [columns] = await heads("社区,年份,2021年人口,2022年人口\n清河社区,2022,30,33\n");
    expect(columns).toEqual([
      ["key", undefined],
      ["unknown", undefined],
      ["unknown", undefined],
    ]);
  });

  test("a mapped head keeps its year", async () => {
    const mapping = new Map([
      ["2021年人头", "residents"],
      ["2022年人头", "residents"],
    ]);
    const [columns] = await heads("社区,2021年人头,2022年人头\n清河社区,30,33\n", { mapping });
    expect(columns).toEqual([
      ["residents", "2021"],
      ["residents", "2022"],
    ]);
  });
});

test("below headings the same name is another area, on the byte path too", async () => {
  const text =
    "社区,户数,人口\n东街道,,\n中心社区,10,\n中心社区,1,\n西街道,,\n中心社区,100,\n中心社区,1,\n";
  const { plan, part } = await read(text, { addParts: true });
  const bytes = await byteEngine.scan(memorySource("table.csv", Buffer.from(text)), {
    plan,
    findingsPerCode: 50,
  });
  for (const each of [part, bytes])
    expect([0, 1].map((group) => each.quantities.get("households")?.at(group))).toEqual([
      { value: 11 },
      { value: 101 },
    ]);
});

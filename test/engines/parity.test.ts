import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { byteEngine } from "../../src/engines/bytes/byte-engine.ts";
import type { Engine } from "../../src/engines/engine.ts";
import { streamEngine } from "../../src/engines/tally/stream-engine.ts";
import { decide, type IntakeOptions } from "../../src/intake/decide.ts";
import { fileSource, memorySource, type Source } from "../../src/intake/files/source.ts";
import { CdjError } from "../../src/survey/error.ts";
import { csvFixtures, plain } from "./csv-fixtures.ts";

async function both(source: () => Source, options: IntakeOptions): Promise<void> {
  let plan: Awaited<ReturnType<typeof decide>>["plan"];
  try {
    ({ plan } = await decide(source(), options));
  } catch (error) {
    // Not a table: no engine ever sees it.
    if (error instanceof CdjError) return;
    throw error;
  }
  if (!byteEngine.accepts(plan, source())) return;
  const run = async (engine: Engine) =>
    plain(await engine.scan(source(), { plan, findingsPerCode: 50 }));
  expect(await run(byteEngine)).toEqual(await run(streamEngine));
}

describe("the byte path and the PapaParse path read the same", () => {
  test.each(csvFixtures)("$name", async ({ path }) => {
    await both(() => fileSource(path), {});
    await both(() => fileSource(path), { addParts: true });
    await both(() => fileSource(path, 7), { addParts: true });
  });
});

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.nat(5000).map(String) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "",
      "12.5",
      "1,234",
      "3.5万",
      "-3",
      "不详",
      "１２",
      "12人",
      "0012",
      "13800138000",
      "200*",
      "99999999999999999",
      "13800138000",
      "138 0013 8000",
      "12999999999",
      "4万11010519491231002X",
      '"7"',
      " 8",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.constantFrom("a", '"', ",", "\n", "\r", "\uFEFF", "中", "5"),
      maxLength: 5,
    }),
  },
);
const name = fc.constantFrom(
  "东社区",
  "西社区",
  "西社区 11010519491231002X",
  "南社区",
  " 西社区",
  "　　南社区",
  "其中：城市",
  "",
  "合计",
  "注：以上为估计",
);

test("on any table, in any pieces", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(name, cell, cell, cell), { maxLength: 12 }),
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      fc.boolean(),
      fc.integer({ min: 1, max: 40 }),
      fc.boolean(),
      async (rows, lineBreak, quoteAll, addParts, blockSize, endsWithBreak) => {
        const write = (text: string) =>
          quoteAll || /[",\r\n]/.test(text)
            ? text.startsWith('"') && !quoteAll
              ? text
              : `"${text.replaceAll('"', '""')}"`
            : text;
        const lines = [["社区名称", "户数(户)", "备注", "经费(万元)"], ...rows].map((row) =>
          row.map(write).join(","),
        );
        const bytes = Buffer.from(lines.join(lineBreak) + (endsWithBreak ? lineBreak : ""));
        const source = (): Source => ({
          ...memorySource("t.csv", bytes),
          *blocks() {
            for (let at = 0; at < bytes.length; at += blockSize)
              yield bytes.subarray(at, at + blockSize);
          },
        });
        await both(source, { addParts });
      },
    ),
    { numRuns: 400 },
  );
});

describe("what the quick way must not take, though it knows the key", () => {
  const rows = "东社区,3,1\n西社区,4,2\n东社区,5,3\n";
  test.each([
    [
      "rows of a further table",
      `社区名称,户数(户),党员数(人)\n${rows}\n社区名称,户数(户),经费(元)\n${rows}${rows}`,
    ],
    [
      "a column of counts written twice",
      "社区名称,户数(户),户数(户)\n东社区,3,4\n东社区,5,6\n东社区,,7\n",
    ],
    [
      "sums beyond what a double holds exactly",
      `社区名称,经费(元)\n${"东社区,999999999999999\n".repeat(20)}东社区,0.3\n东社区,0.4\n`,
    ],
    [
      "names indented below a name that is not printed",
      "社区名称,户数(户)\n西社区 11010519491231002X,3\n　　南社区,4\n西社区 11010519491231002X,5\n　　南社区,6\n",
    ],
    [
      "names that come again below another heading",
      "社区名称,户数(户),党员数(人)\n东街道,,\n第一社区,3,1\n第一社区,4,1\n西街道,,\n第一社区,5,1\n第一社区,6,1\n第二社区,6,1\n",
    ],
    [
      "figures in another unit than the header's",
      `社区名称,经费(万元),面积(亩)\n${"东社区,3.25,1.5\n西社区,12,0.5\n东社区,123456789.5,1\n东社区,7,2\n东社区,1234567890123,3\n".repeat(3)}`,
    ],
    [
      "names with blanks and signs, one the beginning of another",
      `社区名称,户数(户)\n${"East Ward 1,3\nEast Ward 12,4\nEast!Ward 1,5\nEast Ward,6\n".repeat(3)}`,
    ],
    [
      "a name longer than any",
      `社区名称,户数(户)\n${`${"东".repeat(700)}社区,3\n${"东".repeat(701)}社区,4\n`.repeat(3)}`,
    ],
    [
      "counts with a point",
      `社区名称,户数(户),经费(元)\n${rows}东社区,3.0,.5\n东社区,3.5,5.\n东社区,.,1.2.3\n东社区,3.,0.125\n`,
    ],
    [
      "numbers before the name",
      `序号,社区名称,户数(户)\n1,东社区,3\n2,东社区,4\n注：以下估计,东社区,5\n"3",东社区,6\n,东社区,7\n`,
    ],
    [
      "a share of text in a column of figures",
      `社区名称,户数(户)\n${rows.replaceAll(/,\d\n/g, "\n")}东社区,三\n东社区,4\n`,
    ],
  ])("%s", async (_, text) => {
    await both(() => memorySource("t.csv", Buffer.from(text)), { addParts: true });
    await both(() => memorySource("t.csv", Buffer.from(text)), {});
  });

  test("bytes that are no text, in a key, and in a column that is not read", async () => {
    const bad = Buffer.from([0xe4, 0xb8]);
    const bytes = Buffer.concat(
      [
        "社区名称,户数(户),备注\n东社区,1,a\n",
        bad,
        "社区,3,a\n",
        bad,
        "社区,4,a\n东社区,5,",
        bad,
        "\n东社区,6,\uFFFD\n",
      ].map((piece) => Buffer.from(piece)),
    );
    await both(() => memorySource("t.csv", bytes), { addParts: true, encoding: "utf-8" });
  });

  test.each(["gb18030", "utf-8"])(
    "a thousand parts of areas whose names share their first bytes (%s)",
    async (encoding) => {
      const names = ["第一社区", "第一社区甲", "第一社", "第二社区", "乙第一社区"];
      const text = `社区名称,年份,户数(户),办公用房面积(㎡)\n${Array.from({ length: 1000 }, (_, i) => `${names[(i * 7) % 5]},202${i % 3},${i % 11},${(i % 13) / 4}`).join("\n")}\n`;
      const bytes = encoding === "utf-8" ? Buffer.from(text) : iconv.encode(text, "gb18030");
      await both(() => memorySource("t.csv", bytes), { addParts: true });
    },
  );
});

import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { byteEngine } from "../../../src/engines/bytes/byte-engine.ts";
import { scanRange } from "../../../src/engines/bytes/range-scan.ts";
import {
  cutsOf,
  type RangeReaders,
  scanInOrder,
  scanInRanges,
} from "../../../src/engines/bytes/ranges.ts";
import type { Part, Request } from "../../../src/engines/engine.ts";
import { decide, type IntakeOptions } from "../../../src/intake/decide.ts";
import {
  fileSource,
  memorySource,
  type Source,
  wholeOf,
} from "../../../src/intake/files/source.ts";
import { CdjError } from "../../../src/survey/error.ts";
import { csvFixtures, plain } from "../csv-fixtures.ts";

/** Bytes that can be read from anywhere, a few at a time. */
function source(bytes: Uint8Array, blockSize: number): Source {
  const range = function* (from: number, to: number) {
    for (let at = from; at < to; at += blockSize)
      yield bytes.subarray(at, Math.min(at + blockSize, to));
  };
  return { ...memorySource("t.csv", bytes), blocks: () => range(0, bytes.length), range };
}

/** Reads ranges at once and in this thread; says how many bytes of them were read ahead. */
function here(table: Source): RangeReaders & { readonly read: () => number } {
  let read = 0;
  return {
    async start(from, to, plan) {
      const part = structuredClone(scanRange(table.range?.(from, to) ?? [], plan));
      read += part.read;
      return part;
    },
    stop() {},
    read: () => read,
  };
}

async function requestOf(table: Source, options: IntakeOptions): Promise<Request | undefined> {
  try {
    const { plan } = await decide(table, options);
    return byteEngine.accepts(plan, table) ? { plan, findingsPerCode: 5 } : undefined;
  } catch (error) {
    // Not a table: no engine ever sees it.
    if (error instanceof CdjError) return undefined;
    throw error;
  }
}

/** All that is exact, and the totals to be held against each other to so many digits. */
function split(part: Part) {
  const { totals, ...rest } = plain(part);
  const figures: number[] = [];
  const shape = JSON.stringify(totals, (key, value) => {
    if (typeof value !== "number" || !["value", "low", "high"].includes(key)) return value;
    figures.push(value);
    return "figure";
  });
  return { rest, shape, figures };
}

function expectEqual(actual: Part, expected: Part): void {
  const own = split(actual);
  const other = split(expected);
  expect(own.rest).toEqual(other.rest);
  expect(own.shape).toBe(other.shape);
  own.figures.forEach((figure, i) => {
    const wanted = other.figures[i] as number;
    expect(Math.abs(figure - wanted)).toBeLessThanOrEqual(1e-12 * Math.abs(wanted));
  });
}

/** Reads a table in ranges and in order, and expects the same; how many bytes were read ahead. The plan is made from its `head`. */
async function both(
  table: Source,
  options: IntakeOptions,
  cuts: readonly number[],
  head = table,
): Promise<number> {
  const request = await requestOf(head, options);
  if (!request) return 0;
  const readers = here(table);
  expectEqual(await scanInRanges(table, request, cuts, readers), await scanInOrder(table, request));
  return readers.read();
}

/** Every place behind a line feed. */
const lineStarts = (bytes: Uint8Array): number[] =>
  [...bytes.keys()].filter((i) => i > 0 && i < bytes.length && bytes[i - 1] === 10);

describe("two ranges and every range of a line give what one gives", () => {
  test.each(csvFixtures)("$name", async ({ path }) => {
    const bytes = await wholeOf(fileSource(path), 1 << 26);
    const table = source(bytes, 64);
    const starts = lineStarts(bytes);
    await both(table, { addParts: true }, cutsOf(table, 2));
    await both(table, {}, cutsOf(table, 2));
    if (starts.length < 300) await both(table, { addParts: true }, starts);
  });
});

const header = "社区名称,户数(户),备注,经费(元)";
const area = fc.constantFrom(
  "东社区",
  "西社区",
  "南社区",
  "北社区",
  "西社区 11010519491231002X",
  " 东社区",
  '"东社区"',
  "其中：城市",
  "",
  "合计",
  "小计",
);
const figure = fc.oneof(
  { weight: 8, arbitrary: fc.nat(5000).map(String) },
  { weight: 2, arbitrary: fc.nat(5000).map((n) => String(n / 100)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "",
      '"7"',
      "不详",
      "1,5",
      "3.5万",
      "-3",
      "12人",
      "13800138000",
      "200*",
      '"1\n2"',
      '"a""b"',
      "\uFFFD",
    ),
  },
);
const row = fc
  .tuple(area, figure, fc.constantFrom("", "x", "说明", '"a,b"'), figure)
  .map((cells) => cells.join(","));
const oddLine = fc.constantFrom(
  "",
  ",,,",
  "社区名称,户数(户),备注,经费(元)",
  "街道名称,人数(人),备注,面积(㎡)",
  "注：以上为估计",
  "东街道,,,",
  '"东社区',
  '东社区",3,,4',
  "东社区,3",
  "东社区,3,,4,5",
  "东社区,3,,4,",
  "东\r社区,3,,4",
);
const line = fc.oneof({ weight: 12, arbitrary: row }, { weight: 1, arbitrary: oddLine });

test("any table, cut behind any of its line feeds, in any encoding and any blocks", async () => {
  let ahead = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 2, maxLength: 30 }),
      fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }),
      fc.constantFrom("\n", "\r\n"),
      fc.constantFrom("utf-8", "gb18030"),
      fc.integer({ min: 1, max: 200 }),
      fc.boolean(),
      fc.boolean(),
      async (lines, picks, lineBreak, encoding, blockSize, endsWithBreak, isLong) => {
        const text = [header, ...lines].join(lineBreak) + (endsWithBreak ? lineBreak : "");
        const bytes = iconv.encode(text, encoding);
        const starts = lineStarts(bytes);
        const cuts = [...new Set(picks.flatMap((pick) => starts[pick] ?? []))].sort(
          (a, b) => a - b,
        );
        const table = source(bytes, blockSize);
        // In a long table the plan has not seen the rows further down.
        const head = isLong
          ? source(
              iconv.encode([header, "东社区,3,x,4", "西社区,5,,6.5", ""].join(lineBreak), encoding),
              blockSize,
            )
          : table;
        ahead += await both(table, { addParts: true, encoding }, cuts, head);
      },
    ),
    { numRuns: 500 },
  );
  expect(ahead).toBeGreaterThan(0);
});

describe("what a range cannot know by itself", () => {
  const rows = "东社区,3,,1\n西社区,4,,2\n东社区,5,,0.5\n".repeat(3);
  test.each([
    [
      "a cut inside a quoted cell of lines",
      `${header}\n${rows}东社区,3,"a\n西社区,4,,2\n西社区,4,,2\n",4\n${rows}`,
    ],
    ["a quote that never closes", `${header}\n${rows}"东社区,3,,4\n${rows}`],
    [
      "merged cells below a row of another range",
      `街道,社区名称,户数(户),经费(元)\n东街道,一社区,1,2\n${"东街道,一社区,1,2\n,二社区,3,4\n西街道,一社区,5,6\n,二社区,7,8\n".repeat(4)}`,
    ],
    [
      "names that come again below another heading",
      `${header}\n东街道,,,\n${rows}西街道,,,\n${rows}${rows}`,
    ],
    [
      "indented names",
      `${header}\n${"东社区,3,,1\n　　一组,4,,2\n西社区,4,,2\n　　一组,5,,3\n".repeat(4)}`,
    ],
    ["rows of totals that come again", `${header}\n${`${rows}小计,12,,3.5\n`.repeat(4)}`],
    ["a total row at the end", `${header}\n${rows}${rows}合计,24,,7\n`],
    [
      "a note below a blank row, and another table",
      `${header}\n${rows}${rows}\n注：估计\n社区名称,党员数(人),备注,经费(元)\n${rows}${rows}`,
    ],
    [
      "names with numbers of persons",
      `${header}\n${rows}西社区 11010519491231002X,3,,4\n${rows}西社区 11010519491231002X,5,,6\n`,
    ],
    [
      "codes that two names share, and codes that lost a zero",
      `社区代码,社区名称,户数(户)\n${"011010001,东社区,3\n011010002,西社区,4\n011010003,南社区,4\n11010004,北社区,5\n011010001,中社区,6\n".repeat(4)}`,
    ],
    [
      "figures whose sum depends on the order, were it not compensated",
      `${header}\n${Array.from({ length: 60 }, (_, i) => `东社区,1,,${i % 2 === 0 ? "9999999999.99" : "0.07"}\n`).join("")}`,
    ],
    [
      "bytes that are no text",
      `${header}\n${rows}\uFFFD社区,3,,4\n${rows}\uFFFD社区,3,,4\n东社区,3,\uFFFD,4\n`,
    ],
  ])("%s", async (_, text) => {
    const bytes = Buffer.from(text);
    const starts = lineStarts(bytes);
    const head = source(bytes.subarray(0, starts[3]), 50);
    for (const cut of starts) {
      await both(source(bytes, 50), { addParts: true }, [cut]);
      await both(source(bytes, 50), { addParts: true }, [cut], head);
    }
    await both(source(bytes, 50), { addParts: true }, starts, head);
    await both(source(bytes, 50), { addParts: true }, starts);
    await both(
      source(bytes, 1),
      { addParts: true },
      starts.filter((_, i) => i % 3 === 0),
    );
  });
});

describe("cutsOf", () => {
  test("cuts behind line feeds, as near to equal parts as there are any", () => {
    const bytes = Buffer.from("aaaa\nbbbb\ncccc\ndddd\n");
    expect(cutsOf(source(bytes, 3), 4)).toEqual([10, 15]);
    expect(cutsOf(source(bytes, 3), 2)).toEqual([15]);
  });

  test("leaves a file whole that is one line", () => {
    expect(cutsOf(source(Buffer.from("aaaaaaaaaa\n"), 3), 4)).toEqual([]);
  });
});

describe("a plain table is read ahead, not again", () => {
  const bytes = Buffer.from(
    `社区名称,户数(户)\n${Array.from({ length: 200 }, (_, i) => `${"东西南北"[i % 4]}社区,${i}\n`).join("")}`,
  );

  test("all of its second half", async () => {
    const table = source(bytes, 100);
    const [cut = 0] = cutsOf(table, 2);
    const request = (await requestOf(table, { addParts: true })) as Request;
    const readers = here(table);
    const seen: string[] = [];
    const watched: Source = {
      ...table,
      *range(from, to) {
        seen.push(`${from}-${to}`);
        yield* table.range?.(from, to) ?? [];
      },
    };
    const part = await scanInRanges(watched, request, [cut], readers);
    expect(part.rows).toBe(200);
    expect(readers.read()).toBe(bytes.length - cut);
    // The first range, and what was left of the second: nothing.
    expect(seen).toEqual([`0-${cut}`, `${bytes.length}-${bytes.length}`]);
  });

  test("the same without threads that start, and with progress told once for every byte", async () => {
    const table = source(bytes, 100);
    const request = (await requestOf(table, { addParts: true })) as Request;
    let told = 0;
    let stopped = 0;
    const none: RangeReaders = { start: async () => undefined, stop: () => void stopped++ };
    const part = await scanInRanges(table, request, cutsOf(table, 3), none, {
      progress(read) {
        told += read;
      },
    });
    expectEqual(part, await scanInOrder(table, request));
    expect(told).toBe(bytes.length);
    expect(stopped).toBe(1);
  });

  test("broken off, it ends whatever still runs", async () => {
    const table = source(bytes, 100);
    const request = (await requestOf(table, { addParts: true })) as Request;
    let stopped = 0;
    const readers: RangeReaders = { ...here(table), stop: () => void stopped++ };
    await expect(
      scanInRanges(table, request, cutsOf(table, 2), readers, { signal: AbortSignal.abort() }),
    ).rejects.toThrow();
    expect(stopped).toBe(1);
  });
});

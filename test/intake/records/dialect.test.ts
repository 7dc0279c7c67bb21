import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decide } from "../../../src/intake/decide.ts";
import { memorySource } from "../../../src/intake/files/source.ts";
import { detectDialect } from "../../../src/intake/records/dialect.ts";
import { eachRecord } from "../../../src/intake/records/each-record.ts";
import { type Dialect, RecordReader } from "../../../src/intake/records/records.ts";

describe("detectDialect", () => {
  test.each([
    [",", "社区,人口\n甲,1\n乙,2\n"],
    [";", "社区;人口\n甲;1,5\n乙;2,5\n"],
    ["\t", "社区\t说明\n甲\t一，二，三\n乙\t四；五\n"],
    ["|", "社区|说明\n甲|a, b\n乙|c; d\n"],
    ["，", "社区，人口\n甲，1\n乙，2\n"],
    [", ", 'community, note\nA, "x, y"\nB, "z"\n'],
  ])("%j", (delimiter, text) => {
    expect(detectDialect(text).delimiter).toBe(delimiter);
  });

  test("a sep= line is obeyed, whatever the rest looks like", () => {
    expect(detectDialect("sep=|\na,b|c,d\n1,2|3,4\n").delimiter).toBe("|");
  });

  test("a text of one column has a comma", () => {
    expect(detectDialect("社区\n甲\n乙\n")).toEqual({ delimiter: ",", quote: '"', escape: '"' });
  });
});

const separators = [",", ";", "\t", "|", "，"] as const;
const write = (
  rows: readonly (readonly string[])[],
  { delimiter, quote, escape: mark }: Dialect,
  lineBreak: string,
): string => {
  const quoted = (cell: string): string => {
    const inner =
      mark === quote
        ? cell.replaceAll(quote, quote + quote)
        : cell.replaceAll(mark, mark + mark).replaceAll(quote, mark + quote);
    return `${quote}${inner}${quote}`;
  };
  return rows.map((row) => row.map(quoted).join(delimiter) + lineBreak).join("");
};

const anyCell = fc.string({
  unit: fc.constantFrom(
    "a",
    "中",
    "亅",
    '"',
    "'",
    "\\",
    ",",
    ";",
    "|",
    "，",
    "\t",
    "\n",
    " ",
    "1",
    "𠀀",
  ),
  maxLength: 7,
});
const anyTable = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.array(fc.array(anyCell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 8,
  }),
);
const dialects = fc.record({
  delimiter: fc.constantFrom(...separators),
  escape: fc.constantFrom('"', "\\"),
});

test("any table of cells, written in any dialect and encoding, reads back equal in whatever blocks it comes", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyTable,
      dialects,
      fc.constantFrom("\n", "\r\n"),
      fc.constantFrom("utf-8", "gb18030", "utf-16le", "utf-16be"),
      fc.integer({ min: 1, max: 9 }),
      async (rows, { delimiter, escape: mark }, lineBreak, encoding, size) => {
        const dialect = { delimiter, quote: '"', escape: mark };
        const bytes = iconv.encode(write(rows, dialect, lineBreak), encoding, { addBOM: false });
        const source = {
          ...memorySource("t.csv", bytes),
          *blocks() {
            for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
          },
        };
        const { plan } = await decide(memorySource("t.csv", Buffer.from("社区,人口\n甲,1\n")));
        const read: (readonly string[])[] = [];
        await eachRecord(
          source,
          { ...plan, encoding, dialect, preambleRecords: 0, headerRecords: 0 },
          ({ fields }) => void read.push(fields),
        );
        expect(read).toEqual(rows);
      },
    ),
  );
});

const name = fc.string({
  unit: fc.constantFrom("城", "东", "西", "社区", "新", "村", "a", "b"),
  minLength: 1,
  maxLength: 5,
});
const note = fc.string({
  unit: fc.constantFrom("好", "a", ",", ";", '"', " ", "，", "|"),
  minLength: 1,
  maxLength: 8,
});
const surveyRow = fc.tuple(name, fc.nat(99_999).map(String), fc.nat(999).map(String), note);

test("how a survey table was written is found out: delimiter, escape and encoding", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(surveyRow, { minLength: 4, maxLength: 20 }),
      dialects,
      fc.constantFrom("\n", "\r\n", "\r"),
      fc.constantFrom("utf-8", "gb18030", "utf-16le"),
      async (rows, { delimiter, escape: mark }, lineBreak, encoding) => {
        const header = ["社区名称", "常住人口", "党员数", "说明"];
        const text = write([header, ...rows], { delimiter, quote: '"', escape: mark }, lineBreak);
        const { plan } = await decide(
          memorySource("t.csv", iconv.encode(text, encoding, { addBOM: false })),
        );
        expect([plan.encoding, plan.dialect.delimiter]).toEqual([encoding, delimiter]);
        const read: (readonly string[])[] = [];
        await eachRecord(
          memorySource("t.csv", iconv.encode(text, encoding, { addBOM: false })),
          plan,
          ({ fields }, isBody) => void (isBody && read.push(fields)),
        );
        expect(read).toEqual(rows);
      },
    ),
    { numRuns: 150 },
  );
});

test("any text ends, in whatever pieces it comes, and no piece changes it", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a", "\\"), maxLength: 60 }),
      dialects,
      fc.integer({ min: 1, max: 7 }),
      (text, { escape: mark }, size) => {
        const dialect = { delimiter: ",", quote: '"', escape: mark };
        const whole: string[] = [];
        new RecordReader(dialect, ({ raw }) => whole.push(raw)).push(text, true);
        expect(whole.join("\n").replaceAll("\n", "")).toBe(text.replace(/[\r\n]/g, ""));
        const pieces: string[] = [];
        const reader = new RecordReader(dialect, ({ raw }) => pieces.push(raw));
        for (let at = 0; at < text.length; at += size)
          reader.push(text.slice(at, at + size), false);
        reader.push("", true);
        expect(pieces.join("\n").replaceAll("\n", "")).toBe(text.replace(/[\r\n]/g, ""));
      },
    ),
  );
});

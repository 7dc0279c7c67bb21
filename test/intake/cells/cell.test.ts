import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CellReading, type CellRules, parseCell } from "../../../src/intake/cells/cell.ts";

const count: CellRules = { kind: "count", exponent: 0, unit: "person", noneMeans: "missing" };
const area: CellRules = { kind: "area", exponent: 0, unit: "m²", noneMeans: "zero" };
const land: CellRules = { kind: "area", exponent: 0, unit: "km²", noneMeans: "missing" };
const money: CellRules = { kind: "money", exponent: 0, unit: "yuan", noneMeans: "missing" };
const ratio: CellRules = { kind: "ratio", exponent: 0, unit: "%", noneMeans: "missing" };
const yesNo: CellRules = { kind: "yes-no", exponent: 0, unit: "yes-no", noneMeans: "missing" };
const inTenThousands = { exponent: 4 };

const readValue = (text: string, rules: CellRules): number | undefined => {
  const reading = parseCell(text, rules);
  return reading.kind === "number" && "value" in reading.measured
    ? reading.measured.value
    : undefined;
};
const number = (value: number): CellReading => ({ kind: "number", measured: { value } });
const own = (value: number): CellReading => ({
  kind: "number",
  measured: { value },
  ownUnit: true,
});
const fault = (
  kind: "not-a-number" | "unit-conflict" | "excel-damage",
  detail = "",
): CellReading => ({ kind: "fault", fault: kind, detail });

describe("plain numbers", () => {
  test.each<[string, number]>([
    ["0", 0],
    ["007", 7],
    ["1234", 1234],
    ["999999999999999", 999999999999999],
    [" 12 ", 12],
    ["1,234", 1234],
    ["1，234", 1234],
    ["12,345,678", 12345678],
    ["1 234", 1234],
    ["1\u00a0234\u00a0567", 1234567],
    ["1\u2009234", 1234],
    ["１２３", 123],
    ["１，２３４．５", 1234.5],
    ["\ufeff12\u200b3\u0000", 123],
    ["-5", -5],
    ["−1234", -1234],
    ["－1234", -1234],
    ["–1234", -1234],
    ["+5", 5],
    ["0.1", 0.1],
    [".5", 0.5],
    ["1,234.50", 1234.5],
    ["'123", 123],
    ["一百二十", 120],
    ["十二", 12],
    ["两百", 200],
    ["兩百", 200],
    ["三万五千", 35000],
    ["零", 0],
    ["一个半", 1.5],
    ["一個半", 1.5],
    ["仅12", 12],
    ["共120", 120],
    ["1.2345E+04", 12345],
    ["0E+00", 0],
    ["-0", 0],
  ])("%j is %d", (text, value) => {
    expect(readValue(text, count)).toBe(value);
  });

  test.each([
    "12,34",
    "1,23,456",
    "1,2345",
    "12 34",
    "12\n345",
    "12\t345",
    "1.2.3",
    "abc",
    "12a",
    "12²",
    "12①",
    "--5",
    "1-5",
    "1/5",
    "１２⑤",
    "(1,234)",
    "3万5",
    "万",
    "几十",
    "大部分",
    "?",
    "1e400",
  ])("%j is not a number", (text) => {
    expect(parseCell(text, count)).toEqual(fault("not-a-number"));
  });

  test.each(["9999999999999999", "2千万亿", "1e16", "10000001亿"])(
    "%s lies beyond 10^15",
    (text) => {
      expect(parseCell(text, money)).toEqual(fault("not-a-number"));
    },
  );

  test("a decimal comma where the dialect has one", () => {
    const german = { ...money, decimalComma: true };
    expect(readValue("1.234,5", german)).toBe(1234.5);
    expect(readValue("12,34", german)).toBe(12.34);
    expect(readValue("1.234", german)).toBe(1234);
    expect(readValue("1234", german)).toBe(1234);
    expect(parseCell("1.5", german)).toEqual(fault("not-a-number"));
  });

  test("brackets are a negative sum of money only", () => {
    expect(parseCell("(1,234)", money)).toEqual(number(-1234));
    expect(parseCell("（1,234.5）", money)).toEqual(number(-1234.5));
    expect(parseCell("(-5)", money)).toEqual(fault("not-a-number"));
    expect(parseCell("(5)", area)).toEqual(fault("not-a-number"));
  });
});

describe("scale and units", () => {
  test.each<[string, CellRules, number]>([
    ["3.5万", count, 35000],
    ["3.35万", count, 33500],
    ["1.2亿", money, 120000000],
    ["1.2億", money, 120000000],
    ["3千", count, 3000],
    ["12人", count, 12],
    ["12 人", count, 12],
    ["3万人", count, 30000],
    ["两个", count, 2],
    ["120㎡", area, 120],
    ["120m²", area, 120],
    ["120平方米", area, 120],
    ["2万平方米", area, 20000],
    ["3.5万元", money, 35000],
    ["1亿2000万元", money, 120000000],
    ["三万五千元", money, 35000],
    ["¥1,234.50", money, 1234.5],
    ["￥35", money, 35],
    ["12.3%", ratio, 12.3],
    ["１２．３％", ratio, 12.3],
    ["0.9平方公里", land, 0.9],
    ["900000平方米", land, 0.9],
    ["3.5 million", money, 3500000],
    ["12 thousand persons", count, 12000],
  ])("%s", (text, rules, value) => {
    expect(parseCell(text, rules)).toEqual(own(value));
  });

  test("a header's unit scales on the text: 1.005万元 is 10050 yuan, not 10049.999999999998", () => {
    const header = { ...money, ...inTenThousands };
    expect(1.005 * 1e4).not.toBe(10050);
    expect(parseCell("0.57", header)).toEqual(number(5700));
    expect(parseCell("1.005", header)).toEqual(number(10050));
    expect(parseCell("0.1", header)).toEqual(number(1000));
    expect(parseCell("35", header)).toEqual(number(350000));
    expect(parseCell("1,234", header)).toEqual(number(12340000));
  });

  test("the cell's unit wins over the header's; 万 alone counts the base unit", () => {
    const header = { ...money, ...inTenThousands };
    expect(parseCell("35000元", header)).toEqual(own(35000));
    expect(parseCell("3.5万元", header)).toEqual(own(35000));
    expect(parseCell("3.5万", header)).toEqual(own(35000));
    expect(parseCell("¥35000", header)).toEqual(own(35000));
  });

  test("a factor is applied after the exponent: 666⅔ m² to the mu", () => {
    const mu: CellRules = { ...land, exponent: 0, factor: 1 / 1500 };
    expect(readValue("1500", mu)).toBeCloseTo(1, 12);
    expect(readValue("15万亩", land)).toBeCloseTo(100, 10);
    expect(readValue("100公顷", land)).toBe(1);
  });

  test("a wage may leave the month out", () => {
    const wage: CellRules = { ...money, unit: "yuan/month" };
    expect(parseCell("500元", wage)).toEqual(own(500));
    expect(parseCell("500元/月", wage)).toEqual(own(500));
    expect(parseCell("500元/月", money)).toEqual(fault("unit-conflict", "元/月"));
  });

  test.each<[string, CellRules, string]>([
    ["12人", area, "人"],
    ["12户", count, "户"],
    ["120㎡", count, "㎡"],
    ["12.3%", count, "%"],
    ["3.5万元", count, "元"],
    ["¥5", count, "¥"],
    ["12.3%", { ...ratio, unit: "persons per household" }, "%"],
  ])("%s conflicts with its column", (text, rules, unit) => {
    expect(parseCell(text, rules)).toEqual(fault("unit-conflict", unit));
  });
});

describe("words that make a figure approximate", () => {
  const interval = (
    low: number,
    high: number,
    open: { lowOpen?: true; highOpen?: true } = {},
  ): object => ({ low, high, ...open });
  const above = Number.POSITIVE_INFINITY;
  test.each<[string, object]>([
    ["13万多", interval(130000, 140000, { highOpen: true })],
    ["13万多人", interval(130000, 140000, { highOpen: true })],
    ["5万多", interval(50000, 60000, { highOpen: true })],
    ["130多万", interval(1300000, 1400000, { highOpen: true })],
    ["10余万", interval(100000, 200000, { highOpen: true })],
    ["7000余", interval(7000, 8000, { highOpen: true })],
    ["7000餘", interval(7000, 8000, { highOpen: true })],
    ["16000多人", interval(16000, 17000, { highOpen: true })],
    ["240多", interval(240, 250, { highOpen: true })],
    ["200多", interval(200, 300, { highOpen: true })],
    ["三十多", interval(30, 40, { highOpen: true })],
    ["3.5万多", interval(35000, 36000, { highOpen: true })],
    ["近20000", interval(18000, 20000, { lowOpen: true })],
    ["将近2万", interval(18000, 20000, { lowOpen: true })],
    ["500左右", interval(450, 550)],
    ["约500左右", interval(450, 550)],
    ["0.7左右", interval(0.63, 0.77)],
    ["50以上", interval(50, above)],
    ["50人以上", interval(50, above)],
    ["至少50", interval(50, above)],
    ["≥50", interval(50, above)],
    ["50+", interval(50, above)],
    ["超过50", interval(50, above, { lowOpen: true })],
    ["＞50", interval(50, above, { lowOpen: true })],
    ["超过20000多人", interval(20000, above, { lowOpen: true })],
    ["不足60", interval(0, 60, { highOpen: true })],
    ["60以下", interval(0, 60)],
    ["不超过7人", interval(0, 7)],
    ["约120", { value: 120, approximate: true }],
    ["约120人", { value: 120, approximate: true }],
    ["大約一百二十人", { value: 120, approximate: true }],
    ["0左右", { value: 0, approximate: true }],
  ])("%s", (text, measured) => {
    const reading = parseCell(text, count);
    expect(reading.kind === "number" && reading.measured).toEqual(measured);
  });

  test("in the unit of the header", () => {
    expect(parseCell("近20", { ...money, ...inTenThousands })).toEqual({
      kind: "number",
      measured: { low: 180000, high: 200000, lowOpen: true },
    });
    expect(parseCell("不足60平方米", area)).toEqual({
      kind: "number",
      measured: { low: 0, high: 60, highOpen: true },
      ownUnit: true,
    });
  });

  test("a ratio has no floor", () => {
    expect(parseCell("不足5%", ratio)).toEqual({
      kind: "number",
      measured: { low: Number.NEGATIVE_INFINITY, high: 5, highOpen: true },
      ownUnit: true,
    });
  });

  test.each(["近-5", "不足0", "0多", "近13万多", "约", "多", "左右", "相当一部份"])(
    "%s makes no sense",
    (text) => {
      expect(parseCell(text, count)).toEqual(fault("not-a-number"));
    },
  );
});

describe("missing", () => {
  test.each([
    ...[
      "",
      " ",
      "\u3000",
      "\u00a0",
      "\u200b",
      "-",
      "－",
      "—",
      "–",
      "――",
      "/",
      "／",
      "\\",
      "…",
      "...",
      "……",
      "未统计",
      "未統計",
      "不详",
      "不詳",
      "N/A",
      "NA",
      "n/a",
      "null",
    ],
    ..."缺 暂无 暫無 .".split(" "),
  ])("%j", (text) => {
    expect(parseCell(text, count).kind).toBe("missing");
  });

  test("the mark is given as cleaned", () => {
    expect(parseCell(" － ", count)).toEqual({ kind: "missing", mark: "-" });
  });

  test("无 by the variable", () => {
    expect(parseCell("无", area)).toEqual(number(0));
    expect(parseCell("無", area)).toEqual(number(0));
    expect(parseCell("无", count)).toEqual({ kind: "missing", mark: "无" });
  });

  test("a legend replaces the default marks, and may be a figure", () => {
    const legend = { ...count, missing: ["x", "－", "9999"] };
    expect(parseCell("x", legend)).toEqual({ kind: "missing", mark: "x" });
    expect(parseCell("-", legend)).toEqual({ kind: "missing", mark: "-" });
    expect(parseCell("9999", legend)).toEqual({ kind: "missing", mark: "9999" });
    expect(parseCell("", legend)).toEqual({ kind: "missing", mark: "" });
    expect(parseCell("…", legend)).toEqual(fault("not-a-number"));
    expect(parseCell("9998", legend)).toEqual(number(9998));
  });
});

describe("damage by a spreadsheet", () => {
  test.each([
    ["5-Jan", "1-5"],
    ["Jan-5", "1-5"],
    ["Jan-45", "1-45"],
    ["1月5日", "1-5"],
    ["5月1日", "5-1"],
    ["2023/1/5", "1-5"],
    ["2023-01-05", "1-5"],
    ["2023/1/5 0:00", "1-5"],
    ["2023-01-05T00:00:00", "1-5"],
    ["2023年1月5日", "1-5"],
    ["1/5/2023", "1-5"],
    ["25/12/2023", "12-25"],
    ["1.23E+05", "123???"],
    ["1E+05", "1?????"],
    ["4.20106E+17", "420106????????????"],
    ["########", "####"],
    ["#N/A", "#N/A"],
    ["#ref!", "#REF!"],
    ["#VALUE!", "#VALUE!"],
    ["#DIV/0!", "#DIV/0!"],
  ])("%s may have been %s", (text, detail) => {
    expect(parseCell(text, count)).toEqual(fault("excel-damage", detail));
  });

  test("digits lost where fractions are usual make the value approximate", () => {
    expect(parseCell("1.23E+05", money)).toEqual({
      kind: "number",
      measured: { value: 123000, approximate: true },
    });
    expect(parseCell("1.5e-3", ratio)).toEqual(number(0.0015));
  });

  test.each(["31-Feb", "5-Foo", "13月5日", "2023/13/45"])("%s is no date", (text) => {
    expect(parseCell(text, count)).toEqual(fault("not-a-number"));
  });
});

describe("choices", () => {
  test.each(["是", "有", "√", "1", "yes", "Y", "TRUE", "✓"])("%s is yes", (text) => {
    expect(parseCell(text, yesNo)).toEqual(number(1));
  });
  test.each(["否", "无", "無", "×", "0", "No", "n"])("%s is no", (text) => {
    expect(parseCell(text, yesNo)).toEqual(number(0));
  });
  test("neither", () => {
    expect(parseCell("", yesNo)).toEqual({ kind: "missing", mark: "" });
    expect(parseCell("2", yesNo)).toEqual(fault("not-a-number"));
    expect(parseCell("#N/A", yesNo)).toEqual(fault("excel-damage", "#N/A"));
  });

  const word = (text: string) => ({ en: text, "zh-CN": text, "zh-TW": text });
  const tenure: CellRules = {
    kind: "category",
    exponent: 0,
    unit: "category",
    noneMeans: "missing",
    values: [
      { id: "none", title: word("无"), spellings: ["無", "没有"] },
      { id: "rented", title: word("租用"), spellings: ["租赁", "租借"] },
      { id: "owned", title: word("自有"), spellings: ["产权"] },
    ],
  };
  test.each<[string, number]>([
    ["无", 0],
    ["租 赁", 1],
    ["租賃", 1],
    ["Rented", 1],
    ["自有", 2],
  ])("%s is the value at %d", (text, position) => {
    expect(parseCell(text, tenure)).toEqual(number(position));
  });
  test("an unknown value, and a missing one", () => {
    expect(parseCell("共建", tenure)).toEqual(fault("not-a-number"));
    expect(parseCell("-", tenure)).toEqual({ kind: "missing", mark: "-" });
    expect(parseCell("1", tenure)).toEqual(fault("not-a-number"));
  });
});

/** Chinese numerals by rule, as a child learns them: four-digit sections under 万 and 亿, one 零 for any gap. */
function inChinese(n: number): string {
  const digits = "零一二三四五六七八九";
  const section = (value: number): string => {
    let out = "";
    let gap = false;
    for (const [place, unit] of ["千", "百", "十", ""].entries()) {
      const digit = Math.floor(value / 10 ** (3 - place)) % 10;
      if (digit === 0) gap = out !== "";
      else {
        out += `${gap ? "零" : ""}${digits[digit]}${unit}`;
        gap = false;
      }
    }
    return out;
  };
  if (n === 0) return "零";
  const parts: [number, string][] = [
    [Math.floor(n / 1e8), "亿"],
    [Math.floor(n / 1e4) % 1e4, "万"],
    [n % 1e4, ""],
  ];
  let out = "";
  let gap = false;
  for (const [value, unit] of parts) {
    if (value === 0) gap = out !== "";
    else {
      out += `${out !== "" && (gap || value < 1000) ? "零" : ""}${section(value)}${unit}`;
      gap = false;
    }
  }
  return out;
}

describe("properties", () => {
  test("an integer reads back from every way of writing it", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 0, max: 999_999_999_999 })
          .filter((n) => !/^1[3-9]\d{9}$/.test(String(n))),
        (n) => {
          const plain = String(n);
          const grouped = (mark: string): string => plain.replace(/\B(?=(\d{3})+$)/g, mark);
          const padded = plain.padStart(5, "0");
          const tenThousands = `${padded.slice(0, -4)}.${padded.slice(-4)}`;
          const ways = [
            plain,
            grouped(","),
            grouped("，"),
            grouped(" "),
            grouped("\u202f"),
            `${tenThousands}万`,
            `${tenThousands}萬人`,
            `${plain}人`,
            inChinese(n),
          ];
          ways.push(
            Array.from(plain, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(""),
          );
          for (const way of ways) expect([way, readValue(way, count)]).toEqual([way, n]);
          expect(readValue(tenThousands, { ...money, ...inTenThousands })).toBe(n);
          if (n > 0) for (const minus of "-−－") expect(readValue(minus + plain, money)).toBe(-n);
        },
      ),
      { numRuns: 500 },
    );
  });

  const piece = fc.constantFrom(
    ...Array.from(
      "0123456789,.，． -−—+eE%‰万亿千百十多余近约左右以上下不足超过人户元㎡个半年月日/()（）#零一二两三九点\u200b\u0000\n",
    ),
  );
  const rules = fc.constantFrom<CellRules>(
    count,
    area,
    land,
    money,
    ratio,
    yesNo,
    { ...money, ...inTenThousands },
    { ...land, factor: 1 / 1500 },
    { ...money, decimalComma: true },
  );
  test("any text: no exception, no NaN, bounds in order", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme" }),
          fc.string({ unit: "binary" }),
          fc.string({ unit: piece, maxLength: 16 }),
        ),
        rules,
        (text, columnRules) => {
          const reading = parseCell(text, columnRules);
          if (reading.kind !== "number") return;
          const m = reading.measured;
          if ("value" in m) expect(Math.abs(m.value)).toBeLessThanOrEqual(1e15);
          else expect(m.low).toBeLessThan(m.high);
        },
      ),
      { numRuns: 20000 },
    );
  });

  test("a hostile length is refused at once", () => {
    for (const text of [
      "1".repeat(1e6),
      "1,".repeat(5e5),
      "万".repeat(1e6),
      " ".repeat(1e6),
      "#".repeat(1e5),
      "-".repeat(1e6),
    ])
      expect(parseCell(text, count).kind).not.toBe("number");
  });
});

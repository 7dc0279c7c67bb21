import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  comparePeriods,
  parsePeriod,
  periodFromText,
  periodKind,
  periodLabel,
  yearsBetween,
} from "../../../src/intake/cells/period.ts";
import { periodWriting } from "../../../src/intake/cells/period-writing.ts";

describe("parsePeriod", () => {
  test.each([
    ["2023年", "2023"],
    ["2023年度", "2023"],
    ["2023", "2023"],
    ["２０２３", "2023"],
    ["2023.0", "2023"],
    ["2023年末", "2023"],
    ["二〇〇七年", "2007"],
    ["2023-06", "2023-06"],
    ["2023/6", "2023-06"],
    ["2023.06", "2023-06"],
    ["2023.6", "2023-06"],
    ["202306", "2023-06"],
    ["2023年6月", "2023-06"],
    ["2023 年 6 月份", "2023-06"],
    ["2023年十二月", "2023-12"],
    ["二〇二三年六月", "2023-06"],
    ["截至2009年6月", "2009-06"],
    ["2023Q2", "2023-Q2"],
    ["2023-q2", "2023-Q2"],
    ["Q2 2023", "2023-Q2"],
    ["2023年第二季度", "2023-Q2"],
    ["2023年二季度", "2023-Q2"],
    ["2023年第2季", "2023-Q2"],
    ["2023上半年", "2023-H1"],
    ["2023年上半年", "2023-H1"],
    ["2023下半年", "2023-H2"],
    ["2023H1", "2023-H1"],
    ["2023-H2", "2023-H2"],
    ["H1 2023", "2023-H1"],
    ["June 2023", "2023-06"],
    ["Jun-2023", "2023-06"],
    ["2023年12月31日", "2023-12"],
    ["2023-12-31", "2023-12"],
    ["20231231", "2023-12"],
    ["2023/1/1 0:00", "2023-01"],
    ["2023-01-31T00:00:00", "2023-01"],
    // ROC year y is 1911 + y.
    ["民國112年", "2023"],
    ["中華民國112年度", "2023"],
    ["民國元年", "1912"],
    ["民國50年", "1961"],
    ["112年", "2023"],
    ["112", "2023"],
    ["199", "2110"],
    ["二〇〇七年十二月三十一日", "2007-12"],
    ["二○○七年十二月二十一日", "2007-12"],
    ["截至2007年12月31日止", "2007-12"],
    ["2007年年末", "2007"],
    ["31/12/2007", "2007-12"],
    ["12/31/2007", "2007-12"],
    ["31.12.2007", "2007-12"],
    ["06/06/2007", "2007-06"],
    ["31 December 2007", "2007-12"],
    ["December 31, 2007", "2007-12"],
    ["31-Dec-2007", "2007-12"],
    ["as of 31 Dec 2007", "2007-12"],
    ["2021/22", "2021/22"],
    ["2021-22", "2021/22"],
    ["2021–2022年度", "2021/22"],
    ["2006-07学年", "2006/07"],
    ["FY2006/07", "2006/07"],
    ["1999/00", "1999/00"],
    ["11506", "2026-06"],
    ["10304", "2014-04"],
    ["09912", "2010-12"],
    ["1030430", "2014-04"],
    ["民國103年4月", "2014-04"],
    ["103年4月30日", "2014-04"],
    ["103/04", "2014-04"],
    ["103年第2季", "2014-Q2"],
    ["103年上半年", "2014-H1"],
  ])("%s is %s", (text, period) => {
    expect(parsePeriod(text)).toBe(period);
  });

  test.each([
    ...[
      "",
      "户数",
      "戶數",
      "0",
      "7",
      "79",
      "200",
      "1899",
      "2100",
      "999",
      "年",
      "月",
      "合计",
      "-",
      "2023-13",
      "202313",
      "2023-00",
      "2023年13月",
      "10313",
      "2023-02-30",
    ],
    ...[
      "2023.1",
      "112.5",
      "2023Q5",
      "2023H3",
      "12月",
      "123456",
      "2023人",
      "上半年",
      "2023-2024",
      "2005-2010年度",
      "2021/23",
      "96年",
      "80",
      "01/02/2007",
      "13812345678",
      "5000",
      "2023 0:00",
      "December",
      "Marble 2023",
      "民國一百零三年",
    ],
  ])("%s is no period", (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  test.each([
    ["1", "1912"],
    ["79", "1990"],
    ["099", "2010"],
    ["9912", "2010-12"],
    ["96年", "2007"],
    ["2023", "2023"],
    ["0", undefined],
    ["200", undefined],
  ])("%s in a column of ROC years is %s", (text, period) => {
    expect(parsePeriod(text, { roc: true })).toBe(period);
  });
});

describe("how a column writes its periods", () => {
  const simplified = { all: "社区名称 年份 户数", traditional: false };
  const neutral = { all: "Year Village", traditional: false };
  test.each([
    ["年份", ["2005/06", "2006/07"], simplified, "2005/06", "2005/06"],
    ["年度", ["2006-07", "2007-08"], simplified, "2006-07", "2006/07"],
    ["Year", ["2005/06"], neutral, "2005/06", "2005/06"],
    ["Financial year", ["2005-2006", "2006-2007"], neutral, "2005-2006", "2005/06"],
    ["统计时间", ["2005-06", "2006-07"], simplified, "2005-06", "2005/06"],
    ["统计时间", ["2005-06"], simplified, "2005-06", "2005-06"],
    ["月份", ["2005-06", "2006-07"], simplified, "2005-06", "2005-06"],
    ["月份", ["2005-06", "2005-07"], simplified, "2005-06", "2005-06"],
    ["年份", ["2005-06", "2005-07"], simplified, "2005-06", "2005-06"],
    ["年份", ["96年", "97年"], simplified, "96年", "1996"],
    ["年份", ["08", "09"], simplified, "08", "2008"],
    ["年份", ["96年", "97年"], { all: "村里 年份 戶數", traditional: true }, "96年", "2007"],
    ["年", ["99年", "100年"], neutral, "99年", "2010"],
    ["年", ["96年", "97年"], neutral, "96年", undefined],
    ["年", ["96年", "2007年"], neutral, "96年", "1996"],
  ] as const)("%s %j %j: %s is %s", (head, cells, heads, cell, period) => {
    expect(parsePeriod(cell, periodWriting(head, cells, heads))).toBe(period);
  });
});

test.each([
  ["2005/06", "2007/08", 2],
  ["2006/07", "2009/10", 3],
  ["2005", "2007", 2],
  ["2005/06", "2007", undefined],
])("from %s to %s are %s years", (from, to, years) => {
  expect(yearsBetween(from, to)).toBe(years);
});

describe("periodFromText", () => {
  test.each([
    ["town-2007.csv", "2007"],
    ["town_2007.xlsx", "2007"],
    ["2023年统计表.csv", "2023"],
    ["人口202306.csv", "2023-06"],
    ["survey-2023-06.csv", "2023-06"],
    ["survey_2023_06.csv", "2023-06"],
    ["2023Q2.csv", "2023-Q2"],
    ["截至2009年6月各社区情况", "2009-06"],
    ["2023年上半年党员情况统计表", "2023-H1"],
    ["2023 年 第二季度", "2023-Q2"],
    ["金城镇2007年调查表（2007年1月30日）", "2007-01"],
    ["連江縣民國103年4月村里人口", "2014-04"],
    ["民國 112 年", "2023"],
    ["2006-07学年统计表", "2006/07"],
    ["Survey of wards, financial year 2006/07", "2006/07"],
    ["wards 2021-22.csv", "2021/22"],
  ])("%s: %s", (text, period) => {
    expect(periodFromText(text)).toBe(period);
  });

  test.each([
    ...[
      "调查表.csv",
      "10304.csv",
      "village-10304.csv",
      "电话 0510-86912023",
      "电话：159116031100",
      "2023-12345678",
      "tel 2005-1234",
      "320511200701011234",
      "id20070101",
      "420106",
    ],
    ...[
      "共2007人",
      "预算2000元",
      "2023户",
      "3.2007",
      "12007",
      "常民〔2009〕12号",
      "2022年与2023年比较",
      "2022-2023年",
    ],
  ])("%s: none", (text) => {
    expect(periodFromText(text)).toBeUndefined();
  });
});

const anyPeriod = fc.oneof(
  fc.integer({ min: 1900, max: 2099 }).map(String),
  fc
    .tuple(
      fc.integer({ min: 1900, max: 2099 }),
      fc.constantFrom("H1", "H2", "Q1", "Q2", "Q3", "Q4", "01", "02", "05", "10", "12"),
    )
    .map(([y, part]) => `${y}-${part}`),
  fc
    .integer({ min: 1900, max: 2098 })
    .map((y) => `${y}/${String((y + 1) % 100).padStart(2, "0")}`)
    .filter((id) => !/\/(?:0\d|1[0-2])$/.test(id)),
);

describe("a period's id", () => {
  test.each([
    ["2007", "year"],
    ["2023-H1", "half-year"],
    ["2023-Q2", "quarter"],
    ["2023-06", "month"],
    ["2023-13", undefined],
    ["", undefined],
  ])("%s is a %s", (period, kind) => {
    expect(periodKind(period)).toBe(kind);
  });

  test("in words", () => {
    expect(periodLabel("2007")).toEqual({ en: "2007", "zh-CN": "2007年", "zh-TW": "2007年" });
    expect(periodLabel("2023-H1")).toEqual({
      en: "H1 2023",
      "zh-CN": "2023年上半年",
      "zh-TW": "2023年上半年",
    });
    expect(periodLabel("2023-Q2")).toEqual({
      en: "Q2 2023",
      "zh-CN": "2023年第2季度",
      "zh-TW": "2023年第2季",
    });
    expect(periodLabel("2023-06")).toEqual({
      en: "June 2023",
      "zh-CN": "2023年6月",
      "zh-TW": "2023年6月",
    });
  });

  test("its words and itself read back as itself", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        for (const text of [period, ...Object.values(periodLabel(period))])
          expect(parsePeriod(text)).toBe(period);
      }),
    );
  });

  test("sorts by its start, the longer first", () => {
    const sorted = [
      "2022",
      "2022-12",
      "2023",
      "2023-H1",
      "2023-Q1",
      "2023-01",
      "2023-Q2",
      "2023-H2",
      "2023-12",
      "2024",
    ];
    expect(sorted.toReversed().sort(comparePeriods)).toEqual(sorted);
  });

  test("comparing is antisymmetric, and 0 only for equals", () => {
    fc.assert(
      fc.property(fc.oneof(anyPeriod, fc.string()), fc.oneof(anyPeriod, fc.string()), (a, b) => {
        expect(Math.sign(comparePeriods(a, b)) + Math.sign(comparePeriods(b, a))).toBe(0);
        expect(comparePeriods(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

test("any text: never throws, and what is found is a period's id", () => {
  const alphabet = fc.constantFrom(..."0123456789年月日度上下半季第民國-/._ QH:元T".split(""));
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: alphabet, maxLength: 14 })),
      fc.boolean(),
      (text, roc) => {
        for (const found of [parsePeriod(text, { roc }), periodFromText(text)])
          if (found !== undefined) expect(periodKind(found)).toBeDefined();
      },
    ),
    { numRuns: 5000 },
  );
});

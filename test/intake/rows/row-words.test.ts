import { describe, expect, test } from "vitest";
import { isSizeClass } from "../../../src/intake/rows/class-words.ts";
import { countsThrough, numbersColumns } from "../../../src/intake/rows/column-numbers.ts";
import {
  isAverageWord,
  isDerivedWord,
  isTimeOfWhole,
} from "../../../src/intake/rows/derived-words.ts";
import { setAsideReason } from "../../../src/intake/rows/row-kinds.ts";
import { isOfWhich, isTotalWord, unitOfTotal } from "../../../src/intake/rows/total-words.ts";

/** Names of places in which such words occur. */
const places = [
  ...["任务桥社区", "标准件厂社区", "增长里", "平均村", "最大村", "中位寨", "计划社区", "年初村"],
  ...["汇总街社区", "小计村", "李家计", "总部社区", "全州县", "统计局社区", "合計里"],
  ...["Target Lane", "Minster", "Mean Street", "Standard Hill", "Maxwell", "Change Alley"],
  ...["Total Heights", "Totalfield", "All Saints", "Whole Oak", "Great Totham", "Sumner"],
];

describe("words of rows", () => {
  test.each([
    ...["上年同期", "去年", "增减（%）", "比上年增长", "最小值", "中位數", "成長率", "目標人數"],
    ...["全市平均水平", "占比(%)", "國家標準", "2022年同期", "上年合计", "应达标准", "完成率"],
    ...["Last year", "Previous census", "Change (%)", "% change", "Minimum", "City average"],
    ...["Same period last year", "Change since 2019", "Last year's total", "National standard"],
  ])("“%s” is derived", (name) => {
    expect(isDerivedWord(name)).toBe(true);
  });

  test.each([
    ...["Range", "Std. Dev.", "Interquartile range", "Forecast", "Projected 2035", "Shortfall"],
    ...["年末数", "校核", "预计2030年", "占全镇%", "缺编数", "與上年度比較"],
  ])("“%s” is computed from others", (name) => {
    expect(isDerivedWord(name)).toBe(true);
  });

  test.each(["2019年", "2018年末", "民國109年底", "Census 2001", "Total 2019", "2001 census"])(
    "“%s” names a time, so that its row stands for all areas at that time",
    (name) => {
      expect(isTimeOfWhole(name)).toBe(true);
      expect(setAsideReason([name, "900"], [name])).toBe("derived-row");
    },
  );

  test("a time in another column than that of areas, or a bare number, is no such row", () => {
    expect(setAsideReason(["2019年", "柳岸社区", "900"], ["柳岸社区"])).toBeUndefined();
    expect(["2001", "1949社区", "Mid Town", "Census Hill"].filter(isTimeOfWhole)).toEqual([]);
  });

  test.each(["其中：农村", "其中:城镇", "Of which: rural", "including urban", "#城区"])(
    "“%s” is some of the others",
    (name) => {
      expect(isTotalWord(name) && isOfWhich(name)).toBe(true);
    },
  );

  test.each(["平均", "各社区平均", "Average", "Ward average", "平均值"])(
    "“%s” is a mean of the rows",
    (name) => {
      expect(isAverageWord(name)).toBe(true);
    },
  );

  test.each([
    ["西街道计", "西街道"],
    ["北區計", "北區"],
    ["西街道（合计）", "西街道"],
    ["West Total", "West"],
    ["Subtotal West", "West"],
    ["Total for West", "West"],
    ["West ward total", "West ward"],
    ["Grand Total", ""],
    ["合计", ""],
  ])("“%s” is a total, of “%s”", (name, unit) => {
    expect([isTotalWord(name), unitOfTotal(name)]).toEqual([true, unit]);
  });

  test.each([
    ...["4000人以上", "1500～3000户", "不足800人", "1万人以上", "2000人（含）以上", "900戶以下"],
    ...["Under 1,500", "1,000-1,999 households", "4,000 and over", "600 to 899 persons"],
  ])("“%s” is a class of size", (name) => {
    expect(isSizeClass(name)).toBe(true);
  });

  test("names of places are none of them", () => {
    const kinds = [isDerivedWord, isAverageWord, isTotalWord, isSizeClass];
    expect(places.filter((name) => kinds.some((is) => is(name)))).toEqual([]);
    expect(["第5社区", "1-3号院", "1000-1999", "65岁以上", "90后社区"].filter(isSizeClass)).toEqual(
      [],
    );
  });
});

describe("numbers of columns", () => {
  test("leave no doubt with brackets, circles, 甲 or many of them", () => {
    const rows = [
      ["甲", "1", "2"],
      ["①", "②", "③"],
      ["（1）", "（2）", "（3）"],
      ["A", "1", "2", "3"],
    ];
    expect(rows.every(numbersColumns)).toBe(true);
    expect(numbersColumns(["1", "2", "3", "4", "5"])).toBe(true);
  });

  test("a few bare ones may be data: they have to go through all columns", () => {
    expect(numbersColumns(["1", "2", "3"])).toBe(false);
    expect(countsThrough(["1", "2", "3"], 3)).toBe(true);
    expect(countsThrough(["1", "2", "4"], 3)).toBe(false);
    expect(countsThrough(["1", "2", "3"], 4)).toBe(false);
  });
});

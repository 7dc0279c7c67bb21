import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { datedHead } from "../../../src/intake/heads/dated-heads.ts";

describe("datedHead", () => {
  test.each([
    ["2021年常住人口(人)", "2021", "常住人口(人)"],
    ["2021年末户数", "2021", "户数"],
    ["截至2021年底户数", "2021", "户数"],
    ["常住人口2021", "2021", "常住人口"],
    ["常住人口2021年(人)", "2021", "常住人口(人)"],
    ["户数（2021年末）", "2021", "户数"],
    ["人口(2021年,人)", "2021", "人口(人)"],
    ["２０２１年人口", "2021", "人口"],
    ["2021/户数", "2021", "户数"],
    ["户数/2021年", "2021", "户数"],
    ["2021年/其中：女", "2021", "其中：女"],
    ["2021", "2021", ""],
    ["2023年第二季度党员数", "2023-Q2", "党员数"],
    ["2023年一季度党员数", "2023-Q1", "党员数"],
    ["2023年6月党员数", "2023-06", "党员数"],
    ["2023年上半年发展党员", "2023-H1", "发展党员"],
    ["2021年60岁以上党员", "2021", "60岁以上党员"],
    ["112年底人口數", "2023", "人口數"],
    ["民國103年人口數", "2014", "人口數"],
    ["residents_2021", "2021", "residents"],
    ["2021 households", "2021", "households"],
    ["households (2022)", "2022", "households"],
  ])("%s is of %s", (header, period, rest) => {
    expect(datedHead(header)).toEqual({ period, rest });
  });

  test.each([
    ["建成年份"],
    ["年均发展党员"],
    ["2007年标准面积"],
    ["2000年以前建成楼幢"],
    ["1949年前入党党员"],
    ["2021年初人口"],
    ["2021年平均人口"],
    ["2021年比2020年增加人口"],
    ["2019-2021年发展党员"],
    ["2019—2021年发展党员"],
    ["2021年1-6月经费"],
    ["自2021年发展党员"],
    ["2021年/2022年"],
    ["90年代建房"],
    ["98年人口"],
    ["5年以上党员"],
    ["人口20211"],
    ["0-14岁"],
    ["60岁以上党员"],
  ])("%s names no one period of its figures", (header) => {
    expect(datedHead(header)).toBeUndefined();
  });

  test("a year of two digits is the Republic's in a traditional text only", () => {
    expect(datedHead("98年人口數", { roc: true })).toEqual({ period: "2009", rest: "人口數" });
  });

  test("any text: no crash, and a period wherever one is found", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."2019年末人口/（）(),，-—民國112Q月 _a") }),
        (header) => {
          const found = datedHead(header, { roc: true });
          if (found) expect(found.period).toMatch(/^\d{4}/);
        },
      ),
    );
  });
});

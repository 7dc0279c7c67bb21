import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readChineseNumeral } from "../../../src/intake/cells/chinese-numeral.ts";
import { readNumeral, toNumber } from "../../../src/intake/cells/numeral.ts";

describe("readChineseNumeral", () => {
  test.each([
    ["零", "0"],
    ["〇", "0"],
    ["十", "10"],
    ["十二", "12"],
    ["二十", "20"],
    ["廿五", "25"],
    ["两百", "200"],
    ["一百零五", "105"],
    ["一百二", "120"],
    ["一百二十", "120"],
    ["一百十二", "112"],
    ["两千五", "2500"],
    ["一千零五十", "1050"],
    ["三万五千", "35000"],
    ["三万五", "35000"],
    ["三万零五", "30005"],
    ["三萬五千二百", "35200"],
    ["十三万", "130000"],
    ["一亿二千万", "120000000"],
    ["一万亿", "1000000000000"],
    ["壹佰贰拾叁", "123"],
    ["二〇二三", "2023"],
    ["三点五", "3.5"],
    ["三点五万", "35000"],
    ["一点二三四五六万", "12345.6"],
    ["百", "100"],
  ])("%s is %s", (text, plain) => {
    expect(readChineseNumeral(text)?.plain).toBe(plain);
  });

  test.each(["", "人", "一百百", "一二百三", "万万", "点五点", "三点", "一亿万", "二百千"])(
    "%s is malformed or none",
    (text) => {
      expect(readChineseNumeral(text)).toBeUndefined();
    },
  );
});

describe("readNumeral", () => {
  test.each<[string, number, string]>([
    ["1,234人", 1234, "人"],
    ["1 234 567", 1234567, ""],
    ["3.35万", 33500, ""],
    ["1亿2000万元", 120000000, "元"],
    ["3万5千", 35000, ""],
    ["3万5000", 35000, ""],
    ["3百万", 3000000, ""],
    ["一个半人", 1.5, "人"],
    ["3个半", 3.5, ""],
    ["半个", 0.5, ""],
    ["-12.50", -12.5, ""],
    [".5", 0.5, ""],
    ["12345678901234567890", 12345678901234567000, ""],
  ])("%s", (text, value, rest) => {
    const read = readNumeral(text);
    expect(read && toNumber(read.decimal)).toBe(value);
    expect(read?.rest).toBe(rest);
  });

  test.each(["12,34", "1,23,456", "0,123", "12 34", "人", "", "-", ","])(
    "%s has no well-formed number",
    (text) => {
      expect(readNumeral(text)).toBeUndefined();
    },
  );

  test("3万5 is refused: 30005 and 35000 are both meant by it", () => {
    expect(readNumeral("3万5")?.rest).toBe("5");
  });

  test("a shift of the decimal point never rounds: it equals the literal with its exponent", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        fc.integer({ min: 0, max: 8 }),
        (digits, power) => {
          const read = readNumeral(String(digits));
          expect(read && toNumber(read.decimal, power)).toBe(Number(digits * 10n ** BigInt(power)));
        },
      ),
    );
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { readDigits } from "../../../src/engines/bytes/digits.ts";

const read = (text: string, exponent = 0): number => {
  const bytes = Buffer.from(`x${text}y`);
  return readDigits(bytes, 1, bytes.length - 1, exponent);
};

test("plain digits are the number that JavaScript reads", () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 999_999_999_999 }),
      fc.integer({ min: 0, max: 3 }),
      fc.nat(999),
      (whole, decimals, part) => {
        const text =
          decimals === 0
            ? String(whole)
            : `${whole}.${String(part).padStart(decimals, "0").slice(0, decimals)}`;
        expect(read(text)).toBe(Number(text));
      },
    ),
  );
});

test("scales by powers of ten as the decimal text would: 3.35万 is 33500, 0.1万 is 1000", () => {
  expect(read("3.35", 4)).toBe(33_500);
  expect(read("0.1", 4)).toBe(1000);
  expect(read("1.005", 3)).toBe(1005);
  expect(read("12345", -2)).toBe(123.45);
});

test.each([
  "",
  "-1",
  "1,234",
  "1.",
  ".5",
  "1.2.3",
  "１",
  "1e3",
  " 1",
  "1 ",
  "+1",
  "1234567890123456",
])("%j is left to the cell parser", (text) => {
  expect(read(text)).toBeNaN();
});

import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import {
  displayWidth,
  padEnd,
  padStart,
  truncate,
  wrap,
  wrapEvenly,
} from "../../src/render/width.ts";

/** Text as it occurs: Latin, CJK of both planes, combining marks, emoji, full-width forms, spaces. */
const character = fc.constantFrom(
  "a",
  "Z",
  "7",
  " ",
  "社",
  "区",
  "，",
  "）",
  "（",
  "～",
  "％",
  "é",
  "e\u0301",
  "\u0323",
  "𠮷",
  "😀",
  "👩‍👩‍👧",
  "བོད",
  "ｶﾞ",
  "—",
  "…",
);
const text = fc.oneof(
  fc.array(character, { maxLength: 40 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary" }),
);
const loneSurrogate = /\p{Cs}/u;
const clusters = (value: string) =>
  [...new Intl.Segmenter().segment(value)].map(({ segment }) => segment);

describe("displayWidth", () => {
  test.each([
    ["", 0],
    ["abc", 3],
    ["社区", 4],
    ["e\u0301", 1],
    ["𠮷", 2],
    ["50%～60%", 8],
    ["m²", 2],
    ["▼", 1],
  ])("%j takes %d", (value, expected) => {
    expect(displayWidth(value)).toBe(expected);
  });
});

describe("padding", () => {
  test("counts columns, not characters", () => {
    expect(padEnd("社区", 6)).toBe("社区  ");
    expect(padStart("社区", 6)).toBe("  社区");
    expect(padEnd("社区", 3)).toBe("社区");
  });

  test("reaches the width exactly", () => {
    fc.assert(
      fc.property(text, fc.nat(60), (value, width) => {
        expect(displayWidth(padEnd(value, width))).toBe(Math.max(width, displayWidth(value)));
        expect(displayWidth(padStart(value, width))).toBe(Math.max(width, displayWidth(value)));
      }),
    );
  });
});

describe("truncate", () => {
  test.each([
    ["社区名称", 8, "社区名称"],
    ["社区名称", 7, "社区名…"],
    ["社区名称", 6, "社区…"],
    ["社区名称", 1, "…"],
    ["社区名称", 0, ""],
    ["e\u0301e\u0301e\u0301", 2, "e\u0301…"],
    ["𠮷𠮷𠮷", 4, "𠮷…"],
  ])("%j in %d columns is %j", (value, width, expected) => {
    expect(truncate(value, width)).toBe(expected);
  });

  test("fits, begins as the text does, and cuts no character", () => {
    fc.assert(
      fc.property(text, fc.nat(30), (value, width) => {
        const cut = truncate(value, width);
        expect(displayWidth(cut)).toBeLessThanOrEqual(width);
        if (cut === value || cut === "") return;
        const kept = cut.slice(0, -1);
        expect(cut.endsWith("…")).toBe(true);
        expect(clusters(value).slice(0, clusters(kept).length).join("")).toBe(kept);
        if (!loneSurrogate.test(value)) expect(loneSurrogate.test(cut)).toBe(false);
      }),
    );
  });
});

describe("wrap", () => {
  test("at spaces, and between Chinese characters", () => {
    expect(wrap("91 workers short · 13 of 13 below", 16)).toEqual([
      "91 workers short",
      "· 13 of 13 below",
    ]);
    expect(wrap("办公用房面积缺口", 10)).toEqual(["办公用房面", "积缺口"]);
  });

  test("no line begins with closing punctuation nor ends with opening", () => {
    expect(wrap("社区，街道", 4)).toEqual(["社", "区，", "街道"]);
    expect(wrap("面积（平方米）", 6)).toEqual(["面积", "（平方", "米）"]);
    expect(wrap("占50%～60%的", 8)).toEqual(["占", "50%～60%", "的"]);
  });

  test("a number stays in one piece", () => {
    expect(wrap("共有133,000人居住", 9)).toEqual(["共有", "133,000人", "居住"]);
  });

  test("a word wider than the line is cut only when asked", () => {
    expect(wrap("see incomprehensible", 8)).toEqual(["see", "incomprehensible"]);
    expect(wrap("see incomprehensible", 8, { breakWords: true })).toEqual([
      "see inco",
      "mprehens",
      "ible",
    ]);
  });

  test("evenly: no single character is left over", () => {
    expect(wrap("办公用房面积缺口", 14)).toEqual(["办公用房面积缺", "口"]);
    expect(wrapEvenly("办公用房面积缺口", 14)).toEqual(["办公用房", "面积缺口"]);
  });

  test("loses nothing but spaces at line ends, and every line fits", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (value, width) => {
        for (const lines of [
          wrap(value, width, { breakWords: true }),
          wrapEvenly(value, width, { breakWords: true }),
        ]) {
          expect(lines.join("").replace(/\s/gu, "")).toBe(value.replace(/\s/gu, ""));
          const widest = Math.max(...clusters(value).map(displayWidth), 0);
          for (const line of lines)
            expect(displayWidth(line)).toBeLessThanOrEqual(Math.max(width, widest));
        }
      }),
    );
  });

  test("evenly takes no more lines", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (value, width) => {
        expect(wrapEvenly(value, width).length).toBe(wrap(value, width).length);
      }),
    );
  });
});

test("the quick count of plain characters agrees with string-width on every one of them", () => {
  for (let code = 0x20; code < 0xd800; code++) {
    const character = String.fromCharCode(code);
    const pair = `a${character}`;
    expect(displayWidth(pair), `U+${code.toString(16)}`).toBe(stringWidth(pair));
  }
});

import { expect, test } from "vitest";
import type { Check } from "../../src/checks/define.ts";
import { checks, findCheck, severityOf, withSeverity } from "../../src/checks/index.ts";
import { codes } from "../../src/survey/codes.ts";
import { languages, type Text } from "../../src/survey/language.ts";
import { placeholdersOf } from "../../src/words/template.ts";

/** The characters of a double-byte set, between two lead bytes: GB 2312 holds simplified characters, Big5 (without the Hong Kong supplement) traditional ones. */
function charactersOf(
  label: string,
  from: number,
  to: number,
  trails: readonly number[],
): ReadonlySet<string> {
  const decoder = new TextDecoder(label);
  const all = new Set<string>();
  for (let lead = from; lead <= to; lead++)
    for (const trail of trails) all.add(decoder.decode(Uint8Array.of(lead, trail)));
  return all;
}
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
const gb2312 = charactersOf("gb18030", 0xb0, 0xf7, range(0xa1, 0xfe));
const big5 = charactersOf("big5", 0xa4, 0xf9, [...range(0x40, 0x7e), ...range(0xa1, 0xfe)]);
const isHan = /\p{Script=Han}/u;

const all: readonly Check[] = checks;
const parts = (check: Check): Readonly<Record<string, Text>> => ({
  title: check.title,
  message: check.message,
  why: check.why,
  fix: check.fix,
});

test("every code that is raised has a check", () => {
  expect(all.map((check) => check.code)).toEqual(expect.arrayContaining(Object.values(codes)));
});

test("codes rise, and no two checks share a code or a name", () => {
  const listed = all.map((check) => check.code);
  expect(listed).toEqual([...new Set(listed)].sort());
  expect(new Set(all.map((check) => check.name)).size).toBe(all.length);
});

test("the name of a check is the name under which its code is raised", () => {
  const names = Object.fromEntries(
    Object.entries(codes).map(([name, code]) => [
      code,
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    ]),
  );
  for (const check of all) if (check.code in names) expect(check.name).toBe(names[check.code]);
});

test("a check is found by its code and by its name", () => {
  expect(findCheck("CDJ204")?.name).toBe("duplicate-area");
  expect(findCheck("cdj204")?.name).toBe("duplicate-area");
  expect(findCheck("duplicate-area")?.code).toBe("CDJ204");
  expect(findCheck("CDJ999")).toBeUndefined();
});

test("a raised finding gets the severity of its check and keeps the rest", () => {
  const raised = [
    { code: "CDJ301", place: { line: 7, field: 3 }, args: { cell: "见附表", header: "常住人口" } },
    { code: "CDJ207", place: { line: 9 }, args: { fields: 4, expected: 3 } },
  ];
  expect(withSeverity(raised)).toEqual([
    { ...raised[0], severity: "error" },
    { ...raised[1], severity: "warning" },
  ]);
  expect(severityOf("CDJ201")).toBe("note");
  expect(() => severityOf("CDJ999")).toThrow("CDJ999");
});

for (const check of all) {
  test(`${check.code} ${check.name}: the three languages use the same arguments, all of them declared`, () => {
    for (const [part, text] of Object.entries(parts(check))) {
      const used = languages.map((language) => new Set(placeholdersOf(text[language])));
      for (const names of used) {
        expect(names, part).toEqual(used[0]);
        for (const name of names) expect(Object.keys(check.sample), part).toContain(name);
      }
      if (part === "title" || part === "why") expect(used[0]?.size, part).toBe(0);
    }
  });

  test(`${check.code} ${check.name}: a message has no full stop, reason and remedy are sentences`, () => {
    for (const language of languages) {
      const stop = language === "en" ? /\.$/ : /。$/;
      expect(check.title[language]).not.toMatch(stop);
      expect(check.message[language].replace(/\]$/, "")).not.toMatch(stop);
      expect(check.why[language]).toMatch(stop);
      expect(check.fix[language]).toMatch(stop);
    }
  });

  test(`${check.code} ${check.name}: Chinese texts are Chinese`, () => {
    for (const text of Object.values(parts(check))) {
      for (const language of ["zh-CN", "zh-TW"] as const) {
        const prose = text[language]
          .replace(/\{[^}]*\}/g, "")
          .replace(/--[a-z]+(?: "[^"]*"| [a-z0-9]+)?/g, "");
        // Names of programs and formats, periods as they are written, and the error that Excel prints.
        const rest = prose.replace(/Excel|WPS|CSV|UTF-8|#REF!|\d{4}-[HQ]\d/g, "");
        expect(rest).not.toMatch(/[A-Za-z_]/);
        expect(rest).toMatch(/\p{Script=Han}/u);
        // Chinese marks between Chinese characters, not Western ones.
        expect(rest).not.toMatch(/\p{Script=Han}[,;:?!"]|[,;:?!]\p{Script=Han}/u);
      }
      expect(text["zh-TW"]).not.toMatch(/[“”]/u);
      expect(text["zh-CN"]).not.toMatch(/[「」]/u);
    }
  });

  test(`${check.code} ${check.name}: each script has its own characters and words`, () => {
    for (const text of Object.values(parts(check))) {
      expect(
        [...text["zh-CN"]].filter((character) => isHan.test(character) && !gb2312.has(character)),
      ).toEqual([]);
      expect(
        [...text["zh-TW"]].filter((character) => isHan.test(character) && !big5.has(character)),
      ).toEqual([]);
      // What a conversion character by character would leave of mainland usage.
      expect(text["zh-TW"]).not.toMatch(
        /文件|單元格|字節|字符|表頭|數據|默認|信息|缺失|變量|命令|導出|社群/u,
      );
    }
  });

  test(`${check.code} ${check.name}: its two examples differ`, () => {
    expect(check.examples.failing).not.toEqual(check.examples.passing);
  });
}

import { expect, test } from "vitest";
import { memorySource } from "../../../src/intake/files/source.ts";
import { progressLine } from "../../../src/program/reading/progress.ts";
import type { Language } from "../../../src/survey/language.ts";

/** A terminal that keeps what is written, and a clock that stands until it is moved. */
function watched(language: Language, columns = 80, isTTY = true) {
  const written: string[] = [];
  let time = 0;
  const progress = progressLine(
    language,
    { isTTY, columns, write: (text) => written.push(text) },
    () => time,
  );
  return { progress, written, wait: (ms: number) => (time += ms) };
}

const source = (size: number) => ({ ...memorySource("a.csv", new Uint8Array(0)), size });
const line = "\r\u001b[K";

test("nothing is said in the first second, then every fifth of one, and the line is taken back", () => {
  const { progress, written, wait } = watched("en");
  const file = source(100_000_000);
  progress?.read(file, 0, 1);
  wait(900);
  progress?.read(file, 10_000_000, 100_000);
  expect(written).toEqual([]);
  wait(100);
  // 20 MB in 1 s: 20 MB/s, a fifth, and 80 MB to go at that speed are 4 s.
  progress?.read(file, 10_000_000, 200_000);
  wait(100);
  progress?.read(file, 2_000_000, 220_000);
  wait(900);
  // 40 MB in 2 s.
  progress?.read(file, 18_000_000, 400_000);
  progress?.end();
  progress?.end();
  expect(written).toEqual([
    `${line}a.csv  200,000 rows · 20 MB/s · 20 % · 4 s left`,
    `${line}a.csv  400,000 rows · 20 MB/s · 40 % · 3 s left`,
    line,
  ]);
});

test.each([
  ["en", "a.csv  5,000 rows · 10 MB/s"],
  ["zh-CN", "a.csv  已读5,000行 · 每秒 10 MB"],
  ["zh-TW", "a.csv  已讀5,000列 · 每秒 10 MB"],
] as const)("of what has no known size neither share nor rest is told (%s)", (language, text) => {
  const { progress, written, wait } = watched(language);
  const { size: _, ...stream } = source(0);
  progress?.read(stream, 0, 1);
  wait(1000);
  progress?.read(stream, 10_000_000, 5000);
  expect(written).toEqual([`${line}${text}`]);
});

test("a narrow terminal gets one line, and a name cannot command it", () => {
  const { progress, written, wait } = watched("en", 20);
  const file = { ...source(1), name: "\u001b[2Ja.csv" };
  progress?.read(file, 0, 1);
  wait(1000);
  progress?.read(file, 1, 2);
  expect(written).toHaveLength(1);
  expect(written[0]?.slice(line.length)).not.toContain("\u001b");
  expect(written[0]?.slice(line.length).length).toBeLessThan(20);
});

test("what ends within a second leaves the terminal alone, and a pipe never gets a line", () => {
  const { progress, written } = watched("en");
  progress?.read(source(10), 10, 2);
  progress?.end();
  expect(written).toEqual([]);
  expect(watched("en", 80, false).progress).toBeUndefined();
});

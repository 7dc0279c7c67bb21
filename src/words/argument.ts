import { findVariable } from "../codebook/index.ts";
import { described } from "../codebook/suggest.ts";
import { type UnitId, units } from "../codebook/units.ts";
import type { Arguments } from "../survey/finding.ts";
import type { Language, Text } from "../survey/language.ts";
import { encodingName } from "./encoding-name.ts";
import { neutral, shortened, typeable } from "./neutral-text.ts";
import { inSentence } from "./quantity-title.ts";

export type Argument = Arguments[string];

/**
 * How the argument of a name prints in a language. Formats: none · `or` (a list of alternatives) · `id` (as it is typed in an option) ·
 * `word` (between double quotes in a command; empty where that is not safe) · `map` (header=id, as options) · `times` (how many a list has: “twice”).
 * An argument that is absent, empty or an empty list prints as nothing.
 */
export function printArgument(
  name: string,
  argument: Argument | undefined,
  format: string | undefined,
  language: Language,
): string {
  const items = itemsOf(argument);
  switch (format) {
    case "times":
      return times(items.length, language);
    case "word":
      return items.length === 1 ? typeable(String(items[0])) : "";
    case "map":
      return items
        .map((item) => mapOption(String(item)))
        .filter((text) => text !== "")
        .join(" ");
    case "id":
      return joined(items.map(String).map(neutral), "or", language, " ");
    default:
      return joined(
        items.map((item) => printItem(name, item, language)).filter((text) => text !== ""),
        format === "or" ? "or" : "and",
        language,
      );
  }
}

/** 男=residents_male as an option; empty where the head cannot be typed between double quotes. */
function mapOption(item: string): string {
  const at = item.lastIndexOf("=");
  const header = typeable(item.slice(0, at));
  return header === "" ? "" : `--map "${header}=${item.slice(at + 1)}"`;
}

function itemsOf(argument: Argument | undefined): readonly (string | number)[] {
  if (argument === undefined || argument === "") return [];
  return typeof argument === "string" || typeof argument === "number" ? [argument] : argument;
}

function printItem(name: string, item: string | number, language: Language): string {
  if (typeof item === "number") return ordinals.has(name) ? String(item) : grouped(item);
  const text = neutral(item);
  return named[name]?.(text, language) ?? (whole.has(name) ? text : shortened(text));
}

/** Texts that say what to do, titles of the catalogue, and lists that are put together already: cut short they would say nothing. */
const whole: ReadonlySet<string> = new Set([
  "files",
  "reason",
  "expected",
  "titles",
  "headers",
  "rows",
  "list",
]);

/** Numbers of lines and columns, which are names rather than figures: not grouped, so that they can be typed. */
const ordinals: ReadonlySet<string> = new Set(["line", "lines", "field", "first"]);

/** Arguments whose texts are ids, by name; undefined for a text that is none. */
const named: Readonly<Record<string, (id: string, language: Language) => string | undefined>> = {
  key: meaning,
  variable: meaning,
  variables: meaning,
  candidates: meaning,
  suggestions: meaning,
  part: meaning,
  parts: meaning,
  whole: meaning,
  other: meaning,
  since: periodText,
  type: typeText,
  problem: problemText,
  fault: faultText,
  identity: identityTitle,
  tier: tierTitle,
  due: tierTitle,
  period: periodText,
  periods: periodText,
  expected: expectedText,
  encoding: encodingName,
  tried: encodingName,
  // Of #REF! and its like nothing is left to tell.
  was: (text) => (text.startsWith("#") ? "" : undefined),
};

const identityTitles: Readonly<Record<string, Text>> = {
  "person-name": { en: "names of persons", "zh-CN": "姓名", "zh-TW": "姓名" },
  "resident-id": { en: "identity numbers", "zh-CN": "证件号码", "zh-TW": "證件號碼" },
  phone: { en: "phone numbers", "zh-CN": "电话号码", "zh-TW": "電話號碼" },
  address: { en: "addresses", "zh-CN": "住址", "zh-TW": "住址" },
  "network-address": { en: "network addresses", "zh-CN": "网络地址", "zh-TW": "網路位址" },
  account: { en: "accounts", "zh-CN": "账号", "zh-TW": "帳號" },
};

const problemTexts: Readonly<Record<string, Text>> = {
  "old-workbook": {
    en: "an old or foreign workbook format",
    "zh-CN": "工作簿格式过旧或不支持",
    "zh-TW": "活頁簿格式過舊或不支援",
  },
  "protected-workbook": {
    en: "it is protected by a password",
    "zh-CN": "设有密码",
    "zh-TW": "設有密碼",
  },
  "wrongly-decoded": {
    en: "its text was read in a wrong encoding before it was saved",
    "zh-CN": "文字在保存之前已按错误的编码解读",
    "zh-TW": "文字在儲存之前已按錯誤的編碼解讀",
  },
  "far-cell": {
    en: "a cell far outside the table",
    "zh-CN": "有单元格远离表格",
    "zh-TW": "有儲存格遠離表格",
  },
  "unpacks-too-far": {
    en: "it unpacks to far more than a table",
    "zh-CN": "解压后远大于一般表格",
    "zh-TW": "解壓縮後遠大於一般表格",
  },
  "damaged-container": { en: "it is damaged", "zh-CN": "文件已损坏", "zh-TW": "檔案已損壞" },
  "no-table-inside": { en: "no table in it", "zh-CN": "其中没有表格", "zh-TW": "其中沒有表格" },
  "several-tables-inside": {
    en: "several tables in one archive",
    "zh-CN": "压缩包中有多个表格",
    "zh-TW": "壓縮檔中有多個表格",
  },
  "too-large": {
    en: "too large to be unpacked",
    "zh-CN": "过大，无法解压",
    "zh-TW": "過大，無法解壓縮",
  },
};

const typeTexts: Readonly<Record<string, Text>> = {
  string: { en: "text", "zh-CN": "文本", "zh-TW": "文字" },
  number: { en: "number", "zh-CN": "数值", "zh-TW": "數值" },
  integer: { en: "whole number", "zh-CN": "整数", "zh-TW": "整數" },
  boolean: {
    en: "yes or no of the schema",
    "zh-CN": "模式规定的是否值",
    "zh-TW": "結構描述規定的是否值",
  },
  date: { en: "date", "zh-CN": "日期", "zh-TW": "日期" },
  time: { en: "time", "zh-CN": "时刻", "zh-TW": "時刻" },
  datetime: { en: "date and time", "zh-CN": "日期时间", "zh-TW": "日期時間" },
  year: { en: "year", "zh-CN": "年份", "zh-TW": "年份" },
  yearmonth: { en: "year and month", "zh-CN": "年月", "zh-TW": "年月" },
};

/** A type of a Frictionless schema. */
function typeText(id: string, language: Language): string | undefined {
  return Object.hasOwn(typeTexts, id) ? typeTexts[id]?.[language] : undefined;
}

const faultTexts: Readonly<Record<string, Text>> = {
  "no-comparison": { en: "it compares nothing", "zh-CN": "没有比较符号", "zh-TW": "沒有比較符號" },
  "no-number": {
    en: "what stands after the sign is no number",
    "zh-CN": "符号后面不是数字",
    "zh-TW": "符號後面不是數字",
  },
  "empty-range": {
    en: "the range runs backwards",
    "zh-CN": "区间首尾颠倒",
    "zh-TW": "區間首尾顛倒",
  },
  "unknown-subject": {
    en: "no indicator or variable has that name",
    "zh-CN": "没有这个指标或变量",
    "zh-TW": "沒有這個指標或變數",
  },
};

/** What is wanted instead: a unit by its sign; values as they are, with the list comma of the language. */
function expectedText(text: string, language: Language): string {
  if (Object.hasOwn(units, text)) return units[text as UnitId].sign[language] || text;
  return language === "en" ? text : text.replace(/(?<=^|, )([\w.-]+), (?=[\w.-]+|…)/gu, "$1、");
}

/** Why a text is no norm, by the fault's id. */
function faultText(id: string, language: Language): string | undefined {
  return Object.hasOwn(faultTexts, id) ? faultTexts[id]?.[language] : undefined;
}

/** What is wrong with a file that is no text, by the problem's id. */
function problemText(id: string, language: Language): string | undefined {
  return Object.hasOwn(problemTexts, id) ? problemTexts[id]?.[language] : undefined;
}

/** A kind of identity, as it stands within a sentence. */
function identityTitle(id: string, language: Language): string | undefined {
  return Object.hasOwn(identityTitles, id) ? identityTitles[id]?.[language] : undefined;
}

/** A tier of party organisation by its id. */
function tierTitle(id: string, language: Language): string | undefined {
  return findVariable("organisation_tier")?.values?.find((value) => value.id === id)?.title[
    language
  ];
}

/** The title of a variable, an age band or a key column, as it stands within a sentence. */
function meaning(id: string, language: Language): string | undefined {
  const title = described(id)?.title[language];
  return title && inSentence(title);
}

/** 2024, 2024-H1, 2024-Q2, 2024-06: as it is in English, 2024年上半年 in Chinese. */
function periodText(period: string, language: Language): string {
  const parts = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(\d\d)))?$/.exec(period);
  if (!parts || language === "en") return period;
  const [, year, half, quarter, month] = parts;
  if (half) return `${year}年${half === "1" ? "上" : "下"}半年`;
  if (quarter)
    return `${year}年第${"一二三四"[Number(quarter) - 1]}季${language === "zh-CN" ? "度" : ""}`;
  return `${year}年${month ? `${Number(month)}月` : ""}`;
}

/** 1234567.5 as 1,234,567.5; at most 15 significant digits, so that no binary residue shows. */
export function grouped(value: number): string {
  const [whole, fraction] = String(Number(value.toPrecision(15))).split(".") as [string, string?];
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

/** a, b and c; in Chinese a、b、c, and a、b或c for alternatives, with a gap beside 或 where they are words to be typed. */
export function joined(
  items: readonly string[],
  word: "and" | "or",
  language: Language,
  gap: "" | " " = "",
): string {
  if (items.length < 2) return items[0] ?? "";
  if (language === "en") return `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;
  return word === "and"
    ? items.join("、")
    : `${items.slice(0, -1).join("、")}${gap}或${gap}${items.at(-1)}`;
}

function times(count: number, language: Language): string {
  if (language !== "en") return `${count}次`;
  return count === 2 ? "twice" : `${count} times`;
}

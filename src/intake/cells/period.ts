import type { Period } from "../../survey/area.ts";
import type { Text } from "../../survey/language.ts";
import { cleanCell } from "./cell-text.ts";
import { readChineseNumeral } from "./chinese-numeral.ts";

/** A split year (跨年度) begins in one calendar year and ends in the next: a financial, school or crop year. */
export type PeriodKind = "year" | "half-year" | "quarter" | "month" | "split-year";

/** How the periods of a column are written, where a cell alone may be read in two ways: see `periodWriting`. */
export interface PeriodWriting {
  /** Years are those of the Republic, from 1. */
  readonly roc?: boolean;
  /** Years of two digits are 1950 to 2049. */
  readonly western?: boolean;
  /** 2005/06 and 2005-06 are split years, no months. */
  readonly splitYears?: boolean;
}

const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const chineseDigits = "〇一二三四五六七八九";
const time = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/;
const lead = /^(?:截至|截止到|截止至|截止|ASOF|ASAT|(?:YEAR-?)?ENDOF|END-?|YEAR-?END(?:ED|ING)?)/;

/**
 * The period that a cell names: `2007`, `2023-H1`, `2023-Q2`, `2023-06`, `2021/22`. Reads Western years 1900–2099 and ROC years (1912 is 1), with a half, quarter,
 * month or date after them, and split years; a date stands for its month. A bare ROC figure (112, 11506) is taken from year 100 to 199, with `roc` from year 1; years of two digits only
 * where the writing says of which era. Undefined for anything else, 2023.1 included: it may be January or a spreadsheet's October.
 */
export function parsePeriod(text: string, options: PeriodWriting = {}): Period | undefined {
  const cleaned = cleanCell(text);
  if (cleaned.length > 40) return undefined;
  const dated = time.test(cleaned);
  const plain = withArabicDigits(
    cleaned
      .replace(time, "")
      .replaceAll(/\s/g, "")
      .toUpperCase()
      .replace(lead, "")
      .replace(/(?<=[日号號末底])止$/u, ""),
  );
  const split = splitYear(plain, options.splitYears === true);
  if (split !== undefined) return split || undefined;
  const found =
    english(plain) ??
    dayFirst(plain) ??
    western(plain) ??
    (options.western ? ofTwoDigits(plain) : undefined) ??
    taiwanese(plain, options.roc === true ? 1 : 80, options.roc === true);
  return dated && found?.length !== 7 ? undefined : found;
}

/** 二〇二三年十二月 → 2023年12月; 第二季度 → 第2季度; 民國一百一十三年 → 民國113年. */
function withArabicDigits(text: string): string {
  return text
    .replace(
      /((?:民國|民国))([一二三四五六七八九十百]{1,7})(?=年)/g,
      (all: string, era: string, year: string) => {
        const numeral = readChineseNumeral(year)?.plain;
        return numeral === undefined ? all : `${era}${numeral}`;
      },
    )
    .replace(/[○零]/g, "〇")
    .replace(
      /^((?:中華|中华)?(?:民國|民国))?([〇一二三四五六七八九]{2,4})(?=年)/,
      (_, era = "", year: string) =>
        era + Array.from(year, (c) => chineseDigits.indexOf(c)).join(""),
    )
    .replace(/(?<!\d)(十)?([一二三四五六七八九])?(?=月)/, (all, ten?: string, one?: string) =>
      all === "" ? "" : String((ten ? 10 : 0) + (one ? chineseDigits.indexOf(one) : 0)),
    )
    .replace(
      /(?<=月)([一二三四五六七八九十廿卅]{1,3})(?=[日号號])/,
      (day: string) => readChineseNumeral(day)?.plain ?? day,
    )
    .replace(/([一二三四])(?=季)/, (c) => String(chineseDigits.indexOf(c)));
}

const splitYearText =
  /^(FY|财年|財年)?((?:19|20)\d{2})(?:年度?)?[-/–—－~～至]{1,2}((?:19|20)?\d{2})(年度|学年度?|學年度?|财年|財年|[会會][计計]年度|SCHOOLYEAR|FY)?$/u;

/**
 * The split year that a text names: 2021/22, 2021–2022年度. Where it may be a month as well (2005/06), only with `hinted` or where the text says that it is a year of that kind;
 * a span of several years is empty. Undefined for a text that names no span.
 */
function splitYear(text: string, hinted: boolean): Period | "" | undefined {
  const found = splitYearText.exec(text);
  if (!found) return undefined;
  const [, before, first = "", second = "", after] = found;
  const said = before !== undefined || after !== undefined || hinted;
  const follows = Number(second) % 100 === (Number(first) + 1) % 100;
  const isMonth = second.length === 2 && Number(second) >= 1 && Number(second) <= 12;
  if (second.length === 4 && Number(second) - Number(first) !== 1) return "";
  if (!follows) return said && !isMonth ? "" : undefined;
  if (!said && (isMonth || second.length === 4)) return undefined;
  return `${first}/${String((Number(first) + 1) % 100).padStart(2, "0")}`;
}

/** 31/12/2007, 31.12.2007, 12/31/2007: a date with the year at its end, where it can be read in one way only. */
function dayFirst(text: string): Period | undefined {
  const found = /^(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d{2})$/.exec(text);
  if (!found) return undefined;
  const [a, b] = [Number(found[1]), Number(found[3])];
  if (a !== b && a <= 12 && b <= 12) return undefined;
  return a > 12 ? monthOf(Number(found[4]), b, String(a)) : monthOf(Number(found[4]), a, String(b));
}

/** A year of two digits between 1950 and 2049: 96, 96年, 08年6月. */
function ofTwoDigits(text: string): Period | undefined {
  const found = /^(\d{2})(年.*)?$/.exec(text);
  if (!found) return undefined;
  const year = Number(found[1]);
  return withinYear(year < 50 ? 2000 + year : 1900 + year, found[2] ?? "");
}

function english(text: string): Period | undefined {
  const dated =
    /^(?:(\d{1,2})(?:ST|ND|RD|TH)?[-./]?([A-Z]{3,9})|([A-Z]{3,9})\.?[-./]?(\d{1,2})(?:ST|ND|RD|TH)?)\.?[-,./]*((?:19|20)\d{2})$/.exec(
      text,
    );
  if (dated) {
    const month = monthFromName((dated[2] ?? dated[3]) as string);
    return month === 0 ? undefined : monthOf(Number(dated[5]), month, dated[1] ?? dated[4]);
  }
  const part = /^([QH])([1-4])[-/]?((?:19|20)\d{2})$/.exec(text);
  if (part)
    return part[1] === "H" && Number(part[2]) > 2 ? undefined : `${part[3]}-${part[1]}${part[2]}`;
  const named = /^([A-Z]{3,9})\.?[-,]?((?:19|20)\d{2})$/.exec(text);
  const month = named ? monthFromName(named[1] as string) : 0;
  return month === 0 ? undefined : monthOf(Number(named?.[2]), month);
}

function monthFromName(name: string): number {
  const index = months.indexOf(name.slice(0, 3));
  return index >= 0 &&
    (name.length === 3 || name === "SEPT" || monthNames[index]?.toUpperCase() === name)
    ? index + 1
    : 0;
}

function western(text: string): Period | undefined {
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})?$/.exec(text);
  if (compact) return monthOf(Number(compact[1]), Number(compact[2]), compact[3]);
  const found = /^((?:19|20)\d{2})(?!\d)(.*)$/.exec(text);
  if (!found) return undefined;
  const rest = found[2] as string;
  return rest === ".0" ? (found[1] as string) : withinYear(Number(found[1]), rest);
}

function taiwanese(text: string, firstYear: number, hinted: boolean): Period | undefined {
  const era = /^(?:(?:中華|中华)?(?:民國|民国)|ROC)(\d{1,3}|元)(?!\d)(.*)$/.exec(text);
  if (era) return rocYear(era[1] === "元" ? 1 : Number(era[1]), 1, era[2] as string);
  const compact =
    /^(\d{3})(\d{2})(\d{2})?$/.exec(text) ?? (hinted ? /^(\d{2})(\d{2})$/.exec(text) : null);
  if (compact) {
    const year = Number(compact[1]);
    return year < firstYear || year > 199
      ? undefined
      : monthOf(year + 1911, Number(compact[2]), compact[3]);
  }
  const found = /^(\d{1,3})(?!\d)(.*)$/.exec(text);
  // 96年 is 1996 or 2007, as the table is of the mainland or of Taiwan.
  if (found?.[1]?.length === 2 && !hinted) return undefined;
  // 112.5 is more likely a measurement than a month.
  if (!found || (found[1]?.startsWith("0") && !hinted) || /^\.\d$/.test(found[2] as string))
    return undefined;
  return rocYear(Number(found[1]), firstYear, found[2] as string);
}

function rocYear(year: number, firstYear: number, rest: string): Period | undefined {
  return year < firstYear || year > 199 ? undefined : withinYear(year + 1911, rest);
}

/** What follows a year: nothing, a half, a quarter, a month or a date. */
function withinYear(year: number, rest: string): Period | undefined {
  if (/^(?:年度?末?|年{1,2}[末底终終])?$/.test(rest)) return String(year);
  const half = /^年?度?[-/_]?(?:(上|下)半年度?|H([12]))$/.exec(rest);
  if (half) return `${year}-H${half[1] === "上" || half[2] === "1" ? 1 : 2}`;
  const quarter = /^(?:年度?)?[-/_]?(?:第?([1-4])季度?|Q([1-4]))$/.exec(rest);
  if (quarter) return `${year}-Q${quarter[1] ?? quarter[2]}`;
  const month = /^(?:年(\d{1,2})月份?[末底]?|[-/_](\d{1,2})|\.(\d{2}|[2-9]))$/.exec(rest);
  if (month) return monthOf(year, Number(month[1] ?? month[2] ?? month[3]));
  const date = /^(?:年(\d{1,2})月(\d{1,2})[日号號]?|([-/._])(\d{1,2})\3(\d{1,2}))$/.exec(rest);
  return date ? monthOf(year, Number(date[1] ?? date[4]), date[2] ?? date[5]) : undefined;
}

function monthOf(year: number, month: number, day?: string): Period | undefined {
  if (month < 1 || month > 12) return undefined;
  if (day !== undefined && (Number(day) < 1 || Number(day) > daysIn(year, month))) return undefined;
  return `${year}-${String(month).padStart(2, "0")}`;
}

const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The end of a name of a period inside running text, after its year. */
const tail =
  "(?:年?度?[-_]?(?:[上下]半年|[Hh][12](?![A-Za-z\\d])|[Qq][1-4](?![A-Za-z\\d]))|年度?第?[一二三四1-4]季度?|年(?:0?[1-9]|1[0-2])月(?:[0-3]?\\d[日号號])?|[-._/](?:0[1-9]|1[0-2])(?:[-._/][0-3]\\d)?(?!\\d)|年)?";
const era = new RegExp(`(?:中華|中华)?(?:民國|民国)\\s*(?:\\d{1,3}|元)(?!\\d)\\s*${tail}`, "g");
/** Not after a decimal mark or inside a document's number 〔2009〕, not before a unit, a further digit or the rest of a telephone number. */
const year = new RegExp(
  `(?<![\\d〔]|\\d[-.,])(?:19|20)\\d{2}(?!\\d|[-.,]\\d{3}|\\s*(?:[人户戶元名个個家万萬亿億平㎡%岁歲次]|m²))${tail}`,
  "g",
);
const compactInFileName =
  /(?<!\d|\d[-.,])(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d|[-.,]\d)/g;

/** The years and months of the Republic in running text: 民國一百一十三年四月 → 民國113年4月. */
const inArabicDigits = (text: string): string =>
  text.includes("民")
    ? text.replace(
        /民[國国][一二三四五六七八九十百]{1,7}年(?:[一二三四五六七八九十]{1,3}月)?/gu,
        withArabicDigits,
      )
    : text;

/** What may be a split year in running text: 2006-07学年, FY2006/07, 2021/22. */
const spanInText =
  /(?<![\d〔/.-])(?:FY\s*|(?:fiscal|financial|academic|school)\s+year\s*)?(?:19|20)\d{2}\s?[-/–—~～至]\s?(?:(?:19|20)?\d{2})(?!\d|[-/.]\d)(?:\s*(?:年度|[学學]年度?|[财財]年|[会會][计計]年度))?/giu;

/** Year and month of the Republic in a file name: 社區表11306.csv. */
const rocInFileName = /(?<!\d|\d[-.,])1\d{2}(?:0[1-9]|1[0-2])(?!\d|[-.,]\d)/g;

/**
 * The period that a file name or a caption names: a four-digit year standing alone or a ROC year after 民國, with what follows it; in a file name also 202306.
 * and, with `roc`, 11306. Undefined when there is none, or several that differ.
 */
export function periodFromText(
  text: string,
  options: { readonly roc?: boolean } = {},
): Period | undefined {
  const cleaned = inArabicDigits(cleanCell(text)).replace(
    / +(?=[年月日\d])|(?<=[年月]) +/g,
    (gap, at: number, all: string) =>
      /\d/.test(all[at - 1] ?? "") && /\d/.test(all[at + gap.length] ?? "") ? gap : "",
  );
  const spans = [...cleaned.matchAll(spanInText)].flatMap(([span]) => {
    const plain = span.replace(/[a-z]+\s+year\s*/iu, "FY").replace(/\s/gu, "");
    return splitYear(plain.toUpperCase(), false) ?? [];
  });
  if (spans.length > 0) return new Set(spans).size === 1 ? spans[0] || undefined : undefined;
  const isFileName = /\.[A-Za-z][A-Za-z\d]{1,6}$/.test(cleaned);
  const written = [
    ...cleaned.matchAll(era),
    ...cleaned.matchAll(year),
    ...(isFileName ? cleaned.matchAll(compactInFileName) : []),
    ...(isFileName && options.roc ? cleaned.matchAll(rocInFileName) : []),
  ].map((m) => m[0].replaceAll("_", "-"));
  const found = written.map((w) => parsePeriod(w)).filter((p) => p !== undefined);
  const finest = found.reduce<Period | undefined>(
    (best, p) => (best === undefined || p.length > best.length ? p : best),
    undefined,
  );
  return found.every((p) => finest?.startsWith(p)) ? finest : undefined;
}

const shape = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2]))|\/(\d{2}))?$/;

/** The kind of a period's id; undefined for a text that is none. */
export function periodKind(period: Period): PeriodKind | undefined {
  const found = shape.exec(period);
  if (!found) return undefined;
  const [, , half, quarter, month, next] = found;
  return half ? "half-year" : quarter ? "quarter" : month ? "month" : next ? "split-year" : "year";
}

/** Months from the start of year 0 to the period's start, and the period's length in months. */
function span(period: Period): { start: number; length: number } | undefined {
  const found = shape.exec(period);
  if (!found) return undefined;
  const start = Number(found[1]) * 12;
  if (found[2]) return { start: start + (Number(found[2]) - 1) * 6, length: 6 };
  if (found[3]) return { start: start + (Number(found[3]) - 1) * 3, length: 3 };
  if (found[4]) return { start: start + Number(found[4]) - 1, length: 1 };
  // When in its first year a split year begins is not known: it is ordered as if in July.
  return { start: found[5] ? start + 6 : start, length: 12 };
}

/** Orders periods by their start, the longer first where they start together; a text that is no period's id comes last. */
export function comparePeriods(a: Period, b: Period): number {
  const x = span(a);
  const y = span(b);
  if (x && y) return x.start - y.start || y.length - x.length;
  return x ? -1 : y ? 1 : a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The years from the end of one period to the end of another: 1 from 2006 to 2007, 0.25 from 2023-Q1 to 2023-Q2; undefined for a text that is no period's id,
 * and between a split year and another period, since nobody knows in which month it ends.
 */
export function yearsBetween(from: Period, to: Period): number | undefined {
  if ((periodKind(from) === "split-year") !== (periodKind(to) === "split-year")) return undefined;
  const x = span(from);
  const y = span(to);
  return x && y && (y.start + y.length - x.start - x.length) / 12;
}

/** Months from the start of year 0 to a date such as 2021, 2021-06 or 2021-06-30. */
function monthsTo(date: string): number {
  const [year = "0", month = "1"] = date.split("-");
  return Number(year) * 12 + Number(month) - 1;
}

/**
 * Whether some part of a period lies between two dates, both included; an open end is no bound. A year without a month is the whole year. Undefined for a text
 * that is no period's id.
 */
export function liesWithin(period: Period, from?: string, to?: string): boolean | undefined {
  const own = span(period);
  if (!own) return undefined;
  const end = to !== undefined && /^\d{4}$/.test(to) ? `${to}-12` : to;
  return (
    (from === undefined || own.start + own.length - 1 >= monthsTo(from)) &&
    (end === undefined || own.start <= monthsTo(end))
  );
}

/** A period's id in words; a text that is none stays as it is. */
export function periodLabel(period: Period): Text {
  const found = shape.exec(period);
  if (!found) return { en: period, "zh-CN": period, "zh-TW": period };
  const [, year = "", half, quarter, month, next] = found;
  if (next) {
    const chinese = `${year}—${Number(year) + 1}年度`;
    return { en: period, "zh-CN": chinese, "zh-TW": chinese };
  }
  if (half) {
    const chinese = `${year}年${half === "1" ? "上" : "下"}半年`;
    return { en: `H${half} ${year}`, "zh-CN": chinese, "zh-TW": chinese };
  }
  if (quarter)
    return {
      en: `Q${quarter} ${year}`,
      "zh-CN": `${year}年第${quarter}季度`,
      "zh-TW": `${year}年第${quarter}季`,
    };
  if (month) {
    const chinese = `${year}年${Number(month)}月`;
    return { en: `${monthNames[Number(month) - 1]} ${year}`, "zh-CN": chinese, "zh-TW": chinese };
  }
  return { en: year, "zh-CN": `${year}年`, "zh-TW": `${year}年` };
}

import type { Period } from "../../survey/area.ts";
import { parsePeriod } from "../cells/period.ts";

/** A head that names the period its figures are of, and what is left of it without that. */
export interface DatedHead {
  readonly period: Period;
  /** Empty where the head is a period and nothing else. */
  readonly rest: string;
}

const year = "(?:19|20)[0-9]{2}";
const rocYear = "(?:(?:中華|中华)?(?:民國|民国)\\s*[0-9]{1,3}|[0-9]{2,3})(?=\\s*年)";
const inYear = [
  "年?[度底末终終]?[上下]半年度?",
  "年度?第?[1-4一二三四]季度?",
  "年[0-9]{1,2}月(?:[0-9]{1,2}[日号號]|[份底末])?",
  "年(?:度|[底末终終](?!端))?",
].join("|");
/** A bare year ends where no digit follows: 20211 is no year. */
const western = `${year}(?:${inYear}|[-_/]?[QH][1-4](?!\\d)|[-./](?:0?[1-9]|1[0-2])[-./][0-3]?[0-9](?!\\d)|[-./_](?:0[1-9]|1[0-2])(?!\\d|[-./]\\d)|(?!\\s*[0-9年]|[.,，][0-9]))`;
const roc = `${rocYear}\\s*(?:${inYear})`;
const english = `(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\\.?[\\s-]?${year}(?!\\d)`;
const named = `(?:截至|截止到?)?(?:${roc}|${western}|${english})`;
const before = "(?<![0-9.,，A-Za-z])";
const gap = "[\\s_:：·\\-]*";

const inBrackets = new RegExp(
  `^(.*?)[（(\\[]\\s*(${named})\\s*(?:[,，、;；]\\s*([^()（）]*))?[）)\\]](.*)$`,
  "iu",
);
const atStart = new RegExp(`^\\s*(${named})(?:的|${gap})(.+)$`, "iu");
const atEnd = new RegExp(`^(.+?)${gap}${before}(${named})\\s*([（(][^()（）]*[)）])?$`, "iu");
const alone = new RegExp(`^\\s*(${named})\\s*$`, "iu");

/**
 * What a year is followed by where it is no date of the figure: 以来, 以前, 年初 (the end of the year before), 年均, 年代, a further date,
 * a plan or a standard of that year.
 */
const ofAnotherSense =
  /^(?:以|之|前|后|後|起|至|到|来|來|初|均|代|间|間|内|內|中|级|級|届|屆|版|比|较|較|平均|标准|標準|计划|計[画畫劃]|规划|規劃|目标|目標|预计|預計|拟|擬|达标|達標|要求|[—–~～－-]|[0-9](?!.*[岁歲])|建成|竣工|出生|毕业|畢業|to\b|since\b|until\b|before\b|after\b|built\b|plan|target|standard)/iu;

/** A date that stands behind its words as a limit: 截至, 自, since. */
const limitBefore =
  /(?:自|从|從|由|至|到|比|较|較|前|迄|since|until|before|after|from|to|vs\.?|than)\s*$/iu;

/**
 * The one period that a head names, and the head without it: 2021年常住人口(人), 常住人口2021, 2021/户数, 户数（2021年末）, 112年人口數.
 * Undefined where it names none or several, or where the year belongs to what is counted (2007年标准, 2000年以前). A year of two digits is
 * taken as one of the Republic only in a traditional text.
 */
export function datedHead(
  header: string,
  options: { readonly roc?: boolean } = {},
): DatedHead | undefined {
  if (header.length > 80 || !/[\d０-９]|民/u.test(header)) return undefined;
  const levels = header.replace(/[０-９]/gu, (digit) => digit.normalize("NFKC")).split("/");
  const found: (DatedHead & { readonly at: number })[] = [];
  // A year and its month may be apart by the mark that parts levels: 2023/06.
  for (const [at, level] of levels.entries()) {
    const dated = datedLevel(level, options.roc === true);
    if (dated === "other") return undefined;
    if (dated) found.push({ ...dated, at });
  }
  const [first] = found;
  if (!first || found.some(({ period }) => period !== first.period)) return undefined;
  const rest = levels.flatMap((level, at) => {
    const own = found.find((dated) => dated.at === at);
    return own === undefined ? [level] : own.rest === "" ? [] : [own.rest];
  });
  return { period: first.period, rest: rest.join("/").trim() };
}

/** The period in one level; "other" where a year is part of what is counted. */
function datedLevel(text: string, isRoc: boolean): DatedHead | "other" | undefined {
  const only = alone.exec(text)?.[1];
  if (only !== undefined) return withRest(only, "", isRoc);
  const bracketed = inBrackets.exec(text);
  if (bracketed) {
    const [, front = "", written = "", unit, back = ""] = bracketed;
    return withRest(written, `${front}${unit ? `(${unit})` : ""}${back}`, isRoc);
  }
  const leading = atStart.exec(text);
  if (leading) {
    const [, written = "", rest = ""] = leading;
    return ofAnotherSense.test(rest) ? "other" : withRest(written, rest, isRoc);
  }
  const trailing = atEnd.exec(text);
  if (!trailing) return undefined;
  const [, front = "", written = "", unit = ""] = trailing;
  return limitBefore.test(front) ? "other" : withRest(written, `${front}${unit}`, isRoc);
}

function withRest(written: string, rest: string, isRoc: boolean): DatedHead | "other" | undefined {
  const text = written.normalize("NFKC").replace(/_/gu, "-");
  if (/^\d{2}\D/u.test(text) && !isRoc) return undefined;
  const period = parsePeriod(text, { roc: /^[89]\d\D/u.test(text) && isRoc });
  if (period === undefined) return undefined;
  // A second year in what is left: a comparison, a range.
  return /(?:19|20)\d{2}(?!\d)/u.test(rest) ? "other" : { period, rest: rest.trim() };
}

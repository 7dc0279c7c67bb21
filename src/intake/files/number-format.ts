import { readScale, readUnit } from "../../codebook/unit-spellings.ts";

/** One section of a number format: how the numbers that it is for are shown. */
interface Section {
  /** Which numbers it is for, where it says so: `[>=10000]`. */
  readonly holds?: (value: number) => boolean;
  readonly before: string;
  readonly behind: string;
  /** Place holders of digits alone: `#,##0.0`. */
  readonly digits: string;
  /** The power of ten that the figure shown is smaller than the one that the file holds. */
  readonly power: number;
  readonly percent: boolean;
}

/** Words of scale that a figure is short by. */
const scaleWords: ReadonlyMap<number, string> = new Map([
  [1, "十"],
  [2, "百"],
  [3, "千"],
  [4, "万"],
  [5, "十万"],
  [6, "百万"],
  [7, "千万"],
  [8, "亿"],
  [9, "十亿"],
]);
const qualifier = /^(?:约|約|近|超过|超過|超|逾|不足|不到|[<>≤≥≈~])$/u;
/** What multiplies a figure, though the codebook may not know by how much: it must not get lost. */
const perhapsScale =
  /^(?:[十百千万萬亿億仟佰]|(?:k|m(?![²2³3])|mn|mio|bn|tsd|thsd|thousands?|millions?|lakhs?|crores?)(?![\p{L}\d]))/iu;
const noName = /[$¥€£₹元]|^(?:rmb|cny|twd|hkd|usd|eur|gbp|inr)$|^[共计計]$|^[合总總小][计計]$/iu;

/**
 * A number as its format shows it, as far as the meaning goes: with its percent sign, its leading zeros, the unit or the words around it
 * (`0"万元"` shows 30 as 30万元, `"社区"00` shows 3 as 社区03), and short by what it is shown short by (`0!.0,"万"` shows 16000 as 1.6万); never
 * rounded. A number shown in thousands without a word gets the word (`#,##0,` shows 320000 as 320, which is 320千). `plain` writes a number out.
 */
export function shownNumber(
  value: number,
  format: string,
  plain: (value: number) => string,
): string {
  const section = sectionFor(value, format);
  if (section === undefined) return plain(value);
  if (section.percent) return `${plain(value * 100)}%`;
  const number = padded(value, section.digits, plain);
  const behind = unitBehind(section.behind, value);
  const before = section.before.trim();
  if (section.power !== 0) {
    const word = behind === "" ? scaleWords.get(section.power) : behind;
    return word === undefined ? number : `${shifted(number, section.power)}${word}`;
  }
  if (behind !== "") return `${qualifier.test(before) ? before : ""}${number}${behind}`;
  if (qualifier.test(before)) return `${before}${number}`;
  return isName(section, value) ? `${section.before}${number}${section.behind}`.trim() : number;
}

/** Whether a format may show more than the number alone. */
export const tellsMore = (format: string): boolean =>
  sectionsOf(format).some(
    (section) =>
      section.percent ||
      section.power !== 0 ||
      /^0{2,}$/.test(section.digits) ||
      unitBehind(section.behind, 2000) !== "" ||
      qualifier.test(section.before.trim()) ||
      isName(section, 1),
  );

/** The unit or scale in the words behind a figure; a year's 年. Empty for words that leave the figure as it is. */
function unitBehind(behind: string, value: number): string {
  const word = behind
    .trim()
    .replace(/^[(（](.*)[)）]$/u, "$1")
    .replace(/[)）\s]+$/u, "");
  if (word === "") return "";
  if (/^年度?$/u.test(word)) return Number.isInteger(value) && value >= 100 ? word : "";
  return /^[%％‰]$/u.test(word) ||
    readUnit(word) !== undefined ||
    readScale(word) !== undefined ||
    perhapsScale.test(word)
    ? word
    : "";
}

/** A whole number behind a word is a name: 社区01, 第3网格, Ward 7. A sign of money is none, nor is 共, nor is 共. */
const isName = ({ before, digits }: Section, value: number): boolean =>
  Number.isInteger(value) &&
  value >= 0 &&
  /^0+$/.test(digits) &&
  /\p{Script=Han}|\p{L}{3}/u.test(before) &&
  !noName.test(before.trim());

function padded(value: number, digits: string, plain: (value: number) => string): string {
  const text = plain(value);
  return /^0{2,}$/.test(digits) && Number.isInteger(value) && value >= 0
    ? text.padStart(digits.length, "0")
    : text;
}

/** A plain decimal divided by a power of ten, on its digits. */
function shifted(text: string, power: number): string {
  const [, sign = "", whole = "", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === "") return text;
  const digits = whole.padStart(power + 1, "0");
  const at = digits.length - power;
  const rest = `${digits.slice(at)}${fraction}`.replace(/0+$/, "");
  return `${sign}${digits.slice(0, at)}${rest === "" ? "" : `.${rest}`}`;
}

/** The section that shows a value: by its condition, else positive; negative; zero. */
function sectionFor(value: number, format: string): Section | undefined {
  const sections = sectionsOf(format);
  if (sections.some(({ holds }) => holds))
    return sections.find(({ holds }) => holds?.(value)) ?? sections.find(({ holds }) => !holds);
  if (value < 0 && sections.length > 1) return sections[1];
  if (value === 0 && sections.length > 2) return sections[2];
  return sections[0];
}

const parsed = new Map<string, readonly Section[]>();
const MOST_KEPT = 500;

function sectionsOf(format: string): readonly Section[] {
  let sections = parsed.get(format);
  if (sections === undefined) {
    sections = split(format).map(readSection);
    if (parsed.size >= MOST_KEPT) parsed.clear();
    parsed.set(format, sections);
  }
  return sections;
}

interface Token {
  readonly is: "literal" | "digits" | "bracket";
  readonly text: string;
}

const token =
  /"([^"]*)"?|[\\!](.)|[_*].|\[([^\]]*)\]|(;)|(General|G\/通用格式|[0#?.,/%@]|E[+-])|(.)/gisu;

/** The tokens of each section. A quoted semicolon divides nothing. */
function split(format: string): Token[][] {
  const sections: Token[][] = [[]];
  for (const [, quoted, escaped, bracket, end, digits, other] of format.matchAll(token)) {
    const section = sections.at(-1) as Token[];
    if (end) sections.push([]);
    else if (bracket !== undefined) section.push({ is: "bracket", text: bracket });
    else if (digits !== undefined)
      section.push({ is: "digits", text: /^g/i.test(digits) ? "#" : digits });
    else {
      const literal = quoted ?? escaped ?? other;
      if (literal !== undefined) section.push({ is: "literal", text: literal });
    }
  }
  return sections.slice(0, 3);
}

function readSection(tokens: readonly Token[]): Section {
  const first = tokens.findIndex(({ is }) => is === "digits");
  const last = tokens.findLastIndex(({ is }) => is === "digits");
  const literals = (from: number, to: number): string =>
    tokens
      .slice(from, to)
      .flatMap(({ is, text }) => (is === "literal" ? [text] : []))
      .join("");
  const inner = first === -1 ? [] : tokens.slice(first, last + 1);
  const pattern = inner.flatMap(({ is, text }) => (is === "digits" ? [text] : [])).join("");
  const condition = tokens.flatMap(({ is, text }) => (is === "bracket" ? [text] : []));
  const holds = condition.map(readCondition).find((found) => found !== undefined);
  return {
    ...(holds && { holds }),
    before: first === -1 ? "" : literals(0, first),
    behind: first === -1 ? "" : literals(last + 1, tokens.length),
    digits: pattern,
    power: shortBy(inner, pattern),
    percent: pattern.includes("%"),
  };
}

/** Commas behind the digits divide by a thousand each; a point that is written as a literal between digits, by ten for each digit behind it. */
function shortBy(inner: readonly Token[], pattern: string): number {
  const [whole = "", fraction = ""] = pattern.split(".");
  const commas = (/,+$/.exec(whole)?.[0].length ?? 0) + (/,+$/.exec(fraction)?.[0].length ?? 0);
  const point = inner.findLastIndex(({ is, text }) => is === "literal" && text === ".");
  const tenths =
    point === -1 || pattern.includes(".")
      ? 0
      : inner.slice(point).filter(({ is, text }) => is === "digits" && /[0#?]/.test(text)).length;
  return 3 * commas + tenths;
}

function readCondition(text: string): Section["holds"] {
  const [, sign, bound] = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/.exec(text.trim()) ?? [];
  if (sign === undefined) return undefined;
  const limit = Number(bound);
  return {
    "<": (value: number) => value < limit,
    "<=": (value: number) => value <= limit,
    ">": (value: number) => value > limit,
    ">=": (value: number) => value >= limit,
    "=": (value: number) => value === limit,
    "<>": (value: number) => value !== limit,
  }[sign];
}

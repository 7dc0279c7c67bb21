import type { FigureValue } from "../survey/document.ts";
import type { Language } from "../survey/language.ts";
import { type Interval, isAbsent, isExact, isWithheld } from "../survey/measured.ts";
import { isOne } from "../words/plural.ts";
import { unitText } from "../words/unit-text.ts";

/**
 * `value` with exactly `decimals` decimals, rounded half away from zero on the decimal number that the double prints as:
 * (1.005, 2) is "1.01". Plain digits at any size, an ASCII minus, never "-0".
 * Throws a RangeError for NaN, an infinity, or decimals that are not a whole number from 0 to 100.
 */
export function roundDecimal(value: number, decimals: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`cannot print ${value}`);
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 100)
    throw new RangeError(`decimals must be 0 to 100, not ${decimals}`);
  const [mantissa = "", exponent = "0"] = String(Math.abs(value)).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = whole + fraction;
  const kept = whole.length + Number(exponent) + decimals;
  const nextDigit = kept < 0 ? "0" : (digits[kept] ?? "0");
  const cut = digits.slice(0, Math.max(kept, 0)).padEnd(kept, "0") || "0";
  // Up to 15 digits are exact in a double.
  const scaled =
    kept > 15
      ? BigInt(cut) + (nextDigit >= "5" ? 1n : 0n)
      : Number(cut) + (nextDigit >= "5" ? 1 : 0);
  const text = String(scaled).padStart(decimals + 1, "0");
  const integer = text.slice(0, text.length - decimals);
  const sign = value < 0 && scaled > 0 ? "-" : "";
  return decimals === 0 ? sign + integer : `${sign}${integer}.${text.slice(-decimals)}`;
}

export interface FigureOptions {
  /** Thousands separators; true unless said otherwise. */
  readonly group?: boolean | undefined;
}

/** A figure cut where columns align: `lead` ends with the integer part of its last number, `tail` is the rest. */
export interface FigureParts {
  readonly lead: string;
  readonly tail: string;
}

/** What stands for a figure that cannot be told. */
export const absentSign = "—";
/** What stands for a figure that is withheld because so few people are counted. */
const suppressedSign = "*";

const minusSign = "−";

function printNumber(value: number, decimals: number, group: boolean): FigureParts {
  const [integer = "", fraction] = roundDecimal(value, decimals).replace("-", minusSign).split(".");
  return {
    lead: group ? integer.replace(/\B(?=(?:\d{3})+$)/g, ",") : integer,
    tail: fraction === undefined ? "" : `.${fraction}`,
  };
}

/** The unit as it follows a figure printed as 1 or not: after a space in English and before Latin letters, close up in Chinese. */
function unitSuffix(f: FigureValue, language: Language, one = false): string {
  if (f.withUnit !== true) return "";
  const style = f.unitAs ?? "sign";
  const text = f.unitText ?? unitText(f.unit, language, style, one);
  if (text === "") return "";
  if (language === "en") return ` ${text}`;
  if (f.unitText !== undefined || style === "prose") return text;
  if (text.includes("=")) return `（${text}）`;
  return /^[a-z]/i.test(text) ? ` ${text}` : text;
}

interface Wording {
  readonly approximate: string;
  readonly range: string;
  /** Around the one bound of a figure unbounded on the other side. */
  readonly atLeast: readonly [string, string];
  readonly above: readonly [string, string];
  readonly atMost: readonly [string, string];
  readonly below: readonly [string, string];
}

/** 以上 and 以下 include the number, 超过 and 不足 do not: 民法典 art. 1259; in Taiwan 刑法 art. 10 (以上, 以下, 以內 include). */
const wordings: Readonly<Record<Language, Wording>> = {
  en: {
    approximate: "≈",
    range: "–",
    atLeast: ["≥", ""],
    above: [">", ""],
    atMost: ["≤", ""],
    below: ["<", ""],
  },
  "zh-CN": {
    approximate: "约",
    range: "～",
    atLeast: ["", "以上"],
    above: ["超过", ""],
    atMost: ["", "以下"],
    below: ["不足", ""],
  },
  "zh-TW": {
    approximate: "約",
    range: "～",
    atLeast: ["", "以上"],
    above: ["超過", ""],
    atMost: ["", "以下"],
    below: ["未滿", ""],
  },
};

function intervalParts(
  m: Interval,
  f: FigureValue,
  language: Language,
  group: boolean,
): FigureParts {
  const suffix = unitSuffix(f, language);
  const words = wordings[language];
  const print = (value: number) => printNumber(value, f.decimals, group);
  // An open end is worth a sign only where the printed bound is the bound itself.
  const excluded = (value: number, open?: true) =>
    open === true && Number(roundDecimal(value, f.decimals)) === value;
  const bounded = (value: number, [before, after]: readonly [string, string]) => {
    const { lead, tail } = print(value);
    const unit = unitSuffix(f, language, isOne(value, f.decimals));
    return { lead: before + lead, tail: tail + unit + after };
  };
  if (m.low === -Infinity && m.high === Infinity) return { lead: absentSign, tail: "" };
  if (m.high === Infinity)
    return bounded(m.low, excluded(m.low, m.lowOpen) ? words.above : words.atLeast);
  if (m.low === -Infinity)
    return bounded(m.high, excluded(m.high, m.highOpen) ? words.below : words.atMost);

  const low = print(m.low);
  const high = print(m.high);
  const lowText = low.lead + low.tail;
  if (lowText === high.lead + high.tail)
    return {
      lead: high.lead,
      tail: high.tail + unitSuffix(f, language, isOne(m.high, f.decimals)),
    };
  const bothSigns = f.unit === "%" || f.unit === "‰";
  const range =
    language === "en" && `${lowText}${high.lead}`.includes(minusSign) ? " to " : words.range;
  // Chinese prose has no signs before numbers: a range is read with its ends, and which end is excluded is in the JSON.
  const sign = (text: string, value: number, open?: true): string =>
    language === "en" && excluded(value, open) ? text : "";
  const start = `${sign(">", m.low, m.lowOpen)}${lowText}${bothSigns ? suffix : ""}`;
  return {
    lead: `${start}${range}${sign("<", m.high, m.highOpen)}${high.lead}`,
    tail: high.tail + suffix,
  };
}

/** The last place printed. */
const step = ({ decimals }: FigureValue): number => 1 / 10 ** decimals;

/** Less than all of a count: 99.9 %, not 100.0 %, of 1,999 in 2,000. */
const belowAll = (percent: number, f: FigureValue): number =>
  percent < 100 && Number(roundDecimal(percent, f.decimals)) === 100 ? 100 - step(f) : percent;

/** As `formatFigure`, cut in two for columns whose decimals align. */
export function figureParts(
  f: FigureValue,
  language: Language,
  options: FigureOptions = {},
): FigureParts {
  const group = options.group ?? true;
  const m = f.measured;
  if (isAbsent(m)) return { lead: isWithheld(m) ? suppressedSign : absentSign, tail: "" };
  if (!isExact(m)) return intervalParts(m, f, language, group);
  if (f.tiny !== undefined && m.value !== 0 && Number(roundDecimal(m.value, f.decimals)) === 0)
    return { lead: f.tiny, tail: "" };
  if (f.ofCount && m.value > 0 && Number(roundDecimal(m.value, f.decimals)) === 0)
    return intervalParts({ low: -Infinity, high: step(f), highOpen: true }, f, language, group);
  const { lead, tail } = printNumber(f.ofCount ? belowAll(m.value, f) : m.value, f.decimals, group);
  return {
    lead: (m.approximate === true ? wordings[language].approximate : "") + lead,
    tail: tail + unitSuffix(f, language, f.withUnit === true && isOne(m.value, f.decimals)),
  };
}

/**
 * A figure in print: "4,180", "≈4,180 m²", "3,820–4,460", "50%～60%", "500以上", "—". Bounds are rounded like values; an interval whose
 * bounds print alike is printed once. In English an end that does not belong to a range carries < or > ("0–<60"). Minus is U+2212.
 */
export function formatFigure(
  f: FigureValue,
  language: Language,
  options: FigureOptions = {},
): string {
  const { lead, tail } = figureParts(f, language, options);
  return lead + tail;
}

/** The sign beside a figure that misses its norm, so that colour is not the only one; empty for the others. */
export const missSign = (f: FigureValue): string =>
  f.mark === "below" ? "▼" : f.mark === "above" ? "▲" : "";

import type { Kind, Variable } from "../../codebook/define.ts";
import { identityOfCell } from "../../codebook/identity.ts";
import { readScale, readUnit, unitFor } from "../../codebook/unit-spellings.ts";
import type { UnitId } from "../../codebook/units.ts";
import { readInterval } from "../../survey/interval-notation.ts";
import { type Exact, exact, type Interval, isInterval } from "../../survey/measured.ts";
import { type Range, takeQualifiers, toRange } from "./approximate.ts";
import { cleanCell } from "./cell-text.ts";
import { readCategory, readYesNo } from "./choice.ts";
import { excelDamage } from "./excel-damage.ts";
import { isMissing, isNone } from "./missing-marks.ts";
import { type Decimal, type Numeral, readNumeral, toNumber } from "./numeral.ts";

/** What the reading plan knows of a column before its first cell. */
export interface CellRules {
  readonly kind: Kind;
  /** Power of ten that the header's or the caption's unit asks for. */
  readonly exponent: number;
  /** Exact factor of a unit that is no power of ten (亩), applied after the exponent. */
  readonly factor?: number;
  /** The variable's base unit. */
  readonly unit: UnitId;
  readonly noneMeans: "zero" | "missing";
  readonly decimalComma?: boolean;
  readonly values?: Variable["values"];
  /** The table's own legend of missing marks; it replaces the default list. Blank is always missing. */
  readonly missing?: readonly string[];
}

export type CellReading =
  | {
      readonly kind: "number";
      readonly measured: Exact | Interval;
      /** The cell bore its own unit or scale, which won over the header's. */
      readonly ownUnit?: true;
    }
  | { readonly kind: "missing"; readonly mark: string }
  | {
      readonly kind: "fault";
      readonly fault: "not-a-number" | "unit-conflict" | "excel-damage";
      /** excel-damage: what it may have been (`1-5`, `123???`) or the error itself; unit-conflict: the unit as written; else empty. */
      readonly detail: string;
    };

/** From here on a bare number may be a mobile number: no column counts as many. */
export const LEAST_MOBILE = 13e9;
const longest = 80;
const limit = 1e15;
const simple = /^-?(?:\d{1,15}|[1-9]\d{0,2}(?:,\d{3}){1,4})(?:\.\d{1,15})?$/;
const exponential = /^([-+]?)(\d{1,15})(?:\.(\d{1,20}))?[eE]([-+]?\d{1,3})$/;
const notANumber: CellReading = { kind: "fault", fault: "not-a-number", detail: "" };
const fault = (kind: "unit-conflict" | "excel-damage", detail: string): CellReading => ({
  kind: "fault",
  fault: kind,
  detail,
});

/**
 * The meaning of one cell, in the variable's base unit: the one place where text becomes a number.
 * Never throws and never gives NaN; beyond ±10^15 nothing is a number. The cell's own unit wins over the header's; 万 alone counts the base unit
 * (3.5万 below 万元 is 35,000 yuan). A category gives the position of its value, yes-no 1 or 0.
 */
export function parseCell(text: string, rules: CellRules): CellReading {
  const choice = rules.kind === "yes-no" || rules.kind === "category";
  if (!choice && rules.exponent === 0 && rules.factor === undefined) {
    const plain = plainDigits(text);
    if (plain >= 0 && plain < LEAST_MOBILE && !rules.missing?.includes(text))
      return { kind: "number", measured: { value: plain } };
  }
  if (isOfPerson(text, rules)) return notANumber;
  const cleaned = cleanCell(text);
  if (choice) return readChoice(cleaned, rules);
  if (rules.missing !== undefined && isMissing(cleaned, rules.missing))
    return { kind: "missing", mark: cleaned };
  if (simple.test(cleaned) && !(rules.decimalComma && /[.,]/.test(cleaned)))
    return inHeaderUnit(toNumber(simpleDecimal(cleaned), rules.exponent), rules);
  if (rules.missing === undefined && isMissing(cleaned)) return { kind: "missing", mark: cleaned };
  if (isNone(cleaned))
    return rules.noneMeans === "zero"
      ? { kind: "number", measured: { value: 0 } }
      : { kind: "missing", mark: cleaned };
  if (cleaned.length > longest) return notANumber;
  const damage = excelDamage(cleaned, rules.kind === "count");
  return damage === undefined ? readQuantity(cleaned, rules) : fault("excel-damage", damage);
}

/** Whether a number of a person stands in a cell. Sums of money and areas may have as many digits as a mobile number. */
function isOfPerson(text: string, { kind }: CellRules): boolean {
  const identity = identityOfCell(text);
  return (
    identity === "resident-id" || (identity === "phone" && kind !== "money" && kind !== "area")
  );
}

/** The number that 1 to 15 ASCII digits make; -1 for any other text. */
export function plainDigits(text: string): number {
  const { length } = text;
  if (length === 0 || length > 15) return -1;
  let value = 0;
  for (let i = 0; i < length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function simpleDecimal(text: string): Decimal {
  const negative = text.startsWith("-");
  const [whole = "", fraction = ""] = (negative ? text.slice(1) : text)
    .replaceAll(",", "")
    .split(".");
  return { negative, digits: whole + fraction, exponent: -fraction.length };
}

function readChoice(text: string, rules: CellRules): CellReading {
  const value = rules.kind === "yes-no" ? readYesNo(text) : readCategory(text, rules.values ?? []);
  if (value !== undefined) return { kind: "number", measured: { value } };
  if (isMissing(text, rules.missing) || isNone(text)) return { kind: "missing", mark: text };
  const damage = text.length > longest ? undefined : excelDamage(text, false);
  return damage === undefined ? notANumber : fault("excel-damage", damage);
}

function inHeaderUnit(value: number, rules: CellRules): CellReading {
  const scaled = rules.factor === undefined ? value : value * rules.factor;
  return Math.abs(scaled) <= limit ? { kind: "number", measured: { value: scaled } } : notANumber;
}

function readQuantity(text: string, rules: CellRules): CellReading {
  const interval = readInterval(text);
  if (interval !== undefined) return { kind: "number", measured: interval, ownUnit: true };
  const [lower, upper, more] = text.split("且");
  if (lower !== undefined && upper !== undefined && more === undefined)
    return both(readQuantity(lower.trim(), rules), readQuantity(upper.trim(), rules));
  const found = exponential.exec(text);
  if (found) return readExponential(found, rules);
  // Accountants put a negative sum in brackets.
  const bracketed = rules.kind === "money" ? /^\(([^-+()]*)\)$/.exec(text)?.[1] : undefined;
  const { text: worded, qualifiers } = takeQualifiers(
    bracketed ?? (/^'(?=[\d.])/.test(text) ? text.slice(1) : text),
  );
  const yuan = /^¥ ?/.exec(worded)?.[0] ?? "";
  if (yuan !== "" && rules.kind !== "money") return fault("unit-conflict", "¥");
  const numeral = readNumeral(worded.slice(yuan.length), rules.decimalComma);
  if (numeral === undefined || (bracketed !== undefined && numeral.decimal.negative))
    return notANumber;
  const decimal =
    bracketed === undefined ? numeral.decimal : { ...numeral.decimal, negative: true };
  const range = toRange(decimal, numeral.andMore, qualifiers, rules.kind !== "ratio");
  if (range === undefined) return notANumber;
  const scale = scaleOf(numeral, yuan !== "", rules);
  if (scale === undefined) return notANumber;
  if ("conflict" in scale) return fault("unit-conflict", scale.conflict);
  const measured = toMeasured(range, scale);
  return measured === undefined
    ? notANumber
    : { kind: "number", measured, ...(scale.own && { ownUnit: true }) };
}

/** 60以上且不足100: what both halves allow. */
function both(a: CellReading, b: CellReading): CellReading {
  if (
    a.kind !== "number" ||
    b.kind !== "number" ||
    !isInterval(a.measured) ||
    !isInterval(b.measured)
  )
    return a.kind === "fault" ? a : b.kind === "fault" ? b : notANumber;
  const [x, y] = [a.measured, b.measured];
  const low = Math.max(x.low, y.low);
  const high = Math.min(x.high, y.high);
  if (low >= high) return notANumber;
  const lowOpen = (x.low === low && x.lowOpen) || (y.low === low && y.lowOpen);
  const highOpen = (x.high === high && x.highOpen) || (y.high === high && y.highOpen);
  const own = a.ownUnit ?? b.ownUnit;
  return {
    kind: "number",
    measured: { low, high, ...(lowOpen && { lowOpen }), ...(highOpen && { highOpen }) },
    ...(own && { ownUnit: own }),
  };
}

/** 1.2345E+04. Where digits may be lost (1.23E+05) and no whole number is expected, the value is approximate. */
function readExponential(found: RegExpExecArray, rules: CellRules): CellReading {
  const [, sign = "", whole = "", fraction = "", power = ""] = found;
  const decimal = {
    negative: sign === "-",
    digits: whole + fraction,
    exponent: Number(power) - fraction.length,
  };
  const lost = decimal.exponent > 0 && Number(decimal.digits) !== 0;
  const measured = toMeasured(
    { low: decimal, high: decimal, ...(lost && { approximate: true }) },
    { exponent: rules.exponent, factor: rules.factor },
  );
  return measured === undefined ? notANumber : { kind: "number", measured };
}

interface Scale {
  readonly exponent: number;
  readonly factor?: number | undefined;
  readonly own?: true;
}

/** What brings the number to the base unit: the cell's unit, else its scale word alone, else the header's. Undefined when what follows is no unit. */
function scaleOf(
  numeral: Numeral,
  yuan: boolean,
  rules: CellRules,
): Scale | { conflict: string } | undefined {
  const written = numeral.rest.trim().replace(/^\((.*)\)$/, "$1");
  if (written === "")
    return numeral.scaled || yuan
      ? { exponent: 0, own: true }
      : { exponent: rules.exponent, factor: rules.factor };
  // A figure on the next line is no unit, though 10,000人 is one in a head.
  if (/^\d/.test(written)) return undefined;
  const unit = readUnit(written);
  if (unit !== undefined) {
    const scale = unitFor(rules, unit);
    return scale === "conflict" ? { conflict: written } : { ...scale, own: true };
  }
  const power = readScale(written);
  return power === undefined ? undefined : { exponent: power, own: true };
}

/** The range in the base unit; undefined when a bound lies beyond ±10^15. */
function toMeasured(range: Range, scale: Scale): Exact | Interval | undefined {
  const bound = (d: Decimal | undefined, unbounded: number): number =>
    d === undefined ? unbounded : toNumber(d, scale.exponent) * (scale.factor ?? 1);
  const low = bound(range.low, Number.NEGATIVE_INFINITY);
  const high = bound(range.high, Number.POSITIVE_INFINITY);
  if (
    (range.low !== undefined && !(Math.abs(low) <= limit)) ||
    (range.high !== undefined && !(Math.abs(high) <= limit))
  )
    return undefined;
  if (low === high)
    return range.lowOpen || range.highOpen ? undefined : exact(low, range.approximate);
  return {
    low,
    high,
    ...(range.lowOpen && { lowOpen: true }),
    ...(range.highOpen && { highOpen: true }),
  };
}

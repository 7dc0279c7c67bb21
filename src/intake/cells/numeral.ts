import { readChineseNumeral } from "./chinese-numeral.ts";

/** A number as it was written: ±digits × 10^exponent. Scaling it moves the exponent and never rounds. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

/** The double nearest to the decimal times 10^shift; never -0. */
export function toNumber(d: Decimal, shift = 0): number {
  const value = Number(`${d.negative ? "-" : ""}${d.digits}e${d.exponent + shift}`);
  return value === 0 ? 0 : value;
}

/** What stands at the start of a text, and what follows it. */
export interface Numeral {
  readonly decimal: Decimal;
  /** 多 or 余 followed: more than stated, below the next unit of the last stated digit. */
  readonly andMore: boolean;
  /** A word of scale (万, 千, 亿) belonged to it. */
  readonly scaled: boolean;
  readonly rest: string;
}

const run = /^(?:\d|[.,](?=\d)| (?=\d))+/;
const pointed = /^(?:\d+|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+)?(?:\.\d+)?$/;
const withComma = /^(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+)?(?:,\d+)?$/;
const scale = /^ ?([十百千]?[万萬]|[十百千万萬]?[亿億]|[百千])/;
const more = /^ ?[多余餘]/;
const powers: Readonly<Record<string, number>> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  萬: 4,
  亿: 8,
  億: 8,
};

const powerOf = (word: string): number =>
  Array.from(word).reduce((sum, character) => sum + (powers[character] ?? 0), 0);

/**
 * Reads the number at the start of a cleaned text: 1,234 · 1 234 · 3.5万 · 1亿2000万 · 一百二十 · 三万五千 · 一个半 · 13万多 · 10余万.
 * Undefined when there is none, or when its groups are not of three (12,34).
 */
export function readNumeral(text: string, decimalComma = false): Numeral | undefined {
  const sign = /^[-+负負]\s?/.exec(text)?.[0] ?? "";
  const unsigned = text.slice(sign.length);
  const read = readArabic(unsigned, decimalComma) ?? readChinese(unsigned) ?? readHalf(unsigned);
  if (read === undefined || sign === "" || sign.startsWith("+")) return read;
  return { ...read, decimal: { ...read.decimal, negative: true } };
}

function readArabic(text: string, decimalComma: boolean): Numeral | undefined {
  const written = run.exec(text)?.[0];
  if (written === undefined || !(decimalComma ? withComma : pointed).test(written))
    return undefined;
  const decimal = toDecimal(written.replaceAll(" ", "").replaceAll(decimalComma ? "." : ",", ""));
  const rest = text.slice(written.length);
  return readCompound(decimal, rest) ?? withScale({ decimal, andMore: false, scaled: false, rest });
}

/** 1亿2000万, 3万5千, 3万5000: parts of falling scale. 3万5 is refused: 30005 and 35000 are both meant by it. */
function readCompound(first: Decimal, text: string): Numeral | undefined {
  const firstScale = scale.exec(text);
  if (firstScale === null || first.exponent < 0) return undefined;
  let power = powerOf(firstScale[1] as string);
  let sum = BigInt(first.digits) * 10n ** BigInt(power);
  let rest = text.slice(firstScale[0].length);
  if (!/^\d/.test(rest)) return undefined;
  while (/^\d/.test(rest)) {
    const digits = /^\d+/.exec(rest)?.[0] as string;
    rest = rest.slice(digits.length);
    const next = scale.exec(rest);
    const nextPower = next === null ? 0 : powerOf(next[1] as string);
    if (nextPower >= power || (next === null && digits.length < 2)) return undefined;
    const part = BigInt(digits) * 10n ** BigInt(nextPower);
    if (part >= 10n ** BigInt(power)) return undefined;
    sum += part;
    power = nextPower;
    rest = rest.slice(next?.[0].length ?? 0);
    if (next === null) break;
  }
  return withMore({
    decimal: { negative: false, digits: String(sum), exponent: 0 },
    andMore: false,
    scaled: true,
    rest,
  });
}

/** Takes the scale that follows, with 多 or 余 before it (10余万) or after it (13万多), and the half of 一个半. */
function withScale(numeral: Numeral): Numeral {
  const half = numeral.decimal.exponent === 0 ? /^ ?[个個]半/.exec(numeral.rest)?.[0] : undefined;
  if (half !== undefined)
    return {
      ...numeral,
      decimal: { ...numeral.decimal, digits: `${numeral.decimal.digits}5`, exponent: -1 },
      rest: numeral.rest.slice(half.length),
    };
  const before = withMore(numeral);
  const word = scale.exec(before.rest);
  if (word === null) return before;
  const { decimal } = before;
  const scaled = {
    ...before,
    scaled: true,
    decimal: { ...decimal, exponent: decimal.exponent + powerOf(word[1] as string) },
    rest: before.rest.slice(word[0].length),
  };
  return before.andMore ? scaled : withMore(scaled);
}

function withMore(numeral: Numeral): Numeral {
  const word = more.exec(numeral.rest)?.[0];
  return word === undefined
    ? numeral
    : { ...numeral, andMore: true, rest: numeral.rest.slice(word.length) };
}

function readChinese(text: string): Numeral | undefined {
  const read = readChineseNumeral(text);
  if (read === undefined) return undefined;
  const numeral = withScale({
    decimal: toDecimal(read.plain),
    andMore: false,
    scaled: read.scaled,
    rest: text.slice(read.length),
  });
  // 百余 counts from one hundred, but 万 alone is a unit, not a number.
  return /^[百佰千仟万萬亿億]/.test(text) && !numeral.andMore ? undefined : numeral;
}

function readHalf(text: string): Numeral | undefined {
  const written = /^半[个個]?/.exec(text)?.[0];
  return written === undefined
    ? undefined
    : {
        decimal: { negative: false, digits: "5", exponent: -1 },
        andMore: false,
        scaled: false,
        rest: text.slice(written.length),
      };
}

/** Plain digits with at most one point or comma as the decimal mark. */
function toDecimal(plain: string): Decimal {
  const mark = plain.search(/[.,]/);
  if (mark < 0) return { negative: false, digits: plain, exponent: 0 };
  return {
    negative: false,
    digits: plain.slice(0, mark) + plain.slice(mark + 1),
    exponent: mark + 1 - plain.length,
  };
}

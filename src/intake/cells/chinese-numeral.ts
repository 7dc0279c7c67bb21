/** Digits as written in prose and on cheques, both scripts. */
const digits: Readonly<Record<string, number>> = Object.fromEntries(
  [
    "零〇○",
    "一壹",
    "二两兩贰貳",
    "三叁參",
    "四肆",
    "五伍",
    "六陆陸",
    "七柒",
    "八捌",
    "九玖",
  ].flatMap((spellings, value) => Array.from(spellings, (c) => [c, value])),
);
const units: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
};
const numeralRun = new RegExp(
  `^[${Object.keys(digits).join("")}${Object.keys(units).join("")}廿卅万萬亿億点點]+`,
);

export interface ChineseNumeral {
  /** The number in plain digits, with a point where it has a fraction. */
  readonly plain: string;
  /** 万 or 亿 stood in it. */
  readonly scaled: boolean;
  /** How many characters were read. */
  readonly length: number;
}

/** Reads the Chinese numeral at the start of a text: 十二, 两百, 一百二 (120), 三万五千, 三点五万, 二〇二三. Undefined when there is none or it is malformed. */
export function readChineseNumeral(text: string): ChineseNumeral | undefined {
  const written = numeralRun.exec(text)?.[0];
  if (written === undefined || written.length > 40) return undefined;
  const scaled = /[万萬亿億]/.test(written);
  const [whole = "", fraction, ...others] = written
    .replaceAll("廿", "二十")
    .replaceAll("卅", "三十")
    .split(/[点點]/);
  if (others.length > 0) return undefined;
  if (fraction === undefined) {
    const value = readWhole(whole);
    return value === undefined
      ? undefined
      : { plain: String(value), scaled, length: written.length };
  }
  const point = readFraction(whole, fraction);
  return point === undefined ? undefined : { plain: point, scaled, length: written.length };
}

/** 三点五 and 三点五万: the scale after the fraction moves the point. */
function readFraction(whole: string, fraction: string): string | undefined {
  const value = readWhole(whole);
  const scale = /[万萬亿億]$/.exec(fraction)?.[0];
  const places = positional(scale === undefined ? fraction : fraction.slice(0, -1));
  if (value === undefined || places === undefined) return undefined;
  const power = scale === undefined ? 0 : /[亿億]/.test(scale) ? 8 : 4;
  const padded = places.padEnd(power, "0");
  const rest = padded.slice(power);
  return `${value}${padded.slice(0, power)}${rest === "" ? "" : `.${rest}`}`;
}

function positional(text: string): string | undefined {
  const values = Array.from(text, (c) => digits[c]);
  return values.length === 0 || values.includes(undefined) ? undefined : values.join("");
}

function readWhole(text: string): number | undefined {
  const plain = positional(text);
  const value = plain === undefined ? readUnits(text) : Number(plain);
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined;
}

/** 亿 multiplies all before it, 万 all since 亿, the smaller units the digit before them. */
function readUnits(text: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let zero = false;
  let smallest = Number.POSITIVE_INFINITY;
  let tenThousands = false;
  let hundredMillions = false;
  let last = 0;
  const characters = Array.from(text);
  for (const [index, c] of characters.entries()) {
    const asDigit = digits[c];
    const unit = units[c];
    if (asDigit !== undefined) {
      if (digit !== undefined) return undefined;
      if (asDigit === 0) zero = true;
      else digit = asDigit;
      continue;
    }
    if (unit !== undefined) {
      if (unit >= smallest || (digit === undefined && unit !== 10 && index > 0)) return undefined;
      section += (digit ?? 1) * unit;
      smallest = unit;
      last = unit;
    } else {
      const big = /[亿億]/.test(c) ? 1e8 : 1e4;
      if (big === 1e8 ? hundredMillions : tenThousands) return undefined;
      section += digit ?? (index === 0 ? 1 : 0);
      if (big === 1e8) {
        total = (total + section) * big;
        hundredMillions = true;
        tenThousands = false;
      } else {
        if (section === 0) return undefined;
        total += section * big;
        tenThousands = true;
      }
      if (total === 0) return undefined;
      section = 0;
      smallest = Number.POSITIVE_INFINITY;
      last = big;
    }
    digit = undefined;
    zero = false;
  }
  // 一百二 is 120, 三万五 35,000: a last digit with no 零 before it counts the next smaller unit.
  const shorthand = !zero && last >= 100 ? last / 10 : 1;
  return total + section + (digit ?? 0) * shorthand;
}

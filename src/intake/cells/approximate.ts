import type { Decimal } from "./numeral.ts";

/** What a word says about the number beside it. */
export type Qualifier =
  | "exactly"
  | "about"
  | "nearly"
  | "around"
  | "over"
  | "under"
  | "at-least"
  | "at-most";

/** A number as far as its words tell: a missing bound is unbounded. Equal bounds are one value. */
export interface Range {
  readonly low?: Decimal;
  readonly high?: Decimal;
  readonly lowOpen?: true;
  readonly highOpen?: true;
  readonly approximate?: true;
}

/** Attested in the survey texts, and their siblings in both scripts. Longer spellings stand before those they contain. */
const prefixes: readonly (readonly [RegExp, Qualifier])[] = [
  [/^(?:不少于|不少於|不低于|不低於|不小于|不小於|至少|最少|>=|≥|≧)/, "at-least"],
  [/^(?:不超过|不超過|不多于|不多於|不高于|不高於|不大于|不大於|至多|最多|<=|≤|≦)/, "at-most"],
  [/^(?:将近|將近|接近|近)/, "nearly"],
  [/^(?:超过|超過|多于|多於|大于|大於|高于|高於|超|>)/, "over"],
  [/^(?:不足|不到|少于|少於|小于|小於|低于|低於|未满|未滿|<)/, "under"],
  [/^\((?:估|约|約|估计|估計|估算|暂估|暫估|est\.?)\)/, "about"],
  [/^(?:大约|大約|约为|約為|约有|約有|大概|约|約|≈|~)/, "about"],
  [/^(?:仅有|僅有|共有|仅|僅|只有|只|共)/, "exactly"],
];
const suffixes: readonly (readonly [RegExp, Qualifier])[] = [
  [
    /\((?:估|约|約|大约|大約|估[计計]数?數?|估算数?數?|[暂暫]估数?數?|推算|概数|概數|est\.?|estimated?|approx\.?)\)$/,
    "about",
  ],
  [/(?:左右|上下)$/, "around"],
  // 民法典 article 1259: 以上, 以下, 以内 include the number itself.
  [/(?:及以上|以上|\+)$/, "at-least"],
  [/(?:及以下|以下|以内|以內)$/, "at-most"],
];

function match(
  text: string,
  words: readonly (readonly [RegExp, Qualifier])[],
): { qualifier: Qualifier; length: number } | undefined {
  for (const [pattern, qualifier] of words) {
    const found = pattern.exec(text);
    if (found) return { qualifier, length: found[0].length };
  }
  return undefined;
}

/** Takes the words before and after a number off: 约500元左右 → 500元, about, around. */
export function takeQualifiers(text: string): { text: string; qualifiers: readonly Qualifier[] } {
  const before = match(text, prefixes);
  const rest = before === undefined ? text : text.slice(before.length).trim();
  const after = match(rest, suffixes);
  const inner = after === undefined ? rest : rest.slice(0, -after.length).trim();
  return {
    text: inner,
    qualifiers: [before?.qualifier, after?.qualifier].filter((q) => q !== undefined),
  };
}

/**
 * Applies the words to the number. `andMore` is 多 or 余: from the number up to the next unit of its last stated digit that is not zero
 * (13万多 = [130000, 140000), 7000余 = [7000, 8000)). Nonnegative quantities have 0 below 不足. Undefined where the words make no sense together.
 */
export function toRange(
  decimal: Decimal,
  andMore: boolean,
  qualifiers: readonly Qualifier[],
  nonnegative: boolean,
): Range | undefined {
  let range: Range | undefined = { low: decimal, high: decimal };
  const words = andMore || qualifiers.some((q) => q !== "exactly" && q !== "about");
  if (words && decimal.negative) return undefined;
  if (andMore) range = moreThan(decimal);
  for (const qualifier of qualifiers.toReversed()) {
    if (range === undefined) return undefined;
    range = qualified(range, qualifier, nonnegative);
  }
  return range;
}

function qualified(range: Range, qualifier: Qualifier, nonnegative: boolean): Range | undefined {
  const { low } = range;
  if (qualifier === "exactly") return range;
  if (qualifier === "about") return isOne(range) ? { ...range, approximate: true } : range;
  if (low === undefined) return undefined;
  if (qualifier === "over") return { low, lowOpen: true };
  if (qualifier === "at-least") return { low };
  if (!isOne(range)) return undefined;
  if (isZero(low))
    return qualifier === "around" || qualifier === "nearly"
      ? { ...range, approximate: true }
      : qualifier === "at-most"
        ? atMost(low, nonnegative)
        : undefined;
  if (qualifier === "nearly") return { low: times(low, 9n), high: low, lowOpen: true };
  if (qualifier === "around") return { low: times(low, 9n), high: times(low, 11n) };
  return qualifier === "under"
    ? { ...atMost(low, nonnegative), highOpen: true }
    : atMost(low, nonnegative);
}

const zero: Decimal = { negative: false, digits: "0", exponent: 0 };
const atMost = (high: Decimal, nonnegative: boolean): Range =>
  nonnegative ? { low: zero, high } : { high };
const isOne = (range: Range): boolean => range.low !== undefined && range.low === range.high;
const isZero = (d: Decimal): boolean => /^0*$/.test(d.digits);

/** Tenths of a number, exactly. */
const times = (d: Decimal, tenths: bigint): Decimal => ({
  ...d,
  digits: String(BigInt(d.digits) * tenths),
  exponent: d.exponent - 1,
});

function moreThan(d: Decimal): Range | undefined {
  if (isZero(d)) return undefined;
  const digits = d.digits.replace(/0+$/, "");
  const next = {
    ...d,
    digits: String(BigInt(digits) + 1n),
    exponent: d.exponent + d.digits.length - digits.length,
  };
  return { low: d, high: next, highOpen: true };
}

import type { Language, Text } from "../survey/language.ts";
import { type Interval, isAbsent, isExact, type Measured } from "../survey/measured.ts";
import { inSentence, quantityTitle } from "../words/quantity-title.ts";
import type { Arithmetic, Expression, Formula, Operator, Rounding } from "./expression.ts";
import { evaluate } from "./expression.ts";

/** How tightly a printed expression holds together: an operand weaker than its place asks for stands in brackets. */
const strengths = { sum: 1, product: 2, whole: 3 } as const;

interface Printed {
  readonly text: string;
  readonly strength: number;
}

const signs: Readonly<
  Record<Exclude<Operator, "max" | "min">, { readonly sign: string; readonly strength: number }>
> = {
  "+": { sign: "+", strength: strengths.sum },
  "-": { sign: "−", strength: strengths.sum },
  "*": { sign: "×", strength: strengths.product },
  "/": { sign: "÷", strength: strengths.product },
};

const roundings: Readonly<Record<Rounding, Text>> = {
  floor: { en: "rounddown", "zh-CN": "向下取整", "zh-TW": "無條件捨去" },
  nearest: { en: "round", "zh-CN": "四舍五入", "zh-TW": "四捨五入" },
  ceil: { en: "roundup", "zh-CN": "向上取整", "zh-TW": "無條件進位" },
};

const whole = (text: string): Printed => ({ text, strength: strengths.whole });

/** Whether a formula is a tree, or the words for what no tree says. */
export const isTree = (formula: Formula | Text): formula is Formula => !("en" in formula);

/**
 * A formula with the titles of its variables: “community workers ÷ usual residents × 1000”; its words where no tree says it.
 * Among Chinese words brackets and commas are full-width.
 */
export function formulaText(formula: Formula | Text, language: Language): string {
  if (!isTree(formula)) return formula[language];
  const { text } = print(formula, (id) => whole(inSentence(quantityTitle(id, language))), language);
  return language === "en"
    ? text
    : text.replace(/ ?\(/gu, "（").replace(/\) ?/gu, "）").replaceAll(", ", "，");
}

/** A formula with the ids of its variables: “workers ÷ residents × 1000”. */
export const formulaOfIds = (formula: Formula, language: Language): string =>
  print(formula, whole, language).text;

/**
 * A formula with the figures put in: “3 ÷ 16,000 × 1000”. Figures are grouped and whole to 15 significant digits, constants are not grouped, and the
 * brackets keep the order of the tree: evaluating the text gives the value. A sum of plain figures, or of more than `mostTerms` terms, is
 * printed as its total. ≈ stands before an approximate figure; an interval is “(130,000–<140,000)”, in English < or > at an end that
 * does not belong to it.
 */
export const arithmeticText = (
  arithmetic: Arithmetic,
  language: Language,
  mostTerms = 20,
): string =>
  print(shortened(arithmetic, mostTerms), (figure) => printFigure(figure, language), language).text;

/** Whether there is anything to see in the arithmetic beyond a figure. */
export const isBareFigure = (arithmetic: Arithmetic, mostTerms = 20): boolean =>
  "leaf" in shortened(arithmetic, mostTerms);

function shortened(e: Arithmetic, mostTerms: number): Arithmetic {
  if ("sum" in e)
    return e.sum.length > mostTerms || e.sum.every((term) => "leaf" in term)
      ? { leaf: evaluate(e) }
      : { sum: e.sum.map((term) => shortened(term, mostTerms)) };
  if ("rounded" in e) return { ...e, of: shortened(e.of, mostTerms) };
  if ("op" in e)
    return { ...e, left: shortened(e.left, mostTerms), right: shortened(e.right, mostTerms) };
  return e;
}

function print<L>(e: Expression<L>, leaf: (leaf: L) => Printed, language: Language): Printed {
  const operand = (of: Expression<L>, least: number): string => {
    const { text, strength } = print(of, leaf, language);
    return strength < least ? `(${text})` : text;
  };
  if ("leaf" in e) return leaf(e.leaf);
  if ("number" in e) return printNumber(e.number, false);
  if ("rounded" in e) return whole(`${roundings[e.rounded][language]}(${operand(e.of, 0)})`);
  if ("sum" in e)
    return e.sum.length === 1
      ? print(e.sum[0] as Expression<L>, leaf, language)
      : {
          text: e.sum.map((term) => operand(term, strengths.product)).join(" + "),
          strength: strengths.sum,
        };
  if (e.op === "max" || e.op === "min")
    return whole(`${e.op}(${operand(e.left, 0)}, ${operand(e.right, 0)})`);
  const { sign, strength } = signs[e.op];
  return {
    text: `${operand(e.left, strength)} ${sign} ${operand(e.right, strength + 1)}`,
    strength,
  };
}

/** A minus of its own binds no tighter than a sum. */
function printNumber(value: number, group: boolean): Printed {
  const text = plainDigits(Math.abs(value), group);
  return value < 0 ? { text: `−${text}`, strength: strengths.sum } : whole(text);
}

function printFigure(m: Measured, language: Language): Printed {
  if (isAbsent(m)) return whole("—");
  if (!isExact(m)) return whole(`(${intervalText(m, language)})`);
  const { text, strength } = printNumber(m.value, true);
  return { text: m.approximate ? `≈${text}` : text, strength };
}

function intervalText({ low, high, lowOpen, highOpen }: Interval, language: Language): string {
  const bound = (value: number): string => printNumber(value, true).text;
  if (high === Number.POSITIVE_INFINITY) return `${lowOpen ? ">" : "≥"}${bound(low)}`;
  if (low === Number.NEGATIVE_INFINITY) return `${highOpen ? "<" : "≤"}${bound(high)}`;
  // As everywhere in Chinese, a range is read with its ends.
  if (language !== "en") return `${bound(low)}～${bound(high)}`;
  return `${lowOpen ? ">" : ""}${bound(low)}–${highOpen ? "<" : ""}${bound(high)}`;
}

/** 1234567.5 as 1,234,567.5: plain digits at any size, to 15 significant ones, so that no binary residue shows. */
export function plainDigits(value: number, group: boolean): string {
  const [mantissa = "", exponent = "0"] = String(Number(value.toPrecision(15))).split("e");
  const [integer = "", fraction = ""] = mantissa.split(".");
  const shift = Number(exponent);
  const digits = integer + fraction;
  const point = integer.length + shift;
  const before = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  const after = point > 0 ? digits.slice(point) : "0".repeat(-point) + digits;
  const grouped = group ? before.replace(/\B(?=(\d{3})+$)/g, ",") : before;
  return after === "" ? grouped : `${grouped}.${after}`;
}

import { findVariable } from "../codebook/index.ts";
import { type Formula, number, operate } from "../formula/expression.ts";

/** A formula as numerator ÷ denominator × times; without a denominator it is no quotient. */
export interface Quotient {
  readonly numerator: Formula;
  readonly denominator: Formula | undefined;
  readonly times: number;
  /** Neither part divides within itself. */
  readonly plain: boolean;
}

interface Factors {
  readonly over: readonly Formula[];
  readonly under: readonly Formula[];
  readonly times: number;
}

/** Takes the products and quotients at the top of a formula apart. */
export function quotient(formula: Formula): Quotient {
  const { over, under, times } = factors(formula);
  const product = (parts: readonly Formula[]): Formula | undefined =>
    parts.length === 0 ? undefined : parts.reduce((a, b) => operate("*", a, b));
  const denominator = product(under);
  const numerator = product(over);
  // 1000 ÷ residents has nothing to sum above the line but the number itself.
  if (!numerator || !denominator || !under.some(hasName))
    return { numerator: formula, denominator: undefined, times: 1, plain: false };
  return { numerator, denominator, times, plain: ![...over, ...under].some(divides) };
}

function factors(e: Formula): Factors {
  if ("number" in e) return { over: [], under: [], times: e.number };
  if ("op" in e && e.op === "*") {
    const left = factors(e.left);
    const right = factors(e.right);
    return {
      over: [...left.over, ...right.over],
      under: [...left.under, ...right.under],
      times: left.times * right.times,
    };
  }
  if ("op" in e && e.op === "/") {
    const left = factors(e.left);
    const right = factors(e.right);
    const divisor = right.times === 1 ? [] : [number(right.times)];
    return {
      over: [...left.over, ...right.under],
      under: [...left.under, ...right.over, ...divisor],
      times: left.times,
    };
  }
  return { over: [e], under: [], times: 1 };
}

const hasName = (e: Formula): boolean =>
  "leaf" in e || ("op" in e && (hasName(e.left) || hasName(e.right)));
const divides = (e: Formula): boolean =>
  "op" in e && (e.op === "/" || divides(e.left) || divides(e.right));

/**
 * How many factors of a term add up over communities: people and floor space do (1), a wage does not (0). What has none cannot be summed;
 * a bare number is undefined, since it takes after what it stands beside.
 */
export function degree(e: Formula): number | undefined {
  if ("leaf" in e) {
    const variable = findVariable(e.leaf);
    return variable &&
      variable.kind !== "yes-no" &&
      e.leaf !== "communities" &&
      variable.parts === "same"
      ? 0
      : 1;
  }
  if (!("op" in e)) return undefined;
  const left = degree(e.left);
  const right = degree(e.right);
  if (left === undefined || right === undefined) return left ?? right;
  if (e.op === "*") return left + right;
  if (e.op === "/") return 1;
  return Math.min(left, right);
}

import { sum } from "../survey/column.ts";
import {
  type AbsentReason,
  add,
  divide,
  exact,
  isAbsent,
  largest,
  type Measured,
  mapIncreasing,
  multiply,
  smallest,
  subtract,
} from "../survey/measured.ts";

/**
 * Arithmetic as data. Its leaves are quantities (a formula) or figures (the same formula with the figures put in):
 * one tree is computed, printed with the names of its variables, and printed with the numbers of one community.
 */
export type Expression<Leaf> =
  | { readonly leaf: Leaf }
  | { readonly number: number }
  | { readonly op: Operator; readonly left: Expression<Leaf>; readonly right: Expression<Leaf> }
  | { readonly sum: readonly Expression<Leaf>[] }
  | { readonly rounded: Rounding; readonly of: Expression<Leaf> };
export type Operator = "+" | "-" | "*" | "/" | "max" | "min";
/** To a whole number: downwards, to the nearest (halves upwards), upwards. */
export type Rounding = "floor" | "nearest" | "ceil";

/** A formula over ids of variables and age bands. */
export type Formula = Expression<string>;
/** A formula with the figures put in. */
export type Arithmetic = Expression<Measured>;

const operations: Readonly<Record<Operator, (a: Measured, b: Measured) => Measured>> = {
  "+": add,
  "-": subtract,
  "*": multiply,
  "/": divide,
  max: largest,
  min: smallest,
};

/** To whole numbers. What differs from one by less than 12 significant digits tell is that number: 1.1 × 30 is 33, not 33.000000000000004. */
const roundings: Readonly<Record<Rounding, (x: number) => number>> = {
  floor: (x) => Math.floor(Number(x.toPrecision(12))),
  nearest: (x) => Math.round(Number(x.toPrecision(12))),
  ceil: (x) => Math.ceil(Number(x.toPrecision(12))),
};

export const quantity = (id: string): Formula => ({ leaf: id });
export const number = (value: number): Expression<never> => ({ number: value });
export const operate = <L>(
  op: Operator,
  left: Expression<L>,
  right: Expression<L>,
): Expression<L> => ({ op, left, right });
export const rounded = <L>(rounding: Rounding, of: Expression<L>): Expression<L> => ({
  rounded: rounding,
  of,
});
export const figure = (m: Measured): Arithmetic => ({ leaf: m });

/** The value of an expression; the first absent leaf met makes it absent. A sum of no terms is absent with "no-data". */
export function evaluate(e: Arithmetic): Measured {
  if ("leaf" in e) return e.leaf;
  if ("number" in e) return exact(e.number);
  if ("sum" in e) return sum(e.sum.map(evaluate));
  if ("rounded" in e) return mapIncreasing(evaluate(e.of), roundings[e.rounded]);
  return operations[e.op](evaluate(e.left), evaluate(e.right));
}

/** The same tree with every leaf replaced. */
export function substitute<A, B>(e: Expression<A>, f: (leaf: A) => B): Expression<B> {
  if ("leaf" in e) return { leaf: f(e.leaf) };
  if ("number" in e) return e;
  if ("sum" in e) return { sum: e.sum.map((term) => substitute(term, f)) };
  if ("rounded" in e) return { rounded: e.rounded, of: substitute(e.of, f) };
  return { op: e.op, left: substitute(e.left, f), right: substitute(e.right, f) };
}

/** The leaves from left to right, each once. */
export function leaves<L>(e: Expression<L>): L[] {
  const seen = new Set<L>();
  const walk = (x: Expression<L>): void => {
    if ("leaf" in x) seen.add(x.leaf);
    else if ("sum" in x) x.sum.forEach(walk);
    else if ("rounded" in x) walk(x.of);
    else if ("op" in x) {
      walk(x.left);
      walk(x.right);
    }
  };
  walk(e);
  return [...seen];
}

/** The reason of the first absent leaf, if any. */
export function firstAbsent(e: Arithmetic): AbsentReason | undefined {
  if ("leaf" in e) return isAbsent(e.leaf) ? e.leaf.absent : undefined;
  if ("rounded" in e) return firstAbsent(e.of);
  if ("op" in e) return firstAbsent(e.left) ?? firstAbsent(e.right);
  if ("number" in e) return undefined;
  for (const term of e.sum) {
    const reason = firstAbsent(term);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

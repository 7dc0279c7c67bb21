import { type Arithmetic, evaluate, number, operate } from "../formula/expression.ts";
import { absent } from "../survey/measured.ts";
import type { Totals } from "../survey/totals.ts";
import { complete, sumOver, type Term, term } from "./communities.ts";
import type { Result } from "./define.ts";

export const missing = (need: Arithmetic, have: Arithmetic): Arithmetic =>
  operate("max", number(0), operate("-", need, have));

/**
 * The sum of the communities' own shortfalls, Σ max(0, need − have), and beside it the net gap max(0, Σ need − Σ have): the two differ as soon as
 * one community has a surplus. Over the communities for which both are known.
 */
export function sumOfShortfalls(totals: Totals, need: Term, variable: string): Result {
  const have = term(totals, variable);
  const { indices, coverage, reason } = complete(totals, have, need);
  if (indices.length === 0) return { value: absent(reason), coverage };
  const arithmetic = sumOver(indices, (index) => missing(need(index), have(index)));
  return {
    value: evaluate(arithmetic),
    coverage,
    arithmetic,
    net: evaluate(missing(sumOver(indices, need), sumOver(indices, have))),
  };
}

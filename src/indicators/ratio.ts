import {
  type Arithmetic,
  type Expression,
  evaluate,
  type Formula,
  figure,
  firstAbsent,
  leaves,
  number,
  operate,
  quantity,
  substitute,
} from "../formula/expression.ts";
import { sum, sumAt } from "../survey/column.ts";
import {
  type AbsentReason,
  absent,
  add,
  isAbsent,
  isExact,
  type Measured,
} from "../survey/measured.ts";
import { figuresOf } from "../survey/plain-figures.ts";
import type { Series, Totals } from "../survey/totals.ts";
import type { Context, Result } from "./define.ts";

interface RatioOfSums {
  readonly formula: Formula;
  readonly needs: readonly string[];
  readonly rollup: "ratio-of-sums";
  compute(totals: Totals, context: Context): Result;
}

/**
 * A ratio of sums: Σ numerator ÷ Σ denominator × times, over the communities that have both. Never a mean of ratios.
 * Absent where no community has both, with the reason of the first that lacks one; "zero-denominator" where the sum is 0.
 */
export function ratioOfSums(numerator: Formula, denominator: Formula, times = 1): RatioOfSums {
  const scaled = <L>(n: Expression<L>, d: Expression<L>): Expression<L> => {
    const quotient = operate("/", n, d);
    return times === 1 ? quotient : operate("*", quotient, number(times));
  };
  return {
    formula: scaled(numerator, denominator),
    needs: [...new Set([...leaves(numerator), ...leaves(denominator)])],
    rollup: "ratio-of-sums",
    compute: (totals) => compute(totals, numerator, denominator, scaled),
  };
}

/** One quantity ÷ another × times (100 for a share in per cent), as a ratio of sums. */
export const ratio = (numerator: string, denominator: string, times = 1): RatioOfSums =>
  ratioOfSums(quantity(numerator), quantity(denominator), times);

/** A part of a whole in per cent, as a ratio of sums. */
export const share = (part: string, whole: string): RatioOfSums => ratio(part, whole, 100);

function compute(
  totals: Totals,
  numerator: Formula,
  denominator: Formula,
  scaled: (n: Arithmetic, d: Arithmetic) => Arithmetic,
): Result {
  const complete: number[] = [];
  let missing: Measured | undefined;
  let known: Measured | undefined;
  const above = bound(totals, numerator);
  const below = bound(totals, denominator);
  if (totals.size === 1) return ofOne(at(above, 0), at(below, 0), scaled);
  const nowhere = nowhereOf(above) ?? nowhereOf(below);
  if (nowhere !== undefined)
    return { value: absent(nowhere), coverage: { areas: 0, of: totals.size } };
  const aboveFigures = figures(above, totals.size);
  const belowFigures = figures(below, totals.size);
  let plainSum = 0;
  for (let i = 0; i < totals.size; i++) {
    const plain = belowFigures[i] as number;
    if (!Number.isNaN(plain) && !Number.isNaN(aboveFigures[i])) {
      plainSum += plain;
      complete.push(i);
      continue;
    }
    const n = at(above, i);
    const d = at(below, i);
    const dValue = evaluate(d);
    if (!isAbsent(dValue)) known = known ? add(known, dValue) : dValue;
    const reason = firstAbsent(n) ?? firstAbsent(d);
    if (reason) missing ??= absent(reason);
    else complete.push(i);
  }
  if (plainSum !== 0) known = known ? add(known, { value: plainSum }) : { value: plainSum };
  const coverage = { areas: complete.length, of: totals.size };
  if (complete.length === 0) return { value: missing ?? absent("no-data"), coverage };
  const n = summed(above, complete);
  const d = summed(below, complete);
  const arithmetic = scaled(n, d);
  const covered = evaluate(d);
  const share =
    known && isExact(known) && isExact(covered) && known.value !== 0
      ? { denominatorShare: covered.value / known.value }
      : {};
  return { value: evaluate(arithmetic), coverage: { ...coverage, ...share }, arithmetic };
}

/** The ratio of a single community, of which a survey asks thousands: the same without the sums. */
function ofOne(
  n: Arithmetic,
  d: Arithmetic,
  scaled: (n: Arithmetic, d: Arithmetic) => Arithmetic,
): Result {
  const reason = firstAbsent(n) ?? firstAbsent(d);
  if (reason !== undefined) return { value: absent(reason), coverage: { areas: 0, of: 1 } };
  const arithmetic = scaled(n, d);
  const covered = evaluate(d);
  return {
    value: evaluate(arithmetic),
    coverage: {
      areas: 1,
      of: 1,
      ...(isExact(covered) && covered.value !== 0 && { denominatorShare: 1 }),
    },
    arithmetic,
  };
}

/** A formula with the series of its quantities. */
type Bound = Expression<Series>;
const bound = (totals: Totals, formula: Formula): Bound =>
  substitute(formula, (id) => totals.series(id));
/** Why one of its quantities can be told of no community: then the formula cannot either. */
const nowhereOf = (formula: Bound): AbsentReason | undefined =>
  leaves(formula).find((series) => series.nowhere !== undefined)?.nowhere;

/** What a formula comes to by community where it only adds and subtracts plain figures; NaN elsewhere. */
function figures(formula: Bound, size: number): Float64Array {
  if ("leaf" in formula) return figuresOf(formula.leaf, size);
  if (!("op" in formula) || (formula.op !== "+" && formula.op !== "-"))
    return new Float64Array(size).fill(Number.NaN);
  const right = figures(formula.right, size);
  const sign = formula.op === "+" ? 1 : -1;
  return figures(formula.left, size).map((left, i) => left + sign * (right[i] as number));
}

const at = (formula: Bound, index: number): Arithmetic =>
  substitute(formula, (series) => series.at(index));

/** A sum over communities: leaf by leaf where the formula only adds and subtracts, else of the finished terms. */
function summed(formula: Bound, indices: readonly number[]): Arithmetic {
  if (indices.length === 1) return at(formula, indices[0] as number);
  if (isLinear(formula)) return substitute(formula, (series) => sumAt(series, indices));
  return figure(sum(indices.map((i) => evaluate(at(formula, i)))));
}

function isLinear(formula: Bound): boolean {
  if ("leaf" in formula) return true;
  if ("number" in formula || "rounded" in formula) return false;
  if ("sum" in formula) return formula.sum.every(isLinear);
  return (
    (formula.op === "+" || formula.op === "-") && isLinear(formula.left) && isLinear(formula.right)
  );
}

import { evaluate, figure, number, operate } from "../formula/expression.ts";
import type { Text } from "../survey/language.ts";
import { type Absent, type AbsentReason, absent, interval } from "../survey/measured.ts";
import type { Totals } from "../survey/totals.ts";
import { severalAt } from "./communities.ts";
import type { Context, Result } from "./define.ts";

/** The classes a community may be in: one where it is decided, several where an interval leaves it open, absent where it cannot be told. */
export type Possible = readonly string[] | Absent;
export type Classifier = (index: number) => Possible;

interface CountRule {
  readonly needs: readonly string[];
  readonly formula: Text;
  /** Ids of the classes in order. */
  readonly classes: (context: Context) => readonly string[];
  /** Those whose communities make the value. */
  readonly counted: (context: Context) => readonly string[];
  /** A count of communities, or their share of the communities tested, in per cent. */
  readonly as: "count" | "share";
  /** Made once for a set of communities; absent where the set cannot be classified at all. */
  readonly classify: (totals: Totals, context: Context) => Classifier | Absent;
}

interface CountOf {
  readonly needs: readonly string[];
  readonly formula: Text;
  readonly rollup: "count";
  compute(totals: Totals, context: Context): Result;
}

/**
 * The number of communities in the counted classes (an interval while some are undecided), of those that could be tested,
 * with the number in each class; of a single community its class. Absent where none could be tested.
 */
export const countOf = (rule: CountRule): CountOf => ({
  needs: rule.needs,
  formula: rule.formula,
  rollup: "count",
  compute(totals, context) {
    const classify = rule.classify(totals, context);
    if ("absent" in classify) return { value: classify, coverage: { areas: 0, of: totals.size } };
    return tally(totals, rule, classify, context);
  },
});

function tally(totals: Totals, rule: CountRule, classify: Classifier, context: Context): Result {
  const counted = new Set(rule.counted(context));
  const classes = Object.fromEntries(rule.classes(context).map((id) => [id, 0]));
  let tested = 0;
  let certain = 0;
  let possible = 0;
  let only: string | undefined;
  let reason: AbsentReason | undefined;
  const several = severalAt(totals);
  for (let i = 0; i < totals.size; i++) {
    const decided = classify(i);
    const ids = several(i) && !("absent" in decided) ? absent("no-data") : decided;
    if ("absent" in ids) {
      reason ??= ids.absent;
      continue;
    }
    tested++;
    if (ids.every((id) => counted.has(id))) certain++;
    if (ids.some((id) => counted.has(id))) possible++;
    if (ids.length !== 1) continue;
    only = ids[0] as string;
    classes[only] = (classes[only] ?? 0) + 1;
  }
  const coverage = { areas: tested, of: totals.size };
  if (tested === 0) return { value: absent(reason ?? "no-data"), coverage };
  const count = figure(interval(certain, possible));
  const arithmetic =
    rule.as === "count" ? count : operate("*", operate("/", count, number(tested)), number(100));
  return {
    value: evaluate(arithmetic),
    coverage,
    arithmetic,
    classes,
    ...(totals.size === 1 && only !== undefined ? { class: only } : {}),
  };
}

/** The share of communities where something is so, in per cent of those that could be tested. */
export const shareWhere = (rule: {
  readonly needs: readonly string[];
  readonly formula: Text;
  /** Absent where no community can be tested. */
  readonly test: (totals: Totals) => ((index: number) => boolean | Absent) | Absent;
}): CountOf =>
  countOf({
    needs: rule.needs,
    formula: rule.formula,
    classes: () => ["yes", "no"],
    counted: () => ["yes"],
    as: "share",
    classify(totals) {
      const test = rule.test(totals);
      if ("absent" in test) return test;
      return (index) => {
        const verdict = test(index);
        return typeof verdict === "boolean" ? [verdict ? "yes" : "no"] : verdict;
      };
    },
  });

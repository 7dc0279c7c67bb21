import { Survey } from "../analysis/observed-survey.ts";
import { parseBandId } from "../codebook/age-band.ts";
import { findVariable } from "../codebook/index.ts";
import type { Expression } from "../formula/expression.ts";
import type { Indicator } from "../indicators/define.ts";
import { Column } from "../survey/column.ts";
import { absent, highest, isAbsent, isExact, lowest } from "../survey/measured.ts";
import type { Series } from "../survey/totals.ts";
import { exposed, type Relation } from "./disclosure.ts";

/** What is to be protected. */
export interface ProtectionRules {
  /** Counts from 1 to below this number are withheld in sensitive variables; zero is shown. Undefined: no count is too small. */
  readonly minCell?: number;
  /** Sensitive beside those that the codebook calls so. */
  readonly sensitive: readonly string[];
  /** Never shown, whatever their size, with what adds up to them. */
  readonly suppress: readonly string[];
}

/** A survey that may be shown, and which figures of sets of communities may. */
export interface Protected {
  readonly survey: Survey;
  /** The survey with its small counts, without the variables that are never shown. */
  readonly unsuppressed: Survey;
  /** Whether anything at hand is not to be shown. */
  readonly withholds: boolean;
  /** Whether an indicator needs a variable that is never shown. */
  removes(indicator: Indicator): boolean;
  /** Whether a set's figure of an indicator has to be withheld. */
  hides(indicator: Indicator, members: readonly number[]): boolean;
  /** Of a sensitive variable with withheld counts: whether its total over a set may be shown. Undefined for every other quantity. */
  showsTotal(quantity: string, members: readonly number[]): boolean | undefined;
}

/** Persons and households of whom other counts are parts, without adding up to them. */
const populations: ReadonlySet<string> = new Set(["residents", "households"]);

/**
 * Whether a variable or age band is never shown: it was named, or it adds up to one that was (its ages and sexes, its parts). One band among
 * others is told by the rest, so that all of its subject go with it.
 */
export function isRemoved(id: string, { suppress }: ProtectionRules): boolean {
  if (suppress.length === 0) return false;
  if (suppress.includes(id)) return true;
  const of = parseBandId(id)?.of;
  if (of !== undefined) return suppress.some((name) => name === of || parseBandId(name)?.of === of);
  return (
    findVariable(id)?.partOf?.some(
      (whole) => suppress.includes(whole) && !populations.has(whole),
    ) === true
  );
}

/** The quantities whose small counts are protected, of those at hand. Age bands add up to each other and cannot be withheld one by one. */
const sensitiveQuantities = (survey: Survey, rules: ProtectionRules): string[] =>
  rules.minCell === undefined
    ? []
    : [...survey.quantities.keys()].filter(
        (id) => findVariable(id)?.sensitive === true || rules.sensitive.includes(id),
      );

/**
 * Withholds small counts and what would reveal them, before anything is rendered.
 *
 * Primary: counts from 1 to n − 1 in sensitive variables (a range that may lie there too). Zero is shown: it tells of nobody. Complementary: whatever
 * set's figure is shown (the whole, each group, by its total or by an indicator computed from it) must not give a withheld count away by
 * subtraction; where it would, the smallest other count of that set is withheld too (of equal ones the first), and where there is none the set's
 * figure. This is repeated until, for every withheld count, another table of whole numbers agrees with all that is shown, and the withheld counts
 * that a figure leaves open add up to at least n. Indicators that are no sum of the variable (a maximum, a product, two sensitive variables) are
 * withheld for every set with a withheld count.
 *
 * A. Hundepool et al., Statistical Disclosure Control (Wiley 2012), chapter 4: primary and secondary cell suppression, audit by the linear relations.
 */
export function protect(
  survey: Survey,
  rules: ProtectionRules,
  sets: readonly (readonly number[])[],
  indicators: readonly Indicator[],
): Protected {
  const hidden = new Map<string, ReadonlySet<number>>();
  const closed = new Map<string, Set<readonly number[]>>();
  const sensitive = sensitiveQuantities(survey, rules);
  for (const quantity of sensitive) {
    if (isRemoved(quantity, rules)) continue;
    const cells = primaryCells(survey, quantity, rules.minCell as number);
    if (cells.size === 0) continue;
    const uses = indicators.filter((indicator) => indicator.needs.includes(quantity));
    const { withheld, figures } = secondary(
      survey,
      quantity,
      cells,
      sets,
      uses,
      sensitive,
      rules.minCell as number,
    );
    hidden.set(quantity, withheld);
    for (const [figure, at] of figures) closed.set(figure, at);
  }
  const guarded = new GuardedSurvey(survey, hidden, rules);
  const removes = (indicator: Indicator): boolean =>
    indicator.needs.some((id) => isRemoved(id, rules));
  return {
    survey: guarded,
    unsuppressed:
      rules.suppress.length === 0 ? survey : new GuardedSurvey(survey, new Map(), rules),
    withholds: hidden.size > 0 || [...survey.quantities.keys()].some((id) => isRemoved(id, rules)),
    removes,
    hides: (indicator, members) =>
      removes(indicator) ||
      indicator.needs.some((id) => closed.get(`${id} ${indicator.id}`)?.has(members)),
    showsTotal: (quantity, members) =>
      hidden.has(quantity) ? !closed.get(`${quantity} `)?.has(members) : undefined,
  };
}

function primaryCells(survey: Survey, quantity: string, least: number): Set<number> {
  const series = survey.series(quantity);
  const small = (i: number): boolean => {
    const m = series.at(i);
    if (isAbsent(m)) return false;
    return (highest(m) as number) > 0 && (lowest(m) as number) < least;
  };
  return new Set(survey.observations.flatMap((_, i) => (small(i) ? [i] : [])));
}

/** A figure of a set that tells the sum of a quantity over part of it. `indicator` is empty for the quantity's own total. */
interface Figure {
  readonly members: readonly number[];
  readonly indicator: string;
}

/** What tells one sum. */
interface Shown extends Relation {
  readonly figures: Figure[];
}

interface Secondary {
  readonly withheld: ReadonlySet<number>;
  /** "quantity indicator" → the sets for which it is withheld. */
  readonly figures: ReadonlyMap<string, Set<readonly number[]>>;
}

function secondary(
  survey: Survey,
  quantity: string,
  primary: ReadonlySet<number>,
  sets: readonly (readonly number[])[],
  uses: readonly Indicator[],
  sensitive: readonly string[],
  least: number,
): Secondary {
  const series = survey.series(quantity);
  const isSum = (indicator: Indicator): boolean =>
    sums(indicator, quantity) &&
    indicator.needs.filter((id) => sensitive.includes(id)).length === 1;
  const withheld = new Set(primary);
  const figures = new Map<string, Set<readonly number[]>>();
  const close = ({ members, indicator }: Figure): void => {
    const name = `${quantity} ${indicator}`;
    figures.set(name, (figures.get(name) ?? new Set()).add(members));
  };
  const bySupport = new Map<string, Shown>();
  for (const members of sets) {
    const known = members.filter((i) => !isAbsent(series.at(i)));
    const shown: [Figure, readonly number[]][] = [[{ members, indicator: "" }, known]];
    for (const indicator of uses) {
      const support = known.filter((i) =>
        indicator.needs.every((id) => !isAbsent(survey.series(id).at(i))),
      );
      if (isSum(indicator)) shown.push([{ members, indicator: indicator.id }, support]);
      else if (support.some((i) => withheld.has(i))) close({ members, indicator: indicator.id });
    }
    for (const [figure, support] of shown) {
      const key = support.join();
      const relation = bySupport.get(key) ?? { support, figures: [] };
      relation.figures.push(figure);
      bySupport.set(key, relation);
    }
  }
  let relations = [...bySupport.values()];
  const value = (i: number): number => lowest(series.at(i)) ?? 0;
  const canHide = (i: number): boolean => !withheld.has(i) && isExact(series.at(i)) && value(i) > 0;
  for (;;) {
    const found = exposed(relations, withheld, value, least);
    if (found.length === 0) break;
    const added = new Set<number>();
    for (const { relation, among } of found) {
      if (among.some((i) => added.has(i))) continue;
      const candidates = among.filter(canHide);
      const smallest = candidates.reduce<number | undefined>(
        (best, i) => (best === undefined || value(i) < value(best) ? i : best),
        undefined,
      );
      if (smallest !== undefined) added.add(smallest);
      else {
        for (const figure of relation.figures) close(figure);
        relations = relations.filter((other) => other !== relation);
      }
    }
    for (const i of added) withheld.add(i);
  }
  // What is no sum of the quantity is withheld for the counts added since, too.
  for (const members of sets)
    for (const indicator of uses)
      if (!isSum(indicator) && members.some((i) => withheld.has(i)))
        close({ members, indicator: indicator.id });
  return { withheld, figures };
}

/** Whether an indicator of a set tells no more of a quantity than its sum. */
const sums = ({ formula, rollup }: Indicator, quantity: string): boolean =>
  !("en" in formula) &&
  (rollup === "ratio-of-sums" || rollup === "sum") &&
  linear(formula, quantity);

function linear(e: Expression<string>, quantity: string): boolean {
  if ("leaf" in e) return e.leaf === quantity;
  if (!("op" in e) || e.op === "max" || e.op === "min") return false;
  const left = holds(e.left, quantity);
  const right = holds(e.right, quantity);
  if (left === right) return false;
  const [own, other] = left ? [e.left, e.right] : [e.right, e.left];
  return linear(own, quantity) && (e.op !== "*" || "number" in other);
}

function holds(e: Expression<string>, quantity: string): boolean {
  if ("leaf" in e) return e.leaf === quantity;
  if ("number" in e) return false;
  if ("sum" in e) return e.sum.some((term) => holds(term, quantity));
  if ("rounded" in e) return holds(e.of, quantity);
  return holds(e.left, quantity) || holds(e.right, quantity);
}

/** A survey without the counts that are withheld: they are absent with "suppressed", and no column holds them any more. */
class GuardedSurvey extends Survey {
  private readonly guardedSeries = new Map<string, Series>();

  constructor(
    private readonly of: Survey,
    private readonly hidden: ReadonlyMap<string, ReadonlySet<number>>,
    private readonly rules: ProtectionRules,
  ) {
    super(of.observations, shownColumns(of, hidden, rules));
  }

  override series(id: string): Series {
    const known = this.guardedSeries.get(id);
    if (known) return known;
    const series = this.guarded(id, super.series(id));
    this.guardedSeries.set(id, series);
    return series;
  }

  private guarded(id: string, series: Series): Series {
    if (isRemoved(id, this.rules)) return withheldSeries(this.of.series(id));
    const hidden = this.hidden.get(id);
    return hidden
      ? { at: (index) => (hidden.has(index) ? absent("suppressed") : series.at(index)) }
      : series;
  }
}

/** What was never reported is not withheld. */
const withheldSeries = (series: Series): Series =>
  series.nowhere !== undefined
    ? series
    : {
        at: (index) => {
          const figure = series.at(index);
          return isAbsent(figure) ? figure : absent("withheld");
        },
      };

function shownColumns(
  of: Survey,
  hidden: ReadonlyMap<string, ReadonlySet<number>>,
  rules: ProtectionRules,
): Map<string, Column> {
  const columns = new Map<string, Column>();
  for (const [id, column] of of.quantities) {
    if (isRemoved(id, rules)) continue;
    const cells = hidden.get(id);
    if (!cells) {
      columns.set(id, column);
      continue;
    }
    const copy = new Column(of.observations.length);
    of.observations.forEach((_, i) => {
      if (!cells.has(i)) copy.merge(i, column, i);
    });
    columns.set(id, copy);
  }
  return columns;
}

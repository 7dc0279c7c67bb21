import type { UnitId } from "../codebook/units.ts";
import type { Arithmetic, Formula } from "../formula/expression.ts";
import type { Text } from "../survey/language.ts";
import type { Measured } from "../survey/measured.ts";
import type { Norm } from "../survey/norm.ts";
import type { Standing } from "../survey/norm-standing.ts";
import type { Totals } from "../survey/totals.ts";

/** In reading order. */
export const themes = [
  "population",
  "age",
  "organisation",
  "staffing",
  "space",
  "funding",
] as const;
export type Theme = (typeof themes)[number];

/** How figures of communities make the figure of a set of them. */
export type Rollup =
  | "ratio-of-sums"
  | "sum"
  | "sum-of-shortfalls"
  | "pooled"
  | "count"
  | "weighted-mean"
  | "distribution"
  | "none";

/** How many communities went into a figure, and which share of the denominator they hold (of what is known of it; 0 to 1). */
export interface Coverage {
  readonly areas: number;
  readonly of: number;
  readonly denominatorShare?: number;
}

export interface Result {
  readonly value: Measured;
  readonly coverage?: Coverage;
  /** The formula with the figures put in; evaluating it gives the value. */
  readonly arithmetic?: Arithmetic;
  /** With sum-of-shortfalls: what is short when surpluses elsewhere count against it. */
  readonly net?: Measured;
  /** Of one community: the id of its class. */
  readonly class?: string;
  /** Of a set: how many communities are in each class, in the order of the classes. */
  readonly classes?: Readonly<Record<string, number>>;
  /** The same figure by other rules that readers will ask for, each named. */
  readonly variants?: readonly Variant[];
  /** What has to be said beside the figure: the basis taken, an edge, a midpoint. */
  readonly notes?: readonly Text[];
}

/** A figure by another rule than the indicator's own. */
export interface Variant {
  readonly id: string;
  readonly title: Text;
  readonly value: Measured;
  readonly arithmetic?: Arithmetic;
}

export type OptionValue = number | string | readonly number[];
export interface Option {
  readonly title: Text;
  readonly default: OptionValue;
  /** The value it was set to; the default where left out. */
  readonly set?: OptionValue;
  /** The values it takes, where they are few. */
  readonly choices?: readonly string[];
}

/** What an indicator is computed under: one norm, or none. A result depends on no other norm that was named. */
export interface Context {
  readonly norm?: Norm;
  readonly options: Readonly<Record<string, OptionValue>>;
}

export interface Example {
  /** Figures per community, by variable or age band; one community is a list of one. null: not reported; an interval where only bands are known. */
  readonly given: Readonly<Record<string, readonly (number | null | Measured)[]>>;
  /** The norm it is computed under, whole: an example stands by itself. */
  readonly norm?: Norm;
  readonly options?: Readonly<Record<string, OptionValue>>;
  readonly expected: Measured;
  /** What else the result says. */
  readonly also?: {
    readonly net?: Measured;
    readonly class?: string;
    readonly classes?: Readonly<Record<string, number>>;
    readonly variants?: Readonly<Record<string, number>>;
    readonly coverage?: Coverage;
  };
  /** Compared to this many decimals; exactly where left out. */
  readonly decimals?: number;
  /** Where the expected value comes from: a publication, R, or the arithmetic written out. Never our own output. */
  readonly source: string;
}

/** A class of an indicator that classifies. */
export interface Class {
  readonly id: string;
  readonly title: Text;
}

/** A figure computed from totals: everything about it in one object. */
export interface Indicator {
  readonly id: string;
  readonly theme: Theme;
  readonly title: Text;
  /** The id of a unit; an indicator of the user's own may have a unit that the codebook does not know, as written. */
  readonly unit: string;
  /** Decimals in print. */
  readonly decimals: number;
  readonly rollup: Rollup;
  /** A tree over ids of variables and age bands; words where no tree says it. */
  readonly formula: Formula | Text;
  /** The variables and age bands it is computed from. */
  readonly needs: readonly string[];
  /** Who defined it, or where the definition is used. */
  readonly source: Text;
  /** How to read it, and how not to. */
  readonly reading?: Text;
  /**
   * Subjects of norms that speak of it, besides itself; `takes` leaves out those that ask something else of the subject.
   * `required`: its value is that under one norm, and without one it is absent with "no-norm".
   */
  readonly norm?: {
    readonly subjects: readonly string[];
    readonly required?: true;
    readonly takes?: (norm: Norm) => boolean;
    /** With `required`: what of a norm the value depends on. Norms alike in it give one value: the edges of one document. The norm itself where left out. */
    readonly rule?: (norm: Norm) => string;
  };
  /** The indicator that states its gap in the unit people decide in. */
  readonly gapIn?: string;
  /** The people it counts as residents, where not those that the table calls so: then norms on that population speak of it, and no others. */
  readonly population?: NonNullable<Norm["basis"]>;
  /** Its classes, in order; under the options that are set. */
  readonly classes?: readonly Class[];
  readonly options?: Readonly<Record<string, Option>>;
  /** What its definition says otherwise where options are set: other edges make other classes. */
  underOptions?(
    options: Context["options"],
  ): Partial<Pick<Indicator, "classes" | "formula" | "source">>;
  compute(totals: Totals, context: Context): Result;
  /** How a result stands to a norm; where left out, the value is held against the threshold. */
  readonly stand?: (result: Result, norm: Norm) => Standing;
  readonly examples: readonly Example[];
}

/** An indicator of the catalogue: of a unit that the codebook knows, with an example that runs. */
interface Defined extends Indicator {
  readonly unit: UnitId;
  readonly examples: readonly [Example, ...Example[]];
}

/** Declares an indicator of the catalogue; a missing language, unit, source or example does not compile. */
export const defineIndicator = <const I extends Defined>(indicator: I): I => indicator;

/** The title of a class of an indicator, or of a subject that is one, by its id; undefined where no class is meant. */
export const titleOfClass = (
  { classes }: { readonly classes?: Indicator["classes"] | undefined },
  id: string | undefined,
): Text | undefined => classes?.find((known) => known.id === id)?.title;

/** Of a set: how many communities are in each class, in the order of the classes. */
export const classCounts = (
  { classes = [] }: Indicator,
  { classes: counts = {} }: Pick<Result, "classes">,
): readonly (Class & { readonly count: number })[] =>
  classes.flatMap(({ id, title }) => {
    const count = counts[id];
    return count === undefined ? [] : [{ id, title, count }];
  });

/** The same without the classes that no community is in. */
export const filledClasses = (
  indicator: Indicator,
  result: Result,
): ReturnType<typeof classCounts> =>
  classCounts(indicator, result).filter(({ count }) => count > 0);

/** Whether the value itself is that under one norm: a shortfall, posts, classes by the norm's edges. */
export const dependsOnNorm = ({ norm }: Indicator): boolean => norm?.required === true;

/** Whether an indicator is computed from residents or from their age bands. */
const countsResidents = ({ needs }: Indicator): boolean =>
  needs.some((id) => id === "residents" || id.startsWith("residents_"));

/** Whether a norm means the people that an indicator counts; one that is told under a norm only takes the people of that norm. */
const isOfPopulation = ({ basis = "usual" }: Norm, indicator: Indicator): boolean =>
  dependsOnNorm(indicator) ||
  (indicator.population ?? (countsResidents(indicator) ? "usual" : basis)) === basis;

/** Whether a norm speaks of an indicator: of its own value, or of one of the subjects that it names, and of the people that it counts. */
export function speaksOf(norm: Norm, indicator: Indicator): boolean {
  const { subjects = [], required, takes } = indicator.norm ?? {};
  if (!isOfPopulation(norm, indicator)) return false;
  // A joined norm bounds posts; each of its parts is held against the ratio already.
  if (norm.joins !== undefined && required !== true) return false;
  const named =
    subjects.includes(norm.subject) || (required !== true && norm.subject === indicator.id);
  return named && (takes?.(norm) ?? true);
}

/** The norms that speak of an indicator, in the order given. */
export const normsOf = (indicator: Indicator, norms: readonly Norm[]): readonly Norm[] =>
  norms.filter((norm) => speaksOf(norm, indicator));

/** The norms that speak of an indicator, those together under which its value is the same. */
export function normsByRule(indicator: Indicator, norms: readonly Norm[]): readonly Norm[][] {
  const speaking = normsOf(indicator, norms);
  if (!dependsOnNorm(indicator)) return speaking.length === 0 ? [] : [[...speaking]];
  const groups = new Map<string, Norm[]>();
  for (const norm of speaking) {
    const rule = indicator.norm?.rule?.(norm) ?? norm.id;
    const group = groups.get(rule);
    if (group) group.push(norm);
    else groups.set(rule, [norm]);
  }
  return [...groups.values()];
}

/** The value of an option: as set, else its default. */
export const setting = (
  context: Context,
  options: Readonly<Record<string, Option>>,
  id: string,
): OptionValue => context.options[id] ?? (options[id] as Option).default;

export type { Standing };

/** The options an indicator is computed under: as set, else their defaults. */
export const optionsOf = ({ options = {} }: Pick<Indicator, "options">): Context["options"] =>
  Object.fromEntries(
    Object.entries(options).map(([id, option]) => [id, option.set ?? option.default]),
  );

/** The indicator with options set; what its definition says follows them. */
export function withOptions(indicator: Indicator, values: Context["options"]): Indicator {
  const options = Object.fromEntries(
    Object.entries(indicator.options ?? {}).map(([id, option]) => {
      const set = values[id];
      return [id, set === undefined ? option : { ...option, set }];
    }),
  );
  return { ...indicator, options, ...indicator.underOptions?.(optionsOf({ options })) };
}

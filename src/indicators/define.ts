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

/** What an indicator is computed under. */
export interface Context {
  /** The norms the user named, in that order. */
  readonly norms: readonly Norm[];
  readonly options: Readonly<Record<string, OptionValue>>;
}

export interface Example {
  /** Figures per community, by variable or age band; one community is a list of one. null: not reported; an interval where only bands are known. */
  readonly given: Readonly<Record<string, readonly (number | null | Measured)[]>>;
  /** Norms it needs, whole: an example stands by itself. */
  readonly norms?: readonly Norm[];
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
  /** Subjects of norms that speak of it; `required`: without one it is absent with "no-norm". */
  readonly norm?: { readonly subjects: readonly string[]; readonly required?: true };
  /** The indicator that states its gap in the unit people decide in. */
  readonly gapIn?: string;
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
  { classes }: Pick<Indicator, "classes">,
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

/** The first of the named norms that speaks of one of these subjects. */
export const normFor = (context: Context, subjects: readonly string[]): Norm | undefined =>
  context.norms.find((n) => subjects.includes(n.subject));

/** The subjects whose norms speak of this indicator: those it names, else itself. */
export const normSubjects = (indicator: Indicator): readonly string[] =>
  indicator.norm?.subjects ?? [indicator.id];

/** Whether a norm speaks of an indicator. */
export const speaksOf = ({ subject }: Norm, indicator: Indicator): boolean =>
  normSubjects(indicator).includes(subject);

/** The norms, of those named, that speak of this indicator. */
export const normsOf = (indicator: Indicator, norms: readonly Norm[]): readonly Norm[] =>
  norms.filter((norm) => speaksOf(norm, indicator));

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

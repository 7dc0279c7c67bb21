import type { Text } from "../survey/language.ts";
import type { UnitId } from "./units.ts";

/**
 * count: a whole number of something · area: floor or land · money: yuan · ratio: any number ·
 * yes-no: 1 or 0 · category: the position of one of `values`.
 */
export type Kind = "count" | "area" | "money" | "ratio" | "yes-no" | "category";

/** What a column can mean. */
export interface Variable {
  readonly id: string;
  readonly title: Text;
  readonly kind: Kind;
  /** The base unit: every value is kept in it. */
  readonly unit: UnitId;
  /** Headers that mean it, in simplified Chinese or English, as people write them (traditional ones follow by conversion). */
  readonly aliases: readonly string[];
  /** Headers that may mean it: taken only with a unit that decides, or a mapping; else reported as ambiguous. */
  readonly ambiguous?: readonly string[];
  /** How parts of one community make its figure: added up, or one value that all parts must share. */
  readonly parts: "sum" | "same";
  /** Plausible at community level. Soft: a finding, never a removal. */
  readonly plausible?: { readonly min?: number; readonly max?: number };
  /** It is a part of these wholes and cannot exceed them. */
  readonly partOf?: readonly string[];
  /** What 无 means in its column: zero, or missing. */
  readonly noneMeans: "zero" | "missing";
  /** Values of a category, in rising order where there is one, each with its spellings. */
  readonly values?: readonly {
    readonly id: string;
    readonly title: Text;
    readonly spellings: readonly string[];
  }[];
  /** Counts of people in need: small cells are suppressed in print. */
  readonly sensitive?: true;
  /** What one has to know to read it: the basis, an overlap with another variable. */
  readonly note?: Text;
}

/** Declares a variable; a missing language or unit does not compile. */
export const defineVariable = <const V extends Variable>(variable: V): V => variable;

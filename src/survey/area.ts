export const levels = ["community", "street", "district", "city"] as const;
/** From the smallest unit to the largest. */
export type Level = (typeof levels)[number];

/** A unit of observation. Its identity is its code, else its parents and its name. */
export interface Area {
  readonly name: string;
  readonly code: string | null;
  /** The units it lies in, the largest first. */
  readonly parents: readonly string[];
}

/** A year, half-year, quarter or month: `2007`, `2007-H1`, `2007-Q2`, `2007-06`. Sorts as text within its kind. */
export type Period = string;

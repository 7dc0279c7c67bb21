import type { Area, Period } from "../survey/area.ts";
import type { Place } from "../survey/finding.ts";
import type { BandSeries, Series } from "../survey/totals.ts";

/** One area in one period. */
interface Subject {
  readonly area: Area;
  readonly period: Period | null;
}

/** A row that a table itself calls a total or an average, or a note below it that states totals. */
export interface StatedRow {
  readonly kind: "total" | "average" | "note";
  readonly label: string;
  /** Quantity → figure as stated; what is missing there is left out. */
  readonly values: ReadonlyMap<string, number>;
  /** Where its figure of a quantity stands. */
  place(quantity: string): Place;
  /** Positions of the observations that it may speak of: those since the row before it, those of the unit it names, all of the table. */
  readonly candidates: readonly (readonly number[])[];
}

/** One table as it was read. */
export interface ReadTable {
  readonly file: string;
  /** How many areas its caption or its total row says there are, and where. */
  readonly statedAreas?: { readonly count: number; readonly text: string; readonly place: Place };
  /** Positions of its observations, in the order of its rows. */
  readonly observations: readonly number[];
  readonly stated: readonly StatedRow[];
}

/** A percentage that a table states beside the counts it can be computed from. */
export interface StatedShare {
  readonly index: number;
  readonly header: string;
  readonly place: Place;
  /** In per cent, with the number of decimals it is written with. */
  readonly percent: number;
  readonly decimals: number;
  readonly part: string;
  readonly whole: string;
}

/** Parts that together are the whole. */
export interface Partition {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** All that a check on totals may see: the observations of one run, their figures, and what the tables state of themselves. */
export interface Evidence {
  readonly size: number;
  subject(index: number): Subject;
  /** Ids of the variables and age bands at hand. */
  readonly quantities: readonly string[];
  /** Figures of a quantity as recorded; undefined where no table has it. */
  recorded(quantity: string): Series | undefined;
  /** Observations that have a cell for a quantity in which nothing stands. */
  blanks(quantity: string): readonly number[];
  /** Figures of a quantity; those of age bands are added up where the recorded ones make it. */
  series(quantity: string): Series;
  /** The age bands as recorded. */
  bands(of: "residents" | "members"): readonly BandSeries[];
  /** The power of ten that a column is written in: 4 for 万人, 0 for single units. */
  exponent(quantity: string): number;
  readonly tables: readonly ReadTable[];
  readonly shares: readonly StatedShare[];
  /** Partitions that the user declared exhaustive. */
  readonly partitions: readonly Partition[];
}

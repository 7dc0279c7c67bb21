import type { AbsentReason, Measured } from "./measured.ts";

/** One quantity over a set of communities. */
export interface Series {
  at(index: number): Measured;
  /** The figure where it is exact and not approximate; undefined for any other, and where this way is not offered. It costs no object. */
  plain?(index: number): number | undefined;
  /** `plain` of the first `size` communities at once, NaN where it is undefined; not to be written to. */
  figures?(size: number): Float64Array;
  /** The one reason for which it can be told of no community at all; undefined where it may be told of some. */
  readonly nowhere?: AbsentReason;
}

/**
 * The totals of a set of communities in one period: all that an indicator may see.
 * A quantity is a variable (`workers`) or an age band (`members_60_plus`, added up from the bands at hand).
 */
export interface Totals {
  readonly size: number;
  /** The figures of one quantity; each is absent with its reason where it cannot be told. */
  series(id: string): Series;
  /** The age bands at hand of residents or members, as recorded (not combined). */
  bands(of: "residents" | "members"): readonly BandSeries[];
  /** The name of the unit a community lies in (its nearest parent); undefined when it has none. */
  parent(index: number): string | undefined;
  /** The set of communities that these are some of, by position; undefined where that is not known. */
  readonly within?: { readonly whole: Totals; readonly indices: readonly number[] };
}

export interface BandSeries extends Series {
  readonly band: AgeBand;
}

/** A count by age and/or sex: completed years from `from` up to, not including, `to`; `to` is Infinity for an open band. */
export interface AgeBand {
  readonly of: "residents" | "members";
  readonly sex?: "male" | "female";
  readonly from: number;
  readonly to: number;
}

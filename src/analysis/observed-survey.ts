import type { Area, Period } from "../survey/area.ts";
import type { Column } from "../survey/column.ts";
import type { Place } from "../survey/finding.ts";
import { exact } from "../survey/measured.ts";
import { nowhere, subset } from "../survey/series-subset.ts";
import type { AgeBand, BandSeries, Series, Totals } from "../survey/totals.ts";
import { bandOf, RecordedBands } from "./recorded-bands.ts";

/** One area in one period. */
export interface Observation {
  readonly area: Area;
  readonly period: Period | null;
  /** Header → text, for the attributes that groups were asked by. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Where the area was first met in this period. */
  readonly place: Place;
}

/** An observation that may be the whole of others. */
export interface Doubt {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** Observations with their totals; the source of every figure. */
export class Survey {
  private readonly cache = new Map<string, Series>();
  private readonly recorded = new Map<AgeBand["of"], RecordedBands>();
  /** The totals of all observations. */
  readonly everyone: Totals;
  /** The quantities of which some area's rows gave fewer cells than there are rows. */
  readonly lackingCells: readonly string[];

  constructor(
    readonly observations: readonly Observation[],
    /** Quantity → totals, one key per observation. */
    readonly quantities: ReadonlyMap<string, Column>,
    /** Observations of which it is not known whether they contain others, by position. */
    readonly doubts: readonly Doubt[] = [],
    /** Whether nobody can say how many areas there are: tables do not match, or larger units stand beside the areas in them. */
    readonly areasUncounted = false,
  ) {
    this.lackingCells = [...quantities].flatMap(([id, column]) => (column.lacksCells ? [id] : []));
    this.everyone = {
      size: observations.length,
      series: (id) => this.series(id),
      bands: (of) =>
        this.bandsOf(of).bands.map(
          ({ band, column }): BandSeries => ({
            band,
            at: (i) => column.at(i),
            plain: (i) => column.plain(i),
            figures: (size) => column.figures(size),
          }),
        ),
      parent: (index) => observations[index]?.area.parents.at(-1),
    };
  }

  /** The figures of a variable or an age band, one per observation; bands are added up where they make the one asked for exactly. */
  series(id: string): Series {
    let series = this.cache.get(id);
    if (!series) {
      series = this.makeSeries(id);
      this.cache.set(id, series);
    }
    return series;
  }

  /** Whether it is not known if one of some observations contains others of them: they have no totals. */
  isUncertain(indices: readonly number[]): boolean {
    if (this.doubts.length === 0 || indices.length < 2) return false;
    const meant = new Set(indices);
    return this.doubts.some(
      ({ whole, parts }) => meant.has(whole) && parts.some((part) => meant.has(part)),
    );
  }

  /** The totals of some of the observations; of none of them any figure where one may contain another. */
  select(indices: readonly number[]): Totals {
    if (this.isUncertain(indices))
      return {
        size: indices.length,
        series: () => nowhere("rows-uncertain"),
        bands: () => [],
        parent: (index) => this.observations[indices[index] as number]?.area.parents.at(-1),
      };
    if (indices.length === this.observations.length && indices.every((index, i) => index === i))
      return this.everyone;
    return {
      size: indices.length,
      series: (id) => subset(this.series(id), indices, this.observations.length),
      bands: (of) =>
        this.bandsOf(of).bands.map(
          ({ band, column }): BandSeries => ({
            band,
            ...subset(column, indices, this.observations.length),
          }),
        ),
      parent: (index) => this.observations[indices[index] as number]?.area.parents.at(-1),
      within: { whole: this.everyone, indices },
    };
  }

  /** As stated where an observation is several communities; else each is one. */
  private communitiesSeries(): Series {
    const stated = this.quantities.get("communities");
    const isStated = (index: number): boolean => stated !== undefined && stated.count(index) > 0;
    return {
      at: (index) => (isStated(index) ? (stated as Column).at(index) : exact(1)),
      plain: (index) => (isStated(index) ? stated?.plain(index) : 1),
    };
  }

  private makeSeries(id: string): Series {
    if (id === "communities")
      return this.areasUncounted ? nowhere("no-data") : this.communitiesSeries();
    const column = this.quantities.get(id);
    const band = bandOf(id);
    if (band && this.bandsOf(band.of).bands.length > 0)
      return this.bandsOf(band.of).series(band, column);
    return column ?? nowhere("missing-variable");
  }

  private bandsOf(of: AgeBand["of"]): RecordedBands {
    let bands = this.recorded.get(of);
    if (!bands) {
      bands = new RecordedBands(of, this.quantities, this.observations.length);
      this.recorded.set(of, bands);
    }
    return bands;
  }
}

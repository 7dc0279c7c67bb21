import { cover, parseBandId } from "../codebook/age-band.ts";
import { Column } from "../survey/column.ts";
import { type AbsentReason, absent } from "../survey/measured.ts";
import { nowhere } from "../survey/series-subset.ts";
import type { AgeBand, Series } from "../survey/totals.ts";

type Subject = AgeBand["of"];

export interface RecordedBand {
  readonly band: AgeBand;
  readonly column: Column;
}

/** The age band an id stands for; the variable itself is the band of all ages and both sexes. */
export function bandOf(id: string): AgeBand | undefined {
  if (id === "residents" || id === "members")
    return { of: id, from: 0, to: Number.POSITIVE_INFINITY };
  return parseBandId(id);
}

/**
 * The age bands recorded of residents or of members. Observations need not all have the same ones: those that have are of one
 * pattern, and how a band is made up is worked out once for each pattern.
 */
export class RecordedBands {
  readonly bands: readonly RecordedBand[];
  private readonly patterns: readonly (readonly RecordedBand[])[];
  private readonly patternOf: Int32Array;

  constructor(of: Subject, quantities: ReadonlyMap<string, Column>, observations: number) {
    this.bands = [...quantities].flatMap(([id, column]) => {
      const band = bandOf(id);
      return band?.of === of && id !== of ? [{ band, column }] : [];
    });
    const patterns = new Map<string, { number: number; bands: readonly RecordedBand[] }>();
    this.patternOf = new Int32Array(observations);
    for (let i = 0; i < observations; i++) {
      const key = this.bands.every((b) => b.column.count(i) > 0)
        ? "all"
        : this.bands.map((b) => (b.column.count(i) > 0 ? "1" : "0")).join("");
      let pattern = patterns.get(key);
      if (!pattern) {
        pattern = { number: patterns.size, bands: this.bands.filter((b) => b.column.count(i) > 0) };
        patterns.set(key, pattern);
      }
      this.patternOf[i] = pattern.number;
    }
    this.patterns = [...patterns.values()].map(({ bands }) => bands);
  }

  /**
   * A band over the observations: the recorded figure (`column`) where there is one, else the sum of the bands that add up to it
   * exactly. Absent where they do not, with the reason, and where the cell for it was left blank.
   */
  series(wanted: AgeBand, column: Column | undefined): Series {
    const ways = this.patterns.map((available) =>
      this.wayOf(available, wanted, column !== undefined),
    );
    const [reason] = ways;
    if (column === undefined && typeof reason === "string" && ways.every((way) => way === reason))
      return nowhere(reason);
    const sums = new Column(this.patternOf.length);
    /** The column that holds the figure; else why there is none. */
    const holder = (index: number): AbsentReason | Column => {
      if (column && column.count(index) > 0) return column;
      // A cell was left blank: whoever wants it filled from its parts says so.
      if (column?.isBlank(index)) return "no-data";
      const way = ways[this.patternOf[index] as number] as AbsentReason | readonly Column[];
      if (typeof way === "string") return way;
      if (sums.count(index) === 0) for (const part of way) sums.merge(index, part, index);
      return sums;
    };
    const [first] = ways;
    const everywhere =
      column === undefined && ways.length === 1 && typeof first === "object" ? first : undefined;
    let addedUp = false;
    return {
      figures: (size) => {
        // Of all observations at once, unless some were added up one by one before.
        if (everywhere && !addedUp) for (const part of everywhere) sums.mergeAll(part);
        addedUp = true;
        return Float64Array.from({ length: size }, (_, index) => {
          const held = holder(index);
          return (typeof held === "string" ? undefined : held.plain(index)) ?? Number.NaN;
        });
      },
      at: (index) => {
        addedUp = true;
        const held = holder(index);
        return typeof held === "string" ? absent(held) : held.at(index);
      },
      plain: (index) => {
        addedUp = true;
        const held = holder(index);
        return typeof held === "string" ? undefined : held.plain(index);
      },
    };
  }

  private wayOf(
    available: readonly RecordedBand[],
    wanted: AgeBand,
    recordedElsewhere: boolean,
  ): AbsentReason | readonly Column[] {
    const way = cover(
      (available.length === 0 ? this.bands : available).map((b) => b.band),
      wanted,
    );
    if (typeof way !== "string" && available.length > 0)
      return way.map((i) => (available[i] as RecordedBand).column);
    if (recordedElsewhere) return "no-data";
    return typeof way === "string" ? way : "no-data";
  }
}

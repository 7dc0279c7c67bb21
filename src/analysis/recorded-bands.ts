import { bandId, cover, parseBandId } from "../codebook/age-band.ts";
import { Column } from "../survey/column.ts";
import { type AbsentReason, absent } from "../survey/measured.ts";
import { nowhere } from "../survey/series-subset.ts";
import type { AgeBand, Series } from "../survey/totals.ts";

type Subject = AgeBand["of"];

/** The columns that add up to a band; else why none do. */
type Way = AbsentReason | readonly Column[];

interface Closing {
  readonly parts: readonly Column[];
  readonly all: readonly Column[];
  readonly whole: Column;
}

const isOfAllAges = ({ from, to }: AgeBand): boolean =>
  from === 0 && to === Number.POSITIVE_INFINITY;

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
  private readonly quantities: ReadonlyMap<string, Column>;
  private readonly patterns: readonly (readonly RecordedBand[])[];
  private readonly patternOf: Int32Array;

  constructor(of: Subject, quantities: ReadonlyMap<string, Column>, observations: number) {
    this.quantities = quantities;
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
    const closing = this.patterns.map((available) => this.closingOf(available, wanted));
    const [reason] = ways;
    if (
      closing.every((way) => way === undefined) &&
      column === undefined &&
      typeof reason === "string" &&
      ways.every((way) => way === reason)
    )
      return nowhere(reason);
    const sums = new Column(this.patternOf.length);
    /** The column that holds the figure; else why there is none. */
    const holder = (index: number): AbsentReason | Column => {
      if (column && column.count(index) > 0) return column;
      // A cell was left blank: whoever wants it filled from its parts says so.
      if (column?.isBlank(index)) return "no-data";
      const pattern = this.patternOf[index] as number;
      const way = closedAt(index, ways[pattern] as Way, closing[pattern]);
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

  /** The bands from an age up to a last one that is closed, those of all ages up to it, and the column of everybody; undefined elsewhere. */
  private closingOf(available: readonly RecordedBand[], wanted: AgeBand): Closing | undefined {
    const everyAge = { ...wanted, from: 0 };
    const whole = this.quantities.get(bandId(everyAge));
    const end = Math.max(0, ...available.map(({ band }) => (isOfAllAges(band) ? 0 : band.to)));
    if (
      wanted.to !== Number.POSITIVE_INFINITY ||
      wanted.from === 0 ||
      whole === undefined ||
      end <= wanted.from ||
      end === Number.POSITIVE_INFINITY
    )
      return undefined;
    const bands = available.map(({ band }) => band);
    const [parts, all] = [wanted, everyAge].map((band) => cover(bands, { ...band, to: end }));
    if (typeof parts !== "object" || typeof all !== "object") return undefined;
    const columnsOf = (way: readonly number[]): Column[] =>
      way.map((i) => (available[i] as RecordedBand).column);
    return { parts: columnsOf(parts), all: columnsOf(all), whole };
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

/** Bands that end in a closed one are those of everybody where they add up to everybody. */
function closedAt(index: number, way: Way, closing: Closing | undefined): Way {
  if (typeof way !== "string" || closing === undefined) return way;
  const figures = closing.all.map((column) => column.plain(index) ?? Number.NaN);
  const sum = figures.reduce((total, figure) => total + figure, 0);
  return sum === closing.whole.plain(index) ? closing.parts : way;
}

import { bandId } from "../codebook/age-band.ts";
import { Column } from "../survey/column.ts";
import { add, isAbsent, type Measured } from "../survey/measured.ts";
import { addedUp, figuresOf } from "../survey/plain-figures.ts";
import { nowhere, subset } from "../survey/series-subset.ts";
import type { AgeBand, BandSeries, Series, Totals } from "../survey/totals.ts";
import type { Span } from "./age-chain.ts";

/** The people of any span of ages in each community. */
export interface BandCounter {
  /** The spans recorded, of both sexes or of either. */
  readonly spans: readonly Span[];
  of(span: Span): Series;
}

/** Counts of both sexes by span: as recorded, else males and females added, else added up from finer bands. */
export function bandCounter(totals: Totals, of: AgeBand["of"]): BandCounter {
  const { within } = totals;
  if (!within) return counterOf(totals, of);
  const counter = counterOf(within.whole, of);
  return {
    spans: counter.spans,
    of: (span) => subset(counter.of(span), within.indices, within.whole.size),
  };
}

/** Of thousands of communities one by one, what is worked out for all is worked out once. */
const counters = new WeakMap<Totals, Partial<Record<AgeBand["of"], BandCounter>>>();

function counterOf(totals: Totals, of: AgeBand["of"]): BandCounter {
  const known = counters.get(totals) ?? {};
  counters.set(totals, known);
  known[of] ??= makeCounter(totals, of);
  return known[of];
}

function makeCounter(totals: Totals, of: AgeBand["of"]): BandCounter {
  const made = new Map<string, Series>();
  const bySpan = new Map<string, { readonly span: Span; readonly series: BandSeries[] }>();
  for (const series of totals.bands(of)) {
    const { from, to } = series.band;
    if (from === 0 && to === Number.POSITIVE_INFINITY) continue;
    const group = bySpan.get(`${from}-${to}`);
    if (group) group.series.push(series);
    else bySpan.set(`${from}-${to}`, { span: { from, to }, series: [series] });
  }
  return {
    spans: [...bySpan.values()].map(({ span }) => span),
    of(span) {
      const key = `${span.from}-${span.to}`;
      const known = made.get(key);
      if (known) return known;
      const recorded = bySpan.get(key)?.series ?? [];
      const [both, males, females] = [undefined, "male", "female"].map(
        (sex) => recorded.find(({ band }) => band.sex === sex) ?? none,
      ) as [Series, Series, Series];
      const fromFiner = totals.series(bandId({ of, ...span }));
      const series: Series = {
        at(index) {
          const direct = both.at(index);
          if (!isAbsent(direct)) return direct;
          const added = add(males.at(index), females.at(index));
          return isAbsent(added) ? fromFiner.at(index) : added;
        },
        plain(index) {
          const direct = both.plain?.(index);
          if (direct !== undefined) return direct;
          if (both !== none && !isAbsent(both.at(index))) return undefined;
          const male = males.plain?.(index);
          const female = male === undefined ? undefined : females.plain?.(index);
          return male === undefined || female === undefined ? undefined : male + female;
        },
      };
      const whole =
        both === none
          ? {
              ...series,
              figures: (size: number) =>
                addedUp([figuresOf(males, size), figuresOf(females, size)], size),
            }
          : series;
      made.set(key, whole);
      return whole;
    },
  };
}

const none = nowhere("no-data");

/**
 * The sums of some spans over the communities that have all of them (and that `takes` takes), and how many these are; undefined where none has.
 */
export function sumsOf(
  spans: readonly Series[],
  size: number,
  takes: (index: number, sum: () => Measured) => boolean = () => true,
): { sums: Measured[]; areas: number } | undefined {
  const columns = spans.map((series) => figuresOf(series, size));
  const totals = addedUp(columns, size);
  const sums = new Column(spans.length);
  const plain: number[] = [];
  let areas = 0;
  for (let i = 0; i < size; i++) {
    if (!Number.isNaN(totals[i])) {
      if (takes(i, () => ({ value: totals[i] as number }))) plain.push(i);
      continue;
    }
    const figures = spans.map((series) => series.at(i));
    if (figures.some(isAbsent) || !takes(i, () => figures.reduce(add))) continue;
    figures.forEach((figure, k) => void sums.addMeasured(k, figure));
    areas++;
  }
  columns.forEach((column, k) => {
    for (const i of plain) sums.add(k, column[i] as number);
  });
  return areas + plain.length === 0
    ? undefined
    : { sums: spans.map((_, k) => sums.at(k)), areas: areas + plain.length };
}

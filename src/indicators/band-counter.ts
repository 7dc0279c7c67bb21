import { bandId } from "../codebook/age-band.ts";
import { absent, add, isAbsent, type Measured } from "../survey/measured.ts";
import type { AgeBand, BandSeries, Totals } from "../survey/totals.ts";
import type { Span } from "./age-chain.ts";

/** The people of any span of ages in one community. */
export interface BandCounter {
  /** The spans recorded, of both sexes or of either. */
  readonly spans: readonly Span[];
  at(span: Span, index: number): Measured;
}

/** Counts of both sexes by span: as recorded, else males and females added, else added up from finer bands. */
export function bandCounter(totals: Totals, of: AgeBand["of"]): BandCounter {
  const recorded = totals.bands(of).filter(({ band }) => band.from > 0 || band.to < Number.POSITIVE_INFINITY);
  const bySpan = new Map<string, { readonly span: Span; readonly series: BandSeries[] }>();
  for (const series of recorded) {
    const { from, to } = series.band;
    const group = bySpan.get(`${from}-${to}`);
    if (group) group.series.push(series);
    else bySpan.set(`${from}-${to}`, { span: { from, to }, series: [series] });
  }
  return {
    spans: [...bySpan.values()].map(({ span }) => span),
    at(span, index) {
      const series = bySpan.get(`${span.from}-${span.to}`)?.series ?? [];
      const counted = (sex: AgeBand["sex"]): Measured => series.find(({ band }) => band.sex === sex)?.at(index) ?? absent("no-data");
      const direct = isAbsent(counted(undefined)) ? add(counted("male"), counted("female")) : counted(undefined);
      return isAbsent(direct) ? totals.series(bandId({ of, ...span })).at(index) : direct;
    },
  };
}

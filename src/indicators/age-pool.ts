import { type Absent, absent, isAbsent, isExact, type Measured } from "../survey/measured.ts";
import { addedUp, figuresOf } from "../survey/plain-figures.ts";
import type { AgeBand, Series, Totals } from "../survey/totals.ts";
import { longestChain, type Span } from "./age-chain.ts";
import { type BandCounter, bandCounter, sumsOf } from "./band-counter.ts";
import type { Coverage } from "./define.ts";

/** The people of a set of communities by bands without gap or overlap. */
export interface Pool {
  readonly of: AgeBand["of"];
  readonly bands: readonly {
    readonly from: number;
    readonly to: number;
    readonly count: Measured;
  }[];
  readonly coverage: Coverage;
  /** The age where the bands end, where it is not known whether anybody is older. */
  readonly end?: number;
}

/** So few are older than bands that end here or later that the middle is where it is; who they are is said in a note. */
const lateEnd = 85;

/** Members are 18 or older (Party Constitution, article 1): bands need not begin below. */
export const youngestMember = 18;

/** Chains tried, the most frequent first: a survey has few layouts of age bands. */
const mostChains = 12;

/**
 * The ways to pool the age bands of a set of communities, the one that most communities share first, then the finest. A community takes part where its
 * recorded bands give, or add up to, every band of the chain. "missing-variable" where the bands leave ages out, "no-data" where none is
 * filled, "band-straddles" where they overlap without making a chain from the youngest to the oldest.
 */
export function pools(totals: Totals, of: AgeBand["of"]): readonly Pool[] | Absent {
  const known = last[of];
  if (known?.totals === totals) return known.found;
  const found = poolsOf(totals, of);
  last[of] = { totals, found };
  return found;
}

/** Mean and median ask for the same pools, one after the other. */
const last: Partial<
  Record<AgeBand["of"], { readonly totals: Totals; readonly found: readonly Pool[] | Absent }>
> = {};

function poolsOf(totals: Totals, of: AgeBand["of"]): readonly Pool[] | Absent {
  const count = bandCounter(totals, of);
  if (count.spans.length === 0) return absent("missing-variable");
  const layouts = new Map<string, number>();
  const series = count.spans.map((span) => count.of(span));
  const all = "1".repeat(series.length);
  const plain = addedUp(
    series.map((one) => figuresOf(one, totals.size)),
    totals.size,
  );
  for (let i = 0; i < totals.size; i++) {
    const isKnown = (one: Series): boolean => one.plain?.(i) !== undefined || !isAbsent(one.at(i));
    const known =
      !Number.isNaN(plain[i]) || series.every(isKnown)
        ? all
        : series.map((one) => (isKnown(one) ? "1" : "0")).join("");
    layouts.set(known, (layouts.get(known) ?? 0) + 1);
  }
  const filled = [...layouts].filter(([known]) => known.includes("1")).sort((a, b) => b[1] - a[1]);
  if (filled.length === 0) return absent("no-data");
  const chains = filled.slice(0, mostChains).map(([known]) =>
    chainOf(
      count.spans.filter((_, k) => known[k] === "1"),
      of,
    ),
  );
  const found = withCommon(chains.filter((chain) => chain !== undefined))
    .map((edges) => pooled(totals, of, edges, count))
    .filter((pool) => pool.coverage.areas > 0)
    .sort((a, b) => b.coverage.areas - a.coverage.areas || b.bands.length - a.bands.length);
  return found.length > 0
    ? found
    : absent(leavesOut(count.spans, of) ? "missing-variable" : "band-straddles");
}

/** Whether some age lies in none of the spans. */
function leavesOut(spans: readonly Span[], of: AgeBand["of"]): boolean {
  let reached = of === "members" ? youngestMember : 0;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from))
    if (from <= reached) reached = Math.max(reached, to);
  return reached < Number.POSITIVE_INFINITY;
}

function chainOf(spans: readonly Span[], of: AgeBand["of"]): readonly number[] | undefined {
  const starts =
    of === "members" ? spans.map((s) => s.from).filter((from) => from <= youngestMember) : [0];
  const oldest = Math.max(...spans.map((s) => s.to));
  return longestChain(spans, starts, oldest);
}

/** The chains, each once, and the edges that all of them share. */
function withCommon(chains: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const [first, ...others] = chains;
  const common = (first ?? []).filter((edge) => others.every((chain) => chain.includes(edge)));
  const all = common.length >= 2 ? [...chains, common] : chains;
  return [...new Map(all.map((edges) => [edges.join(), edges])).values()];
}

function pooled(
  totals: Totals,
  of: AgeBand["of"],
  edges: readonly number[],
  count: BandCounter,
): Pool {
  const spans = edges.slice(1).map((to, k) => ({ from: edges[k] as number, to }));
  const whole = totals.series(of);
  const end = edges.at(-1) as number;
  const isClosed = end !== Number.POSITIVE_INFINITY;
  const openEnded: number[] = [];
  const takes = (index: number, sum: () => Measured): boolean => {
    if (!isClosed) return true;
    const everybody = whole.at(index);
    if (!isAbsent(everybody)) return same(sum(), everybody);
    if (end >= lateEnd) openEnded.push(index);
    return end >= lateEnd;
  };
  const found = sumsOf(
    spans.map((span) => count.of(span)),
    totals.size,
    takes,
  );
  const bands = spans.map((span, k) => ({ ...span, count: found?.sums[k] ?? absent("no-data") }));
  return {
    of,
    bands,
    coverage: { areas: found?.areas ?? 0, of: totals.size },
    ...(openEnded.length > 0 && { end }),
  };
}

/** Bands that stop below the oldest count as all where they add up to the whole. */
const same = (a: Measured, b: Measured): boolean => isExact(a) && isExact(b) && a.value === b.value;

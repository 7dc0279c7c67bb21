import { cover } from "../../codebook/age-band.ts";
import { matchHeader } from "../../codebook/match.ts";
import type { AgeBand } from "../../survey/totals.ts";
import type { ColumnHead, HeadMeaning } from "../heads/head-meaning.ts";
import { isEveryone } from "./population.ts";

/** A column whose words leave open whom it counts: a sex, an age band, or a variable such as 大专及以上. */
export interface Part {
  readonly index: number;
  readonly band?: AgeBand;
}

/** Parts of one kind that stand together: the sexes, the ages, the ages by sex, or others (schooling). */
export interface Facet {
  readonly kind: "sex" | "age" | "age-by-sex" | "other";
  readonly parts: readonly Part[];
  /** The column right before the run of parts that these belong to stands at a smaller index; the run ends before this one. */
  readonly first: number;
}

const partOf = (meaning: HeadMeaning | undefined, index: number): Part | undefined => {
  if (meaning?.kind === "band" && meaning.open) return { index, band: meaning.band };
  return meaning?.kind === "variable" && meaning.open ? { index } : undefined;
};

const kindOf = ({ band }: Part): Facet["kind"] => {
  if (!band) return "other";
  if (isEveryone({ ...band, of: "residents" })) return "other";
  const anyAge = band.from === 0 && band.to === Number.POSITIVE_INFINITY;
  return band.sex === undefined ? "age" : anyAge ? "sex" : "age-by-sex";
};

/** The merged head over a part; a sex or an age over others is a part itself. */
function above({ header }: ColumnHead): string {
  const merged = header.split("/").slice(0, -1).join("/");
  return merged !== "" && matchHeader(merged).kind === "band" ? "" : merged;
}
const said = ({ band }: Part): string | undefined =>
  band && `${band.sex ?? ""} ${band.from} ${band.to}`;

/** Ages that rose and fall back to a younger one: another breakdown begins. */
function startsAgain(run: readonly Part[], part: Part): boolean {
  const alike = run.filter(
    (other) => kindOf(other) === kindOf(part) && other.band?.sex === part.band?.sex,
  );
  const [before, last] = alike.slice(-2);
  if (!before?.band || !last?.band || !part.band || kindOf(part) === "sex") return false;
  return before.band.from < last.band.from && part.band.from < last.band.from;
}

/** Whether two parts cannot be of one breakdown: the same again, or ages that reach over one another by more than the year at an edge. */
function excludes(one: Part, other: Part): boolean {
  if (said(one) !== undefined && said(one) === said(other)) return true;
  if (kindOf(one) !== kindOf(other) || one.band?.sex !== other.band?.sex) return false;
  const [a, b] = [one.band, other.band];
  if (!a || !b) return false;
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  const holds = (x: AgeBand, y: AgeBand): boolean => x.from <= y.from && x.to >= y.to;
  return shared > 1 && !holds(a, b) && !holds(b, a);
}

/**
 * The breakdowns among the columns, in their order: parts that stand together under one merged head, none of them twice, with no count of
 * other persons between them (`ends`), by kind.
 */
export function facetsOf(
  meanings: readonly HeadMeaning[],
  heads: readonly ColumnHead[],
  among: readonly number[],
  ends: (index: number) => boolean,
): Facet[] {
  const runs: Part[][] = [];
  let run: Part[] = [];
  const close = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const index of among) {
    const part = partOf(meanings[index], index);
    if (!part) {
      if (ends(index)) close();
      continue;
    }
    const last = run.at(-1);
    const own = heads[index] as ColumnHead;
    if (
      last &&
      (above(heads[last.index] as ColumnHead) !== above(own) ||
        run.some((other) => excludes(other, part)) ||
        startsAgain(run, part))
    )
      close();
    run.push(part);
  }
  close();
  return runs.flatMap((parts) => {
    const first = (parts[0] as Part).index;
    const kinds = [...new Set(parts.map(kindOf))];
    return kinds.map(
      (kind): Facet => ({
        kind,
        first,
        parts: parts.filter((part) => kindOf(part) === kind),
      }),
    );
  });
}

/**
 * The parts that make up a whole, as positions among the bands: both sexes; ages that follow on one another from the youngest to the oldest
 * named. All of them where they overlap or leave gaps: then only their sum can tell. Undefined where there are fewer than two.
 */
export function partition(bands: readonly AgeBand[]): readonly number[] | undefined {
  if (bands.length < 2) return undefined;
  const of = (bands[0] as AgeBand).of;
  const way = cover(
    bands.map((band) => ({ ...band, of })),
    {
      of,
      from: Math.min(...bands.map(({ from }) => from)),
      to: Math.max(...bands.map(({ to }) => to)),
    },
  );
  if (typeof way === "string") return bands.map((_, i) => i);
  return way.length < 2 ? undefined : way;
}

/** Whether bands are all of a population, by their words: male and female, or every age from birth on. */
export function isComplete(bands: readonly AgeBand[]): boolean {
  if (bands.length === 0) return false;
  const of = (bands[0] as AgeBand).of;
  const way = cover(
    bands.map((band) => ({ ...band, of })),
    { of, from: 0, to: Number.POSITIVE_INFINITY },
  );
  return typeof way !== "string" && way.length > 1;
}

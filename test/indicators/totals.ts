import { cover, parseBandId } from "../../src/codebook/age-band.ts";
import { type AbsentReason, absent, add, type Measured } from "../../src/survey/measured.ts";
import type { AgeBand, BandSeries, Series, Totals } from "../../src/survey/totals.ts";

export type Given = Readonly<Record<string, readonly (number | null | Measured)[]>>;

const measured = (cell: number | null | Measured | undefined): Measured =>
  cell === null || cell === undefined
    ? absent("no-data")
    : typeof cell === "number"
      ? { value: cell }
      : cell;

/** Totals of given figures: one position a community. Age bands that were not given are added up from those that were, where they fit exactly. */
export function totalsOf(
  given: Given,
  size = Math.max(0, ...Object.values(given).map((cells) => cells.length)),
): Totals {
  const recorded = Object.entries(given).flatMap(([id, cells]) => {
    const band = parseBandId(id);
    return band ? [{ band, at: (index: number) => measured(cells[index]) }] : [];
  });
  return {
    size,
    bands: (of) => recorded.filter(({ band }) => band.of === of),
    parent: () => undefined,
    series(id): Series {
      if (id === "communities") return { at: () => ({ value: 1 }) };
      const cells = given[id];
      const band =
        id === "residents" || id === "members"
          ? ({ of: id, from: 0, to: Number.POSITIVE_INFINITY } as const)
          : parseBandId(id);
      return {
        at(index) {
          const figure = cells ? measured(cells[index]) : absent("missing-variable");
          return "absent" in figure && band
            ? covered(recorded, band, index, cells ? "no-data" : undefined)
            : figure;
        },
      };
    },
  };
}

function covered(
  recorded: readonly BandSeries[],
  band: AgeBand,
  index: number,
  otherwise?: AbsentReason,
): Measured {
  const filled = recorded.filter((series) => !("absent" in series.at(index)));
  const parts = cover(
    filled.map((series) => series.band),
    band,
  );
  return typeof parts === "string"
    ? absent(otherwise ?? parts)
    : parts.map((k) => (filled[k] as BandSeries).at(index)).reduce(add);
}

/** One community of a set of figures. */
export const communityOf = (given: Given, index: number): Given =>
  Object.fromEntries(Object.entries(given).map(([id, cells]) => [id, [cells[index] ?? null]]));

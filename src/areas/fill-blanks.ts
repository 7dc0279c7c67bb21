import { cover, parseBandId } from "../codebook/age-band.ts";
import type { Group, Part } from "../engines/engine.ts";
import type { RaisedFinding } from "../intake/findings.ts";
import { codes } from "../survey/codes.ts";
import type { Column } from "../survey/column.ts";
import { sum } from "../survey/column.ts";
import { isAbsent } from "../survey/measured.ts";
import type { AgeBand } from "../survey/totals.ts";

/** So many areas are named in a finding. */
const AREAS_NAMED = 5;

/**
 * Fills the blank cells of residents, of members and of their age bands from the bands that add up to them exactly, in those areas that have all of these. What
 * was filled is a finding for each column, and noted in the part.
 */
export function fillBlanks(part: Part): Part {
  const { groups, quantities } = part;
  const bands = [...quantities].flatMap(([id, column]) => {
    const band = bandOf(id);
    return band ? [{ id, band, column }] : [];
  });
  const filled = new Map<string, ReadonlySet<number>>();
  const findings: RaisedFinding[] = [];
  // What is filled here must not be a part of what is filled next.
  const recorded = bands.map(({ column }) => groups.map((_, i) => column.count(i) > 0));
  for (const [at, { id, band, column }] of bands.entries()) {
    const own = new Set<number>();
    for (let i = 0; i < groups.length; i++) {
      if (recorded[at]?.[i] || !column.isBlank(i)) continue;
      const parts = bands.filter(
        (other, k) => k !== at && other.band.of === band.of && recorded[k]?.[i],
      );
      const figure = sumOfParts(band, parts, i);
      if (figure === undefined) continue;
      column.set(i, figure);
      own.add(i);
    }
    if (own.size === 0) continue;
    filled.set(id, own);
    findings.push(findingOn(id, [...own], groups));
  }
  return filled.size === 0
    ? part
    : {
        ...part,
        filled,
        findings: [...part.findings, ...findings],
        counts: new Map([...part.counts, [codes.filledCells, findings.length]]),
      };
}

const bandOf = (id: string): AgeBand | undefined =>
  id === "residents" || id === "members"
    ? { of: id, from: 0, to: Number.POSITIVE_INFINITY }
    : parseBandId(id);

function sumOfParts(
  wanted: AgeBand,
  parts: readonly { readonly band: AgeBand; readonly column: Column }[],
  group: number,
): ReturnType<typeof sum> | undefined {
  const way = cover(
    parts.map(({ band }) => band),
    wanted,
  );
  if (typeof way === "string") return undefined;
  const figure = sum(way.map((k) => (parts[k] as (typeof parts)[number]).column.at(group)));
  return isAbsent(figure) ? undefined : figure;
}

function findingOn(
  variable: string,
  filled: readonly number[],
  groups: readonly Group[],
): RaisedFinding {
  const [first] = filled as [number];
  const { area, period, place } = groups[first] as Group;
  return {
    code: codes.filledCells,
    place,
    args: {
      variable,
      count: filled.length,
      areas: filled.slice(0, AREAS_NAMED).map((i) => (groups[i] as Group).area),
    },
    area,
    variable,
    ...(period !== undefined && { period }),
  };
}

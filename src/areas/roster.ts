import type { Survey } from "../analysis/observed-survey.ts";
import type { Area } from "../survey/area.ts";
import { codes } from "../survey/codes.ts";
import type { Finding, Place } from "../survey/finding.ts";
import { KnownAreas } from "./match-areas.ts";

/** The areas that should be there. */
export interface Roster {
  readonly file: string;
  readonly areas: readonly (Area & { readonly place: Place })[];
}

interface Listed extends Area {
  readonly place: Place;
}

/** So many areas without a counterpart are held against each other for near names. */
const MOST_COMPARED = 300;

/**
 * Holds the areas of a survey against a roster: each of the roster is there (see `KnownAreas` for what is one area), or stands under another name, a near one included
 * where it is the only one, or is missing; each other area of the survey is unexpected.
 */
export function compareRoster(survey: Survey, roster: Roster): Omit<Finding, "severity">[] {
  const found = distinctAreas(survey);
  const known = new KnownAreas();
  for (const listed of roster.areas) known.add(listed);
  const matches = known.match(found).found;
  const listedOf = new Map<number, number>();
  const renamed: (readonly [Listed, Listed])[] = [];
  for (const [i, { known: at, by }] of matches.entries()) {
    if (at === undefined) continue;
    listedOf.set(i, at);
    const pair = [roster.areas[at], found[i]] as [Listed, Listed];
    if (by !== "name" && pair[0].name !== pair[1].name) renamed.push(pair);
  }
  const taken = new Set(listedOf.values());
  const left = roster.areas.flatMap((_, at) => (taken.has(at) ? [] : [at]));
  const open = found.flatMap((_, i) => (listedOf.has(i) ? [] : [i]));
  for (const [i, at] of nearPairs(known, found, open, left)) {
    listedOf.set(i, at);
    taken.add(at);
    renamed.push([roster.areas[at] as Listed, found[i] as Listed]);
  }
  const missing = roster.areas.filter((_, at) => !taken.has(at));
  const unmatched = found.filter((_, i) => !listedOf.has(i));
  const args = { file: roster.file };
  return [
    ...missing.map((listed) => ({
      code: codes.rosterMissing,
      place: listed.place,
      args: { ...args, area: listed.name },
      area: listed.name,
    })),
    ...unmatched.map((area) => ({
      code: codes.rosterUnexpected,
      place: area.place,
      args: { ...args, area: area.name },
      area: area.name,
    })),
    ...renamed.map(([listed, area]) => ({
      code: codes.rosterRenamed,
      place: area.place,
      args: { ...args, area: area.name, name: listed.name },
      area: area.name,
      related: [listed.place],
    })),
  ];
}

/** The areas of all periods, each once, where it was first met. */
function distinctAreas({ observations }: Survey): Listed[] {
  const areas = new Map<string, Listed>();
  for (const { area, place } of observations) {
    const key = JSON.stringify([area.code, area.parents, area.name]);
    if (!areas.has(key)) areas.set(key, { ...area, place });
  }
  return [...areas.values()];
}

/** Areas with near names, where just one is near on both sides and neither has a code of its own to say otherwise. */
function nearPairs(
  known: KnownAreas,
  found: readonly Listed[],
  open: readonly number[],
  left: readonly number[],
): (readonly [number, number])[] {
  const among = left.slice(0, MOST_COMPARED);
  const pairs = open.slice(0, MOST_COMPARED).flatMap((i) => {
    const { name, code, parents } = found[i] as Listed;
    return known
      .near(name, among)
      .filter((at) => {
        const other = known.area(at);
        return (code === null || other.code === null) && known.shareParents(other, { parents });
      })
      .map((at) => [i, at] as const);
  });
  return pairs.filter(
    ([i, at]) =>
      pairs.filter((other) => other[0] === i).length === 1 &&
      pairs.filter((other) => other[1] === at).length === 1,
  );
}

import type { Survey } from "../analysis/observed-survey.ts";
import { toCodebookScript } from "../codebook/simplified.ts";
import type { Area } from "../survey/area.ts";
import { codes } from "../survey/codes.ts";
import type { Finding, Place } from "../survey/finding.ts";

/** The areas that should be there. */
export interface Roster {
  readonly file: string;
  readonly areas: readonly (Area & { readonly place: Place })[];
}

interface Listed extends Area {
  readonly place: Place;
}

/**
 * Holds the areas of a survey against a roster: each of the roster is there (by its code, else by its name and its parents as far as both
 * give them), or stands under another name, or is missing; each other area of the survey is unexpected.
 */
export function compareRoster(survey: Survey, roster: Roster): Omit<Finding, "severity">[] {
  const found = distinctAreas(survey);
  const unmatched = new Set(found);
  const missing: Listed[] = [];
  const renamed: (readonly [Listed, Listed])[] = [];
  const take = (listed: Listed, same: (a: Area, b: Area) => boolean): Listed | undefined => {
    const fitting = [...unmatched].filter((area) => same(listed, area));
    const match = fitting.length === 1 ? fitting[0] : undefined;
    if (match) unmatched.delete(match);
    return match;
  };
  const unnamed = roster.areas.filter(
    (listed) =>
      !take(listed, (a, b) => sameCode(a, b) && a.name === b.name) && !take(listed, sameNamed),
  );
  for (const listed of unnamed) {
    const match = take(listed, sameCode) ?? take(listed, alike);
    if (match) renamed.push([listed, match]);
    else missing.push(listed);
  }
  const args = { file: roster.file };
  return [
    ...missing.map((listed) => ({
      code: codes.rosterMissing,
      place: listed.place,
      args: { ...args, area: listed.name },
      area: listed.name,
    })),
    ...[...unmatched].map((area) => ({
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

const sameCode = (a: Area, b: Area): boolean => a.code !== null && a.code === b.code;

const sameNamed = (a: Area, b: Area): boolean =>
  a.name === b.name &&
  (a.code === null || b.code === null || a.code === b.code) &&
  sharedParents(a, b);

/** Parents are compared from the nearest outwards, as far as both name them. */
function sharedParents(a: Area, b: Area): boolean {
  const depth = Math.min(a.parents.length, b.parents.length);
  return Array.from(
    { length: depth },
    (_, i) => a.parents.at(-1 - i) === b.parents.at(-1 - i),
  ).every(Boolean);
}

/** One name written in two ways: script, spaces, brackets, 社区 left out, or one character that is no figure. */
function alike(a: Area, b: Area): boolean {
  if (!sharedParents(a, b) || (a.code !== null && b.code !== null)) return false;
  const [x, y] = [bareName(a.name), bareName(b.name)];
  return (
    x === y ||
    (x.length >= 3 && y.length >= 3 && digits(x) === digits(y) && oneCharacterApart([...x], [...y]))
  );
}

const bareName = (name: string): string =>
  toCodebookScript(name.normalize("NFKC"))
    .toLowerCase()
    .replace(/[\s()（）·.、_-]/gu, "")
    .replace(/(?:社区|居委会|居民委员会|村委会|村民委员会|村|community)+$/u, "");

const digits = (text: string): string => text.replace(/[^\d一二三四五六七八九十]/gu, "");

/** One character changed, left out or put in. */
function oneCharacterApart(a: readonly string[], b: readonly string[]): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end))
    end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}

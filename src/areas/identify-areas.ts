import { normalName } from "../codebook/area-names.ts";
import type { Group, Part } from "../engines/engine.ts";
import type { Area } from "../survey/area.ts";
import { codes } from "../survey/codes.ts";
import type { Finding } from "../survey/finding.ts";
import { KnownAreas, type Match } from "./match-areas.ts";
import { namedTwice } from "./named-twice.ts";
import { type Pair, sameFigures } from "./same-figures.ts";

/** What was read from one table, as far as its areas go. */
export interface AreasRead {
  readonly file: string;
  readonly part: Part;
}

type Unrated = Omit<Finding, "severity">;

export interface Identified {
  /** The areas of all tables, each once. */
  readonly areas: readonly Area[];
  /** Table by table, group by group: the position of its area. */
  readonly areaOf: readonly (readonly number[])[];
  readonly findings: readonly Unrated[];
  /** Tables of which fewer than half the areas are in the others: how many areas there are cannot be told. */
  readonly unmatched: readonly number[];
  /** Areas under different names that have the same figures: they are one, or one has the figures of the other. */
  readonly twins: readonly (readonly [number, number])[];
}

/** Pairs of names that one finding shows. */
const MOST_SHOWN = 8;
/** Where no more are left over on either side of tables of different variables, each may be one of the others. */
const FEW = 3;
/** So many areas that nothing fits are held against each other for near names. */
const MOST_COMPARED = 300;

/**
 * Which groups of all tables are of one area. Within a table an area is its code, else its parents and its name; a row that gives less (a name alone) belongs where just
 * one area fits. The areas of a further table are matched to those known (see `KnownAreas`), and what was decided by more than the name is a finding. Where a
 * table of other variables shares fewer than half of its areas with the others it is not joined at all: the names may be written otherwise throughout.
 */
export function identifyAreas(tables: readonly AreasRead[]): Identified {
  const [only] = tables;
  if (only && tables.length === 1) {
    const { areas, areaOf } = ownAreas(only.part.groups);
    return {
      areas: areas.map(({ area }) => area),
      areaOf: [areaOf],
      findings: namedTwice(areas, only.file),
      unmatched: [],
      twins: [],
    };
  }
  const known = new KnownAreas();
  const findings: Unrated[] = [];
  const areaOf: (readonly number[])[] = [];
  const unmatched: number[] = [];
  const variables = new Set<string>();
  const parentNames = new Set<string>();
  const twins: (readonly [number, number])[] = [];
  for (const [at, table] of tables.entries()) {
    const own = ownAreas(table.part.groups);
    findings.push(...namedTwice(own.areas, table.file));
    if (at === 0) {
      const numbers = own.areas.map(({ area }) => known.add(area));
      areaOf.push(own.areaOf.map((i) => numbers[i] as number));
    } else {
      const { found, codesDiffer } = known.match(own.areas.map(({ area }) => area));
      const before = known.size;
      const sides = { known, own, found, before, file: table.file, parentNames };
      const shares = [...table.part.quantities.keys()].some((id) => variables.has(id));
      const apart = !shares && isApart(sides);
      if (apart) {
        unmatched.push(at);
        findings.push(unmatchedFinding(sides));
      } else findings.push(...decided(sides, codesDiffer, shares));
      const numbers = own.areas.map(({ area }, i) => {
        const match = found[i]?.known;
        if (match === undefined || apart) return known.add(area);
        known.take(match, area);
        return match;
      });
      areaOf.push(own.areaOf.map((i) => numbers[i] as number));
      if (shares) {
        const again = underOtherNames(tables, areaOf, known);
        twins.push(...again.twins);
        findings.push(...again.findings);
      }
    }
    for (const id of table.part.quantities.keys()) variables.add(id);
    for (const { area } of own.areas)
      for (const parent of area.parents) parentNames.add(normalName(parent));
  }
  return {
    areas: Array.from({ length: known.size }, (_, i) => known.area(i)),
    areaOf,
    findings,
    unmatched,
    twins,
  };
}

/** The areas of the last table that no other has, beside those of each earlier one that have the same figures under another name. */
function underOtherNames(
  tables: readonly AreasRead[],
  areaOf: readonly (readonly number[])[],
  known: KnownAreas,
): Pick<Identified, "twins" | "findings"> {
  const last = areaOf.length - 1;
  const { part, file } = tables[last] as AreasRead;
  const own = areaOf[last] as readonly number[];
  const before = new Set(areaOf.slice(0, last).flat());
  const ours = own.flatMap((area, i) => (before.has(area) ? [] : [i]));
  const twins: (readonly [number, number])[] = [];
  const findings: Unrated[] = [];
  if (ours.length === 0) return { twins, findings };
  const has = new Set(own);
  for (let at = 0; at < last; at++) {
    const other = tables[at] as AreasRead;
    const others = areaOf[at] as readonly number[];
    const areasOf = ({ ours: i, theirs: k }: Pair): readonly [Area, Area] => [
      known.area(own[i] as number),
      known.area(others[k] as number),
    ];
    const pairs = sameFigures(part, other.part, {
      ours,
      theirs: others.flatMap((area, i) => (has.has(area) ? [] : [i])),
      differ: (i, k) => {
        const [a, b] = areasOf({ ours: i, theirs: k });
        return a.parents.includes(b.name) || b.parents.includes(a.name);
      },
    });
    const [first] = pairs;
    if (first === undefined) continue;
    twins.push(
      ...pairs.map(({ ours: i, theirs: k }) => [others[k] as number, own[i] as number] as const),
    );
    const written = new Set(
      pairs.map((pair) =>
        areasOf(pair)
          .map(({ name }) => name)
          .join(" = "),
      ),
    );
    findings.push({
      code: codes.sameFigures,
      place: { file, ...(part.groups[first.ours] as Group).place },
      args: {
        file,
        other: other.file,
        areas: written.size,
        pairs: [...written].slice(0, MOST_SHOWN),
      },
    });
  }
  return { twins, findings };
}

interface OwnArea {
  area: Area;
  /** The group it was met in first. */
  readonly group: Group;
}

interface OwnAreas {
  readonly areas: readonly OwnArea[];
  /** Group → position in `areas`. */
  readonly areaOf: readonly number[];
}

/** The areas of one table, each once. */
function ownAreas(groups: readonly Group[]): OwnAreas {
  const numbers = new Map<string, number>();
  const all: OwnArea[] = [];
  const byName = new Map<string, number[]>();
  const first = groups.map((group) => {
    const { area: name, code, parents } = group;
    const key = code === null ? `${parents.join("\u0000")}\u0000\u0000${name}` : `\u0001${code}`;
    const known = numbers.get(key);
    if (known !== undefined) {
      const own = all[known] as OwnArea;
      if (parents.length > own.area.parents.length) own.area = { ...own.area, parents };
      return known;
    }
    numbers.set(key, all.length);
    const named = byName.get(name);
    if (named) named.push(all.length);
    else byName.set(name, [all.length]);
    all.push({ area: { name, code, parents }, group });
    return all.length - 1;
  });
  if (byName.size === all.length) return { areas: all, areaOf: first };
  const fuller = all.map(({ area }, i) => fullerOf(area, i, all, byName.get(area.name) ?? []));
  const kept = all.flatMap((_, i) => (fuller[i] === i ? [i] : []));
  const position = new Map(kept.map((i, at) => [i, at]));
  return {
    areas: kept.map((i) => all[i] as OwnArea),
    areaOf: first.map((i) => position.get(fuller[i] as number) as number),
  };
}

/** The one area of the name that says more (a code, further parents) and fits; the area itself where there is none, or several. */
function fullerOf(
  area: Area,
  own: number,
  all: readonly OwnArea[],
  named: readonly number[],
): number {
  if (area.code !== null || named.length === 1) return own;
  const fitting = named.filter((i) => {
    const other = (all[i] as OwnArea).area;
    return (
      i !== own &&
      fits(other, area.parents) &&
      (other.code !== null || other.parents.length > area.parents.length)
    );
  });
  return fitting.length === 1 ? (fitting[0] as number) : own;
}

/** Whether the parents that are given are the nearest ones of the area. */
const fits = (area: Area, parents: readonly string[]): boolean =>
  area.parents.length === 0 ||
  parents.every((parent, i) => area.parents[area.parents.length - parents.length + i] === parent);

/** The known areas and those of one table, and what was decided on them. */
interface Sides {
  readonly known: KnownAreas;
  readonly own: OwnAreas;
  readonly found: readonly Match[];
  /** How many areas were known before the table. */
  readonly before: number;
  readonly file: string;
  /** Normal forms of the names that earlier tables give as parents. */
  readonly parentNames: ReadonlySet<string>;
}

/** Whether fewer than half of the areas of the smaller side are in the other, units of another level left aside. */
function isApart({ known, own, found, before, parentNames }: Sides): boolean {
  const matched = found.filter(({ known: at, mayBe }) => (at ?? mayBe) !== undefined).length;
  const ownParents = new Set(
    own.areas.flatMap(({ area }) => area.parents.map((parent) => normalName(parent))),
  );
  const isAbove = (name: string, parents: ReadonlySet<string>): boolean =>
    parents.size > 0 && parents.has(normalName(name));
  const ours = own.areas.filter(({ area }) => !isAbove(area.name, parentNames)).length;
  let theirs = before;
  if (ownParents.size > 0)
    for (let i = 0; i < before; i++) if (isAbove(known.area(i).name, ownParents)) theirs--;
  const least = Math.min(ours, theirs);
  return least > 0 && matched < least / 2;
}

/** What nothing of the other side was found for. */
function leftOver({ own, found, before }: Sides): {
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
} {
  const taken = new Set(found.flatMap((match) => match.known ?? []));
  const ours = own.areas.flatMap((_, i) => (found[i]?.known === undefined ? [i] : []));
  const theirs: number[] = [];
  for (let i = 0; i < before && theirs.length <= MOST_COMPARED; i++)
    if (!taken.has(i)) theirs.push(i);
  return { ours: ours.slice(0, MOST_COMPARED), theirs };
}

function unmatchedFinding(sides: Sides): Unrated {
  const { known, own, found, file } = sides;
  const { ours, theirs } = leftOver(sides);
  const pairs = ours.slice(0, MOST_SHOWN).map((i) => {
    const { name } = (own.areas[i] as OwnArea).area;
    const near = known.near(name, theirs)[0] ?? theirs[i];
    return near === undefined ? name : `${name} ≠ ${known.area(near).name}`;
  });
  const { place } = (own.areas[ours[0] ?? 0] as OwnArea).group;
  const matched = found.filter((match) => match.known !== undefined).length;
  return {
    code: codes.areasUnmatched,
    place: { file, ...place },
    args: { file, matched, areas: own.areas.length, pairs },
  };
}

/** What was decided by more than the name as written, and what could not be decided. */
function decided(sides: Sides, codesDiffer: boolean, shares: boolean): Unrated[] {
  const { known, own, found, file } = sides;
  const findings: Unrated[] = [];
  const written: { readonly pair: string; readonly area: OwnArea }[] = [];
  const byKnown = new Map<number, number[]>();
  for (const [i, { known: match, by, mayBe }] of found.entries()) {
    const area = own.areas[i] as OwnArea;
    const { name, code } = area.area;
    const place = { file, ...area.group.place };
    if (mayBe?.length === 1) {
      const [only] = mayBe as [number];
      byKnown.set(only, [...(byKnown.get(only) ?? []), i]);
    } else if (mayBe)
      findings.push(
        ambiguous(
          area.area,
          mayBe.map((k) => known.area(k)),
          place,
        ),
      );
    if (match === undefined || by === "name") continue;
    const other = known.area(match);
    if (by === "spelling") {
      const args = { area: name, other: other.name };
      findings.push({ code: codes.nearName, place, args, area: name });
    } else {
      const [ours, theirs] =
        by === "lost-zero" && code !== null && other.code !== null
          ? [code, other.code]
          : [name, other.name];
      written.push({ pair: `${ours} = ${theirs}`, area });
    }
  }
  for (const [k, rivals] of byKnown) {
    const group = (own.areas[rivals[0] as number] as OwnArea).group;
    const others = rivals.map((i) => (own.areas[i] as OwnArea).area);
    if (rivals.length > 1)
      findings.push(ambiguous(known.area(k), others, { file, ...group.place }));
  }
  const [firstWritten] = written;
  if (firstWritten) {
    const pairs = written.slice(0, MOST_SHOWN).map(({ pair }) => pair);
    findings.push({
      code: codes.areasMatched,
      place: { file, ...firstWritten.area.group.place },
      args: { file, areas: written.length, pairs },
    });
  }
  if (codesDiffer) {
    const { place } = (own.areas[0] as OwnArea).group;
    findings.push({ code: codes.codesDiffer, place: { file, ...place }, args: { file } });
  }
  return [...findings, ...nearOnes(sides, shares)];
}

function ambiguous(area: Area, mayBe: readonly Area[], place: Finding["place"]): Unrated {
  const parents = mayBe
    .map(({ name, parents: above, code }) =>
      normalName(name) === normalName(area.name) ? (above.at(-1) ?? code ?? name) : name,
    )
    .slice(0, 5);
  return {
    code: codes.ambiguousArea,
    place,
    args: { area: area.name, parents },
    area: area.name,
  };
}

/** How many areas may be a known one, and no other. */
const rivalsFor = (known: number, found: readonly Match[]): number =>
  found.filter(({ mayBe }) => mayBe?.length === 1 && mayBe[0] === known).length;

/** Areas of the table that no other table has, beside such of the others that may be meant: asked, never joined. */
function nearOnes(sides: Sides, shares: boolean): Unrated[] {
  const { known, own, found, file } = sides;
  if (found.every((match) => match.known === undefined)) return [];
  const { ours, theirs } = leftOver(sides);
  if (ours.length === 0 || theirs.length === 0) return [];
  return ours.flatMap((i): Unrated[] => {
    const { area, group } = own.areas[i] as OwnArea;
    const { mayBe, perhaps = mayBe?.[0] } = found[i] ?? {};
    if (mayBe && (mayBe.length > 1 || rivalsFor(mayBe[0] as number, found) > 1)) return [];
    const alike = perhaps === undefined ? known.near(area.name, theirs) : [perhaps];
    const isLast = !shares && ours.length <= FEW && theirs.length <= FEW;
    const near = alike.length > 0 || !isLast ? alike : theirs;
    if (near.length === 0) return [];
    const names = near.slice(0, 3).map((k) => known.area(k).name);
    return [
      {
        code: codes.perhapsOneArea,
        place: { file, ...group.place },
        args: { area: area.name, names },
        area: area.name,
      },
    ];
  });
}

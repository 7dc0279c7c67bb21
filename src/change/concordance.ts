import { type Doubt, type Observation, Survey } from "../analysis/observed-survey.ts";
import { normalName } from "../codebook/area-names.ts";
import { findVariable } from "../codebook/index.ts";
import type { Area, Period } from "../survey/area.ts";
import { Column } from "../survey/column.ts";
import { exact, isAbsent, type Measured, mapIncreasing } from "../survey/measured.ts";

/** One line of a concordance: of an old area, this share (0 to 1) belongs to a new one. Areas go by code, by name, or by “parent/name”. */
export interface ConcordanceEntry {
  readonly old: string;
  readonly new: string;
  readonly share: number;
  /** Of the file, for messages. */
  readonly line: number;
}

/** How areas of the first period became areas of the second. */
export interface BoundaryChange {
  readonly kind: "renamed" | "merged" | "split" | "rearranged";
  readonly old: readonly Area[];
  readonly new: readonly Area[];
}

/** Why a concordance cannot be applied. */
export interface ConcordanceFault {
  readonly fault: "unknown-old" | "unknown-new" | "ambiguous" | "share-sum";
  readonly line: number;
  readonly area: string;
  /** With share-sum: what the shares of the area add up to. */
  readonly sum?: number;
}

export interface Rebased {
  /** The two periods, the first within the boundaries of the second. */
  readonly survey: Survey;
  readonly boundaries: readonly BoundaryChange[];
}

/** Printed shares are rounded: 0.33 + 0.67, 0.333 three times. What is left is shared out in proportion. */
const tolerance = 0.005;

/**
 * Puts the first period within the boundaries of the second: an amount of an old area goes to the new ones by its shares (approximate where a share is not
 * all of it); a rate or a category, which has no parts, goes only where a new area has one predecessor with all of it. Other observations stay.
 */
export function rebase(
  survey: Survey,
  entries: readonly ConcordanceEntry[],
  from: Period | null,
  to: Period | null,
): Rebased | ConcordanceFault {
  const olds = finder(survey, from);
  const news = finder(survey, to);
  const links: Link[] = [];
  for (const entry of entries) {
    const old = olds(entry.old);
    const later = news(entry.new);
    if (typeof old === "string")
      return {
        fault: old === "none" ? "unknown-old" : "ambiguous",
        line: entry.line,
        area: entry.old,
      };
    if (typeof later === "string")
      return {
        fault: later === "none" ? "unknown-new" : "ambiguous",
        line: entry.line,
        area: entry.new,
      };
    links.push({ old, later, share: entry.share, line: entry.line });
  }
  const sums = new Map<number, number>();
  for (const { old, share } of links) sums.set(old, (sums.get(old) ?? 0) + share);
  const wrong = links.find(({ old }) => Math.abs((sums.get(old) as number) - 1) > tolerance);
  if (wrong)
    return {
      fault: "share-sum",
      line: wrong.line,
      area: nameOf(survey, wrong.old),
      sum: sums.get(wrong.old) as number,
    };
  const whole = links.map((link) => ({
    ...link,
    share: link.share / (sums.get(link.old) as number),
  }));
  return { survey: rebased(survey, whole, from, to), boundaries: boundariesOf(survey, whole) };
}

/** Positions of an old and a new observation. */
interface Link {
  readonly old: number;
  readonly later: number;
  readonly share: number;
  readonly line: number;
}

const nameOf = (survey: Survey, index: number): string =>
  survey.observations[index]?.area.name ?? "";

/** Finds an observation of a period by code, by “parent/name” or by a name that only one area has: as written, else by its normal form. */
function finder(
  survey: Survey,
  period: Period | null,
): (text: string) => number | "none" | "several" {
  const written = new Map<string, number[]>();
  const normal = new Map<string, number[]>();
  survey.observations.forEach(({ area, period: own }, i) => {
    if (own !== period) return;
    const paths = [
      [area.name],
      ...area.parents.map((_, k) => [...area.parents.slice(k), area.name]),
      ...(area.code === null ? [] : [[area.code]]),
    ];
    for (const text of new Set(paths.map((path) => path.join("/")))) push(written, text, i);
    for (const text of new Set(paths.map(normalPath))) push(normal, text, i);
  });
  return (text) => {
    const [only, ...more] = written.get(text) ?? normal.get(normalPath(text.split("/"))) ?? [];
    return only === undefined ? "none" : more.length > 0 ? "several" : only;
  };
}

const normalPath = (path: readonly string[]): string => path.map(normalName).join("/");

function push(map: Map<string, number[]>, key: string, index: number): void {
  const own = map.get(key);
  if (own) own.push(index);
  else map.set(key, [index]);
}

function rebased(
  survey: Survey,
  links: readonly Link[],
  from: Period | null,
  to: Period | null,
): Survey {
  const moved = new Set(links.map(({ old }) => old));
  const kept = survey.observations.flatMap(({ period }, i) =>
    (period === from || period === to) && !moved.has(i) ? [i] : [],
  );
  const targets = [...new Set(links.map(({ later }) => later))];
  // A new area may also keep what stood under its own name before: an area that took up its neighbour.
  const sameBefore = (later: number) =>
    kept.filter((i) => survey.observations[i]?.period === from && sameArea(survey, i, later));
  const absorbed = new Set(targets.flatMap(sameBefore));
  const stays = kept.filter((i) => !absorbed.has(i));
  const observations: Observation[] = stays.map((i) => survey.observations[i] as Observation);
  const sources = targets.map((later) => {
    const own = sameBefore(later).map((old) => ({ old, share: 1 }));
    return [...own, ...links.filter((link) => link.later === later)];
  });
  targets.forEach((later) => {
    observations.push({ ...(survey.observations[later] as Observation), period: from });
  });
  // An area made of a unit and what may be its part would count people twice.
  const uncertain = new Set(
    sources.flatMap((parts, k) => (survey.isUncertain(parts.map(({ old }) => old)) ? [k] : [])),
  );
  const quantities = new Map(
    [...survey.quantities].map(([id, column]) => {
      const target = new Column(observations.length);
      stays.forEach((i, at) => {
        target.merge(at, column, i);
      });
      sources.forEach((parts, k) => {
        const value = uncertain.has(k) ? undefined : combined(id, column, parts);
        if (value) target.addMeasured(stays.length + k, value);
      });
      return [id, target] as const;
    }),
  );
  const places = new Map(stays.map((i, at) => [i, [at]]));
  sources.forEach((parts, k) => {
    for (const { old } of parts) places.set(old, [...(places.get(old) ?? []), stays.length + k]);
  });
  const doubts = doubtsMoved(survey.doubts, places);
  return new Survey(observations, quantities, doubts, survey.areasUncounted);
}

/** The doubts about observations that now stand, or have gone to others, at these places: what contains their part is in doubt beside what has taken it up. */
const doubtsMoved = (
  doubts: readonly Doubt[],
  places: ReadonlyMap<number, readonly number[]>,
): Doubt[] =>
  doubts.flatMap(({ whole, parts }) => {
    const moved = new Set(parts.flatMap((part) => places.get(part) ?? []));
    return (places.get(whole) ?? []).map((at) => ({
      whole: at,
      parts: [...moved].filter((part) => part !== at),
    }));
  });

function combined(
  id: string,
  column: Column,
  parts: readonly { readonly old: number; readonly share: number }[],
): Measured | undefined {
  const figures = parts.map(({ old, share }) => ({ figure: column.at(old), share }));
  // A sum that lacks a part would be too small: no figure at all.
  if (figures.some(({ figure }) => isAbsent(figure))) return undefined;
  if (findVariable(id)?.parts === "same")
    return figures.length === 1 && figures[0]?.share === 1 ? figures[0].figure : undefined;
  const sum = new Column(1);
  for (const { figure, share } of figures)
    sum.addMeasured(0, share === 1 ? figure : portion(figure, share));
  return sum.at(0);
}

const portion = (figure: Measured, share: number): Measured => {
  const part = mapIncreasing(figure, (x) => x * share);
  return "value" in part ? exact(part.value, true) : part;
};

const keyOf = ({ code, parents, name }: Area): string => code ?? JSON.stringify([parents, name]);

/** Whether two observations are of one area. */
const sameArea = (survey: Survey, a: number, b: number): boolean =>
  keyOf((survey.observations[a] as Observation).area) ===
  keyOf((survey.observations[b] as Observation).area);

export { keyOf as areaKey };

/** Links that share an area belong to one change. */
function boundariesOf(survey: Survey, links: readonly Link[]): BoundaryChange[] {
  const left = new Set(links);
  const changes: BoundaryChange[] = [];
  for (const link of links) {
    if (!left.delete(link)) continue;
    const olds = new Set([link.old]);
    const laters = new Set([link.later]);
    for (let grown = true; grown; ) {
      grown = false;
      for (const other of left) {
        if (!olds.has(other.old) && !laters.has(other.later)) continue;
        olds.add(other.old);
        laters.add(other.later);
        left.delete(other);
        grown = true;
      }
    }
    for (const later of laters) {
      survey.observations.forEach((observation, i) => {
        if (
          observation.period === survey.observations[link.old]?.period &&
          sameArea(survey, i, later)
        )
          olds.add(i);
      });
    }
    const area = (i: number) => (survey.observations[i] as Observation).area;
    changes.push({
      kind: kindOf(olds.size, laters.size),
      old: [...olds].map(area),
      new: [...laters].map(area),
    });
  }
  return changes;
}

const kindOf = (olds: number, news: number): BoundaryChange["kind"] =>
  olds === 1 ? (news === 1 ? "renamed" : "split") : news === 1 ? "merged" : "rearranged";

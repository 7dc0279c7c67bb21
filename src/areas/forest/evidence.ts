import type { Group } from "../../engines/engine.ts";
import { isCollective, rankOfName } from "../../intake/rows/unit-kinds.ts";

/** What suggests that rows are the parts of another. */
export type EvidenceKind = "parents" | "level" | "indent" | "code" | "name" | "kind" | "kind-above";

/** Rows that may be the parts of another, by one kind of evidence. */
export interface Suggested {
  readonly by: EvidenceKind;
  readonly parts: readonly number[];
}

/** Words or layout say themselves that one row is above others; the others only look like it. */
export const isStated = (by: EvidenceKind): boolean =>
  by === "parents" || by === "level" || by === "indent";

type Finder = (index: number) => readonly number[];

/** The parts that each of some rows of one period may have, in the order of strength; empty where nothing suggests any. `heights` are those of their levels. */
export function suggestedParts(
  groups: readonly Group[],
  indices: readonly number[],
  heights?: ReadonlyMap<string, number>,
): (index: number) => readonly Suggested[] {
  if (indices.length < 3) return () => [];
  const finders: readonly (readonly [EvidenceKind, Finder])[] = [
    ["parents", byParents(groups, indices)],
    ["level", byRank(indices, (i) => heights?.get((groups[i] as Group).level ?? "") ?? 0)],
    ["code", byCode(groups, indices)],
    ["name", byName(groups, indices)],
    ["indent", byRank(indices, (i) => -((groups[i] as Group).indent ?? 0))],
    ["kind", byRank(indices, (i) => rankOfName((groups[i] as Group).area) ?? 0)],
    // A street below its communities, as totals stand.
    [
      "kind-above",
      byRank([...indices].reverse(), (i) => rankOfName((groups[i] as Group).area) ?? 0),
    ],
  ];
  return (index) =>
    finders.flatMap(([by, find]) => {
      const parts = find(index);
      return parts.length === 0 ? [] : [{ by, parts }];
    });
}

/** How much the kinds of units speak for one of them being made up of others; undefined where they speak against it. */
export function weightOfKinds(
  groups: readonly Group[],
  whole: number,
  parts: readonly number[],
): number | undefined {
  const { area } = groups[whole] as Group;
  const own = rankOfName(area);
  if (isCollective(area)) return WORDS;
  if (own === undefined) return 0;
  let highest = -1;
  const isCounty = /[县縣]$/u.test(area);
  for (const part of parts) {
    const { area: name } = groups[part] as Group;
    // A city may be one of the towns of a county: 花蓮市 of 花蓮縣.
    const isBelow = isCollective(name) || (isCounty && name.endsWith("市"));
    const rank = isBelow ? own - 1 : rankOfName(name);
    if (rank !== undefined && rank > highest) highest = rank;
  }
  if (highest > own) return undefined;
  if (highest === own) return -WORDS;
  return highest === -1 ? 0 : WORDS;
}

const WORDS = 2;

function push<K>(map: Map<K, number[]>, key: K, index: number): void {
  const list = map.get(key);
  if (list) list.push(index);
  else map.set(key, [index]);
}

/** Rows whose nearest parent bears the name. */
function byParents(groups: readonly Group[], indices: readonly number[]): Finder {
  const children = new Map<string, number[]>();
  for (const i of indices) {
    const parent = (groups[i] as Group).parents.at(-1);
    if (parent !== undefined) push(children, parent, i);
  }
  return (index) => (children.get((groups[index] as Group).area) ?? []).filter((i) => i !== index);
}

/** Rows whose codes continue the code, its trailing zeros stripped: 63000 over 6300100; only those right below. */
function byCode(groups: readonly Group[], indices: readonly number[]): Finder {
  const stems = new Map<string, number>();
  for (const i of indices) {
    const { code } = groups[i] as Group;
    const stem = code === null ? "" : stemOf(code);
    if (stem.length >= 2 && !stems.has(stem)) stems.set(stem, i);
  }
  const children = new Map<number, number[]>();
  for (const i of stems.size === 0 ? [] : indices) {
    const { code } = groups[i] as Group;
    const own = code === null ? "" : stemOf(code);
    for (let length = own.length - 1; length >= 2; length--) {
      const parent = stems.get(own.slice(0, length));
      if (parent === undefined) continue;
      push(children, parent, i);
      break;
    }
  }
  return atLeastTwo(children);
}

/** What all codes below begin with. A running number behind a dash (68001010-000) is no stem: it is one of its kind. */
const stemOf = (code: string): string => (/-\d+$/.test(code) ? code : code.replace(/0+$/, ""));

/** Rows whose names begin with the name: 臺北市 over 臺北市松山區; only those right below, at least two. */
function byName(groups: readonly Group[], indices: readonly number[]): Finder {
  const places = new Map<string, number>();
  for (const i of indices)
    if (!places.has((groups[i] as Group).area)) places.set((groups[i] as Group).area, i);
  const children = new Map<number, number[]>();
  // Most prefixes end as no name does (第1 of 第12社区): they need not be looked up.
  const lasts = new Set([...places.keys()].map((name) => name[name.length - 1]));
  for (const i of indices) {
    const name = (groups[i] as Group).area;
    for (let length = name.length - 1; length >= 2; length--) {
      const last = name[length - 1] as string;
      if (!lasts.has(last) && last.trim() !== "") continue;
      const parent = places.get(name.slice(0, length).trim());
      if (parent === undefined || parent === i) continue;
      push(children, parent, i);
      break;
    }
  }
  return atLeastTwo(children);
}

const atLeastTwo =
  (children: ReadonlyMap<number, readonly number[]>): Finder =>
  (index) => {
    const found = children.get(index) ?? [];
    return found.length > 1 ? found : [];
  };

/** The rows of the greatest lower rank between a row and the next one of its own rank or above. */
function byRank(indices: readonly number[], rankOf: (index: number) => number): Finder {
  const ranks = indices.map(rankOf);
  if (new Set(ranks).size < 2) return () => [];
  const children = new Map<number, number[]>();
  const open: number[] = [];
  ranks.forEach((rank, at) => {
    while (open.length > 0 && (ranks[open.at(-1) as number] as number) <= rank) open.pop();
    const parent = open.at(-1);
    if (parent !== undefined) push(children, indices[parent] as number, indices[at] as number);
    open.push(at);
  });
  return (index) => children.get(index) ?? [];
}

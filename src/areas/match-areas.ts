import {
  type NameParts,
  nameParts,
  nearNames,
  normalName,
  sameButForSuffix,
  shortStem,
} from "../codebook/area-names.ts";
import type { Area } from "../survey/area.ts";

/**
 * Why two areas are taken as one, the strongest first: name (as written) · spelling (one normal form) · lost-zero (one name, codes that differ in leading zeros
 * or marks) · code (names differ) · suffix (words for the kind of unit left out or written otherwise) · prefix (one name holds the unit above as well).
 */
export type Evidence = "name" | "spelling" | "lost-zero" | "code" | "suffix" | "prefix";

/** What was decided on an area: which of the known ones it is, and why; or that it may be several of them; or neither. */
export interface Match {
  readonly known?: number;
  readonly by?: Evidence;
  readonly mayBe?: readonly number[];
  /** A known area that it may be, by evidence too weak to take it. */
  readonly perhaps?: number;
}

export interface Matches {
  /** One for each of the areas that were looked for, in their order. */
  readonly found: readonly Match[];
  /** The codes of both name other things: areas went by their names. */
  readonly codesDiffer: boolean;
}

interface Known {
  area: Area;
  /** All names and codes under which it was met. */
  readonly names: Set<string>;
}

/** A short number may be that of the row; all else is a code of a list. */
const isRowNumber = (code: string): boolean => /^[1-9]\d{0,3}$/u.test(code);

/**
 * Areas that are known, to which those of further tables are matched. Matching is a decision with evidence: stronger evidence first, each known area taken
 * once, weak evidence only where it leads to one area on both sides. Near names are never joined. Linear in the areas.
 */
export class KnownAreas {
  private readonly all: Known[] = [];
  private readonly byCode = new Map<string, number>();
  private readonly byBareCode = new Map<string, number[]>();
  private readonly byName = new Map<string, number[]>();
  private readonly byShortStem = new Map<string, number[]>();
  private readonly parts = new Map<string, NameParts>();
  /** Short stems that stand behind a unit above in the name of a known area. */
  private readonly behindUnits = new Set<string>();
  /** How many of the known areas stand under their short stems. */
  private stemmed = 0;

  get size(): number {
    return this.all.length;
  }

  area(index: number): Area {
    return (this.all[index] as Known).area;
  }

  /** Adds an area that is none of the known ones; its number. */
  add(area: Area): number {
    const index = this.all.length;
    this.all.push({ area, names: new Set() });
    this.index(index, area);
    return index;
  }

  /** Notes that an area is a known one, so that its names and code are known too; what one of them lacks the other gives. */
  take(index: number, area: Area): void {
    const known = this.all[index] as Known;
    const { area: before } = known;
    known.area = {
      ...before,
      code: before.code ?? area.code,
      parents: area.parents.length > before.parents.length ? area.parents : before.parents,
    };
    this.index(index, area);
  }

  private index(index: number, area: Area): void {
    if (area.code !== null && !this.byCode.has(area.code)) {
      this.byCode.set(area.code, index);
      push(this.byBareCode, bareCode(area.code), index);
    }
    const { names } = this.all[index] as Known;
    if (names.has(area.name)) return;
    names.add(area.name);
    const normal = normalName(area.name);
    const own = this.byName.get(normal);
    if (!own?.includes(index)) push(this.byName, normal, index);
    if (index < this.stemmed) this.stemOf(index, area.name);
  }

  /** Matches the areas of one table, no two of which are one. */
  match(areas: readonly Area[]): Matches {
    const state = new Matching(areas);
    const codesDiffer = this.codesDiffer(areas);
    if (!codesDiffer) this.byCodes(state);
    this.byNames(state, codesDiffer);
    if (state.left > 0 && state.taken.size < this.all.length) {
      this.stem();
      this.bySuffixes(state);
      if (state.left > 0 && state.taken.size < this.all.length) this.byPrefixes(state);
    }
    return { found: state.found, codesDiffer };
  }

  /** Known areas with names near to one, among those that are not taken: for a person to look at. At most so many are looked through. */
  near(name: string, among: readonly number[]): number[] {
    const own = this.partsOf(name);
    return among.filter((index) => {
      const { stem, normal } = this.partsOf(this.area(index).name);
      return nearNames(own.normal, normal) || nearNames(own.stem, stem);
    });
  }

  private partsOf(name: string): NameParts {
    let parts = this.parts.get(name);
    if (parts === undefined) {
      parts = nameParts(name);
      this.parts.set(name, parts);
    }
    return parts;
  }

  private readonly shortStemOf = (name: string): string => shortStem(this.partsOf(name).stem);

  /** Names are taken apart only where they are needed. */
  private stem(): void {
    for (; this.stemmed < this.all.length; this.stemmed++)
      for (const name of (this.all[this.stemmed] as Known).names) this.stemOf(this.stemmed, name);
  }

  private stemOf(index: number, name: string): void {
    push(this.byShortStem, this.shortStemOf(name), index);
    for (const { rest } of splits(this.partsOf(name))) this.behindUnits.add(shortStem(rest.stem));
  }

  /**
   * Whether codes of the table are no codes of the known areas, though names agree: row numbers, or those of another list. One area whose code says otherwise than
   * its name is a slip; most of them are another list.
   */
  private codesDiffer(areas: readonly Area[]): boolean {
    let agree = 0;
    let differ = 0;
    let coded = 0;
    for (const area of areas) {
      if (area.code === null) continue;
      coded++;
      const same = this.byCode.get(area.code);
      if (same !== undefined && this.related(area.name, same)) agree++;
      const named = (this.byName.get(normalName(area.name)) ?? []).filter((index) =>
        this.shareParents(this.area(index), area),
      );
      const [only] = named;
      if (
        named.length === 1 &&
        only !== undefined &&
        only !== same &&
        this.area(only).code !== null &&
        !this.sameCode(only, area.code)
      )
        differ++;
    }
    const least = Math.min(coded, this.byCode.size);
    return differ > agree && differ >= 2 && differ >= least / 2;
  }

  private sameCode(index: number, code: string): boolean {
    return (
      this.byCode.get(code) === index || (this.byBareCode.get(bareCode(code)) ?? []).includes(index)
    );
  }

  /** Whether a name is one of a known area, or is near to it. */
  private related(name: string, index: number): boolean {
    const { names } = this.all[index] as Known;
    if (names.has(name)) return true;
    const own = this.partsOf(name);
    return [...names].some((other) => {
      const parts = this.partsOf(other);
      return (
        own.normal === parts.normal ||
        sameButForSuffix(own, parts) ||
        nearNames(own.stem, parts.stem)
      );
    });
  }

  private byCodes(state: Matching): void {
    for (const [i, area] of state.areas.entries()) {
      if (area.code === null) continue;
      const same = this.byCode.get(area.code);
      if (same !== undefined) {
        const isNameless = area.name === area.code || this.area(same).name === area.code;
        if (
          this.related(area.name, same) ||
          isNameless ||
          (!isRowNumber(area.code) && this.unnamedElsewhere(area, same))
        )
          state.take(i, same, this.named(area.name, same) ?? "code");
        continue;
      }
      const bare = (this.byBareCode.get(bareCode(area.code)) ?? []).filter((index) =>
        this.related(area.name, index),
      );
      if (bare.length === 1) state.take(i, bare[0] as number, "lost-zero");
    }
  }

  /** Whether no other known area has the name of one whose code says that it is this one. */
  private unnamedElsewhere(area: Area, index: number): boolean {
    return (this.byName.get(normalName(area.name)) ?? []).every((other) => other === index);
  }

  private named(name: string, index: number): "name" | "spelling" | undefined {
    const { names } = this.all[index] as Known;
    if (names.has(name)) return "name";
    return (this.byName.get(normalName(name)) ?? []).includes(index) ? "spelling" : undefined;
  }

  private byNames(state: Matching, codesDiffer: boolean): void {
    this.decide(state, (area) => {
      const named = (this.byName.get(normalName(area.name)) ?? []).filter(
        (index) =>
          this.shareParents(this.area(index), area) &&
          (codesDiffer || this.codesAllow(index, area.code)),
      );
      const exact = named.filter((index) => sameTexts(this.area(index).parents, area.parents));
      return exact.length === 1 ? exact : named;
    });
  }

  private codesAllow(index: number, code: string | null): boolean {
    return code === null || this.area(index).code === null || this.sameCode(index, code);
  }

  private bySuffixes(state: Matching): void {
    const like = (area: Area, same: (own: NameParts, other: NameParts) => boolean): number[] => {
      const own = this.partsOf(area.name);
      return (this.byShortStem.get(shortStem(own.stem)) ?? []).filter(
        (index) =>
          this.shareParents(this.area(index), area) &&
          this.codesAllow(index, area.code) &&
          [...(this.all[index] as Known).names].some((name) => same(own, this.partsOf(name))),
      );
    };
    const ofOneKind = (own: NameParts, other: NameParts): boolean =>
      own.stem === other.stem && own.kind === other.kind;
    this.decide(state, (area) => like(area, ofOneKind), "suffix");
    // 城关镇光华村 may be meant by 光华 as well as 光华社区.
    const behind = new Set<string>();
    for (const { name } of state.areas)
      for (const { rest } of splits(this.partsOf(name))) behind.add(shortStem(rest.stem));
    this.decide(
      state,
      (area) => like(area, sameButForSuffix),
      "suffix",
      ({ name }) => {
        const stem = this.shortStemOf(name);
        return !behind.has(stem) && !this.behindUnits.has(stem);
      },
    );
  }

  /** Takes each area to which just one known one fits, that fits no other area of the table; the others may be several. */
  private decide(
    state: Matching,
    candidates: (area: Area) => readonly number[],
    by?: Evidence,
    isSafe: (area: Area) => boolean = () => true,
  ): void {
    const fits = new Map<number, readonly number[]>();
    const wanted = new Map<number, number[]>();
    for (const [i, area] of state.areas.entries()) {
      if (state.isTaken(i)) continue;
      const free = candidates(area).filter((index) => !state.taken.has(index));
      if (free.length === 0) continue;
      fits.set(i, free);
      for (const index of free) push(wanted, index, i);
    }
    for (const [i, free] of fits) {
      const area = state.areas[i] as Area;
      const { name, parents } = area;
      const [only] = free as [number];
      const rivals = wanted.get(only) as number[];
      const best = rivals.filter((other) =>
        sameTexts((state.areas[other] as Area).parents, this.area(only).parents),
      );
      const isAlone =
        rivals.length === 1 ||
        (best.length === 1 && best[0] === i && sameTexts(parents, this.area(only).parents));
      if (free.length === 1 && isAlone && isSafe(area))
        state.take(i, only, by ?? this.named(name, only) ?? "spelling");
      else state.leaveOpen(i, free);
    }
  }

  /**
   * 东街道柳浪社区 and 柳浪社区: what stands before the name is the unit above, where the other one says so, or where a table has the habit (two areas at least,
   * and half of those that are left).
   */
  private byPrefixes(state: Matching): void {
    const pairs: { readonly i: number; readonly index: number; readonly stated: boolean }[] = [];
    const left = state.areas.flatMap((area, i) => (state.isTaken(i) ? [] : [{ area, i }]));
    const leftStems = new Map<string, number[]>();
    for (const { area, i } of left) push(leftStems, this.shortStemOf(area.name), i);
    for (const { area, i } of left)
      for (const { head, rest } of splits(this.partsOf(area.name)))
        for (const index of this.byShortStem.get(shortStem(rest.stem)) ?? [])
          if (!state.taken.has(index) && this.isSame(rest, this.area(index)))
            pairs.push({ i, index, stated: this.endsWithParent(head, this.area(index)) });
    for (let index = 0; index < this.all.length && left.length > 0; index++) {
      if (state.taken.has(index)) continue;
      for (const { head, rest } of splits(this.partsOf(this.area(index).name)))
        for (const i of leftStems.get(shortStem(rest.stem)) ?? []) {
          const area = state.areas[i] as Area;
          if (this.isSame(rest, area))
            pairs.push({ i, index, stated: this.endsWithParent(head, area) });
        }
    }
    const fits = new Map<number, number[]>();
    const wanted = new Map<number, number[]>();
    for (const { i, index } of pairs) {
      push(fits, i, index);
      push(wanted, index, i);
    }
    const once = pairs.filter(
      ({ i, index }) => fits.get(i)?.length === 1 && wanted.get(index)?.length === 1,
    );
    const isHabit = once.length >= 2 && once.length >= left.length / 2;
    for (const { i, index, stated } of once) {
      if (state.isTaken(i)) continue;
      if (stated || isHabit) state.take(i, index, "prefix");
      else state.found[i] = { ...state.found[i], perhaps: index };
    }
  }

  private isSame(parts: NameParts, area: Area): boolean {
    return sameButForSuffix(parts, this.partsOf(area.name));
  }

  private endsWithParent(head: string, { parents }: Area): boolean {
    const parent = parents.at(-1);
    return parent !== undefined && head.endsWith(this.partsOf(parent).stem);
  }

  /** Parents are compared from the nearest outwards, as far as both name them. */
  shareParents(a: Pick<Area, "parents">, b: Pick<Area, "parents">): boolean {
    const depth = Math.min(a.parents.length, b.parents.length);
    for (let i = 1; i <= depth; i++) {
      const [x, y] = [a.parents.at(-i) as string, b.parents.at(-i) as string];
      if (x === y) continue;
      const [own, other] = [this.partsOf(x), this.partsOf(y)];
      if (own.normal !== other.normal && !sameButForSuffix(own, other)) return false;
    }
    return true;
  }
}

/** What has been decided on the areas of one table. */
class Matching {
  readonly found: Match[];
  readonly taken = new Set<number>();
  left: number;

  constructor(readonly areas: readonly Area[]) {
    this.found = areas.map(() => ({}));
    this.left = areas.length;
  }

  isTaken(i: number): boolean {
    return this.found[i]?.known !== undefined;
  }

  take(i: number, known: number, by: Evidence): void {
    if (this.taken.has(known)) return;
    this.taken.add(known);
    this.left--;
    this.found[i] = { known, by };
  }

  leaveOpen(i: number, mayBe: readonly number[]): void {
    this.found[i] = { mayBe };
  }
}

const unitAtEnd = /(?:街道|[街镇乡区县市村])$/u;

/** Where a name may be parted into the units above and its own. */
function* splits({ normal, stem, kind }: NameParts): Generator<{ head: string; rest: NameParts }> {
  for (let at = 2; at < stem.length; at++) {
    const head = stem.slice(0, at);
    if (unitAtEnd.test(head)) yield { head, rest: { normal, stem: stem.slice(at), kind } };
  }
}

/** A code without marks, blanks and the zeros before it. */
const bareCode = (code: string): string =>
  code.replace(/[^\p{L}\p{N}]+/gu, "").replace(/^0+(?=.)/u, "");

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, i) => text === b[i]);

function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

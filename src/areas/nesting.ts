import { findVariable } from "../codebook/index.ts";
import type { ExcludedRow, Group, Part } from "../engines/engine.ts";
import type { RaisedFinding } from "../intake/findings.ts";
import { codes } from "../survey/codes.ts";
import { Column } from "../survey/column.ts";
import { isExact, type Measured } from "../survey/measured.ts";
import { writtenDecimals } from "../survey/written-decimals.ts";

/**
 * Takes the rows of larger units out of a table in which they stand beside their parts (a city above its townships), so that nobody is counted
 * twice. A row is taken for such a unit where something suggests it (the parents of others, a code of which theirs are continuations, a name
 * with which theirs begin, the depth of the list, the kind of unit) and where what stands below adds up to it. The rows taken out are told
 * as "nested-total", with what they say; their parts have them as a parent. A part without such rows is returned as it is. Where a column
 * states the level of each row, the lowest level is read and no other. A unit whose parts nearly add up to it stays, and is a finding.
 */
export function applyNesting(part: Part): Part {
  const { groups } = part;
  if (groups.length < 3 || groups.length > MOST_GROUPS) return part;
  const parentOf = new Map<number, number>();
  const nested = new Set<number>();
  const upper = aboveTheLowestLevel(groups);
  const findings: RaisedFinding[] = [];
  for (const [index, family] of families(groups)) {
    const children = family.find((candidate) => addUp(part, index, candidate));
    if (children) {
      nested.add(index);
      for (const child of children) parentOf.set(child, index);
      continue;
    }
    const miss = family
      .map((candidate) => nearMiss(part, index, candidate, upper.has(index)))
      .find((found) => found !== undefined);
    if (miss) findings.push(miss);
  }
  for (const index of upper) nested.add(index);
  const told = withFindings(part, findings);
  return nested.size === 0 || nested.size === groups.length
    ? told
    : without(told, nested, parentOf);
}

function withFindings(part: Part, more: readonly RaisedFinding[]): Part {
  if (more.length === 0) return part;
  return {
    ...part,
    findings: [...part.findings, ...more],
    counts: new Map([...part.counts, [codes.levelsTogether, more.length]]),
  };
}

const levelWords: readonly RegExp[] = [
  /^(?:社区|社區|居委会|居委會|村委会|村委會|村居?|[村里]里?|行政村|community|village)级?級?$/iu,
  /^(?:街道|乡镇街道|乡镇|鄉鎮|[镇鎮乡鄉]|乡级|鄉鎮市區|street|township|town|subdistrict)级?級?$/iu,
  /^(?:区县|县区|區縣|[区區县縣]|district|county)级?級?$/iu,
  /^(?:地级市|地市|市|city|prefecture)级?級?$/iu,
  /^(?:省|自治区|province)级?級?$/iu,
];

/** Rows of higher levels than the lowest that a column of levels states; none where any row's level is not understood. */
function aboveTheLowestLevel(groups: readonly Group[]): ReadonlySet<number> {
  const ranks = groups.map(({ level }) =>
    level === undefined ? -1 : levelWords.findIndex((words) => words.test(level)),
  );
  if (ranks.includes(-1)) return new Set();
  const lowest = Math.min(...ranks);
  return new Set(ranks.flatMap((rank, i) => (rank > lowest ? [i] : [])));
}

/** The parts of a unit differ from it by no more than so much of it: they may be its parts all the same. */
const NEAR = 0.1;

/** The finding on a row that others nearly add up to in most quantities. */
function nearMiss(
  { groups, quantities }: Part,
  index: number,
  children: readonly number[],
  leftOut: boolean,
): RaisedFinding | undefined {
  if (children.length < 2) return undefined;
  let compared = 0;
  let near = 0;
  let first:
    | { readonly variable: string; readonly total: number; readonly sum: number }
    | undefined;
  for (const [quantity, column] of quantities) {
    if (findVariable(quantity)?.parts === "same") continue;
    const whole = exactOf(column.at(index));
    const figures = children.flatMap((child) => exactOf(column.at(child)) ?? []);
    if (whole === undefined || whole === 0 || figures.length < children.length) continue;
    const sum = figures.reduce((a, b) => a + b, 0);
    compared++;
    if (Math.abs(sum - whole) <= NEAR * Math.abs(whole)) near++;
    if (sum !== whole) first ??= { variable: quantity, total: whole, sum };
  }
  if (first === undefined || near < 0.8 * compared) return undefined;
  const { area, period, place } = groups[index] as Group;
  const args = { area, ...first, areas: children.length, counted: leftOut ? 0 : 1 };
  return {
    code: codes.levelsTogether,
    place,
    args,
    area,
    variable: first.variable,
    ...(period !== undefined && { period }),
  };
}

/** Larger tables are not lists in which a person has put totals. */
const MOST_GROUPS = 200_000;

/** Each row that may be the whole of others, with the sets of rows that may be its parts. */
function* families(groups: readonly Group[]): Generator<[number, readonly (readonly number[])[]]> {
  const byPeriod = new Map<string, number[]>();
  for (const [i, group] of groups.entries()) push(byPeriod, group.period ?? "", i);
  for (const indices of byPeriod.values()) {
    if (indices.length < 3) continue;
    const finders = [
      byParents(groups, indices),
      byCode(groups, indices),
      byName(groups, indices),
      byIndent(groups, indices),
      byKind(groups, indices),
    ];
    for (const index of indices) {
      const candidates = finders
        .map((find) => find(index))
        .filter((children) => children.length > 0);
      if (candidates.length > 0) yield [index, candidates];
    }
  }
}

type Finder = (index: number) => readonly number[];

function push(map: Map<string, number[]>, key: string, index: number): void {
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
      const list = children.get(parent);
      if (list) list.push(i);
      else children.set(parent, [i]);
      break;
    }
  }
  return (index) => {
    const found = children.get(index) ?? [];
    return found.length > 1 ? found : [];
  };
}

/** What all codes below begin with. A running number behind a dash (68001010-000) is no stem: it is one of its kind. */
const stemOf = (code: string): string => (/-\d+$/.test(code) ? code : code.replace(/0+$/, ""));

/** Rows whose names begin with the name: 臺北市 over 臺北市松山區; only those right below, at least two. */
function byName(groups: readonly Group[], indices: readonly number[]): Finder {
  const places = new Map<string, number>();
  for (const i of indices)
    if (!places.has((groups[i] as Group).area)) places.set((groups[i] as Group).area, i);
  const children = new Map<number, number[]>();
  for (const i of indices) {
    const name = (groups[i] as Group).area;
    for (let length = name.length - 1; length >= 2; length--) {
      const parent = places.get(name.slice(0, length).trim());
      if (parent === undefined || parent === i) continue;
      const list = children.get(parent);
      if (list) list.push(i);
      else children.set(parent, [i]);
      break;
    }
  }
  return (index) => {
    const found = children.get(index) ?? [];
    return found.length > 1 ? found : [];
  };
}

/** Rows that follow with deeper indentation: those of the next depth. */
function byIndent(groups: readonly Group[], indices: readonly number[]): Finder {
  return byRank(indices, (i) => -((groups[i] as Group).indent ?? 0));
}

/** Rows that follow and are units of a smaller kind: communities below their street. */
function byKind(groups: readonly Group[], indices: readonly number[]): Finder {
  return byRank(indices, (i) => kindOf(groups[i] as Group));
}

const kinds: readonly RegExp[] = [
  /(?:社区|社區|居委会|居委會|村委会|村委會|[村里])$/u,
  /(?:街道|街道办事处|[镇鎮乡鄉])$/u,
  /[区區县縣旗]$/u,
  /(?:市|盟|州|地区|地區)$/u,
  /(?:省|自治区|自治區)$/u,
];

function kindOf({ area }: Group): number {
  const rank = kinds.findIndex((kind) => kind.test(area));
  return rank === -1 ? 0 : rank;
}

/** The rows of the greatest lower rank between a row and the next one of its own rank or above. */
function byRank(indices: readonly number[], rankOf: (index: number) => number): Finder {
  const ranks = indices.map(rankOf);
  if (new Set(ranks).size < 2) return () => [];
  const children = new Map<number, number[]>();
  const open: number[] = [];
  ranks.forEach((rank, at) => {
    while (open.length > 0 && (ranks[open.at(-1) as number] as number) <= rank) open.pop();
    const parent = open.at(-1);
    if (parent !== undefined) {
      const key = indices[parent] as number;
      const list = children.get(key);
      if (list) list.push(indices[at] as number);
      else children.set(key, [indices[at] as number]);
    }
    open.push(at);
  });
  return (index) => children.get(index) ?? [];
}

/** Whether the parts add up to the row: in all of the quantities that both have, save a few that may be slips. */
function addUp({ quantities }: Part, index: number, children: readonly number[]): boolean {
  let compared = 0;
  let agreed = 0;
  for (const [quantity, column] of quantities) {
    if (findVariable(quantity)?.parts === "same") continue;
    const whole = exactOf(column.at(index));
    if (whole === undefined || whole === 0) continue;
    let sum = 0;
    let told = 0;
    for (const child of children) {
      const figure = exactOf(column.at(child));
      if (figure === undefined) continue;
      told++;
      sum += figure;
    }
    if (told === 0) continue;
    compared++;
    // Rounded figures (万人 with two decimals) may each be off by half a unit of their last place.
    const tolerance =
      Number.isInteger(whole) && Number.isInteger(sum) && whole % 10 !== 0
        ? 0
        : (roundingOf(whole) * (told + 1)) / 2;
    if (Math.abs(sum - whole) <= tolerance + Math.abs(whole) * 1e-9) agreed++;
  }
  return compared > 0 && agreed >= 0.8 * compared;
}

const exactOf = (m: Measured): number | undefined => (isExact(m) ? m.value : undefined);

/** The unit of a figure's last place, where it is plainly rounded: 0.01 for 3.25, 100 for 35,200; 0 for whole numbers below a thousand. */
function roundingOf(figure: number): number {
  const plain = Number(figure.toPrecision(12));
  const decimals = writtenDecimals(plain);
  if (decimals > 0) return 10 ** -decimals;
  const zeros = /0+$/.exec(String(plain))?.[0].length ?? 0;
  return zeros >= 2 && figure >= 10_000 ? 10 ** zeros : 0;
}

function without(
  part: Part,
  nested: ReadonlySet<number>,
  parentOf: ReadonlyMap<number, number>,
): Part {
  const kept = part.groups.flatMap((_, i) => (nested.has(i) ? [] : [i]));
  const quantities = new Map<string, Column>();
  for (const [quantity, column] of part.quantities) {
    const copy = new Column(kept.length);
    kept.forEach((from, to) => {
      copy.merge(to, column, from);
    });
    quantities.set(quantity, copy);
  }
  const taken = new Map<number, ExcludedRow>();
  for (const i of nested) {
    const { area, place } = part.groups[i] as Group;
    const line = place.line ?? 0;
    taken.set(line, { line, reason: "nested-total", label: area });
  }
  return {
    ...part,
    groups: kept.map((i) => placed(part.groups, i, parentOf)),
    quantities,
    rows: part.rows - taken.size,
    excluded: [...part.excluded, ...taken.values()].sort((a, b) => a.line - b.line),
  };
}

/** A row that named no parents lies in the units above it. */
function placed(
  groups: readonly Group[],
  index: number,
  parentOf: ReadonlyMap<number, number>,
): Group {
  const group = groups[index] as Group;
  if (group.parents.length > 0) return group;
  const parents: string[] = [];
  for (
    let parent = parentOf.get(index);
    parent !== undefined && parents.length < 6;
    parent = parentOf.get(parent)
  )
    parents.unshift((groups[parent] as Group).area);
  return parents.length === 0 ? group : { ...group, parents };
}

import type { Doubt, Group, Part } from "../../engines/engine.ts";
import type { RaisedFinding } from "../../intake/findings.ts";
import type { ReadingPlan } from "../../intake/plan.ts";
import { isSizeClass } from "../../intake/rows/class-words.ts";
import { declaredMeaning } from "../../intake/rows/row-rules.ts";
import { codes } from "../../survey/codes.ts";
import { behindTotal } from "./behind-total.ts";
import type { Block } from "./blocks.ts";
import {
  type EvidenceKind,
  isStated,
  type Suggested,
  suggestedParts,
  weightOfKinds,
} from "./evidence.ts";
import { addsUp, type Comparison, compare, type Figures, figuresOf, isNear } from "./figures.ts";
import { type LevelRows, levelRows } from "./level-rows.ts";
import { nearlySumOfAll } from "./lone-total.ts";
import { inRuns, type SideBySide, sideBySide } from "./side-by-side.ts";
import { isStatedWhole, type Stated, statedWholes } from "./stated-wholes.ts";
import { unmarkedSums } from "./unmarked-sums.ts";

/** Which rows of a table are sums of which others. */
export interface Forest {
  /** Rows that stand for others: not to be counted. */
  readonly wholes: ReadonlySet<number>;
  /** Row → the row it is a part of. */
  readonly parentOf: ReadonlyMap<number, number>;
  readonly doubts: readonly Doubt[];
  readonly findings: readonly RaisedFinding[];
}

/** What of a reading plan has to be known: how columns are written, and what the user says of rows. */
export type RowsDeclared = Pick<ReadingPlan, "columns" | "rowRules" | "level">;

/** Larger tables are not lists in which a person has put totals. */
const MOST_ROWS = 200_000;

/**
 * Finds the rows that are the sums of others: those whose parts are told (by a column of parents or levels, codes, names, indentation, the kinds of
 * units, classes of size) and add up to them, then those that arithmetic alone tells beyond chance. Rows of different periods have nothing to do with
 * each other. Where what is told does not add up, or what adds up may be chance, there is a finding, and a doubt where it matters.
 */
export function forestOf(
  part: Part,
  plan: RowsDeclared | undefined,
  leftOut: ReadonlySet<number> = new Set(),
): Forest {
  const { groups } = part;
  const grown = new Grown(groups, figuresOf(part, plan), areasDeclared(groups, plan?.rowRules));
  if (groups.length >= 2 && groups.length <= MOST_ROWS)
    for (const [period, rows] of rowsByPeriod(groups, leftOut))
      growPeriod(grown, rows, statedWholes(part, period));
  doubtBehind(grown, part, leftOut);
  return grown;
}

class Grown implements Forest {
  readonly wholes = new Set<number>();
  readonly parentOf = new Map<number, number>();
  readonly doubts: Doubt[] = [];
  readonly findings: RaisedFinding[] = [];

  constructor(
    readonly groups: readonly Group[],
    readonly figures: Figures,
    /** Rows that the user says are areas like the others. */
    readonly declared: ReadonlySet<number>,
  ) {}

  takeOut(whole: number, parts: readonly number[]): void {
    this.wholes.add(whole);
    for (const part of parts) this.parentOf.set(part, whole);
  }

  roots(rows: readonly number[]): number[] {
    return rows.filter((row) => !this.parentOf.has(row));
  }
}

function areasDeclared(
  groups: readonly Group[],
  rules: RowsDeclared["rowRules"] = [],
): ReadonlySet<number> {
  const areas = rules.filter(({ are }) => are === "area");
  return new Set(
    areas.length === 0
      ? []
      : groups.flatMap(({ area }, i) =>
          declaredMeaning(areas, [area], undefined) === "area" ? [i] : [],
        ),
  );
}

function rowsByPeriod(
  groups: readonly Group[],
  leftOut: ReadonlySet<number>,
): Map<string, number[]> {
  const byPeriod = new Map<string, number[]>();
  for (let i = 0; i < groups.length; i++) {
    if (leftOut.has(i)) continue;
    const key = (groups[i] as Group).period ?? "";
    const rows = byPeriod.get(key);
    if (rows) rows.push(i);
    else byPeriod.set(key, [i]);
  }
  return byPeriod;
}

function growPeriod(grown: Grown, rows: readonly number[], stated: readonly Stated[]): void {
  const { groups, figures } = grown;
  const isWhole = (some: readonly number[]): boolean | undefined =>
    isStatedWhole(figures, stated, some);
  const levels = levelRows(groups, rows, figures);
  const may = (whole: number, parts: readonly number[]): boolean =>
    !grown.declared.has(whole) && levels.may(whole, parts);
  const missed = takeSuggested(grown, rows, levels);
  takeClasses(grown, rows, isWhole);
  const period = { groups, figures, may, isWhole };
  const apart = sideBySide(grown.roots(rows), groups, figures, may);
  const { sums, doubtful, roots } = unmarkedSums(grown.roots(rows), period);
  for (const { whole, parts } of sums) grown.takeOut(whole, parts);
  tellUnmarked(
    grown,
    sums.filter((block) => needsWord(groups, block)),
  );
  takeUpperLevels(grown, levels);
  if (isWhole(roots) === true) return;
  const listedApart = apart ?? sideBySide(grown.roots(rows), groups, figures, may);
  if (listedApart && listedApart.weight >= WORTH_DOUBT) takeSideBySide(grown, listedApart);
  for (const { whole, parts, comparison } of doubtful) {
    if (
      grown.wholes.has(whole) ||
      parts.some((part) => grown.wholes.has(part) && !roots.includes(part))
    )
      continue;
    grown.doubts.push({ whole, parts });
    grown.findings.push(doubtFinding(groups, { whole, parts, comparison }));
  }
  for (const { whole, suggested, comparison } of missed) {
    if (grown.wholes.has(whole) || grown.doubts.some((doubt) => doubt.whole === whole)) continue;
    grown.doubts.push({ whole, parts: suggested.parts });
    grown.findings.push(missFinding(groups, whole, suggested.parts, comparison, false));
  }
  const lone = nearlySumOfAll(grown.roots(rows), groups, figures);
  if (!lone || grown.wholes.has(lone.whole) || !may(lone.whole, lone.parts)) return;
  if (grown.doubts.some(({ whole }) => whole === lone.whole)) return;
  grown.doubts.push({ whole: lone.whole, parts: lone.parts });
  grown.findings.push(doubtFinding(groups, lone));
}

/** Rows behind the total of the table, which leaves them out, are no areas for certain: nothing is added up over them and those that it counts. */
function doubtBehind(grown: Grown, part: Part, leftOut: ReadonlySet<number>): void {
  const { groups, figures, declared } = grown;
  const roots = grown.roots(groups.flatMap((_, i) => (leftOut.has(i) ? [] : [i])));
  const found = behindTotal(part, figures, roots);
  const open = found?.behind.filter((row) => !declared.has(row)) ?? [];
  const [first] = open;
  if (!found || first === undefined) return;
  for (const whole of open) grown.doubts.push({ whole, parts: found.counted });
  const names = open.map((row) => (groups[row] as Group).area);
  grown.findings.push(
    finding(codes.behindTotal, groups[first] as Group, undefined, {
      names: names.slice(0, MOST_NAMED),
      first: names[0] as string,
      count: names.length,
      total: found.label,
    }),
  );
}

/** Names that one finding shows. */
const MOST_NAMED = 5;

/** Odds beyond which units listed apart from their parts are taken for such, or doubted: as for rows that lie together. */
const BEYOND_CHANCE = 4;
const WORTH_DOUBT = 0.6;

/** Units that are listed apart from their parts: each the sum of its own, or in doubt where only all of them come to the same. */
function takeSideBySide(grown: Grown, apart: SideBySide): void {
  const { groups, figures, wholes, parentOf } = grown;
  const units = apart.units.filter((row) => !wholes.has(row));
  const parts = apart.parts.filter((row) => !parentOf.has(row));
  const [first] = units;
  if (first === undefined || parts.length === 0) return;
  const blocks = inRuns({ units, parts }, figures);
  const weight = (blocks ?? []).reduce(
    (sum, { whole, parts: own, comparison }) =>
      sum + comparison.weight + (weightOfKinds(groups, whole, own) ?? 0),
    0,
  );
  if (blocks && weight >= BEYOND_CHANCE) {
    for (const block of blocks) grown.takeOut(block.whole, block.parts);
    tellUnmarked(
      grown,
      blocks.filter((block) => needsWord(groups, block)),
    );
    return;
  }
  for (const whole of units) grown.doubts.push({ whole, parts });
  const comparison = compare(figures, first, parts);
  grown.findings.push(doubtFinding(groups, { whole: first, parts, comparison }));
}

interface Missed {
  readonly whole: number;
  readonly suggested: Suggested;
  readonly comparison: Comparison;
}

/** Takes out the rows whose parts are told and add up to them; gives those of which that may be true though they do not. */
function takeSuggested(grown: Grown, rows: readonly number[], levels: LevelRows): Missed[] {
  const { groups, figures } = grown;
  const suggestedFor = suggestedParts(groups, rows, levels.heights);
  const missed: Missed[] = [];
  const all = rows.flatMap((whole) => {
    if (grown.declared.has(whole)) return [];
    const compared = suggestedFor(whole).map((suggested) => ({
      whole,
      suggested,
      comparison: compare(figures, whole, suggested.parts),
    }));
    return compared.length === 0 ? [] : [{ whole, compared }];
  });
  const sound = soundOnes(all.flatMap(({ compared }) => compared));
  const wrongWay = rarerWay(sound);
  for (const { whole, compared: suggestions } of all) {
    const compared = suggestions.filter(({ suggested }) => suggested.by !== wrongWay);
    const proven = compared.find(
      ({ suggested, comparison }) =>
        addsUp(comparison) || (isStated(suggested.by) && isOnlyIncomplete(comparison)),
    );
    if (proven) {
      const { suggested, comparison } = proven;
      grown.takeOut(whole, suggested.parts);
      if (comparison.miss)
        grown.findings.push(missFinding(groups, whole, suggested.parts, comparison, true));
      continue;
    }
    const near = compared.find(
      ({ suggested, comparison }) =>
        mayBeMissed(groups, whole, suggested, comparison) ||
        (isLikeOthers(suggested.by, sound) && comparison.compared > 0),
    );
    if (!near || levels.heights) continue;
    const { suggested, comparison } = near;
    if (isStated(suggested.by) && isNear(comparison)) {
      grown.takeOut(whole, suggested.parts);
      grown.findings.push(missFinding(groups, whole, suggested.parts, comparison, true));
    } else missed.push(near);
  }
  return missed;
}

/** How many rows add up by each kind of evidence. */
function soundOnes(compared: readonly Missed[]): ReadonlyMap<EvidenceKind, number> {
  const sound = new Map<EvidenceKind, number>();
  for (const { suggested, comparison } of compared)
    if (addsUp(comparison)) sound.set(suggested.by, (sound.get(suggested.by) ?? 0) + 1);
  return sound;
}

/** Of the two ways in which units may stand to their parts, below them or above, the one in which fewer add up; none where that is equal. */
function rarerWay(sound: ReadonlyMap<EvidenceKind, number>): EvidenceKind | undefined {
  const [below, above] = [sound.get("kind") ?? 0, sound.get("kind-above") ?? 0];
  return below === above ? undefined : below < above ? "kind" : "kind-above";
}

/** Nothing speaks against it but that some of the parts leave cells blank. */
const isOnlyIncomplete = ({ compared, agreed, incomplete, exceeded }: Comparison): boolean =>
  incomplete > 0 && agreed === compared && exceeded === 0;

/** Where others of the kind are the sums of their parts, this one is a unit too, however far off it is. */
const isLikeOthers = (by: EvidenceKind, sound: ReadonlyMap<EvidenceKind, number>): boolean =>
  by !== "code" && by !== "name" && (sound.get(by) ?? 0) > 0;

/** Half of a unit may be missing from a list of its parts, and a part may be written too large. */
const LEAST_SHARE = 0.5;
const MOST_SHARE = 1.5;

/** Whether rows may be the parts of a unit though they do not add up to it: nearly, or as far as they are listed. */
function mayBeMissed(
  groups: readonly Group[],
  whole: number,
  { by, parts }: Suggested,
  comparison: Comparison,
): boolean {
  if (parts.length < 2 || comparison.compared === 0) return false;
  const { area, parents } = groups[whole] as Group;
  if (parents.at(-1) === area) return false;
  if (isNear(comparison)) return true;
  const { miss, exceeded } = comparison;
  if (miss === undefined || by === "code" || miss.sum > MOST_SHARE * miss.total) return false;
  if (by === "name" && weightOfKinds(groups, whole, parts) !== WORDS_OF_KINDS) return false;
  return (isStated(by) && exceeded === 0) || miss.sum >= LEAST_SHARE * miss.total;
}

const WORDS_OF_KINDS = 2;

/** Classes of size (5000人以上) are the sums of what stands below or above them; a class of its own that adds nothing up is a doubt. */
function takeClasses(
  grown: Grown,
  rows: readonly number[],
  isWhole: (rows: readonly number[]) => boolean | undefined,
): void {
  const { groups, figures } = grown;
  const isClass = (row: number): boolean => isSizeClass((groups[row] as Group).area);
  const roots = grown.roots(rows);
  const classes = roots.filter((row) => isClass(row) && !grown.declared.has(row));
  if (classes.length === 0 || classes.length === roots.length || isWhole(roots) === true) return;
  for (const order of [roots, [...roots].reverse()]) {
    const spans = new Map<number, number[]>();
    let open: number[] | undefined;
    for (const row of order) {
      if (isClass(row)) {
        open = [];
        spans.set(row, open);
      } else open?.push(row);
    }
    const sound = [...spans].filter(
      ([row, parts]) => parts.length > 0 && addsUp(compare(figures, row, parts)),
    );
    if (sound.length < classes.length / 2) continue;
    for (const [row, parts] of sound) grown.takeOut(row, parts);
    break;
  }
  for (const whole of classes) {
    if (grown.wholes.has(whole)) continue;
    const parts = roots.filter((row) => !isClass(row));
    const comparison = compare(figures, whole, parts);
    grown.doubts.push({ whole, parts });
    grown.findings.push(doubtFinding(groups, { whole, parts, comparison }));
  }
}

/** Of a column of levels, what is still above the lowest level is not counted; where it does not add up, that is a finding. */
function takeUpperLevels(grown: Grown, levels: LevelRows): void {
  for (const { whole, parts, isCertain } of levels.left(grown)) {
    const comparison = compare(grown.figures, whole, parts);
    if (isCertain) grown.takeOut(whole, parts);
    else grown.doubts.push({ whole, parts });
    if (comparison.miss && (parts.length > 1 || grown.parentOf.has(whole)))
      grown.findings.push(missFinding(grown.groups, whole, parts, comparison, isCertain));
    else if (!isCertain)
      grown.findings.push(doubtFinding(grown.groups, { whole, parts, comparison }));
  }
}

/** Whether nothing but arithmetic says that a row is a sum. */
const needsWord = (groups: readonly Group[], { whole, parts }: Block): boolean =>
  (groups[whole] as Group).level === undefined &&
  (weightOfKinds(groups, whole, parts) ?? 0) < WORDS_OF_KINDS;

const finding = (
  code: RaisedFinding["code"],
  { area, period, place }: Group,
  variable: string | undefined,
  args: RaisedFinding["args"],
): RaisedFinding => ({
  code,
  place,
  args,
  area,
  ...(variable !== undefined && { variable }),
  ...(period !== undefined && { period }),
});

/** One finding on all rows that were taken for sums because of their figures. */
function tellUnmarked({ groups, findings }: Grown, blocks: readonly Block[]): void {
  const [first, ...others] = [...blocks].sort((a, b) => a.whole - b.whole);
  if (!first?.comparison.match) return;
  const group = groups[first.whole] as Group;
  const { variable } = first.comparison.match;
  findings.push(
    finding(codes.unmarkedTotal, group, variable, {
      area: group.area,
      ...first.comparison.match,
      areas: first.parts.length,
      ...(others.length > 0 && { more: others.length }),
    }),
  );
}

function doubtFinding(
  groups: readonly Group[],
  { whole, parts, comparison }: Block,
): RaisedFinding {
  const group = groups[whole] as Group;
  const told = comparison.match ?? comparison.miss;
  return finding(codes.rowsUncertain, group, told?.variable, {
    area: group.area,
    areas: parts.length,
    first: (groups[parts[0] as number] as Group).area,
    ...(told && { variable: told.variable, total: told.total }),
  });
}

/** A unit that its parts do not add up to; `out`: it is not counted all the same. */
function missFinding(
  groups: readonly Group[],
  whole: number,
  parts: readonly number[],
  { miss }: Comparison,
  out: boolean,
): RaisedFinding {
  const group = groups[whole] as Group;
  return finding(codes.levelsTogether, group, miss?.variable, {
    area: group.area,
    ...(miss ?? {}),
    areas: parts.length,
    counted: out ? 0 : 1,
  });
}

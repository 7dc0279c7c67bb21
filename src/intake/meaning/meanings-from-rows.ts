import { matchHeader } from "../../codebook/match.ts";
import { looksNumeric } from "../cells/cell-kind.ts";
import type { ColumnHead, HeadMeaning } from "../heads/head-meaning.ts";
import { isCommunity } from "../rows/row-kinds.ts";
import { isTotalWord } from "../rows/total-words.ts";

/**
 * Which columns name the area. 区域别 is the parent where a column of communities stands beside it; the innermost parent is the area where
 * none does; of two columns of areas the one with more names is the area, the one before it its parent. Two lists beside each other are not mixed:
 * only the first is read.
 */
export function resolveAreas(
  meanings: HeadMeaning[],
  heads: readonly ColumnHead[],
  rows: readonly (readonly string[])[],
): void {
  const indices = (key: string): number[] =>
    meanings.flatMap((m, i) => (m.kind === "key" && m.key === key ? [i] : []));
  const areas = indices("area");
  if (areas.length === 0) {
    const parents = indices("parent_area");
    // The corner of a table is often left blank.
    const corner = meanings.findIndex(
      (m, i) => m.kind === "blank" && holdsAreas(rows.map((row) => (row[i] ?? "").trim())),
    );
    if (corner !== -1) {
      meanings[corner] = { kind: "key", key: "area" };
      return;
    }
    const or = parents.findLast((i) => (meanings[i] as { or?: string }).or === "area");
    const innermost = or ?? parents.at(-1);
    if (innermost !== undefined) meanings[innermost] = { kind: "key", key: "area" };
    return;
  }
  // 社区 over 户数, 常住人口, 党员数: the rows are no areas.
  for (const i of areas)
    if (holdsLabels(rows.map((row) => (row[i] ?? "").trim())))
      meanings[i] = { kind: "item", item: "variable" };
  const second = areas.find(
    (i, k) => k > 0 && heads[i]?.header.trim() === heads[areas[k - 1] as number]?.header.trim(),
  );
  const between = second === undefined ? [] : meanings.slice(areas[0], second);
  if (second !== undefined && between.some((m) => m.kind === "variable" || m.kind === "band")) {
    // Another list beside this one, about other areas in each row.
    for (let i = second; i < meanings.length; i++)
      meanings[i] = { kind: "unknown", suggestions: [] };
    return;
  }
  if (areas.length === 1) return;
  const names = (i: number): number => new Set(rows.map((row) => row[i] ?? "")).size;
  const finest = areas.reduce((best, i) => (names(i) >= names(best) ? i : best));
  for (const i of areas)
    if (i !== finest)
      meanings[i] = i < finest ? { kind: "key", key: "parent_area" } : { kind: "ignored" };
}

/** Variables and age bands that the codebook knows, for the most part. */
function holdsLabels(cells: readonly string[]): boolean {
  const filled = cells.filter((text) => text !== "" && !looksNumeric(text));
  const isLabel = (text: string): boolean => {
    const { kind } = matchHeader(text);
    return kind === "variable" || kind === "band";
  };
  return (
    filled.length >= 2 &&
    filled.slice(0, 20).filter(isLabel).length >= 0.6 * Math.min(20, filled.length)
  );
}

/** Names of communities, for the most part, no two alike. */
function holdsAreas(cells: readonly string[]): boolean {
  const filled = cells.filter((text) => text !== "" && !isTotalWord(text));
  return (
    filled.length >= 2 &&
    new Set(filled).size === filled.length &&
    filled.filter(isCommunity).length >= 0.6 * filled.length
  );
}

/**
 * Which column has the areas' own codes: of two the one that names villages, else the one with more codes. A code beside several names in
 * one period is that of the unit above: such a column is not the areas'.
 */
export function resolveCodes(
  meanings: HeadMeaning[],
  heads: readonly ColumnHead[],
  rows: readonly (readonly string[])[],
): void {
  const indices = meanings.flatMap((m, i) =>
    m.kind === "key" && m.key === "area_code" ? [i] : [],
  );
  const area = meanings.findIndex((m) => m.kind === "key" && m.key === "area");
  if (indices.length === 0 || area === -1) return;
  const ofVillage = (i: number): boolean =>
    /村|里|社区|社區|village|community/iu.test((heads[i] as ColumnHead).header);
  const distinct = (i: number): number => new Set(rows.map((row) => row[i] ?? "")).size;
  const finest = indices.reduce((best, i) =>
    ofVillage(i) && !ofVillage(best)
      ? i
      : distinct(i) > distinct(best) && ofVillage(i) === ofVillage(best)
        ? i
        : best,
  );
  const periods = meanings.flatMap((m, i) => (m.kind === "key" && m.key === "period" ? [i] : []));
  for (const i of indices)
    if (i !== finest || isOfParents(rows, i, area, periods)) meanings[i] = { kind: "ignored" };
}

/** Whether most codes of a column stand with several names of areas in one period. */
function isOfParents(
  rows: readonly (readonly string[])[],
  code: number,
  area: number,
  periods: readonly number[],
): boolean {
  // 1.10101E+11 is what a spreadsheet has left of several codes.
  if (rows.some((row) => /^\d(?:\.\d+)?E\+\d+$/iu.test((row[code] ?? "").trim()))) return false;
  const names = new Map<string, Set<string>>();
  for (const row of rows) {
    const own = (row[code] ?? "").trim();
    const name = (row[area] ?? "").trim();
    if (own === "" || name === "" || isTotalWord(name)) continue;
    const key = [own, ...periods.map((i) => row[i] ?? "")].join("\u0000");
    names.set(key, (names.get(key) ?? new Set()).add(name));
  }
  const shared = [...names.values()].filter(({ size }) => size > 1).length;
  return shared > 0 && shared >= names.size / 2;
}

/** A bare 合计 that is the whole of nothing: the figures of a long table, where no column has them; otherwise it is not understood. */
export function resolveWholes(meanings: HeadMeaning[]): void {
  const hasItem = meanings.some((m) => m.kind === "item");
  const hasValue = meanings.some((m) => m.kind === "value");
  meanings.forEach((meaning, i) => {
    if (meaning.kind !== "whole") return;
    meanings[i] = hasItem && !hasValue ? { kind: "value" } : { kind: "unknown", suggestions: [] };
  });
}

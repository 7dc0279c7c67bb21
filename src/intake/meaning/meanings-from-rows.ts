import { matchHeader } from "../../codebook/match.ts";
import { looksNumeric } from "../cells/cell-kind.ts";
import type { ColumnHead, HeadMeaning } from "../heads/head-meaning.ts";
import { isCommunity } from "../rows/row-kinds.ts";
import { isTotalWord } from "../rows/total-words.ts";

/** A corner that names both the rows and the heads: 社区\\项目, 项目/社区, or both in two lines. */
const corner = /^(.{1,12}?)\s*[\\＼/／|、\s]\s*(.{1,12})$/u;
const ofTheHeads =
  /^(?:年[龄齡](?:[段组組别別层層]|分组|分組)?|性[别別]|人口|居民|[类類]型|项目|項目|指标|指標|内容|內容|类别|類別|分类|分類|变量|變數|数据|數據|资料|資料|名称|年份|年度|月份|时间|items?|indicators?|variables?|years?|ages?(?:[_ ]groups?)?|sex|gender)$/iu;

function cornerKey(header: string): "area" | "parent_area" | undefined {
  const [, one = "", other = ""] = corner.exec(header.trim()) ?? [];
  for (const [own, beside] of [
    [one, other],
    [other, one],
  ] as const) {
    const meaning = ofTheHeads.test(beside) ? matchHeader(own) : undefined;
    if (meaning?.kind === "key" && (meaning.key === "area" || meaning.key === "parent_area"))
      return meaning.key;
  }
  return undefined;
}

/** Heads that name whatever stands in the rows: that of areas beside another word for a place. */
const anyName = /^(?:name|names|名称|名稱)$/iu;
/** Area is an extent where figures stand below it. */
const extent = /^(?:total[ _])?areas?$/iu;

const rankOf = (meaning: HeadMeaning | undefined): number | undefined =>
  meaning?.kind === "key" ? meaning.rank : undefined;

/**
 * Which columns name the area. Of several units the finest is the area, those that it lies in are its parents; a unit by itself is the area whatever its
 * size. A second column with the same names in another language is not needed. Two lists beside each other are not mixed: only the first is read.
 */
export function resolveAreas(
  meanings: HeadMeaning[],
  heads: readonly ColumnHead[],
  rows: readonly (readonly string[])[],
): void {
  const indices = (key: string): number[] =>
    meanings.flatMap((m, i) => (m.kind === "key" && m.key === key ? [i] : []));
  const cellsOf = (i: number): string[] => rows.map((row) => (row[i] ?? "").trim());
  const header = (i: number): string => (heads[i] as ColumnHead).header.trim();
  for (const [i, meaning] of meanings.entries()) {
    if (meaning.kind !== "unknown" && meaning.kind !== "item") continue;
    const key = cornerKey(header(i));
    if (key && !holdsLabels(cellsOf(i))) meanings[i] = { kind: "key", key };
  }
  for (const i of indices("area"))
    if (extent.test(header(i)) && isExtent(cellsOf(i), meanings))
      meanings[i] = { kind: "ambiguous", candidates: ["land_area"] };
  nameOfPlaces(meanings, header, cellsOf);
  const areas = indices("area");
  if (areas.length === 0) {
    const parents = indices("parent_area");
    // The corner of a table is often left blank.
    const blank = meanings.findIndex((m, i) => m.kind === "blank" && holdsAreas(cellsOf(i)));
    if (blank !== -1) {
      meanings[blank] = { kind: "key", key: "area" };
      return;
    }
    const or = parents.findLast((i) => (meanings[i] as { or?: string }).or === "area");
    const innermost = or ?? finestOf(parents, meanings, cellsOf);
    if (innermost === undefined) return;
    const rank = rankOf(meanings[innermost]);
    meanings[innermost] = { kind: "key", key: "area", ...(rank !== undefined && { rank }) };
    dropTranslations(meanings, innermost, indices("parent_area"), cellsOf);
    return;
  }
  // 社区 over 户数, 常住人口, 党员数: the rows are no areas.
  for (const i of areas)
    if (holdsLabels(cellsOf(i))) meanings[i] = { kind: "item", item: "variable" };
  const second = areas.find((i, k) => k > 0 && header(i) === header(areas[k - 1] as number));
  const between = second === undefined ? [] : meanings.slice(areas[0], second);
  if (second !== undefined && between.some((m) => m.kind === "variable" || m.kind === "band")) {
    // Another list beside this one, about other areas in each row.
    for (let i = second; i < meanings.length; i++)
      meanings[i] = { kind: "unknown", suggestions: [] };
    return;
  }
  const finest =
    areas.length === 1 ? (areas[0] as number) : (finestOf(areas, meanings, cellsOf) as number);
  dropTranslations(meanings, finest, [...indices("parent_area"), ...areas], cellsOf);
  for (const i of areas)
    if (i !== finest && meanings[i]?.kind === "key")
      meanings[i] =
        i < finest || isFiner(finest, i, meanings)
          ? { kind: "key", key: "parent_area" }
          : { kind: "ignored" };
}

const isFiner = (i: number, other: number, meanings: readonly HeadMeaning[]): boolean =>
  (rankOf(meanings[i]) ?? 0) > (rankOf(meanings[other]) ?? Number.POSITIVE_INFINITY);

/** The column of the finest units: of the highest rank where all have one and the names do not speak against it; else the one with most names, the last of such. */
function finestOf(
  columns: readonly number[],
  meanings: readonly HeadMeaning[],
  cellsOf: (i: number) => string[],
): number | undefined {
  if (columns.length < 2) return columns[0];
  const names = new Map(columns.map((i) => [i, new Set(cellsOf(i)).size]));
  const count = (i: number): number => names.get(i) ?? 0;
  if (columns.every((i) => rankOf(meanings[i]) !== undefined)) {
    const rank = (i: number): number => rankOf(meanings[i]) ?? 0;
    const finest = columns.reduce((best, i) => (rank(i) >= rank(best) ? i : best));
    // Two states may each have a district North: fewer names than states would be another matter.
    if (columns.every((i) => count(i) <= 2 * count(finest))) return finest;
  }
  return columns.some(
    (i) => meanings[i]?.kind === "key" && (meanings[i] as { key: string }).key === "area",
  )
    ? columns.reduce((best, i) => (count(i) >= count(best) ? i : best))
    : columns.at(-1);
}

/** Figures with decimals, or any figures where another column has the names. */
function isExtent(cells: readonly string[], meanings: readonly HeadMeaning[]): boolean {
  const filled = cells.filter((text) => text !== "");
  if (filled.length === 0 || !filled.every(looksNumeric)) return false;
  return (
    filled.some((text) => /[.]\d/u.test(text)) ||
    meanings.some((m) => m.kind === "key" && m.key === "parent_area")
  );
}

/** A column headed only Name names the areas where nothing else does and another column tells of places. */
function nameOfPlaces(
  meanings: HeadMeaning[],
  header: (i: number) => string,
  cellsOf: (i: number) => string[],
): void {
  if (meanings.some((m) => m.kind === "key" && m.key === "area")) return;
  const speaksOfPlaces = meanings.some(
    (m) =>
      (m.kind === "key" && (m.key === "parent_area" || m.key === "area_code")) ||
      (m.kind === "ambiguous" && m.candidates[0] === "land_area" && m.candidates.length === 1),
  );
  if (!speaksOfPlaces) return;
  const named = meanings.findIndex((m, i) => m.kind === "unknown" && anyName.test(header(i)));
  if (named === -1) return;
  const filled = cellsOf(named).filter((text) => text !== "");
  if (filled.length > 0 && !filled.some(looksNumeric))
    meanings[named] = { kind: "key", key: "area" };
}

/** Names of the same areas in another language beside them: one for each, and no unit above. */
function dropTranslations(
  meanings: HeadMeaning[],
  area: number,
  others: readonly number[],
  cellsOf: (i: number) => string[],
): void {
  const own = cellsOf(area);
  const hasHan = (cells: readonly string[]): boolean =>
    cells.some((text) => /\p{Script=Han}/u.test(text));
  for (const i of others) {
    if (i === area) continue;
    const cells = cellsOf(i);
    if (hasHan(cells) === hasHan(own)) continue;
    const pairs = new Map<string, Set<string>>();
    own.forEach((name, row) => {
      if (name === "") return;
      pairs.set(name, (pairs.get(name) ?? new Set()).add(cells[row] ?? ""));
    });
    const distinct = new Set(cells.filter((_, row) => own[row] !== ""));
    if (
      pairs.size > 1 &&
      distinct.size === pairs.size &&
      [...pairs.values()].every(({ size }) => size === 1)
    )
      meanings[i] = { kind: "ignored" };
  }
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
  const rank = rankOf(meanings[area]);
  const ofLarger = (i: number): boolean =>
    rank !== undefined && (rankOf(meanings[i]) ?? rank) < rank && indices.length > 1;
  const finest = indices.reduce((best, i) =>
    ofLarger(best) && !ofLarger(i)
      ? i
      : ofLarger(i)
        ? best
        : ofVillage(i) && !ofVillage(best)
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

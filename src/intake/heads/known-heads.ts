import { matchHeader } from "../../codebook/match.ts";
import { readUnit } from "../../codebook/unit-spellings.ts";
import { looksLikeYear, looksNumeric, risesEvenly, risesInRanges } from "../cells/cell-kind.ts";
import { filledCells, isFilled } from "../cells/filled-cells.ts";
import { isCommunity, isHeading } from "../rows/row-kinds.ts";
import { datedHead } from "./dated-heads.ts";

const known = new Map<string, boolean>();
const MOST_REMEMBERED = 20_000;

/** Whether the codebook knows a header; remembered, since the same rows are asked about again and again. */
export function isKnownHead(cell: string): boolean {
  const text = cell.trim();
  if (text === "" || text.length > 60 || looksNumeric(text)) return false;
  let answer = known.get(text);
  if (answer === undefined) {
    answer = matchHeader(text).kind !== "unknown";
    if (known.size > MOST_REMEMBERED) known.clear();
    known.set(text, answer);
  }
  return answer;
}

/** Whether a head names areas, or units that they lie in. */
export function namesAreas(head: string): boolean {
  const meaning = matchHeader(head);
  return meaning.kind === "key" && (meaning.key === "area" || meaning.key === "parent_area");
}

/** Whether a head is that of figures. */
export function countsSomething(head: string): boolean {
  const { kind } = matchHeader(head);
  return kind === "variable" || kind === "band";
}

export const knownHeads = (cells: readonly string[]): number => cells.filter(isKnownHead).length;

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Whether a row holds figures: years as heads of columns, heads that count up (0, 1, 2 …) and ranges of ages (0-14, 15-64, 65+) are none. */
export function holdsFigures(cells: readonly string[]): boolean {
  const numeric = cells.filter(looksNumeric);
  if (numeric.length === 0) return false;
  if (isYearRow(cells)) return false;
  if (numeric.length >= 2 && numeric.every(looksLikeYear) && namesYears(cells)) return false;
  if (
    !looksNumeric(cells[0] ?? "") &&
    risesInRanges(cells.filter((cell) => looksNumeric(cell) || openBand.test(cell)))
  )
    return false;
  // 35 and under, 36-59, 60 & over: an age between others in words.
  if (numeric.every(isAgeRange) && cells.some((cell) => namesAges(cell))) return false;
  return !(
    numeric.length >= 3 &&
    risesEvenly(numeric) &&
    filledCells(cells) - numeric.length <= 3 &&
    !looksNumeric(cells[0] ?? "")
  );
}

/** Years that follow one another below merged heads, once or again for each of them: ,2021,2022,2021,2022. The names of the rows stand in none. */
function isYearRow(cells: readonly string[]): boolean {
  const filled = cells.filter(isFilled);
  if (filled.length < 2 || isFilled(cells[0]) || !filled.every(looksLikeYear)) return false;
  const years = [...new Set(filled.map((cell) => Number.parseInt(cell, 10)))];
  return (
    years.length > 1 &&
    years.every(
      (year, i) =>
        year === (years[0] as number) + i * ((years[1] as number) - (years[0] as number)),
    )
  );
}

/** Periods in words, one and the same perhaps, below heads that are not merged: ,2023年,2023年. The names of the rows stand in none. */
export function isPeriodRow(cells: readonly string[]): boolean {
  const filled = cells.filter(isFilled);
  return (
    filled.length >= 2 &&
    !isFilled(cells[0]) &&
    filled.every((cell) => /\p{L}/u.test(cell) && datedHead(cell)?.rest === "")
  );
}

/** Years beside a head that the codebook knows, or one after another beside another word: 东街道,1920,1940 is a row of figures. */
function namesYears(cells: readonly string[]): boolean {
  const words = cells
    .filter((cell) => isFilled(cell) && !looksNumeric(cell))
    .map((cell) => cell.trim());
  if (words.some(isKnownHead)) return true;
  const years = cells.filter(looksNumeric).map((cell) => Number.parseInt(cell, 10));
  return (
    words.length > 0 &&
    !words.some((word) => isCommunity(word) || isHeading(word)) &&
    years.every((year, i) => i === 0 || year - (years[i - 1] as number) === 1)
  );
}

function isAgeRange(cell: string): boolean {
  const [, from, to] = /^\s*(\d{1,3})\s*[-–~～]\s*(\d{1,3})\s*$/u.exec(cell) ?? [];
  return from !== undefined && Number(from) < Number(to) && Number(to) <= 130;
}

const namesAges = (cell: string): boolean =>
  !looksNumeric(cell) && /\d/.test(cell) && matchHeader(cell).kind === "band";

const openBand = /^\s*\d{1,3}\+\s*$/u;

/** A row of units below the heads: 人, 户, ㎡. */
export function isUnitRow(cells: readonly string[]): boolean {
  const filled = cells
    .filter(isFilled)
    .map((cell) => cell.trim().replace(/^[(（[](.*)[)）\]]$/u, "$1"));
  return (
    filled.length > 0 &&
    filled.every((cell) => readUnit(cell) !== undefined || /^[-—/]$/.test(cell))
  );
}

/** Whether one row is the other in codes or in another language: both full, one of them without a Chinese character. */
export function translates(a: readonly string[], b: readonly string[]): boolean {
  const width = Math.max(a.length, b.length);
  let both = 0;
  for (let i = 0; i < width; i++) {
    const one = (a[i] ?? "").trim();
    const other = (b[i] ?? "").trim();
    if (looksNumeric(one) || looksNumeric(other)) return false;
    if (one !== "" && other !== "") both++;
  }
  if (both < 2 || both < 0.8 * width) return false;
  const identifiers = (cells: readonly string[]): boolean =>
    cells.every((cell) => !isFilled(cell) || !hasHan(cell));
  const chinese = (cells: readonly string[]): boolean =>
    cells.filter((cell) => hasHan(cell)).length >= 0.6 * filledCells(cells);
  return (identifiers(a) && chinese(b)) || (identifiers(b) && chinese(a));
}

/** Cells of a subhead stand under blank cells or under the start of a merged one, and nothing stands under the others. */
export function fitsUnder(head: readonly string[], cells: readonly string[]): boolean {
  let under = 0;
  for (let i = 0; i < cells.length; i++) {
    const cell = (cells[i] ?? "").trim();
    if (cell === "") continue;
    if ((looksNumeric(cell) && !looksLikeYear(cell)) || cell.length > 24) return false;
    const above = (head[i] ?? "").trim();
    if (above === cell) continue;
    const startsMerged =
      above !== "" && i + 1 < head.length && !isFilled(head[i + 1]) && isFilled(cells[i + 1]);
    if (above === "" || startsMerged) under++;
    else return false;
  }
  return under >= 2;
}

/** One header per column: merged parents filled forward, levels joined with "/". */
export function joinHeads(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map((row) => row.length));
  const clean = (cell: string | undefined): string => (cell ?? "").replace(/\s+/gu, " ").trim();
  const parents = rows.slice(0, -1).map((row, level) => {
    let last = "";
    return Array.from({ length: width }, (_, i) => {
      // A new head further up ends what was merged below it.
      if (rows.slice(0, level).some((above) => clean(above[i]) !== "")) last = "";
      last = clean(row[i]) || last;
      return last;
    });
  });
  const leaf = rows.at(-1) as readonly string[];
  return Array.from({ length: width }, (_, i) => {
    const own = clean(leaf[i]);
    // A cell merged downwards leaves its lower rows blank; a parent filled forward belongs only above a sub-head.
    const above =
      own === ""
        ? filledDown(rows.slice(0, -1), i, parents)
        : parents.map((row) => row[i] as string);
    return [...new Set([...above, own].filter((part) => part !== ""))].join("/");
  });

  /** Levels of a column whose lowest row is blank: the lowest filled one, with what is merged over it. */
  function filledDown(
    upper: readonly (readonly string[])[],
    i: number,
    filled: readonly (readonly string[])[],
  ): string[] {
    const lowest = upper.findLastIndex((row) => clean(row[i]) !== "");
    return lowest === -1
      ? []
      : [...filled.slice(0, lowest).map((row) => row[i] as string), clean(upper[lowest]?.[i])];
  }
}

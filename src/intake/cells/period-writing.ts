import type { PeriodWriting } from "./period.ts";

/** Heads that only a simplified text has. */
const simplified =
  /[区户数总镇乡县岁龄党员务积动业类办产权质经费额专项资贴补级别楼栋领书记个网贫难学历从驻为众号码统计时间备]/u;
/** A column of months or days, whatever its cells look like. */
const ofMonths = /月|日|month|date|day/iu;
/** A column of years. */
const ofYears = /年(?![月日])|year|\bFY\b|season/iu;
const span = /^(?:FY\s*)?((?:19|20)\d{2})\s*[-/–—－~～至]\s*((?:19|20)?\d{2})\s*\D*$/u;

/**
 * How the periods of a column are written, by its head, its cells and the script of all heads, where a cell alone may be read in two ways. Years of two digits
 * are the Republic's where the heads are traditional or other years of the column have three digits from 100 on, and of 1950 to 2049 where the heads are simplified or other years have
 * four; else nobody knows. 2005/06 is a split year where every cell names a year and the one after it, and the head speaks of years or the cells differ.
 */
export function periodWriting(
  head: string,
  cells: readonly string[],
  heads: { readonly all: string; readonly traditional: boolean },
): PeriodWriting {
  const written = cells.map((cell) => cell.normalize("NFKC").trim()).filter((cell) => cell !== "");
  return { ...eraOf(written, heads), ...(areSplitYears(head, written) && { splitYears: true }) };
}

function eraOf(
  cells: readonly string[],
  { all, traditional }: { readonly all: string; readonly traditional: boolean },
): PeriodWriting {
  if (traditional || cells.some((cell) => /^1\d{2}\s*年?$/u.test(cell))) return { roc: true };
  if (!cells.some((cell) => /^\d{2}(?!\d)/u.test(cell))) return {};
  if (simplified.test(all) || cells.some((cell) => /^(?:19|20)\d{2}\s*年?/u.test(cell)))
    return { western: true };
  return {};
}

function areSplitYears(head: string, cells: readonly string[]): boolean {
  const spans = cells.map((cell) => span.exec(cell));
  if (
    spans.length === 0 ||
    spans.some((found) => found === null || Number(found[2]) % 100 !== (Number(found[1]) + 1) % 100)
  )
    return false;
  if (ofMonths.test(head)) return false;
  return ofYears.test(head) || new Set(cells).size > 1;
}

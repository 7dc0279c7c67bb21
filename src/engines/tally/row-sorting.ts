import { firstFilled } from "../../intake/cells/filled-cells.ts";
import { parsePeriod } from "../../intake/cells/period.ts";
import { holdsFigures, knownHeads } from "../../intake/heads/known-heads.ts";
import type { ReadingPlan } from "../../intake/plan.ts";
import type { TableRecord } from "../../intake/records/records.ts";
import { countsThrough, numbersColumns } from "../../intake/rows/column-numbers.ts";
import {
  isCommunity,
  isHeaderAgain,
  isHeading,
  periodOfRow,
  setAsideReason,
} from "../../intake/rows/row-kinds.ts";
import { declaredMeaning } from "../../intake/rows/row-rules.ts";
import { isTotalWord } from "../../intake/rows/total-words.ts";
import type { ExcludedRow } from "../engine.ts";
import type { KeyReader } from "./key-reader.ts";

/** Why a record is no observation. A heading among the rows names the unit that those below it lie in. */
export interface Aside {
  readonly reason: ExcludedRow["reason"];
  readonly heading?: string;
  /** What the row is told by. */
  readonly label?: string;
  /** The period of the rows below it. */
  readonly period?: string;
}

/** What stood before a record. */
export interface Before {
  /** It follows a blank row, a title or a note. */
  readonly afterBreak: boolean;
  /** How many observations there were. */
  readonly rows: number;
}

/** What a record below the header is that stands for no area; undefined for an observation. */
export function asideOf(
  { fields }: TableRecord,
  plan: ReadingPlan,
  keys: KeyReader,
  before: Before,
): Aside | undefined {
  const names = keys.cells(fields);
  const reason = setAsideReason(fields, names);
  const declared =
    plan.rowRules && declaredMeaning(plan.rowRules, [firstFilled(fields) ?? "", ...names], reason);
  if (declared === "area") return undefined;
  if (declared !== undefined) return declaredAside(declared, fields, names);
  if (reason !== undefined && !(reason === "total-row" && isTotalOfItems(fields, plan)))
    return { reason };
  if (isHeaderAgain(fields, plan.headerCells)) return { reason: "repeated-header" };
  const width = plan.columns.length;
  if (width < 2) return undefined;
  if (numbersColumns(fields) || (plan.columnNumbers && countsThrough(fields, width)))
    return { reason: "column-numbers" };
  const only = onlyCell(fields);
  if (only !== undefined) return loneCell(only, width, fields.length, plan, before);
  // A header after a break opens another table.
  const opens =
    before.afterBreak && before.rows > 0 && knownHeads(fields) >= 2 && !holdsFigures(fields);
  return opens ? { reason: "further-table" } : undefined;
}

/** In a table of one area, 总计 among its ages or sexes is everybody. */
const isTotalOfItems = (fields: readonly string[], plan: ReadingPlan): boolean =>
  plan.area !== undefined &&
  plan.columns.some(({ role, index }) => role.is === "item" && isTotalWord(fields[index] ?? ""));

/** A row that the user has declared to be no area; its name is what it is told by. */
function declaredAside(
  declared: "skip" | "total",
  fields: readonly string[],
  names: readonly string[],
): Aside {
  if (declared === "total") return { reason: "total-row" };
  const label = names.findLast((name) => name.trim() !== "") ?? firstFilled(fields) ?? "";
  return { reason: "left-out", label: label.trim() };
}

/** A table that goes on on a further page: 某街道情况表（续）, 续表一. */
const continued = /[(（\s]*(?:续表?|續表?)[一二三四五六七八九十\d]*[)）]?\s*$/u;

/** The only cell that is not blank; undefined where there are none or several. */
function onlyCell(fields: readonly string[]): string | undefined {
  let only: string | undefined;
  for (const cell of fields) {
    const text = cell.trim();
    if (text === "") continue;
    if (only !== undefined) return undefined;
    only = text;
  }
  return only;
}

/** A title, a heading or a note; the only cell of an observation otherwise. */
function loneCell(
  text: string,
  width: number,
  cells: number,
  { titles, headings, periodRows }: ReadingPlan,
  { afterBreak, rows }: Before,
): Aside | undefined {
  const period = periodRows ? periodOfRow(text) : undefined;
  if (period !== undefined) return { reason: "title", period };
  if (titles.includes(text) || titles.includes(text.replace(continued, "").trim()))
    return { reason: "title" };
  // The date of a signature.
  if (/[年月日]/u.test(text) && parsePeriod(text) !== undefined) return { reason: "note" };
  if (headings && isHeading(text)) return { reason: "title", heading: text };
  if (afterBreak && !isCommunity(text) && (width > 2 || cells === 1))
    return { reason: rows === 0 ? "title" : "note" };
  return undefined;
}

import { firstFilled } from "../../intake/cells/filled-cells.ts";
import { parsePeriod } from "../../intake/cells/period.ts";
import { holdsFigures, knownHeads } from "../../intake/heads/known-heads.ts";
import type { PlannedColumn, ReadingPlan } from "../../intake/plan.ts";
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
import { mayTellApart } from "../../intake/rows/telling-columns.ts";
import { isTotalWord } from "../../intake/rows/total-words.ts";
import { isWholeLabel } from "../../intake/rows/whole-labels.ts";
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
  if (reason !== undefined && !(reason === "total-row" && isWholeOfItsArea(fields, names, plan)))
    return { reason };
  // 合计 among the parts of an area that are added up.
  if (plan.wholesIn?.some((field) => isWholeLabel(fields[field] ?? "")))
    return { reason: "nested-total" };
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

/** What stands for several areas beside a word for a total. */
const severalAreas = /^[全各共本所]|[合总總]计|[合總]計|\d+\s*[个個]|\b(?:all|total|whole)\b/iu;

/** Whether 合计 says that a row is the whole of its area, of all ages or of all categories, rather than the sum of areas. */
function isWholeOfItsArea(
  fields: readonly string[],
  keys: readonly string[],
  { area, columns }: ReadingPlan,
): boolean {
  const isWhole = ({ index }: PlannedColumn): boolean => isTotalWord((fields[index] ?? "").trim());
  const items = columns.filter(({ role }) => role.is === "item");
  if (area !== undefined) return items.some(isWhole);
  const name = (keys.at(-1) ?? "").trim();
  if (name === "" || severalAreas.test(name) || keys.some((key) => isTotalWord(key.trim())))
    return false;
  return columns.some(
    (column) =>
      (column.role.is === "item" || column.role.is === "finer" || mayTellApart(column)) &&
      column.header !== "" &&
      isWhole(column),
  );
}

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

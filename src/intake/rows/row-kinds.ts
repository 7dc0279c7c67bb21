import type { Period } from "../../survey/area.ts";
import { filledCells, firstFilled } from "../cells/filled-cells.ts";
import { parsePeriod } from "../cells/period.ts";
import { isAverageWord, isDerivedWord, isTimeOfWhole } from "./derived-words.ts";
import { isTotalWord } from "./total-words.ts";

/** Why a record below the header is no observation. */
export type SetAside =
  | "blank"
  | "total-row"
  | "average-row"
  | "derived-row"
  | "column-numbers"
  | "note"
  | "repeated-header"
  | "no-area"
  | "title"
  | "further-table"
  | "nested-total"
  | "left-out"
  | "other-level";

const noteStarts =
  /^(?:(?:数据|资料|統計資料|统计|資料|數據)?(?:截至|截止)|注\s*[:：0-9１-９]|注$|[※＊*△▲☆★]|备\s*注\s*[:：]|備\s*註\s*[:：]|附\s*[注註]|说\s*明|說\s*明|资料\s*来源|資料\s*來源|数据\s*来源|數據\s*來源|资料提供|資料提供|填\s*表|填\s*报\s*[人单日]|制\s*表|製\s*表|审\s*核|審\s*核|负责人|負責人|单位负责人|统计负责人|经办人|經辦人|联系电话|聯絡電話|联系人\s*[:：]|盖章|(?:source|sources|notes?|remarks?|prepared by|checked by)\s*[:：])/iu;

/** Opens a note whatever stands behind it: commas that nobody quoted part its sentence into cells. */
const noteLabel =
  /^(?:注|註|备\s*注|備\s*註|附\s*[注註]|说\s*明|說\s*明|notes?|remarks?)\s*[:：]/iu;

/** A cell that by itself opens a line on who filled the table in; a name or a telephone number stands beside it. */
const whoFilledIn =
  /^(?:联系人|联络人|聯絡人|聯繫人|填报人|填報人|填表人|制表人|製表人|经办人|經辦人|审核人|審核人|复核人|複核人|统计员|統計員|(?:联系|办公|聯絡|連絡)?(?:电话|電話)|手机|手機|传真|傳真)$/u;

/** Whether a record is a note, not a row: it begins as one, or is one long sentence alone. */
export function isNote(fields: readonly string[]): boolean {
  const first = firstFilled(fields);
  if (first === undefined) return false;
  if (whoFilledIn.test(first) || noteLabel.test(first)) return true;
  if (noteStarts.test(first) && !isTotalWord(first))
    return filledCells(fields) <= Math.max(2, fields.length / 2);
  if (filledCells(fields, 2) > 1) return false;
  return (
    rowsCounted.test(first) || first.length > 40 || (first.length > 12 && /[。；：:;]/u.test(first))
  );
}

/** What a database prints below its table: (2 rows). */
const rowsCounted = /^[(（]\s*\d+\s*(?:rows?|行|列)(?: affected)?\s*[)）]$/iu;

/**
 * What a record is that does not stand for an area, from its key cells; undefined for an observation.
 * `keys` are the cells of its area and parent columns, the largest unit first.
 */
export function setAsideReason(
  fields: readonly string[],
  keys: readonly string[],
): SetAside | undefined {
  const first = firstFilled(fields);
  if (first === undefined || isRule(fields)) return "blank";
  if (isNote(fields)) return "note";
  for (const key of keys) {
    const kind = kindOfName(key);
    if (kind !== undefined) return kind;
  }
  // A period alone in its row stands over others, or below a signature.
  if (isTimeOfWhole(keys.at(-1) ?? "") && filledCells(fields, 2) > 1) return "derived-row";
  return kindOfName(first);
}

/** What the name of a row says it is, where that is no area. */
function kindOfName(name: string): "total-row" | "average-row" | "derived-row" | undefined {
  if (isAverageWord(name)) return "average-row";
  if (isDerivedWord(name)) return "derived-row";
  return isTotalWord(name) ? "total-row" : undefined;
}

/** Whether a record is one of the header's own rows again, as pasted pages have it. */
export function isHeaderAgain(
  fields: readonly string[],
  headerCells: readonly (readonly string[])[],
): boolean {
  return headerCells.some((row) => {
    let filled = 0;
    for (let i = 0; i < Math.max(row.length, fields.length); i++) {
      const own = (row[i] ?? "").trim();
      if (own !== (fields[i] ?? "").trim()) return false;
      if (own !== "") filled++;
    }
    return filled > 1;
  });
}

/** The name of a street, town or district, as it stands over the areas in it. */
export const isHeading = (text: string): boolean =>
  text.length <= 20 && /(?:街道(?:办事处|辦事處)?|[镇鎮乡鄉县縣市]|(?<![社小])[区區])$/u.test(text);

/** A period that stands over the rows of its own: 2021年, 民國112年, （2023年上半年）. */
export const isPeriodRow = (text: string): boolean => periodOfRow(text) !== undefined;

/** The period that a row with nothing else in it names. */
export function periodOfRow(text: string): Period | undefined {
  const bare = text.trim().replace(/^[(（【](.*)[)）】]$/u, "$1");
  return /[年季月](?!.*[日号號])|^(?:19|20)\d{2}$/u.test(bare) ? parsePeriod(bare) : undefined;
}

/** A line that is drawn between rows: |---|---:| in Markdown, ----+---- on a terminal. */
function isRule(fields: readonly string[]): boolean {
  const first = firstFilled(fields);
  return (
    first !== undefined &&
    ruled.test(first) &&
    fields.every((cell) => cell.trim() === "" || ruled.test(cell.trim()))
  );
}

const ruled = /^:?[-=─━═+┼]{3,}:?$/u;

/** The name of a community or village, which has a row even where nothing is known of it. */
export const isCommunity = (text: string): boolean =>
  text.length <= 20 && /(?:社区|社區|居委会|居委會|村委会|村委會|[村里])$/u.test(text);

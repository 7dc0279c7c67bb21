import { parseCell } from "../cells/cell.ts";
import { parsePeriod } from "../cells/period.ts";
import type { PlannedColumn, ReadingPlan } from "../plan.ts";
import { rawRecords } from "../records/raw-records.ts";

export type Repair = "spaces" | "width" | "blank-rows";

/** A record that was changed, or a run of blank ones that was left out (`after` is missing). */
export interface Change {
  readonly line: number;
  readonly before: readonly string[];
  readonly after?: readonly string[];
  readonly lines: number;
}

export interface Repaired {
  readonly text: string;
  readonly repairs: Readonly<Record<Repair, number>>;
  readonly changes: readonly Change[];
}

const noRepairs: Readonly<Record<Repair, number>> = {
  spaces: 0,
  width: 0,
  "blank-rows": 0,
};

const outside = "[\\s\\u00a0\\u3000\\u200b-\\u200d\\u2060\\ufeff]+";
const aroundCell = new RegExp(`^${outside}|${outside}$`, "gu");
const behindCell = new RegExp(`${outside}$`, "u");
const wideNumber = /^[－＋\-+]?[\d０-９][\d０-９.,．，]*[%％]?$/u;
const wide = /[０-９．，－＋％]/gu;
const grouped = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * Repairs the spellings of a text that is read by a plan: blanks around cells, full-width digits, blank rows at the end. Thousands
 * separators are how people write figures: they go only with full-width ones. Only columns that are understood are touched, and a cell only where it reads as the same value before and after; quotes, line
 * breaks, order and everything else stay as they are; a text with quotes that are not closed stays as a whole. What it gives has nothing
 * left to repair.
 */
export function repairText(text: string, plan: ReadingPlan): Repaired {
  const repairs: Record<Repair, number> = { spaces: 0, width: 0, "blank-rows": 0 };
  const changes: Change[] = [];
  const { delimiter, quote } = plan.dialect;
  const first = plan.preambleRecords;
  const body = first + plan.headerRecords;
  const last = plan.bodyRecords === undefined ? Number.POSITIVE_INFINITY : body + plan.bodyRecords;
  const pieces: string[] = [];
  let blanks: { start: number; line: number; lines: number } | undefined;
  let copied = 0;
  let number = 0;
  const keepsIndents = indentsTellApart(text, plan);
  for (const record of rawRecords(text, plan.dialect)) {
    if (record.malformed) return { text, repairs: noRepairs, changes: [] };
    const cells = record.fields.map(({ start, end }) => text.slice(start, end));
    if (cells.every((cell) => cell.replace(aroundCell, "") === "")) {
      blanks = {
        start: blanks?.start ?? record.start,
        line: blanks?.line ?? record.line,
        lines: (blanks?.lines ?? 0) + 1,
      };
    } else {
      blanks = undefined;
      if (number >= first && number < last) {
        const writing = { delimiter, quote, decimalComma: plan.decimalComma, keepsIndents };
        const after = cells.map((cell, i) =>
          repairCell(cell, plan.columns[i], number < body, writing, repairs),
        );
        if (after.some((cell, i) => cell !== cells[i])) {
          pieces.push(text.slice(copied, record.start), after.join(delimiter));
          copied = record.end;
          changes.push({ line: record.line, before: cells, after, lines: 1 });
        }
      }
    }
    number++;
  }
  // A text of nothing but blank rows is no table with rows to spare.
  const end = blanks && blanks.start > 0 ? blanks.start : text.length;
  if (blanks && end < text.length) {
    repairs["blank-rows"] += blanks.lines;
    changes.push({
      line: blanks.line,
      before: text
        .slice(end)
        .split(/\r\n|\r|\n/u)
        .slice(0, blanks.lines),
      lines: blanks.lines,
    });
  }
  pieces.push(text.slice(copied, end));
  return { text: pieces.join(""), repairs, changes };
}

interface Writing {
  readonly delimiter: string;
  readonly quote: string;
  readonly decimalComma: boolean;
  /** Whether blanks before a name belong to it. */
  readonly keepsIndents: boolean;
}

/** Whether a name stands in several rows, some of them indented below the unit they lie in: without their blanks they would be one area. */
function indentsTellApart(text: string, { dialect, columns }: ReadingPlan): boolean {
  const column = columns.findIndex(({ role }) => role.is === "key" && role.key === "area");
  const indents = new Map<string, string>();
  for (const { fields } of rawRecords(text, dialect)) {
    const place = fields[column];
    if (!place) continue;
    const cell = text.slice(place.start, place.end).replaceAll(dialect.quote || "\uffff", "");
    const name = cell.replace(aroundCell, "");
    const indent = cell.slice(0, cell.length - cell.trimStart().length);
    if (name === "") continue;
    const known = indents.get(name);
    if (known !== undefined && known + indent !== "") return true;
    indents.set(name, known ?? indent);
  }
  return false;
}

function repairCell(
  raw: string,
  column: PlannedColumn | undefined,
  isHeader: boolean,
  writing: Writing,
  repairs: Record<Repair, number>,
): string {
  const { role, identity } = column ?? {};
  if (!role || identity || (role.is === "unused" && !isHeader) || role.is === "finer") return raw;
  const { quote } = writing;
  const quoted = quote !== "" && raw.length > 1 && raw.startsWith(quote) && raw.endsWith(quote);
  const cell = quoted ? raw.slice(1, -1) : raw;
  const isName = role.is === "key" && role.key === "area" && !isHeader;
  const bare = cell.replace(isName && writing.keepsIndents ? behindCell : aroundCell, "");
  // A quote within blanks is a character of the cell; at its edge it would begin to quote.
  if (!quoted && bare !== cell && quote !== "" && bare.startsWith(quote)) return raw;
  const steps: [Repair, string][] = [["spaces", bare]];
  if (!isHeader && isFigure(column as PlannedColumn)) {
    const narrow = wideNumber.test(bare)
      ? bare.replace(wide, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
      : bare;
    const plain = !writing.decimalComma && grouped.test(narrow);
    steps.push(["width", narrow !== bare && plain ? narrow.replaceAll(",", "") : narrow]);
  }
  let repaired = cell;
  const done: Repair[] = [];
  for (const [repair, text] of steps) {
    if (text === repaired) continue;
    repaired = text;
    done.push(repair);
  }
  const breaks = !quoted && (repaired.includes(writing.delimiter) || /[\r\n]/u.test(repaired));
  if (
    done.length === 0 ||
    (breaks && repaired !== cell) ||
    (!isHeader && !readsTheSame(cell, repaired, column as PlannedColumn))
  )
    return raw;
  for (const repair of done) repairs[repair]++;
  return quoted ? `${quote}${repaired}${quote}` : repaired;
}

const isFigure = ({ role }: PlannedColumn): boolean =>
  role.is === "quantity" || role.is === "value" || (role.is === "key" && role.key === "period");

function readsTheSame(before: string, after: string, { role }: PlannedColumn): boolean {
  if (role.is === "quantity" || role.is === "value")
    return (
      JSON.stringify(parseCell(before, role.rules)) === JSON.stringify(parseCell(after, role.rules))
    );
  if (role.is === "key" && role.key === "period" && parsePeriod(after) !== undefined)
    return parsePeriod(before.trim()) === parsePeriod(after);
  return before.trim() === after || before.replace(aroundCell, "") === after;
}

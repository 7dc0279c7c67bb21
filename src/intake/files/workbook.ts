import { CdjError } from "../../survey/error.ts";
import type { CellGrid } from "./cell-grid.ts";
import { decodeReferences } from "./character-references.ts";
import { tellsMore } from "./number-format.ts";
import { sheetGrid } from "./sheet-grid.ts";
import {
  furthestCell,
  partName,
  sheetsWithoutCells,
  withoutEmptyCells,
  withPartNames,
} from "./workbook-package.ts";
import { type ZipEntry, zipEntry } from "./zip-directory.ts";

/** Whether the entries of a zip are those of an .xlsx workbook. */
export const isWorkbook = (entries: readonly ZipEntry[]): boolean =>
  entries.some((entry) => /^xl\/workbook\.xml$/i.test(partName(entry.name)));

/** Whether they are those of a workbook in another format: .xlsb, .ods, .numbers. */
export const isOtherWorkbook = (entries: readonly ZipEntry[]): boolean =>
  entries.some((entry) =>
    /^(?:xl\/workbook\.bin|content\.xml|Index\/Document\.iwa)$/i.test(entry.name),
  );

/**
 * The sheets of an .xlsx workbook, as text: those that `wanted` names (by name, else by number from 1; `all`), else all that are not hidden.
 * Sheets without cells (charts) are passed over. Formulas give their cached values. Throws a CdjError for a workbook that takes figures from others (which cannot be traced),
 * has a cell far outside its table, is damaged, or has no such sheet.
 */
export async function readWorkbook(
  file: string,
  packed: Uint8Array,
  directory: readonly ZipEntry[],
  wanted: readonly string[] = [],
): Promise<CellGrid[]> {
  const bytes = withPartNames(packed, directory);
  const entries = directory.map((entry) => ({ ...entry, name: partName(entry.name) }));
  if (entries.some((entry) => /^xl\/externalLinks\/[^/]+\.xml$/i.test(entry.name)))
    throw new CdjError("external-links", { file });
  const { readXlsx } = await import("hucre/xlsx");
  const names: string[] = [];
  const visible = new Set<string>();
  const withoutCells = sheetsWithoutCells(file, bytes, entries);
  const options: Parameters<typeof readXlsx>[1] = {
    readStyles: showsByFormat(file, bytes, entries),
    sheets({ name, index, hidden, veryHidden }) {
      names[index] = name;
      if (withoutCells.has(name)) return false;
      if (!hidden && !veryHidden) visible.add(name);
      return wanted.length === 0 || wanted.includes("all")
        ? visible.has(name)
        : wanted.some((word) => word === name || word === String(index + 1));
    },
  };
  const workbook = await readXlsx(bytes, options).catch((error) => {
    if (!isTooWide(error)) throw damaged(file, error);
    const filled = withoutEmptyCells(bytes);
    return readXlsx(filled, options).catch((again) => {
      throw isTooWide(again)
        ? new CdjError("far-cell", { file, cell: furthestCell(filled) })
        : damaged(file, again);
    });
  });
  for (const word of wanted) {
    const name = names.includes(word) ? word : names[Number(word) - 1];
    if (word !== "all" && (name === undefined || withoutCells.has(name)))
      throw new CdjError("no-such-sheet", {
        file,
        sheet: word,
        seen: names.filter((seen) => !withoutCells.has(seen)),
      });
  }
  const { sheets, dateSystem } = workbook;
  // A sheet may be named 2 and another stand second: the name wins.
  const asked = wanted.map((word) => (names.includes(word) ? word : names[Number(word) - 1]));
  const taken =
    wanted.length === 0 || wanted.includes("all")
      ? sheets
      : sheets.filter((sheet) => asked.includes(sheet.name));
  return taken.map((sheet) => sheetGrid(sheet, dateSystem));
}

/** Built-in formats that change what a number says: per cent, dates that show less than a date, times. */
const tellingFormats: ReadonlySet<number> = new Set([
  9,
  10,
  16,
  17,
  18,
  19,
  20,
  21,
  ...range(27, 36),
  45,
  46,
  47,
  ...range(50, 58),
]);

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Whether any cell may have such a format, or one of its own that does: the formats of all cells cost more than the cells. */
function showsByFormat(file: string, bytes: Uint8Array, entries: readonly ZipEntry[]): boolean {
  const entry = entries.find(({ name }) => /^xl\/styles\.xml$/i.test(name));
  if (!entry) return false;
  const xml = new TextDecoder().decode(zipEntry(file, bytes, entry));
  const used = [...xml.matchAll(/<(?:\w+:)?xf\b[^>]*\bnumFmtId="(\d+)"/g)].map(([, id]) =>
    Number(id),
  );
  const own = [...xml.matchAll(/\bformatCode="([^"]*)"/g)].map(([, code]) =>
    decodeReferences(code as string),
  );
  return (
    used.some((id) => tellingFormats.has(id)) ||
    own.some(
      (code) =>
        /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|General/g, "")) || tellsMore(code),
    )
  );
}

/** What the reader says where a sheet is laid out over more cells than it takes. */
const isTooWide = (error: unknown): boolean => /spans \d+ rows/.test((error as Error).message);

const damaged = (file: string, error: unknown): CdjError =>
  new CdjError("damaged-container", { file, reason: (error as Error).message });

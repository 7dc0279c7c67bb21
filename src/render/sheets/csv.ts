import { csvRecord } from "../../survey/csv-record.ts";
import { neutraliseCsv } from "../neutralise.ts";

export interface CsvOptions {
  /** Begin with a byte order mark, which makes Excel read the file as UTF-8. */
  readonly bom?: boolean;
}

function textOf(value: string | number): string {
  if (typeof value === "string") return neutraliseCsv(value);
  if (!Number.isFinite(value)) throw new RangeError(`no field of a CSV file: ${value}`);
  return String(value === 0 ? 0 : value);
}

/**
 * Rows as CSV: RFC 4180 quoting, but LF at the line ends, as files under version control and Unix tools want them (spreadsheets read both).
 * Numbers are printed in full, cells that a spreadsheet would run as formulas get an apostrophe. A number that is not finite is a RangeError.
 */
export function renderCsv(
  rows: readonly (readonly (string | number)[])[],
  options: CsvOptions = {},
): string {
  const lines = rows.map((row) => csvRecord(row.map(textOf)));
  return (options.bom === true ? "\uFEFF" : "") + lines.map((line) => `${line}\n`).join("");
}

import { csvRecord } from "../../survey/csv-record.ts";
import type { TableRecord } from "../records/record.ts";
import { memorySource, type Origin, type Source } from "./source.ts";

/** How rows are written where somebody asks for their bytes, and how their records read. */
export const rowsWritten = { encoding: "utf-8", delimiter: "," } as const;

/**
 * A source of rows that are cut already, a line for each: they are handed over as they are, and never written and cut again.
 * Line breaks inside cells become line separators (U+2028), so that one row stays one line.
 */
export function rowsSource(
  name: string,
  rows: readonly (readonly string[])[],
  origin: Omit<Origin, "written">,
): Source {
  const inLines = rows.map((row) => row.map(inOneRecord));
  let bytes: Source | undefined;
  const written = (): Source => {
    bytes ??= memorySource(name, Buffer.from(inLines.map((row) => `${csvRecord(row)}\n`).join("")));
    return bytes;
  };
  return {
    name,
    rows: inLines,
    head: (length) => written().head(length),
    blocks: () => written().blocks(),
    origin: { ...origin, written: rowsWritten },
  };
}

const inOneRecord = (cell: string): string =>
  /[\r\n]/.test(cell) ? cell.replace(/\r\n?|\n/g, "\u2028") : cell;

/** The record that a row is: its text is put together only for who shows it. */
class RowRecord implements TableRecord {
  constructor(
    readonly fields: readonly string[],
    readonly line: number,
  ) {}

  get raw(): string {
    return csvRecord(this.fields);
  }
}

/** The record of the row on a line (from 1). */
export const recordOfRow = (fields: readonly string[], line: number): TableRecord =>
  new RowRecord(fields, line);

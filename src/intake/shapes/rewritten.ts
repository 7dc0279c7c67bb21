import { rowsSource } from "../files/rows-source.ts";
import type { Origin, Source } from "../files/source.ts";
import type { Mapping } from "../meaning/planned-columns.ts";
import type { Dialect, TableRecord } from "../records/record.ts";

/** A cell in one line, without the blanks around it, as the label or the value of a table made from another shape. */
export const inOneLine = (cell: string): string => cell.replace(/\s+/gu, " ").trim();

/** All of a table of moderate size, from which its shape is told. */
export interface WholeTable {
  readonly source: Source;
  readonly records: readonly TableRecord[];
  readonly dialect: Dialect;
  /** The text that the records were cut from; undefined for rows that came cut. */
  readonly text?: string;
  readonly mapping?: Mapping;
}

/** The table made one with a row for each area; undefined where it has not that shape for certain. */
export type Shape = (table: WholeTable) => Source | undefined;

/** The source with rows that say the same in the shape of a usual table; `origin` tells where its cells stood. */
export const rewritten = (
  source: Source,
  rows: readonly (readonly string[])[],
  origin: Omit<Origin, "file" | "sheet" | "written">,
): Source =>
  rowsSource(source.name, rows, {
    file: source.origin?.file ?? source,
    ...(source.origin?.sheet !== undefined && { sheet: source.origin.sheet }),
    ...origin,
  });

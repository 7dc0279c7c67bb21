import type { Source } from "../../intake/files/source.ts";
import type { JudgedTable } from "../../judging/evidence-of-tables.ts";

/** A table and the bytes it can be read from again. */
export interface CheckedTable extends JudgedTable {
  readonly source: Source;
}

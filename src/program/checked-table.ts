import type { JudgedTable } from "../analysis/evidence.ts";
import type { Source } from "../intake/source.ts";

/** A table and the bytes it can be read from again. */
export interface CheckedTable extends JudgedTable {
  readonly source: Source;
}

import type { Evidence } from "../../survey/reading-evidence.ts";
import type { AgeBand } from "../../survey/totals.ts";
import type { ColumnHead, HeadMeaning } from "../heads/head-meaning.ts";
import type { Facet } from "./breakdowns.ts";
import type { Figures } from "./figures.ts";
import type { Population } from "./population.ts";
import type { Statement } from "./statement.ts";

/** A column that counts persons, as far as its head tells; of a bare 合计 or 人数 it is not known whom. */
export interface Whole {
  readonly index: number;
  readonly population?: Population;
}

/** Whom a breakdown counts, and why; `total`: the bare 合计 or 人数 that its parts add up to. */
export interface Closed {
  readonly population: Population;
  readonly because: Evidence;
  readonly total?: number;
}

/** What was decided of a breakdown, or which readings are left. */
export type Decision =
  | Closed
  | { readonly readings: readonly Population[]; readonly total?: number };

/** The columns of one period, and all that can close a breakdown among them. */
export interface Table {
  readonly meanings: readonly HeadMeaning[];
  readonly heads: readonly ColumnHead[];
  readonly facets: readonly Facet[];
  readonly wholes: readonly Whole[];
  readonly figures: Figures;
  /** How much a figure of a column may be off by, where figures are rounded. */
  readonly slack: (index: number) => number;
  readonly statement: Statement | undefined;
  /** Whether titles or the file's name speak of people other than residents. */
  readonly namesOthers: boolean;
  /** Whether the table counts people and households, and neither its heads nor its titles say that they are any but all of them. */
  readonly isOfAll: boolean;
}

/** The ages and sexes of a breakdown. */
export const bandsOf = ({ parts }: Facet): AgeBand[] => parts.flatMap(({ band }) => band ?? []);

/** The head of a column as written. */
export const header = (table: Table, index: number): string =>
  (table.heads[index] as ColumnHead).header.trim();

/** The last count of persons before a breakdown. */
export const nearestOf = (facet: Facet, { wholes }: Table): Whole | undefined =>
  wholes.findLast(({ index }) => index < facet.first);

/** A count of persons that a breakdown fits under, and in how many rows. */
export interface Fit {
  readonly whole: Whole;
  readonly rows: number;
}

/** The counts of persons that none of the parts is above in any row. */
export function fittingWholes(facet: Facet, { wholes, figures }: Table): Fit[] {
  return wholes.flatMap((whole): Fit[] => {
    let rows = Number.POSITIVE_INFINITY;
    for (const { index } of facet.parts) {
      const shared = figures.bounded(index, whole.index);
      if (shared === undefined) return [];
      rows = Math.min(rows, shared);
    }
    return [{ whole, rows }];
  });
}

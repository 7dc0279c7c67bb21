/** How records and fields are told apart. */
export interface Dialect {
  readonly delimiter: string;
  /** Empty: quotes have no meaning. */
  readonly quote: string;
  readonly escape: string;
}

/** One record as it stands in the file. */
export interface TableRecord {
  readonly fields: readonly string[];
  /** The physical line it starts on, from 1. */
  readonly line: number;
  /** Its text, for the place of a field. */
  readonly raw: string;
}

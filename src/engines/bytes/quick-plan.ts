/** What the quick path has to know of a table: pure data, for threads as well. */
export interface QuickPlan {
  /** How many fields a record has. */
  readonly fields: number;
  readonly encoding: string;
  /** Its byte. */
  readonly delimiter: number;
  /** Whether quotes have a meaning. */
  readonly quotes: boolean;
  /** The fields that make up the key. */
  readonly keys: readonly number[];
  /** Fields in which a record may say that it is the whole of others. */
  readonly labels: readonly number[];
  readonly columns: readonly QuickColumn[];
}

/** A column that is added up. */
export interface QuickColumn {
  readonly field: number;
  /** Power of ten that the unit asks for. */
  readonly exponent: number;
  /** Whether a fraction is a finding. */
  readonly whole: boolean;
  /** Greater numbers are left to the cell parser. */
  readonly most: number;
}

/** Why a column whose words leave open whom it counts was taken for what it is; heads and texts as written. */
export type Evidence =
  /** The parts add up to the whole in so many full rows: all of them, or all but a few that hold a slip. */
  | {
      readonly by: "closure";
      readonly parts: readonly string[];
      readonly whole: string;
      readonly rows: number;
    }
  /** A title or the name of the file says it. */
  | { readonly by: "statement"; readonly text: string }
  /** It stands behind the whole and is never above it, in so many rows. */
  | { readonly by: "position"; readonly whole: string; readonly rows: number }
  /** No other count of persons in the table is as large in each of so many rows. */
  | { readonly by: "bound"; readonly whole: string; readonly rows: number }
  /** The parts add up to a bare total, and the table counts nothing but people and households. */
  | {
      readonly by: "alone";
      readonly parts: readonly string[];
      readonly whole: string;
      readonly rows: number;
    }
  /** Ages from birth on, and nobody but residents named anywhere. */
  | { readonly by: "ages"; readonly first: string; readonly last: string };

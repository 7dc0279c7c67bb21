import { type IdentityKind, identityOfCell, identityOfCode } from "../codebook/identity.ts";
import type { Key } from "../codebook/keys.ts";
import type { Period } from "../survey/area.ts";
import type { Evidence } from "../survey/reading-evidence.ts";
import type { CellRules } from "./cells/cell.ts";
import type { PeriodWriting } from "./cells/period.ts";
import type { EncodingReason } from "./files/encoding.ts";
import type { MadeFrom } from "./files/source.ts";
import type { Dialect } from "./records/records.ts";
import type { RowRule } from "./rows/row-rules.ts";

export type Basis = "usual" | "registered" | "managed";

/** What a column is for. */
export type Role =
  | ({ readonly is: "key"; readonly key: Key } & PeriodWriting)
  /** `quantity` is the id of a variable or an age band. */
  | {
      readonly is: "quantity";
      readonly quantity: string;
      readonly rules: CellRules;
      readonly basis?: Basis;
    }
  /** The column that says what the figures of its row count: an age band, a sex, a variable. */
  | {
      readonly is: "item";
      readonly item: "band" | "variable";
      /** Whom ages and sexes count where neither the label nor the column of figures says so; absent where that is not told. */
      readonly of?: "residents" | "members";
    }
  /** The figures of a long table. */
  | { readonly is: "value"; readonly rules: CellRules }
  /** A key finer than the community (a branch, a grid, a household). */
  | { readonly is: "finer" }
  /** Long tables: the column that says in which unit the value beside it is. */
  | { readonly is: "unit" }
  | {
      readonly is: "unused";
      readonly reason:
        | "unknown"
        | "ambiguous"
        | "ignored"
        | "duplicate"
        | "blank"
        | "undated"
        /** It is not told whom it counts. */
        | "open"
        /** A part of people of whom no parts are kept. */
        | "elsewhere";
    };

export interface PlannedColumn {
  /** From 0. */
  readonly index: number;
  /** As written; levels of a head joined with "/". */
  readonly header: string;
  readonly role: Role;
  /** The period of its figures, where the header names one and the columns of the table differ in it. */
  readonly period?: Period;
  /** The unit as written in the header or the caption. */
  readonly unit?: string;
  /** Why it was taken for what it is, where its own words leave open whom it counts. */
  readonly because?: Evidence;
  /** It looks as if it identified persons: its cells are never printed. */
  readonly identity?: IdentityKind;
  /** It has codes of areas or firms: long numbers in it are nobody's. */
  readonly codes?: true;
}

/** Which number of a person stands in a cell of a column; undefined beyond the last column too, unless one does. */
export const identityIn = (
  cell: string,
  column: PlannedColumn | undefined,
): IdentityKind | undefined => (column?.codes ? identityOfCode(cell) : identityOfCell(cell));

/** A line above the header, and what it is. */
export interface PreambleLine {
  readonly line: number;
  readonly reason: "title" | "blank" | "separator" | "other-table";
}

/** A table that was found in a file. */
export interface FoundTable {
  /** The physical line it begins on, its title included. */
  readonly line: number;
  readonly headers: readonly string[];
}

/** How a file is to be read: decided once, from its first bytes, the codebook and the options. Pure data; every engine obeys it. */
export interface ReadingPlan {
  readonly file: string;
  readonly encoding: string;
  readonly bom: boolean;
  readonly because: EncodingReason;
  readonly dialect: Dialect;
  readonly decimalComma: boolean;
  /** The shape that the table had before it was made one with a row for each area. */
  readonly madeFrom?: MadeFrom;
  /** Which of the tables in the file is read, from 1, and all that were found. */
  readonly table: number;
  readonly tables: readonly FoundTable[];
  /** Records above the header: titles, captions, `sep=;`, other tables. */
  readonly preambleRecords: number;
  readonly preambleLines: number;
  readonly preamble: readonly PreambleLine[];
  /** The texts of the titles above, which pasted pages repeat. */
  readonly titles: readonly string[];
  readonly headerRecords: number;
  readonly headerLines: number;
  /** The records of the header, cell by cell. */
  readonly headerCells: readonly (readonly string[])[];
  /** How many records below the header belong to the table, where another one follows. */
  readonly bodyRecords?: number;
  readonly columns: readonly PlannedColumn[];
  /** wide: one row per area and period · long: one row per area, period and item. */
  readonly shape: "wide" | "long";
  /** The period of every row, where no column has it; beside columns that have their own, that of the others. */
  readonly period?: {
    readonly value: Period;
    readonly from: "option" | "caption" | "sheet-name" | "file-name" | "header";
  };
  /** The area of every row, where no column names it and all are of one; `none`: nothing names it. */
  readonly area?: {
    readonly value: string;
    readonly from: "caption" | "sheet-name" | "file-name" | "none";
  };
  /** Rows with nothing but the name of a street, town or district are headings over the areas below them. */
  readonly headings: boolean;
  /** Rows with nothing but a period are headings over the rows of that period. */
  readonly periodRows?: true;
  /** A row of 1, 2, 3 … through all columns numbers them. */
  readonly columnNumbers?: true;
  /** What the user says of rows; it wins over whatever they seem to be. */
  readonly rowRules?: readonly RowRule[];
  /** The level whose rows are read; those of others are left out. */
  readonly level?: string;
  /** Rows of one area and period are its parts, to be added up. */
  readonly addParts: boolean;
  /** Fields in which 合计 says that a row is the whole of its parts: where parts are added up, it is not one of them. */
  readonly wholesIn?: readonly number[];
}

/** In how many blocks beside each other its list stood; undefined where it is none of these. */
export const blocksBeside = ({ madeFrom }: ReadingPlan): number | undefined =>
  madeFrom?.is === "beside" ? madeFrom.blocks : undefined;

/** Whether columns have periods of their own: a row then stands for its area in each of them. */
export const hasColumnPeriods = (plan: ReadingPlan): boolean =>
  plan.columns.some(({ period }) => period !== undefined);

/** The indices of the columns that bear a key, in the order of the table. */
export const keyColumns = (plan: ReadingPlan, key: Key): number[] =>
  plan.columns
    .filter((column) => column.role.is === "key" && column.role.key === key)
    .map((column) => column.index);

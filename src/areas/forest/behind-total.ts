import type { ExcludedRow, Group, Part } from "../../engines/engine.ts";
import { isOfWhich, isWholeWord } from "../../intake/rows/total-words.ts";
import { addsUp, compare, type Figures } from "./figures.ts";

/** The total of a table, and rows that stand behind it though it leaves them out. */
export interface BehindTotal {
  readonly label: string;
  readonly line: number;
  /** The rows that the total is the sum of. */
  readonly counted: readonly number[];
  readonly behind: readonly number[];
}

/** The totals of a part of the table, of which others stand behind it. */
const ofPart = /小[计計]|本页|本頁|sub-?total|page/iu;

const lineOf = ({ row, place }: Group): number => row ?? place.line ?? 0;

/**
 * The rows behind the last total of a table, where that is the sum of all rows above it in every column: they are of another time, of some of the
 * areas again, or areas that it leaves out. Nothing tells which. Undefined where there are none; totals of a unit, of a page and of periods say
 * nothing of what follows. `roots` are the rows that are counted.
 */
export function behindTotal(
  { groups, excluded }: Part,
  figures: Figures,
  roots: readonly number[],
): BehindTotal | undefined {
  const last = excluded.findLast(
    ({ reason, label = "" }) => reason === "total-row" && !isOfWhich(label),
  );
  if (last?.values === undefined || last.byPeriod || !isOfTable(last)) return undefined;
  const line = last.row ?? last.line;
  const periods = new Set(groups.map(({ period }) => period));
  const counted = roots.filter((row) => lineOf(groups[row] as Group) < line);
  const behind = roots.filter((row) => lineOf(groups[row] as Group) > line);
  if (periods.size > 1 || counted.length < 2 || behind.length === 0) return undefined;
  const comparison = compare(
    withTotal(figures, last.values, groups.length),
    groups.length,
    counted,
  );
  const { compared, agreed } = comparison;
  if (!addsUp(comparison) || agreed < compared) return undefined;
  return { label: last.label ?? "", line, counted, behind };
}

const isOfTable = ({ label = "", unit }: ExcludedRow): boolean =>
  unit === undefined && isWholeWord(label) && !ofPart.test(label);

/** The figures of the table with those of its total behind them. */
const withTotal = (
  { columns }: Figures,
  values: ReadonlyMap<string, number>,
  size: number,
): Figures => ({
  columns: columns.map((column) => {
    const figures = new Float64Array(size + 1);
    figures.set(column.figures.subarray(0, size));
    figures[size] = values.get(column.quantity) ?? Number.NaN;
    return { ...column, figures };
  }),
});

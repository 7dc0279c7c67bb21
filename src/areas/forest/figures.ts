import { findVariable } from "../../codebook/index.ts";
import type { Part } from "../../engines/engine.ts";
import type { ReadingPlan } from "../../intake/plan.ts";
import type { Column } from "../../survey/column.ts";
import { writtenDecimals } from "../../survey/written-decimals.ts";

/** The figures of a table that may be added up, column by column; NaN where a row has none that is exact. */
export interface Figures {
  readonly columns: readonly SummedColumn[];
}

interface SummedColumn {
  readonly quantity: string;
  readonly figures: Float64Array;
  /** The power of ten it is written in: 4 for 万人. */
  readonly exponent: number;
}

/** The figures of the quantities that add up over areas, those that are about so much (约300) included. */
export function figuresOf(
  { groups, quantities }: Part,
  plan?: Pick<ReadingPlan, "columns">,
): Figures {
  const columns = [...quantities].flatMap(([quantity, column]) =>
    findVariable(quantity)?.parts === "same"
      ? []
      : [
          {
            quantity,
            figures: exactFigures(column, groups.length),
            exponent: exponentOf(quantity, plan),
          },
        ],
  );
  return { columns };
}

function exactFigures(column: Column, size: number): Float64Array {
  const figures = column.figures(size);
  for (let i = 0; i < size; i++) {
    if (!Number.isNaN(figures[i]) || column.count(i) === 0) continue;
    const measured = column.at(i);
    if ("value" in measured) figures[i] = measured.value;
  }
  return figures;
}

const exponentOf = (quantity: string, plan: Pick<ReadingPlan, "columns"> | undefined): number =>
  Math.max(
    0,
    ...(plan?.columns ?? []).map(({ role }) =>
      role.is === "value" || (role.is === "quantity" && role.quantity === quantity)
        ? role.rules.exponent
        : 0,
    ),
  );

/** How a row compares with the sum of others. */
export interface Comparison {
  /** Columns in which the row and all of the others have a figure, and those of them in which the sum is the figure. */
  readonly compared: number;
  readonly agreed: number;
  /** Columns in which the sum is nearly the figure, those that agree included. */
  readonly near: number;
  /** Columns in which some of the others lack a figure, and what they have does not exceed that of the row. */
  readonly incomplete: number;
  /** Columns in which the others are more than the row. */
  readonly exceeded: number;
  /** The first column that disagrees. */
  readonly miss?: { readonly variable: string; readonly total: number; readonly sum: number };
  /** The first column that agrees. */
  readonly match?: { readonly variable: string; readonly total: number };
  /** How unlikely the agreement is by chance: the power of ten, added up over the columns that agree. */
  readonly weight: number;
}

/** The parts of a unit differ from it by no more than so much of it: they may be its parts all the same. */
export const NEAR = 0.1;

export function compare({ columns }: Figures, whole: number, parts: readonly number[]): Comparison {
  let compared = 0;
  let agreed = 0;
  let near = 0;
  let incomplete = 0;
  let exceeded = 0;
  let weight = 0;
  let miss: Comparison["miss"];
  let match: Comparison["match"];
  for (const { quantity, figures, exponent } of columns) {
    const total = figures[whole] as number;
    if (Number.isNaN(total)) continue;
    let sum = 0;
    let told = 0;
    for (const part of parts) {
      const figure = figures[part] as number;
      if (Number.isNaN(figure)) continue;
      told++;
      sum += figure;
    }
    if (told === 0 || (total === 0 && sum === 0)) continue;
    const unit = roundingOf(total, parts, figures, exponent);
    const tolerance = (unit * (told + 1)) / 2 + Math.abs(total) * 1e-9;
    const agrees = Math.abs(sum - total) <= tolerance;
    if (!agrees && told < parts.length) {
      if (sum <= total) incomplete++;
      else exceeded++;
      continue;
    }
    compared++;
    if (sum > total * (1 + NEAR)) exceeded++;
    if (agrees) {
      agreed++;
      match ??= { variable: quantity, total };
      weight += weightOf(sum / told, Math.max(2 * unit, commonUnit(total, parts, figures)));
    } else miss ??= { variable: quantity, total, sum };
    if (agrees || Math.abs(sum - total) <= NEAR * Math.abs(total)) near++;
  }
  return {
    compared,
    agreed,
    near,
    incomplete,
    exceeded,
    weight,
    ...(miss && { miss }),
    ...(match && { match }),
  };
}

/** A sum meets a figure by chance about once in so many figures as lie between two neighbours of their size. */
const weightOf = (size: number, unit: number): number =>
  Math.log10(Math.max(1, Math.abs(size) / unit));

/** Whether the comparison makes the row the whole of the others: in nearly all columns, so that a slip in one of many does not hide it. */
export const addsUp = ({ compared, agreed }: Comparison): boolean =>
  compared > 0 && agreed >= 0.8 * compared;

/** Whether the others nearly add up to the row in nearly all columns. */
export const isNear = ({ compared, near }: Comparison): boolean =>
  compared > 0 && near >= 0.8 * compared;

/**
 * The unit of the last place that figures are rounded to: 0.01 for 3.25 and 1.4, 100 for 35,200 in a column that is written in 万 with two
 * decimals; 0 for whole numbers that are written out.
 */
function roundingOf(
  total: number,
  parts: readonly number[],
  figures: Float64Array,
  exponent: number,
): number {
  if (exponent > 0) return Math.min(commonUnit(total, parts, figures), 10 ** exponent);
  let decimals = decimalsOf(total);
  for (const part of parts) decimals = Math.max(decimals, decimalsOf(figures[part] as number));
  return decimals > 0 ? 10 ** -decimals : 0;
}

const decimalsOf = (figure: number): number =>
  Number.isInteger(figure) || !Number.isFinite(figure)
    ? 0
    : writtenDecimals(Number(figure.toPrecision(12)));

/** The greatest power of ten of which all figures are multiples. */
function commonUnit(total: number, parts: readonly number[], figures: Float64Array): number {
  let unit = 1;
  for (let next = 10; next <= 1e6; next *= 10) {
    if (total % next !== 0 || parts.some((part) => (figures[part] as number) % next !== 0)) break;
    unit = next;
  }
  return unit;
}

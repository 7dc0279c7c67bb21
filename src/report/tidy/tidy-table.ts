import type { Observation, Survey } from "../../analysis/observed-survey.ts";
import { findVariable } from "../../codebook/index.ts";
import type { Period } from "../../survey/area.ts";
import { writeInterval } from "../../survey/interval-notation.ts";
import { isAbsent, isExact, type Measured } from "../../survey/measured.ts";

/** One figure or text of a tidy table; an empty text where there is nothing. */
export type TidyValue = string | number | Measured;

export interface TidyTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TidyValue[])[];
}

export interface TidyOptions {
  /** One row per area, period and variable. */
  readonly long?: boolean;
  /** Only these; all where left out. */
  readonly periods?: readonly (Period | null)[];
  /** How the residents of each observation are counted, where its table says so. */
  readonly bases?: readonly (string | undefined)[];
}

/**
 * A survey as a clean table: first who and when (area_code, the units it lies in, area, period, as far as they are known), and on what basis
 * residents are counted where it is not the usual one (residents_basis), then the ids of the
 * codebook in base units; or, with `long`, one row for each figure. Categories are the ids of their values, yes and no stand for themselves.
 */
export function tidyTable(survey: Survey, options: TidyOptions = {}): TidyTable {
  const chosen = survey.observations.flatMap((observation, index) =>
    options.periods === undefined || options.periods.includes(observation.period)
      ? [{ observation, index }]
      : [],
  );
  const keys = keyColumns(chosen.map(({ observation }) => observation));
  const quantities = [...survey.quantities].filter(([, column]) =>
    chosen.some(({ index }) => column.count(index) > 0),
  );
  const basisOf = (index: number): string => options.bases?.[index] ?? "";
  const tellsBasis = chosen.some(({ index }) => !["", "usual"].includes(basisOf(index)));
  const keyed = chosen.map(({ observation, index }) => ({
    index,
    cells: [...keys.map((key) => key.of(observation)), ...(tellsBasis ? [basisOf(index)] : [])],
  }));
  const names = [...keys.map((key) => key.name), ...(tellsBasis ? ["residents_basis"] : [])];
  if (options.long) {
    const rows = keyed.flatMap(({ index, cells }) =>
      quantities.flatMap(([id, column]) =>
        column.count(index) === 0 ? [] : [[...cells, id, tidyValue(id, column.at(index))]],
      ),
    );
    return { columns: [...names, "variable", "value"], rows };
  }
  const rows = keyed.map(({ index, cells }) => [
    ...cells,
    ...quantities.map(([id, column]) => tidyValue(id, column.at(index))),
  ]);
  return { columns: [...names, ...quantities.map(([id]) => id)], rows };
}

interface KeyColumn {
  readonly name: string;
  of(observation: Observation): string;
}

/** Of the units that an area lies in, the nearest is the last; all of these names are read back as such units. */
const parentNames = ["parent_area", "city", "district", "street"] as const;

function keyColumns(observations: readonly Observation[]): KeyColumn[] {
  const depth = observations.reduce((most, { area }) => Math.max(most, area.parents.length), 0);
  const parents = parentNames.slice(-Math.min(depth, parentNames.length) || parentNames.length);
  const columns: KeyColumn[] =
    depth === 0
      ? []
      : parents.map((name, i) => ({
          name,
          of: ({ area }) => parentOf(area.parents, parents.length - 1 - i, i === 0),
        }));
  return [
    ...(observations.some(({ area }) => area.code !== null)
      ? [{ name: "area_code", of: ({ area }: Observation) => area.code ?? "" }]
      : []),
    ...columns,
    { name: "area", of: ({ area }) => area.name },
    ...(observations.some(({ period }) => period !== null)
      ? [{ name: "period", of: ({ period }: Observation) => period ?? "" }]
      : []),
  ];
}

/** The unit so many steps above the nearest; the outermost column takes all that lie beyond it. */
function parentOf(parents: readonly string[], above: number, outermost: boolean): string {
  const end = parents.length - above;
  if (end <= 0) return "";
  return outermost ? parents.slice(0, end).join("/") : (parents[end - 1] as string);
}

function tidyValue(id: string, measured: Measured): TidyValue {
  const variable = findVariable(id);
  if (!isExact(measured) || measured.approximate) return measured;
  if (variable?.kind === "yes-no") return measured.value === 1 ? "yes" : "no";
  if (variable?.kind === "category") return variable.values?.[measured.value]?.id ?? "";
  return measured.value;
}

/**
 * A value in one cell that `cdj` reads back as the same: a plain number, `≈16000` for an approximate one, `[130000..140000)` for an interval
 * (13万多). Nothing where there is none.
 */
function tidyCell(value: TidyValue): string | number {
  if (typeof value !== "object") return value;
  if (isAbsent(value)) return "";
  if (isExact(value)) return value.approximate ? `≈${value.value}` : value.value;
  return writeInterval(value);
}

/** The table with its head, each value in one cell. */
export const tidyRows = ({ columns, rows }: TidyTable): (string | number)[][] => [
  [...columns],
  ...rows.map((row) => row.map(tidyCell)),
];

/** One object a row: exact figures as numbers, others as `{value, approximate}` or `{low, high}` (an unbounded side is null); keys without a value are left out. */
export const tidyObjects = ({ columns, rows }: TidyTable): Record<string, unknown>[] =>
  rows.map((row) =>
    Object.fromEntries(
      row.flatMap((value, i) => {
        if (value === "" || (typeof value === "object" && isAbsent(value))) return [];
        return [[columns[i] as string, value]];
      }),
    ),
  );

import type { Period } from "../../survey/area.ts";
import { codes } from "../../survey/codes.ts";
import type { RaisedFinding } from "../findings.ts";
import type { PlannedColumn, ReadingPlan } from "../plan.ts";

export interface PeriodsOfTable {
  readonly columns: readonly PlannedColumn[];
  readonly period?: NonNullable<ReadingPlan["period"]>;
  readonly findings: readonly RaisedFinding[];
}

/**
 * Which period each figure of a row is of, where heads name periods; `period` is that of the file, where something else tells it. Columns that all
 * name one and the same period tell that of the table. A column without one beside others has the period of the file, else that of the others
 * where it is a single one. Where it cannot be told, the fewer of them (those without a period, where they are as many) are not used, each with a finding.
 */
export function periodsOfColumns(
  columns: readonly PlannedColumn[],
  period: ReadingPlan["period"],
): PeriodsOfTable {
  const named = new Set(columns.flatMap((column) => column.period ?? []));
  const [only] = named;
  if (only === undefined) return { columns, ...(period && { period }), findings: [] };
  const undated = columns.filter((column) => isFigure(column) && column.period === undefined);
  const single =
    named.size === 1 &&
    !undated.some((column) =>
      columns.some(
        (other) => other.period !== undefined && quantityOf(other) === quantityOf(column),
      ),
    );
  if (single && (undated.length === 0 || period === undefined || period.value === only)) {
    const whole =
      undated.length > 0 && period ? period : ({ value: only, from: "header" } as const);
    return { columns: columns.map(withoutPeriod), period: whole, findings: [] };
  }
  if (undated.length === 0) return { columns, findings: [] };
  return period === undefined
    ? ofOneKind(
        columns,
        undated.length > columns.filter((column) => column.period !== undefined).length,
      )
    : withoutSecond(columns, period);
}

const isFigure = ({ role }: PlannedColumn): boolean =>
  role.is === "quantity" || role.is === "value";
const quantityOf = ({ role }: PlannedColumn): string =>
  role.is === "quantity" ? role.quantity : role.is;

function withoutPeriod({ period: _, ...column }: PlannedColumn): PlannedColumn {
  return column;
}

/** Only the figures with, or without, a period of their own. */
function ofOneKind(columns: readonly PlannedColumn[], withoutOne: boolean): PeriodsOfTable {
  const isOther = (column: PlannedColumn): boolean =>
    isFigure(column) && (column.period === undefined) !== withoutOne;
  return {
    columns: columns.map((column) =>
      isOther(column)
        ? { ...withoutPeriod(column), role: { is: "unused", reason: "undated" } }
        : column,
    ),
    findings: columns.filter(isOther).map(({ index, header }) => ({
      code: codes.undatedColumn,
      place: { field: index + 1, header },
      args: { header },
    })),
  };
}

/** 常住人口 beside 2022年常住人口 in a table of 2022 says the same twice: the first is read. */
function withoutSecond(
  columns: readonly PlannedColumn[],
  period: NonNullable<ReadingPlan["period"]>,
): PeriodsOfTable {
  const first = new Map<string, number>();
  const findings: RaisedFinding[] = [];
  const kept = columns.map((column): PlannedColumn => {
    if (column.role.is !== "quantity") return column;
    const own: Period = column.period ?? period.value;
    const key = `${column.role.quantity}\u0000${own}`;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, column.index);
      return column;
    }
    const { index, header } = column;
    findings.push({
      code: codes.duplicateHeader,
      place: { field: index + 1, header },
      args: { header, first: before + 1 },
    });
    return { ...withoutPeriod(column), role: { is: "unused", reason: "duplicate" } };
  });
  return { columns: kept, period, findings };
}

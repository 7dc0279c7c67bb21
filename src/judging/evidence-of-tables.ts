import type { Survey } from "../analysis/observed-survey.ts";
import type { JoinedFile } from "../areas/join.ts";
import type { Evidence, Partition, ReadTable, StatedRow, StatedShare } from "../checks/evidence.ts";
import type { ReadingPlan } from "../intake/plan.ts";
import { unitOfTotal } from "../intake/rows/total-words.ts";
import type { Place } from "../survey/finding.ts";
import { statedAreas } from "./stated-areas.ts";

/** A table as it was read: its plan, what the engine made of it, and which observations its groups became. */
export interface JudgedTable extends JoinedFile {
  readonly plan: ReadingPlan;
}

export interface EvidenceOptions {
  readonly shares?: readonly StatedShare[];
  readonly partitions?: readonly Partition[];
}

/** What checks may see of a survey. */
export function evidenceOf(
  survey: Survey,
  tables: readonly JudgedTable[],
  options: EvidenceOptions = {},
): Evidence {
  const totals = survey.everyone;
  return {
    size: survey.observations.length,
    subject: (index) => survey.observations[index] as Survey["observations"][number],
    quantities: [...survey.quantities.keys()],
    recorded: (quantity) => survey.quantities.get(quantity),
    blanks: (quantity) => survey.quantities.get(quantity)?.blankKeys ?? [],
    series: (quantity) => totals.series(quantity),
    bands: (of) => totals.bands(of),
    exponent: (quantity) => Math.max(0, ...tables.map(({ plan }) => exponentIn(plan, quantity))),
    tables: tables.map((table) => readTable(table)),
    shares: options.shares ?? [],
    partitions: options.partitions ?? [],
  };
}

function exponentIn(plan: ReadingPlan, quantity: string): number {
  const exponents = plan.columns.flatMap(({ role }) =>
    role.is === "quantity" && role.quantity === quantity ? [role.rules.exponent] : [],
  );
  return Math.max(0, ...exponents);
}

/** Field and header of the column of a quantity (of those of several periods the one asked for); none in a long table, where a row says what it counts. */
function columnPlace(
  plan: ReadingPlan,
  quantity: string,
  period?: string | null,
): Pick<Place, "field" | "header"> {
  const own = plan.columns.filter(
    ({ role }) => role.is === "quantity" && role.quantity === quantity,
  );
  const column =
    own.find((each) => each.period === period) ??
    own.find((each) => each.period === undefined) ??
    own[0];
  return column === undefined || plan.shape === "long"
    ? {}
    : { field: column.index + 1, header: column.header };
}

/** The cell of a quantity in a row; `line` is that of the original. */
export function cellPlace(
  { file, plan, locate }: JudgedTable,
  { line, row, sheet }: Row,
  quantity: string,
  period?: string | null,
): Place {
  const column = columnPlace(plan, quantity, period);
  const own =
    row === undefined || column.field === undefined
      ? column
      : { ...column, ...locate?.(row, column.field) };
  return {
    file,
    ...(sheet !== undefined && { sheet }),
    ...(line !== undefined && { line }),
    ...own,
  };
}

interface Row {
  readonly line?: number | undefined;
  readonly row?: number | undefined;
  readonly sheet?: string | undefined;
}

function readTable(table: JudgedTable): ReadTable {
  const counted = statedIn(table);
  return {
    file: table.file,
    observations: table.observations,
    stated: statedRows(table),
    ...(counted && { statedAreas: counted }),
  };
}

function statedIn({ file, plan, part }: JudgedTable): ReadTable["statedAreas"] {
  const titleLine = plan.preamble.find(({ reason }) => reason === "title")?.line ?? 1;
  const texts = [
    ...plan.titles.map((text) => ({ text, line: titleLine })),
    ...part.excluded.flatMap(({ reason, label, line }) =>
      reason === "total-row" && label !== undefined ? [{ text: label, line }] : [],
    ),
  ];
  const found = texts.flatMap(({ text, line }) => {
    const counted = statedAreas(text);
    return counted === undefined ? [] : [{ ...counted, place: { file, line } }];
  });
  const noted = part.excluded.flatMap(({ areas, line }) =>
    areas === undefined ? [] : [{ ...areas, place: { file, line } }],
  );
  const all = [...found, ...noted];
  return new Set(all.map(({ count }) => count)).size === 1 ? all[0] : undefined;
}

/** A total reaches over so many others at most. */
const MOST_TOTALS_OVER = 12;

/** The place of the first row behind a line. */
function firstBehind(rows: readonly { readonly line: number }[], after: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as { line: number }).line <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows that call themselves totals or averages, and the notes that state totals, each with the sets of rows that it may be one of. */
function statedRows(table: JudgedTable): StatedRow[] {
  const { file, part, observations } = table;
  const stating: ReadonlySet<string> = new Set(["total-row", "average-row", "note"]);
  const rows = part.excluded.flatMap(({ reason, values, byPeriod, ...row }) => {
    const said = byPeriod ?? (values === undefined ? [] : [{ period: undefined, values }]);
    return stating.has(reason)
      ? said.flatMap((own) => (own.values.size > 0 ? [{ ...row, reason, ...own }] : []))
      : [];
  });
  // Where a row was left out as a duplicate, no sum can be told.
  if (
    rows.length === 0 ||
    part.excluded.some(({ reason }) => reason === "duplicate" || reason === "no-area")
  )
    return [];
  const inOrder = part.groups
    .map((group, i) => ({
      group,
      line: group.row ?? group.place.line ?? 0,
      index: observations[i] as number,
    }))
    .sort((a, b) => a.line - b.line);
  const sets = new Map<string, number[]>();
  const put = (key: string, index: number): void =>
    void (sets.get(key)?.push(index) ?? sets.set(key, [index]));
  for (const { group, index } of inOrder) {
    put("all", index);
    if (group.period !== undefined) put(`period\u0000${group.period}`, index);
    for (const parent of group.parents) put(`parent\u0000${parent}`, index);
  }
  const periods = [...sets].flatMap(([key, indices]) =>
    key.startsWith("period") ? [indices] : [],
  );
  const between = (from: number, to: number): number[] =>
    inOrder
      .slice(firstBehind(inOrder, from), firstBehind(inOrder, to - 1))
      .map(({ index }) => index);
  const lines = [
    ...new Set(rows.filter(({ reason }) => reason !== "note").map((own) => own.row ?? own.line)),
  ];
  const periodOf = new Map(inOrder.map(({ group, index }) => [index, group.period]));
  return rows.map(
    ({ line, row, reason, label = "", unit, values, period, years = [] }): StatedRow => {
      if (reason === "note") {
        // Of several periods it speaks of those it names, of each where it names none.
        const named = years.flatMap((year) =>
          [...sets].flatMap(([key, indices]) =>
            key.startsWith(`period\u0000${year}`) ? [indices] : [],
          ),
        );
        const all =
          years.length > 0 && periods.length > 0 ? named : [sets.get("all") ?? [], ...periods];
        return {
          kind: "note",
          label,
          values,
          place: () => ({ file, line }),
          candidates: all.filter((indices) => indices.length > 0),
        };
      }
      // In the order of the table that was made of the original, where one was.
      const own = row ?? line;
      const at = lines.indexOf(own);
      const ofPeriod = (indices: readonly number[]): number[] =>
        indices.filter((index) => period === undefined || periodOf.get(index) === period);
      const named = sets.get(`parent\u0000${unitOfTotal(label)}`);
      const ofUnit = unit === undefined ? undefined : sets.get(`parent\u0000${unit}`);
      // A total of totals reaches over those of the units in it.
      const reach = Array.from(
        { length: Math.min(MOST_TOTALS_OVER, lines.length) },
        (_, i) => i + 1,
      );
      const candidates = [
        ...(ofUnit ? [ofUnit] : []),
        ...reach.flatMap((far) => [
          ...(at - far >= -1 ? [between(lines[at - far] ?? 0, own)] : []),
          ...(at + far <= lines.length
            ? [between(own, lines[at + far] ?? Number.POSITIVE_INFINITY)]
            : []),
        ]),
        sets.get("all") ?? [],
        ...periods,
      ];
      return {
        kind: reason === "total-row" ? "total" : "average",
        label,
        values,
        place: (quantity) => cellPlace(table, { line, row }, quantity, period),
        candidates: (named ? [named] : candidates)
          .map(ofPeriod)
          .filter((indices) => indices.length > 0),
      };
    },
  );
}

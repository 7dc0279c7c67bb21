import { LEAST_MOBILE } from "../../intake/cells/cell.ts";
import type { Columnar, ColumnarColumn, Source } from "../../intake/files/source.ts";
import { hasColumnPeriods, type ReadingPlan } from "../../intake/plan.ts";
import { isWholeLabel } from "../../intake/rows/whole-labels.ts";
import { byteEngine } from "../bytes/byte-engine.ts";
import type { Engine, Part, Request, ScanOptions } from "../engine.ts";
import { Tally } from "../tally/tally.ts";

/**
 * Columns in a database: the totals of an area's parts are computed there, as far as the cells are plainly numbers. Where anything is out of
 * the common (a text, a negative or fractional count, a row that stands for no area), the rows take the way of every other table.
 */
export const duckdbEngine: Engine = { accepts, scan };

function accepts(plan: ReadingPlan, { columnar }: Source): boolean {
  return (
    columnar !== undefined &&
    plan.addParts &&
    plan.shape === "wide" &&
    !hasColumnPeriods(plan) &&
    plan.preambleRecords === 0 &&
    plan.headerRecords === 1 &&
    plan.bodyRecords === undefined &&
    plan.columns.every(
      ({ role, index }) =>
        role.is !== "quantity" ||
        (columnar.columns[index]?.numeric === true && role.rules.missing === undefined),
    )
  );
}

async function scan(source: Source, request: Request, options: ScanOptions = {}): Promise<Part> {
  const tally = new Tally(request);
  const summed = await sumsOf(source.columnar as Columnar, request, tally);
  return summed ?? byteEngine.scan(source, request, options);
}

/** Of what the database gives for a key: where it was first met, its rows, its first row as text, then for each summed column cells, sum and odd cells. */
async function sumsOf(
  { table, columns, rows }: Columnar,
  request: Request,
  tally: Tally,
): Promise<Part | undefined> {
  const summed = tally.summedColumns;
  if (
    request.attributes?.length ||
    tally.keyFields.length === 0 ||
    summed.some(
      ({ addsUp, rules }) => !addsUp || rules.factor !== undefined || rules.exponent !== 0,
    )
  )
    return undefined;
  for (const field of request.plan.wholesIn ?? []) {
    const { text } = columns[field] as ColumnarColumn;
    const labels = await rows(`SELECT DISTINCT ${text} FROM ${table}`);
    if (labels.some(([label]) => isWholeLabel(String(label ?? "")))) return undefined;
  }
  const keys = tally.keyFields.map((field) => (columns[field] as ColumnarColumn).column);
  const figures = summed.map(({ field, rules }) => {
    const name = (columns[field] as ColumnarColumn).column;
    const whole = rules.kind === "count" ? ` OR ${name} <> floor(${name})` : "";
    return `count(${name}), coalesce(fsum(${name}), 0), count(*) FILTER (${name} < 0 OR NOT ${name} < ${LEAST_MOBILE}${whole})`;
  });
  const texts = columns.map(({ text }) => `arg_min_null(${text}, file_row_number)`);
  const groups = await rows(
    `SELECT min(file_row_number) AS first, count(*), ${[...texts, ...figures].join(", ")} FROM ${table} GROUP BY ${keys.join(", ")} ORDER BY first`,
  );
  for (const [first, count, ...rest] of groups) {
    const cells = rest.slice(0, columns.length).map((cell) => (cell === null ? "" : String(cell)));
    const totals = summed.map(
      (_, i) =>
        rest.slice(columns.length + 3 * i, columns.length + 3 * i + 3).map(Number) as [
          number,
          number,
          number,
        ],
    );
    const isOdd =
      tally.keyFields.some((field) => cells[field]?.trim() === "") ||
      cells.filter((cell) => cell.trim() !== "").length < 2;
    if (isOdd || totals.some(([, , odd]) => odd > 0)) return undefined;
    // The figures are added below: to the tally a column without any is blank, and one with some is one cell of 0.
    summed.forEach(({ field }, i) => {
      cells[field] = totals[i]?.[0] === 0 ? "" : "0";
    });
    const group = tally.take({ fields: cells, line: Number(first) + 2, raw: cells.join(",") });
    if (group === -1) return undefined;
    totals.forEach(([n, sum], i) => {
      if (n > 0) summed[i]?.column.addSum(group, sum, n - 1);
    });
    if (Number(count) > 1) {
      tally.addParts(group, Number(count) - 1);
      tally.countParts(group, Number(count) - 1);
    }
  }
  return tally.finish();
}

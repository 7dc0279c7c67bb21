import { matchHeader } from "../../codebook/match.ts";
import { filledCells } from "../cells/filled-cells.ts";
import type { Source } from "../files/source.ts";
import type { ReadingPlan } from "../plan.ts";
import { placeOfField, type TableRecord } from "../records/records.ts";
import { rewritten, type WholeTable } from "./rewritten.ts";

/** Where blocks of columns with the same heads begin (from 0), and how wide they are. */
interface Blocks {
  readonly starts: readonly number[];
  readonly width: number;
}

/**
 * The source with its blocks one below another, where a list stands in two or more blocks beside each other under the same heads, each with a column
 * of areas, as lists are set to save paper; undefined for any other.
 */
export function asBlocksBelow({ source, records, dialect }: WholeTable): Source | undefined {
  const found = blocksIn(records);
  if (!found) return undefined;
  const { head, heads, starts, width } = found;
  const above = records
    .slice(0, head)
    .map((record) => ({ record, start: 0, cells: record.fields }));
  const below = starts.flatMap((start) =>
    records.slice(head + 1).flatMap((record) => {
      const cells = record.fields.slice(start, start + width);
      return filledCells(cells) === 0 ? [] : [{ record, start, cells }];
    }),
  );
  const rows = [
    ...above,
    {
      record: heads,
      start: starts[0] as number,
      cells: heads.fields.slice(starts[0], (starts[0] as number) + width),
    },
    ...below,
  ];
  return rewritten(
    source,
    rows.map(({ cells }) => cells),
    {
      madeFrom: { is: "beside", blocks: starts.length },
      locate(line, field) {
        const row = rows[line - 1];
        if (!row) return { line: heads.line };
        if (field === undefined) return { line: row.record.line };
        const own = row.start + field;
        return {
          line: row.record.line,
          field: own,
          ...(source.origin === undefined && {
            column: placeOfField(row.record, own - 1, dialect).column,
          }),
        };
      },
    },
  );
}

/** The plan of such a list as it stands, every block read as its first one is; of any other table the plan as it is. */
export function planOfAllBlocks(
  plan: ReadingPlan,
  records: readonly TableRecord[] | undefined,
): ReadingPlan {
  const found = records && blocksIn(records);
  if (!found) return plan;
  const [first = 0, ...further] = found.starts;
  const columns = [...plan.columns];
  for (const start of further) {
    for (let i = 0; i < found.width; i++) {
      const alike = columns[first + i];
      if (alike && columns[start + i]) columns[start + i] = { ...alike, index: start + i };
    }
  }
  return { ...plan, columns };
}

function blocksIn(records: readonly TableRecord[]) {
  const head = records.slice(0, 10).findIndex(({ fields }) => blocksOf(fields) !== undefined);
  const heads = records[head];
  const blocks = heads && blocksOf(heads.fields);
  return heads && blocks && { head, heads, ...blocks };
}

/** The same heads twice or more, each time with one that names areas and one beside it. */
function blocksOf(fields: readonly string[]): Blocks | undefined {
  const heads = fields.map((cell) => cell.trim());
  const areas = heads.flatMap((head, i) => (head !== "" && isArea(head) ? [i] : []));
  const [first, second] = areas;
  if (first === undefined || second === undefined || heads[first] !== heads[second])
    return undefined;
  const from = heads.findIndex((head) => head !== "");
  const step = second - first;
  const block = heads.slice(from, from + step);
  while (block.at(-1) === "") block.pop();
  const starts = Array.from(
    { length: Math.ceil((heads.length - from) / step) },
    (_, k) => from + k * step,
  ).filter((start) => filledCells(heads.slice(start)) > 0);
  const alike = starts.every((start) => block.every((head, i) => heads[start + i] === head));
  return block.length >= 2 && starts.length >= 2 && areas.length === starts.length && alike
    ? { starts, width: block.length }
    : undefined;
}

function isArea(head: string): boolean {
  const meaning = matchHeader(head);
  return meaning.kind === "key" && meaning.key === "area";
}

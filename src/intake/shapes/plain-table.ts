import { matchHeader } from "../../codebook/match.ts";
import { looksNumeric } from "../cells/cell-kind.ts";
import { isFilled } from "../cells/filled-cells.ts";
import type { TableRecord } from "../records/record.ts";

/** Titles and captions above a header. */
const mostRowsAbove = 5;

/**
 * What most files are, told from their first rows: names that the codebook knows, one of them the area's, over two rows that each name an
 * area and have a figure under one of those names. False says nothing.
 */
export function isPlainTable(rows: readonly TableRecord[]): boolean {
  const at = rows
    .slice(0, mostRowsAbove)
    .findIndex(({ fields }) => fields.filter(isFilled).length > 1);
  const heads = rows[at]?.fields ?? [];
  if (heads.some(looksNumeric)) return false;
  const area = heads.findIndex(isArea);
  // Another column under the same head begins another block of the list.
  if (area !== -1 && heads.indexOf(heads[area] as string, area + 1) !== -1) return false;
  const [known] = heads.flatMap((cell, i) =>
    isFilled(cell) && looksNumeric(rows[at + 1]?.fields[i] ?? "") && isQuantity(cell) ? i : [],
  );
  if (area === -1 || known === undefined) return false;
  const below = rows
    .slice(at + 1, at + 3)
    .map(({ fields }) => ({ name: fields[area] ?? "", figure: fields[known] ?? "" }));
  return (
    below.length === 2 && below.every(({ name, figure }) => isName(name) && looksNumeric(figure))
  );
}

const isName = (cell: string): boolean =>
  isFilled(cell) && !looksNumeric(cell) && matchHeader(cell).kind === "unknown";

function isArea(cell: string): boolean {
  const meaning = matchHeader(cell);
  return meaning.kind === "key" && (meaning.key === "area" || meaning.key === "area_code");
}

/** A quantity other than the number of communities, which stands over their distribution. */
function isQuantity(cell: string): boolean {
  const meaning = matchHeader(cell);
  return (
    (meaning.kind === "variable" && meaning.variable !== "communities") || meaning.kind === "band"
  );
}

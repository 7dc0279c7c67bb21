import { CdjError } from "../../survey/error.ts";
import type { Source } from "../files/source.ts";
import { knownHeads } from "../heads/known-heads.ts";
import type { TableRecord } from "../records/record.ts";
import { readAligned } from "./aligned.ts";
import { rewritten, type WholeTable } from "./rewritten.ts";

/**
 * The source as CSV, line by line, where its columns stand apart by blanks and nothing else parts them; undefined for any other. Throws a CdjError that
 * names the line where most lines cut into the same number of fields, but one does not: which cell is missing cannot be told.
 */
export function asAligned({ source, records, text }: WholeTable): Source | undefined {
  if (text === undefined || isParted(records)) return undefined;
  const found = readAligned(text);
  if (found === undefined) return undefined;
  if (!("lines" in found)) throw new CdjError("uneven-columns", { file: source.name, ...found });
  return rewritten(
    source,
    found.lines.map((fields) => fields.map(({ text }) => text)),
    {
      madeFrom: { is: "aligned" },
      locate(line, field) {
        const at = field === undefined ? undefined : found.lines[line - 1]?.[field - 1];
        return { line, ...(field !== undefined && { field }), ...(at && { column: at.start + 1 }) };
      },
    },
  );
}

/** Whether a delimiter cuts a line of the first ones into heads that the codebook knows. */
const isParted = (records: readonly TableRecord[]): boolean =>
  records.slice(0, 50).some(({ fields }) => knownHeads(fields) >= 2);

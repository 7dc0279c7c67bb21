import { CdjError } from "../../survey/error.ts";
import type { Source } from "../files/source.ts";
import { smallText } from "../records/small-text.ts";
import { readAligned } from "./aligned.ts";
import { rewritten } from "./rewritten.ts";

/**
 * The source as CSV, line by line, where its columns stand apart by blanks and nothing else parts them; undefined for any other. Throws a CdjError that
 * names the line where most lines cut into the same number of fields, but one does not: which cell is missing cannot be told.
 */
export async function asAligned(
  source: Source,
  declared: { readonly encoding?: string; readonly delimiter?: string } = {},
): Promise<Source | undefined> {
  if (source.origin?.written !== undefined || declared.delimiter !== undefined) return undefined;
  const read = await smallText(source, declared);
  if (read === undefined || read.parted) return undefined;
  const found = readAligned(read.text);
  if (found === undefined) return undefined;
  if (!("lines" in found)) throw new CdjError("uneven-columns", { file: source.name, ...found });
  return rewritten(
    source,
    found.lines.map((fields) => fields.map(({ text }) => text)),
    {
      aligned: true,
      locate(line, field) {
        const at = field === undefined ? undefined : found.lines[line - 1]?.[field - 1];
        return { line, ...(field !== undefined && { field }), ...(at && { column: at.start + 1 }) };
      },
    },
  );
}

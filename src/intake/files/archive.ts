import { basename } from "node:path";
import { CdjError } from "../../survey/error.ts";
import { memorySource, type Source } from "./source.ts";
import { entryName, type ZipEntry, zipEntry } from "./zip-directory.ts";

/** The one table in a zip archive. Throws a CdjError when it holds none, or several. */
export function tableInArchive(
  file: Source,
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): Source {
  const visible = entries.filter(
    ({ name }) =>
      !name.endsWith("/") && !name.startsWith("__MACOSX/") && !/^(?:\.|~\$)/.test(basename(name)),
  );
  const tables = visible.filter(({ name }) => /\.(?:csv|tsv|txt|xlsx|xlsm)$/i.test(name));
  const [table] = tables;
  if (!table)
    throw new CdjError("no-table-inside", {
      file: file.name,
      seen: visible.slice(0, 12).map(({ name }) => entryName(name)),
    });
  if (tables.length > 1)
    throw new CdjError("several-tables-inside", {
      file: file.name,
      seen: tables.slice(0, 12).map(({ name }) => entryName(name)),
    });
  return { ...memorySource(file.name, zipEntry(file.name, bytes, table)), origin: { file } };
}

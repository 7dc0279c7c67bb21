import { unzipSync, zipSync } from "fflate";
import { decodeReferences } from "./character-references.ts";
import { type ZipEntry, zipEntry } from "./zip-directory.ts";

/** The name of a part, as the standard writes it: some programs write backslashes, or a stroke before it. */
export const partName = (name: string): string =>
  name.replaceAll("\\", "/").replace(/^(?:\.?\/)+/, "");

/** A package whose parts bear the names of the standard; the bytes as they are where they do already. */
export function withPartNames(bytes: Uint8Array, entries: readonly ZipEntry[]): Uint8Array {
  return entries.every(({ name }) => partName(name) === name)
    ? bytes
    : repacked(bytes, (name, part) => [partName(name), part]);
}

/** Cells with a format and nothing in it, which may stand at the very end of the sheet. */
const emptyCell =
  /<((?:\w+:)?c)\b(?=[^>]*\sr=)[^>]*(?:\/>|>\s*(?:<(?:\w+:)?v\s*\/>|<(?:\w+:)?v\s*>\s*<\/(?:\w+:)?v>)?\s*<\/\1>)/g;
const cellWithoutName = /<(?:\w+:)?c(?![\w:])(?![^>]*\sr=)/;

/** A workbook without the cells that hold nothing but a format. */
export const withoutEmptyCells = (bytes: Uint8Array): Uint8Array =>
  repacked(bytes, (name, part) => {
    if (!isSheet(name)) return [name, part];
    const xml = new TextDecoder().decode(part);
    // Where a cell has no name, its place is that behind the one before it.
    return [
      name,
      cellWithoutName.test(xml) ? part : new TextEncoder().encode(xml.replace(emptyCell, "")),
    ];
  });

const isSheet = (name: string): boolean => /^xl\/worksheets\/[^/]+\.xml$/i.test(name);

/** The cell of a workbook that stands furthest to the right, else furthest down. */
export function furthestCell(bytes: Uint8Array): string {
  let furthest = { column: "", row: 0 };
  for (const part of Object.values(unzipSync(bytes, { filter: ({ name }) => isSheet(name) }))) {
    const cells = new TextDecoder()
      .decode(part)
      .matchAll(/<(?:\w+:)?c\s[^>]*?\br="([A-Z]+)(\d+)"/g);
    for (const [, column = "", number = ""] of cells) {
      const row = Number(number);
      const wider = column.length - furthest.column.length;
      if (
        wider > 0 ||
        (wider === 0 &&
          (column > furthest.column || (column === furthest.column && row > furthest.row)))
      )
        furthest = { column, row };
    }
  }
  return furthest.row === 0 ? "" : `${furthest.column}${furthest.row}`;
}

/** The sheets of a workbook that hold no cells: charts, dialogs, old macros. By their names. */
export function sheetsWithoutCells(
  file: string,
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): ReadonlySet<string> {
  const xmlOf = (path: RegExp): string => {
    const entry = entries.find(({ name }) => path.test(name));
    return entry === undefined ? "" : new TextDecoder().decode(zipEntry(file, bytes, entry));
  };
  const others = new Set<string>();
  for (const [tag] of xmlOf(/^xl\/_rels\/workbook\.xml\.rels$/i).matchAll(
    /<(?:\w+:)?Relationship\b[^>]*>/g,
  )) {
    const id = attribute(tag, "Id");
    if (
      id !== undefined &&
      /\/(?:chartsheet|dialogsheet|xlMacrosheet|xlIntlMacrosheet)$/i.test(
        attribute(tag, "Type") ?? "",
      )
    )
      others.add(id);
  }
  if (others.size === 0) return others;
  return new Set(
    [...xmlOf(/^xl\/workbook\.xml$/i).matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].flatMap(([tag]) =>
      others.has(attribute(tag, "\\w+:id") ?? "")
        ? decodeReferences(attribute(tag, "name") ?? "")
        : [],
    ),
  );
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((text) => text !== undefined);

function repacked(
  bytes: Uint8Array,
  change: (name: string, part: Uint8Array) => [string, Uint8Array],
): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => change(name, part));
  return zipSync(Object.fromEntries(parts), { level: 0 });
}

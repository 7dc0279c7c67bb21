import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Cell, WriteSheet } from "hucre/xlsx";
import { neutraliseTerminal } from "../neutralise.ts";

interface Sheet {
  readonly name: string;
  readonly title: string;
  readonly request: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** In characters; the reply gets room to write. */
const widths = [6, 22, 24, 16, 48, 48, 24];
const thin = { style: "thin" } as const;
const border = { top: thin, bottom: thin, left: thin, right: thin };
const wrapped = { vertical: "top", wrapText: true } as const;

/**
 * A query sheet as a workbook: title, request, a bordered table with a blank column for the reply. Every cell is a text, so that nothing
 * from the data is a formula. The same sheet gives the same bytes.
 */
export async function renderQuerySheet({
  name,
  title,
  request,
  heads,
  rows,
}: Sheet): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  const lines = [[title], [request], [], heads, ...rows].map((row) =>
    row.map((cell) => neutraliseTerminal(cell)),
  );
  const cells = new Map<string, Partial<Cell>>();
  lines.forEach((row, r) => {
    row.forEach((value, c) => {
      const style =
        r === 0
          ? { font: { bold: true, size: 14 } }
          : r === 1
            ? { alignment: wrapped }
            : { border, alignment: wrapped, ...(r === 3 && { font: { bold: true } }) };
      cells.set(`${r},${c}`, { value, style: { ...style, numFmt: "@" } });
    });
  });
  const sheet: WriteSheet = {
    name,
    rows: lines,
    cells,
    columns: widths.map((width) => ({ width })),
    merges: [
      { startRow: 0, startCol: 0, endRow: 0, endCol: heads.length - 1 },
      { startRow: 1, startCol: 0, endRow: 1, endCol: heads.length - 1 },
    ],
    rowDefs: new Map([[1, { height: 34 }]]),
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
  return undated(await writeXlsx({ sheets: [sheet], properties: { title } }));
}

/** Dates of the run stand in the properties and in the archive: both are set to the earliest a zip can hold. */
function undated(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([path, part]) => {
    if (!path.startsWith("docProps/")) return [path, part] as const;
    return [
      path,
      strToU8(strFromU8(part).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "1980-01-01T00:00:00Z")),
    ] as const;
  });
  return zipSync(Object.fromEntries(parts), { mtime: new Date(1980, 0, 1) });
}

import { memorySource, type Origin, type Source } from "../files/source.ts";

/** A cell in one line, without the blanks around it, as the label or the value of a table made from another shape. */
export const inOneLine = (cell: string): string => cell.replace(/\s+/gu, " ").trim();

const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`;

/** The source with rows that say the same in the shape of a usual table, as CSV; `origin` tells where its cells stood. */
export const rewritten = (
  source: Source,
  rows: readonly (readonly string[])[],
  origin: Omit<Origin, "file" | "sheet" | "written">,
): Source => ({
  ...memorySource(source.name, Buffer.from(rows.map(csvLine).join(""))),
  origin: {
    file: source.origin?.file ?? source,
    ...(source.origin?.sheet !== undefined && { sheet: source.origin.sheet }),
    written: { encoding: "utf-8", delimiter: "," },
    ...origin,
  },
});

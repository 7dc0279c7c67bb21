import type { Place } from "./finding.ts";

/** The letters of a column, from 1: A, Z, AA, XFD. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The cell of a workbook as spreadsheets name it, `Sheet1!C7`, or its row `Sheet1!7:7`; undefined for a place in a text file. */
export function cellName({ sheet, line, field }: Omit<Place, "file">): string | undefined {
  if (sheet === undefined) return undefined;
  const name = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet)
    ? sheet
    : `'${sheet.replaceAll("'", "''")}'`;
  if (line === undefined) return name;
  return field === undefined ? `${name}!${line}:${line}` : `${name}!${columnLetters(field)}${line}`;
}

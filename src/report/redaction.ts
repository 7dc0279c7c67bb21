import { identityIn, type PlannedColumn } from "../intake/plan.ts";

const units =
  "[%‰]|人|户|戶|个|個|名|元|万|萬|万元|萬元|亿元|億元|千元|㎡|m²|m2|平方米|平米|平方公尺|km²|平方公里|亩|畝|公顷|家|次|幢|栋|棟|岁|歲|年|月|元/月";
const figure = new RegExp(
  `^[\\s"'(（<>≤≥≈~约約近¥￥+\\-−]*[\\d０-９][\\d０-９.,，．\\s/-]*(?:${units})?[\\s"')）]*$`,
  "u",
);
/** Identity, account and phone numbers have so many digits. */
const longNumber = /[\d０-９]{7,}/u;

/**
 * Whether a cell of a column may be printed: those of understood columns may, unless the column looks as if it identified persons; of a
 * column that is not understood only what reads like a figure, and is too short for an identity or phone number. A cell beyond the
 * header has no column.
 */
export function printable(cell: string, column: PlannedColumn | undefined): boolean {
  if (column?.identity || identityIn(cell, column) !== undefined) return false;
  if (column && column.role.is !== "unused") return true;
  if (cell.trim() === "") return true;
  return figure.test(cell) && !longNumber.test(cell.replace(/[,，\s-]/gu, ""));
}

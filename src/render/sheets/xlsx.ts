import { strToU8, zipSync } from "fflate";
import { columnLetters } from "../../survey/cell-name.ts";
import { escapeMarkup } from "../markup.ts";

export type XlsxValue = string | number;

/** What the cells of a column below the first row may hold, and what is said at them. */
export interface XlsxValidation {
  /** From 0. */
  readonly column: number;
  /** So many rows below the first. */
  readonly rows: number;
  readonly type: "list" | "whole" | "decimal";
  readonly choices?: readonly string[];
  readonly least?: number;
  readonly most?: number;
  /** Refuse what does not fit; else only ask. */
  readonly strict?: boolean;
  readonly promptTitle?: string;
  readonly prompt?: string;
  readonly errorTitle?: string;
  readonly error?: string;
}

export interface XlsxOptions {
  readonly sheet: string;
  readonly validations?: readonly XlsxValidation[];
  /** Widths of the columns in characters. */
  readonly widths?: readonly number[];
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const officeRels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRels = "http://schemas.openxmlformats.org/package/2006/relationships";
const partType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A cell holds at most 32,767 characters; Excel calls a file with more of them damaged. */
const LONGEST_TEXT = 32_767;

/**
 * Rows as a workbook of one sheet, the first row kept in view. Texts are stored as texts: no cell is a formula, whatever it begins with,
 * and codes keep their leading zeros. The same rows give the same bytes. A number that is not finite is a RangeError.
 *
 * Written here rather than by a library because of the bytes: a library stamps the date of the run.
 */
export function renderXlsx(
  rows: readonly (readonly XlsxValue[])[],
  options: XlsxOptions,
): Uint8Array {
  const parts: Record<string, string> = {
    "[Content_Types].xml": contentTypes,
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbookXml(options.sheet),
    "xl/_rels/workbook.xml.rels": relations([
      ["worksheet", "worksheets/sheet1.xml"],
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": styles,
    "xl/worksheets/sheet1.xml": sheetXml(rows, options),
  };
  // A zip holds local time: 1 January 1980, the earliest it can, whatever the zone.
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])),
    { mtime: new Date(1980, 0, 1) },
  );
}

const contentTypes = [
  `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/xl/workbook.xml" ContentType="${partType}.sheet.main+xml"/>`,
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${partType}.worksheet+xml"/>`,
  `<Override PartName="/xl/styles.xml" ContentType="${partType}.styles+xml"/>`,
  "</Types>",
].join("");

/** Style 1 is text, so that a code typed beside others keeps its zeros too. */
const styles = [
  `${head}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>`,
  '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>',
  '<cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="49" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
].join("");

function relations(targets: readonly (readonly [string, string])[]): string {
  const each = targets.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${officeRels}/${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${packageRels}">${each.join("")}</Relationships>`;
}

const workbookXml = (sheet: string): string => {
  const name = escapeMarkup(sheet.replace(/[[\]:*?/\\]/g, " ").slice(0, 31));
  return `${head}<workbook xmlns="${main}" xmlns:r="${officeRels}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
};

function sheetXml(
  rows: readonly (readonly XlsxValue[])[],
  { widths = [], validations = [] }: XlsxOptions,
): string {
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const data = rows.map(
    (row, r) =>
      `<row r="${r + 1}">${row.map((value, c) => cellXml(value, `${columnLetters(c + 1)}${r + 1}`)).join("")}</row>`,
  );
  const each = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const columns = each.length === 0 ? "" : `<cols>${each.join("")}</cols>`;
  const checked =
    validations.length === 0
      ? ""
      : `<dataValidations count="${validations.length}">${validations.map(validationXml).join("")}</dataValidations>`;
  return `${head}<worksheet xmlns="${main}">${view}${columns}<sheetData>${data.join("")}</sheetData>${checked}</worksheet>`;
}

/** Excel allows 32 characters in the titles, 255 in the texts and in a list. */
function validationXml(validation: XlsxValidation): string {
  const {
    column,
    rows,
    type,
    choices = [],
    least,
    most,
    strict,
    promptTitle,
    prompt,
    errorTitle,
    error,
  } = validation;
  const letters = columnLetters(column + 1);
  const attribute = (name: string, text: string | undefined, longest: number): string =>
    text === undefined
      ? ""
      : ` ${name}="${escapeMarkup([...text].slice(0, longest).join("")).replaceAll("\n", "&#10;")}"`;
  const bounds = `<formula1>${least ?? 0}</formula1>${most === undefined ? "" : `<formula2>${most}</formula2>`}`;
  const list = `<formula1>"${escapeMarkup(choices.map((choice) => choice.replaceAll(",", "，").replaceAll('"', "")).join(","))}"</formula1>`;
  const operator =
    type === "list" ? "" : ` operator="${most === undefined ? "greaterThanOrEqual" : "between"}"`;
  return [
    `<dataValidation type="${type}"${operator} errorStyle="${strict ? "stop" : "warning"}" allowBlank="1" showInputMessage="1" showErrorMessage="1"`,
    attribute("errorTitle", errorTitle, 32),
    attribute("error", error, 255),
    attribute("promptTitle", promptTitle, 32),
    attribute("prompt", prompt, 255),
    ` sqref="${letters}2:${letters}${rows + 1}">${type === "list" ? list : bounds}</dataValidation>`,
  ].join("");
}

function cellXml(value: XlsxValue, ref: string): string {
  if (value === "") return "";
  if (typeof value === "string")
    return `<c r="${ref}" s="1" t="inlineStr"><is><t xml:space="preserve">${escapeMarkup(value.slice(0, LONGEST_TEXT))}</t></is></c>`;
  if (!Number.isFinite(value)) throw new RangeError(`no cell of a workbook: ${value}`);
  return `<c r="${ref}"><v>${value === 0 ? 0 : value}</v></c>`;
}

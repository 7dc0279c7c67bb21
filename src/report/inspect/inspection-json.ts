import type { Language } from "../../survey/language.ts";
import { columnJson, findingJson } from "../analysis/analysis-json.ts";
import type { Inspected } from "./inspection-document.ts";

/** What `cdj inspect --format json` prints of one table. */
function inspectedJson(table: Inspected, language: Language): unknown {
  const { plan } = table;
  return {
    file: table.file,
    ...(table.sheet !== undefined && { sheet: table.sheet }),
    encoding: plan.encoding,
    bom: plan.bom,
    because: plan.because,
    delimiter: plan.dialect.delimiter,
    quote: plan.dialect.quote,
    escape: plan.dialect.escape,
    ...(plan.decimalComma && { decimalComma: true }),
    table: plan.table,
    tables: plan.tables.map(({ line }) => ({ line })),
    preambleLines: plan.preambleLines,
    headerLines: plan.headerLines,
    shape: plan.shape,
    ...(plan.madeFrom?.is === "aligned" && { aligned: true }),
    ...(plan.madeFrom?.is === "beside" && { blocks: plan.madeFrom.blocks }),
    ...(plan.madeFrom?.is === "turned" && { turned: true }),
    ...(plan.period && { period: plan.period }),
    ...(plan.area && { area: plan.area }),
    columns: plan.columns.map((column) => ({
      ...columnJson(column),
      ...(column.unit !== undefined && { writtenUnit: column.unit }),
      ...(column.because && { because: column.because }),
      ...(column.identity && { identity: column.identity }),
    })),
    rows: table.rows,
    areas: table.areas,
    periods: table.periods,
    excluded: [
      ...plan.preamble,
      ...table.excluded.map(({ line, reason, rows, label }) => ({
        line,
        reason,
        ...(rows !== undefined && { rows }),
        ...(label !== undefined && reason !== "note" && { label }),
      })),
    ],
    findings: table.findings.map((finding) => findingJson(finding, language)),
    ...(table.cells && { header: plan.columns.map(({ header }) => header), cells: table.cells }),
  };
}

/** One table is printed as it is, several as a list. */
export const inspectionJson = (tables: readonly Inspected[], language: Language): unknown => {
  const printed = tables.map((table) => inspectedJson(table, language));
  return printed.length === 1 ? printed[0] : printed;
};

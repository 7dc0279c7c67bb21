import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { severityOf } from "../../checks/index.ts";
import { redacted, withoutIdentity } from "../../codebook/identity.ts";
import type { Source } from "../../intake/files/source.ts";
import { withoutPersons } from "../../intake/findings.ts";
import type { PlannedColumn } from "../../intake/plan.ts";
import { eachRow } from "../../intake/records/each-record.ts";
import { placeOfField, type TableRecord } from "../../intake/records/records.ts";
import { schemaFault } from "../../intake/schema/schema-cell.ts";
import {
  readTableSchema,
  type SchemaField,
  type SchemaOf,
  type TableSchema,
} from "../../intake/schema/table-schema.ts";
import { printable } from "../../report/redaction.ts";
import { CdjError } from "../../survey/error.ts";
import type { Finding, Place } from "../../survey/finding.ts";
import { schemaWordsOf } from "../../words/locales/schema.ts";
import { phrase } from "../../words/phrase.ts";
import type { CheckedTable } from "../checking/checked-table.ts";
import { parsedJson } from "../config/json-text.ts";
import { spokenLanguage } from "../language.ts";

export interface Schema {
  readonly of: SchemaOf;
  /** The file it was read from. */
  readonly file: string;
}

/** A schema file; throws a CdjError that says what is wrong in it. A schema that a Data Package names is read from beside it. */
export function loadSchema(file: string): Schema {
  const schema = readTableSchema(jsonOf(file), (path) => jsonOf(join(dirname(file), path)));
  if (typeof schema === "function") return { of: schema, file };
  const { mistake, at, word, known } = schema;
  const language = spokenLanguage();
  throw new CdjError("bad-config", {
    file,
    reason: phrase(
      schemaWordsOf(language)[mistake],
      { at, ...(word !== undefined && { word }), ...(known && { known }) },
      language,
    ),
  });
}

function jsonOf(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new CdjError("no-such-file", { file });
    if (code === "EISDIR") throw new CdjError("is-a-directory", { file });
    throw new CdjError("unreadable-file", { file, reason: code ?? String(error) });
  }
  return parsedJson(file, text);
}

interface Found {
  readonly findings: Finding[];
  readonly counts: Map<string, number>;
}

/** Its lines and columns are not those of the file that the schema describes. */
const madeOfAnother = ({ origin }: Source): boolean =>
  origin?.madeFrom !== undefined && reshaped.has(origin.madeFrom.is);
const reshaped: ReadonlySet<string> = new Set(["form", "turned", "beside"]);

/** What in the tables breaks the schema; of each code so many findings are kept, all are counted. */
export async function schemaFindings(
  tables: readonly CheckedTable[],
  schema: Schema,
  most: number,
): Promise<Found> {
  const findings: Finding[] = [];
  const counts = new Map<string, number>();
  const raise: Raise = (code, place, args, variable) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count <= most)
      findings.push(
        withoutPersons({
          code,
          severity: severityOf(code),
          place,
          args,
          ...(variable !== undefined && { variable }),
        }),
      );
  };
  const used = new Set<TableSchema>();
  for (const table of tables) {
    const own = schema.of(table.file);
    if (own && !used.has(own))
      for (const part of own.unjudged) raise("CDJ706", { file: schema.file }, { part });
    if (own) used.add(own);
    if (own && !madeOfAnother(table.source)) await enforce(table, own, raise);
  }
  return { findings, counts };
}

type Raise = (code: string, place: Place, args: Finding["args"], variable?: string) => void;

interface Bound {
  readonly field: SchemaField;
  readonly column: PlannedColumn;
  readonly seen: Map<string, number> | undefined;
}

async function enforce(table: CheckedTable, schema: TableSchema, raise: Raise): Promise<void> {
  const { file, plan, source } = table;
  const headerPlace: Place = { file, line: Math.max(1, plan.preambleLines + plan.headerLines) };
  const columnOf = (name: string): PlannedColumn | undefined =>
    plan.columns.find(({ header }) => header.trim() === withoutIdentity(name).trim());
  const bound = schema.fields.flatMap((field): Bound[] => {
    const column = columnOf(field.name);
    if (!column) raise("CDJ701", headerPlace, { field: field.name });
    return column
      ? [{ field, column, seen: field.constraints.unique ? new Map() : undefined }]
      : [];
  });
  const key = schema.primaryKey.flatMap((name) => columnOf(name) ?? []);
  const keys =
    key.length > 0 && key.length === schema.primaryKey.length
      ? new Map<string, number>()
      : undefined;
  const setAside = new Set(
    table.part.excluded.filter(({ reason }) => reason !== "duplicate").map(({ line }) => line),
  );
  await eachRow(source, plan, (record) => {
    if (setAside.has(record.line) || record.fields.every((cell) => cell.trim() === "")) return;
    for (const one of bound) checkCell(table, record, one, schema, raise);
    if (keys) checkKey(table, record, key, keys, schema, raise);
  });
}

function checkCell(
  table: CheckedTable,
  record: TableRecord,
  { field, column, seen }: Bound,
  schema: TableSchema,
  raise: Raise,
): void {
  const cell = record.fields[column.index] ?? "";
  const place = placeOf(table, record, column);
  const { header, role } = column;
  const variable = role.is === "quantity" ? role.quantity : undefined;
  if ((field.missingValues ?? schema.missingValues).includes(cell)) {
    if (field.constraints.required) raise("CDJ703", place, { header });
    return;
  }
  const shown = printable(cell, column) ? cell : redacted;
  const fault = schemaFault(cell, field);
  if (fault?.fault === "type")
    raise("CDJ702", place, { cell: shown, header, type: field.type }, variable);
  else if (fault) raise("CDJ705", place, { cell: shown, header, rule: fault.rule }, variable);
  const first = seen?.get(cell);
  if (first === undefined) seen?.set(cell, record.line);
  else raise("CDJ704", place, { cell: shown, header, first }, variable);
}

function checkKey(
  table: CheckedTable,
  record: TableRecord,
  key: readonly PlannedColumn[],
  keys: Map<string, number>,
  schema: TableSchema,
  raise: Raise,
): void {
  const cells = key.map(({ index }) => record.fields[index] ?? "");
  const blank = key.find((_, i) => schema.missingValues.includes(cells[i] as string));
  if (blank) {
    raise("CDJ703", placeOf(table, record, blank), { header: blank.header });
    return;
  }
  const id = JSON.stringify(cells);
  const first = keys.get(id);
  if (first === undefined) {
    keys.set(id, record.line);
    return;
  }
  const shown = cells
    .map((cell, i) => (printable(cell, key[i] as PlannedColumn) ? cell : redacted))
    .join(" · ");
  raise("CDJ704", placeOf(table, record, key[0] as PlannedColumn), {
    cell: shown,
    header: key.map(({ header }) => header).join(" + "),
    first,
  });
}

function placeOf(
  { file, plan, source }: CheckedTable,
  record: TableRecord,
  { index, header }: PlannedColumn,
): Place {
  const { sheet, written } = source.origin ?? {};
  const { line, column } = placeOfField(record, index, plan.dialect);
  return {
    file,
    ...(sheet !== undefined && { sheet }),
    line,
    ...(written ? {} : { column }),
    field: index + 1,
    header,
  };
}

/** A Frictionless Table Schema (https://specs.frictionlessdata.io/table-schema/), as far as it speaks of cells. */
export interface TableSchema {
  readonly fields: readonly SchemaField[];
  readonly primaryKey: readonly string[];
  readonly missingValues: readonly string[];
}

export interface SchemaField {
  readonly name: string;
  readonly type: string;
  readonly title?: string;
  readonly trueValues: readonly string[];
  readonly falseValues: readonly string[];
  readonly decimalChar: string;
  readonly groupChar: string;
  readonly bareNumber: boolean;
  readonly constraints: SchemaConstraints;
}

export interface SchemaConstraints {
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number | string;
  readonly maximum?: number | string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** The schema of a table of this name (a path in a Data Package; its only resource is for every table). */
export type SchemaOf = (file: string) => TableSchema | undefined;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === "string" ? [value] : [];

/** Reads a Table Schema or a Data Package with one; a text tells what is wrong with it. */
export function readTableSchema(data: unknown): SchemaOf | string {
  if (!isObject(data)) return "no JSON object";
  if (Array.isArray(data.resources)) return readPackage(data.resources);
  const schema = oneSchema(data);
  return typeof schema === "string" ? schema : () => schema;
}

function readPackage(resources: readonly unknown[]): SchemaOf | string {
  const found: { paths: string[]; schema: TableSchema }[] = [];
  for (const [i, resource] of resources.entries()) {
    if (!isObject(resource) || resource.schema === undefined) continue;
    if (!isObject(resource.schema))
      return `resources[${i}].schema: only a schema written in the package itself can be read`;
    const schema = oneSchema(resource.schema);
    if (typeof schema === "string") return `resources[${i}].schema.${schema}`;
    found.push({ paths: texts(resource.path), schema });
  }
  if (found.length === 0) return "resources: none has a schema";
  const baseName = (path: string): string => path.split(/[\\/]/u).at(-1) ?? path;
  return (file) =>
    (
      found.find(({ paths }) => paths.some((path) => baseName(path) === baseName(file))) ??
      (found.length === 1 ? found[0] : undefined)
    )?.schema;
}

function oneSchema(data: Record<string, unknown>): TableSchema | string {
  if (!Array.isArray(data.fields)) return "fields: a list is needed";
  const fields: SchemaField[] = [];
  for (const [i, field] of data.fields.entries()) {
    if (!isObject(field) || typeof field.name !== "string")
      return `fields[${i}].name: a text is needed`;
    const constraints = isObject(field.constraints) ? (field.constraints as SchemaConstraints) : {};
    if (typeof constraints.pattern === "string" && !compiles(constraints.pattern))
      return `fields[${i}].constraints.pattern: no regular expression`;
    fields.push({
      name: field.name,
      type: typeof field.type === "string" ? field.type : "string",
      ...(typeof field.title === "string" && { title: field.title }),
      trueValues:
        field.trueValues === undefined ? ["true", "True", "TRUE", "1"] : texts(field.trueValues),
      falseValues:
        field.falseValues === undefined
          ? ["false", "False", "FALSE", "0"]
          : texts(field.falseValues),
      decimalChar: typeof field.decimalChar === "string" ? field.decimalChar : ".",
      groupChar: typeof field.groupChar === "string" ? field.groupChar : "",
      bareNumber: field.bareNumber !== false,
      constraints,
    });
  }
  const missing = data.missingValues;
  const missingValues = Array.isArray(missing)
    ? missing.map((value) => (isObject(value) ? String(value.value) : String(value)))
    : [""];
  return { fields, primaryKey: texts(data.primaryKey), missingValues };
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, "u");
    return true;
  } catch {
    return false;
  }
}

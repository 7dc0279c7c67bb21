import { editDistance } from "../../codebook/edit-distance.ts";
import { dateReader } from "./date-format.ts";
import { schemaWords, unjudgedParts, unjudgedTypes } from "./schema-words.ts";

/** A Frictionless Table Schema (https://specs.frictionlessdata.io/table-schema/), as far as it speaks of cells. */
export interface TableSchema {
  readonly fields: readonly SchemaField[];
  readonly primaryKey: readonly string[];
  readonly missingValues: readonly string[];
  /** What it asks for and is not judged, each by its path: `foreignKeys`. */
  readonly unjudged: readonly string[];
}

export interface SchemaField {
  readonly name: string;
  readonly type: string;
  /** Of texts email, uri, uuid or binary; of dates and times as strftime writes it. */
  readonly format?: string;
  /** Its own texts for a missing cell, in place of those of the table. */
  readonly missingValues?: readonly string[];
  readonly title?: string;
  readonly trueValues: readonly string[];
  readonly falseValues: readonly string[];
  readonly decimalChar: string;
  readonly groupChar: string;
  readonly bareNumber: boolean;
  readonly constraints: SchemaConstraints;
}

interface SchemaConstraints {
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number | string;
  readonly maximum?: number | string;
  readonly exclusiveMinimum?: number | string;
  readonly exclusiveMaximum?: number | string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** The schema of a table of this name (a path in a Data Package; its only resource is for every table). */
export type SchemaOf = (file: string) => TableSchema | undefined;

/** What is wrong in a schema file, where, and which word. */
export interface SchemaMistake {
  readonly mistake:
    | "no-object"
    | "no-list"
    | "no-name"
    | "bad-pattern"
    | "bad-format"
    | "unknown-type"
    | "unknown-word"
    | "no-schema"
    | "outside";
  readonly at: string;
  readonly word?: string;
  /** Words that there are. */
  readonly known?: readonly string[];
}

/** Thrown while reading and caught at the door of this module. */
class Mistaken extends Error {
  constructor(readonly mistake: SchemaMistake) {
    super(mistake.mistake);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === "string" ? [value] : [];

/**
 * Reads a Table Schema or a Data Package with one, or tells the first mistake in it. A schema that a package only names is fetched by its
 * path from the folder of the package.
 */
export function readTableSchema(
  data: unknown,
  fetch: (path: string) => unknown = () => undefined,
): SchemaOf | SchemaMistake {
  try {
    if (!isObject(data)) throw new Mistaken({ mistake: "no-object", at: "" });
    if (Array.isArray(data.resources)) return readPackage(data.resources, fetch);
    const schema = oneSchema(data, "");
    return () => schema;
  } catch (error) {
    if (error instanceof Mistaken) return error.mistake;
    throw error;
  }
}

function readPackage(resources: readonly unknown[], fetch: (path: string) => unknown): SchemaOf {
  const found: { paths: string[]; schema: TableSchema }[] = [];
  for (const [i, resource] of resources.entries()) {
    if (!isObject(resource) || resource.schema === undefined) continue;
    const at = `resources[${i}].schema`;
    const schema =
      typeof resource.schema === "string" ? fetched(resource.schema, at, fetch) : resource.schema;
    if (!isObject(schema)) throw new Mistaken({ mistake: "no-object", at });
    found.push({ paths: texts(resource.path), schema: oneSchema(schema, `${at}.`) });
  }
  if (found.length === 0) throw new Mistaken({ mistake: "no-schema", at: "resources" });
  const baseName = (path: string): string => path.split(/[\\/]/u).at(-1) ?? path;
  return (file) =>
    (
      found.find(({ paths }) => paths.some((path) => baseName(path) === baseName(file))) ??
      (found.length === 1 ? found[0] : undefined)
    )?.schema;
}

/** The standard forbids paths that lead out of the package; nothing is fetched from the net. */
function fetched(path: string, at: string, fetch: (path: string) => unknown): unknown {
  if (/^(?:[a-z][a-z\d+.-]*:|[\\/])|(?:^|[\\/])\.\.(?:[\\/]|$)/iu.test(path))
    throw new Mistaken({ mistake: "outside", at, word: path });
  return fetch(path);
}

function oneSchema(data: Record<string, unknown>, at: string): TableSchema {
  const unjudged: string[] = [];
  if (!Array.isArray(data.fields)) throw new Mistaken({ mistake: "no-list", at: `${at}fields` });
  requireNear(data, schemaWords.ofSchema, at);
  for (const part of unjudgedParts.ofSchema)
    if (data[part] !== undefined && data[part] !== "exact") unjudged.push(`${at}${part}`);
  return {
    fields: data.fields.map((field, i) => oneField(field, `${at}fields[${i}]`, unjudged)),
    primaryKey: texts(data.primaryKey),
    missingValues: missingIn(data.missingValues) ?? [""],
    unjudged,
  };
}

const missingIn = (missing: unknown): string[] | undefined =>
  Array.isArray(missing)
    ? missing.map((value) => (isObject(value) ? String(value.value) : String(value)))
    : undefined;

function oneField(field: unknown, at: string, unjudged: string[]): SchemaField {
  if (!isObject(field) || typeof field.name !== "string")
    throw new Mistaken({ mistake: "no-name", at: `${at}.name` });
  requireNear(field, schemaWords.ofField, `${at}.`);
  const type = field.type === undefined ? "string" : String(field.type);
  if (!isAmong(type, schemaWords.types))
    throw new Mistaken({
      mistake: "unknown-type",
      at: `${at}.type`,
      word: type,
      known: schemaWords.types,
    });
  if (unjudgedTypes.has(type)) unjudged.push(`${at}.type: ${type}`);
  for (const part of unjudgedParts.ofField)
    if (field[part] !== undefined) unjudged.push(`${at}.${part}`);
  const format = formatOf(field.format, type, `${at}.format`, unjudged);
  const missingValues = missingIn(field.missingValues);
  return {
    name: field.name,
    type,
    ...(format !== undefined && { format }),
    ...(missingValues && { missingValues }),
    ...(typeof field.title === "string" && { title: field.title }),
    trueValues:
      field.trueValues === undefined ? ["true", "True", "TRUE", "1"] : texts(field.trueValues),
    falseValues:
      field.falseValues === undefined ? ["false", "False", "FALSE", "0"] : texts(field.falseValues),
    decimalChar: typeof field.decimalChar === "string" ? field.decimalChar : ".",
    groupChar: typeof field.groupChar === "string" ? field.groupChar : "",
    bareNumber: field.bareNumber !== false,
    constraints: constraintsOf(field.constraints, `${at}.constraints`, unjudged),
  };
}

/** A format that is judged; one that takes anything, or stands for nothing in its type, is not. */
function formatOf(
  format: unknown,
  type: string,
  at: string,
  unjudged: string[],
): string | undefined {
  if (typeof format !== "string" || format === "default") return undefined;
  if (type === "string") {
    if (isAmong(format, schemaWords.stringFormats)) return format;
    throw new Mistaken({
      mistake: "bad-format",
      at,
      word: format,
      known: schemaWords.stringFormats,
    });
  }
  if (format === "any" || !isAmong(type, ["date", "time", "datetime"])) {
    unjudged.push(`${at}: ${format}`);
    return type === "date" || type === "time" || type === "datetime" ? format : undefined;
  }
  if (dateReader(format) === undefined)
    throw new Mistaken({ mistake: "bad-format", at, word: format, known: ["%Y-%m-%d", "any"] });
  return format;
}

function constraintsOf(written: unknown, at: string, unjudged: string[]): SchemaConstraints {
  if (!isObject(written)) return {};
  for (const word of Object.keys(written))
    if (!isAmong(word, schemaWords.constraints))
      throw new Mistaken({ mistake: "unknown-word", at, word, known: schemaWords.constraints });
  for (const part of unjudgedParts.constraints)
    if (written[part] !== undefined) unjudged.push(`${at}.${part}`);
  const { pattern } = written;
  if (typeof pattern === "string" && !compiles(pattern))
    throw new Mistaken({ mistake: "bad-pattern", at: `${at}.pattern` });
  return written as SchemaConstraints;
}

const isAmong = (word: string, known: readonly string[]): boolean => known.includes(word);

/** The standard lets a schema have properties of its own; one that is all but a word of the standard is a slip of the pen. */
function requireNear(data: Record<string, unknown>, known: readonly string[], at: string): void {
  for (const word of Object.keys(data)) {
    if (isAmong(word, known)) continue;
    const near = slipsOf(word, known);
    if (near.length > 0)
      throw new Mistaken({
        mistake: "unknown-word",
        at: at.replace(/\.$/u, ""),
        word,
        known: near,
      });
  }
}

/** One letter more, less, other or swapped; two in a long word. Capitals apart, it is the same word. */
const slipsOf = (word: string, known: readonly string[]): string[] =>
  known.filter((one) => {
    const distance = editDistance(word.toLowerCase(), one.toLowerCase());
    return one.length > 3 && distance <= (one.length >= 9 ? 2 : 1);
  });

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, "u");
    return true;
  } catch {
    return false;
  }
}

/**
 * The words of Table Schema 1 and 2 (https://specs.frictionlessdata.io/table-schema/, https://datapackage.org/standard/table-schema/): a
 * word that is not among them is a slip of the pen where the list is closed, or where it is near one of them.
 */
export const schemaWords = {
  types: [
    "string",
    "number",
    "integer",
    "boolean",
    "date",
    "time",
    "datetime",
    "year",
    "yearmonth",
    "any",
    "object",
    "array",
    "list",
    "duration",
    "geopoint",
    "geojson",
  ],
  constraints: [
    "required",
    "unique",
    "enum",
    "pattern",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "minLength",
    "maxLength",
    "jsonSchema",
  ],
  ofField: [
    "name",
    "type",
    "format",
    "title",
    "description",
    "example",
    "examples",
    "constraints",
    "categories",
    "categoriesOrdered",
    "missingValues",
    "rdfType",
    "trueValues",
    "falseValues",
    "decimalChar",
    "groupChar",
    "bareNumber",
    "delimiter",
    "itemType",
  ],
  ofSchema: [
    "$schema",
    "name",
    "title",
    "description",
    "fields",
    "fieldsMatch",
    "primaryKey",
    "uniqueKeys",
    "foreignKeys",
    "missingValues",
  ],
  stringFormats: ["default", "email", "uri", "uuid", "binary"],
} as const;

/** Types whose cells are not looked into. */
export const unjudgedTypes: ReadonlySet<string> = new Set([
  "object",
  "array",
  "list",
  "duration",
  "geopoint",
  "geojson",
]);

/** What a schema may ask for and is not judged here. */
export const unjudgedParts = {
  ofSchema: ["foreignKeys", "uniqueKeys", "fieldsMatch"],
  ofField: ["categories"],
  constraints: ["jsonSchema"],
} as const;

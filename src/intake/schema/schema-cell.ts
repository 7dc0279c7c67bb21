import { type DateReader, dateReader, isDay } from "./date-format.ts";
import type { SchemaField } from "./table-schema.ts";

/** What a cell breaks: its type, or the rule named. */
export type SchemaFault =
  | { readonly fault: "type" }
  | { readonly fault: "rule"; readonly rule: string };

/** The rule that a cell which is not missing breaks, the first of them; undefined for a sound one. */
export function schemaFault(cell: string, field: SchemaField): SchemaFault | undefined {
  const value = logicalValue(cell, field);
  if (value === undefined) return { fault: "type" };
  const { constraints } = field;
  const broken = (rule: string, expected: unknown): SchemaFault => ({
    fault: "rule",
    rule: `${rule}: ${Array.isArray(expected) ? expected.join(", ") : String(expected)}`,
  });
  if (
    constraints.enum &&
    !constraints.enum.some((one) => same(logicalValue(String(one), field), value))
  )
    return broken("enum", constraints.enum);
  if (
    constraints.pattern !== undefined &&
    !new RegExp(`^(?:${constraints.pattern})$`, "u").test(cell)
  )
    return broken("pattern", constraints.pattern);
  if (
    constraints.minimum !== undefined &&
    before(value, logicalValue(String(constraints.minimum), field))
  )
    return broken("minimum", constraints.minimum);
  if (
    constraints.maximum !== undefined &&
    before(logicalValue(String(constraints.maximum), field), value)
  )
    return broken("maximum", constraints.maximum);
  const isAt = (bound: unknown): boolean =>
    bound !== undefined && same(logicalValue(String(bound), field), value);
  const { exclusiveMinimum: above, exclusiveMaximum: below } = constraints;
  if (above !== undefined && (isAt(above) || before(value, logicalValue(String(above), field))))
    return broken("exclusiveMinimum", above);
  if (below !== undefined && (isAt(below) || before(logicalValue(String(below), field), value)))
    return broken("exclusiveMaximum", below);
  const { length } = [...cell];
  if (constraints.minLength !== undefined && length < constraints.minLength)
    return broken("minLength", constraints.minLength);
  if (constraints.maxLength !== undefined && length > constraints.maxLength)
    return broken("maxLength", constraints.maxLength);
  return undefined;
}

type Logical = string | number | boolean;

const same = (a: Logical | undefined, b: Logical): boolean => a === b;
const before = (a: Logical | undefined, b: Logical | undefined): boolean =>
  a !== undefined && b !== undefined && a < b;

const dates: Readonly<Record<string, RegExp>> = {
  date: /^-?(?<year>\d{4})-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\d|3[01])$/,
  time: /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
  datetime:
    /^(?<year>\d{4})-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
  yearmonth: /^-?\d{4}-(0[1-9]|1[0-2])$/,
};

/** Formats of texts. */
const textForms: Readonly<Record<string, (cell: string) => boolean>> = {
  email: (cell) => /^[^\s@]+@[^\s@]+$/u.test(cell),
  uri: (cell) => URL.canParse(cell),
  uuid: (cell) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu.test(cell),
  binary: (cell) => /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/u.test(cell),
};

/** A date or time as its format says, else as ISO 8601 has it. */
function dated(cell: string, { type, format }: SchemaField): Logical | undefined {
  if (format === "any") return cell;
  if (format !== undefined) return readerOf(format)?.(cell);
  const found = dates[type]?.exec(cell);
  if (!found) return undefined;
  const { year, month, day } = found.groups ?? {};
  return day === undefined || isDay(Number(year), Number(month), Number(day)) ? cell : undefined;
}

const readers = new Map<string, DateReader | undefined>();

function readerOf(format: string): DateReader | undefined {
  if (!readers.has(format)) readers.set(format, dateReader(format));
  return readers.get(format);
}

/** What a cell stands for under the type of its field; undefined where it is none of that type. Types that are not about cells take any. */
function logicalValue(cell: string, field: SchemaField): Logical | undefined {
  switch (field.type) {
    case "integer":
      return numeral(cell, field, /^[+-]?\d+$/);
    case "year":
      return /^-?\d{4}$/.test(cell) ? Number(cell) : undefined;
    case "number":
      return numeral(cell, field, /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|NaN|-?INF)$/);
    case "boolean":
      return field.trueValues.includes(cell)
        ? true
        : field.falseValues.includes(cell)
          ? false
          : undefined;
    case "string":
      return (textForms[field.format ?? ""]?.(cell) ?? true) ? cell : undefined;
    default:
      return field.type in dates ? dated(cell, field) : cell;
  }
}

function numeral(
  cell: string,
  { groupChar, decimalChar, bareNumber }: SchemaField,
  form: RegExp,
): number | undefined {
  let text = cell.trim();
  if (!bareNumber) text = text.replace(/^[^\d+\-.]+|[^\d.]+$/gu, "");
  if (groupChar !== "") text = text.replaceAll(groupChar, "");
  if (decimalChar !== ".") text = text.replace(decimalChar, ".");
  if (!form.test(text)) return undefined;
  return text.endsWith("INF")
    ? text.startsWith("-")
      ? Number.NEGATIVE_INFINITY
      : Number.POSITIVE_INFINITY
    : Number(text);
}

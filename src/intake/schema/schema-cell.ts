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
  date: /^-?\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  time: /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
  datetime:
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
  yearmonth: /^-?\d{4}-(0[1-9]|1[0-2])$/,
};

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
    default: {
      const form = dates[field.type];
      return form === undefined || form.test(cell) ? cell : undefined;
    }
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

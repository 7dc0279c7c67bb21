import { describe, expect, test } from "vitest";
import { schemaFault } from "../../../src/intake/schema/schema-cell.ts";
import {
  readTableSchema,
  type SchemaField,
  type SchemaOf,
} from "../../../src/intake/schema/table-schema.ts";

/** The first field of a schema. */
function field(written: Record<string, unknown>): SchemaField {
  const schema = (readTableSchema({ fields: [{ name: "x", ...written }] }) as SchemaOf)("t.csv");
  return schema?.fields[0] as SchemaField;
}
const fault = (cell: string, written: Record<string, unknown>): string | undefined => {
  const found = schemaFault(cell, field(written));
  return found?.fault === "rule" ? found.rule : found?.fault;
};

describe("types of https://specs.frictionlessdata.io/table-schema/", () => {
  test.each([
    ["integer", "12", "1.2"],
    ["integer", "-12", "12 人"],
    ["number", "1.2e3", "1,200"],
    ["number", "NaN", "一"],
    ["boolean", "true", "是"],
    ["year", "2007", "07"],
    ["yearmonth", "2007-06", "2007-13"],
    ["date", "2007-01-30", "30.1.2007"],
    ["datetime", "2007-01-30T10:00:00Z", "2007-01-30"],
    ["time", "10:00:00", "25:00:00"],
  ])("%s takes %s and not %s", (type, sound, wrong) => {
    expect(fault(sound, { type })).toBeUndefined();
    expect(fault(wrong, { type })).toBe("type");
  });

  test("groupChar, decimalChar, bareNumber and trueValues", () => {
    expect(fault("1,200", { type: "integer", groupChar: "," })).toBeUndefined();
    expect(fault("1.200,5", { type: "number", groupChar: ".", decimalChar: "," })).toBeUndefined();
    expect(fault("¥16000元", { type: "integer", bareNumber: false })).toBeUndefined();
    expect(
      fault("是", { type: "boolean", trueValues: ["是"], falseValues: ["否"] }),
    ).toBeUndefined();
  });
});

describe("constraints", () => {
  test.each([
    [{ minimum: 0 }, "integer", "0", "-1", "minimum: 0"],
    [{ maximum: 10 }, "number", "10.0", "10.1", "maximum: 10"],
    [{ enum: ["自有", "租用"] }, "string", "租用", "借用", "enum: 自有, 租用"],
    [{ enum: [1, 2] }, "integer", "02", "3", "enum: 1, 2"],
    [{ pattern: "\\d{12}" }, "string", "320481001000", "3204810010001", "pattern: \\d{12}"],
    [{ minLength: 2 }, "string", "𠮷𠮷", "𠮷", "minLength: 2"],
    [{ maxLength: 2 }, "string", "社区", "社区一", "maxLength: 2"],
    [{ minimum: "2007-01-01" }, "date", "2007-01-30", "2006-12-31", "minimum: 2007-01-01"],
  ])("%o", (constraints, type, sound, wrong, rule) => {
    expect(fault(sound, { type, constraints })).toBeUndefined();
    expect(fault(wrong, { type, constraints })).toBe(rule);
  });
});

describe("a schema file", () => {
  test("a data package has a schema for each path, and one alone is for every table", () => {
    const schema = (name: string) => ({ fields: [{ name }] });
    const several = readTableSchema({
      resources: [
        { path: "data/a.csv", schema: schema("a") },
        { path: ["b.csv"], schema: schema("b") },
      ],
    }) as SchemaOf;
    expect(several("x/a.csv")?.fields[0]?.name).toBe("a");
    expect(several("b.csv")?.fields[0]?.name).toBe("b");
    expect(several("c.csv")).toBeUndefined();
    expect(
      (readTableSchema({ resources: [{ path: "a.csv", schema: schema("a") }] }) as SchemaOf)(
        "c.csv",
      )?.fields[0]?.name,
    ).toBe("a");
  });

  test.each([
    [[], "no JSON object"],
    [{}, "fields: a list is needed"],
    [{ fields: [{}] }, "fields[0].name: a text is needed"],
    [
      { fields: [{ name: "x", constraints: { pattern: "(" } }] },
      "fields[0].constraints.pattern: no regular expression",
    ],
    [
      { resources: [{ path: "a.csv", schema: "a.json" }, { path: "b.csv" }] },
      "resources[0].schema: only a schema written in the package itself can be read",
    ],
    [{ resources: [{ path: "a.csv" }] }, "resources: none has a schema"],
  ])("%o is refused: %s", (data, reason) => {
    expect(readTableSchema(data)).toBe(reason);
  });
});

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

describe("formats of dates, as strftime writes them", () => {
  test.each([
    ["date", "%Y/%m/%d", ["2024/01/05", "2024/1/5"], ["2024-01-05", "2024/13/05", "2023/02/29"]],
    ["date", "%Y年%m月%d日", ["2024年1月5日"], ["2024年1月", "2024年4月31日"]],
    ["date", "%d.%m.%y", ["05.01.24"], ["5/1/24"]],
    ["date", "%d %B %Y", ["5 January 2024"], ["5 Januar 2024"]],
    ["date", "fmt:%Y%m%d", ["20240105"], ["2024015x"]],
    ["time", "%H:%M", ["09:30", "9:05"], ["24:00", "09:30:00"]],
    ["datetime", "%Y-%m-%d %H:%M:%S", ["2024-01-05 09:30:00"], ["2024-01-05T09:30:00"]],
    ["date", "any", ["去年春天"], []],
  ])("%s %s", (type, format, sound, wrong) => {
    for (const cell of sound) expect(fault(cell, { type, format })).toBeUndefined();
    for (const cell of wrong) expect(fault(cell, { type, format })).toBe("type");
  });

  test("bounds are written in the same format and compared as dates", () => {
    const field = {
      type: "date",
      format: "%d/%m/%Y",
      constraints: { minimum: "02/01/2024", exclusiveMaximum: "01/01/2025" },
    };
    expect(fault("15/12/2024", field)).toBeUndefined();
    expect(fault("31/12/2023", field)).toBe("minimum: 02/01/2024");
    expect(fault("01/01/2025", field)).toBe("exclusiveMaximum: 01/01/2025");
  });

  test("without a format a day must be one of the calendar", () => {
    expect(fault("2024-02-29", { type: "date" })).toBeUndefined();
    expect(fault("2023-02-29", { type: "date" })).toBe("type");
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

  test("a package may name a schema that lies beside it", () => {
    const files: Record<string, unknown> = { "schemas/a.json": { fields: [{ name: "a" }] } };
    const read = (schema: string) =>
      readTableSchema({ resources: [{ path: "a.csv", schema }] }, (path) => files[path]);
    expect((read("schemas/a.json") as SchemaOf)("a.csv")?.fields[0]?.name).toBe("a");
    for (const outside of ["../a.json", "/etc/a.json", "https://example.org/a.json", "a/../../b"])
      expect(read(outside)).toEqual({
        mistake: "outside",
        at: "resources[0].schema",
        word: outside,
      });
  });

  test.each([
    [[], { mistake: "no-object" }],
    [{}, { mistake: "no-list", at: "fields" }],
    [{ fields: [{}] }, { mistake: "no-name", at: "fields[0].name" }],
    [
      { fields: [{ name: "x", constraints: { pattern: "(" } }] },
      { mistake: "bad-pattern", at: "fields[0].constraints.pattern" },
    ],
    [{ resources: [{ path: "a.csv" }] }, { mistake: "no-schema", at: "resources" }],
    [
      { fields: [{ name: "x", type: "interger" }] },
      { mistake: "unknown-type", at: "fields[0].type", word: "interger" },
    ],
    [
      { fields: [{ name: "x", type: "整数" }] },
      { mistake: "unknown-type", at: "fields[0].type", word: "整数" },
    ],
    [
      { fields: [{ name: "x", constraints: { mimimum: 3 } }] },
      { mistake: "unknown-word", at: "fields[0].constraints", word: "mimimum" },
    ],
    [
      { fields: [{ name: "x", constraints: { requried: true } }] },
      { mistake: "unknown-word", at: "fields[0].constraints", word: "requried" },
    ],
    [
      { fields: [{ name: "x", constrains: { required: true } }] },
      { mistake: "unknown-word", at: "fields[0]", word: "constrains" },
    ],
    [
      { fields: [{ name: "x" }], primarykey: "x" },
      { mistake: "unknown-word", at: "", word: "primarykey" },
    ],
    [
      { fields: [{ name: "x", type: "string", format: "emial" }] },
      { mistake: "bad-format", at: "fields[0].format", word: "emial" },
    ],
    [
      { fields: [{ name: "x", type: "date", format: "%Y-%Q" }] },
      { mistake: "bad-format", at: "fields[0].format", word: "%Y-%Q" },
    ],
  ])("%o is refused: %o", (data, mistake) => {
    expect(readTableSchema(data)).toMatchObject(mistake);
  });

  test("words of one's own are let be, and what is not judged is named", () => {
    const schema = readTableSchema({
      fields: [
        { name: "x", unit: "人", nameEn: "x", type: "geojson" },
        { name: "y", constraints: { jsonSchema: {} } },
      ],
      foreignKeys: [],
      wave: 3,
    }) as SchemaOf;
    expect(schema("t.csv")?.unjudged).toEqual([
      "foreignKeys",
      "fields[0].type: geojson",
      "fields[1].constraints.jsonSchema",
    ]);
  });
});

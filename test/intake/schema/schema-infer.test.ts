import fc from "fast-check";
import { expect, test } from "vitest";
import { decide } from "../../../src/intake/decide.ts";
import { memorySource } from "../../../src/intake/files/source.ts";
import { schemaFault } from "../../../src/intake/schema/schema-cell.ts";
import { SchemaInference } from "../../../src/intake/schema/schema-infer.ts";
import { readTableSchema, type SchemaOf } from "../../../src/intake/schema/table-schema.ts";

const header = "社区名称,户数(户),书记主任一肩挑,产权性质,经费总额(万元),备注";
const planned = decide(memorySource("t.csv", Buffer.from(`${header}\n甲,1,是,自有,3.5,\n`)));

async function inferred(rows: readonly (readonly string[])[]) {
  const inference = new SchemaInference((await planned).plan);
  for (const row of rows) inference.take(row);
  return inference.finish("en");
}

const cell = fc.oneof(
  fc.constantFrom(
    "",
    "1",
    "1,234",
    "3.5",
    "-1",
    "16000人",
    "约1.6万",
    "—",
    "不详",
    "是",
    "否",
    "自有",
    "1e5",
  ),
  fc.string({ maxLength: 3 }),
);
const rows = fc.array(fc.tuple(fc.constantFrom("甲", "乙", "丙"), cell, cell, cell, cell, cell), {
  minLength: 1,
  maxLength: 6,
});

test("a table meets the schema that is made from it", async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      const schema = (
        readTableSchema(JSON.parse(JSON.stringify(await inferred(table)))) as SchemaOf
      )("t.csv");
      for (const row of table) {
        schema?.fields.forEach((field, i) => {
          const text = row[i] as string;
          if (!schema.missingValues.includes(text))
            expect(schemaFault(text, field)).toBeUndefined();
          else expect(field.constraints.required ?? false).toBe(false);
        });
      }
      const keys = table.map((row) =>
        JSON.stringify(schema?.primaryKey.map((name) => row[header.split(",").indexOf(name)])),
      );
      if (schema && schema.primaryKey.length > 0) expect(new Set(keys).size).toBe(table.length);
    }),
  );
});

test("types are as strict as the cells allow", async () => {
  const { fields, primaryKey, missingValues } = await inferred([
    ["甲", "1,200", "是", "自有", "3.5", "x"],
    ["乙", "—", "否", "租用", "2", ""],
  ]);
  expect(fields.map(({ type }) => type)).toEqual([
    "string",
    "integer",
    "boolean",
    "string",
    "number",
    "string",
  ]);
  expect(fields[0]?.constraints).toEqual({ required: true });
  expect(fields[1]).toMatchObject({
    title: "Households",
    groupChar: ",",
    constraints: { minimum: 0 },
  });
  expect([primaryKey, missingValues]).toEqual([["社区名称"], ["", "—"]]);
});

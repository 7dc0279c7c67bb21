import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FieldScan } from "../../../src/engines/bytes/field-scan.ts";
import { recordsOf } from "../../../src/intake/records/records.ts";

const COMMA = 44;

function fieldsOf(
  text: string,
  expected = 3,
): { common: boolean; fields: string[]; next: number; count: number } {
  const bytes = Buffer.from(text);
  const scan = new FieldScan(expected, COMMA, true);
  const next = scan.scan(bytes, 0, bytes.length);
  const fields = Array.from({ length: Math.min(scan.fields, expected) }, (_, i) =>
    bytes.toString("utf8", scan.starts[i], scan.ends[i]),
  );
  return { common: scan.common, fields, next, count: scan.fields };
}

describe("FieldScan", () => {
  test("finds plain and simply quoted fields, with either line end", () => {
    expect(fieldsOf('社区01,"1,234",\r\nrest')).toEqual({
      common: true,
      fields: ["社区01", "1,234", ""],
      next: Buffer.byteLength('社区01,"1,234",\r\n'),
      count: 3,
    });
  });

  test.each(['"a""b",2,3\n', '"a\nb",2,3\n', 'a"b,2,3\n', "a\rb,2,3\n", '"a" ,2,3\n'])(
    "%j is not common",
    (text) => {
      expect(fieldsOf(text).common).toBe(false);
    },
  );

  test.each(["1,2,3", '1,"2', '1,2,"3"', "1,2,3\r"])(
    "%j does not hold the end of the record",
    (text) => {
      expect(fieldsOf(text).next).toBe(-1);
    },
  );

  test("counts the fields beyond the expected number", () => {
    expect(fieldsOf("1,2,3,4,5\n").count).toBe(5);
  });
});

test("what it calls common has the fields that PapaParse reads", () => {
  const text = fc
    .string({ unit: fc.constantFrom("a", "中", '"', ",", "\r\n", " ", "1", "\r"), maxLength: 16 })
    .map((t) => `${t}\n`);
  fc.assert(
    fc.property(text, (line) => {
      const { common, fields, next } = fieldsOf(line, 20);
      if (!common || next === -1) return;
      const [record] = recordsOf(Buffer.from(line).subarray(0, next).toString(), {
        delimiter: ",",
        quote: '"',
        escape: '"',
      });
      expect(fields).toEqual(record?.fields);
    }),
    { numRuns: 2000 },
  );
});

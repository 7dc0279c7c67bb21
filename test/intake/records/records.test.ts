import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Dialect,
  placeOfField,
  RecordReader,
  rawFields,
  recordsOf,
  type TableRecord,
} from "../../../src/intake/records/records.ts";

const comma: Dialect = { delimiter: ",", quote: '"', escape: '"' };

describe("recordsOf", () => {
  test("counts physical lines through quoted line breaks and mixed line ends", () => {
    const records = recordsOf('a,b\r\n"x\ny",1\rz,2\n', comma);
    expect(records.map((r) => [r.line, r.fields])).toEqual([
      [1, ["a", "b"]],
      [2, ["x\ny", "1"]],
      [4, ["z", "2"]],
    ]);
  });

  test("reads a last line without a line break", () => {
    expect(recordsOf("a\n1", comma).map((r) => r.fields)).toEqual([["a"], ["1"]]);
  });

  test("keeps blank lines as records of one empty field", () => {
    expect(recordsOf("a,b\n\n1,2\n", comma).map((r) => r.fields)).toEqual([
      ["a", "b"],
      [""],
      ["1", "2"],
    ]);
  });

  test("takes a quote that never closes as text, and goes on with the next line", () => {
    const lone: number[] = [];
    const records: TableRecord[] = [];
    new RecordReader(
      comma,
      (r) => records.push(r),
      (line) => lone.push(line),
    ).push('a,b\n1,"2\n3,4\n', true);
    expect(records.map((r) => [r.line, r.fields])).toEqual([
      [1, ["a", "b"]],
      [2, ["1", '"2']],
      [3, ["3", "4"]],
    ]);
    expect(lone).toEqual([2]);
  });
});

describe("placeOfField", () => {
  test("counts UTF-16 units from 1, quotes included", () => {
    const [record] = recordsOf('"a,b",𠀀,3\n', comma) as [TableRecord];
    expect([0, 1, 2].map((field) => placeOfField(record, field, comma))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 7 },
      { line: 1, column: 10 },
    ]);
  });

  test("finds a field behind a quoted line break on its own physical line", () => {
    const [, record] = recordsOf('h,i\n"x\ny",7\n', comma) as [TableRecord, TableRecord];
    expect(placeOfField(record, 1, comma)).toEqual({ line: 3, column: 4 });
  });
});

test("the fields as written, joined again, are the record", () => {
  const [record] = recordsOf('"a ""b"", c",,"x\ny",7\n', comma) as [TableRecord];
  expect(rawFields(record, comma)).toEqual(['"a ""b"", c"', "", '"x\ny"', "7"]);
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (cells) => {
      const text = cells.map(quoted).join(",");
      const [one] = recordsOf(`${text}\n`, comma) as [TableRecord];
      expect(rawFields(one, comma).join(",")).toBe(text);
      cells.forEach((_, field) => {
        const { line, column } = placeOfField(one, field, comma);
        const lines = text.split("\n");
        const at = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0) + column - 1;
        expect(text.slice(at).startsWith(quoted(cells[field] as string))).toBe(true);
      });
    }),
  );
});

const cell = fc.string({
  unit: fc.constantFrom("a", "中", '"', ",", "\n", " ", "1"),
  maxLength: 6,
});
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

test("any table written with quotes reads back equal, in whatever pieces it comes", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(40), { maxLength: 8 }),
      fc.constantFrom("\n", "\r\n"),
      (rows, cuts, lineBreak) => {
        const text = rows.map((row) => row.map(quoted).join(",") + lineBreak).join("");
        const read: TableRecord[] = [];
        const reader = new RecordReader(comma, (r) => read.push(r));
        let start = 0;
        for (const cut of cuts) {
          reader.push(text.slice(start, start + cut), false);
          start += cut;
        }
        reader.push(text.slice(start), true);
        expect(read.map((r) => r.fields)).toEqual(rows);
      },
    ),
  );
});

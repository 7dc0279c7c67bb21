import fc from "fast-check";
import { expect, test } from "vitest";
import { Block, fourTimes } from "../../../src/engines/bytes/block.ts";
import { KeyTable } from "../../../src/engines/tally/key-table.ts";

const COMMA = 44;
const LEAST = fourTimes(COMMA + 1);

/** Reads fields, each up to its comma, as the key that is looked for next. */
function read(table: KeyTable, fields: readonly string[]): number {
  const block = new Block(Buffer.from(`${fields.map((field) => `${field},`).join("")}\n`));
  table.begin();
  let at = 0;
  for (const field of fields) {
    const end = table.read(block, at, COMMA, LEAST);
    expect(end).toBe(at + Buffer.byteLength(field));
    at = end + 1;
  }
  return table.find();
}

test("every distinct key keeps its number, whatever else is added", () => {
  const field = fc.string({ unit: fc.constantFrom("a", "b", "社", "1", " ", "\0"), maxLength: 7 });
  fc.assert(
    fc.property(
      fc.array(fc.array(field, { minLength: 2, maxLength: 2 }), { maxLength: 60 }),
      (keys) => {
        const table = new KeyTable();
        const known = new Map<string, number>();
        for (const key of keys) {
          const name = JSON.stringify(key);
          expect(read(table, key)).toBe(known.get(name) ?? -1);
          if (!known.has(name)) {
            table.add(known.size);
            known.set(name, known.size);
          }
        }
      },
    ),
  );
});

test("holds many keys", () => {
  const table = new KeyTable();
  for (let i = 0; i < 20_000; i++) {
    expect(read(table, [`社区${i}`])).toBe(-1);
    table.add(i);
  }
  expect(read(table, ["社区12345"])).toBe(12_345);
});

test("a key beyond the longest is never known", () => {
  const table = new KeyTable();
  for (const length of [1024, 5000]) {
    expect(read(table, ["a".repeat(length)])).toBe(-1);
    expect(table.fits).toBe(false);
  }
  expect(read(table, ["a".repeat(900)])).toBe(-1);
  expect(table.fits).toBe(true);
  table.add(2);
  expect(read(table, ["a".repeat(900)])).toBe(2);
});

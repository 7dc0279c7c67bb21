import fc from "fast-check";
import { expect, test } from "vitest";
import { KeyTable } from "../../src/engines/key-table.ts";

/** Lays the parts of a key into a buffer, one byte apart. */
function laidOut(parts: readonly string[]) {
  const pieces = parts.map((part) => Buffer.from(part));
  const starts = new Int32Array(parts.length);
  const ends = new Int32Array(parts.length);
  let at = 0;
  pieces.forEach((piece, i) => {
    starts[i] = at;
    at += piece.length;
    ends[i] = at;
    at += 1;
  });
  return { buffer: Buffer.concat(pieces.flatMap((piece) => [piece, Buffer.from(",")])), fields: Int32Array.from(parts.keys()), starts, ends };
}

test("every distinct key keeps its number, whatever else is added", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: fc.constantFrom("a", "b", "社", "1"), maxLength: 3 }), { minLength: 2, maxLength: 2 }), { maxLength: 60 }),
      (keys) => {
        const table = new KeyTable();
        const known = new Map<string, number>();
        for (const key of keys) {
          const { buffer, fields, starts, ends } = laidOut(key);
          const name = JSON.stringify(key);
          expect(table.find(buffer, fields, starts, ends)).toBe(known.get(name) ?? -1);
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
    const { buffer, fields, starts, ends } = laidOut([`社区${i}`]);
    expect(table.find(buffer, fields, starts, ends)).toBe(-1);
    table.add(i);
  }
  const { buffer, fields, starts, ends } = laidOut(["社区12345"]);
  expect(table.find(buffer, fields, starts, ends)).toBe(12_345);
});

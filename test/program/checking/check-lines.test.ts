import fc from "fast-check";
import { expect, test } from "vitest";
import { decide } from "../../../src/intake/decide.ts";
import { memorySource, type Source } from "../../../src/intake/files/source.ts";
import { recordsOf } from "../../../src/intake/records/records.ts";
import { recordsAt } from "../../../src/program/checking/check-lines.ts";

/** The bytes in blocks of a few, so that every character and line break is cut somewhere. */
function inPieces(bytes: Uint8Array, size: number): Source {
  return {
    ...memorySource("t.csv", bytes),
    *blocks() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

const header = "社区名称,户数,常住人口";
const field = fc.oneof(
  fc.constantFrom("甲", "", "123", "乙社区", '"a,b"', '"两\n行"', '"引""号"'),
  fc.string({ unit: fc.constantFrom("x", "丙", "1"), maxLength: 4 }),
);
const table = fc
  .tuple(
    fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 12 }),
    fc.constantFrom("\n", "\r\n", "\r"),
    fc.boolean(),
  )
  .map(([rows, lineBreak, ends]) =>
    `${[header, ...rows.map((row) => row.join(","))].join("\n")}${ends ? "\n" : ""}`.replaceAll(
      "\n",
      lineBreak,
    ),
  );

const encodings = [
  ["utf-8", (text: string) => Buffer.from(text)],
  ["utf-8", (text: string) => Buffer.from(`\uFEFF${text}`)],
  ["utf-16le", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le")],
] as const;

test.each(encodings.map(([name, encode], i) => [i, name, encode] as const))(
  "%i %s: the records that start on some lines are those that the whole text has there",
  async (_i, name, encode) => {
    const { plan } = await decide(memorySource("t.csv", encode(`${header}\n甲,1,2\n`)));
    expect(plan.encoding).toBe(name);
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.integer({ min: 1, max: 7 }),
        fc.array(fc.nat(30)),
        async (text, size, picks) => {
          const records = recordsOf(text, plan.dialect);
          const wanted = new Set(picks.map((pick) => records[pick % records.length]?.line ?? 1));
          const found = await recordsAt(inPieces(encode(text), size), plan, wanted);
          for (const line of wanted)
            expect(found.get(line)?.fields).toEqual(
              records.find((record) => record.line === line)?.fields,
            );
          expect(found.size).toBe(wanted.size);
        },
      ),
      { numRuns: 200 },
    );
  },
);

test("a line that is not there is not found", async () => {
  const bytes = Buffer.from(`${header}\n甲,1,2\n`);
  const { plan } = await decide(memorySource("t.csv", bytes));
  expect((await recordsAt(inPieces(bytes, 3), plan, new Set([9]))).size).toBe(0);
});
